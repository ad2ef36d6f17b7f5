import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { canonicalJson, resolve } from "@/lib/journey/resolve";
import { deleteStage } from "@/lib/journey/stages";
import { must, testContext } from "@/lib/journey/testing/context";
import { textOf } from "@/lib/journey/texts";
import { startLab, type Lab } from "./testing/lab";
import { smallSeed } from "./testing/seed";
import { stockClient } from "./testing/stock-client";
import { copyOf, updateBy } from "./testing/updates";

const mapBytes = 8_000;
let lab: Lab;
beforeAll(async () => {
  lab = await startLab({ settings: { mapBytes } });
});
afterAll(() => lab.stop());

const title = { kind: "meta", field: "title" } as const;
const jsonOf = (doc: Y.Doc) => canonicalJson(resolve(doc));

async function open(journeyId: string) {
  const client = stockClient({
    address: lab.address,
    journeyId,
    headers: lab.headersOf(lab.app.people.editor),
    hasExtension: true,
  });
  await client.synced();
  return client;
}

test("[WS-15] a full map refuses to grow, still lets people clear up, and opens as before", async () => {
  const journeyId = await lab.newJourney();
  const ada = await open(journeyId);
  const grace = await open(journeyId);
  const write = (doc: Y.Doc, text: string) =>
    updateBy(copyOf(doc), (copy) => textOf(copy, title)?.insert(0, text));
  Y.applyUpdate(ada.doc, write(ada.doc, "x".repeat(5_000)));
  await ada.acknowledged();
  const full = jsonOf(await lab.stored(journeyId));
  const rows = await lab.logRows(journeyId);

  const closed = new Promise((done) =>
    grace.provider.once("connection-close", done),
  );
  Y.applyUpdate(grace.doc, write(grace.doc, "y".repeat(5_000)));
  await closed;
  expect(grace.closes).toEqual([4409]);
  expect(jsonOf(ada.doc)).toBe(full);
  expect(await lab.logRows(journeyId)).toBe(rows);

  textOf(ada.doc, title)?.delete(0, 5_000);
  await ada.acknowledged();
  const emptied = jsonOf(await lab.stored(journeyId));
  expect(emptied).not.toBe(full);
  // What was deleted makes room again.
  Y.applyUpdate(ada.doc, write(ada.doc, "z".repeat(2_000)));
  await ada.acknowledged();
  expect(ada.closes).toEqual([]);
  expect(jsonOf(await lab.stored(journeyId))).toBe(jsonOf(ada.doc));
  for (const client of [ada, grace]) client.destroy();
});

test("[WS-15] a hundred letters, each a message of its own, do not make a full map grow", async () => {
  const journeyId = await lab.newJourney();
  const ada = await open(journeyId);
  const text = textOf(ada.doc, title);
  const room = mapBytes - Y.encodeStateAsUpdate(ada.doc).length;
  text?.insert(0, "x".repeat(room - 120));
  await ada.acknowledged();
  const closed = new Promise((done) =>
    ada.provider.once("connection-close", done),
  );
  for (let n = 0; n < 100; n++) text?.insert(0, "y");
  await closed;
  expect(ada.closes).toEqual([4409]);
  const stored = Y.encodeStateAsUpdate(await lab.stored(journeyId));
  expect(stored.length).toBeLessThanOrEqual(mapBytes);
  ada.destroy();
});

test("[WS-15] of a full map a stage with twenty cards goes to the trash, and nobody is sent away", async () => {
  const stages = [
    { key: "s1", title: "Before" },
    { key: "s2", title: "After" },
  ];
  const cards = Array.from({ length: 20 }, (_, n) => ({ text: `card ${n}` }));
  const lane = { key: "l1", kind: "text", title: "Needs" } as const;
  const journeyId = await lab.newJourney({
    ...smallSeed,
    stages,
    lanes: [{ ...lane, cards: { s1: cards } }],
  });
  const ada = await open(journeyId);
  expect(Y.encodeStateAsUpdate(ada.doc).length).toBeGreaterThan(mapBytes / 2);
  const room = mapBytes - Y.encodeStateAsUpdate(ada.doc).length;
  textOf(ada.doc, title)?.insert(0, "x".repeat(room - 120));
  await ada.acknowledged();
  const ctx = { ...testContext(ada.doc), now: Date.now };
  must(deleteStage(ctx, { stageId: resolve(ada.doc).stages[0]!.id }));
  await ada.acknowledged();
  const stored = resolve(await lab.stored(journeyId));
  expect(stored.stages.map((stage) => stage.title)).toEqual(["After"]);
  expect(stored.trash).toHaveLength(1);
  expect(ada.closes).toEqual([]);
  ada.destroy();
});
