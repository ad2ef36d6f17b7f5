import type { SyncSettings } from "./settings";

type OutletLimits = Pick<
  SyncSettings,
  "presenceBufferBytes" | "behindBytes" | "mostBufferedBytes" | "stallMs"
>;

/** What a seat needs of what leads to its client: a WebSocket, or what stands in for one over HTTP. */
export interface SeatSocket {
  readonly OPEN: number;
  readonly readyState: number;
  readonly bufferedAmount: number;
  readonly isPaused: boolean;
  send(frame: Uint8Array, options: { readonly binary: true }): void;
  close(code: number, reason: string): void;
  terminate(): void;
  ping(): void;
  pause(): void;
  resume(): void;
}

/** What that writes to. */
export interface SeatWire {
  readonly writableLength: number;
  readonly writableNeedDrain: boolean;
  write(frame: Buffer): unknown;
  /** Where each write is a call of the system: what is written until `uncork` goes in one. */
  cork?(): void;
  uncork?(): void;
  once(event: "drain", go: () => void): unknown;
}

/** What the network was given of all that was written. While a large write is under way only its handle knows. */
function flushedBytes(wire: SeatWire): number {
  const handle = Reflect.get(wire, "_handle") as {
    readonly bytesWritten?: number;
    readonly writeQueueSize?: number;
  } | null;
  const { bytesWritten, writeQueueSize } = handle ?? {};
  return bytesWritten === undefined || writeQueueSize === undefined
    ? -wire.writableLength
    : bytesWritten - writeQueueSize;
}

/** The way out to one client, and what it may cost when the client does not read. */
export class Outlet {
  /** Of the document as a first answer: an honest joiner may have a slow line. */
  private exemptBytes = 0;
  private flushed = 0;
  private progressAt = Date.now();

  constructor(
    private readonly socket: Pick<
      SeatSocket,
      "OPEN" | "readyState" | "bufferedAmount" | "send" | "terminate"
    >,
    private readonly wire: SeatWire,
    private readonly limits: OutletLimits,
  ) {}

  /** What the client should have read by now. */
  get waitingBytes(): number {
    return Math.max(0, this.socket.bufferedAmount - this.exemptBytes);
  }

  /** The document is on its way to it: what it answers comes behind all of that. */
  get isServing(): boolean {
    return this.exemptBytes > 0;
  }

  get takesPresence(): boolean {
    return this.waitingBytes <= this.limits.presenceBufferBytes;
  }

  get takesUpdates(): boolean {
    return this.waitingBytes <= this.limits.behindBytes;
  }

  send(frame: Uint8Array): void {
    if (this.mayWrite()) this.socket.send(frame, { binary: true });
  }

  /**
   * Sends a frame that is the same for many seats, made once by `wireFrame`. It goes past the socket's own
   * writer, which writes at once as well: nothing of it is compressed, so the order stays.
   */
  sendWire(frame: Buffer): void {
    if (this.mayWrite()) this.wire.write(frame);
  }

  /** What is sent meanwhile leaves this process at once. */
  together(send: () => void): void {
    this.wire.cork?.();
    try {
      send();
    } finally {
      this.wire.uncork?.();
    }
  }

  /** Sends the document; its size does not count against a slow reader. */
  sendFirst(frames: readonly Buffer[]): void {
    this.exemptBytes = frames.reduce((sum, { length }) => sum + length, 0);
    for (const frame of frames) this.sendWire(frame);
    this.whenEmpty(() => {
      this.exemptBytes = 0;
    });
  }

  /** Calls when the client has read everything, or never if it does not stay. */
  whenEmpty(go: () => void): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    if (this.wire.writableNeedDrain) this.wire.once("drain", go);
    else setImmediate(go);
  }

  /** Cuts a client that has been reading nothing of what waits for it. */
  cutIfStalled(now: number): void {
    const flushed = flushedBytes(this.wire);
    if (this.socket.bufferedAmount === 0 || flushed !== this.flushed) {
      this.flushed = flushed;
      this.progressAt = now;
    } else if (now - this.progressAt > this.limits.stallMs) {
      this.socket.terminate();
    }
  }

  private mayWrite(): boolean {
    if (this.socket.readyState !== this.socket.OPEN) return false;
    if (this.waitingBytes <= this.limits.mostBufferedBytes) return true;
    this.socket.terminate();
    return false;
  }
}
