import type { Seat } from "./seat";

/** Storing takes a blink; whoever waits longer is asked by the browser whether to go without. */
export const patienceMs = 3_000;

const seats = new Set<Seat>();

/**
 * What is written on this page is waited for when one of its links is followed.
 *
 * @returns what ends it.
 */
export function waitFor(seat: Seat): () => void {
  seats.add(seat);
  return () => void seats.delete(seat);
}

const isAtRisk = (seat: Seat): boolean =>
  seat.get()?.getState().isAtRisk ?? false;

/**
 * Goes where a link of this page leads, once the last words are stored. Without it the browser would ask whoever wrote and
 * left within the same blink whether they want to leave.
 *
 * @returns false where nothing is waited for: the link may go by itself.
 */
export function leaveOnceStored(go: () => void): boolean {
  const risky = [...seats].filter(isAtRisk);
  if (risky.length === 0) return false;
  const stops: (() => void)[] = [];
  const leave = () => {
    for (const stop of stops.splice(0)) stop();
    go();
  };
  const look = () => {
    if (!risky.some(isAtRisk)) leave();
  };
  const timer = setTimeout(leave, patienceMs);
  stops.push(
    () => clearTimeout(timer),
    ...risky.map((seat) => seat.onState(look)),
  );
  return true;
}
