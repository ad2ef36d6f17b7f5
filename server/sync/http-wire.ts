import { encodeAnswer, type SeatAnswer } from "@/lib/protocol/batch";
import type { SeatSocket, SeatWire } from "./outlet";
import { messageOf } from "./wire-frame";

/** In one answer, however much waits; a single frame may be larger. */
const mostInAnswer = 1024 * 1024;

interface WireEvents {
  /** Somebody is at the other end. */
  readonly onAlive: () => void;
  /** Nothing more comes or goes; called once. */
  readonly onGone: () => void;
}

interface Reader {
  readonly after: number;
  readonly answer: (answer: Uint8Array) => void;
}

/**
 * What stands in for a WebSocket where a network lets none through: frames wait here until they are fetched, and
 * until a later request says that they arrived. An answer that is lost on the way is given again.
 */
export class HttpWire implements SeatSocket, SeatWire {
  readonly OPEN = 1;
  readyState = 1;
  isPaused = false;
  bufferedAmount = 0;
  private readonly frames: Uint8Array[] = [];
  /** Number of the last frame that is known to have arrived. */
  private arrived = 0;
  private end: SeatAnswer["end"] = null;
  private reader: Reader | null = null;
  private resumed: (() => void)[] = [];
  private drained: (() => void)[] = [];
  private answering: NodeJS.Immediate | null = null;

  constructor(private readonly events: WireEvents) {}

  send(frame: Uint8Array): void {
    if (this.readyState !== this.OPEN) return;
    this.frames.push(frame.slice());
    this.bufferedAmount += frame.length;
    this.answerSoon();
  }

  /** Takes what was framed for sockets. */
  write(frame: Buffer): void {
    this.send(messageOf(frame));
  }

  get writableLength(): number {
    return this.bufferedAmount;
  }

  get writableNeedDrain(): boolean {
    return this.frames.length > 0;
  }

  once(_event: "drain", go: () => void): void {
    this.drained.push(go);
  }

  /**
   * What came after the frame with a number, as soon as there is anything, or after a while. Null where the number
   * cannot be: frames that were fetched are gone.
   */
  read(
    after: number,
    { waitMs, signal }: { waitMs: number; signal: AbortSignal },
  ): Promise<Uint8Array | null> {
    this.events.onAlive();
    if (after < this.arrived || after > this.arrived + this.frames.length)
      return Promise.resolve(null);
    this.forget(after);
    // A second question takes the place of the first, whose asker is most likely gone.
    this.answer();
    return new Promise((answer) => {
      const done = (bytes: Uint8Array) => {
        clearTimeout(timer);
        signal.removeEventListener("abort", leave);
        answer(bytes);
      };
      const reader: Reader = { after, answer: done };
      const leave = () => {
        if (this.reader === reader) this.answer();
      };
      const timer = setTimeout(leave, waitMs);
      signal.addEventListener("abort", leave);
      this.reader = reader;
      if (this.frames.length > 0 || this.end) this.answerSoon();
    });
  }

  /** Resolves when the room takes more. */
  async ready(): Promise<void> {
    while (this.isPaused && this.readyState === this.OPEN)
      await new Promise<void>((done) => this.resumed.push(done));
  }

  close(code: number, reason: string): void {
    if (this.readyState !== this.OPEN) return;
    this.readyState = 2;
    this.end = { code, reason };
    this.resume();
    this.answerSoon();
  }

  terminate(): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    // As a browser calls a connection that broke.
    this.end ??= { code: 1006, reason: "" };
    this.frames.length = 0;
    this.resume();
    this.answer();
    this.events.onGone();
  }

  /** Who waits for an answer is there. */
  ping(): void {
    if (this.reader) this.events.onAlive();
  }

  pause(): void {
    this.isPaused = true;
  }

  resume(): void {
    this.isPaused = false;
    for (const done of this.resumed.splice(0)) done();
  }

  private forget(after: number): void {
    for (const frame of this.frames.splice(0, after - this.arrived))
      this.bufferedAmount -= frame.length;
    this.arrived = after;
    if (this.frames.length === 0) for (const go of this.drained.splice(0)) go();
  }

  /** What is sent within one turn goes together. */
  private answerSoon(): void {
    if (!this.reader) return;
    this.answering ??= setImmediate(() => {
      this.answering = null;
      this.answer();
    });
  }

  private answer(): void {
    const { reader } = this;
    if (!reader) return;
    this.reader = null;
    const frames: Uint8Array[] = [];
    let bytes = 0;
    for (const frame of this.frames) {
      if (frames.length > 0 && bytes + frame.length > mostInAnswer) break;
      frames.push(frame);
      bytes += frame.length;
    }
    const isAll = frames.length === this.frames.length;
    reader.answer(encodeAnswer({ end: isAll ? this.end : null, frames }));
    if (isAll && this.end && this.readyState === 2) this.terminate();
  }
}
