import { EventEmitter } from "node:events";
import type { Duplex } from "node:stream";
import { expect, test, vi } from "vitest";
import type { WebSocket } from "ws";
import { Outlet } from "./outlet";

const limits = {
  presenceBufferBytes: 10,
  behindBytes: 20,
  mostBufferedBytes: 50,
  stallMs: 1_000,
};
const bytes = (length: number) => Buffer.alloc(length);

/** A client that reads nothing of what is written. */
function deaf() {
  const wire = Object.assign(new EventEmitter(), {
    writableNeedDrain: true,
    writableLength: 0,
    write: (frame: Uint8Array) => {
      socket.bufferedAmount += frame.length;
    },
  });
  const socket = {
    OPEN: 1,
    readyState: 1,
    bufferedAmount: 0,
    terminate: vi.fn(),
    send: (frame: Uint8Array) => wire.write(frame),
  };
  const outlet = new Outlet(
    socket as unknown as WebSocket,
    wire as unknown as Duplex,
    limits,
  );
  return { wire, socket, outlet };
}

test("[C11] presence is dropped first, then updates, then the connection", () => {
  const { socket, outlet } = deaf();
  const now = () => [outlet.takesPresence, outlet.takesUpdates];
  outlet.send(bytes(10));
  expect(now()).toEqual([true, true]);
  outlet.send(bytes(1));
  expect(now()).toEqual([false, true]);
  outlet.send(bytes(10));
  expect(now()).toEqual([false, false]);
  outlet.send(bytes(30));
  expect(socket.terminate).not.toHaveBeenCalled();
  outlet.send(bytes(1));
  expect(socket.terminate).toHaveBeenCalled();
  expect(socket.bufferedAmount).toBe(51);
});

test("[C11] the document itself does not count, until it is read; asking for it again and again does", () => {
  const { wire, socket, outlet } = deaf();
  outlet.sendFirst([bytes(500)]);
  expect(outlet.waitingBytes).toBe(0);
  outlet.send(bytes(40));
  expect(outlet.waitingBytes).toBe(40);
  socket.bufferedAmount = 0;
  wire.emit("drain");
  outlet.send(bytes(21));
  expect(outlet.takesUpdates).toBe(false);
  for (let round = 0; round < 10; round++) outlet.sendFirst([bytes(500)]);
  expect(socket.terminate).toHaveBeenCalled();
  expect(socket.bufferedAmount).toBeLessThan(1_500);
});

test("[C11] a client is cut when it reads nothing of what waits, not when it is slow or owed nothing", () => {
  const { wire, socket, outlet } = deaf();
  outlet.cutIfStalled(0);
  outlet.cutIfStalled(5_000);
  outlet.send(bytes(5));
  wire.writableLength = 5;
  outlet.cutIfStalled(6_000);
  wire.writableLength = 4;
  outlet.cutIfStalled(6_900);
  outlet.cutIfStalled(7_800);
  expect(socket.terminate).not.toHaveBeenCalled();
  outlet.cutIfStalled(8_000);
  expect(socket.terminate).toHaveBeenCalled();
});

test("what is sent together leaves in one call, also where making it ends halfway", () => {
  const { wire, outlet } = deaf();
  const calls: string[] = [];
  Object.assign(wire, {
    cork: () => calls.push("hold"),
    uncork: () => calls.push("let go"),
    write: () => calls.push("frame"),
  });
  outlet.together(() => {
    outlet.sendWire(bytes(1));
    outlet.sendWire(bytes(1));
  });
  expect(calls.splice(0)).toEqual(["hold", "frame", "frame", "let go"]);
  expect(() =>
    outlet.together(() => {
      throw new Error("no frame");
    }),
  ).toThrow("no frame");
  expect(calls).toEqual(["hold", "let go"]);
});
