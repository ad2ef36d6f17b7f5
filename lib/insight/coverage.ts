import type { TouchpointId } from "../journey/ids";
import type { JourneyMap } from "../journey/journey-map";
import type { EvidenceOf } from "./evidence";
import {
  countsOf,
  type EvidenceCount,
  type EvidenceGroup,
} from "./evidence-of";
import { isStale, type Ageing } from "./staleness";

/** How far the feelings of a map rest on more than somebody's word. */
export interface Coverage {
  /** Touchpoints at which somebody said what is felt, or evidence tells. */
  readonly felt: number;
  /** Of those, where something was measured, and where it is what people said. */
  readonly hard: number;
  readonly soft: number;
  /** Of those with evidence: where no value is younger than the limit. */
  readonly stale: readonly CoveredTouchpoint[];
  /** Felt, and only assumed. */
  readonly assumed: readonly CoveredTouchpoint[];
  /** Pieces about touchpoints that are no longer on the map. */
  readonly removed: readonly RemovedEvidence[];
}

export interface CoveredTouchpoint {
  readonly id: TouchpointId;
  readonly title: string;
}

export interface RemovedEvidence extends EvidenceCount {
  readonly touchpointId: string;
}

type Covered = Pick<JourneyMap, "stages" | "personas" | "tray">;

export interface KnownEvidence {
  readonly groups: readonly EvidenceGroup[];
  readonly evidence: EvidenceOf;
  readonly ageing: Ageing;
}

/** Goes through a map touchpoint by touchpoint; one persona with evidence makes a touchpoint one with evidence. */
export function coverageOf(map: Covered, known: KnownEvidence): Coverage {
  const { groups, evidence, ageing } = known;
  const newest = newestAt(map, groups);
  const stale: CoveredTouchpoint[] = [];
  const assumed: CoveredTouchpoint[] = [];
  const count = { hard: 0, soft: 0 };
  const placed = map.stages.flatMap(({ touchpoints }) => touchpoints);
  for (const { id, title, emotions } of placed) {
    const found = map.personas.flatMap(
      (personaId) => evidence(id, personaId) ?? [],
    );
    const isFelt = map.personas.some((persona) => persona in emotions);
    if (found.length > 0) {
      const isHard = found.some(({ kind }) => kind === "hard");
      count[isHard ? "hard" : "soft"] += 1;
      if (isStale(newest.get(id) ?? ageing.today, ageing))
        stale.push({ id, title });
    } else if (isFelt) {
      assumed.push({ id, title });
    }
  }
  return {
    ...count,
    felt: count.hard + count.soft + assumed.length,
    stale,
    assumed,
    removed: removedFrom(map, groups),
  };
}

/** The newest day of a value at each touchpoint, whomever of the map it is about. */
function newestAt(
  { personas }: Covered,
  groups: readonly EvidenceGroup[],
): ReadonlyMap<string, string> {
  const here = new Set<string | null>([null, ...personas]);
  const days = new Map<string, string>();
  for (const { touchpointId, personaId, newest } of groups) {
    const before = days.get(touchpointId) ?? "";
    if (newest !== null && newest > before && here.has(personaId))
      days.set(touchpointId, newest);
  }
  return days;
}

function removedFrom(
  { stages, tray }: Covered,
  groups: readonly EvidenceGroup[],
): RemovedEvidence[] {
  const here = new Set<string>(
    [
      ...stages.flatMap(({ touchpoints }) => touchpoints),
      ...tray.touchpoints,
    ].map(({ id }) => id),
  );
  return [...countsOf(groups)].flatMap(([touchpointId, counts]) =>
    here.has(touchpointId) ? [] : [{ touchpointId, ...counts }],
  );
}
