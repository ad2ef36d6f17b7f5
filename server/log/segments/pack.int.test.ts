import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createDocument } from "@/lib/journey/create";
import { inTransaction } from "@/server/db/in-transaction";
import { surviveLostConnections } from "@/server/db/lost-connections";
import { checkMap } from "@/server/doctor/check-map";
import { createTestDatabase, type TestDatabase } from "@/test/postgres";
import type { LogActor } from "../contract";
import { readChanges, readShares } from "../history";
import { LogWorker } from "../log-worker";
import { PostgresLog } from "../postgres";
import { Author, mapHash } from "../testing/author";
import { insertEmptyJourney, insertWorkspace } from "../testing/journey-rows";
import { everything } from "../testing/packing-suite";
import { packJourney, type PackTools } from "./pack";

let database: TestDatabase;
let pool: pg.Pool;
let log: PostgresLog;
let workspaceId: string;
const report = vi.fn();
const worker = new LogWorker(null);

beforeAll(async () => {
  database = await createTestDatabase();
  pool = surviveLostConnections(
    new pg.Pool({ connectionString: database.url, max: 8 }),
  );
  log = new PostgresLog(pool, report);
  workspaceId = await insertWorkspace(pool);
});
afterAll(async () => {
  await log.close();
  await pool.end();
  await database.drop();
});
beforeEach(() => report.mockClear());

const ada: LogActor = { kind: "user", id: "ada" };
const grace: LogActor = { kind: "user", id: "grace" };

async function newAuthor(changes: number): Promise<Author> {
  const author = new Author(log, await insertEmptyJourney(pool, workspaceId));
  await author.begin(ada);
  await author.writeMany(changes - 1, ada);
  return author;
}

const pack = (
  { journeyId }: Author,
  more: Pick<PackTools, "beforeDrop"> = {},
  wish = everything(),
) => packJourney({ pool, worker, report, ...more }, journeyId, wish);

/** Where each change is: packed, or still in the log. */
async function places({ journeyId }: Author) {
  const { rows } = await pool.query<{ seq: string; place: string }>(
    `SELECT generate_series(first_seq, last_seq) AS seq, 'segment' AS place FROM document_segment
     WHERE journey_id = $1
     UNION ALL SELECT seq, 'log' FROM document_update WHERE journey_id = $1 ORDER BY seq`,
    [journeyId],
  );
  return rows.map(({ seq, place }) => [Number(seq), place] as const);
}

async function expectEachOnce(author: Author): Promise<void> {
  const seqs = (await places(author)).map(([seq]) => seq);
  expect(seqs).toEqual(Array.from({ length: author.seq }, (_, at) => at + 1));
  expect(await author.loadedHash()).toBe(mapHash(author.doc));
}

async function hasFoot({ journeyId }: Author): Promise<boolean> {
  const { rowCount } = await pool.query(
    `SELECT 1 FROM document_snapshot WHERE journey_id = $1
       AND seq = (SELECT max(last_seq) FROM document_segment WHERE journey_id = $1)`,
    [journeyId],
  );
  return rowCount === 1;
}

const findings = async ({ journeyId }: Author) =>
  (await checkMap(pool, journeyId))?.findings.map(({ code }) => code);

test("[2.12] while people write, every change is in one place at every moment, and the map is the one they wrote", async () => {
  const authors = await Promise.all([newAuthor(20), newAuthor(20)]);
  let isWriting = true;
  const packed: number[] = [];
  const packing = (async () => {
    while (isWriting)
      for (const author of authors) {
        packed.push((await pack(author)).changes);
        const read = await log.load(author.journeyId);
        expect(read!.tail.length + read!.snapshotSeq).toBe(read!.headSeq);
      }
  })();
  await Promise.all(
    authors.map(async (author) => {
      for (let round = 0; round < 25; round++) {
        await author.writeMany(8, round % 2 ? ada : grace);
        await author.snapshot();
      }
    }),
  );
  isWriting = false;
  await packing;
  expect(packed.filter((count) => count > 0).length).toBeGreaterThan(2);
  for (const author of authors) {
    await expectEachOnce(author);
    expect(await findings(author)).toEqual([]);
    expect(await hasFoot(author), "begins after a kept snapshot").toBe(true);
  }
  expect(report).not.toHaveBeenCalled();
});

test("killed between packing and dropping nothing is lost, nothing is there twice, and the next time does it", async () => {
  const author = await newAuthor(30);
  await author.snapshot();
  const before = await places(author);
  await expect(
    pack(author, {
      beforeDrop: async (db) => {
        await db.query("SELECT pg_terminate_backend(pg_backend_pid())");
      },
    }),
  ).rejects.toThrow();
  expect(await places(author)).toEqual(before);
  expect(await pack(author)).toEqual({ outcome: "packed", changes: 29 });
  await expectEachOnce(author);
});

test.each([
  ["a flipped bit", "data = set_byte(data, 20, get_byte(data, 20) # 1)"],
  ["a lost end", "last_seq = last_seq - 1"],
])(
  "a segment that does not rest as it was written, by %s, is reported and costs the log nothing",
  async (_, damage) => {
    const author = await newAuthor(30);
    await author.snapshot();
    const before = await places(author);
    const result = await pack(author, {
      beforeDrop: async (db) => {
        await db.query(
          `UPDATE document_segment SET ${damage} WHERE journey_id = $1`,
          [author.journeyId],
        );
      },
    });
    expect(result).toEqual({ outcome: "unproved", changes: 0 });
    expect(report).toHaveBeenCalledOnce();
    expect(await places(author)).toEqual(before);
  },
);

test("who wrote what is told of packed changes as it was before", async () => {
  const author = await newAuthor(10);
  await author.writeMany(15, grace);
  await author.writeMany(5, ada);
  await author.snapshot();
  await author.writeMany(3, grace);
  const { journeyId, seq } = author;
  const ranges = [
    { after: 0, upTo: seq },
    { after: 4, upTo: 12 },
    { after: 12, upTo: 31 },
    { after: 30, upTo: seq },
  ];
  const ask = async () => ({
    shares: await readShares(pool, journeyId, ranges),
    all: await readChanges(pool, journeyId, ranges[0]!),
    hers: await readChanges(pool, journeyId, { ...ranges[2]!, notBy: ada }),
  });
  const before = await ask();
  expect(before.shares[1]?.map(({ actor }) => actor.id)).toEqual([
    "grace",
    "ada",
  ]);
  expect(await pack(author)).toMatchObject({ changes: 30 });
  expect(await ask()).toEqual(before);
});

test("where no snapshot can be read any more, the map is read from its segments", async () => {
  const author = await newAuthor(20);
  await author.snapshot();
  await author.writeMany(5, grace);
  await pack(author);
  await pool.query(
    `UPDATE document_snapshot SET data = set_byte(data, 9, get_byte(data, 9) # 1) WHERE journey_id = $1`,
    [author.journeyId],
  );
  expect(await author.loadedHash()).toBe(mapHash(author.doc));
});

test("a damaged snapshot at the foot of a log keeps nobody from packing on", async () => {
  const author = await newAuthor(20);
  await author.snapshot();
  await pack(author);
  await pool.query(
    `UPDATE document_snapshot SET data = set_byte(data, 9, get_byte(data, 9) # 1)
     WHERE journey_id = $1 AND seq = 19`,
    [author.journeyId],
  );
  for (let round = 0; round < 3; round++) {
    await author.writeMany(5, grace);
    await author.snapshot();
  }
  expect(await pack(author)).toMatchObject({ outcome: "packed" });
  await expectEachOnce(author);
  expect(await findings(author)).toEqual([]);
});

test("a snapshot that says something else than its changes costs the log nothing", async () => {
  const author = await newAuthor(20);
  const other = createDocument(
    { newId: () => crypto.randomUUID(), random: Math.random },
    { title: "Other", locale: "en", personas: [], stages: [], lanes: [] },
  );
  await author.snapshot(other);
  const before = await places(author);
  expect((await pack(author)).outcome).toBe("unproved");
  expect(report).toHaveBeenCalledOnce();
  expect(await places(author)).toEqual(before);
});

test("while a snapshot is being written, packing waits for another time", async () => {
  const author = await newAuthor(20);
  await author.snapshot();
  const outcome = await inTransaction(
    async (db) => {
      await db.query("SELECT pg_advisory_xact_lock($1, hashtext($2))", [
        0x5a9,
        author.journeyId,
      ]);
      return pack(author);
    },
    "write",
    pool,
  );
  expect(outcome).toEqual({ outcome: "busy", changes: 0 });
});

const newest = `first_seq = (SELECT max(first_seq) FROM document_segment WHERE journey_id = $1) AND journey_id = $1`;

test.each([
  [
    "damaged",
    `UPDATE document_segment SET data = set_byte(data, 9, get_byte(data, 9) # 1) WHERE ${newest}`,
    ["segment", "open"],
  ],
  [
    "untrue outside",
    `UPDATE document_segment SET people = '[]' WHERE ${newest}`,
    ["segment"],
  ],
  [
    "missing between others",
    "DELETE FROM document_segment WHERE first_seq = 1 AND journey_id = $1",
    ["segment", "open"],
  ],
  [
    "missing before the log",
    `DELETE FROM document_segment WHERE ${newest}`,
    ["missing", "open"],
  ],
])("the doctor finds a segment that is %s", async (_, damage, found) => {
  const author = await newAuthor(10);
  for (let round = 0; round < 2; round++) {
    await author.writeMany(10, grace);
    await author.snapshot();
    await pack(author);
    for (let more = 0; more < 3; more++) {
      await author.writeMany(1, ada);
      await author.snapshot();
    }
  }
  await pack(author);
  expect(await findings(author)).toEqual([]);
  await pool.query(damage, [author.journeyId]);
  expect(await findings(author)).toEqual(found);
});
