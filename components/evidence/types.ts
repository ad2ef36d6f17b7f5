import type { EvidenceFields } from "@/lib/api/evidence";
import type { EvidenceDraft } from "./draft";

/** What evidence is about. */
export type EvidenceAbout =
  | {
      readonly kind: "touchpoint";
      readonly journeyId: string;
      readonly touchpointId: string;
    }
  | { readonly kind: "persona"; readonly personaId: string };

/** Where evidence is shown, and what this reader may do with it. */
export interface EvidencePlace {
  readonly slug: string;
  readonly about: EvidenceAbout;
  /** Whom a piece can be about, where it is about a touchpoint. */
  readonly personas: readonly { readonly id: string; readonly name: string }[];
  readonly mayUpload: boolean;
}

/** What every part of the form is given. */
export interface EvidencePartProps {
  readonly draft: EvidenceDraft;
  /** The field that does not fit the others. */
  readonly wrong: keyof EvidenceFields | null;
  readonly set: (change: Partial<EvidenceDraft>) => void;
}
