import type { WebsocketProvider } from "y-websocket";
import { CLOSE } from "@/lib/protocol/close-codes";

const firstMs = 250;
const mostMs = 2_500;
/** The server said that it is too much; asking soon again would make it worse. */
const busyFirstMs = 2_000;
const busyMostMs = 30_000;
/** Nobody looks at a hidden tab, and it comes back at once when somebody does. */
const hiddenMostMs = 60_000;
/** After about a minute without a server a tab asks less often. */
const patientAfter = 25;
const patientMs = 10_000;
/** Everybody is asked to come back at the same moment. */
const restartMs = 1_000;
/** A connection that did not last did not work. */
const lastingMs = 10_000;

const busyCodes: ReadonlySet<number | null> = new Set([
  CLOSE.tooFast,
  CLOSE.overloaded,
  CLOSE.authenticationLate,
]);

export interface Loss {
  /** Null where this tab ended the connection itself. */
  readonly code: number | null;
  /** How many attempts in a row did not last. */
  readonly attempts: number;
  readonly isHidden: boolean;
}

/** How long to wait before the next attempt: longer each time, and never the same for two tabs. */
export function pauseAfter(
  { code, attempts, isHidden }: Loss,
  random: () => number,
): number {
  if (code === CLOSE.restarting && attempts === 0) return random() * restartMs;
  const isBusy = busyCodes.has(code);
  const usual = isBusy
    ? busyMostMs
    : attempts >= patientAfter
      ? patientMs
      : mostMs;
  const most = isHidden ? hiddenMostMs : usual;
  const full = Math.min((isBusy ? busyFirstMs : firstMs) * 2 ** attempts, most);
  return full * (0.5 + random() / 2);
}

/** So many doublings exceed every pause, so that the stock provider takes the one that it is given. */
const beyondDoubling = 20;

/**
 * Decides when the stock provider connects again: its own pauses have no jitter, forget that a server was busy,
 * and cannot be cut short.
 */
export class Comeback {
  private attempts = 0;
  private openedAt: number | null = null;

  constructor(private readonly provider: WebsocketProvider) {
    provider.on("status", ({ status }) => {
      if (status === "connected") this.openedAt = Date.now();
    });
    provider.on("connection-close", (event) =>
      this.plan(event === null ? null : event.code),
    );
  }

  /** Tries at once, whatever pause was planned: the network is back, or somebody looks. */
  now(): void {
    const { provider } = this;
    this.attempts = 0;
    if (provider.ws === null && provider.shouldConnect) provider.connect();
  }

  /** Ends a connection that most likely leads nowhere any more and makes another. */
  afresh(): void {
    const { provider } = this;
    if (!provider.shouldConnect) return;
    provider.disconnect();
    this.attempts = 0;
    provider.connect();
  }

  private plan(code: number | null): void {
    const { provider } = this;
    const hasLasted =
      this.openedAt !== null && Date.now() - this.openedAt >= lastingMs;
    if (hasLasted) this.attempts = 0;
    this.openedAt = null;
    const isHidden = document.visibilityState === "hidden";
    const { attempts } = this;
    // Read right after this by the provider, which plans the next attempt with both.
    provider.maxBackoffTime = pauseAfter(
      { code, attempts, isHidden },
      Math.random,
    );
    provider.wsUnsuccessfulReconnects = beyondDoubling;
    this.attempts += 1;
  }
}
