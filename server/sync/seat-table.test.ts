import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { encodeExtension } from "@/lib/protocol/extension";
import type { Admission } from "./authenticate";
import type { SeatSocket, SeatWire } from "./outlet";
import { Seat } from "./seat";
import { SeatTable } from "./seat-table";
import { syncSettings, type SyncSettings } from "./settings";
import { parseEnv } from "@/server/env";

const settings: SyncSettings = syncSettings(
  parseEnv({ DATABASE_URL: "postgresql://nowhere/db" }),
);
const minuteMs = 60_000;

const sitter = {
  actor: { kind: "member", userId: "ada", workspaceId: "w", role: "editor" },
  author: { kind: "user", id: "ada" },
  sessionId: "s",
  name: "Ada",
  canEdit: true,
} as const;

function newSeat({ isOnlooker = false, canEdit = true } = {}) {
  const sent: Uint8Array[] = [];
  const socket = {
    OPEN: 1,
    readyState: 1,
    bufferedAmount: 0,
    isPaused: false,
    send: (frame: Uint8Array) => sent.push(frame),
    close: vi.fn(),
    terminate: vi.fn(),
    ping: vi.fn(),
    pause: () => (socket.isPaused = true),
    resume: () => (socket.isPaused = false),
  };
  const wire = {
    writableLength: 0,
    writableNeedDrain: true,
    answers: true,
    drained: () => undefined as void,
    write: () => {
      if (wire.answers) seat.heardAt = Date.now();
    },
    once: (_event: string, go: () => void) => {
      wire.drained = go;
    },
  };
  const seat: Seat = new Seat(
    socket as unknown as SeatSocket,
    { ...sitter, canEdit },
    {
      request: { headers: {}, ip: "192.0.2.1", journeyId: "j" },
      wire: wire as unknown as SeatWire,
      hasExtension: true,
      isOnlooker,
      settings,
    },
  );
  const isTold = (state: "ok" | "readonly") =>
    sent.some((frame) =>
      Buffer.from(frame).equals(encodeExtension({ kind: "state", state })),
    );
  return { seat, socket, wire, isTold };
}

const report = vi.fn();
let admit = vi.fn<() => Promise<Admission>>();
let table: SeatTable;
beforeEach(() => {
  vi.useFakeTimers();
  report.mockClear();
  admit = vi.fn(async () => ({ ok: true, sitter }));
  table = new SeatTable(() => admit(), settings, report);
});
afterEach(() => {
  table.stop();
  vi.useRealTimers();
});

test("[WS-09] however many sit on a server, each is judged again within a minute", async () => {
  const seats = Array.from({ length: 500 }, () => newSeat());
  for (const { seat } of seats) table.add(seat);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(admit).not.toHaveBeenCalled();
  admit.mockResolvedValue({ ok: false, reason: "outsider", userId: "ada" });
  await vi.advanceTimersByTimeAsync(30_000);
  for (const { socket } of seats)
    expect(socket.close).toHaveBeenCalledWith(4403, "");
});

test("[WS-09] whose rights nobody could look up for five minutes is read no more, and told", async () => {
  const { seat, socket, isTold } = newSeat();
  table.add(seat);
  admit.mockRejectedValue(new Error("the database is away"));
  await vi.advanceTimersByTimeAsync(5 * minuteMs - 1_000);
  expect([socket.isPaused, isTold("readonly")]).toEqual([false, false]);
  await vi.advanceTimersByTimeAsync(15_000);
  expect([socket.isPaused, isTold("readonly")]).toEqual([true, true]);
  // Nothing else has it read again.
  seat.resume();
  expect(socket.isPaused).toBe(true);
  expect(socket.close).not.toHaveBeenCalled();
});

test("[WS-09] what such a person had sent is taken once somebody says that it may be", async () => {
  const { seat, socket, isTold } = newSeat();
  table.add(seat);
  admit.mockRejectedValue(new Error("the database is away"));
  await vi.advanceTimersByTimeAsync(6 * minuteMs);
  const taken = vi.fn();
  void seat.judgement?.then(taken);
  await vi.advanceTimersByTimeAsync(minuteMs);
  expect(taken).not.toHaveBeenCalled();
  admit.mockResolvedValue({ ok: true, sitter });
  await vi.advanceTimersByTimeAsync(12_000);
  expect(taken).toHaveBeenCalled();
  expect([seat.judgement, socket.isPaused, isTold("ok")]).toEqual([
    null,
    false,
    true,
  ]);
});

test("[WS-09] and is not taken from who was removed meanwhile, or leaves before", async () => {
  const [removed, leaving] = [newSeat(), newSeat()];
  table.add(removed.seat);
  admit.mockRejectedValue(new Error("the database is away"));
  await vi.advanceTimersByTimeAsync(6 * minuteMs);
  admit.mockResolvedValue({ ok: false, reason: "outsider", userId: "ada" });
  await vi.advanceTimersByTimeAsync(12_000);
  expect(removed.socket.close).toHaveBeenCalledWith(4403, "");
  expect(removed.seat.isRevoked).toBe(true);
  leaving.seat.suspend();
  leaving.seat.end(1012);
  expect([leaving.seat.isRevoked, leaving.seat.judgement]).toEqual([
    true,
    null,
  ]);
});

test("[WS-09] a connection that breaks meanwhile keeps nobody waiting for a judgement that never comes", async () => {
  const { seat } = newSeat();
  table.add(seat);
  seat.suspend();
  const isOver = vi.fn();
  void seat.judgement?.then(isOver);
  table.remove(seat);
  await vi.advanceTimersByTimeAsync(0);
  expect(isOver).toHaveBeenCalled();
  expect([seat.isRevoked, seat.judgement]).toEqual([true, null]);
});

test("[2.8] who is given a large map over a slow line is not cut because an answer to a ping takes long", async () => {
  const { seat, socket, wire } = newSeat();
  table.add(seat);
  wire.answers = false;
  seat.sendFirst([Buffer.alloc(4 * 1024 * 1024)], 1);
  await vi.advanceTimersByTimeAsync(3 * minuteMs);
  expect(socket.terminate).not.toHaveBeenCalled();
  wire.drained();
  await vi.advanceTimersByTimeAsync(minuteMs);
  expect(socket.terminate).toHaveBeenCalled();
});

test("[WS-10] of those who found a map full as many are asked back as leave it, who waited longest first", async () => {
  table.stop();
  table = new SeatTable(
    () => admit(),
    { ...settings, socketsPerMap: 2 },
    report,
  );
  const editors = [newSeat(), newSeat()];
  const reader = newSeat({ isOnlooker: true, canEdit: false });
  const waiting = [1, 2, 3].map(() => newSeat({ isOnlooker: true }));
  for (const { seat } of [...editors, reader, ...waiting]) table.add(seat);
  const called = () =>
    waiting.map(({ socket }) => socket.close.mock.calls.flat());
  await vi.advanceTimersByTimeAsync(30_000);
  expect(called()).toEqual([[], [], []]);
  table.remove(editors[0]!.seat);
  expect(called()).toEqual([[4501, "place_free"], [], []]);
  // Going to take the place is no going: nobody else is asked for it until it turns out that they did not come.
  table.remove(waiting[0]!.seat);
  expect(called()[1]).toEqual([]);
  await vi.advanceTimersByTimeAsync(12_000);
  expect(called()).toEqual([[4501, "place_free"], [4501, "place_free"], []]);
  expect(reader.socket.close).not.toHaveBeenCalled();
});

test("[C23] three hundred are asked back over five seconds, and three at once", async () => {
  // Evenly, as chance does it for many.
  let nth = 0;
  const chance = vi.spyOn(Math, "random").mockImplementation(() => nth++ / 300);
  const seats = Array.from({ length: 300 }, () => newSeat());
  for (const { seat } of seats) table.add(seat);
  const gone = () =>
    seats.filter(({ socket }) => socket.close.mock.calls.length > 0).length;
  const ended = table.endAll(1012);
  for (const [ms, share] of [
    [1_250, 75],
    [2_500, 150],
    [3_750, 225],
  ] as const) {
    await vi.advanceTimersByTimeAsync(1_250);
    expect([ms, Math.abs(gone() - share) <= 1]).toEqual([ms, true]);
  }
  await vi.advanceTimersByTimeAsync(1_250);
  await ended;
  expect(gone()).toBe(300);

  table.stop();
  table = new SeatTable(() => admit(), settings, report);
  nth = 299;
  const few = [newSeat(), newSeat(), newSeat()];
  for (const { seat } of few) table.add(seat);
  const soon = table.endAll(1012);
  await vi.advanceTimersByTimeAsync(100);
  await soon;
  expect(few.every(({ socket }) => socket.close.mock.calls.length > 0)).toBe(
    true,
  );
  chance.mockRestore();
});
