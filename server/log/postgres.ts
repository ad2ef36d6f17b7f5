import type pg from "pg";
import { inTransaction } from "@/server/db/in-transaction";
import { packBlob } from "./blob";
import type {
  Append,
  AppendResult,
  DocumentLog,
  NewSnapshot,
  SnapshotResult,
  StoredDocument,
} from "./contract";
import { GroupCommit } from "./group-commit";
import { readDocument } from "./reading";
import { writeSnapshot } from "./snapshots";

/** The log in Postgres: the only truth about a document. */
export class PostgresLog implements DocumentLog {
  private readonly commits: GroupCommit;

  /** @param report - hears of every failure that is being retried or isolated. */
  constructor(
    private readonly pool: pg.Pool,
    report: (error: unknown) => void,
  ) {
    this.commits = new GroupCommit(pool, report);
  }

  append(append: Append): Promise<AppendResult> {
    return this.commits.append(append);
  }

  load(journeyId: string): Promise<StoredDocument | null> {
    return inTransaction(
      (client) => readDocument(client, journeyId),
      "read",
      this.pool,
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
    return inTransaction(
      (client) => writeSnapshot(client, journeyId, { snapshot, blob }),
      "write",
      this.pool,
    );
  }

  close(): Promise<void> {
    return this.commits.close();
  }
}
