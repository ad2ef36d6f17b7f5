import { idle } from "./idle";

/** A part of the page that most sights of it never need. */
export interface OnDemand<T> {
  /** The part, as soon as it is there; always the same object. */
  readonly get: () => T | null;
  /** Begins to load it, if that was not done yet. What fails is tried again the next time. */
  readonly load: () => Promise<void>;
  /** Calls when it is there. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** All that can be loaded ahead. */
const parts = new Set<OnDemand<unknown>>();

/** Says how a part is loaded: when it is first used, or as soon as the page is seen to be used at all. */
export function onDemand<T>(load: () => Promise<T>): OnDemand<T> {
  let loaded: { readonly part: T } | null = null;
  const listeners = new Set<() => void>();
  const part: OnDemand<T> = {
    get: () => loaded && loaded.part,
    load: async () => {
      if (loaded) return;
      const came = await load();
      loaded ??= { part: came };
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  parts.add(part);
  return part;
}

/**
 * For so many milliseconds nothing must have moved before a part comes: it takes the processor for longer than a frame,
 * which is seen while the page is scrolled or words appear, and at no other time.
 */
export const STILL_MS = 300;

/** What moves under somebody's hands. Not keys as such: some of them wait for a part. */
const MOVES = ["scroll", "input"] as const;

/** Notes from now on when anything moved. */
function watchMoves(over: AbortSignal): { readonly rest: () => Promise<void> } {
  let until = 0;
  for (const move of MOVES)
    window.addEventListener(
      move,
      () => {
        until = performance.now() + STILL_MS;
      },
      { capture: true, passive: true, signal: over },
    );
  return {
    async rest() {
      for (let left; (left = until - performance.now()) > 0;) await pause(left);
    },
  };
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/**
 * Loads all parts of this page, one after the other, never before what somebody is waiting for and never while the page is
 * scrolled or written on. What fails is tried again when it is needed.
 */
export async function preloadParts(): Promise<void> {
  const loads: Promise<void>[] = [];
  const over = new AbortController();
  const moves = watchMoves(over.signal);
  for (const part of parts) {
    await idle();
    await moves.rest();
    loads.push(part.load().catch(() => undefined));
  }
  over.abort();
  await Promise.all(loads);
}
