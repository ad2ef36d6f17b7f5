/**
 * What an import of evidence passes from step to step. All of it is plain data (copied between threads and kept as
 * JSON as it is, but for the maps that people fill in at the end), and none of it knows a clock, a user or a database.
 *
 *     readTables(bytes: Uint8Array, fileName: string, how): Promise<TablesRead>       read-tables.ts
 *     recognise(table: ImportTable, language?: string): Recognised                    recognise.ts
 *     importMapping: zod schema of ImportMapping                                      mapping.ts
 *     readRecords(table: ImportTable, mapping: ImportMapping): RecordsRead            read-records.ts
 *     matchTouchpoints(keys, touchpoints: {id, title}[]): Map<key, touchpoint id>     match.ts
 *     summarise(read: RecordsRead, options: SummaryOptions): Summary                  summarise.ts
 *     readCases(table: ImportTable, mapping: ImportMapping): CasesRead                cases.ts
 *     overlay(read: CasesRead, activities: KeyMapping): OverlayReport                 overlay.ts
 *     overlayEvidence(report: OverlayReport, about: {day, source}): EvidenceDraft[]   overlay-evidence.ts
 *
 * Those that take long are handed, as their last argument, a function that hears how far they are (`progress.ts`).
 * What comes after the mapping is in `results.ts`. Nothing here throws at bad input: what is wrong is a problem with
 * its row and column.
 */

/** More than that is refused, with the place where it began to be too much. */
export const IMPORT_LIMITS = {
  bytes: 50 * 1024 * 1024,
  /** Of all sheets, of the files of a zip together, or what a packed event log unpacks to. */
  unpackedBytes: 200 * 1024 * 1024,
  rows: 50_000,
  columns: 1_000,
  /** Characters of one cell. */
  cell: 100_000,
  tables: 50,
} as const;

// ---------------------------------------------------------------------------------------------- problems

/** What is wrong with a file as a whole; nothing of it, or of that table, can be imported. */
export const FATAL_CODES = [
  /** No kind of file that is read here, or one that is broken. */
  "unreadable",
  "notJson",
  "notXml",
  /** An XML file that brings declarations of its own, which are never followed. */
  "declarations",
  "empty",
  /** Names of columns and no rows. */
  "headerOnly",
  "tooManyBytes",
  "tooManyRows",
  "tooManyColumns",
  "tooLongCell",
  "tooManyTables",
  "tooDeep",
  /** A quotation mark opens a cell and nothing closes it; the row is where it opens. */
  "openQuote",
] as const;

/** What is wrong with a row or a cell; the rest can be imported. */
export const CELL_CODES = [
  /** Characters that are no text in the encoding of the file; `count` tells how many in the whole file. */
  "replacedCharacters",
  /** Bytes of value zero, which no text has; taken out. */
  "nul",
  /** Text after the closing quotation mark of a cell; the cell then goes on to the next mark that closes one. */
  "strayQuote",
  /** More or fewer cells than the header has columns; kept. */
  "raggedRow",
  /** A row that sums up the others; left out. */
  "totalRow",
  "notNumber",
  "offScale",
  "unknownWord",
  "notDate",
  /** A date before 1900, or that no calendar has. */
  "impossibleDate",
  "notCount",
  /** Something that was over before it began. */
  "impossibleDuration",
  /** A row of an event log without a case, or without an activity; left out. */
  "noCase",
  "noActivity",
] as const;

export type FatalCode = (typeof FATAL_CODES)[number];
export type CellCode = (typeof CELL_CODES)[number];
export type ProblemCode = FatalCode | CellCode;

export interface ImportProblem {
  readonly code: ProblemCode;
  /** The number of the row in the file, from 1, the header and what stands before it counted; null for the whole. */
  readonly row: number | null;
  /** The number of the column, from 1, and its name; null for the whole row. */
  readonly column: number | null;
  readonly columnName: string;
  /** What stands there, cut to 80 characters. */
  readonly text: string;
}

/** Every problem is counted; of each kind the first hundred are listed. */
export interface ImportProblems {
  readonly listed: readonly ImportProblem[];
  readonly counts: Readonly<Partial<Record<ProblemCode, number>>>;
  /** The first that makes an import impossible; null where there is none. */
  readonly fatal: ImportProblem | null;
}

// ------------------------------------------------------------------------------------------------ tables

export const ENCODINGS = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1252",
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What divides the cells of a text file. */
export const DELIMITERS = [",", ";", "\t", "|"] as const;

export const MOST_HEADER_ROWS = 3;

/** How a file is read, where somebody knows it better than it tells; what is left out is found out. */
export interface FileLayout {
  readonly encoding?: Encoding;
  readonly delimiter?: (typeof DELIMITERS)[number];
  /** How many rows name the columns of each table. */
  readonly headerRows?: number;
}

export const FILE_KINDS = ["csv", "xlsx", "json", "xes"] as const;
export type FileKind = (typeof FILE_KINDS)[number];

export interface TableColumn {
  /** From 0; the cells of a row are in the order of the columns. */
  readonly index: number;
  /** What people see: never empty, never twice in one table. */
  readonly name: string;
  /** The header cells above one another, as they stand in the file, such as question and choice; none without header. */
  readonly parts: readonly string[];
}

export interface TableRow {
  /** Its number in the file, from 1. */
  readonly at: number;
  /** One for each column. Always text and never anything else: `=1+1` is four characters. "" where nothing is said. */
  readonly cells: readonly string[];
}

export interface ImportTable {
  /** From 0 within its file. */
  readonly index: number;
  /** The name of the sheet, or what stands above the table; "" where it has none. */
  readonly name: string;
  readonly file: { readonly name: string; readonly kind: FileKind };
  /** Lines before the header, such as title and period of a report. */
  readonly preamble: readonly string[];
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** Rows that sum up the others, left out of `rows`. */
  readonly totals: readonly TableRow[];
  /** Whether the file itself says what is a number and what a date, so that nothing about writing them is guessed. */
  readonly isTyped: boolean;
}

export interface TablesRead {
  readonly tables: readonly ImportTable[];
  readonly problems: ImportProblems;
  readonly encoding: Encoding | null;
  /** Of a text file with columns; null for others. */
  readonly delimiter: string | null;
}

// ----------------------------------------------------------------------------------------------- mapping

export const TOOLS = [
  "googleForms",
  "typeform",
  "surveyMonkey",
  "qualtrics",
  "delighted",
  "wootric",
  "federalCx",
  "zendesk",
  "ticketTable",
  "ga4Report",
  "ga4Exploration",
  "ga4Funnel",
  "matomo",
  "plausible",
  "xes",
  "uwvLog",
  "eventLog",
  "survey",
  "tickets",
  "counts",
] as const;
/** Whose file it is; the last three are what it seems to be about where no tool is recognised. */
export type ImportTool = (typeof TOOLS)[number];

export const SHAPES = [
  "answers",
  "tickets",
  "counts",
  "funnel",
  "events",
] as const;
/** What a row is. Events go to `readCases`, all others to `readRecords`. */
export type ImportShape = (typeof SHAPES)[number];

export const ROLES = [
  /** An answer on a scale. */
  "value",
  /** The text in it names the touchpoint; only one column has this role. */
  "touchpoint",
  "text",
  "date",
  "channel",
  "segment",
  "weight",
  /** How many; the column's `unit` says what. */
  "count",
  /** A share that the file has computed; `rateIs` says how it writes it. */
  "rate",
  /** How long something took; `timeUnit` says in what. */
  "duration",
  /** When what began at the "date" was over: how long it took lies between. */
  "end",
  /** The name of a step of a funnel; its rows are in order. */
  "step",
  "case",
  "activity",
  "time",
  /** The time of the day whose day stands in the column with the role "time". */
  "clock",
  /** Says who somebody is. Left out until somebody decides otherwise, by giving it another role. */
  "personal",
  "ignored",
] as const;
export type ColumnRole = (typeof ROLES)[number];

/** A word and what it counts as; null where it is no answer ("don't know", "not applicable"). */
export interface AnswerWord {
  readonly word: string;
  readonly value: number | null;
}

export const METRICS = [
  "nps",
  "csat",
  "ces",
  "mark",
  "share",
  "other",
] as const;
export type ImportMetric = (typeof METRICS)[number];

/** What a column was answered on. */
export interface ImportScale {
  readonly metric: ImportMetric;
  readonly low: number;
  readonly high: number;
  readonly isHighBad: boolean;
  /** Two answers, `low` the bad and `high` the good one (the other way round with `isHighBad`). */
  readonly isShare: boolean;
  /** Of marks: from which one on somebody is satisfied, where people have chosen it. */
  readonly goodFrom?: number;
  /** From the lowest to the highest; empty where the cells are numbers. People confirm the order. */
  readonly words: readonly AnswerWord[];
}

export const DATE_STYLES = [
  /** Year first: ISO 8601, and the same with slashes or a space before the time. */
  "yearFirst",
  "dayFirst",
  "monthFirst",
  /** Eight digits, yyyymmdd. */
  "compact",
  "unixSeconds",
  "unixMilliseconds",
] as const;
export type DateStyle = (typeof DATE_STYLES)[number];

export const RATE_WRITINGS = ["fraction", "percent"] as const;
export type RateWriting = (typeof RATE_WRITINGS)[number];

export const TIME_UNITS = ["s", "min", "h", "d"] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

export interface ColumnMapping {
  /** Index of the column. */
  readonly column: number;
  readonly role: ColumnRole;
  /** With the role "value"; null for all others. */
  readonly scale: ImportScale | null;
  /** With roles whose cells are numbers; null for all others. */
  readonly decimal: "." | "," | null;
  /** With the roles "date", "end" and "time"; null for all others. */
  readonly dates: DateStyle | null;
  /** With the role "count": what is counted, in the words of the file. */
  readonly unit: string;
  /** With the role "count": whether counts of several days or pages may be added up; people may not, visits may. */
  readonly isAdditive: boolean;
  /** With the role "rate": whether all is 1 or 100. */
  readonly rateIs?: RateWriting;
  /** With the role "rate": the column that counts on how many a row's rate rests; null where none does. */
  readonly weighedBy?: number | null;
  /** With the role "duration". */
  readonly timeUnit?: TimeUnit;
}

export const FILTER_REASONS = [
  "unfinished",
  "preview",
  /** The tool says that it leaves the row out of its own figures. */
  "excluded",
  /** An event is there when it begins and when it is complete. */
  "began",
  /** There is a row for all of them as well. */
  "parts",
] as const;
export type FilterReason = (typeof FILTER_REASONS)[number];

/** Rows that are left out because of what stands in one column, such as answers that nobody finished. */
export interface RowFilter {
  /** What such rows are, where the file itself tells it. */
  readonly why?: FilterReason;
  /** Somebody has put the rows back. */
  readonly isOff?: boolean;
  readonly column: number;
  /** Without regard to capitals. "" stands for an empty cell. */
  readonly leaveOut: readonly string[];
  /** Where it is there, rows stay only where one of these stands, such as the name of the row for all. */
  readonly keepOnly?: readonly string[];
}

export interface ImportMapping {
  readonly tool: ImportTool;
  readonly shape: ImportShape;
  /** One for each column of the table, in its order. */
  readonly columns: readonly ColumnMapping[];
  /**
   * Where the touchpoint is found: in the text of the column with the role "touchpoint" (or "step"), in the name of
   * each value, count or text column (one question a touchpoint), or nowhere: all is about one, and its key is "".
   */
  readonly touchpointFrom: "column" | "question" | "whole";
  /** What divides several touchpoints in one cell, such as tags; null where a cell holds one. */
  readonly separator: string | null;
  readonly leaveOut: readonly RowFilter[];
  /** The period of the whole file, where it tells one. */
  readonly period: { readonly from: string; readonly to: string } | null;
  /** Of a funnel: whether only those count who came to every step before. Stored with it, because shares differ. */
  readonly isClosed: boolean;
}

/** What a person has to confirm, because the file cannot tell. */
export interface ImportQuestion {
  readonly about:
    | "scale"
    | "direction"
    | "words"
    | "decimal"
    | "rate"
    | "dayOrMonth"
    | "touchpoint"
    | "personal"
    | "openOrClosed";
  /** Index of the column; null for the whole file. */
  readonly column: number | null;
}

export interface Recognised {
  readonly tool: ImportTool;
  /** Whether the tool was known by its own names of columns, or only guessed from what the cells hold. */
  readonly isSure: boolean;
  readonly mapping: ImportMapping;
  readonly questions: readonly ImportQuestion[];
}
