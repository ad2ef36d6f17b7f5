import type pg from "pg";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { inTransaction } from "@/server/db/in-transaction";
import { writeProjection, type Written } from "./write-projection";

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
    const write = async (client: pg.PoolClient) => {
      const workspaceId = await workspaceOf(client, journeyId);
      if (workspaceId === null) return null;
      const scope = { workspaceId, journeyId };
      return writeProjection(client, { scope, map, seq, before });
    };
    this.before = await inTransaction(write, "write", this.pool);
  }
}
