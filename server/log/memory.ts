import { AppError } from "@/server/errors";
import { packBlob, unpackBlob, type Blob } from "./blob";
import { hasRegressed } from "./clocks";
import { snapshotsKept } from "./contract";
import type {
  Append,
  AppendResult,
  DocumentLog,
  LogRow,
  NewSnapshot,
  SnapshotResult,
  StoredDocument,
} from "./contract";
import { authorKey } from "./contract";

interface KeptDocument {
  rows: (LogRow & { seq: number; blob: Blob })[];
  snapshots: (NewSnapshot & { blob: Blob })[];
}

/** A log that lives as long as the process; the contract suite proves that it behaves as Postgres does. */
export class MemoryLog implements DocumentLog {
  private readonly documents = new Map<string, KeptDocument>();
  private isClosed = false;

  /** Makes the empty log of a new journey. */
  create(journeyId: string): void {
    this.documents.set(journeyId, { rows: [], snapshots: [] });
  }

  remove(journeyId: string): void {
    this.documents.delete(journeyId);
  }

  async append({ journeyId, rows }: Append): Promise<AppendResult> {
    if (this.isClosed) throw new AppError("log_closed");
    const blobs = await Promise.all(rows.map(({ data }) => packBlob(data)));
    const document = this.documents.get(journeyId);
    if (!document) return { ok: false, reason: "not_found" };
    const known = new Set(
      document.rows.flatMap(({ idemKey }) => idemKey ?? []),
    );
    if (rows.some(({ idemKey }) => idemKey !== null && known.has(idemKey))) {
      return { ok: false, reason: "duplicate" };
    }
    rows.forEach((row, at) => {
      document.rows.push({
        ...row,
        blob: blobs[at] as Blob,
        seq: document.rows.length + 1,
      });
    });
    return { ok: true, lastSeq: document.rows.length };
  }

  async load(journeyId: string): Promise<StoredDocument | null> {
    const document = this.documents.get(journeyId);
    if (!document) return null;
    const rows = [...document.rows];
    const newest = document.snapshots.at(-1);
    const snapshotSeq = newest?.seq ?? 0;
    return {
      epoch: 1,
      headSeq: rows.length,
      projSeq: 0,
      snapshotSeq,
      snapshot: newest ? await unpackBlob(newest.blob) : null,
      tail: await Promise.all(
        rows
          .filter(({ seq }) => seq > snapshotSeq)
          .map(async ({ seq, blob, actor, clientIds }) => ({
            seq,
            data: await unpackBlob(blob),
            actor,
            clientIds,
          })),
      ),
      damagedSnapshots: 0,
    };
  }

  async readAuthors(
    journeyId: string,
    upToSeq: number,
  ): Promise<Map<number, string>> {
    const authors = new Map<number, string>();
    for (const { seq, actor, clientIds } of this.documents.get(journeyId)
      ?.rows ?? []) {
      if (seq > upToSeq) break;
      for (const id of clientIds)
        if (!authors.has(id)) authors.set(id, authorKey(actor));
    }
    return authors;
  }

  async findIdem(journeyId: string, wanted: string): Promise<number | null> {
    const rows = this.documents.get(journeyId)?.rows ?? [];
    return rows.find(({ idemKey }) => idemKey === wanted)?.seq ?? null;
  }

  async saveSnapshot(
    journeyId: string,
    snapshot: NewSnapshot,
  ): Promise<SnapshotResult> {
    const blob = await packBlob(snapshot.data);
    const document = this.documents.get(journeyId);
    if (!document) return "not_found";
    const newest = document.snapshots.at(-1);
    if (newest && newest.seq >= snapshot.seq) return "stale";
    if (newest && hasRegressed(newest.stateVector, snapshot.stateVector))
      return "regressed";
    document.snapshots = [...document.snapshots, { ...snapshot, blob }].slice(
      -snapshotsKept,
    );
    return "saved";
  }

  async close(): Promise<void> {
    this.isClosed = true;
  }
}
