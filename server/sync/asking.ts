import { step1Frame } from "./frames";
import type { LiveDocument } from "./live-document";
import type { Seat } from "./seat";
import { wireFrame } from "./wire-frame";

/** From the first who comes to putting the document together, if nobody needs it before. */
const askAfterMs = 100;

interface Asker {
  readonly document: LiveDocument;
  readonly durableSeq: number;
  /** Nothing is in the document that is not stored. */
  readonly isSettled: boolean;
  /** The document cannot be put together. */
  fail(error: unknown): void;
}

/** Asks seats what they have. While many come at once, those who come are answered before anybody is asked. */
export class Asking {
  private unasked: Seat[] = [];
  private timer: NodeJS.Timeout | null = null;
  private known: { seq: number; document: LiveDocument; frame: Buffer } | null =
    null;

  constructor(private readonly room: Asker) {}

  ask(seat: Seat): void {
    const { document } = this.room;
    if (document.isBuilt) return seat.sendWire(this.question());
    this.unasked.push(seat);
    this.timer ??= setTimeout(() => this.askAll(), askAfterMs);
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer);
    this.unasked = [];
  }

  /** Made once for all who come while nothing is stored. */
  private question(): Buffer {
    const { document, durableSeq: seq, isSettled } = this.room;
    const { known } = this;
    if (isSettled && known?.document === document && known.seq === seq)
      return known.frame;
    const frame = wireFrame(step1Frame(document.stateVector()));
    this.known = isSettled ? { seq, document, frame } : null;
    return frame;
  }

  private askAll(): void {
    this.timer = null;
    const seats = this.unasked;
    this.unasked = [];
    try {
      const frame = this.question();
      for (const seat of seats) seat.sendWire(frame);
    } catch (error) {
      this.room.fail(error);
    }
  }
}
