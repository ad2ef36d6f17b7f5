// Longer than most: one map of one server is changed by every kind of card in turn, and its rows are asked for each time.
import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { createDocument } from "@/lib/journey/create";
import {
  addAttachment,
  deleteAttachment,
  moveAttachment,
  renameAttachment,
} from "@/lib/journey/attachments";
import { addCard, setCard } from "@/lib/journey/cards";
import { addChannel, removeChannel } from "@/lib/journey/channels";
import { setEmotion } from "@/lib/journey/emotions";
import { addLane, deleteLane, moveLane, setLane } from "@/lib/journey/lanes";
import { linkPersona, unlinkPersona } from "@/lib/journey/meta";
import { setOwner } from "@/lib/journey/owners";
import type { JourneySeed } from "@/lib/journey/seed";
import { PROJECTION_KEYS } from "@/lib/journey/projection-rows";
import { resolve } from "@/lib/journey/resolve";
import { deleteStage } from "@/lib/journey/stages";
import { must, testContext } from "@/lib/journey/testing/context";
import { replaceText, textOf } from "@/lib/journey/texts";
import {
  addTouchpoint,
  moveTouchpoint,
  setTouchpoint,
} from "@/lib/journey/touchpoints";
import { inTransaction } from "@/server/db/in-transaction";
import { createJourneyDocument } from "@/server/log/create-journey-document";
import { PostgresLog } from "@/server/log/postgres";
import { insertWorkspace } from "@/server/log/testing/journey-rows";
import { createTestDatabase, type TestDatabase } from "@/test/postgres";
import { JourneyProjector, ProjectionWriter } from "./projector";
import { rebuildAll, rebuildJourney } from "./rebuild";

let database: TestDatabase;
let pool: pg.Pool;
let log: PostgresLog;
let workspaceId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 4 });
  log = new PostgresLog(pool, () => undefined);
  workspaceId = await insertWorkspace(pool);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const [personaId, channelId, stakeholderId] = [
  randomUUID(),
  randomUUID(),
  randomUUID(),
] as never[];

const seed: JourneySeed = {
  title: "Buying running shoes",
  locale: "nl",
  personas: [personaId!],
  stages: [
    {
      key: "s1",
      title: "Awareness",
      touchpoints: [
        {
          key: "t1",
          title: "Advert",
          channels: [channelId!],
          owners: [{ stakeholderId: stakeholderId!, role: "responsible" }],
          emotions: { [personaId!]: -1 },
        },
      ],
    },
    { key: "s2", title: "Decision" },
  ],
  lanes: [
    {
      key: "l1",
      kind: "action",
      title: "Actions",
      cards: {
        s1: [
          {
            text: "Call them",
            task: {
              stakeholderId: stakeholderId!,
              status: "open",
              due: "2026-12-01",
            },
            attachments: [
              { kind: "link", name: "Plan", url: "https://example.org/" },
            ],
          },
        ],
      },
    },
  ],
};

async function newJourney() {
  const journeyId = randomUUID();
  const doc = createDocument({ newId: randomUUID, random: Math.random }, seed);
  const actor = { kind: "user", id: "ada" } as const;
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
  return { journeyId, doc };
}

async function store(journeyId: string, update: Uint8Array): Promise<number> {
  const actor = { kind: "user", id: "ada" } as const;
  const row = {
    data: update,
    actor,
    connId: randomUUID(),
    clientIds: [],
    idemKey: null,
  };
  const result = await log.append({ journeyId, afterSeq: 0, rows: [row] });
  return result.ok ? result.lastSeq : 0;
}

/** All rows of a journey, without the seq that tells when each was last written. */
async function rowsOf(journeyId: string): Promise<Record<string, unknown[]>> {
  const tables: Record<string, unknown[]> = {};
  for (const [table, keys] of Object.entries(PROJECTION_KEYS)) {
    const order = keys.map((key) => `"${key}"`).join(", ");
    const { rows } = await pool.query(
      `SELECT to_jsonb(t) - 'asOfSeq' AS row FROM "${table}" t WHERE "journeyId" = $1 ORDER BY ${order}`,
      [journeyId],
    );
    tables[table] = rows.map(({ row }) => row);
  }
  return tables;
}

async function projSeq(journeyId: string): Promise<number> {
  const { rows } = await pool.query<{ proj_seq: string }>(
    `SELECT proj_seq FROM document_state WHERE journey_id = $1`,
    [journeyId],
  );
  return Number(rows[0]?.proj_seq);
}

test("rows appear for personas, stages, lanes, touchpoints, channels, owners, emotions, cards, tasks and attachments", async () => {
  const { journeyId } = await newJourney();
  const rows = await rowsOf(journeyId);
  const counts = Object.fromEntries(
    Object.entries(rows).map(([table, list]) => [table, list.length]),
  );
  expect(counts).toEqual({
    JourneyPersona: 1,
    StageRow: 2,
    LaneRow: 1,
    TouchpointRow: 1,
    TouchpointChannel: 1,
    TouchpointOwner: 1,
    EmotionRow: 1,
    CardRow: 1,
    TaskRow: 1,
    AttachmentRow: 1,
  });
  expect(rows["TaskRow"]?.[0]).toMatchObject({
    text: "Call them",
    due: "2026-12-01",
    stakeholderId,
  });
  const { rows: registry } = await pool.query(
    `SELECT title, locale FROM "Journey" WHERE id = $1`,
    [journeyId],
  );
  expect(registry).toEqual([{ title: "Buying running shoes", locale: "nl" }]);
});

/** A new journey, and a way to change it that keeps its rows up to date as a room does. */
async function followed() {
  const { journeyId, doc } = await newJourney();
  const projector = new JourneyProjector(new ProjectionWriter(pool), journeyId);
  async function change(work: () => unknown): Promise<void> {
    const updates: Uint8Array[] = [];
    const listen = (update: Uint8Array) => updates.push(update);
    doc.on("update", listen);
    work();
    doc.off("update", listen);
    // What is refused would prove nothing.
    expect(updates.length).toBeGreaterThan(0);
    let seq = 0;
    for (const update of updates) seq = await store(journeyId, update);
    await projector.project(resolve(doc), seq);
  }
  async function expectAsRebuilt(): Promise<Record<string, unknown[]>> {
    const incremental = await rowsOf(journeyId);
    const head = (await log.load(journeyId))?.headSeq;
    expect(await rebuildJourney({ pool, log }, journeyId)).toBe(head);
    expect(await rowsOf(journeyId)).toEqual(incremental);
    return incremental;
  }
  return { journeyId, doc, ctx: testContext(doc), change, expectAsRebuilt };
}

test("[I8] rows kept up to date change by change equal rows rebuilt from nothing", async () => {
  const { doc, ctx, change, expectAsRebuilt } = await followed();
  const { stages, lanes } = resolve(doc);
  const [first, second] = stages.map(({ id }) => id);
  const touchpointId = stages[0]!.touchpoints[0]!.id;
  const laneId = lanes[0]!.id;
  const changes = [
    () => addTouchpoint(ctx, { stageId: second!, title: "Shop" }),
    () => moveTouchpoint(ctx, { touchpointId, stageId: second!, before: null }),
    () =>
      setTouchpoint(ctx, {
        touchpointId,
        patch: { medium: "online", duration: "PT5M" },
      }),
    () => setEmotion(ctx, { touchpointId, personaId: personaId!, value: null }),
    () => addCard(ctx, { laneId, columnId: second!, text: "nul \0 and 👋" }),
    () => {
      const card = Object.values(resolve(doc).cells)[0]![0]!;
      setCard(ctx, { cardId: card.id, task: null });
    },
    () =>
      replaceText(
        textOf(doc, { kind: "meta", field: "title" })!,
        "Renamed",
        null,
      ),
    () => deleteStage(ctx, { stageId: first! }),
  ];
  for (const each of changes) await change(each);
  const incremental = await expectAsRebuilt();
  expect(incremental["TouchpointRow"]).toHaveLength(2);
});

test("[I8] so do those of owners, channels, lanes, attachments and personas", async () => {
  const { doc, ctx, change, expectAsRebuilt } = await followed();
  const { stages, lanes, attachments } = resolve(doc);
  const touchpointId = stages[0]!.touchpoints[0]!.id;
  const laneId = lanes[0]!.id;
  const plan = Object.values(attachments)[0]![0]!;
  const [otherOwner, otherChannel, otherPersona] = [1, 2, 3].map(() =>
    randomUUID(),
  ) as never[];
  const own = (stakeholderId: never, role: "responsible" | "involved" | null) =>
    setOwner(ctx, { touchpointId, stakeholderId, role });
  const linked = (name: string) => ({
    on: touchpointId,
    kind: "link" as const,
    name,
    url: "https://example.org/",
  });
  const pains = { kind: "pain", title: "Pains" } as const;
  let addedId = laneId;
  let studyId = plan.id;
  const changes = [
    () => own(otherOwner!, "responsible"),
    () => own(stakeholderId!, "involved"),
    () => own(stakeholderId!, null),
    () => addChannel(ctx, { touchpointId, channelId: otherChannel! }),
    () => removeChannel(ctx, { touchpointId, channelId: channelId! }),
    () => (addedId = must(addLane(ctx, pains)).laneId),
    () => moveLane(ctx, { laneId: addedId, before: laneId }),
    () => setLane(ctx, { laneId: addedId, visibility: "backstage" }),
    () => (studyId = must(addAttachment(ctx, linked("Study"))).attachmentId),
    () => addAttachment(ctx, linked("Screens")),
    () => moveAttachment(ctx, { attachmentId: studyId, before: null }),
    () => renameAttachment(ctx, { attachmentId: plan.id, name: "Old plan" }),
    () => deleteAttachment(ctx, { attachmentId: plan.id }),
    () => linkPersona(ctx, { personaId: otherPersona!, before: personaId! }),
    () => setEmotion(ctx, { touchpointId, personaId: otherPersona!, value: 2 }),
    () => unlinkPersona(ctx, { personaId: personaId! }),
    () => deleteLane(ctx, { laneId }),
  ];
  for (const each of changes) await change(each);
  const rows = await expectAsRebuilt();
  expect(rows["TouchpointOwner"]).toMatchObject([
    { stakeholderId: otherOwner, role: "responsible" },
  ]);
  expect(rows["TouchpointChannel"]).toMatchObject([
    { channelId: otherChannel },
  ]);
  expect(rows["LaneRow"]).toMatchObject([
    { title: "Pains", visibility: "backstage", ordinal: 0 },
  ]);
  expect(rows["AttachmentRow"]).toHaveLength(2);
  expect(rows["JourneyPersona"]).toMatchObject([
    { personaId: otherPersona, ordinal: 0 },
  ]);
});

test("what a map says of ids that nobody has is projected with the rest", async () => {
  const { doc, ctx, change, expectAsRebuilt } = await followed();
  const touchpointId = resolve(doc).stages[0]!.touchpoints[0]!.id;
  const [owner, channel, persona, file] = Array.from({ length: 4 }, () =>
    randomUUID(),
  ) as never[];
  await change(() => {
    setOwner(ctx, { touchpointId, stakeholderId: owner!, role: "involved" });
    addChannel(ctx, { touchpointId, channelId: channel! });
    linkPersona(ctx, { personaId: persona! });
    const picture = { kind: "file", name: "Shot", fileId: file! } as const;
    addAttachment(ctx, { on: touchpointId, ...picture });
  });
  expect(resolve(doc).issues).toEqual([]);
  const rows = await expectAsRebuilt();
  expect(rows["TouchpointOwner"]).toHaveLength(2);
  expect(rows["TouchpointChannel"]).toHaveLength(2);
  expect(rows["JourneyPersona"]).toHaveLength(2);
  expect(rows["AttachmentRow"]).toHaveLength(2);
});

test("the rows of many busy maps are written in few transactions, and a lone map does not wait for company", async () => {
  const writer = new ProjectionWriter(pool);
  const connect = vi.spyOn(pool, "connect");
  const all = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const { journeyId, doc } = await newJourney();
      return { map: resolve(doc), of: new JourneyProjector(writer, journeyId) };
    }),
  );
  connect.mockClear();
  const [first, ...others] = all;
  const lone = () => new Promise<void>((done) => setImmediate(done));
  await first!.of.project(first!.map, 2);
  await first!.of.project(first!.map, 3);
  expect(connect).toHaveBeenCalledTimes(2);
  await Promise.all(others.map(({ of, map }) => of.project(map, 2)));
  expect(connect).toHaveBeenCalledTimes(3);
  const late = others.map(async ({ of, map }) => {
    await lone();
    await of.project(map, 3);
  });
  await Promise.all([first!.of.project(first!.map, 4), ...late]);
  expect(connect).toHaveBeenCalledTimes(4);
  connect.mockRestore();
});

test("[C7] an older state never takes the place of a newer one", async () => {
  const { journeyId, doc } = await newJourney();
  const old = resolve(doc);
  const [mine, other] = [1, 2].map(
    () => new JourneyProjector(new ProjectionWriter(pool), journeyId),
  );
  doc.getMap<Y.Text>("meta").get("title")?.insert(0, "New ");
  await mine!.project(resolve(doc), 3);
  await other!.project(old, 2);
  expect(await projSeq(journeyId)).toBe(3);
  doc.getMap<Y.Text>("meta").get("title")?.insert(0, "Very ");
  await other!.project(resolve(doc), 4);
  await mine!.project(resolve(doc), 5);
  const { rows } = await pool.query(
    `SELECT title FROM "Journey" WHERE id = $1`,
    [journeyId],
  );
  expect(rows).toEqual([{ title: "Very New Buying running shoes" }]);
  expect(await projSeq(journeyId)).toBe(5);
});

test("what a column cannot hold does not stop the projection of the rest", async () => {
  const { journeyId, doc } = await newJourney();
  const attachment = [
    ...doc.getMap<Y.Map<unknown>>("attachments").values(),
  ][0]!;
  attachment.set("bytes", 2 ** 40);
  const card = [...doc.getMap<Y.Map<unknown>>("cards").values()][0]!;
  card.set("task", { status: "open", due: "0000-01-01" });
  await new JourneyProjector(new ProjectionWriter(pool), journeyId).project(
    resolve(doc),
    2,
  );
  const rows = await rowsOf(journeyId);
  expect(rows["AttachmentRow"]?.[0]).toMatchObject({ bytes: null });
  expect(await projSeq(journeyId)).toBe(2);
});

test("[FT-26] a rebuild of everything goes on past a journey that cannot be read", async () => {
  const [good, damaged] = [await newJourney(), await newJourney()];
  await pool.query(`DELETE FROM "StageRow" WHERE "journeyId" = $1`, [
    good.journeyId,
  ]);
  await pool.query(
    `UPDATE document_update SET crc32c = 0 WHERE journey_id = $1`,
    [damaged.journeyId],
  );
  const report = await rebuildAll({ pool, log });
  expect(report.failed).toMatchObject([
    { journeyId: damaged.journeyId, error: { code: "blob_damaged" } },
  ]);
  expect((await rowsOf(good.journeyId))["StageRow"]).toHaveLength(2);
});
