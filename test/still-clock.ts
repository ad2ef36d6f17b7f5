import { afterEach, beforeEach, vi } from "vitest";

const stop = () => vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });

/** Stands the clock still while something is done, so that a wait that is told is told to the second. */
export async function atOneMoment<T>(work: () => Promise<T>): Promise<T> {
  stop();
  try {
    return await work();
  } finally {
    vi.useRealTimers();
  }
}

/** The same for each test around. */
export function stillClock(): void {
  beforeEach(() => void stop());
  afterEach(() => void vi.useRealTimers());
}
