/** Who is written down as the author of an update. `system` is the server itself. */
export interface LogActor {
  readonly kind: "user" | "token" | "system";
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

/** Rows of one journey to append together, in their order. */
export interface Append {
  readonly journeyId: string;
  /** The newest seq that the caller knows to be stored. */
  readonly afterSeq: number;
  readonly rows: readonly LogRow[];
}

/**
 * `not_found`: the journey has no log (any more). `duplicate`: an idempotency key was used before.
 * `refused`: the store will never take these rows.
 */
export type AppendResult =
  | { readonly ok: true; readonly lastSeq: number }
  | {
      readonly ok: false;
      readonly reason: "not_found" | "duplicate" | "refused";
    };

/**
 * `regressed`: some client's clock is lower than in the snapshot before, so this is not the same document.
 * `wrong`: read back it was not what it was made from, and is gone again.
 */
export type SnapshotResult =
  "saved" | "stale" | "busy" | "regressed" | "wrong" | "not_found";

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
  /** The first author of every Yjs client up to and including a seq. */
  readAuthors(journeyId: string, upToSeq: number): Promise<Map<number, string>>;
  /** The seq that a request with this key got, or null. */
  findIdem(journeyId: string, idemKey: string): Promise<number | null>;
  /** Stores a snapshot and keeps the three newest. */
  saveSnapshot(
    journeyId: string,
    snapshot: NewSnapshot,
  ): Promise<SnapshotResult>;
  /** Gives up what is still waiting. */
  close(): Promise<void>;
}

export const snapshotsKept = 3;
