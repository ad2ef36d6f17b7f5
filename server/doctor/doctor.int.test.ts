import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import * as Y from "yjs";
import { createDocument } from "@/lib/journey/create";
import { SCHEMA_VERSION } from "@/lib/journey/limits";
import { resolve } from "@/lib/journey/resolve";
import { addTouchpoint } from "@/lib/journey/touchpoints";
import { testContext } from "@/lib/journey/testing/context";
import { inTransaction } from "@/server/db/in-transaction";
import { packBlob } from "@/server/log/blob";
import { createJourneyDocument } from "@/server/log/create-journey-document";
import { PostgresLog } from "@/server/log/postgres";
import { insertWorkspace } from "@/server/log/testing/journey-rows";
import { rebuildJourney } from "@/server/projection/rebuild";
import { putVersion } from "@/server/versions/store";
import { createTestDatabase, type TestDatabase } from "@/test/postgres";
import { diagnose, type DoctorWish } from "./doctor";
import type { Finding } from "./finding";

let database: TestDatabase;
let pool: pg.Pool;
let log: PostgresLog;
let sick: string;
let sound: string;

const actor = { kind: "user", id: "ada" } as const;
const edits = 8;
const snapshotsAt = [3, 5, 7];

/** A journey of nine changes with three snapshots, rows and a version. */
async function grownJourney(workspaceId: string): Promise<string> {
  const journeyId = randomUUID();
  const doc = createDocument(
    { newId: randomUUID, random: Math.random },
    {
      title: "Buying shoes",
      locale: "en",
      personas: [],
      lanes: [],
      stages: [{ key: "s1", title: "Awareness" }],
    },
  );
  const seedUpdate = Y.encodeStateAsUpdate(doc);
  await inTransaction(
    (client) =>
      createJourneyDocument(client, {
        journeyId,
        workspaceId,
        seedUpdate,
        actor,
      }),
    "write",
    pool,
  );
  const context = { ...testContext(doc), newId: randomUUID };
  const stageId = resolve(doc).stages[0]!.id;
  for (let edit = 0; edit < edits; edit++) {
    const before = Y.encodeStateVector(doc);
    addTouchpoint(context, { stageId, title: `Advert ${edit}` });
    const seq = await append(journeyId, Y.encodeStateAsUpdate(doc, before));
    if (snapshotsAt.includes(seq)) await snapshot(journeyId, doc, seq);
  }
  await rebuildJourney({ pool, log }, journeyId);
  await putVersion(pool, {
    journeyId,
    map: resolve(doc),
    seq: edits + 1,
    reason: "asked",
  });
  return journeyId;
}

async function append(journeyId: string, data: Uint8Array): Promise<number> {
  const row = { data, actor, connId: "c", clientIds: [], idemKey: null };
  const result = await log.append({ journeyId, afterSeq: 0, rows: [row] });
  return result.ok ? result.lastSeq : 0;
}

async function snapshot(journeyId: string, doc: Y.Doc, seq: number) {
  const result = await log.saveSnapshot(journeyId, {
    seq,
    epoch: 1,
    schemaVersion: SCHEMA_VERSION,
    stateVector: Y.encodeStateVector(doc),
    data: Y.encodeStateAsUpdate(doc),
  });
  expect(result).toBe("saved");
}

async function check(wish: Partial<DoctorWish> = {}) {
  const found: Finding[] = [];
  const diagnosis = await diagnose(
    { pool, log },
    {
      // The tests' server does without durability; one of them is about that.
      onFinding: (one) => one.code === "setting" || found.push(one),
      onProgress: () => undefined,
      ...wish,
    },
  );
  return { diagnosis, found };
}

/** Turns one bit around, deep in the bytes of a row. */
const flip = (table: string, at: string) =>
  pool.query(
    `UPDATE ${table} SET data = set_bit(data, 77, 1 - get_bit(data, 77)) WHERE ${at} AND "${
      table === `"JourneyVersion"` ? "journeyId" : "journey_id"
    }" = $1`,
    [sick],
  );

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 4 });
  log = new PostgresLog(pool, () => undefined);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});
beforeEach(async () => {
  await pool.query(
    `TRUNCATE "Workspace", document_update, document_snapshot, document_state CASCADE`,
  );
  for (const table of ["TouchpointRow", "StageRow"])
    await pool.query(`TRUNCATE "${table}"`);
  const workspaceId = await insertWorkspace(pool);
  sick = await grownJourney(workspaceId);
  sound = await grownJourney(workspaceId);
});

test("nothing is found where nothing is wrong", async () => {
  const { diagnosis, found } = await check();
  expect(found).toEqual([]);
  expect(diagnosis).toMatchObject({ maps: 2, repaired: [], behind: 0 });
});

test("[FT-26] a bit flipped in a snapshot is found, with its journey and its change, and in no other map", async () => {
  await flip("document_snapshot", "seq = 5");
  const { found } = await check();
  expect(found).toEqual([
    {
      code: "snapshot",
      journeyId: sick,
      words: "the snapshot at change 5 is damaged: checksum differs",
    },
  ]);
});

test("[FT-26] a bit flipped in an update is found, and what it keeps from opening", async () => {
  await flip("document_update", "seq = 6");
  const { found } = await check();
  expect(new Set(found.map(({ journeyId }) => journeyId))).toEqual(
    new Set([sick]),
  );
  expect(found.map(({ code }) => code)).toEqual([
    "update",
    // From all changes alone, and from the snapshots before it; not from the one after it.
    "open",
    "open",
    "open",
  ]);
  expect(found[0]?.words).toContain("change 6 is damaged");
});

test("[FT-26] a row that is gone is found, in the middle and at the end", async () => {
  await pool.query(
    `DELETE FROM document_update WHERE journey_id = $1 AND seq IN (2, 3)`,
    [sick],
  );
  const middle = await check();
  expect(middle.found).toMatchObject([
    { code: "missing", journeyId: sick, words: "changes 2 to 3 are missing" },
    { code: "open", journeyId: sick },
  ]);
  await pool.query(
    `DELETE FROM document_update WHERE journey_id = $1 AND seq = 9`,
    [sick],
  );
  const end = await check();
  expect(end.found.map(({ code }) => code)).toContain("head");
  expect(end.found.every(({ journeyId }) => journeyId === sick)).toBe(true);
});

test("[FT-26] rows that are not what the map says are found, and written anew only when that is asked for", async () => {
  await pool.query(
    `UPDATE "TouchpointRow" SET title = 'Other' WHERE "journeyId" = $1 AND ordinal = 1`,
    [sick],
  );
  await pool.query(
    `DELETE FROM "TouchpointRow" WHERE "journeyId" = $1 AND ordinal = 2`,
    [sick],
  );
  await pool.query(`UPDATE "Journey" SET title = 'Other' WHERE id = $1`, [
    sick,
  ]);
  const wrong = [
    {
      code: "rows",
      journeyId: sick,
      words: "TouchpointRow: 1 rows not as in the map, 1 missing, 0 too many",
    },
    {
      code: "rows",
      journeyId: sick,
      words: "Journey: title not as in the map",
    },
  ];
  expect((await check()).found).toEqual(wrong);
  expect((await check()).found).toEqual(wrong);
  const { diagnosis, found } = await check({ repairsRows: true });
  expect(found).toEqual([]);
  expect(diagnosis.repaired).toEqual([sick]);
  expect((await check()).found).toEqual([]);
});

test("a snapshot that reads well and says something else is found", async () => {
  const { snapshot: newest } = (await log.load(sick))!;
  const doc = new Y.Doc();
  Y.applyUpdate(doc, newest!);
  addTouchpoint(
    { ...testContext(doc), newId: randomUUID },
    { stageId: resolve(doc).stages[0]!.id, title: "Nobody wrote this" },
  );
  const { codec, crc32c, data } = await packBlob(Y.encodeStateAsUpdate(doc));
  await pool.query(
    `UPDATE document_snapshot SET codec = $2, crc32c = $3, data = $4, sv = $5
     WHERE journey_id = $1 AND seq = 7`,
    [sick, codec, crc32c, data, Y.encodeStateVector(doc)],
  );
  expect((await check()).found).toEqual([
    {
      code: "snapshot_differs",
      journeyId: sick,
      words:
        "the snapshot at change 7 with what follows gives another map than all changes alone",
    },
  ]);
});

test("a version that is damaged is found", async () => {
  await flip(`"JourneyVersion"`, "seq = 9");
  expect((await check()).found).toMatchObject([
    { code: "version", journeyId: sick },
  ]);
});

test("rows that only lack the newest changes are counted and no finding", async () => {
  const doc = new Y.Doc();
  const stored = (await log.load(sick))!;
  Y.applyUpdate(doc, stored.snapshot!);
  for (const { data } of stored.tail) Y.applyUpdate(doc, data);
  const before = Y.encodeStateVector(doc);
  addTouchpoint(
    { ...testContext(doc), newId: randomUUID },
    { stageId: resolve(doc).stages[0]!.id, title: "Not projected" },
  );
  await append(sick, Y.encodeStateAsUpdate(doc, before));
  const { diagnosis, found } = await check();
  expect(found).toEqual([]);
  expect(diagnosis.behind).toBe(1);
});

test("one journey can be checked alone, and one that is not there is said not to be there", async () => {
  await flip("document_snapshot", "seq = 5");
  expect((await check({ journeyId: sound })).found).toEqual([]);
  expect((await check({ journeyId: sick })).found).toHaveLength(1);
  await expect(check({ journeyId: randomUUID() })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("a journey without a log is found", async () => {
  await pool.query(`DELETE FROM document_head WHERE journey_id = $1`, [sick]);
  expect((await check()).found).toMatchObject([
    { code: "no_log", journeyId: sick },
  ]);
});

test("settings and tables that lose what was stored are found", async () => {
  await pool.query(`ALTER TABLE document_state SET UNLOGGED`);
  const found: Finding[] = [];
  const { findings } = await diagnose(
    { pool, log },
    { onFinding: (one) => found.push(one), onProgress: () => undefined },
  );
  await pool.query(`ALTER TABLE document_state SET LOGGED`);
  expect(found).toMatchObject([
    { code: "setting", words: expect.stringContaining("fsync = off") },
    { code: "setting", words: expect.stringContaining("synchronous_commit") },
    { code: "unlogged", words: expect.stringContaining("document_state") },
  ]);
  expect(findings).toBe(3);
});
