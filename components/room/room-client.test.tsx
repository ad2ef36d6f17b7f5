// Longer than most: one client lives through all that a server can answer, and the server that plays with it is shared.
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { addLane } from "@/lib/journey/lanes";
import { addStage } from "@/lib/journey/stages";
import { addCard } from "@/lib/journey/cards";
import { must, testDocument } from "@/lib/journey/testing/context";
import { keptMark } from "@/lib/kept/names";
import {
  CLOSE,
  REFUSED_TOO_OFTEN,
  TOO_MANY_SOCKETS,
} from "@/lib/protocol/close-codes";
import { DeviceCopy } from "./device-copy";
import { noteEpoch } from "./device-store";
import { newId } from "./new-id";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { unsentChanges } from "./recovery";
import type { Lost } from "./recovery-shelf";
import { RoomClient } from "./room-client";
import { TestServer } from "./testing/test-server";

let server: TestServer;
let room: RoomClient;
let lost: [Lost, JourneyMap][];
let stale: number;

function seat(): RoomClient {
  return new RoomClient({
    journeyId: "j",
    userId: "me",
    address: "ws://test/sync",
    seats: "http://test/seats",
    build: "mine",
    initialMap: null,
    onLost: (work, map) => lost.push([work, map]),
    onWork: () => undefined,
    onStale: () => {
      stale += 1;
      return true;
    },
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

/** A browser that keeps copies; the returned function is called to erase one. */
function keepsCopies() {
  const forget = vi.fn(async () => undefined);
  vi.spyOn(DeviceCopy, "keep").mockReturnValue({
    isKept: true,
    loaded: Promise.resolve(),
    remember: () => undefined,
    keepNow: () => undefined,
    settle: () => undefined,
    close: async () => undefined,
    forget,
  } as unknown as DeviceCopy);
  return forget;
}

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  lost = [];
  stale = 0;
  server = new TestServer();
  Y.applyUpdate(server.doc, Y.encodeStateAsUpdate(testDocument().doc));
  vi.stubGlobal("WebSocket", server.Socket);
  room = seat();
});
afterEach(() => {
  room.destroy();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
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

  test("[A6] what the server is asked about has reached it before the question, also within a frame", async () => {
    await join();
    const asked = server.markers.length;
    write("a fresh word");
    // The page comes back out of the browser's keeping: the line is asked at once.
    window.dispatchEvent(new Event("pageshow"));
    await vi.advanceTimersByTimeAsync(0);
    expect(server.markers.length).toBeGreaterThan(asked);
    expect(server.wordsAtMarker.at(-1)).toContain("a fresh word");
  });

  test("[A6] the last word goes out when a map is left within the frame in which it was written", async () => {
    await join();
    write("a last word");
    room.destroy();
    expect(JSON.stringify(server.doc.toJSON())).toContain("a last word");
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

  test("[A6] who writes on and on is told of trouble only when answers fail to come", async () => {
    await join();
    for (let at = 0; at < 40; at++) {
      write(`word ${at}`);
      await vi.advanceTimersByTimeAsync(200);
      const earlier = server.markers.at(-2);
      if (earlier) server.send({ kind: "ack", marker: earlier, seq: at });
      expect(status()).toBe("saving");
    }
  });

  test("[A6] an answer covers nothing that was not given on this connection", async () => {
    await join();
    server.socket?.emitClose(1006);
    write("offline");
    await vi.advanceTimersByTimeAsync(3_000);
    server.socket?.emitOpen();
    const asked = server.markers.length;
    write("before the server asked for the rest");
    await vi.advanceTimersByTimeAsync(500);
    expect(server.markers).toHaveLength(asked);
  });

  test("a browser that loses its network says so at once, and is back at once", async () => {
    await join();
    write();
    window.dispatchEvent(new Event("offline"));
    expect(status()).toMatch("offline");
    const before = server.opened.length;
    window.dispatchEvent(new Event("online"));
    expect(server.opened).toHaveLength(before + 1);
    server.open();
    await vi.advanceTimersByTimeAsync(0);
    server.acknowledge();
    expect(status()).toBe("saved");
  });

  test("a browser that is wrong about its network is corrected by the server's answer", async () => {
    await join();
    window.dispatchEvent(new Event("offline"));
    await vi.advanceTimersByTimeAsync(1_000);
    server.acknowledge();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(status()).toBe("saved");
  });

  test("[A6] work done offline is unsaved until the server has it, and is sent by itself", async () => {
    await join();
    server.socket?.emitClose(1006);
    write("offline");
    expect(status()).toBe("offline-unkept");
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

test("[A6] the browser is asked once to keep what is written without a network, and not before", async () => {
  const persist = vi.fn(async () => true);
  vi.stubGlobal("navigator", { onLine: true, storage: { persist } });
  await join();
  write("online");
  server.acknowledge();
  expect(persist).not.toHaveBeenCalled();
  server.socket?.emitClose(1006);
  write("offline");
  write("and more");
  expect(persist).toHaveBeenCalledOnce();
});

describe("[A6] an update of the server", () => {
  const newer = () => room.getState().newerBuild;

  test("is known as soon as the tab comes back to it, and nothing of the work is touched", async () => {
    server.open("editor", "mine");
    await vi.advanceTimersByTimeAsync(0);
    server.acknowledge();
    expect(newer()).toBeNull();
    server.socket?.emitClose(CLOSE.restarting);
    write("while it restarts");
    await vi.advanceTimersByTimeAsync(3_000);
    server.open("editor", "theirs");
    await vi.advanceTimersByTimeAsync(0);
    expect(newer()).toBe("theirs");
    expect(status()).toBe("saving");
    server.acknowledge();
    expect(status()).toBe("saved");
    expect(JSON.stringify(server.doc.getMap("cards").toJSON())).toContain(
      "while it restarts",
    );
  });

  test("that was taken back is no update any more", async () => {
    server.open("editor", "theirs");
    expect(newer()).toBe("theirs");
    server.socket?.emitClose(CLOSE.restarting);
    await vi.advanceTimersByTimeAsync(3_000);
    server.open("editor", "mine");
    expect(newer()).toBeNull();
  });

  test.each([undefined, ""])(
    "is not believed of a server that does not say what it is: %j",
    (build) => {
      server.open("editor", build);
      expect(newer()).toBeNull();
    },
  );
});

test("[WS-10] work done offline waits on a full map, says so, and is sent as soon as there is a place", async () => {
  await join();
  server.socket?.emitClose(1006);
  write("offline");
  server.isFull = true;
  await vi.advanceTimersByTimeAsync(3_000);
  server.open();
  await vi.advanceTimersByTimeAsync(0);
  // Nothing that such a seat sends is taken, whatever it is answered.
  server.acknowledge();
  expect(status()).toBe("full-unsent");
  expect([stale, lost]).toEqual([0, []]);
  expect(room.getState()).toMatchObject({ canEdit: false, isAtRisk: true });

  server.isFull = false;
  server.socket?.emitClose(CLOSE.roleChanged, "place_free");
  await vi.advanceTimersByTimeAsync(3_000);
  server.open();
  await vi.advanceTimersByTimeAsync(0);
  expect(status()).not.toMatch("full");
  server.acknowledge();
  expect(status()).toBe("saved");
  expect(room.getState().canEdit).toBe(true);
});

test("[2.9] a tab knows when its map is larger than the server calls large", async () => {
  await join();
  expect(room.getState().large).toBeNull();
  await vi.advanceTimersByTimeAsync(10_000);
  await vi.dynamicImportSettled();
  // The limits of the server in these tests are as small as can be.
  expect(room.getState().large?.mostBytes).toBe(1);
});

describe("when the server ends it", () => {
  test.each([
    ["[C15] a change that was refused", CLOSE.refused],
    ["[C20] what was too much at once", CLOSE.tooBig],
  ])(
    "%s is kept, and this document makes place for another",
    async (_, code) => {
      await join();
      write("my words");
      server.socket?.emitClose(code);
      await vi.advanceTimersByTimeAsync(10_000);
      expect(stale).toBe(1);
      const [[work, map] = []] = lost;
      const { base = null, local = null } = work ?? {};
      if (!local || !map) throw new Error("nothing was kept");
      expect(
        JSON.stringify(unsentChanges({ base, server: map, local })),
      ).toContain("my words");
      expect(room.getState().isLoaded).toBe(false);
      expect(server.opened).toHaveLength(1);
    },
  );

  test.each([
    ["[2.14] who has no access any more", CLOSE.accessGone],
    ["[2.14] whose journey was deleted", CLOSE.notFound],
  ])(
    "%s keeps what they wrote before they knew, and no copy of the map",
    async (_, code) => {
      const forget = keepsCopies();
      await join();
      write("my words");
      server.socket?.emitClose(code);
      expect(JSON.stringify(lost[0]?.[0].local)).toContain("my words");
      expect(lost[0]?.[0]).toMatchObject({ code, isKept: true });
      expect(forget).toHaveBeenCalledOnce();
      expect(room.getState().closedBy?.code).toBe(code);
      expect(stale).toBe(0);
    },
  );

  test.each([TOO_MANY_SOCKETS, REFUSED_TOO_OFTEN])(
    "[2.9] who is kept out for now (%s) keeps everything: the copy that other tabs live with, and what was written here, which is sent once they are back",
    async (reason) => {
      const forget = keepsCopies();
      await join();
      server.socket?.emitClose(1006);
      write("my words");
      await vi.advanceTimersByTimeAsync(3_000);
      server.socket?.emitClose(CLOSE.accessGone, reason);
      expect(room.getState()).toMatchObject({
        closedBy: { code: CLOSE.accessGone, reason },
        isAtRisk: true,
      });
      const attempts = server.opened.length;
      await vi.advanceTimersByTimeAsync(120_000);
      expect(server.opened).toHaveLength(attempts);
      expect(forget).not.toHaveBeenCalled();
      expect([stale, lost]).toEqual([0, []]);

      document.dispatchEvent(new Event("visibilitychange"));
      expect(server.opened).toHaveLength(attempts + 1);
      await join();
      expect(status()).toBe("saved");
      expect(room.getState().closedBy).toBeNull();
      expect(JSON.stringify(server.doc.getMap("cards").toJSON())).toContain(
        "my words",
      );
    },
  );

  test("[2.14] whose access is gone is not asked for again, and nothing of it is sent when somebody looks", async () => {
    await join();
    server.socket?.emitClose(CLOSE.accessGone);
    const attempts = server.opened.length;
    document.dispatchEvent(new Event("visibilitychange"));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.opened).toHaveLength(attempts);
  });

  test("[WS-07] who may not edit any more keeps what they wrote before they knew", async () => {
    await join();
    server.socket?.emitClose(1006);
    write("too late");
    await vi.advanceTimersByTimeAsync(3_000);
    server.open("viewer");
    await vi.advanceTimersByTimeAsync(0);
    expect(lost).toHaveLength(1);
    expect(stale).toBe(1);
  });

  test("[A6] what was saved before is not offered again", async () => {
    await join();
    write("stored words");
    await vi.advanceTimersByTimeAsync(200);
    server.acknowledge();
    server.socket?.emitClose(CLOSE.accessGone);
    expect(lost).toEqual([]);
    expect(room.getState().closedBy?.code).toBe(CLOSE.accessGone);
  });

  test("[C22] of another history everything that this tab knew counts, saved or not", async () => {
    await join();
    write("saved before the backup was restored");
    await vi.advanceTimersByTimeAsync(200);
    server.acknowledge();
    const staleWork: (Lost | null)[] = [];
    vi.spyOn(room["options"], "onStale").mockImplementation((work) => {
      staleWork.push(work);
      return true;
    });
    server.socket?.emitClose(CLOSE.otherEpoch);
    await vi.advanceTimersByTimeAsync(0);
    expect(staleWork[0]?.base).toBeNull();
    expect(JSON.stringify(staleWork[0]?.local)).toContain("saved before");
  });

  test("a restart is no end: the tab comes back", async () => {
    await join();
    server.socket?.emitClose(CLOSE.restarting);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(server.opened.length).toBeGreaterThan(1);
    expect(room.getState().closedBy).toBeNull();
  });
});

test("[FT-16] of a page that was kept on this device only what was written since its copy counts as unsent", async () => {
  write("kept words");
  const kept = Y.encodeStateAsUpdate(room.doc);
  room.destroy();
  const remember = vi.fn();
  vi.spyOn(DeviceCopy, "keep").mockImplementation(({ doc }) => {
    const persistence = {};
    return {
      persistence,
      isKept: true,
      loaded: Promise.resolve().then(() =>
        Y.applyUpdate(doc, kept, persistence),
      ),
      unsentSince: async () => null,
      remember,
      keepNow: () => undefined,
      close: async () => undefined,
    } as unknown as DeviceCopy;
  });
  vi.stubGlobal("indexedDB", {});
  noteEpoch({ journeyId: "j", userId: "me" }, 1);
  document.documentElement.setAttribute(keptMark, "");
  room = seat();
  await vi.advanceTimersByTimeAsync(0);
  document.documentElement.removeAttribute(keptMark);
  const known = room.live.get();
  write("since then");
  expect(remember).toHaveBeenCalledExactlyOnceWith(known, false);
});
