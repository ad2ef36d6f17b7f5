/**
 * What can be wrong, by where: settings of Postgres, unlogged tables, a journey without a log, the number of
 * its newest change, a missing change, one that is in two places, a segment of packed ones, a change, a snapshot, what a snapshot leads to, opening, the rows of a
 * journey, a version.
 */
export type FindingCode =
  | "setting"
  | "unlogged"
  | "no_log"
  | "head"
  | "missing"
  | "twice"
  | "segment"
  | "update"
  | "snapshot"
  | "snapshot_differs"
  | "open"
  | "rows"
  | "version";

export interface Finding {
  readonly code: FindingCode;
  /** Null where it is about the whole database. */
  readonly journeyId: string | null;
  /** For the operator, in plain words. */
  readonly words: string;
}

/** What an error says, for the operator. */
export const wordsOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
