import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { DeviceCopy } from "./device-copy";

const owner = { journeyId: "j", userId: "me" };
let isReachable: boolean;
let copies: DeviceCopy[];

/** A document with what brings the server's part of it; in the test that is nobody. */
function line({ shouldConnect = false } = {}) {
  return { doc: new Y.Doc(), shouldConnect };
}

async function keep(of: ReturnType<typeof line>): Promise<DeviceCopy> {
  const keeping = { epoch: 1, isReachable: () => isReachable };
  const copy = DeviceCopy.keep(of, owner, keeping)!;
  copies.push(copy);
  await copy.loaded;
  return copy;
}

/** What the same browser finds when the map is opened again. */
async function kept(): Promise<string> {
  const later = line();
  await keep(later);
  return later.doc.getText().toJSON();
}

beforeEach(() => {
  vi.stubGlobal("indexedDB", new IDBFactory());
  vi.stubGlobal("IDBKeyRange", IDBKeyRange);
  localStorage.clear();
  isReachable = true;
  copies = [];
});
afterEach(async () => {
  await Promise.all(copies.map((copy) => copy.close()));
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Somebody else wrote it, and the server brought it. */
function bring(of: ReturnType<typeof line>, words: string): void {
  const theirs = new Y.Doc();
  theirs.getText().insert(0, words);
  Y.applyUpdate(of.doc, Y.encodeStateAsUpdate(theirs), of);
}

it("[A6] what is written here is on the device when the map is opened again, whoever has it besides", async () => {
  const mine = line();
  await keep(mine);
  isReachable = false;
  mine.doc.getText().insert(0, "offline");
  expect(await kept()).toBe("offline");
});

it.each([
  ["ends", () => window.dispatchEvent(new Event("pagehide"))],
  ["loses its network", () => window.dispatchEvent(new Event("offline"))],
  [
    "is hidden",
    () => {
      vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
      document.dispatchEvent(new Event("visibilitychange"));
    },
  ],
])(
  "[A6] what waits to be kept, of others and of this tab, is kept when the page %s",
  async (_what, happen) => {
    const mine = line();
    await keep(mine);
    bring(mine, "theirs");
    happen();
    expect(await kept()).toBe("theirs");
    mine.doc.getText().insert(6, " and mine");
    happen();
    expect(await kept()).toBe("theirs and mine");
  },
);

it("[A6] a copy comes into the document without a word to those who listen, and what is written after it is told", async () => {
  const before = line();
  await keep(before);
  isReachable = false;
  before.doc.getText().insert(0, "kept");
  const after = line();
  const heard = vi.fn();
  after.doc.on("update", heard);
  await keep(after);
  expect(after.doc.getText().toJSON()).toBe("kept");
  expect(heard).not.toHaveBeenCalled();
  after.doc.getText().insert(4, " on");
  expect(heard).toHaveBeenCalledTimes(1);
  expect(await kept()).toBe("kept on");
});

it("[A6] a copy that is forgotten is not found again", async () => {
  const mine = line();
  const copy = await keep(mine);
  isReachable = false;
  mine.doc.getText().insert(0, "secret");
  await copy.forget();
  expect(await kept()).toBe("");
});
