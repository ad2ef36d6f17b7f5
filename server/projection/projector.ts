import type pg from "pg";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { writeProjection, type Written } from "./write-projection";

/** Runs work in one transaction of a pool. */
export async function inTransactionOf<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    const result = await work(client);
    await client.query("COMMIT");
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** The workspace of a journey, or null where the journey is gone. */
export async function workspaceOf(
  db: Pick<pg.ClientBase, "query">,
  journeyId: string,
): Promise<string | null> {
  const { rows } = await db.query<{ workspaceId: string }>(
    `SELECT "workspaceId" FROM "Journey" WHERE id = $1`,
    [journeyId],
  );
  return rows[0]?.workspaceId ?? null;
}

/** Keeps the rows of one journey up to date, and remembers them to write only what changed. */
export class JourneyProjector {
  private before: Written | null = null;

  constructor(
    private readonly pool: pg.Pool,
    private readonly journeyId: string,
  ) {}

  async project(map: JourneyMap, seq: number): Promise<void> {
    const { journeyId, before } = this;
    this.before = await inTransactionOf(this.pool, async (client) => {
      const workspaceId = await workspaceOf(client, journeyId);
      if (workspaceId === null) return null;
      return writeProjection(client, {
        scope: { workspaceId, journeyId },
        map,
        seq,
        before,
      });
    });
  }
}
