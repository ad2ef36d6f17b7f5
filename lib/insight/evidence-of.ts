import type { PersonaId, TouchpointId } from "../journey/ids";
import type { EvidenceOf, EvidenceReading } from "./evidence";
import {
  addSums,
  isEnough,
  nothingSummed,
  readSums,
  type EvidenceSums,
} from "./evidence-sums";
import type { Ageing } from "./staleness";

/** What is known about one persona at one touchpoint, or without a persona about everybody there. */
export interface EvidenceGroup extends EvidenceSums {
  readonly touchpointId: string;
  readonly personaId: string | null;
}

/** What is known about a persona as a whole, at no touchpoint. */
export interface PersonaGroup extends EvidenceSums {
  readonly personaId: string;
}

type ByPersona = ReadonlyMap<string | null, EvidenceSums>;

function byTouchpoint(
  groups: readonly EvidenceGroup[],
): ReadonlyMap<string, ByPersona> {
  const found = new Map<string, Map<string | null, EvidenceSums>>();
  for (const group of groups) {
    const at = found.get(group.touchpointId) ?? new Map();
    found.set(group.touchpointId, at);
    at.set(group.personaId, group);
  }
  return found;
}

/** What is about the persona itself goes first; where that is not enough, what is about everybody is added to it. */
function sumsFor(at: ByPersona, personaId: string): EvidenceSums {
  const own = at.get(personaId) ?? nothingSummed;
  return isEnough(own) ? own : addSums(own, at.get(null) ?? nothingSummed);
}

/** The evidence behind the feelings of one map. */
export function evidenceOf(
  groups: readonly EvidenceGroup[],
  ageing: Ageing,
): EvidenceOf {
  const found = byTouchpoint(groups);
  const readings = new Map<string, EvidenceReading | null>();
  return (touchpointId: TouchpointId, personaId: PersonaId) => {
    const at = found.get(touchpointId);
    if (!at) return null;
    const key = `${touchpointId}:${personaId}`;
    const known = readings.get(key);
    if (known !== undefined) return known;
    const reading = readSums(sumsFor(at, personaId), ageing);
    readings.set(key, reading);
    return reading;
  };
}

/** How many pieces there are at a touchpoint, with a value or without. */
export interface EvidenceCount {
  readonly hard: number;
  readonly soft: number;
}

/** Pieces by touchpoint, whomever they are about. */
export function countsOf(
  groups: readonly EvidenceGroup[],
): ReadonlyMap<string, EvidenceCount> {
  const counts = new Map<string, EvidenceCount>();
  for (const { touchpointId, hard, soft } of groups) {
    const before = counts.get(touchpointId) ?? { hard: 0, soft: 0 };
    counts.set(touchpointId, {
      hard: before.hard + hard,
      soft: before.soft + soft,
    });
  }
  return counts;
}

/** Answers to pulses by touchpoint, also those that are too few for a score. */
export function answersOf(
  groups: readonly EvidenceGroup[],
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { touchpointId, answers } of groups)
    if (answers > 0)
      found.set(touchpointId, (found.get(touchpointId) ?? 0) + answers);
  return found;
}
