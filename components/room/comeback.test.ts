import { expect, test } from "vitest";
import { CLOSE } from "@/lib/protocol/close-codes";
import { pauseAfter } from "./comeback";

const most = () => 0.999_999;
const least = () => 0;
const seen = { code: 1006, attempts: 0, isHidden: false };

test("a lost connection is tried again soon, and never after more than two and a half seconds", () => {
  expect(pauseAfter(seen, most)).toBeLessThanOrEqual(250);
  for (let attempts = 0; attempts < 25; attempts++)
    expect(pauseAfter({ ...seen, attempts }, most)).toBeLessThanOrEqual(2_500);
});

test("[C23] tabs that lost the same server come back at different moments", () => {
  const restart = { ...seen, code: CLOSE.restarting };
  expect(
    pauseAfter(restart, most) - pauseAfter(restart, least),
  ).toBeGreaterThan(900);
  const later = { ...seen, attempts: 9 };
  expect(pauseAfter(later, most) - pauseAfter(later, least)).toBeGreaterThan(
    1_200,
  );
});

test("a server that says that it is too much is left alone for a while, longer each time", () => {
  for (const code of [
    CLOSE.tooFast,
    CLOSE.overloaded,
    CLOSE.authenticationLate,
  ]) {
    expect(pauseAfter({ ...seen, code }, least)).toBeGreaterThanOrEqual(1_000);
    expect(
      pauseAfter({ ...seen, code, attempts: 9 }, least),
    ).toBeGreaterThanOrEqual(15_000);
  }
});

test("a tab that nobody looks at asks less and less often", () => {
  const hidden = { ...seen, attempts: 9, isHidden: true };
  expect(pauseAfter(hidden, least)).toBeGreaterThanOrEqual(30_000);
});
