import type { PersonaId, TouchpointId } from "../journey/ids";

/** What stands behind one feeling, beyond that somebody in the team believes it. */
export interface EvidenceReading {
  /** A measurement, or what people said. */
  readonly kind: "hard" | "soft";
  /** Between which values the truth lies with good reason, on the scale of emotions (-2 to 2); null for one number. */
  readonly interval: { readonly low: number; readonly high: number } | null;
}

/** The evidence for a persona at a touchpoint; null where the value is only assumed. */
export type EvidenceOf = (
  touchpointId: TouchpointId,
  personaId: PersonaId,
) => EvidenceReading | null;

/** Of a map to which nobody has brought any evidence: every value is an assumption. */
export const noEvidence: EvidenceOf = () => null;
