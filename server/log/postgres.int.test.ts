import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import {
  createTestDatabase,
  startOwnPostgres,
  type TestDatabase,
} from "@/test/postgres";
import { faultRuns, tellFigure } from "@/test/fault-runs";
import { surviveLostConnections } from "@/server/db/lost-connections";
import { assertDurable } from "./durable-settings";
import { PostgresLog } from "./postgres";
import {
  documentLogContract,
  logRow,
  type LogHarness,
} from "./testing/contract-suite";
import { insertEmptyJourney, insertWorkspace } from "./testing/journey-rows";
import { packingContract } from "./testing/packing-suite";

let database: TestDatabase;
let pool: pg.Pool;
let workspaceId: string;
const report = vi.fn();

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 8 });
  workspaceId = await insertWorkspace(pool);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const newJourney = () => insertEmptyJourney(pool, workspaceId);
const newLog = () => new PostgresLog(pool, report);

const start = async (): Promise<LogHarness> => ({
  log: newLog(),
  newJourney,
  removeJourney: async (id) => {
    await pool.query(`DELETE FROM "Journey" WHERE id = $1`, [id]);
  },
  stop: async () => undefined,
});

documentLogContract("the log in Postgres", start);
packingContract("packing the log in Postgres", start);

/** Reads a journey's log as another node does: whatever comes after what it has. */
async function tail(
  journeyId: string,
  seqs: number[],
  isOver: () => boolean,
): Promise<void> {
  const log = newLog();
  for (let wasOver = false; !wasOver;) {
    wasOver = isOver();
    const after = seqs.at(-1) ?? 0;
    const upTo = (await log.readHeads([journeyId])).get(journeyId)!.headSeq;
    const rows = await log.readUpdates(journeyId, { after, upTo });
    seqs.push(...rows.map(({ seq }) => seq));
  }
}

test("[C10] several writers number every journey without holes, none deadlocks, and who reads along sees each update once", async () => {
  const journeys = await Promise.all(Array.from({ length: 6 }, newJourney));
  const writers = Array.from({ length: 4 }, newLog);
  report.mockClear();
  const rounds = 30;
  const until = Date.now() + (faultRuns.isLong ? 60_000 : 0);
  const stored = journeys.map(() => 0);
  let isOver = false;
  const seen = journeys.map((): number[] => []);
  const reading = journeys.map((id, at) => tail(id, seen[at]!, () => isOver));
  await Promise.all(
    writers.map(async (log, writer) => {
      for (let round = 0; round < rounds || Date.now() < until; round++) {
        const mine = [...journeys.keys()].filter(
          (at) => (at + round + writer) % 3 !== 0,
        );
        const rows = [logRow(`${writer}.${round}`)];
        const appends = mine.map((at) =>
          log.append({ journeyId: journeys[at]!, afterSeq: 0, rows }),
        );
        for (const result of await Promise.all(appends))
          expect(result.ok).toBe(true);
        for (const at of mine) stored[at]!++;
      }
    }),
  );
  isOver = true;
  await Promise.all(reading);
  expect(report).not.toHaveBeenCalled();
  for (const [at, id] of journeys.entries()) {
    const read = await newLog().load(id);
    expect(seen[at]).toEqual(read?.tail.map(({ seq }) => seq));
    expect(read?.tail.map(({ seq }) => seq)).toEqual(
      Array.from({ length: read?.headSeq ?? 0 }, (_, at) => at + 1),
    );
    expect(read?.headSeq).toBe(stored[at]);
  }
  const all = stored.reduce((sum, count) => sum + count, 0);
  expect(all).toBeGreaterThanOrEqual(writers.length * rounds * 4);
  tellFigure("C10", `${all} rows of ${journeys.length} journeys, no deadlock`);
});

test("[2.4] a row that Postgres refuses fails alone", async () => {
  const [good, bad] = await Promise.all([newJourney(), newJourney()]);
  const log = newLog();
  const poison = logRow("b", { connId: "a nul \0 byte" });
  const results = await Promise.all([
    log.append({ journeyId: bad, afterSeq: 0, rows: [poison] }),
    log.append({ journeyId: good, afterSeq: 0, rows: [logRow("a")] }),
  ]);
  expect(results).toEqual([
    { ok: false, reason: "refused" },
    { ok: true, lastSeq: 1 },
  ]);
  expect((await log.load(bad))?.headSeq).toBe(0);
});

test("[FT-26] a flipped bit in a snapshot is found, and the log stands in", async () => {
  const id = await newJourney();
  const log = newLog();
  await log.append({
    journeyId: id,
    afterSeq: 0,
    rows: [logRow("a"), logRow("b")],
  });
  const snapshot = {
    seq: 2,
    epoch: 1,
    schemaVersion: 1,
    stateVector: new Uint8Array([0]),
    data: new Uint8Array([1, 2, 3]),
  };
  expect(await log.saveSnapshot(id, snapshot)).toBe("saved");
  await pool.query(
    `UPDATE document_snapshot SET data = '\\x010203ff' WHERE journey_id = $1`,
    [id],
  );
  expect(await log.load(id)).toMatchObject({
    snapshot: null,
    headSeq: 2,
    damagedSnapshots: 1,
  });
});

test("[FT-26] a flipped bit or a hole in the updates is found before anything is shown", async () => {
  const [flipped, holed] = await Promise.all([newJourney(), newJourney()]);
  const log = newLog();
  for (const journeyId of [flipped, holed]) {
    await log.append({
      journeyId,
      afterSeq: 0,
      rows: [logRow("a"), logRow("b")],
    });
  }
  await pool.query(
    `UPDATE document_update SET data = '\\x00' WHERE journey_id = $1 AND seq = 1`,
    [flipped],
  );
  await pool.query(
    `DELETE FROM document_update WHERE journey_id = $1 AND seq = 1`,
    [holed],
  );
  await expect(log.load(flipped)).rejects.toMatchObject({
    code: "blob_damaged",
  });
  await expect(log.load(holed)).rejects.toMatchObject({ code: "blob_damaged" });
});

test("[2.5] only the newest snapshots are kept", async () => {
  const id = await newJourney();
  const log = newLog();
  const rows = Array.from({ length: 5 }, (_, at) => logRow(String(at)));
  await log.append({ journeyId: id, afterSeq: 0, rows });
  for (let seq = 1; seq <= 5; seq++) {
    const stateVector = new Uint8Array([0]);
    const data = new Uint8Array([seq]);
    await log.saveSnapshot(id, {
      seq,
      epoch: 1,
      schemaVersion: 1,
      stateVector,
      data,
    });
  }
  const kept = await pool.query(
    `SELECT seq::int FROM document_snapshot WHERE journey_id = $1 ORDER BY seq`,
    [id],
  );
  expect(kept.rows.map(({ seq }) => seq)).toEqual([3, 4, 5]);
});

test("[2.4] a server that does not store durably is refused", async () => {
  const client = await pool.connect();
  await client.query("SET synchronous_commit = off");
  const refusal = {
    code: "not_durable",
    message: expect.stringMatching(/synchronous_commit/),
  };
  await expect(assertDurable(client)).rejects.toMatchObject(refusal);
  client.release(true);
});

test("[2.4] a server without fsync, and one with a table that a crash empties, are refused by name", async () => {
  /** A server with these settings off, and the tables of this one: nobody can switch them off for one connection. */
  const withOff = (db: pg.PoolClient, off: readonly string[]) => {
    const isOff = (name: string) => (off.includes(name) ? "off" : "on");
    const settings = ["fsync", "synchronous_commit", "jit"].map(
      (name) => `('${name}', '${isOff(name)}')`,
    );
    const view = `(VALUES ${settings.join(", ")}) AS s(name, setting)`;
    const query = async (sql: string) =>
      db.query(sql.replace("pg_settings", view));
    return { query } as never;
  };
  const client = await pool.connect();
  try {
    await assertDurable(withOff(client, ["jit"]));
    await expect(
      assertDurable(withOff(client, ["fsync"])),
    ).rejects.toMatchObject({
      code: "not_durable",
      message: expect.stringMatching(/fsync/),
    });
    await client.query("BEGIN");
    await client.query("CREATE UNLOGGED TABLE left_over (id int)");
    await expect(assertDurable(withOff(client, []))).rejects.toMatchObject({
      code: "not_durable",
      message: expect.stringMatching(/left_over/),
    });
    await client.query("ROLLBACK");
  } finally {
    client.release(true);
  }
});

test("[2.4] what we pack PostgreSQL does not try to pack again", async () => {
  const { rows } = await pool.query(
    `SELECT attrelid::regclass::text AS table, attstorage AS storage FROM pg_attribute
     WHERE attname = 'data' AND atttypid = 'bytea'::regtype
       AND attrelid::regclass::text ~ '^(document_|"JourneyVersion)' ORDER BY 1`,
  );
  expect(rows.map(({ storage }) => storage)).toEqual(["e", "e", "e", "e"]);
});

test("[C3] what is appended while Postgres is away is stored once it returns, each update once", async () => {
  const postgres = await startOwnPostgres();
  const own = new pg.Pool({
    connectionString: postgres.url,
    max: 4,
    connectionTimeoutMillis: 2_000,
  });
  surviveLostConnections(own);
  await assertDurable(own);
  const failures = vi.fn();
  const log = new PostgresLog(own, failures);
  const id = await insertEmptyJourney(own, await insertWorkspace(own));
  let seq = 0;
  const sent: string[] = [];
  const appendOne = (word: string) => {
    sent.push(word);
    return log
      .append({ journeyId: id, afterSeq: seq, rows: [logRow(word)] })
      .then((result) => {
        if (result.ok) seq = result.lastSeq;
        return result;
      });
  };
  for (let round = 0; round < 3; round++) {
    const busy = Array.from({ length: 50 }, (_, at) =>
      appendOne(`${round}.${at}`),
    );
    await busy[5];
    await postgres.kill();
    const late = appendOne(`${round}.late`);
    await vi.waitFor(() => expect(failures).toHaveBeenCalled());
    await postgres.start();
    for (const result of await Promise.all([...busy, late]))
      expect(result.ok).toBe(true);
    failures.mockClear();
  }
  const words = (await log.load(id))?.tail.map(({ data }) =>
    new TextDecoder().decode(data),
  );
  expect(words).toEqual(sent);
  await log.close();
  await own.end();
  await postgres.destroy();
});
