import { randomUUID } from "node:crypto";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { newCard } from "@/lib/journey/entities";
import { MAX_CARDS, MAX_STRING } from "@/lib/journey/limits";
import { canonicalJson, resolve } from "@/lib/journey/resolve";
import { textOf } from "@/lib/journey/texts";
import { encodeMarker, readServerExtension } from "@/lib/protocol/extension";
import { MESSAGE, SYNC } from "@/lib/protocol/messages";
import type { Principal, PrincipalName } from "@/test/app";
import { Guests } from "./testing/guests";
import { startLab, type Lab } from "./testing/lab";
import {
  bombs,
  byHand,
  deep,
  farClock,
  flood,
} from "./testing/hostile-updates";
import { bodyOf, isOf, isSync, type RawSocket } from "./testing/raw-socket";
import { smallSeed } from "./testing/seed";
import { copyOf, updateBy } from "./testing/updates";

let lab: Lab;
let guests: Guests;
beforeAll(async () => {
  lab = await startLab({ settings: { gapMs: 400 } });
  guests = new Guests(lab);
});
afterEach(() => {
  guests.leave();
});
afterAll(() => lab.stop());

const title = { kind: "meta", field: "title" } as const;
const jsonOf = (doc: Y.Doc) => canonicalJson(resolve(doc));
const type = (doc: Y.Doc, text: string) =>
  updateBy(doc, (copy) => textOf(copy, title)?.insert(0, text));

const raw = (journeyId: string, who: PrincipalName | Principal = "editor") =>
  guests.rawAs(who, `${journeyId}?ext=1`);
const stock = (journeyId: string, who: PrincipalName = "admin", doc?: Y.Doc) =>
  guests.stock(who, journeyId, { doc });

/** Sends one frame in a seat of its own, and returns the code it was closed with. */
async function codeFor(
  journeyId: string,
  update: Uint8Array,
  kind: number = SYNC.update,
) {
  const socket = raw(journeyId, await guests.newMember("editor"));
  await socket.join();
  socket.sendUpdate(update, kind);
  return (await socket.closed).code;
}

/** What the server told a raw client under the extension. */
const extensionsOf = ({ frames }: RawSocket) =>
  frames.filter(isOf(MESSAGE.extension)).flatMap((frame) => {
    const decoder = decoding.createDecoder(frame);
    decoding.readVarUint(decoder);
    return readServerExtension(decoder) ?? [];
  });

test("[WS-11][C13] what is no update is refused with the right code, and nothing changes", async () => {
  const journeyId = await lab.newJourney();
  const ada = await stock(journeyId);
  const before = jsonOf(ada.doc);
  const bytesOf = async () =>
    Y.encodeStateAsUpdate(await lab.stored(journeyId));
  const bytesBefore = await bytesOf();
  const good = type(copyOf(ada.doc), "x");
  const foreign = (change: (doc: Y.Doc) => void) => {
    const doc = new Y.Doc();
    change(doc);
    return Y.encodeStateAsUpdate(doc);
  };
  const garbage = [
    ...bombs,
    Y.encodeStateAsUpdateV2(ada.doc),
    new Uint8Array([1, 2, 3, 4, 5, 6]),
    good.subarray(0, good.length - 1),
    Buffer.concat([good, new Uint8Array([7])]),
  ];
  for (const update of garbage)
    expect(await codeFor(journeyId, update)).toBe(4400);
  const bad = [
    foreign((doc) => doc.getMap("elsewhere").set("a", 1)),
    foreign((doc) => doc.getMap("meta").set("x", new Y.Doc())),
    foreign((doc) => doc.getMap("cards").set("__proto__", 1)),
    foreign((doc) => doc.getMap("emotions").set("x", 7)),
    foreign((doc) => doc.getMap("stages").set("not-an-id", new Y.Map())),
    deep("values"),
    deep("types"),
  ];
  for (const update of bad) expect(await codeFor(journeyId, update)).toBe(4409);
  await ada.acknowledged();
  expect(jsonOf(ada.doc)).toBe(before);
  expect(await bytesOf()).toEqual(bytesBefore);
  expect(await lab.logRows(journeyId)).toBe(1);
  expect(lab.refused).toHaveLength(garbage.length + bad.length);
  const { doc } = lab.core.rooms.find(journeyId)!.document;
  expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null]);
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
  socket.sendUpdate(type(doc, "late "));
  socket.send(encodeMarker(1));
  const question = await socket.next(isSync(SYNC.step1), from);
  await ada.acknowledged();
  expect(await lab.logRows(journeyId)).toBe(1);
  expect(socket.frames.slice(from).some(isOf(MESSAGE.extension))).toBe(false);
  socket.sendUpdate(Y.encodeStateAsUpdate(doc, bodyOf(question)), SYNC.step2);
  await vi.waitFor(() =>
    expect(resolve(ada.doc).meta.title).toBe(
      "late kept lost Buying running shoes",
    ),
  );
  await socket.next(isOf(MESSAGE.extension), from);
  expect(socket.isOpen).toBe(true);
  expect(socket.frames.slice(from).filter(isSync(SYNC.step1))).toHaveLength(1);
  const { store } = lab.core.rooms.find(journeyId)!.document.doc;
  expect([store.pendingStructs, store.pendingDs]).toEqual([null, null]);
  expect(jsonOf(await lab.stored(journeyId))).toBe(jsonOf(doc));
});

test("[C14] an unmodified client of which one update gets lost on the way fills the gap by itself", async () => {
  const journeyId = await lab.newJourney();
  const [ada, bob] = [await stock(journeyId), await stock(journeyId, "owner")];
  const socket = ada.provider.ws as { send(frame: Uint8Array): void } | null;
  const lost = vi.spyOn(socket!, "send").mockImplementation(() => undefined);
  textOf(ada.doc, title)?.insert(0, "lost ");
  expect(lost).toHaveBeenCalledTimes(1);
  lost.mockRestore();
  textOf(ada.doc, title)?.insert(0, "kept ");
  await ada.acknowledged();
  expect(jsonOf(await lab.stored(journeyId))).toBe(jsonOf(ada.doc));
  await vi.waitFor(() => expect(jsonOf(bob.doc)).toBe(jsonOf(ada.doc)));
  expect(ada.closes).toEqual([]);
});

test("[WS-12][C13] a gap that nobody fills ends with: sync again", async () => {
  const journeyId = await lab.newJourney();
  const doc = copyOf(await lab.stored(journeyId));
  type(doc, "lost");
  expect(await codeFor(journeyId, type(doc, "kept"))).toBe(4500);
  expect(await codeFor(journeyId, farClock)).toBe(4500);
  expect(await codeFor(journeyId, flood)).toBe(4500);
  expect(await lab.logRows(journeyId)).toBe(1);
  expect(
    lab.core.rooms.find(journeyId)?.document.doc.store.pendingStructs,
  ).toBeNull();
});

test("[WS-12] deletions of what is not known are not kept", async () => {
  const journeyId = await lab.newJourney();
  const deletions = byHand((encoder) => {
    for (const number of [0, 1, 4_711, 40_000])
      encoding.writeVarUint(encoder, number);
    for (let at = 0; at < 40_000; at++) {
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

test("[C16] of two browsers of one person that took the same client id, the second is refused, not believed", async () => {
  const journeyId = await lab.newJourney();
  const ada = await stock(journeyId);
  const person = await guests.newMember("editor");
  const [first, second] = [raw(journeyId, person), raw(journeyId, person)];
  const [one, two] = [await first.join(), await second.join()];
  const [copyOne, copyTwo] = [copyOf(one, 77), copyOf(two, 77)];
  first.sendUpdate(type(copyOne, "one "));
  await vi.waitFor(() =>
    expect(resolve(ada.doc).meta.title).toBe("one Buying running shoes"),
  );
  const rows = await lab.logRows(journeyId);
  second.sendUpdate(type(copyTwo, "two "));
  second.send(encodeMarker(1));
  expect((await second.closed).code).toBe(4409);
  expect(lab.refused.at(-1)?.reason).toBe("client_id_taken");
  expect(extensionsOf(second).some(({ kind }) => kind === "ack")).toBe(false);
  // What is repeated is no contradiction.
  first.sendUpdate(Y.encodeStateAsUpdate(copyOne), SYNC.step2);
  first.sendUpdate(type(copyOne, "really "));
  await vi.waitFor(() =>
    expect(resolve(ada.doc).meta.title).toBe("really one Buying running shoes"),
  );
  const bob = await stock(journeyId, "owner");
  for (const doc of [bob.doc, copyOne, await lab.stored(journeyId)])
    expect(jsonOf(doc)).toBe(jsonOf(ada.doc));
  expect(await lab.logRows(journeyId)).toBe(rows + 1);
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
  const outcomes = new Set<unknown>();
  ada.doc.on("update", () => outcomes.add(resolve(ada.doc).meta.outcome));
  textOf(ada.doc, title)?.insert(0, "Ada ");
  socket.sendUpdate(bad);
  socket.sendUpdate(type(doc, "after "));
  expect((await socket.closed).code).toBe(4409);
  expect(extensionsOf(socket)).toContainEqual({
    kind: "reset",
    reason: "schema",
  });
  await ada.acknowledged();
  expect(outcomes).toEqual(new Set(["open"]));
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
  const person = await guests.newMember("editor");
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
  const deepValue: unknown = JSON.parse("[".repeat(13) + "]".repeat(13));
  for (const update of [
    updateBy(copyOf(doc), (copy) => copy.getMap("meta").set("x", deepValue)),
    type(doc, "x".repeat(MAX_STRING + 1)),
  ])
    expect(await codeFor(journeyId, update)).toBe(4409);
  expect(await lab.logRows(journeyId)).toBe(1);
});

test("[WS-15] card 5,001 is refused, and the map stays what it was", async () => {
  const cards = Array.from({ length: MAX_CARDS }, () => ({ text: "" }));
  const lane = { key: "l1", kind: "text", title: "Needs" } as const;
  const journeyId = await lab.newJourney({
    ...smallSeed,
    lanes: [{ ...lane, cards: { s1: cards } }],
  });
  // Nobody needs the map to add to it.
  const { entity } = newCard([randomUUID(), randomUUID(), "a"], "text");
  const update = updateBy(new Y.Doc(), (doc) =>
    doc.getMap("cards").set(randomUUID(), entity),
  );
  expect(await codeFor(journeyId, update)).toBe(4409);
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
      const socket = raw(attacked, await guests.newMember("editor"));
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
