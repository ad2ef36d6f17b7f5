import { randomUUID } from "node:crypto";
import type pg from "pg";

type Db = Pick<pg.Pool, "query">;

/** A workspace for rows of tests. */
export async function insertWorkspace(db: Db): Promise<string> {
  const id = randomUUID();
  await db.query(
    `INSERT INTO "Workspace" (id, slug, name) VALUES ($1, $2, 'Test')`,
    [id, `test-${id}`],
  );
  return id;
}

/** A journey whose log is there and empty, as no command makes one. */
export async function insertEmptyJourney(
  db: Db,
  workspaceId: string,
): Promise<string> {
  const id = randomUUID();
  await db.query(`INSERT INTO "Journey" (id, "workspaceId") VALUES ($1, $2)`, [
    id,
    workspaceId,
  ]);
  await db.query(`INSERT INTO document_head (journey_id) VALUES ($1)`, [id]);
  return id;
}
