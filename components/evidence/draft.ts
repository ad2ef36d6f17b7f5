import type { EvidenceFields, EvidenceItem } from "@/lib/api/evidence";
import {
  FEELING_SCALES,
  scaleNameOf,
  type FeelingScaleName,
} from "@/lib/insight/feeling-scales";

/** How something is known: in words, as a figure about something else, or as a feeling on some scale. */
export type Measure = "words" | "figure" | "own" | FeelingScaleName;

/** A piece of evidence while it is written. */
export interface EvidenceDraft extends Omit<EvidenceFields, "scale"> {
  readonly measure: Measure;
  /** The ends of a scale that nobody else uses. */
  readonly ownLow: number | null;
  readonly ownHigh: number | null;
  readonly ownIsHighBad: boolean;
  /** What the file is called. */
  readonly fileName: string;
  readonly personaId: string | null;
}

/** @param today - ISO 8601 day. */
export function emptyDraft(today: string): EvidenceDraft {
  return {
    kind: "hard",
    origin: "survey",
    measure: "five",
    value: null,
    unit: "",
    sd: null,
    n: null,
    quote: "",
    source: "",
    heldOn: today,
    heldFrom: null,
    url: null,
    fileId: null,
    note: "",
    ownLow: 1,
    ownHigh: 5,
    ownIsHighBad: false,
    fileName: "",
    personaId: null,
  };
}

/** What is there, as the form shows it. */
export function draftOf(item: EvidenceItem): EvidenceDraft {
  const { scale, value, file, persona } = item;
  return {
    kind: item.kind,
    // What a pulse comes to is not written here, and never opened for it.
    origin: item.origin === "pulse" ? "other" : item.origin,
    value,
    unit: item.unit,
    sd: item.sd,
    n: item.n,
    quote: item.quote,
    source: item.source,
    heldOn: item.heldOn,
    heldFrom: item.heldFrom,
    url: item.url,
    fileId: item.fileId,
    note: item.note,
    measure: measureOf(item),
    ownLow: scale?.low ?? null,
    ownHigh: scale?.high ?? null,
    ownIsHighBad: scale?.isHighBad ?? false,
    fileName: file?.name ?? "",
    personaId: persona?.id ?? null,
  };
}

function measureOf({ value, scale }: EvidenceItem): Measure {
  if (value === null) return "words";
  return scale ? (scaleNameOf(scale) ?? "own") : "figure";
}

/** What of a draft is sent; what its measure has no use for is left out. */
export function fieldsOf(draft: EvidenceDraft): EvidenceFields {
  const { measure, value, unit, sd } = draft;
  const scale = scaleOf(draft);
  return {
    kind: draft.kind,
    origin: draft.origin,
    value: measure === "words" ? null : value,
    unit: measure === "figure" ? unit.trim() : "",
    scale: value === null ? null : scale,
    sd: scale && !scale.isShare && value !== null ? sd : null,
    n: draft.n,
    quote: draft.quote.trim(),
    source: draft.source.trim(),
    heldOn: draft.heldOn,
    heldFrom: draft.heldFrom,
    url: draft.url,
    fileId: draft.fileId,
    note: draft.note.trim(),
  };
}

function scaleOf(draft: EvidenceDraft): EvidenceFields["scale"] {
  const { measure, ownLow, ownHigh, ownIsHighBad } = draft;
  if (measure === "words" || measure === "figure") return null;
  if (measure !== "own") return FEELING_SCALES[measure];
  if (ownLow === null || ownHigh === null) return null;
  return {
    low: ownLow,
    high: ownHigh,
    isHighBad: ownIsHighBad,
    isShare: false,
  };
}
