import { isBreakOff } from "../journey/failure-kinds";
import type { CellKey, PersonaId, TouchpointId } from "../journey/ids";
import type {
  JourneyMap,
  Lane,
  Stage,
  Touchpoint,
} from "../journey/journey-map";

/** How far the feelings at a touchpoint rest on more than somebody's word. */
export type Grounds = "none" | "assumed" | "partly" | "grounded";

/** Cards at the touchpoint itself, and those that stand for the whole of its stage. */
export interface CardCount {
  readonly own: number;
  readonly ofStage: number;
}

/** A touchpoint with what the map says of it elsewhere. */
export interface TableRow {
  readonly touchpoint: Touchpoint;
  readonly stage: Stage;
  /** Its place on the map, from 1. */
  readonly at: number;
  readonly grounds: Grounds;
  /** What each persona feels: by evidence where there is any, else as the team says. */
  readonly felt: Readonly<Record<PersonaId, number>>;
  readonly pains: CardCount;
  readonly gains: CardCount;
  readonly checked: number;
  /** Of those who come here, how many leave, 0 to 1; null where nobody knows. */
  readonly lost: number | null;
  readonly breaksOff: boolean;
  readonly files: number;
}

/** What evidence says of a feeling, from -2 to 2; null where the value is only assumed. */
export type GroundsOf = (
  touchpointId: TouchpointId,
  personaId: PersonaId,
) => number | null;

/** How many leave a touchpoint of those who come there. */
type LostAt = (touchpoint: Touchpoint) => number | null;

const lostAsSaid: LostAt = ({ dropOff }) => dropOff?.share ?? null;

/** One row for each touchpoint of the map, in its order. */
export function tableRows(
  map: JourneyMap,
  evidence: GroundsOf,
  lostAt = lostAsSaid,
): TableRow[] {
  const count = (kind: Lane["kind"]) => {
    const lanes = map.lanes.filter((lane) => lane.kind === kind);
    const cardsIn = (columnId: string) =>
      lanes.reduce(
        (sum, { id }) =>
          sum + (map.cells[`${id}:${columnId}` as CellKey]?.length ?? 0),
        0,
      );
    return (touchpoint: Touchpoint, stage: Stage): CardCount => ({
      own: cardsIn(touchpoint.id),
      ofStage: cardsIn(stage.id),
    });
  };
  const pains = count("pain");
  const gains = count("gain");
  const places = map.stages.flatMap((stage) =>
    stage.touchpoints.map((touchpoint) => ({ touchpoint, stage })),
  );
  return places.map(({ touchpoint, stage }, index) => ({
    touchpoint,
    stage,
    at: index + 1,
    ...feltAt(map.personas, touchpoint, evidence),
    pains: pains(touchpoint, stage),
    gains: gains(touchpoint, stage),
    checked: touchpoint.checklist.filter(({ done }) => done).length,
    files: map.attachments[touchpoint.id]?.length ?? 0,
    lost: lostAt(touchpoint),
    breaksOff: isBreakOff(map.meta, touchpoint.id),
  }));
}

function feltAt(
  personas: JourneyMap["personas"],
  { id, emotions }: Touchpoint,
  evidence: GroundsOf,
): Pick<TableRow, "grounds" | "felt"> {
  const proven = personas.flatMap((personaId) => {
    const value = evidence(id, personaId);
    return value === null ? [] : [[personaId, value] as const];
  });
  const felt = { ...emotions, ...Object.fromEntries(proven) };
  const said = Object.keys(felt).length;
  const known = proven.length;
  const partly = known < said ? "partly" : "grounded";
  const some = known === 0 ? "assumed" : partly;
  return { felt, grounds: said === 0 ? "none" : some };
}
