import WebSocket from "ws";
import { SYNC } from "@/lib/protocol/messages";
import { step1Frame } from "../frames";
import { isSync } from "./raw-socket";

const nothing = new Uint8Array([0]);
/** Of those codes a stock client comes back. */
const isPassing = (code: number) => code < 4400 || code >= 4500;

/** How a connection ended, and when. */
export interface End {
  readonly code: number;
  readonly at: number;
}

/**
 * Somebody who takes what comes and builds no document of it, so that hundreds fit into one process. Comes again,
 * as a stock client does, until they are told to stay away.
 */
export class Onlooker {
  attempts = 0;
  /** Resolves with the milliseconds from the first attempt until the map was there. */
  readonly joined: Promise<number>;
  private onJoined: (ms: number) => void = () => undefined;
  private onEnded: ((end: End) => void) | null = null;
  private readonly startedAt = Date.now();
  private socket: WebSocket;

  constructor(
    private readonly url: string,
    private readonly headers: Readonly<Record<string, string>>,
  ) {
    this.joined = new Promise((done) => (this.onJoined = done));
    this.socket = this.connect();
  }

  /** The next end of a connection, after which they do not come again. */
  ends(): Promise<End> {
    return new Promise((done) => (this.onEnded = done));
  }

  leave(): void {
    void this.ends();
    this.socket.terminate();
  }

  private connect(): WebSocket {
    this.attempts++;
    const { url, headers } = this;
    const socket = new WebSocket(url, { headers });
    // As it came: four megabytes copied once more for each of hundreds would take longer than giving them.
    socket.binaryType = "nodebuffer";
    socket.on("open", () => socket.send(step1Frame(nothing)));
    socket.on("error", () => undefined);
    socket.on("message", (data) => {
      if (isSync(SYNC.step2)(data as Buffer))
        this.onJoined(Date.now() - this.startedAt);
    });
    socket.once("close", (code) => this.handleEnd(code));
    return socket;
  }

  private handleEnd(code: number): void {
    if (this.onEnded) return this.onEnded({ code, at: Date.now() });
    if (!isPassing(code)) return;
    setTimeout(
      () => {
        if (!this.onEnded) this.socket = this.connect();
      },
      100 + Math.random() * 900,
    );
  }
}
