import type { CurvePoint } from "@/lib/insight/compare";
import { evidenceOf } from "@/lib/insight/evidence-of";
import { readAgeing } from "./ageing";
import { readEvidenceGroups } from "./evidence-groups";
import { requireKeys } from "./require-defined";
import { readStoredMap } from "./shared-map";

/** The curve of one persona of a journey, with what it rests on. */
export interface JourneyCurve {
  readonly locale: string;
  /** Whom the map is about, in its order. */
  readonly personaIds: readonly string[];
  /** Whose curve it is: the one that was asked for, else the first; null on a map about nobody. */
  readonly personaId: string | null;
  readonly points: readonly CurvePoint[];
}

/** Reads a curve of a journey that is known to be of the workspace; null where it has no document. */
export async function readCurve(filter: {
  workspaceId: string;
  journeyId: string;
  personaId: string | null;
}): Promise<JourneyCurve | null> {
  requireKeys(filter, ["workspaceId", "journeyId", "personaId"]);
  const { workspaceId, journeyId } = filter;
  const [map, groups, ageing] = await Promise.all([
    readStoredMap(journeyId),
    readEvidenceGroups({ workspaceId, journeyId }),
    readAgeing({ workspaceId }),
  ]);
  if (!map) return null;
  const personaId =
    map.personas.find((id) => id === filter.personaId) ??
    map.personas[0] ??
    null;
  const found = evidenceOf(groups, ageing);
  const points = map.stages.flatMap(({ touchpoints }) =>
    touchpoints.map(({ id, title, emotions }): CurvePoint => ({
      id,
      title,
      own: (personaId && emotions[personaId]) ?? null,
      evidence: personaId && found(id, personaId),
    })),
  );
  const { locale } = map.meta;
  return { locale, personaIds: map.personas, personaId, points };
}
