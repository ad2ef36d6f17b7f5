/** A timer that is this late means that the computer slept, and what it was connected to is gone. */
const sleptMs = 10_000;
const tickMs = 5_000;

interface NetworkEvents {
  readonly onOffline: () => void;
  readonly onOnline: () => void;
  /** Somebody looks again, or the computer woke: what was connected may not be any more. */
  readonly onWake: () => void;
}

/** Hears what the browser knows of the network; the returned function ends it. */
export function watchNetwork(events: NetworkEvents): () => void {
  let tickedAt = Date.now();
  const tick = () => {
    const now = Date.now();
    const hasSlept = now - tickedAt > tickMs + sleptMs;
    tickedAt = now;
    if (hasSlept && document.visibilityState === "visible") events.onWake();
  };
  const look = () => {
    tickedAt = Date.now();
    if (document.visibilityState === "visible") events.onWake();
  };
  const timer = setInterval(tick, tickMs);
  window.addEventListener("offline", events.onOffline);
  window.addEventListener("online", events.onOnline);
  window.addEventListener("pageshow", look);
  document.addEventListener("visibilitychange", look);
  return () => {
    clearInterval(timer);
    window.removeEventListener("offline", events.onOffline);
    window.removeEventListener("online", events.onOnline);
    window.removeEventListener("pageshow", look);
    document.removeEventListener("visibilitychange", look);
  };
}
