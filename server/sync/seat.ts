import { randomUUID } from "node:crypto";
import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import { CLOSE, type CloseCode } from "@/lib/protocol/close-codes";
import {
  encodeExtension,
  type ServerExtension,
} from "@/lib/protocol/extension";
import type { Sitter, SeatRequest } from "./authenticate";
import type { SeatGap } from "./gap";

const mebibyte = 1024 * 1024;
/** What a client that stops reading may cost. The first answer is not counted: an honest joiner may be slow. */
const mostBufferedBytes = 8 * mebibyte;
const presenceBufferedBytes = 256 * 1024;
/** After our close frame; then the connection is cut. */
const closeTimeoutMs = 5_000;

/** One connection in one room. */
export class Seat {
  readonly id = randomUUID();
  /** It may not be here any more: what it sent and was not taken yet does not count. */
  isRevoked = false;
  /** It has the document, so that updates follow on what it has. */
  hasJoined = false;
  /** What it sent builds on something that is missing here. */
  gap: SeatGap | null = null;
  gaps = 0;
  /** It was told to go; what still arrives is not read. */
  isEnding = false;
  checkedAt = Date.now();
  heardAt = Date.now();
  private allowedBytes = mostBufferedBytes;

  constructor(
    private readonly socket: WebSocket,
    readonly sitter: Sitter,
    private readonly options: {
      readonly request: SeatRequest;
      /** What the socket writes to. */
      readonly wire: Duplex;
      readonly hasExtension: boolean;
      /** False as well for an editor who finds the map full. */
      readonly canEdit: boolean;
    },
  ) {}

  get request(): SeatRequest {
    return this.options.request;
  }

  get canEdit(): boolean {
    return this.options.canEdit;
  }

  send(frame: Uint8Array): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    if (this.socket.bufferedAmount > this.allowedBytes) return this.cut();
    this.socket.send(frame, { binary: true });
  }

  /**
   * Sends a frame that is the same for many seats, made once by `wireFrame`. It goes past the socket's own
   * writer, which writes at once as well: nothing of it is compressed, so the order stays.
   */
  sendWire(frame: Buffer): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    if (this.socket.bufferedAmount > this.allowedBytes) return this.cut();
    this.options.wire.write(frame);
  }

  /** Sends the document; its size does not count against a slow reader. */
  sendFirst(frame: Uint8Array): void {
    this.allowedBytes = mostBufferedBytes + frame.length;
    this.send(frame);
  }

  /** Presence that a slow reader misses comes again by itself. */
  sendPresence(frame: Buffer): void {
    if (this.socket.bufferedAmount <= presenceBufferedBytes)
      this.sendWire(frame);
  }

  tell(message: ServerExtension): void {
    if (this.options.hasExtension) this.send(encodeExtension(message));
  }

  /** Ends it for good: nothing that it sent and nothing that it still sends counts. */
  close(code: CloseCode, reason = ""): void {
    if (this.isRevoked) return;
    this.isRevoked = true;
    if (code === CLOSE.refused || code === CLOSE.otherEpoch)
      this.tell({ kind: "reset", reason });
    this.end(code, reason);
  }

  /** Asks it to come back. What it already sent still counts. */
  end(code: CloseCode, reason = ""): void {
    if (this.isEnding) return;
    this.isEnding = true;
    clearTimeout(this.gap?.timer);
    this.socket.resume();
    this.socket.close(code, reason);
    setTimeout(() => this.socket.terminate(), closeTimeoutMs).unref();
  }

  cut(): void {
    this.socket.terminate();
  }

  ping(): void {
    if (this.socket.readyState === this.socket.OPEN) this.socket.ping();
  }

  pause(): void {
    if (!this.socket.isPaused) this.socket.pause();
  }

  resume(): void {
    if (this.socket.isPaused) this.socket.resume();
  }
}
