import { expect, test, vi } from "vitest";
import { CLOSE } from "@/lib/protocol/close-codes";
import { MemoryLog } from "@/server/log/memory";
import { catchUp } from "./catch-up";
import type { Seat } from "./seat";

const behind = (sentSeq: number) => ({
  sentSeq,
  isBehind: true,
  takesUpdates: true,
  send: vi.fn(),
  end: vi.fn(),
  follow: vi.fn(),
});
const roomAt = (durableSeq: number) => ({
  journeyId: "j1",
  durableSeq,
  isGone: false,
  join: vi.fn(),
});
const start = (
  seat: ReturnType<typeof behind>,
  room: ReturnType<typeof roomAt>,
) =>
  catchUp(seat as Partial<Seat> as Seat, {
    room,
    log: new MemoryLog(),
  });

test("[C11] who missed more than two thousand updates is given the document instead", async () => {
  const [seat, room] = [behind(1), roomAt(2_002)];
  await start(seat, room);
  expect(room.join).toHaveBeenCalledWith(seat, new Uint8Array([0]));
  expect(seat.send).not.toHaveBeenCalled();
});

test("[C11] where the log cannot be read the client is asked to sync again", async () => {
  const seat = behind(1);
  await start(seat, roomAt(5));
  expect(seat.end).toHaveBeenCalledWith(CLOSE.outOfStep, "behind");
  expect(seat.follow).not.toHaveBeenCalled();
});
