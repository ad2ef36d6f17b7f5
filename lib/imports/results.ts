/** What an import makes of a table and its mapping; `contract.ts` has what comes before, and the order of the steps. */
import type { CountedAnswers } from "../metrics/counted";
import type { Interval } from "../metrics/interval";
import type { Proportion } from "../metrics/proportion";
import type {
  ImportMapping,
  ImportProblems,
  ImportScale,
  ImportShape,
  ImportTool,
} from "./contract";

// ----------------------------------------------------------------------------------------------- records

export type RecordKind = "answer" | "ticket" | "count";

/** What the value of a record is: an answer, a number of visits, per cent, or hours. */
export type FigureKind = "value" | "count" | "rate" | "duration";

/** One row, or one question or tag of a row, in the same words whatever file it comes from. */
export interface ImportRecord {
  readonly row: number;
  readonly kind: RecordKind;
  /** By which it finds its touchpoint; "" where the row names none. */
  readonly key: string;
  /** The name of the column of the value or count; "" for a row that has neither. */
  readonly question: string;
  /** ISO 8601 day, as the file says it; null where it does not. */
  readonly day: string | null;
  readonly figure: FigureKind;
  readonly value: number | null;
  /** Null for counts, and where there is no value. */
  readonly scale: ImportScale | null;
  /** Of a count. */
  readonly unit: string;
  readonly isAdditive: boolean;
  readonly text: string;
  readonly channel: string;
  readonly segment: string;
  /** 1 unless the file says otherwise. */
  readonly weight: number;
  /** Of a rate: on how many it rests, as another column of its row says; null where none does. */
  readonly base: number | null;
}

/** A value by which records or events find their touchpoint, and how many of them bear it. */
export interface KeyCount {
  readonly key: string;
  readonly count: number;
}

export interface RecordsRead {
  readonly records: readonly ImportRecord[];
  /** Every key, in the order in which the file has them (steps of a funnel are in their order). */
  readonly keys: readonly KeyCount[];
  /** Every segment, so that people can say which persona it is. */
  readonly segments: readonly KeyCount[];
  /** Rows read, and rows left out by the filters of the mapping. */
  readonly rows: number;
  readonly leftOut: number;
  readonly shape: ImportShape;
  readonly isClosed: boolean;
  readonly period: ImportMapping["period"];
  readonly tool: ImportTool;
  readonly problems: ImportProblems;
}

// ---------------------------------------------------------------------------------------------- evidence

/** A key and the id of its touchpoint; null where somebody decided to leave it out. Not in it: unmatched. */
export type KeyMapping = ReadonlyMap<string, string | null>;

export const SUMMED_BY = ["all", "month", "channel"] as const;

export interface SummaryOptions {
  readonly touchpoints: KeyMapping;
  /** Segment to persona; whatever is not in it is about everybody. */
  readonly personas: ReadonlyMap<string, string>;
  /** One piece for the whole file, one a month, or one for each channel. */
  readonly by: (typeof SUMMED_BY)[number];
  /** ISO day for what has no date, such as the day of the import. */
  readonly day: string;
  /** What the evidence calls its source, such as the name of the file. */
  readonly source: string;
  /** Whether words of customers are taken along. They may name people, so somebody decides it. */
  readonly withQuotes: boolean;
  /** Most quotes of one touchpoint: the newest. */
  readonly mostQuotes: number;
}

/** What a piece of evidence tells, for the words that a page puts to it. */
export const MEASURES = [
  /** Mean of answers on their scale. */
  "mean",
  /** Share of the good of two answers, in per cent, on a scale. */
  "share",
  /** How many in the period. */
  "count",
  /** How many on a day, on average: of what may not be added up. */
  "perDay",
  /** Share of those at this step who come to no further one, in per cent. */
  "lost",
  /** How many tickets are about this; the page has the word for its unit, as it has for cases. */
  "tickets",
  /** How many cases come by here. */
  "cases",
  /** Share of all cases that come by here, in per cent. */
  "reach",
  /** Share of the cases here that end here, in per cent. */
  "ends",
  /** Median wait since the touchpoint before, in hours. */
  "wait",
  /** A share as an analytics tool tells it, in per cent, whose people nobody counted here. */
  "rate",
  /** Median of how long something took, in hours. */
  "duration",
  /** A Net Promoter Score of answers of which only the groups are known: what their mean is nobody knows. */
  "score",
  "quote",
] as const;
export type Measure = (typeof MEASURES)[number];

/** What stays of an import beside a figure, so that it can be said of it in any language. */
export interface Counted extends CountedAnswers {
  /** How many could have answered, where that is more than those who did. */
  readonly asked: number | null;
  /** Of a funnel: whether only those count who came to every step before. Shares of the two cannot be compared. */
  readonly isClosed: boolean | null;
  /** Of a mean of rates: of how many rows of the file, where that is more than one. */
  readonly rows: number | null;
  /** Whether each of those rows counted by how many stand behind it, or as much as any other. */
  readonly isWeighted: boolean | null;
}

/** One piece of evidence to be written; all fields of the API's `newEvidence` but the ids of journey and file. */
export interface EvidenceDraft {
  readonly touchpointId: string;
  readonly personaId: string | null;
  readonly kind: "hard" | "soft";
  readonly origin: "survey" | "tickets" | "analytics";
  readonly value: number | null;
  /** In the words of the file for a count; "%" and "h" for shares and waits; "" on a scale. */
  readonly unit: string;
  readonly scale: {
    readonly low: number;
    readonly high: number;
    readonly isHighBad: boolean;
    readonly isShare: boolean;
  } | null;
  readonly sd: number | null;
  readonly n: number | null;
  readonly quote: string;
  readonly source: string;
  readonly heldOn: string;
  readonly heldFrom: string | null;
  /** The question or column behind it, so that a page can name it; at most 5,000 characters. */
  readonly note: string;
  readonly measure: Measure;
  /** On the scale or in the unit of the value; null where none can be told. */
  readonly interval: Interval | null;
  readonly counted: Counted | null;
}

/** One question at one touchpoint in one period, for the preview. */
export interface SummaryGroup {
  readonly touchpointId: string;
  readonly personaId: string | null;
  readonly question: string;
  /** Days of the first and the last record. */
  readonly from: string;
  readonly to: string;
  /** Records in it, those without an answer too: `evidence.n` of them have answered. */
  readonly records: number;
  /** Null where nobody has answered. */
  readonly evidence: EvidenceDraft | null;
}

export interface Summary {
  readonly groups: readonly SummaryGroup[];
  /** All evidence to be written: of the groups, and quotes. */
  readonly evidence: readonly EvidenceDraft[];
  /** Keys that nobody has mapped and how many records lie there; these are not imported. */
  readonly unmatched: readonly KeyCount[];
  /** Keys that somebody decided to leave out. */
  readonly leftOut: readonly KeyCount[];
  /** Quotes beyond `mostQuotes`. */
  readonly moreQuotes: number;
}

// ------------------------------------------------------------------------------------------------ events

export interface CaseEvent {
  readonly activity: string;
  /** Milliseconds since 1970; null where the log does not tell. */
  readonly at: number | null;
}

/** One person or order, its events in the order of their time, and of the file where the time is the same. */
export interface EventCase {
  readonly id: string;
  readonly events: readonly CaseEvent[];
}

export interface CasesRead {
  readonly cases: readonly EventCase[];
  /** Every activity, the most frequent first. */
  readonly activities: readonly KeyCount[];
  /** Days of the first and the last event; null where no time is told. */
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly rows: number;
  readonly leftOut: number;
  readonly problems: ImportProblems;
}

/** What cases do at one touchpoint. A path is the touchpoints of a case in order, repeats without another between folded. */
export interface TouchpointFlow {
  readonly touchpointId: string;
  /** Cases that come by, of all that come by any touchpoint. */
  readonly reach: Proportion;
  /** How often they come, more than one a case where they come back. */
  readonly visits: number;
  /** Since the end of the visit before; null where nothing lies before, or no time is told. In milliseconds. */
  readonly wait: {
    readonly n: number;
    readonly median: number;
    /** Nine of ten wait no longer. */
    readonly long: number;
  } | null;
  /** Of the cases that come by, those whose path ends here. */
  readonly ends: Proportion;
  /** Where most visits lead next; null where none leads on. On a tie the one that the log has first. */
  readonly next: {
    readonly touchpointId: string;
    /** Of the visits that lead on. */
    readonly share: Proportion;
  } | null;
}

export interface OverlayReport {
  /** Cases with at least one touchpoint, and cases without any. */
  readonly cases: number;
  readonly outside: number;
  /** In the order of the first visits. */
  readonly touchpoints: readonly TouchpointFlow[];
  readonly unmatched: readonly KeyCount[];
  readonly leftOut: readonly KeyCount[];
  readonly period: CasesRead["period"];
}
