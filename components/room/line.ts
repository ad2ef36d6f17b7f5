import type { WebsocketProvider } from "y-websocket";
import { Comeback } from "./comeback";
import { watchNetwork } from "./network-watch";
import type { SocketChoice } from "./socket-choice";

/** What is on its way when the browser says that the network is gone proves nothing. */
const settleMs = 1_000;
/** A line that is asked and stays silent for so long is dead. */
const answerMs = 4_000;

interface LineEvents {
  /** Asks the server something that it answers at once. */
  readonly ask: () => void;
  readonly onChange: () => void;
  /** Somebody is back at this tab. */
  readonly onReturn: () => void;
}

/**
 * Whether this tab reaches the server, sooner and truer than the socket alone knows: a browser that loses its
 * network, and a computer that wakes, hold sockets that look open and lead nowhere.
 */
export class Line {
  private readonly comeback: Comeback;
  private readonly stopWatching: () => void;
  private isCutOff = false;
  private heardAt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly provider: WebsocketProvider,
    private readonly choice: SocketChoice,
    private readonly events: LineEvents,
  ) {
    this.comeback = new Comeback(provider);
    this.stopWatching = watchNetwork({
      onOffline: () => this.handleOffline(),
      onOnline: () => this.handleOnline(),
      onWake: () => this.handleWake(),
    });
  }

  get isOpen(): boolean {
    return this.provider.wsconnected && !this.isCutOff;
  }

  /** Something came from the server. */
  noteHeard(): void {
    this.heardAt = Date.now();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.stopWatching();
  }

  private handleOffline(): void {
    this.isCutOff = true;
    this.events.onChange();
    // Browsers are wrong at times, above all about a server on the same machine; the line has the last word.
    this.later(settleMs, () => {
      this.events.ask();
      const askedAt = Date.now();
      this.later(answerMs, () => {
        if (this.heardAt < askedAt) return;
        this.isCutOff = false;
        this.events.onChange();
      });
    });
  }

  private handleOnline(): void {
    clearTimeout(this.timer);
    const wasCutOff = this.isCutOff;
    this.isCutOff = false;
    this.choice.lookAgain();
    // What was open before the loss is not waited for: a new connection is sooner there.
    if (wasCutOff) this.comeback.afresh();
    else this.comeback.now();
    this.events.onChange();
  }

  private handleWake(): void {
    if (this.isCutOff) return;
    this.choice.lookAgain();
    this.events.onReturn();
    if (this.provider.wsconnected) this.check();
    else this.comeback.now();
  }

  /** Makes another connection where this one does not answer any more. */
  check(): void {
    const askedAt = Date.now();
    this.events.ask();
    this.later(answerMs, () => {
      if (this.heardAt < askedAt && this.provider.wsconnected)
        this.comeback.afresh();
    });
  }

  private later(ms: number, work: () => void): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(work, ms);
  }
}
