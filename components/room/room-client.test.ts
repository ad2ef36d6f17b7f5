// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { addLane } from "@/lib/journey/lanes";
import { addStage } from "@/lib/journey/stages";
import { addCard } from "@/lib/journey/cards";
import { must, testDocument } from "@/lib/journey/testing/context";
import { CLOSE } from "@/lib/protocol/close-codes";
import { newId } from "./new-id";
import { RoomClient } from "./room-client";
import { TestServer } from "./testing/test-server";

let server: TestServer;
let room: RoomClient;

function seat(): RoomClient {
  return new RoomClient({
    journeyId: "j",
    userId: "me",
    address: "ws://test/sync",
    initialMap: null,
  });
}

/** What the tab writes: a stage, a lane and a card in their cell. */
function write(text = "hello"): void {
  const ctx = {
    ...testDocument(),
    doc: room.doc,
    origin: room.origin,
    undo: room.undo,
    newId,
  };
  const { stageId } = must(addStage(ctx, { title: "Buy" }));
  const { laneId } = must(
    addLane(ctx, { kind: "text", title: "Needs", span: "stage" }),
  );
  must(addCard(ctx, { laneId, columnId: stageId, text }));
}

const status = () => room.getState().status;

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  server = new TestServer();
  Y.applyUpdate(server.doc, Y.encodeStateAsUpdate(testDocument().doc));
  vi.stubGlobal("WebSocket", server.Socket);
  room = seat();
});
afterEach(() => {
  room.destroy();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function join(): Promise<void> {
  server.open();
  await vi.advanceTimersByTimeAsync(0);
  server.acknowledge();
}

describe("what is called saved", () => {
  test("[A6] nothing may be written before the document is whole", async () => {
    expect(room.getState().isLoaded).toBe(false);
    await join();
    expect(room.getState().isLoaded).toBe(true);
    expect(status()).toBe("saved");
  });

  test("[A6] a change is saved when the server says so, not when it was sent", async () => {
    await join();
    write();
    expect(status()).toBe("saving");
    await vi.advanceTimersByTimeAsync(200);
    expect(status()).toBe("saving");
    server.acknowledge();
    expect(status()).toBe("saved");
  });

  test("[A6] an answer about an earlier change says nothing about a later one", async () => {
    await join();
    write("first");
    await vi.advanceTimersByTimeAsync(200);
    const [earlier] = server.markers.slice(-1);
    write("second");
    server.send({ kind: "ack", marker: earlier ?? 0, seq: 2 });
    expect(status()).toBe("saving");
    await vi.advanceTimersByTimeAsync(200);
    server.acknowledge();
    expect(status()).toBe("saved");
  });

  test("[A6] a server that falls silent is noticed after five seconds without any message", async () => {
    await join();
    write();
    await vi.advanceTimersByTimeAsync(5_100);
    expect(status()).toBe("not-saved");
  });

  test("[A6] work done offline is unsaved until the server has it, and is sent by itself", async () => {
    await join();
    server.socket?.emitClose(1006);
    write("offline");
    expect(status()).toBe("offline");
    expect(room.getState().isUnsaved).toBe(true);
    await vi.advanceTimersByTimeAsync(3_000);
    server.open();
    await vi.advanceTimersByTimeAsync(0);
    expect(status()).toBe("saving");
    server.acknowledge();
    expect(status()).toBe("saved");
    expect(JSON.stringify(server.doc.getMap("cards").toJSON())).toContain(
      "offline",
    );
  });
});

describe("when the server ends it", () => {
  test("[A6] a refused change is offered as text, and the tab does not come back by itself", async () => {
    await join();
    write("my words");
    server.socket?.emitClose(CLOSE.refused);
    await vi.advanceTimersByTimeAsync(10_000);
    const { closedBy, recovery } = room.getState();
    expect(closedBy).toBe(CLOSE.refused);
    expect(recovery?.text).toContain("my words");
    expect(recovery?.text).toContain("Needs › Buy");
    expect(status()).toBe("reload");
    expect(server.opened).toHaveLength(1);
  });

  test("[A6] what was saved before is not offered again", async () => {
    await join();
    write("stored words");
    await vi.advanceTimersByTimeAsync(200);
    server.acknowledge();
    server.socket?.emitClose(CLOSE.accessGone);
    expect(room.getState().recovery).toBeNull();
  });

  test("a restart is no end: the tab comes back", async () => {
    await join();
    server.socket?.emitClose(CLOSE.restarting);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(server.opened.length).toBeGreaterThan(1);
    expect(room.getState().closedBy).toBeNull();
  });
});
