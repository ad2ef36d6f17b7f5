import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { UpdateStore } from "./update-store";

const line = { comes: "from the server" };
const copy = { comes: "from the device" };
let doc: Y.Doc;
let written: Uint8Array[];
let store: UpdateStore;
let isReachable: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  doc = new Y.Doc();
  written = [];
  isReachable = false;
  store = new UpdateStore({
    doc,
    isOfServer: (origin) => origin === line,
    isOfStore: (origin) => origin === copy,
    isReachable: () => isReachable,
    write: (update) => written.push(update),
  });
});
afterEach(() => {
  store.stop();
  vi.useRealTimers();
});

/** A colleague who has what is here, and whose every word arrives. */
function colleague(): (words: string) => void {
  const theirs = new Y.Doc();
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc));
  theirs.on("update", (update) => Y.applyUpdate(doc, update, line));
  return (words) => {
    const text = theirs.getText();
    text.insert(text.length, words);
  };
}

/** What a copy that was told all this would bring back. */
function brought(): string {
  const later = new Y.Doc();
  for (const update of written) Y.applyUpdate(later, update);
  return later.getText().toJSON();
}

test("[A6] what is written here is kept at once where nobody else has it", () => {
  doc.getText().insert(0, "mine");
  expect(brought()).toBe("mine");
});

test("[A6] what goes to the server as well is kept as soon as it is seen, and when the page ends", async () => {
  isReachable = true;
  doc.getText().insert(0, "mine");
  expect(written).toEqual([]);
  await vi.advanceTimersByTimeAsync(30);
  expect(brought()).toBe("mine");
  doc.getText().insert(4, " too");
  store.flush();
  expect(brought()).toBe("mine too");
  // The line breaks between two keys: what waits goes with the next word.
  doc.getText().insert(8, ", and");
  isReachable = false;
  doc.getText().insert(13, " this");
  expect(brought()).toBe("mine too, and this");
  expect(written).toHaveLength(3);
});

test("[A5] the edits of others are kept in a quiet moment, as one", async () => {
  const write = colleague();
  write("one ");
  write("two");
  expect(written).toEqual([]);
  await vi.runAllTimersAsync();
  expect(written).toHaveLength(1);
  expect(brought()).toBe("one two");
  write(" three");
  await vi.runAllTimersAsync();
  expect(brought()).toBe("one two three");
});

test("[A5] where many write at once, their edits are kept before there are too many to put together", async () => {
  const write = colleague();
  for (let key = 0; key < 63; key++) write("a");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(written).toEqual([]);
  write("b");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(brought()).toBe(`${"a".repeat(63)}b`);
  write("c");
  await vi.runAllTimersAsync();
  expect(brought()).toHaveLength(65);
  expect(written).toHaveLength(2);
});

test("[A6] what is written here takes along what it stands on", () => {
  colleague()("theirs");
  doc.getText().insert(6, " and mine");
  expect(brought()).toBe("theirs and mine");
  expect(written).toHaveLength(1);
});

test("[A6] a map that comes is kept at once, and so is what waits when the page ends", async () => {
  const write = colleague();
  write("a".repeat(20_000));
  expect(brought()).toHaveLength(20_000);
  write("b");
  store.flush();
  expect(brought()).toHaveLength(20_001);
  await vi.runAllTimersAsync();
  expect(written).toHaveLength(2);
});

test("what the device brought is not written to it again, and nothing once it is given up", async () => {
  const other = new Y.Doc();
  other.getText().insert(0, "kept");
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), copy);
  colleague()("late");
  store.stop();
  doc.getText().insert(0, "mine");
  await vi.runAllTimersAsync();
  expect(written).toEqual([]);
});
