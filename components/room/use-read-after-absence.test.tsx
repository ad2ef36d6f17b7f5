import { act, cleanup, render } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { testDocument } from "@/lib/journey/testing/context";
import { keptMark } from "@/lib/kept/names";
import { RoomProvider } from "./room-provider";
import { TestServer } from "./testing/test-server";
import { useReadAfterAbsence } from "./use-read-after-absence";

let server: TestServer;
const read = vi.fn(() => Promise.resolve());

function Reader() {
  useReadAfterAbsence(read);
  return null;
}

beforeEach(() => {
  vi.useFakeTimers();
  read.mockClear();
  server = new TestServer();
  Y.applyUpdate(server.doc, Y.encodeStateAsUpdate(testDocument().doc));
  vi.stubGlobal("WebSocket", server.Socket);
});
afterEach(() => {
  cleanup();
  document.documentElement.removeAttribute(keptMark);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function open(): Promise<void> {
  render(
    <RoomProvider
      journeyId="j"
      workspaceSlug="acme"
      me={{ id: "me", name: "Me", colour: "blue" }}
      mayEdit
      initialMap={null}
    >
      <Reader />
    </RoomProvider>,
  );
  await act(async () => {
    server.open();
    await vi.advanceTimersByTimeAsync(0);
    server.acknowledge();
  });
}

test("[A6] a page that the server has just drawn does not ask for the same again", async () => {
  await open();
  expect(read).not.toHaveBeenCalled();
});

test("[A6] a page that was kept on this device asks with its first line for what it was drawn with", async () => {
  document.documentElement.setAttribute(keptMark, "");
  await open();
  expect(read).toHaveBeenCalledOnce();
});
