import { randomUUID } from "node:crypto";
import * as encoding from "lib0/encoding";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { canonicalJson, resolve } from "@/lib/journey/resolve";
import { textOf } from "@/lib/journey/texts";
import { SYNC } from "@/lib/protocol/messages";
import type { Principal, PrincipalName } from "@/test/app";
import { startLab, type Lab } from "./testing/lab";
import { bodyOf, isSync, RawSocket } from "./testing/raw-socket";
import { stockClient, type StockClient } from "./testing/stock-client";
import { copyOf, updateBy } from "./testing/updates";

let lab: Lab;
const open: (StockClient | RawSocket)[] = [];
beforeAll(async () => {
  lab = await startLab({ settings: { gapMs: 400 } });
});
afterEach(() => {
  for (const one of open.splice(0)) one.destroy();
});
afterAll(() => lab.stop());

const title = { kind: "meta", field: "title" } as const;
const jsonOf = (doc: Y.Doc) => canonicalJson(resolve(doc));
const type = (doc: Y.Doc, text: string) =>
  updateBy(doc, (copy) => textOf(copy, title)?.insert(0, text));

function raw(
  journeyId: string,
  person: Principal = lab.app.people.editor,
): RawSocket {
  const headers = lab.headersOf(person);
  const socket = new RawSocket({
    address: lab.address,
    path: `${journeyId}?ext=1`,
    headers,
  });
  open.push(socket);
  return socket;
}

async function stock(
  journeyId: string,
  name: PrincipalName = "admin",
  doc?: Y.Doc,
) {
  const { address } = lab;
  const headers = lab.headersOf(lab.app.people[name]);
  const client = stockClient({
    address,
    journeyId,
    headers,
    hasExtension: true,
    doc,
  });
  open.push(client);
  await client.synced();
  return client;
}

/** An editor of their own: who is refused too often is not let in again. */
async function newEditor() {
  const person = await lab.app.addPerson(randomUUID());
  await lab.app.addMember(lab.app.workspace.id, person.userId, "editor");
  return person;
}

/** Sends one frame in a seat of its own, and returns the code it was closed with. */
async function codeFor(
  journeyId: string,
  update: Uint8Array,
  kind: number = SYNC.update,
) {
  const socket = raw(journeyId, await newEditor());
  await socket.join();
  socket.sendUpdate(update, kind);
  return (await socket.closed).code;
}

const byHand = (write: (encoder: encoding.Encoder) => void) => {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
};

/** A struct that only says how long it is, far ahead of everything. */
const farClock = byHand((encoder) => {
  encoding.writeVarUint(encoder, 20);
  for (let client = 0; client < 20; client++) {
    for (const number of [1, 9_000 + client, 2 ** 30, 0, 1])
      encoding.writeVarUint(encoder, number);
  }
  encoding.writeVarUint(encoder, 0);
});

test("[WS-11][C13] what is no update is refused with the right code, and nothing changes", async () => {
  const journeyId = await lab.newJourney();
  const ada = await stock(journeyId);
  const before = jsonOf(ada.doc);
  const good = type(copyOf(ada.doc), "x");
  const foreign = (change: (doc: Y.Doc) => void) => {
    const doc = new Y.Doc();
    change(doc);
    return Y.encodeStateAsUpdate(doc);
  };
  const garbage = [
    new Uint8Array([1, 2, 3, 4, 5, 6]),
    good.subarray(0, good.length - 1),
    Buffer.concat([good, new Uint8Array([7])]),
    byHand((encoder) =>
      [1, 2 ** 30, 1, 0].forEach((number) =>
        encoding.writeVarUint(encoder, number),
      ),
    ),
  ];
  for (const update of garbage)
    expect(await codeFor(journeyId, update)).toBe(4400);
  const bad = [
    foreign((doc) => doc.getMap("elsewhere").set("a", 1)),
    foreign((doc) => doc.getMap("meta").set("x", new Y.Doc())),
    foreign((doc) => doc.getMap("cards").set("__proto__", 1)),
    foreign((doc) => doc.getMap("emotions").set("x", 7)),
    foreign((doc) => doc.getMap("stages").set("not-an-id", new Y.Map())),
  ];
  for (const update of bad) expect(await codeFor(journeyId, update)).toBe(4409);
  await ada.acknowledged();
  expect(jsonOf(ada.doc)).toBe(before);
  expect(jsonOf(await lab.stored(journeyId))).toBe(before);
  expect(await lab.logRows(journeyId)).toBe(1);
  expect(lab.refused).toHaveLength(garbage.length + bad.length);
});

test("[WS-12][C14] an update that leaves a gap is not applied; the missing part is asked for and fills it", async () => {
  const journeyId = await lab.newJourney();
  const ada = await stock(journeyId);
  const socket = raw(journeyId, lab.app.people.owner);
  const doc = await socket.join();
  type(doc, "lost ");
  const second = type(doc, "kept ");
  const from = socket.frames.length;
  socket.sendUpdate(second);
  const question = await socket.next(isSync(SYNC.step1), from);
  expect(await lab.logRows(journeyId)).toBe(1);
  socket.sendUpdate(Y.encodeStateAsUpdate(doc, bodyOf(question)), SYNC.step2);
  await vi.waitFor(() =>
    expect(resolve(ada.doc).meta.title).toBe("kept lost Buying running shoes"),
  );
  expect(socket.isOpen).toBe(true);
  expect(jsonOf(await lab.stored(journeyId))).toBe(jsonOf(doc));
});

test("[WS-12] a gap that nobody fills ends with: sync again", async () => {
  const journeyId = await lab.newJourney();
  const doc = copyOf(await lab.stored(journeyId));
  type(doc, "lost");
  expect(await codeFor(journeyId, type(doc, "kept"))).toBe(4500);
  expect(await codeFor(journeyId, farClock)).toBe(4500);
  expect(await lab.logRows(journeyId)).toBe(1);
  expect(
    lab.core.rooms.find(journeyId)?.document.doc.store.pendingStructs,
  ).toBeNull();
});

test("[WS-12] deletions of what is not known are not kept", async () => {
  const journeyId = await lab.newJourney();
  const deletions = byHand((encoder) => {
    for (const number of [0, 1, 4_711, 4_000])
      encoding.writeVarUint(encoder, number);
    for (let at = 0; at < 4_000; at++) {
      encoding.writeVarUint(encoder, at * 2);
      encoding.writeVarUint(encoder, 1);
    }
  });
  expect(await codeFor(journeyId, deletions)).toBe(4500);
  expect(
    lab.core.rooms.find(journeyId)?.document.doc.store.pendingDs,
  ).toBeNull();
});

test("[WS-13][C16] nobody writes under another person's client id, and all replicas stay equal", async () => {
  const journeyId = await lab.newJourney();
  const ada = await stock(journeyId);
  textOf(ada.doc, title)?.insert(0, "Ada ");
  await ada.acknowledged();
  const before = await lab.logRows(journeyId);
  const forger = copyOf(ada.doc, ada.doc.clientID);
  expect(await codeFor(journeyId, type(forger, "forged "))).toBe(4409);
  expect(lab.refused.at(-1)?.reason).toBe("client_id_taken");
  textOf(ada.doc, title)?.insert(0, "really ");
  await ada.acknowledged();
  const bob = await stock(journeyId, "owner");
  expect(jsonOf(bob.doc)).toBe(jsonOf(ada.doc));
  expect(resolve(bob.doc).meta.title).toBe("really Ada Buying running shoes");
  expect(await lab.logRows(journeyId)).toBe(before + 1);
});

test("[WS-13] whose a client id is survives that its room is put away", async () => {
  const journeyId = await lab.newJourney();
  const ada = await stock(journeyId);
  textOf(ada.doc, title)?.insert(0, "Ada ");
  await ada.acknowledged();
  const { doc } = ada;
  ada.provider.disconnect();
  const room = lab.core.rooms.find(journeyId);
  await room?.keeper.finish();
  room?.dispose();
  expect((await lab.core.log.load(journeyId))?.tail).toEqual([]);
  const forger = copyOf(doc, doc.clientID);
  expect(await codeFor(journeyId, type(forger, "forged "))).toBe(4409);
  textOf(doc, title)?.insert(0, "still ");
  ada.provider.connect();
  await ada.synced();
  await ada.acknowledged();
  expect(resolve(await lab.stored(journeyId)).meta.title).toBe(
    "still Ada Buying running shoes",
  );
});

test("[C15] a refused update is undone for everybody: its author starts clean, the others go on", async () => {
  const journeyId = await lab.newJourney();
  const [ada, socket] = [await stock(journeyId), raw(journeyId)];
  const doc = await socket.join();
  const good = type(doc, "good ");
  const bad = updateBy(doc, (copy) =>
    copy.getMap("meta").set("outcome", "of no kind"),
  );
  socket.sendUpdate(good);
  await vi.waitFor(() =>
    expect(resolve(ada.doc).meta.title).toBe("good Buying running shoes"),
  );
  const rows = await lab.logRows(journeyId);
  textOf(ada.doc, title)?.insert(0, "Ada ");
  socket.sendUpdate(bad);
  socket.sendUpdate(type(doc, "after "));
  expect((await socket.closed).code).toBe(4409);
  await ada.acknowledged();
  const stored = await lab.stored(journeyId);
  expect(jsonOf(stored)).toBe(jsonOf(ada.doc));
  expect(resolve(stored).meta).toMatchObject({
    title: "Ada good Buying running shoes",
    outcome: "open",
  });
  expect(await lab.logRows(journeyId)).toBe(rows + 1);
  const bob = await stock(journeyId, "owner");
  expect(jsonOf(bob.doc)).toBe(jsonOf(ada.doc));
});

test("[WS-11] who keeps sending what has to be refused is not let in any more, for a while", async () => {
  const journeyId = await lab.newJourney();
  const person = await newEditor();
  for (let at = 0; at < 10; at++) {
    const socket = raw(journeyId, person);
    await socket.join();
    socket.sendUpdate(new Uint8Array([1, 2, 3]));
    expect((await socket.closed).code).toBe(4400);
  }
  expect(await raw(journeyId, person).closed).toEqual({
    code: 4403,
    reason: "refused_too_often",
  });
});

test("[WS-10] an update or a first difference beyond its size is too big", async () => {
  const journeyId = await lab.newJourney();
  expect(await codeFor(journeyId, new Uint8Array(257 * 1024))).toBe(4413);
  expect(
    await codeFor(journeyId, new Uint8Array(9 * 1024 * 1024), SYNC.step2),
  ).toBe(4413);
});

test("[WS-15] growth beyond the limits is refused, and the map stays what it was", async () => {
  const journeyId = await lab.newJourney();
  const doc = copyOf(await lab.stored(journeyId));
  expect(await codeFor(journeyId, type(doc, "x".repeat(90_000)))).toBe(4409);
  expect(await lab.logRows(journeyId)).toBe(1);
});

test("[WS-10] who sends faster than the limit has to come back later", async () => {
  const journeyId = await lab.newJourney();
  const socket = raw(journeyId);
  await socket.join();
  for (let at = 0; at < 500; at++) socket.send(new Uint8Array([3]));
  expect((await socket.closed).code).toBe(4529);
});

test("[FT-27] hostile frames in one map do not stop another", async () => {
  const [calm, attacked] = await Promise.all([
    lab.newJourney(),
    lab.newJourney(),
  ]);
  const ada = await stock(calm);
  let attacks = 0;
  let isOver = false;
  const attack = (async () => {
    while (!isOver) {
      const socket = raw(attacked, await newEditor());
      await socket.join();
      socket.sendUpdate(farClock);
      socket.sendUpdate(new Uint8Array([1, 255, 255, 255, 127, 1, 0]));
      await socket.closed;
      attacks++;
    }
  })();
  for (let round = 0; round < 30; round++) {
    textOf(ada.doc, title)?.insert(0, "x");
    await ada.acknowledged();
  }
  isOver = true;
  await attack;
  expect(attacks).toBeGreaterThan(0);
  expect(jsonOf(await lab.stored(calm))).toBe(jsonOf(ada.doc));
});
