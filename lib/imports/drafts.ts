import type { EvidenceDraft, ImportRecord, SummaryOptions } from "./results";
import { cut, plainText } from "./plain-text";

export interface Period {
  readonly from: string;
  readonly to: string;
}

/** What a piece of evidence can hold. */
const MOST = { unit: 40, source: 200, text: 5_000, n: 2_000_000_000 } as const;
const EARLIEST = "1900-01-01";

type Given = Pick<
  EvidenceDraft,
  "touchpointId" | "kind" | "origin" | "measure"
> &
  Partial<EvidenceDraft> &
  Period;

/** A piece of evidence; what is left out says nothing. */
export function draft(given: Given): EvidenceDraft {
  const { from, to } = given;
  const heldOn = to < EARLIEST ? EARLIEST : to;
  return {
    touchpointId: given.touchpointId,
    personaId: given.personaId ?? null,
    kind: given.kind,
    origin: given.origin,
    value: given.value ?? null,
    unit: textOf(given.unit, MOST.unit),
    scale: given.scale ?? null,
    sd: given.sd ?? null,
    n: given.n != null && given.n <= MOST.n ? given.n : null,
    quote: textOf(given.quote, MOST.text),
    source: textOf(given.source, MOST.source),
    heldOn,
    heldFrom: from < heldOn && from >= EARLIEST ? from : null,
    note: textOf(given.note, MOST.text),
    measure: given.measure,
    interval: given.interval ?? null,
    counted: given.counted ?? null,
  };
}

/** Whatever a name of a file or a mapping brings, no database is asked to take what is no text. */
function textOf(text: string | undefined, most: number): string {
  return cut(plainText(text ?? ""), most);
}

/** The newest words of every touchpoint, each of them once. */
export function quotesOf(
  mapped: readonly { record: ImportRecord; touchpointId: string }[],
  about: {
    readonly origin: EvidenceDraft["origin"];
    readonly period: Period | null;
  },
  options: SummaryOptions,
): { drafts: EvidenceDraft[]; more: number } {
  if (!options.withQuotes) return { drafts: [], more: 0 };
  const by = new Map<string, Map<string, ImportRecord>>();
  for (const { record, touchpointId } of mapped) {
    const text = record.text.trim();
    if (text === "") continue;
    const own = by.get(touchpointId) ?? new Map<string, ImportRecord>();
    by.set(touchpointId, own);
    const known = own.get(text);
    if (!known || (record.day ?? "") > (known.day ?? "")) own.set(text, record);
  }
  let more = 0;
  const drafts = Array.from(by, ([touchpointId, own]) => {
    const newest = [...own.values()].sort(byNewest);
    more += Math.max(0, newest.length - options.mostQuotes);
    return newest.slice(0, options.mostQuotes).map((record) => {
      const day = record.day ?? about.period?.to ?? options.day;
      return draft({
        touchpointId,
        personaId: options.personas.get(record.segment) ?? null,
        kind: "soft",
        origin: about.origin,
        measure: "quote",
        quote: record.text,
        source: options.source,
        from: day,
        to: day,
      });
    });
  }).flat();
  return { drafts, more };
}

function byNewest(a: ImportRecord, b: ImportRecord): number {
  const [one, other] = [a.day ?? "", b.day ?? ""];
  if (one === other) return a.row - b.row;
  return one < other ? 1 : -1;
}
