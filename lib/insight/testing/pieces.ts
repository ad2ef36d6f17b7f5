import type { EvidencePiece } from "../evidence-sums";
import { FEELING_SCALES } from "../feeling-scales";

/** A piece of which only what matters is said: a measurement of four out of five by ten people. */
export function piece(fields: Partial<EvidencePiece> = {}): EvidencePiece {
  return {
    kind: "hard",
    value: 4,
    scale: FEELING_SCALES.five,
    isShare: false,
    sd: 1,
    n: 10,
    heldOn: "2026-10-31",
    ...fields,
  };
}
