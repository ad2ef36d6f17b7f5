import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Pace } from "./pace";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("so many go at once, the others later in the order of their asking, so many per second", () => {
  const pace = new Pace(10, 2);
  const gone: number[] = [];
  for (let at = 0; at < 12; at++) pace.ask(() => gone.push(at));
  expect(gone).toEqual([0, 1]);
  vi.advanceTimersByTime(500);
  expect(gone).toEqual([0, 1, 2, 3, 4, 5, 6]);
  vi.advanceTimersByTime(2_000);
  expect(gone).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
});

test("who withdraws does not go", () => {
  const pace = new Pace(10, 1);
  const go = vi.fn();
  pace.ask(() => undefined);
  pace.ask(go);
  pace.withdraw(go);
  vi.advanceTimersByTime(1_000);
  expect(go).not.toHaveBeenCalled();
});

test("where more wait than would be gone in time, more go", () => {
  const pace = new Pace(1, 10, 10);
  const go = vi.fn();
  for (let at = 0; at < 1_000; at++) pace.ask(() => go());
  vi.advanceTimersByTime(10_000);
  expect(go.mock.calls.length).toBeGreaterThan(500);
  vi.advanceTimersByTime(60_000);
  expect(go).toHaveBeenCalledTimes(1_000);
});
