import type { PackWish } from "./segments/plan";

/**
 * Who is written down as the author of an update. `person` is a stakeholder without an account; `system` is the
 * server itself.
 */
export interface LogActor {
  readonly kind: "user" | "token" | "system" | "person";
  readonly id: string;
}

/** How an author is written where only equality matters. */
export const authorKey = (actor: LogActor): string =>
  `${actor.kind}:${actor.id}`;

/** One update on its way into the log. */
export interface LogRow {
  readonly data: Uint8Array;
  readonly actor: LogActor;
  /** The seat or call it came through; together with the bytes it identifies the row after a lost reply. */
  readonly connId: string;
  /** Yjs clients whose structs the update brings. */
  readonly clientIds: readonly number[];
  /** Given once per journey: a repeated request is found by it. */
  readonly idemKey: string | null;
}

/** One update as it was read back. */
export interface StoredUpdate {
  readonly seq: number;
  readonly data: Uint8Array;
  readonly actor: LogActor;
  readonly clientIds: readonly number[];
}

/**
 * A document as one consistent read found it. Snapshot and tail together are everything up to `headSeq`; of a
 * large document all of it is in the snapshot, and the tail is empty.
 */
export interface StoredDocument {
  readonly epoch: number;
  readonly headSeq: number;
  readonly projSeq: number;
  readonly snapshotSeq: number;
  readonly snapshot: Uint8Array | null;
  readonly tail: readonly StoredUpdate[];
  /** Snapshots that could not be read; an older one and a longer tail stand in. */
  readonly damagedSnapshots: number;
}

export interface NewSnapshot {
  readonly seq: number;
  readonly epoch: number;
  readonly schemaVersion: number;
  readonly stateVector: Uint8Array;
  readonly data: Uint8Array;
  /**
   * The canonical hash of the document that it was made from. Where it is given, the snapshot is read back
   * and has to lead to it.
   */
  readonly hash?: string | null;
}

/** Updates after a seq, up to and including another. */
export interface Range {
  readonly after: number;
  readonly upTo: number;
}

/** Rows of one journey to append together, in their order. */
export interface Append {
  readonly journeyId: string;
  /** The newest seq that the caller knows to be stored. */
  readonly afterSeq: number;
  /** Of the document that the rows belong to; where it is given, no other takes them. */
  readonly epoch?: number;
  /** They are right directly behind `afterSeq` only, and are not stored where something else is there by now. */
  readonly isStrict?: boolean;
  readonly rows: readonly LogRow[];
}

/** Where the log of a document has got to. */
export interface LogHead {
  readonly headSeq: number;
  readonly epoch: number;
}

/**
 * `not_found`: the journey has no log (any more). `duplicate`: an idempotency key was used before.
 * `refused`: the store will never take these rows. `stale`: others have stored something since `afterSeq`.
 * `other_epoch`: the journey has another history now.
 */
export type AppendRefusal =
  | "not_found"
  | "duplicate"
  | "refused"
  | "stale"
  | "other_epoch";

/**
 * Rows of one append have consecutive numbers up to `lastSeq`: what lies between them and `afterSeq` was stored
 * by others.
 */
export type AppendResult =
  | { readonly ok: true; readonly lastSeq: number }
  | { readonly ok: false; readonly reason: AppendRefusal };

/**
 * `regressed`: some client's clock is lower than in the snapshot before, so this is not the same document.
 * `wrong`: read back it was not what it was made from, and is gone again.
 */
export type SnapshotResult =
  | "saved"
  | "stale"
  | "busy"
  | "regressed"
  | "wrong"
  | "not_found";

/**
 * `unproved`: no kept snapshot says what the changes say that it should stand in for, or something could not
 * be read; the log stays as it is. `busy`: its snapshots are being written.
 */
export interface PackResult {
  readonly outcome: "packed" | "nothing" | "busy" | "unproved" | "not_found";
  /** How many were moved out of the log. */
  readonly changes: number;
}

/** The durable side of journey documents: an append-only list of updates, and snapshots that shorten reading it. */
export interface DocumentLog {
  /**
   * Appends rows, all or none, and resolves when they are durable. While the store is away it keeps trying,
   * in order, so the promise may take long; it rejects only with AppError `log_closed`.
   */
  append(append: Append): Promise<AppendResult>;
  /**
   * Reads a document in one consistent view, or null where there is none.
   *
   * @throws AppError `blob_damaged` when updates cannot be read and nothing stands in for them.
   */
  load(journeyId: string): Promise<StoredDocument | null>;
  /**
   * Updates of a part of the log, in their order.
   *
   * @throws AppError `blob_damaged` when one is missing or cannot be read.
   */
  readUpdates(journeyId: string, range: Range): Promise<StoredUpdate[]>;
  /** Where the logs of journeys have got to; those that have none are missing. */
  readHeads(journeyIds: readonly string[]): Promise<Map<string, LogHead>>;
  /** The first author of every Yjs client up to and including a seq. */
  readAuthors(journeyId: string, upToSeq: number): Promise<Map<number, string>>;
  /** The seq that a request with this key got, or null; known as long as its change is not packed. */
  findIdem(journeyId: string, idemKey: string): Promise<number | null>;
  /** A snapshot turned out to be no whole document: from now on it is passed over, and stays as it is. */
  distrust(journeyId: string, seq: number): void;
  /** Stores a snapshot and keeps the three newest. */
  saveSnapshot(
    journeyId: string,
    snapshot: NewSnapshot,
  ): Promise<SnapshotResult>;
  /**
   * Moves old changes out of the list into packed segments, where they are read from when somebody asks who
   * wrote what. Loading, numbers and authors stay what they were.
   */
  pack(journeyId: string, wish: PackWish): Promise<PackResult>;
  /** Gives up what is still waiting. */
  close(): Promise<void>;
}

export const snapshotsKept = 3;
