import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Inbox } from "./inbox";
import type { RoomItem } from "./room-types";
import type { Seat } from "./seat";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const roomy = { queueBytes: 1e6, queueFrames: 1_000, pauseBytes: 1e6 };

/** A room of so many seats in which somebody writes every 19 ms, in turn. */
function busyRoom(seats: number) {
  const startedAt = Date.now();
  const sentAt = new Map<RoomItem, number>();
  const turns: number[] = [];
  const waits: number[] = [];
  const room = {
    isGone: false,
    isWorking: false,
    seats: new Set(Array.from({ length: seats }, (_, at) => at)),
    commits: { count: 0, hasAlone: false },
    isPressed: false,
    work: async (items: readonly RoomItem[]) => {
      turns.push(Date.now() - startedAt);
      for (const item of items) waits.push(Date.now() - sentAt.get(item)!);
    },
  };
  const inbox = new Inbox(
    room as unknown as ConstructorParameters<typeof Inbox>[0],
    roomy,
  );
  const write = () => {
    const seat = { judgement: null } as Seat;
    const bytes = new Uint8Array(40);
    const item: RoomItem = { kind: "update", seat, bytes, isAnswer: false };
    sentAt.set(item, Date.now());
    inbox.push(item);
  };
  return { turns, waits, write };
}

async function writeInTurn(seats: number, edits: number) {
  const { turns, waits, write } = busyRoom(seats);
  for (let at = 0; at < edits; at++) {
    write();
    await vi.advanceTimersByTimeAsync(19);
  }
  await vi.advanceTimersByTimeAsync(100);
  return { turns: turns.length, waits: waits.sort((a, b) => a - b) };
}

test("with few people around, each change goes out at once", async () => {
  const { turns, waits } = await writeInTurn(8, 12);
  expect(turns).toBe(12);
  expect(Math.max(...waits)).toBe(0);
});

test("in a workshop changes share their way to everybody, most of them within 5 ms and none for longer than 20 ms", async () => {
  const { turns, waits } = await writeInTurn(50, 12);
  expect(turns).toBeLessThanOrEqual(8);
  expect(waits).toHaveLength(12);
  expect(waits[Math.floor(waits.length * 0.6)]).toBeLessThan(5);
  expect(Math.max(...waits)).toBe(20);
});

test("with a crowd around, every change waits for the next, and none for longer than 20 ms", async () => {
  const { turns, waits } = await writeInTurn(101, 12);
  expect(turns).toBe(6);
  expect(Math.max(...waits)).toBe(20);
});
