import type pg from "pg";
import { inTransaction } from "@/server/db/in-transaction";
import { readClients } from "./authors";
import { packBlob } from "./blob";
import { checkSnapshot } from "./check-snapshot";
import type {
  Append,
  AppendResult,
  DocumentLog,
  LogHead,
  NewSnapshot,
  PackResult,
  Range,
  SnapshotResult,
  StoredDocument,
  StoredUpdate,
} from "./contract";
import { GroupCommit } from "./group-commit";
import { LogWorker } from "./log-worker";
import { openDocument } from "./opening";
import { readDocument, readHeads, readUpdates } from "./reading";
import { packJourney } from "./segments/pack";
import type { PackWish } from "./segments/plan";
import { writeSnapshot } from "./snapshots";

/** The log in Postgres: the only truth about a document. */
export class PostgresLog implements DocumentLog {
  private readonly commits: GroupCommit;
  private readonly distrusted = new Map<string, Set<number>>();

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

  distrust(journeyId: string, seq: number): void {
    const known = this.distrusted.get(journeyId) ?? new Set();
    this.distrusted.set(journeyId, known.add(seq));
  }

  async load(journeyId: string): Promise<StoredDocument | null> {
    const passedOver = this.distrusted.get(journeyId);
    if (!passedOver) {
      const { pool: db, worker } = this;
      const opened = await openDocument({ db, worker }, journeyId);
      if (opened !== "careful") return opened;
    }
    return inTransaction(
      (db) => readDocument(db, journeyId, passedOver),
      "read",
      this.pool,
    );
  }

  readUpdates(journeyId: string, range: Range): Promise<StoredUpdate[]> {
    return readUpdates(this.pool, journeyId, range);
  }

  readHeads(journeyIds: readonly string[]): Promise<Map<string, LogHead>> {
    return readHeads(this.pool, journeyIds);
  }

  async readAuthors(
    journeyId: string,
    upToSeq: number,
  ): Promise<Map<number, string>> {
    const clients = await readClients(this.pool, journeyId, upToSeq);
    return new Map(clients.map(([client, author]) => [client, author]));
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

  pack(journeyId: string, wish: PackWish): Promise<PackResult> {
    const { pool, worker, report } = this;
    return packJourney({ pool, worker, report }, journeyId, wish);
  }

  async close(): Promise<void> {
    await this.commits.close();
    await this.worker.close();
  }
}
