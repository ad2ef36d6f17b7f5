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

/** What cannot be stored as things are is not waited for: the link would seem dead before the browser asks. */
function isOnItsWay(seat: Seat): boolean {
  const state = seat.get()?.getState();
  if (!state?.isAtRisk) return false;
  return state.status === "saving" || state.status === "connecting";
}

/** Ends the wait of the link that was followed before: the last one says where to go. */
let giveUp: () => void = () => undefined;

/**
 * Goes where a link of this page leads, once the last words are stored. Without it the browser would ask whoever wrote and
 * left within the same blink whether they want to leave.
 *
 * @returns false where nothing is waited for: the link may go by itself.
 */
export function leaveOnceStored(go: () => void): boolean {
  giveUp();
  const late = [...seats].filter(isOnItsWay);
  if (late.length === 0) return false;
  const stops: (() => void)[] = [];
  const stop = () => {
    for (const end of stops.splice(0)) end();
  };
  const leave = () => {
    stop();
    go();
  };
  const look = () => {
    if (!late.some(isOnItsWay)) leave();
  };
  const timer = setTimeout(leave, patienceMs);
  stops.push(
    () => clearTimeout(timer),
    ...late.map((seat) => seat.onState(look)),
  );
  giveUp = stop;
  return true;
}

/** The same for what has no way of its own to go, as a menu. */
export function leave(go: () => void): void {
  if (!leaveOnceStored(go)) go();
}
