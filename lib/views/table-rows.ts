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
  readonly pains: CardCount;
  readonly gains: CardCount;
  readonly checked: number;
  readonly files: number;
}

/** Whether more than an assumption stands behind a value. */
export type IsGrounded = (
  touchpointId: TouchpointId,
  personaId: PersonaId,
) => boolean;

/** One row for each touchpoint of the map, in its order. */
export function tableRows(map: JourneyMap, isGrounded: IsGrounded): TableRow[] {
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
    grounds: groundsOf(touchpoint, isGrounded),
    pains: pains(touchpoint, stage),
    gains: gains(touchpoint, stage),
    checked: touchpoint.checklist.filter(({ done }) => done).length,
    files: map.attachments[touchpoint.id]?.length ?? 0,
  }));
}

function groundsOf({ id, emotions }: Touchpoint, isGrounded: IsGrounded) {
  const said = Object.keys(emotions) as PersonaId[];
  const known = said.filter((personaId) => isGrounded(id, personaId)).length;
  if (said.length === 0) return "none";
  if (known === 0) return "assumed";
  return known < said.length ? "partly" : "grounded";
}
