import { setTimeout as pause } from "node:timers/promises";
import { pino } from "pino";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { seededRandom } from "@/lib/journey/testing/random";
import { testDocument } from "@/lib/journey/testing/context";
import { textOf } from "@/lib/journey/texts";
import { parseEnv } from "@/server/env";
import type { DocumentLog } from "@/server/log/contract";
import { MemoryLog } from "@/server/log/memory";
import { userBudgets } from "./budgets-of";
import { Pace } from "./pace";
import type { Room } from "./room";
import type { CallResult } from "./room-types";
import { Rooms } from "./rooms";
import { syncSettings } from "./settings";
import { noLine } from "./testing/no-line";
import { smallSeed } from "./testing/seed";

const system = { kind: "system", id: "test" } as const;
const title = { kind: "meta", field: "title" } as const;
const interleavings = 1_000;
const journeys = 20;
const people = 16;
/** A hundredth of the half second that a store may take. */
const longestMs = 5;

/** A log whose every answer takes its time, as long as chance says. */
function slowly(log: MemoryLog, random: () => number): DocumentLog {
  return new Proxy(log, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function" || name === "distrust") return value;
      return async (...wish: unknown[]) => {
        await pause(random() * longestMs);
        const answer: unknown = await Reflect.apply(value, target, wish);
        await pause(random() * longestMs);
        return answer;
      };
    },
  });
}

/** Rooms over a slow log, where an empty room is put away at once. */
async function start(random: () => number) {
  const log = new MemoryLog();
  const ids = Array.from({ length: journeys }, (_, at) => `j${at}`);
  for (const journeyId of ids) {
    log.create(journeyId);
    const data = Y.encodeStateAsUpdate(testDocument(smallSeed).doc);
    const row = {
      data,
      actor: system,
      connId: "",
      clientIds: [],
      idemKey: null,
    };
    await log.append({ journeyId, afterSeq: 0, rows: [row] });
  }
  const settings = syncSettings(parseEnv({ DATABASE_URL: "none" }), {
    idleMs: 0,
    putAwaysPerSecond: 100_000,
    projectionMs: 0,
  });
  const rooms = new Rooms({
    log: slowly(log, random),
    logger: pino({ level: "silent" }),
    settings,
    lineOf: () => noLine,
    projectorOf: () => ({ project: () => pause(random() * longestMs) }),
    versionsOf: () => ({ keep: () => pause(random() * longestMs) }),
    pace: new Pace(100_000, 100_000),
    budgets: userBudgets(settings),
    onRefusal: () => undefined,
  });
  return { rooms, ids };
}

const write = (room: Room, word: string) =>
  new Promise<CallResult>((settle) => {
    const op = ({ doc }: { doc: Y.Doc }) => {
      textOf(doc, title)?.insert(0, word);
    };
    const call = { actor: system, idemKey: null, op, settle };
    room.push({ kind: "call", call });
  });

test("[C21] in a thousand comings and goings over a slow store there are never two of one map, everybody gets the newest, and nothing stays", async () => {
  const random = seededRandom(21);
  const { rooms, ids } = await start(random);
  const newest = new Map(ids.map((id) => [id, ""]));
  const living = new Map<string, Set<Room>>();
  let [begun, visits, loads, kept] = [0, 0, 0, 0];

  const visit = async (id: string): Promise<void> => {
    const expected = newest.get(id) as string;
    const held = await rooms.enter(id);
    const { room } = held!;
    const known = living.get(id) ?? new Set();
    living.set(id, known);
    if (!known.has(room)) loads++;
    known.add(room);
    expect([...known].filter(({ isGone }) => !isGone)).toEqual([room]);
    const { map } = await room.read();
    expect(map.meta.title.endsWith(expected)).toBe(true);
    if (random() < 0.5) {
      const word = `${++kept} `;
      expect((await write(room, word)).kind).toBe("stored");
      const now = textOf(room.document.doc, title)!.toString();
      // Others may have written meanwhile: whatever is there now was stored with it or before.
      if (now.length > (newest.get(id) as string).length) newest.set(id, now);
    }
    if (random() < 0.3) await pause(random() * longestMs);
    held!.release();
    visits++;
  };
  // So many at a time, whatever the machine does: they meet what is loading and what is put away.
  const person = async () => {
    while (begun++ < interleavings) {
      await pause(random() * longestMs * 2);
      await visit(ids[Math.floor(random() * ids.length)] as string);
    }
  };
  await Promise.all(Array.from({ length: people }, person));
  expect(visits).toBe(interleavings);
  // Far more often than once each they were put away and opened again.
  expect(loads).toBeGreaterThan(2 * journeys);

  const inside = rooms as unknown as Record<string, Map<unknown, unknown>>;
  const sizes = () =>
    ["opening", "live", "draining", "holds", "idleTimers"].map(
      (name) => inside[name]!.size,
    );
  const deadline = Date.now() + 20_000;
  while (sizes().some((size) => size > 0) && Date.now() < deadline)
    await pause(longestMs);
  expect(sizes()).toEqual([0, 0, 0, 0, 0]);
  for (const id of ids) {
    const held = await rooms.enter(id);
    expect((await held!.room.read()).map.meta.title).toBe(
      newest.get(id) || "Buying running shoes",
    );
    held!.release();
  }
});
