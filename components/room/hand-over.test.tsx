import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { AfterPaint } from "./after-paint";
import { handOverWhenPainted } from "./hand-over";

let doc: Y.Doc;
let provider: WebsocketProvider;
let handOver: () => void;
let sent: Y.Doc;
let paint: (() => void)[];

beforeEach(() => {
  vi.useFakeTimers();
  paint = [];
  vi.stubGlobal("requestAnimationFrame", (draw: () => void) =>
    paint.push(draw),
  );
  doc = new Y.Doc();
  sent = new Y.Doc();
  provider = new WebsocketProvider("ws://test", "j", doc, {
    connect: false,
    disableBc: true,
  });
  // What it would send, as a server would read it.
  doc.off("update", provider._updateHandler);
  provider._updateHandler = (update: Uint8Array) => Y.applyUpdate(sent, update);
  handOver = handOverWhenPainted(provider, new AfterPaint());
});
afterEach(() => {
  provider.destroy();
  doc.destroy();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const draw = () => {
  for (const drawing of paint.splice(0)) drawing();
};
const write = (words: string) =>
  doc.getText().insert(doc.getText().length, words);
const words = () => sent.getText().toJSON();
const hide = (state: DocumentVisibilityState) =>
  vi.spyOn(document, "visibilityState", "get").mockReturnValue(state);

it("hands over what is written after the page has shown it, in its order", () => {
  write("a");
  write("b");
  draw();
  // The frame is only on its way to the screen.
  expect(words()).toBe("");
  vi.advanceTimersByTime(1);
  expect(words()).toBe("ab");
  write("c");
  draw();
  vi.advanceTimersByTime(1);
  expect(words()).toBe("abc");
});

it("does not wait for a page that is not painted", () => {
  write("a");
  vi.advanceTimersByTime(50);
  expect(words()).toBe("a");
  hide("hidden");
  write("b");
  expect(words()).toBe("ab");
});

it.each([
  ["ends", () => window.dispatchEvent(new Event("pagehide"))],
  [
    "is hidden, as a phone does before it ends it",
    () => {
      hide("hidden");
      document.dispatchEvent(new Event("visibilitychange"));
    },
  ],
  ["says something about it", () => handOver()],
])("[A6] hands over at once what waits when the page %s", (_what, now) => {
  write("a");
  now();
  expect(words()).toBe("a");
  draw();
  vi.advanceTimersByTime(200);
  expect(words()).toBe("a");
});

it("sends nothing back that came from the server", () => {
  const theirs = new Y.Doc();
  theirs.getText().insert(0, "theirs");
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs), provider);
  draw();
  vi.advanceTimersByTime(200);
  expect(words()).toBe("");
  write(" and mine");
  handOver();
  Y.applyUpdate(sent, Y.encodeStateAsUpdate(theirs));
  expect(words()).toBe("theirs and mine");
});

it("hands over nothing of a document that is over", () => {
  write("a");
  doc.destroy();
  draw();
  vi.advanceTimersByTime(200);
  window.dispatchEvent(new Event("pagehide"));
  expect(words()).toBe("");
});
