import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { leave, leaveOnceStored, patienceMs, waitFor } from "./leaving";
import type { RoomClient } from "./room-client";
import type { SaveStatus } from "./save-status";
import { Seat } from "./seat";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A room whose last words are stored when the test says so. */
function room() {
  let isAtRisk = false;
  let status: SaveStatus = "saved";
  const listeners = new Set<() => void>();
  const client = {
    getState: () => ({ isAtRisk, status }),
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    presence: { subscribe: () => () => undefined },
  } as unknown as RoomClient;
  return {
    seat: new Seat(client),
    set(value: boolean, as: SaveStatus = value ? "saving" : "saved") {
      isAtRisk = value;
      status = as;
      for (const listener of listeners) listener();
    },
  };
}

test("[A6] a link of a map is followed at once where all is stored", () => {
  const { seat } = room();
  const stop = waitFor(seat);
  const go = vi.fn<() => void>();
  expect(leaveOnceStored(go)).toBe(false);
  expect(go).not.toHaveBeenCalled();
  stop();
});

test("[A6] it waits for the last words, and for no longer than they take", () => {
  const { seat, set } = room();
  const stop = waitFor(seat);
  set(true);
  const go = vi.fn<() => void>();
  expect(leaveOnceStored(go)).toBe(true);
  set(true);
  expect(go).not.toHaveBeenCalled();
  set(false);
  expect(go).toHaveBeenCalledOnce();
  set(true);
  set(false);
  vi.advanceTimersByTime(2 * patienceMs);
  expect(go).toHaveBeenCalledOnce();
  stop();
});

test("[A6] it does not wait for ever, and not for a page that is gone", () => {
  const { seat, set } = room();
  const stop = waitFor(seat);
  set(true);
  const go = vi.fn<() => void>();
  expect(leaveOnceStored(go)).toBe(true);
  vi.advanceTimersByTime(patienceMs);
  expect(go).toHaveBeenCalledOnce();
  stop();
  expect(leaveOnceStored(go)).toBe(false);
});

test("[A6] of two links that are followed within the wait the last one says where to go", () => {
  const { seat, set } = room();
  const stop = waitFor(seat);
  set(true);
  const first = vi.fn<() => void>();
  const second = vi.fn<() => void>();
  leave(first);
  vi.advanceTimersByTime(patienceMs / 2);
  leave(second);
  vi.advanceTimersByTime(patienceMs / 2);
  expect(second).not.toHaveBeenCalled();
  set(false);
  vi.advanceTimersByTime(2 * patienceMs);
  expect(first).not.toHaveBeenCalled();
  expect(second).toHaveBeenCalledOnce();
  stop();
});

test.each<SaveStatus>(["not-saved", "offline-unkept", "full-unsent", "reload"])(
  "[A6] words that are %s are not waited for: the browser asks at once",
  (status) => {
    const { seat, set } = room();
    const stop = waitFor(seat);
    set(true, status);
    expect(leaveOnceStored(vi.fn<() => void>())).toBe(false);
    set(true);
    const go = vi.fn<() => void>();
    expect(leaveOnceStored(go)).toBe(true);
    set(true, status);
    expect(go).toHaveBeenCalledOnce();
    stop();
  },
);
