import type { WebSocket } from "ws";
import { CLOSE, type CloseCode } from "@/lib/protocol/close-codes";
import { PROTOCOL_LIMITS } from "@/lib/protocol/limits";

/**
 * A socket of which it is not known yet who is behind it. What it sends is kept, within limits, and reaches
 * nothing that decodes it.
 */
export class Arrival {
  private early: Uint8Array[] = [];
  private earlyBytes = 0;
  private listener: ((frame: Uint8Array) => void) | null = null;
  private readonly timer: NodeJS.Timeout;
  isOver = false;

  constructor(
    private readonly socket: WebSocket,
    deadlineMs: number,
  ) {
    this.timer = setTimeout(
      () => this.turnAway(CLOSE.authenticationLate),
      deadlineMs,
    );
    // Memory of its own for each frame: what is kept of it must not change with the network's buffers.
    socket.binaryType = "arraybuffer";
    socket.on("message", (data) => {
      if (data instanceof ArrayBuffer) this.receive(new Uint8Array(data));
      else this.turnAway(CLOSE.protocol);
    });
    socket.on("error", () => socket.terminate());
    socket.once("close", () => this.end());
  }

  /** It is known who it is. What else arrives waits in the network until they have their seat. */
  identified(): void {
    clearTimeout(this.timer);
    this.socket.pause();
  }

  /** Hands over what came and what comes. */
  listen(listener: (frame: Uint8Array) => void): void {
    const { early } = this;
    this.early = [];
    for (const frame of early) listener(frame);
    this.listener = listener;
    this.socket.resume();
  }

  turnAway(code: CloseCode, reason = ""): void {
    if (this.isOver) return;
    this.end();
    this.socket.resume();
    this.socket.close(code, reason);
    setTimeout(
      () => this.socket.terminate(),
      PROTOCOL_LIMITS.authenticationMs,
    ).unref();
  }

  private end(): void {
    this.isOver = true;
    this.early = [];
    clearTimeout(this.timer);
  }

  private receive(frame: Uint8Array): void {
    if (this.listener) return this.listener(frame);
    if (this.isOver) return;
    this.early.push(frame);
    this.earlyBytes += frame.length;
    const { earlyBytes, earlyFrames } = PROTOCOL_LIMITS;
    if (this.earlyBytes > earlyBytes) {
      return this.turnAway(CLOSE.tooBig, "before_authentication");
    }
    // Someone who goes on typing while a slow database is asked is no offender: the rest waits in the network.
    if (this.early.length >= earlyFrames) this.socket.pause();
  }
}
