import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { moveStage, setStage } from "@/lib/journey/stages";
import { addCard } from "@/lib/journey/cards";
import { resolve } from "@/lib/journey/resolve";
import { setText, textOf } from "@/lib/journey/texts";
import { pool } from "@/server/db/pool";
import { startTestApp, type TestApp } from "@/test/app";
import { readDocument, watchDocument, withDocument } from "./door";
import type { ReadMap } from "./readers";
import { stopSyncCore, syncCore } from "./sync-core";
import { createJourney } from "./testing/lab";
import { smallSeed } from "./testing/seed";

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterEach(() => stopSyncCore());
afterAll(() => app.stop());

const ada = { kind: "user", id: "ada" } as const;
const title = { kind: "meta", field: "title" } as const;
const newJourney = () => createJourney(smallSeed, app.workspace.id);

async function logRows(journeyId: string) {
  const { rows } = await pool().query<{
    actor_id: string;
    idem_key: string | null;
  }>(
    `SELECT actor_id, idem_key FROM document_update WHERE journey_id = $1 ORDER BY seq`,
    [journeyId],
  );
  return rows;
}

test("[2.11] [C24] a change through the door is stored under its author's name when it returns", async () => {
  const journeyId = await newJourney();
  const done = await withDocument(journeyId, ada, null, (ctx) =>
    setText(ctx, title, "By the door"),
  );
  expect(done).toMatchObject({
    isRepeated: false,
    value: { ok: true },
    seq: 2,
  });
  expect((await logRows(journeyId)).at(-1)).toEqual({
    actor_id: "ada",
    idem_key: null,
  });
  await stopSyncCore();
  expect(await readDocument(journeyId)).toMatchObject({
    seq: 2,
    map: { meta: { title: "By the door" } },
  });
});

test("[2.11] [C24] the same key changes a journey once", async () => {
  const journeyId = await newJourney();
  const { stages, lanes } = (await readDocument(journeyId)).map;
  const place = { laneId: lanes[0]!.id, columnId: stages[0]!.id };
  const add = () =>
    withDocument(journeyId, ada, "once", (ctx) => addCard(ctx, place));
  const first = await add();
  expect(await add()).toEqual({
    isRepeated: true,
    value: null,
    seq: first.seq,
  });
  const together = await Promise.all([1, 2, 3].map(add));
  expect(together.every(({ isRepeated }) => isRepeated)).toBe(true);
  const { map } = await readDocument(journeyId);
  expect(map.cells[`${place.laneId}:${place.columnId}`]).toHaveLength(2);
});

test("a refusal of a command comes back as its value and writes nothing", async () => {
  const journeyId = await newJourney();
  const done = await withDocument(journeyId, ada, null, (ctx) =>
    setStage(ctx, { stageId: randomUUID() as never, collapsed: true }),
  );
  expect(done.value).toEqual({ ok: false, reason: "not_found" });
  expect(await logRows(journeyId)).toHaveLength(1);
});

test("[2.11] what a failing call had already changed is gone, and the next call finds the document as stored", async () => {
  const journeyId = await newJourney();
  const failing = withDocument(journeyId, ada, null, (ctx) => {
    textOf(ctx.doc, title)?.insert(0, "half ");
    throw new Error("on the way");
  });
  await expect(failing).rejects.toThrow("on the way");
  const done = await withDocument(
    journeyId,
    ada,
    null,
    (ctx) => resolve(ctx.doc).meta.title,
  );
  expect(done.value).toBe("Buying running shoes");
  expect(await logRows(journeyId)).toHaveLength(1);
});

test("[2.11] a call that leaves what the schema does not allow is refused, and nothing of it stays", async () => {
  const journeyId = await newJourney();
  const breaking = withDocument(journeyId, ada, null, (ctx) => {
    ctx.doc.getMap("meta").set("outcome", "of no kind");
  });
  await expect(breaking).rejects.toMatchObject({ code: "impossible" });
  expect((await readDocument(journeyId)).map.meta.outcome).toBe("open");
  expect(await logRows(journeyId)).toHaveLength(1);
});

test("a journey that is not there is not found by any way in", async () => {
  const absent = randomUUID();
  for (const ask of [
    () => withDocument(absent, ada, null, () => null),
    () => readDocument(absent),
    () => watchDocument(absent, () => undefined),
  ]) {
    await expect(ask()).rejects.toMatchObject({ code: "not_found" });
  }
});

test("calls at the same moment are done one after the other, each seeing what the one before left", async () => {
  const journeyId = await newJourney();
  const before = (await readDocument(journeyId)).map.stages.map(({ id }) => id);
  await Promise.all(
    Array.from({ length: 7 }, () =>
      withDocument(journeyId, ada, null, (ctx) => {
        const [first] = resolve(ctx.doc).stages;
        return moveStage(ctx, { stageId: first!.id, before: null });
      }),
    ),
  );
  const { map } = await readDocument(journeyId);
  expect(map.stages.map(({ id }) => id)).toEqual([...before].reverse());
});

test("who watches hears of every stored state, the last one included, until they stop", async () => {
  const journeyId = await newJourney();
  const heard: (ReadMap | null)[] = [];
  const watched = await watchDocument(journeyId, (now) => heard.push(now));
  expect(watched.map.meta.title).toBe("Buying running shoes");
  for (const text of ["one", "two", "three"]) {
    await withDocument(journeyId, ada, null, (ctx) =>
      setText(ctx, title, text),
    );
  }
  await vi.waitFor(() => expect(heard.at(-1)?.map.meta.title).toBe("three"));
  watched.stop();
  const count = heard.length;
  await withDocument(journeyId, ada, null, (ctx) =>
    setText(ctx, title, "four"),
  );
  expect(heard).toHaveLength(count);
});

test("who watches is told when the journey is gone", async () => {
  const journeyId = await newJourney();
  const heard: (ReadMap | null)[] = [];
  await watchDocument(journeyId, (now) => heard.push(now));
  await pool().query(`DELETE FROM "Journey" WHERE id = $1`, [journeyId]);
  const late = withDocument(journeyId, ada, null, (ctx) =>
    setText(ctx, title, "too late"),
  );
  await expect(late).rejects.toMatchObject({ code: "not_found" });
  expect(heard).toEqual([null]);
  expect(syncCore().rooms.find(journeyId)).toBeNull();
});

test("[C23] while a process stops nothing opens its maps a second time", async () => {
  const journeyId = await newJourney();
  await readDocument(journeyId);
  const core = syncCore();
  const stopping = stopSyncCore();
  expect(syncCore()).toBe(core);
  await stopping;
  await expect(readDocument(journeyId)).resolves.toMatchObject({ seq: 1 });
  expect(syncCore()).not.toBe(core);
});
