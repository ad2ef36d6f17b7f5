import { step1Frame } from "./frames";
import type { LiveDocument } from "./live-document";
import type { Seat } from "./seat";

/** From the first who comes to putting the document together, if nobody needs it before. */
const askAfterMs = 100;

interface Asker {
  readonly document: LiveDocument;
  /** The document cannot be put together. */
  fail(error: unknown): void;
}

/** Asks seats what they have. While many come at once, those who come are answered before anybody is asked. */
export class Asking {
  private unasked: Seat[] = [];
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly room: Asker) {}

  ask(seat: Seat): void {
    const { document } = this.room;
    if (document.isBuilt) return seat.send(step1Frame(document.stateVector()));
    this.unasked.push(seat);
    this.timer ??= setTimeout(() => this.askAll(), askAfterMs);
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer);
    this.unasked = [];
  }

  private askAll(): void {
    this.timer = null;
    const seats = this.unasked;
    this.unasked = [];
    try {
      const frame = step1Frame(this.room.document.stateVector());
      for (const seat of seats) seat.send(frame);
    } catch (error) {
      this.room.fail(error);
    }
  }
}
