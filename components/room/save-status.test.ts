import { expect, test } from "vitest";
import { isAtRisk, saveStatus, SILENCE_MS } from "./save-status";
import type { SaveFacts } from "./save-status";

const quiet: SaveFacts = {
  isConnected: true,
  isExpected: false,
  isLoaded: true,
  canEdit: true,
  isFull: false,
  seat: "ok",
  unsavedSince: null,
  isKept: true,
  isClosed: false,
};

test("only an acknowledged document is called saved", () => {
  expect(saveStatus(quiet, 0)).toBe("saved");
  expect(saveStatus({ ...quiet, unsavedSince: 0 }, 1)).toBe("saving");
});

test("an answer that does not come for five seconds is not called saving any longer", () => {
  const waiting = { ...quiet, unsavedSince: 1_000 };
  expect(saveStatus(waiting, 1_000 + SILENCE_MS - 1)).toBe("saving");
  expect(saveStatus(waiting, 1_000 + SILENCE_MS)).toBe("not-saved");
});

test("a server that cannot store says so at once", () => {
  expect(saveStatus({ ...quiet, seat: "degraded", unsavedSince: 10 }, 11)).toBe(
    "not-saved",
  );
});

test("[WS-10] a full map is called full, and not as if a right were gone", () => {
  const full = { ...quiet, canEdit: false, isFull: true } as const;
  expect(saveStatus({ ...full, seat: "readonly" }, 0)).toBe("full");
  expect(saveStatus({ ...full, unsavedSince: 5 }, 6)).toBe("full-unsent");
  expect(isAtRisk("full-unsent", true)).toBe(true);
  expect(saveStatus({ ...full, isConnected: false }, 6)).toBe("offline");
});

test("without a connection the work is kept here, and before the first load there is none", () => {
  expect(saveStatus({ ...quiet, isConnected: false, unsavedSince: 5 }, 6)).toBe(
    "offline",
  );
  expect(saveStatus({ ...quiet, isConnected: false, isLoaded: false }, 6)).toBe(
    "connecting",
  );
});

test("who has only just opened a map is not told to be offline", () => {
  const opening = { ...quiet, isConnected: false, isExpected: true };
  expect(saveStatus(opening, 0)).toBe("connecting");
  expect(saveStatus({ ...opening, unsavedSince: 0 }, 1)).toBe("saving");
});

test("a browser that keeps nothing is not said to keep it", () => {
  const cut = { ...quiet, isConnected: false, isKept: false };
  expect(saveStatus(cut, 0)).toBe("offline-unkept");
});

test("what a seat wrote that may not edit is not called saved", () => {
  const onlooker = { ...quiet, canEdit: false, unsavedSince: 1 };
  expect(saveStatus(onlooker, 2)).toBe("not-saved");
});

test("the page asks before it closes, but for work that is kept here and cannot be sent", () => {
  expect(isAtRisk("saving", true)).toBe(true);
  expect(isAtRisk("not-saved", true)).toBe(true);
  expect(isAtRisk("offline-unkept", true)).toBe(true);
  expect(isAtRisk("reload", true)).toBe(true);
  expect(isAtRisk("offline", true)).toBe(false);
  expect(isAtRisk("saved", false)).toBe(false);
});

test("who may not edit sees that, and a connection ended for good asks for a reload", () => {
  expect(saveStatus({ ...quiet, canEdit: false }, 0)).toBe("read-only");
  expect(saveStatus({ ...quiet, seat: "readonly" }, 0)).toBe("read-only");
  expect(saveStatus({ ...quiet, isClosed: true, isConnected: false }, 0)).toBe(
    "reload",
  );
});
