import { act, cleanup, render } from "@testing-library/react";
import { useEffect } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { setText } from "@/lib/journey/texts";
import { testContext, testDocument } from "@/lib/journey/testing/context";
import type { RoomClient } from "./room-client";
import { useRoom } from "./room-context";
import { RoomProvider } from "./room-provider";
import { TestServer } from "./testing/test-server";

let server: TestServer;
let seated: RoomClient | null;

function Grab() {
  const { client } = useRoom();
  useEffect(() => {
    seated = client;
  }, [client]);
  return null;
}

/** What the browser does when the page is closed; it asks where somebody objects. */
function leave(): boolean {
  const event = new Event("beforeunload", { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
}

beforeEach(() => {
  vi.useFakeTimers();
  seated = null;
  server = new TestServer();
  Y.applyUpdate(server.doc, Y.encodeStateAsUpdate(testDocument().doc));
  vi.stubGlobal("WebSocket", server.Socket);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("[A6] the browser asks before it closes a page whose last change is not stored, and not before or after that", async () => {
  const { unmount } = render(
    <RoomProvider
      journeyId="j"
      workspaceSlug="acme"
      me={{ id: "me", name: "Me", colour: "blue" }}
      mayEdit
      initialMap={null}
    >
      <Grab />
    </RoomProvider>,
  );
  await act(async () => {
    server.open();
    await vi.advanceTimersByTimeAsync(0);
    server.acknowledge();
  });
  expect(leave()).toBe(false);
  const write = (words: string) =>
    setText(
      { ...testContext(seated!.doc), origin: seated!.origin },
      { kind: "meta", field: "title" },
      words,
    );
  act(() => void write("Not stored yet"));
  expect(leave()).toBe(true);
  await act(async () => {
    await vi.advanceTimersByTimeAsync(200);
    server.acknowledge();
  });
  expect(leave()).toBe(false);
  act(() => void write("And another word"));
  unmount();
  expect(leave()).toBe(false);
});
