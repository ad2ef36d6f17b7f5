import pg from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { readWriters } from "@/server/activity/map-authors";
import { createTestDatabase, type TestDatabase } from "@/test/postgres";
import { PostgresLog } from "./postgres";
import { logRow } from "./testing/contract-suite";
import { insertEmptyJourney, insertWorkspace } from "./testing/journey-rows";

interface Plan {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly Plans?: readonly Plan[];
}

/** PostgreSQL expects other things of one long log than of many. */
const shapes = [
  { maps: 1, length: 20_000 },
  { maps: 10, length: 2_000 },
];
let database: TestDatabase;
let pool: pg.Pool;
let log: PostgresLog;
const journeyIds: string[] = [];
/** How PostgreSQL answers what is asked of the pool. */
const plans: Plan[] = [];

async function fill({ maps, length }: (typeof shapes)[number]): Promise<void> {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 2 });
  log = new PostgresLog(pool, () => undefined);
  const workspaceId = await insertWorkspace(pool);
  journeyIds.length = 0;
  const data = Y.encodeStateAsUpdate(new Y.Doc());
  for (let map = 0; map < maps; map++) {
    const journeyId = await insertEmptyJourney(pool, workspaceId);
    journeyIds.push(journeyId);
    const rows = [{ ...logRow(""), data }];
    await log.append({ journeyId, afterSeq: 0, rows });
  }
  await pool.query(
    `INSERT INTO document_update (journey_id, seq, epoch, actor_kind, actor_id, conn_id, client_ids, crc32c, codec, data)
     SELECT journey_id, seq + nth, epoch, actor_kind, actor_id, conn_id, client_ids, crc32c, codec, data
     FROM document_update, generate_series(1, $1::int - 1) AS nth`,
    [length],
  );
  await pool.query(`UPDATE document_head SET head_seq = $1`, [length]);
  for (const journeyId of journeyIds)
    await log.saveSnapshot(journeyId, {
      seq: length,
      epoch: 1,
      schemaVersion: 1,
      stateVector: Y.encodeStateVector(new Y.Doc()),
      data,
    });
  await pool.query("ANALYZE");
  const ask = pool.query.bind(pool);
  vi.spyOn(pool, "query").mockImplementation((async (
    asked: string | pg.QueryConfig,
    given?: unknown[],
  ) => {
    const [text, values] =
      typeof asked === "string" ? [asked, given] : [asked.text, asked.values];
    const told = await ask<{ "QUERY PLAN": [{ Plan: Plan }] }>(
      `EXPLAIN (FORMAT JSON) ${text}`,
      values,
    );
    plans.push(told.rows[0]!["QUERY PLAN"][0].Plan);
    return ask(text, values);
  }) as never);
}

/** Whether a plan goes through the changes of all maps. */
const readsAll = (plan: Plan): boolean =>
  (plan["Node Type"] === "Seq Scan" &&
    plan["Relation Name"] === "document_update") ||
  (plan.Plans ?? []).some(readsAll);

describe.each(shapes)("$maps maps, $length changes each", (shape) => {
  const { length } = shape;
  const range = { after: length - 5, upTo: length };
  const steps = () =>
    journeyIds
      .slice(0, 3)
      .map((journeyId) => ({ journeyId, afterSeq: length - 5, seq: length }));

  beforeAll(() => fill(shape));
  afterAll(async () => {
    await log.close();
    await pool.end();
    await database.drop();
  });

  test.each([
    ["opening a map", () => log.load(journeyIds[0]!)],
    ["what is new in it", () => log.readUpdates(journeyIds[0]!, range)],
    ["whose a client is", () => log.readAuthors(journeyIds[0]!, length)],
    ["who wrote, for the feed", () => readWriters(pool, steps())],
  ])(
    "[2.4] however long logs become, only what it needs of them is read for %s",
    async (_what, work) => {
      plans.length = 0;
      expect(await work()).toBeTruthy();
      expect(plans.length).toBeGreaterThan(0);
      expect(plans.filter(readsAll)).toEqual([]);
    },
  );

  test("[N13] who wrote how much in a step is counted for each map alone", async () => {
    const writers = await readWriters(pool, steps());
    expect([...writers.keys()].toSorted()).toEqual(
      journeyIds.slice(0, 3).toSorted(),
    );
    for (const [one, ...others] of writers.values()) {
      expect(one).toMatchObject({ actor: logRow("").actor, edits: 5 });
      expect(others).toEqual([]);
    }
  });
});
