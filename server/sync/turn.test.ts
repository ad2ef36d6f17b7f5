import { setImmediate as nextTurn } from "node:timers/promises";
import { afterEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { testDocument } from "@/lib/journey/testing/context";
import { LiveDocument } from "./live-document";
import { editsOf } from "./rehearsal-edits";
import type { RoomDeps, RoomItem } from "./room-types";
import type { Seat } from "./seat";
import { smallSeed } from "./testing/seed";
import { Turn, type TurnRoom } from "./turn";

afterEach(() => vi.restoreAllMocks());

const snapshot = Y.encodeStateAsUpdate(testDocument(smallSeed).doc);

function framesOf(count: number): Uint8Array[] {
  const edits = editsOf(snapshot);
  return Array.from({ length: count }, () => edits.next().value as Uint8Array);
}

function itemsOf(seat: Seat, count: number): RoomItem[] {
  const isAnswer = false;
  return framesOf(count).map((bytes) => ({
    kind: "update",
    seat,
    bytes,
    isAnswer,
  }));
}

const seatOf = (id: string) =>
  ({
    id,
    sitter: { author: { kind: "user", id } },
    judgement: null,
    isRevoked: false,
    gap: null,
  }) as unknown as Seat;

function turnIn(document: LiveDocument): Turn {
  const room = { document, isDoubted: false } as unknown as TurnRoom;
  const settings = { takesBackUntil: 0 };
  return new Turn(room, { settings } as unknown as RoomDeps);
}

const open = () => new LiveDocument({ snapshot, tail: [] }, Infinity);

/** Every look at the clock finds it so much later. */
function letTimePass(ms: number): void {
  let now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => (now += ms));
}

test("[2.15] while much arrives in one map, others have their turn every 20 ms, and all of it is taken in order", async () => {
  letTimePass(15);
  const document = open();
  let turns = 0;
  let isOver = false;
  const count = () => {
    turns++;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  const batch = await turnIn(document).run(itemsOf(seatOf("a"), 12));
  isOver = true;
  expect(turns).toBeGreaterThanOrEqual(3);

  const other = new Y.Doc();
  Y.applyUpdate(other, snapshot);
  for (const { row } of batch.rows) Y.applyUpdate(other, row.data);
  expect(batch.rows.length).toBeGreaterThan(1);
  expect(Y.encodeStateAsUpdate(other)).toEqual(document.encode());
});

test("[2.15] what is taken in quickly is stored as one change", async () => {
  letTimePass(0);
  const batch = await turnIn(open()).run(itemsOf(seatOf("a"), 12));
  expect(batch.rows).toHaveLength(1);
});

test("[2.15] a seat whose rights begin to be looked up between two stretches has nothing more taken before it is judged, and nothing after it is turned away", async () => {
  letTimePass(15);
  for (const isRevoked of [true, false]) {
    const document = open();
    const seat = seatOf("a");
    let judge = () => {};
    const running = turnIn(document).run(itemsOf(seat, 12));
    // Others have their turn for the first time: somebody changes a role.
    await nextTurn();
    seat.judgement = new Promise((done) => {
      judge = done;
    });
    const before = document.encode();
    for (let at = 0; at < 20; at++) await nextTurn();
    expect(document.encode()).toEqual(before);
    Object.assign(seat, { isRevoked, judgement: null });
    judge();
    await running;
    const isSame = Buffer.compare(document.encode(), before) === 0;
    expect(isSame).toBe(isRevoked);
  }
});

test("[J106] who did what is known as before when the document is made anew", async () => {
  const document = open();
  let fresh = document;
  const room = {
    document,
    isDoubted: true,
    readMissed: async () => [],
    replace: (made: LiveDocument) => (fresh = made),
  } as unknown as TurnRoom;
  const log = { load: async () => ({ snapshot, tail: [] }) };
  const deps = { log, settings: {} } as unknown as RoomDeps;
  await new Turn(room, deps).run([]);
  expect(fresh).not.toBe(document);
  expect(fresh.stamps).toBe(document.stamps);
});

test("[2.3] whose change leaves something open inside the document has to sync again, and nothing of theirs is refused", async () => {
  const document = open();
  const stop = { kind: "refused", reason: "incomplete" } as const;
  vi.spyOn(document, "integrate").mockReturnValue({
    row: null,
    completion: null,
    isClaim: false,
    taken: 1,
    stop,
  });
  const close = vi.fn();
  const seat = Object.assign(seatOf("ada"), { close });
  const room = { document, isDoubted: false } as unknown as TurnRoom;
  const deps = { settings: { takesBackUntil: 0 }, onRefusal: vi.fn() };
  await new Turn(room, deps as unknown as RoomDeps).run(itemsOf(seat, 1));
  expect(close).toHaveBeenCalledWith(4500, "incomplete");
});
