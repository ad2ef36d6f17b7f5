import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { resolve } from "@/lib/journey/resolve";
import { bundleProgram } from "@/test/child-program";
import { createTestDatabase, type TestDatabase } from "@/test/postgres";
import { packBlob } from "./blob";
import { canonicalHash } from "./canonical-hash";
import { documentOf } from "./document-of";
import { LogWorker } from "./log-worker";
import { PostgresLog } from "./postgres";
import { insertEmptyJourney, insertWorkspace } from "./testing/journey-rows";

let database: TestDatabase;
let pool: pg.Pool;
let bundle: Awaited<ReturnType<typeof bundleProgram>>;
let workspaceId: string;
const logs: PostgresLog[] = [];
const report = vi.fn();

function newLog(script: string | null): PostgresLog {
  const log = new PostgresLog(pool, report, new LogWorker(script));
  logs.push(log);
  return log;
}

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 4 });
  workspaceId = await insertWorkspace(pool);
  bundle = await bundleProgram("server/log/worker-main.ts");
});
afterAll(async () => {
  for (const log of logs) await log.close();
  await bundle.remove();
  await pool.end();
  await database.drop();
});
beforeEach(() => {
  report.mockClear();
});

const actor = { kind: "user", id: "ada" } as const;

/** A journey, its document, and a way to write into both. */
async function newJourney(log: PostgresLog) {
  const journeyId = await insertEmptyJourney(pool, workspaceId);
  const doc = new Y.Doc();
  const words = doc.getMap<string>("words");
  const write = async (key: string, bytes = 20, and = () => {}) => {
    const before = Y.encodeStateVector(doc);
    and();
    words.set(key, randomBytes(bytes).toString("base64"));
    const data = Y.encodeStateAsUpdate(doc, before);
    const row = { data, actor, connId: "c", clientIds: [], idemKey: null };
    const result = await log.append({ journeyId, afterSeq: 0, rows: [row] });
    return result.ok ? result.lastSeq : 0;
  };
  const snapshot = (seq: number, hash = hashOf(doc)) =>
    log.saveSnapshot(journeyId, {
      seq,
      epoch: 1,
      schemaVersion: 1,
      stateVector: Y.encodeStateVector(doc),
      data: Y.encodeStateAsUpdate(doc),
      hash,
    });
  return { journeyId, doc, words, write, snapshot };
}

const hashOf = (doc: Y.Doc) => canonicalHash(resolve(doc));

async function snapshotsOf(journeyId: string) {
  const { rows } = await pool.query<{ seq: string }>(
    `SELECT seq FROM document_snapshot WHERE journey_id = $1 ORDER BY seq`,
    [journeyId],
  );
  return rows.map(({ seq }) => Number(seq));
}

const wordsOf = (doc: Y.Doc) => doc.getMap("words").toJSON();

test("[2.5] a large document comes in one piece from the thread and says the same; a small one comes as it rests", async () => {
  const log = newLog(bundle.outfile);
  const { journeyId, doc, write, snapshot } = await newJourney(log);
  await write("first");
  expect((await log.load(journeyId))?.tail).toHaveLength(1);
  expect(await snapshot(await write("large", 700_000))).toBe("saved");
  expect(await log.load(journeyId)).toMatchObject({ snapshotSeq: 2 });
  await write("more", 100_000);
  await write("first");
  const large = (await log.load(journeyId))!;
  expect(large).toMatchObject({ headSeq: 4, snapshotSeq: 2, tail: [] });
  expect(wordsOf(documentOf(large))).toEqual(wordsOf(doc));
  const careful = (await newLog(null).load(journeyId))!;
  expect(careful.tail).toHaveLength(2);
  expect(wordsOf(documentOf(careful))).toEqual(wordsOf(doc));
  expect(report).not.toHaveBeenCalled();
});

test("[C5] a large document whose newest snapshot is damaged is read from the one before", async () => {
  const log = newLog(bundle.outfile);
  const { journeyId, doc, write, snapshot } = await newJourney(log);
  await snapshot(await write("large", 700_000));
  await snapshot(await write("more"));
  await write("last");
  await pool.query(
    `UPDATE document_snapshot SET data = set_bit(data, 99, 1 - get_bit(data, 99))
     WHERE journey_id = $1 AND seq = 2`,
    [journeyId],
  );
  const read = (await log.load(journeyId))!;
  expect(read).toMatchObject({ snapshotSeq: 1, damagedSnapshots: 1 });
  expect(wordsOf(documentOf(read))).toEqual(wordsOf(doc));
});

test("[2.5] a thread that is asked to begin twice does what it is then asked for, again and again", async () => {
  const worker = new LogWorker(bundle.outfile);
  worker.prepare();
  worker.prepare();
  const doc = new Y.Doc();
  doc.getMap("words").set("a", "b".repeat(1000));
  const tail = [await packBlob(Y.encodeStateAsUpdate(doc))];
  const job = { kind: "hash", resting: { snapshot: null, tail } } as const;
  for (let time = 0; time < 3; time++)
    expect((await worker.run(job)).hash).toBe(hashOf(doc));
  await worker.close();
});

test("a thread that dies keeps nobody from opening a map", async () => {
  const log = newLog(`${bundle.outfile}.gone`);
  const { journeyId, doc, write } = await newJourney(log);
  await write("large", 700_000);
  const read = (await log.load(journeyId))!;
  expect(wordsOf(documentOf(read))).toEqual(wordsOf(doc));
});

test.each([
  ["in the thread", () => bundle.outfile],
  ["in the process itself", () => null],
])(
  "a snapshot that is not what it was made from is gone again, and the older one stands in: %s",
  async (_, script) => {
    const log = newLog(script());
    const { journeyId, write, snapshot } = await newJourney(log);
    expect(await snapshot(await write("a"))).toBe("saved");
    const seq = await write("b");
    expect(await snapshot(seq, "another hash")).toBe("wrong");
    expect(report).toHaveBeenCalledWith(
      expect.objectContaining({
        code: "blob_damaged",
        message: expect.stringContaining(journeyId),
      }),
    );
    expect(await snapshotsOf(journeyId)).toEqual([1]);
    const { rows } = await pool.query(
      `SELECT snapshot_seq FROM document_state WHERE journey_id = $1`,
      [journeyId],
    );
    expect(rows).toEqual([{ snapshot_seq: "1" }]);
    expect(await log.load(journeyId)).toMatchObject({
      headSeq: 2,
      snapshotSeq: 1,
    });
    expect(await snapshot(seq)).toBe("saved");
  },
);

test("[2.5] a snapshot of a document that holds what the log does not is gone again", async () => {
  const log = newLog(bundle.outfile);
  const { journeyId, doc, write, snapshot } = await newJourney(log);
  const seq = await write("a");
  doc.getMap("meta").set("title", new Y.Text("Nobody stored this"));
  expect(await snapshot(seq)).toBe("wrong");
  expect(await snapshotsOf(journeyId)).toEqual([]);
});

test("[2.5] a snapshot is compared with all of a log of many MB, which is read in parts", async () => {
  const log = newLog(bundle.outfile);
  const { journeyId, doc, write, snapshot } = await newJourney(log);
  const entitle = (title: string) =>
    doc.getMap("meta").set("title", new Y.Text(title));
  const writeMuch = async () => {
    for (let nth = 0; nth < 5; nth++) await write("paste", 1_000_000);
    return write("paste");
  };
  await snapshot(await write("before"));
  await write("title", 20, () => entitle("Buying shoes"));
  expect(await snapshot(await writeMuch())).toBe("saved");
  expect(report).not.toHaveBeenCalled();
  const seq = await writeMuch();
  await pool.query(
    `DELETE FROM document_update WHERE journey_id = $1 AND seq = $2`,
    [journeyId, seq - 1],
  );
  expect(await snapshot(seq)).toBe("saved");
  const message = expect.stringContaining(`change ${seq - 1} is missing`);
  expect(report).toHaveBeenCalledWith(expect.objectContaining({ message }));
  await snapshot(await write("after"));
  const last = await writeMuch();
  entitle("Nobody stored this");
  expect(await snapshot(last)).toBe("wrong");
});

test("a snapshot stays where the log before it cannot be read: it is what is left", async () => {
  const log = newLog(bundle.outfile);
  const { journeyId, write, snapshot } = await newJourney(log);
  const seq = await write("a");
  await pool.query(
    `UPDATE document_update SET crc32c = 0 WHERE journey_id = $1`,
    [journeyId],
  );
  expect(await snapshot(seq)).toBe("saved");
  expect(report).toHaveBeenCalledWith(
    expect.objectContaining({ code: "blob_damaged" }),
  );
  expect(await snapshotsOf(journeyId)).toEqual([seq]);
});
