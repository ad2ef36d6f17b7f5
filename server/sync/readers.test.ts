import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { resolve } from "@/lib/journey/resolve";
import { testDocument } from "@/lib/journey/testing/context";
import { textOf } from "@/lib/journey/texts";
import type { StoredDocument } from "@/server/log/contract";
import { LiveDocument } from "./live-document";
import { Readers } from "./readers";
import type { RoomDeps, RoomItem } from "./room-types";
import { bodyOf } from "./testing/raw-socket";
import { smallSeed } from "./testing/seed";
import { messageOf } from "./wire-frame";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const { doc } = testDocument(smallSeed);
const stored: StoredDocument = {
  epoch: 1,
  headSeq: 7,
  projSeq: 7,
  snapshotSeq: 7,
  snapshot: Y.encodeStateAsUpdate(doc),
  tail: [],
  damagedSnapshots: 0,
};

/** A room in which somebody has written what is not stored. */
function room() {
  const items: RoomItem[] = [];
  const document = new LiveDocument(stored, Infinity);
  textOf(document.doc, { kind: "meta", field: "title" })?.insert(
    0,
    "Unstored ",
  );
  const load = vi.fn(async (): Promise<StoredDocument | null> => stored);
  const there = {
    journeyId: "j",
    epoch: 1,
    durableSeq: 7,
    document,
    keeper: { map: () => resolve(document.doc) },
    isGone: false,
    isDegraded: false,
    isQuiet: false,
    fail: vi.fn(),
    push: (item: RoomItem) => void items.push(item),
  };
  const logger = { error: vi.fn() };
  const deps = { log: { load }, logger } as unknown as RoomDeps;
  const readers = new Readers(there as never, deps, stored);
  /** Everything is stored, or the room ended. */
  const settle = () => {
    for (const item of items.splice(0))
      if (item.kind === "answer") item.answer();
  };
  return { there, readers, load, settle };
}

const titleOf = (frames: readonly Buffer[]) => {
  const given = new Y.Doc();
  for (const frame of frames) Y.applyUpdate(given, bodyOf(messageOf(frame)));
  return resolve(given).meta.title;
};
const passOn = () => vi.advanceTimersByTimeAsync(0);

test("[2.3] whoever wants the map waits until everything in it is stored, and the log is not asked", async () => {
  const { readers, load, settle } = room();
  const came = vi.fn();
  void readers.read().then(came);
  await passOn();
  expect(came).not.toHaveBeenCalled();
  settle();
  await passOn();
  expect(came.mock.calls[0]?.[0].map.meta.title).toMatch(/^Unstored /);
  expect(load).not.toHaveBeenCalled();
});

test("[2.3] where everything that arrived is stored they are answered at once, and a map that cannot be put together ends the room", () => {
  const { there, readers, settle } = room();
  there.isQuiet = true;
  const came = vi.fn();
  readers.add(came);
  expect(came.mock.calls[0]?.[0].seq).toBe(7);
  const broken = new Error("no whole");
  readers.add(() => {
    throw broken;
  });
  expect(there.fail).toHaveBeenCalledWith(broken);
  settle();
  expect(came).toHaveBeenCalledOnce();
});

test("[2.3] while nothing can be stored they get what the log holds, once, whether they came before or after that was known", async () => {
  const { there, readers, load, settle } = room();
  const early = readers.read();
  there.isDegraded = true;
  readers.serve();
  const given: string[] = [];
  readers.add((state) =>
    given.push(titleOf(state!.framesFor(new Uint8Array([0])))),
  );
  await passOn();
  expect((await early).map.meta.title).toBe(smallSeed.title);
  expect((await early).seq).toBe(7);
  expect(given).toEqual([smallSeed.title]);
  settle();
  expect(given).toHaveLength(1);
  expect(load).toHaveBeenCalledTimes(1);
});

test("[2.3] a log that cannot be read is asked again, as long as nothing can be stored", async () => {
  const { there, readers, load, settle } = room();
  there.isDegraded = true;
  load.mockRejectedValue(new Error("away"));
  const came = vi.fn();
  void readers.read().then(came);
  await vi.advanceTimersByTimeAsync(3_500);
  expect(load).toHaveBeenCalledTimes(4);
  expect(came).not.toHaveBeenCalled();
  there.isDegraded = false;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(load).toHaveBeenCalledTimes(4);
  settle();
  await passOn();
  expect(came).toHaveBeenCalledTimes(1);
});

test.each([
  ["less than others have heard of by now", { ...stored, headSeq: 6 }],
  ["another history", { ...stored, epoch: 2 }],
  ["nothing", null],
])("[2.3] %s is not given to anybody", async (_what, read) => {
  const { there, readers, load, settle } = room();
  there.isDegraded = true;
  load.mockResolvedValue(read);
  const came = vi.fn();
  readers.add(came);
  await vi.advanceTimersByTimeAsync(2_500);
  expect(load).toHaveBeenCalledTimes(3);
  expect(came).not.toHaveBeenCalled();
  there.isDegraded = false;
  settle();
  expect(came).toHaveBeenCalledTimes(1);
});

test("[2.3] when the room ends meanwhile, whoever waits is told so and nothing is read on", async () => {
  const { there, readers, load, settle } = room();
  there.isDegraded = true;
  load.mockRejectedValue(new Error("away"));
  const reading = readers.read();
  await passOn();
  there.isGone = true;
  settle();
  await expect(reading).rejects.toMatchObject({ code: "unavailable" });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(load).toHaveBeenCalledTimes(1);
});
