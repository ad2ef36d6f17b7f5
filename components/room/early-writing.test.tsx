import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { TestRoom } from "@/components/touchpoint/testing/test-room";
import { addCard } from "@/lib/journey/cards";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { addLane } from "@/lib/journey/lanes";
import { packMap, unpackMap } from "@/lib/journey/packed-map";
import { resolve } from "@/lib/journey/resolve";
import { addStage } from "@/lib/journey/stages";
import { must, testDocument } from "@/lib/journey/testing/context";
import { setText } from "@/lib/journey/texts";
import { newId } from "./new-id";
import { ReadingProvider } from "./reading-mode";
import { RoomClient } from "./room-client";
import { RoomContext } from "./room-context";
import { Seat } from "./seat";
import { keptDocuments } from "./testing/kept-documents";
import { TestServer } from "./testing/test-server";
import { useCanWrite } from "./use-room-state";

vi.mock("y-indexeddb", () => import("./testing/kept-documents"));

let server: TestServer;
let cell: Pick<Parameters<typeof addCard>[1], "laneId" | "columnId">;
const rooms: RoomClient[] = [];

/** A page that shows what the server had when it was asked for. */
function open(drawn: JourneyMap | null = asSent()): RoomClient {
  const room = new RoomClient({
    journeyId: "j",
    userId: "me",
    address: "ws://test/sync",
    seats: "http://test/seats",
    build: "",
    initialMap: drawn,
    onLost: () => undefined,
    onWork: () => undefined,
    onStale: () => false,
  });
  rooms.push(room);
  return room;
}

/** The map of the server after its way through a page. */
const asSent = (): JourneyMap => unpackMap(packMap(resolve(server.doc)));

const passOn = () => vi.advanceTimersByTimeAsync(0);

/** What a tab does to a document of its own. */
const by = ({ doc, origin, undo }: RoomClient) => ({
  ...testDocument(),
  doc,
  origin,
  undo,
  newId,
});

const write = (room: RoomClient, text: string) =>
  must(addCard(by(room), { ...cell, text }));

const words = (doc: Y.Doc) => JSON.stringify(doc.getMap("cards").toJSON());

/** Somebody was here before, so that this browser keeps the map. */
async function visit(): Promise<void> {
  const room = open(null);
  server.open();
  await passOn();
  server.acknowledge();
  room.destroy();
  await passOn();
}

beforeEach(async () => {
  vi.useFakeTimers();
  vi.stubGlobal("indexedDB", {});
  window.matchMedia = (() => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  })) as never;
  localStorage.clear();
  keptDocuments.clear();
  server = new TestServer();
  vi.stubGlobal("WebSocket", server.Socket);
  const ctx = testDocument();
  const { stageId } = must(addStage(ctx, { title: "Buy" }));
  const { laneId } = must(
    addLane(ctx, { kind: "text", title: "Needs", span: "stage" }),
  );
  cell = { laneId, columnId: stageId };
  must(addCard(ctx, { ...cell, text: "Was here" }));
  Y.applyUpdate(server.doc, Y.encodeStateAsUpdate(ctx.doc));
  await visit();
});
afterEach(() => {
  cleanup();
  for (const room of rooms.splice(0)) room.destroy();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("[A6] words written before the server answers are kept at once and reach it", async () => {
  const room = open();
  await passOn();
  expect(room.getState().isLoaded).toBe(true);
  expect(room.provider.synced).toBe(false);
  write(room, "Before the server");
  expect(room.getState()).toMatchObject({ status: "saving", isUnsaved: true });
  const kept = new Y.Doc();
  Y.applyUpdate(kept, keptDocuments.get("waymark:j:1:me")!);
  expect(words(kept)).toContain("Before the server");
  server.open();
  await passOn();
  expect(words(server.doc)).toContain("Before the server");
  expect(room.getState().status).toBe("saving");
  server.acknowledge();
  expect(room.getState()).toMatchObject({ status: "saved", isUnsaved: false });
});

test("[A6] early words outlive a page that ends before the server answers", async () => {
  const first = open();
  await passOn();
  write(first, "Gone before the answer");
  first.destroy();
  open();
  await passOn();
  server.open();
  await passOn();
  expect(words(server.doc)).toContain("Gone before the answer");
});

test("[A5] early words and what a colleague wrote meanwhile are both there", async () => {
  const room = open();
  await passOn();
  const { cardId } = write(room, "Mine");
  const theirs = { ...by(room), doc: server.doc };
  must(addCard(theirs, { ...cell, text: "Theirs" }));
  server.open();
  await passOn();
  for (const doc of [room.doc, server.doc]) {
    expect(words(doc)).toContain("Theirs");
    expect(words(doc)).toContain("Mine");
  }
  must(setText(by(room), { kind: "card", id: cardId }, "Mine, later"));
  // Once it has been painted.
  await vi.advanceTimersByTimeAsync(100);
  expect(words(server.doc)).toContain("Mine, later");
});

test("[A6] nothing is called offline or saved while the first answer is on its way", async () => {
  const room = open();
  const seen = new Set([room.getState().status]);
  room.subscribe(() => seen.add(room.getState().status));
  await passOn();
  expect(room.getState().isLoaded).toBe(true);
  server.open();
  await passOn();
  server.acknowledge();
  expect([...seen]).toEqual(["connecting", "saved"]);
});

test("[A6] a server that does not answer is called away after three seconds, and what was written stays", async () => {
  const room = open();
  await passOn();
  write(room, "Nobody answers");
  await vi.advanceTimersByTimeAsync(3_000);
  expect(room.getState().status).toBe("offline");
  expect(words(room.doc)).toContain("Nobody answers");
});

test("[A6] a copy that is older than what was drawn can not be written before the server has answered", async () => {
  must(
    addCard(
      { ...testDocument(), newId, doc: server.doc },
      { ...cell, text: "Newer" },
    ),
  );
  const room = open();
  await passOn();
  expect(room.getState().isLoaded).toBe(false);
  server.open();
  await passOn();
  expect(room.getState().isLoaded).toBe(true);
  expect(words(room.doc)).toContain("Newer");
});

function Probe() {
  return <p>{useCanWrite() ? "may write" : "reads"}</p>;
}

test.each([
  ["an editor may write in it", true, "may write"],
  ["a viewer may not", false, "reads"],
])(
  "[A6] a copy that says what was drawn is open early: %s",
  async (_, mayEdit, said) => {
    const room = open();
    await passOn();
    const place = { ...new TestRoom().room(), mayEdit, seat: new Seat(room) };
    render(
      <RoomContext value={place}>
        <ReadingProvider mayEdit={mayEdit}>
          <Probe />
        </ReadingProvider>
      </RoomContext>,
    );
    expect(screen.getByText(said)).not.toBeNull();
  },
);
