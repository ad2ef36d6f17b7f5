import type pg from "pg";
import { inTransaction } from "@/server/db/in-transaction";
import { packBlob } from "./blob";
import { checkSnapshot } from "./check-snapshot";
import type {
  Append,
  AppendResult,
  DocumentLog,
  NewSnapshot,
  SnapshotResult,
  StoredDocument,
} from "./contract";
import { GroupCommit } from "./group-commit";
import { mergeLarge, readLarge } from "./large";
import { LogWorker } from "./log-worker";
import { readDocument } from "./reading";
import { writeSnapshot } from "./snapshots";

/** The log in Postgres: the only truth about a document. */
export class PostgresLog implements DocumentLog {
  private readonly commits: GroupCommit;

  /**
   * @param report - hears of every failure that is being retried or isolated, and of wrong snapshots.
   * @param worker - does what is heavy about large documents.
   */
  constructor(
    private readonly pool: pg.Pool,
    private readonly report: (error: unknown) => void,
    private readonly worker = new LogWorker(null),
  ) {
    this.commits = new GroupCommit(pool, report);
  }

  append(append: Append): Promise<AppendResult> {
    return this.commits.append(append);
  }

  async load(journeyId: string): Promise<StoredDocument | null> {
    // What went wrong with it beside this thread, the careful way finds out, and reads around it if it can.
    return (
      (await this.loadLarge(journeyId)) ??
      this.read((db) => readDocument(db, journeyId))
    );
  }

  async readAuthors(
    journeyId: string,
    upToSeq: number,
  ): Promise<Map<number, string>> {
    const { rows } = await this.pool.query<{
      client_id: string;
      author: string;
    }>(
      `SELECT DISTINCT ON (client_id) client_id, actor_kind || ':' || actor_id AS author
       FROM document_update, unnest(client_ids) AS client_id
       WHERE journey_id = $1 AND seq <= $2 ORDER BY client_id, seq`,
      [journeyId, upToSeq],
    );
    return new Map(rows.map((row) => [Number(row.client_id), row.author]));
  }

  async findIdem(journeyId: string, idemKey: string): Promise<number | null> {
    const { rows } = await this.pool.query<{ seq: string }>(
      `SELECT seq FROM document_update WHERE journey_id = $1 AND idem_key = $2`,
      [journeyId, idemKey],
    );
    return rows[0] ? Number(rows[0].seq) : null;
  }

  async saveSnapshot(
    journeyId: string,
    snapshot: NewSnapshot,
  ): Promise<SnapshotResult> {
    const blob = await packBlob(snapshot.data);
    const result = await inTransaction(
      (client) => writeSnapshot(client, journeyId, { snapshot, blob }),
      "write",
      this.pool,
    );
    const { seq, hash } = snapshot;
    const { pool, worker, report } = this;
    if (result !== "saved" || !hash) return result;
    return (await checkSnapshot(
      { pool, worker, report },
      { journeyId, seq, hash },
    ))
      ? "saved"
      : "wrong";
  }

  async close(): Promise<void> {
    await this.commits.close();
    await this.worker.close();
  }

  private async loadLarge(journeyId: string): Promise<StoredDocument | null> {
    if (!this.worker.isApart) return null;
    const large = await this.read((db) => readLarge(db, journeyId));
    return large && mergeLarge(this.worker, large);
  }

  private read<T>(work: (db: pg.PoolClient) => Promise<T>): Promise<T> {
    return inTransaction(work, "read", this.pool);
  }
}
