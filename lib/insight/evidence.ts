import type { PersonaId, TouchpointId } from "../journey/ids";
import type { Emotion } from "../journey/vocabulary";

/** What stands behind one feeling, beyond that somebody in the team believes it. */
export interface EvidenceReading {
  /** Whether something was measured, or it is only what people said. */
  readonly kind: "hard" | "soft";
  /** On the scale of emotions, -2 to 2, decimals kept. */
  readonly mean: number;
  /** On how many people or cases it rests; a piece that does not say counts as one. */
  readonly n: number;
  readonly pieces: number;
  /** How many of n are answers to a pulse. */
  readonly answers: number;
  /** Between which values the truth lies with good reason, on the scale of emotions (-2 to 2); null for one number. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** The day of the newest piece, ISO 8601. */
  readonly newest: string;
  readonly isStale: boolean;
}

/** The evidence for a persona at a touchpoint; null where there is not enough of it and the value is only assumed. */
export type EvidenceOf = (
  touchpointId: TouchpointId,
  personaId: PersonaId,
) => EvidenceReading | null;

/** Of a map to which nobody has brought any evidence: every value is an assumption. */
export const noEvidence: EvidenceOf = () => null;

/** What a curve shows: the evidence where there is enough, else the team's own reading. The two are never averaged. */
export function feltValue(
  own: Emotion | null,
  found: EvidenceReading | null,
): number | null {
  return found ? found.mean : own;
}

/** The level whose face and word a value between levels is given. */
export function nearestLevel(value: number): Emotion {
  const level = Math.round(Math.min(2, Math.max(-2, value)));
  // Without this, what is just below neutral is minus zero.
  return (level + 0) as Emotion;
}
