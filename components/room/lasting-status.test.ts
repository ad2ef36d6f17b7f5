import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LastingStatus } from "./lasting-status";
import type { SaveStatus } from "./save-status";

let status: SaveStatus;
let told: SaveStatus[];
let lasting: LastingStatus;
let become: (next: SaveStatus) => void;
let leave: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  status = "saved";
  told = [];
  let listener = () => undefined as void;
  lasting = new LastingStatus({
    read: () => status,
    subscribe: (listen) => {
      listener = listen;
      return () => (listener = () => undefined);
    },
  });
  leave = lasting.subscribe(() => told.push(lasting.get()));
  become = (next) => {
    status = next;
    listener();
  };
});
afterEach(() => {
  leave();
  vi.useRealTimers();
});

test("[A6] saving is said at once and once, however many keys follow each other, and saved when it lasts", () => {
  for (let key = 0; key < 20; key++) {
    become("saving");
    vi.advanceTimersByTime(20);
    become("saved");
    vi.advanceTimersByTime(30);
  }
  expect(told).toEqual(["saving"]);
  vi.advanceTimersByTime(200);
  expect(told).toEqual(["saving", "saved"]);
});

test.each<SaveStatus>(["offline", "not-saved", "reload"])(
  "[A6] that work is %s is said at once, from whatever was said before",
  (bad) => {
    become("saving");
    become(bad);
    become("saving");
    become("saved");
    become(bad);
    expect(told).toEqual(["saving", bad, "saving", bad]);
    become("saved");
    expect(told.at(-1)).toBe("saved");
  },
);

test("what changed before anybody followed is seen, and nothing is told to whoever left", () => {
  leave();
  become("saving");
  status = "offline";
  leave = lasting.subscribe(() => told.push(lasting.get()));
  expect(lasting.get()).toBe("offline");
  leave();
  const before = told.length;
  become("saved");
  vi.advanceTimersByTime(1_000);
  expect(told).toHaveLength(before);
});
