import { pino } from "pino";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { testDocument } from "@/lib/journey/testing/context";
import { deleteLane, reviveLane } from "@/lib/journey/lanes";
import { resolve } from "@/lib/journey/resolve";
import { setText } from "@/lib/journey/texts";
import { parseEnv } from "@/server/env";
import { MemoryLog } from "@/server/log/memory";
import { documentOf } from "@/server/log/document-of";
import type { Call, CallResult } from "./room-types";
import { userBudgets } from "./budgets-of";
import { Pace } from "./pace";
import { Rooms, type Held } from "./rooms";
import { syncSettings, type SyncSettings } from "./settings";
import { noLine } from "./testing/no-line";
import { smallSeed } from "./testing/seed";

const journeyId = "j1";
const title = { kind: "meta", field: "title" } as const;
const system = { kind: "system", id: "test" } as const;
let log: MemoryLog;
let rooms: Rooms;
const project = vi.fn(async () => undefined);

const roomsWith = (settings: SyncSettings) =>
  new Rooms({
    log,
    logger: pino({ level: "silent" }),
    settings,
    projectorOf: () => ({ project }),
    versionsOf: () => ({ keep: async () => undefined }),
    pace: new Pace(1_000, 1_000),
    lineOf: () => noLine,
    budgets: userBudgets(settings),
    onRefusal: () => undefined,
  });

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  log = new MemoryLog();
  log.create(journeyId);
  const data = Y.encodeStateAsUpdate(testDocument(smallSeed).doc);
  const row = { data, actor: system, connId: "", clientIds: [], idemKey: null };
  await log.append({ journeyId, afterSeq: 0, rows: [row] });
  rooms = roomsWith(syncSettings(parseEnv({ DATABASE_URL: "none" })));
  project.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
});

const sum = (numbers: readonly number[]) =>
  numbers.reduce((all, one) => all + one, 0);

const enter = async (): Promise<Held> => {
  const held = await rooms.enter(journeyId);
  if (!held) throw new Error("no room");
  return held;
};

const call = ({ room }: Held, op: Call["op"]) =>
  new Promise<CallResult>((settle) => {
    room.push({
      kind: "call",
      call: { actor: system, idemKey: null, op, settle },
    });
  });

test("[C21] whoever comes while a room is loading gets the very same one", async () => {
  const load = vi.spyOn(log, "load");
  const all = await Promise.all(Array.from({ length: 20 }, enter));
  expect(new Set(all.map(({ room }) => room)).size).toBe(1);
  expect(load).toHaveBeenCalledTimes(1);
});

test("[C5] a load that fails leaves no document behind, and the next one tries again", async () => {
  vi.spyOn(log, "load").mockRejectedValueOnce(new Error("away"));
  await expect(rooms.enter(journeyId)).rejects.toThrow("away");
  expect(rooms.find(journeyId)).toBeNull();
  expect((await enter()).room.durableSeq).toBe(1);
});

test("a journey without a log has no room", async () => {
  expect(await rooms.enter("absent")).toBeNull();
});

test("[C21] an empty room is put away with a snapshot and its rows, and whoever comes meanwhile waits for a fresh one", async () => {
  const held = await enter();
  await call(held, (ctx) => setText(ctx, title, "Changed"));
  held.release();
  const save = vi.spyOn(log, "saveSnapshot");
  vi.advanceTimersByTime(30_000);
  const again = await enter();
  expect(again.room).not.toBe(held.room);
  expect(held.room.isGone).toBe(true);
  expect(save).toHaveBeenCalledTimes(1);
  expect(project).toHaveBeenLastCalledWith(
    expect.anything(),
    2,
    expect.any(Function),
  );
  expect(resolve(again.room.document.doc).meta.title).toBe("Changed");
  expect((await log.load(journeyId))?.tail).toEqual([]);
});

test("[J106] who did what in a map is known as before when its room is opened again, and what the map itself tells is not kept meanwhile", async () => {
  const putAway = async (held: Held) => {
    held.release();
    vi.advanceTimersByTime(30_000);
    const again = await enter();
    expect(again.room).not.toBe(held.room);
    return again;
  };
  const first = await enter();
  const { stamps } = first.room.document;
  const [lane] = resolve(first.room.document.doc).lanes;
  const { id: laneId } = lane!;
  await call(first, (ctx) => deleteLane(ctx, { laneId }));
  const { size } = stamps;
  expect(size).toBeGreaterThan(0);
  const second = await putAway(first);
  expect(stamps.size).toBe(0);
  second.room.document.build();
  expect(second.room.document.stamps.size).toBe(size);
  await call(second, (ctx) => reviveLane(ctx, { laneId }));
  const third = await putAway(second);
  // Nothing in the map tells any more who had deleted it.
  expect(third.room.document.stamps).toBe(second.room.document.stamps);
  expect(third.room.document.stamps.size).toBe(size);
});

test("many rooms that become empty together are put away one after the other, and who comes back in time finds theirs", async () => {
  const ids = Array.from({ length: 60 }, (_, at) => `journey-${at}`);
  for (const id of ids) log.create(id);
  const held = await Promise.all(ids.map((id) => rooms.enter(id)));
  for (const each of held) each!.release();
  const open = () => ids.filter((id) => rooms.find(id) !== null).length;
  vi.advanceTimersByTime(30_000);
  expect(open()).toBe(50);
  const [last, first] = [held.at(-1)!.room, held[0]!.room];
  expect((await rooms.enter(ids.at(-1)!))?.room).toBe(last);
  expect((await rooms.enter(ids[0]!))?.room).not.toBe(first);
  vi.advanceTimersByTime(2_000);
  expect(open()).toBeGreaterThan(30);
  expect(open()).toBeLessThan(45);
  vi.advanceTimersByTime(10_000);
  expect(open()).toBe(2);
  expect(rooms.find(ids.at(-1)!)).toBe(last);
});

test("[2.13] where maps take more memory than they may, those that nobody has open go at once, the longest empty first", async () => {
  const settings = syncSettings(parseEnv({ DATABASE_URL: "none" }), {
    memoryBytes: 450_000,
  });
  const small = roomsWith(settings);
  const ids = ["a", "b", "c", "d", "e", "f"];
  for (const id of ids) log.create(id);
  const held = new Map<string, Held>();
  for (const id of ids) held.set(id, (await small.enter(id))!);
  const open = () => ids.filter((id) => small.find(id) !== null);
  // Whoever has one open keeps it, however many there are.
  vi.advanceTimersByTime(300_000);
  expect(open()).toEqual(ids);
  for (const id of ["c", "a", "b"]) held.get(id)!.release();
  expect(open()).toEqual(["b", "d", "e", "f"]);
  const again = await small.enter("b");
  expect(again?.room).toBe(held.get("b")!.room);
});

test("[2.13] maps that wait to be put away slowly count as long as they are there, and hurry where memory is short", async () => {
  const settings = syncSettings(parseEnv({ DATABASE_URL: "none" }), {
    memoryBytes: 60 * 103_000,
  });
  const small = roomsWith(settings);
  const ids = Array.from({ length: 75 }, (_, at) => `journey-${at}`);
  for (const id of ids) log.create(id);
  const enterAll = (some: readonly string[]) =>
    Promise.all(some.map((id) => small.enter(id)));
  const held = await enterAll(ids.slice(0, 60));
  for (const each of held.slice(0, 30)) each!.release();
  const open = () => ids.filter((id) => small.find(id) !== null);
  expect(open()).toHaveLength(60);
  vi.advanceTimersByTime(30_000);
  expect(open()).toHaveLength(50);
  const more = await enterAll(ids.slice(60));
  expect(open()).toHaveLength(65);
  more[0]!.release();
  const memory = small.all().map(({ document }) => document.memoryBytes);
  expect(sum(memory)).toBeLessThanOrEqual(settings.memoryBytes);
  // No more than was needed, and the longest empty first.
  expect(sum(memory) + memory[0]!).toBeGreaterThan(settings.memoryBytes);
  expect(open()[0]).toBe(ids[10 + 65 - memory.length]);
});

test("a room that somebody holds stays", async () => {
  const [first, second] = [await enter(), await enter()];
  first.release();
  first.release();
  vi.advanceTimersByTime(300_000);
  expect(rooms.find(journeyId)).toBe(second.room);
});

test("five hundred updates make a snapshot, and it holds exactly what was stored", async () => {
  const held = await enter();
  const save = vi.spyOn(log, "saveSnapshot");
  for (let at = 0; at < 600; at++) {
    await call(held, (ctx) => setText(ctx, title, `Number ${at}`));
    vi.advanceTimersByTime(20);
  }
  expect(save).toHaveBeenCalledTimes(1);
  const [, snapshot] = save.mock.calls[0]!;
  const title500 = resolve(documentOf({ snapshot: snapshot.data, tail: [] }))
    .meta.title;
  expect(title500).toBe(`Number ${snapshot.seq - 2}`);
});

test("a log that refuses what is in the document ends the room, and nothing of it is shown", async () => {
  const held = await enter();
  vi.spyOn(log, "append").mockResolvedValueOnce({
    ok: false,
    reason: "refused",
  });
  expect(await call(held, (ctx) => setText(ctx, title, "Lost"))).toEqual({
    kind: "unavailable",
  });
  expect(held.room.isGone).toBe(true);
  const again = await enter();
  expect(resolve(again.room.document.doc).meta.title).toBe(
    "Buying running shoes",
  );
});
