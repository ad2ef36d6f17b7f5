import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { canonicalJson, resolve } from "@/lib/journey/resolve";
import { addCard } from "@/lib/journey/cards";
import { entityOf } from "@/lib/journey/document";
import { setText, textOf } from "@/lib/journey/texts";
import { testContext } from "@/lib/journey/testing/context";
import { must } from "@/lib/journey/testing/context";
import { startLab, type Lab } from "./testing/lab";
import { stockClient, type StockClient } from "./testing/stock-client";

let lab: Lab;
const clients: StockClient[] = [];
beforeAll(async () => {
  lab = await startLab();
});
afterEach(() => {
  for (const client of clients.splice(0)) client.destroy();
});
afterAll(() => lab.stop());

const jsonOf = (doc: Y.Doc) => canonicalJson(resolve(doc));

async function connect(
  journeyId: string,
  name: "editor" | "admin" | "viewer" = "editor",
) {
  const client = stockClient({
    address: lab.address,
    journeyId,
    headers: lab.headersOf(lab.app.people[name]),
    hasExtension: true,
  });
  clients.push(client);
  await client.synced();
  return client;
}

const isEqual = (...docs: Y.Doc[]) =>
  vi.waitFor(() => {
    const [first, ...others] = docs.map(jsonOf);
    for (const other of others) expect(other).toBe(first);
  });

test("an unmodified client gets the document, and nothing but what is stored", async () => {
  const journeyId = await lab.newJourney();
  const ada = await connect(journeyId);
  expect(resolve(ada.doc).meta.title).toBe("Buying running shoes");
  expect(jsonOf(ada.doc)).toBe(jsonOf(await lab.stored(journeyId)));
});

test("two unmodified clients who edit at the same time end with the same map, and the log has it", async () => {
  const journeyId = await lab.newJourney();
  const [ada, bob] = await Promise.all([
    connect(journeyId),
    connect(journeyId, "admin"),
  ]);
  const { stages, lanes } = resolve(ada.doc);
  const place = { laneId: lanes[0]!.id, columnId: stages[0]!.id };
  for (let round = 0; round < 20; round++) {
    for (const [seed, { doc }] of [ada, bob].entries()) {
      must(
        addCard(testContext(doc, 10 + seed + round * 2), {
          ...place,
          text: `${seed}.${round}`,
        }),
      );
      textOf(doc, { kind: "meta", field: "title" })?.insert(0, String(seed));
    }
  }
  await Promise.all([ada.acknowledged(), bob.acknowledged()]);
  await isEqual(ada.doc, bob.doc);
  expect(
    resolve(ada.doc).cells[`${place.laneId}:${place.columnId}`],
  ).toHaveLength(41);
  expect(jsonOf(await lab.stored(journeyId))).toBe(jsonOf(ada.doc));
});

test("[J106] [N17] a decision sent under the name of somebody else is everybody's to read as the sender's", async () => {
  const journeyId = await lab.newJourney();
  const [ada, bob] = await Promise.all([
    connect(journeyId),
    connect(journeyId, "admin"),
  ]);
  const { stages, lanes } = resolve(ada.doc);
  const place = { laneId: lanes[0]!.id, columnId: stages[0]!.id };
  const { cardId } = must(
    addCard(testContext(ada.doc, 10), { ...place, text: "Too slow" }),
  );
  const { admin, editor } = lab.app.people;
  const card = entityOf(ada.doc, "cards", cardId)!;
  const forged = { by: admin.userId, at: 1_700_000_000_000 };
  const decision = { status: "wont-change", reason: "The boss says so" };
  card.set("decision", { ...decision, stamp: forged });
  const stamp = { ...forged, by: editor.userId };
  const decisionIn = (doc: Y.Doc) =>
    Object.values(resolve(doc).cells)
      .flat()
      .find(({ id }) => id === cardId)?.decision;
  await vi.waitFor(() => {
    for (const { doc } of [ada, bob])
      expect(decisionIn(doc)).toEqual({ ...decision, stamp });
  });
  expect(decisionIn(await lab.stored(journeyId))).toEqual({
    ...decision,
    stamp,
  });
});

test("what others see is stored: an edit reaches them after its commit, never before", async () => {
  const journeyId = await lab.newJourney();
  const [ada, bob] = await Promise.all([
    connect(journeyId),
    connect(journeyId, "admin"),
  ]);
  const stored: string[] = [];
  const seen: string[] = [];
  bob.doc.on("update", () => seen.push(resolve(bob.doc).meta.title));
  const append = lab.core.log.append.bind(lab.core.log);
  const spy = vi
    .spyOn(lab.core.log, "append")
    .mockImplementation(async (rows) => {
      const result = await append(rows);
      stored.push(...seen);
      return result;
    });
  textOf(ada.doc, { kind: "meta", field: "title" })?.insert(0, "New ");
  await vi.waitFor(() => expect(seen).toEqual(["New Buying running shoes"]));
  expect(stored).toEqual([]);
  spy.mockRestore();
});

test("an acknowledgement means that a fresh load has it", async () => {
  const journeyId = await lab.newJourney();
  const ada = await connect(journeyId);
  must(
    setText(
      testContext(ada.doc),
      { kind: "meta", field: "title" },
      "Buying a bicycle",
    ),
  );
  const seq = await ada.acknowledged();
  expect(seq).toBeGreaterThan(1);
  expect(resolve(await lab.stored(journeyId)).meta.title).toBe(
    "Buying a bicycle",
  );
});

test("a deletion alone, which changes no state vector, reaches others and the log", async () => {
  const journeyId = await lab.newJourney();
  const [ada, bob] = await Promise.all([
    connect(journeyId),
    connect(journeyId, "admin"),
  ]);
  const before = Y.encodeStateVector(ada.doc);
  textOf(ada.doc, { kind: "meta", field: "title" })?.delete(0, 7);
  expect(Y.encodeStateVector(ada.doc)).toEqual(before);
  await ada.acknowledged();
  await isEqual(ada.doc, bob.doc, await lab.stored(journeyId));
  expect(resolve(bob.doc).meta.title).toBe("running shoes");
});

test("a client that was away brings back what it wrote and gets what it missed", async () => {
  const journeyId = await lab.newJourney();
  const [ada, bob] = await Promise.all([
    connect(journeyId),
    connect(journeyId, "admin"),
  ]);
  ada.provider.disconnect();
  textOf(ada.doc, { kind: "meta", field: "title" })?.insert(0, "Ada: ");
  textOf(bob.doc, { kind: "meta", field: "scenario" })?.insert(
    0,
    "Bob was here",
  );
  await bob.acknowledged();
  ada.provider.connect();
  await ada.synced();
  await ada.acknowledged();
  await isEqual(ada.doc, bob.doc, await lab.stored(journeyId));
  expect(resolve(bob.doc).meta).toMatchObject({
    title: "Ada: Buying running shoes",
    scenario: "Bob was here",
  });
});

test("joining again without news writes nothing into the log", async () => {
  const journeyId = await lab.newJourney();
  const ada = await connect(journeyId);
  textOf(ada.doc, { kind: "meta", field: "title" })?.delete(0, 3);
  await ada.acknowledged();
  const rows = await lab.logRows(journeyId);
  for (let round = 0; round < 3; round++) {
    ada.provider.disconnect();
    ada.provider.connect();
    await ada.synced();
    await ada.acknowledged();
  }
  expect(await lab.logRows(journeyId)).toBe(rows);
});

test("the hello says who may do what and how much", async () => {
  const journeyId = await lab.newJourney();
  const [ada, eve] = await Promise.all([
    connect(journeyId),
    connect(journeyId, "viewer"),
  ]);
  const helloOf = (client: StockClient) =>
    client.heard.find(({ kind }) => kind === "hello");
  expect(helloOf(ada)).toMatchObject({
    hello: {
      role: "editor",
      canEdit: true,
      epoch: 1,
      headSeq: 1,
      limits: {
        updateBytes: 256 * 1024,
        firstSyncBytes: 8 * 1024 * 1024,
        mapBytes: 8 * 1024 * 1024,
        mapWarningBytes: 2 * 1024 * 1024,
        cards: 5_000,
        depth: 12,
        stringLength: 20_000,
        socketsPerMap: 200,
        socketsPerUser: 20,
        framesPerSecond: 60,
        framesBurst: 300,
        bytesPerSecond: 1024 * 1024,
        framesPerUser: 600,
        bytesPerUser: 4 * 1024 * 1024,
        framesPerMap: 6_000,
        bytesPerMap: 16 * 1024 * 1024,
        presenceBytes: 4 * 1024,
        presencePerSecond: 20,
      },
    },
  });
  expect(helloOf(eve)).toMatchObject({
    hello: { role: "viewer", canEdit: false },
  });
  expect(eve.heard).toContainEqual({ kind: "state", state: "readonly" });
});

test("everybody who joins at the same moment gets the whole document", async () => {
  const journeyId = await lab.newJourney();
  const many = await Promise.all(
    Array.from({ length: 15 }, () => connect(journeyId)),
  );
  const expected = jsonOf(await lab.stored(journeyId));
  expect(new Set(many.map(({ doc }) => jsonOf(doc)))).toEqual(
    new Set([expected]),
  );
});
