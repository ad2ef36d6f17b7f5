import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import WebSocket from "ws";
import * as Y from "yjs";
import { MESSAGE, SYNC } from "@/lib/protocol/messages";
import { step1Frame } from "@/server/sync/frames";

interface RawOptions {
  readonly address: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Closed {
  readonly code: number;
  readonly reason: string;
}

/** A client that sends whatever bytes a test wants. */
export class RawSocket {
  readonly frames: Uint8Array[] = [];
  readonly opened: Promise<void>;
  readonly closed: Promise<Closed>;
  /** The HTTP status where the upgrade was refused. */
  readonly refusedWith: Promise<number>;
  private readonly socket: WebSocket;
  private readonly listeners = new Set<() => void>();

  constructor({ address, path, headers }: RawOptions) {
    this.socket = new WebSocket(`${address}/${path}`, { headers });
    this.socket.binaryType = "arraybuffer";
    this.opened = new Promise((done) => this.socket.once("open", () => done()));
    this.closed = new Promise((done) =>
      this.socket.once("close", (code, reason) =>
        done({ code, reason: reason.toString() }),
      ),
    );
    this.refusedWith = new Promise((done) =>
      this.socket.once("unexpected-response", (_request, response) => {
        done(response.statusCode ?? 0);
        this.socket.terminate();
      }),
    );
    this.socket.on("error", () => undefined);
    this.socket.on("message", (data) => {
      this.frames.push(new Uint8Array(data as ArrayBuffer));
      for (const listener of this.listeners) listener();
    });
  }

  /** How it was closed, if that happens before so much time is over. */
  async closedWithin(ms: number): Promise<Closed> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, fail) => {
      timer = setTimeout(
        () => fail(new Error(`the socket is open after ${ms} ms`)),
        ms,
      );
    });
    try {
      return await Promise.race([this.closed, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  get isOpen(): boolean {
    return this.socket.readyState === WebSocket.OPEN;
  }

  send(frame: Uint8Array | string): void {
    this.socket.send(frame);
  }

  sendUpdate(update: Uint8Array, kind: number = SYNC.update): void {
    this.send(syncFrame(kind, update));
  }

  /** Takes part as a client does: asks for the document and waits for it. */
  async join(): Promise<Y.Doc> {
    await this.opened;
    this.send(step1Frame(new Uint8Array([0])));
    const step2 = await this.next(isSync(SYNC.step2));
    const doc = new Y.Doc();
    Y.applyUpdate(doc, bodyOf(step2));
    return doc;
  }

  /** The first frame from a point on that a test waits for. */
  next(is: (frame: Uint8Array) => boolean, from = 0): Promise<Uint8Array> {
    return new Promise((done) => {
      const look = () => {
        const found = this.frames.slice(from).find(is);
        if (!found) return;
        this.listeners.delete(look);
        done(found);
      };
      this.listeners.add(look);
      look();
    });
  }

  /** Reads nothing more, as a client whose window is full. */
  pause(): void {
    this.socket.pause();
  }

  resume(): void {
    this.socket.resume();
  }

  close(): void {
    this.socket.close();
  }

  destroy(): void {
    this.socket.terminate();
  }
}

/** A sync frame with any bytes in it. */
function syncFrame(kind: number, bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.sync);
  encoding.writeVarUint(encoder, kind);
  encoding.writeVarUint8Array(encoder, bytes);
  return encoding.toUint8Array(encoder);
}

export const isSync = (kind: number) => (frame: Uint8Array) =>
  frame[0] === MESSAGE.sync && frame[1] === kind;

export const isOf = (type: number) => (frame: Uint8Array) => frame[0] === type;

/** The bytes that a sync frame carries. */
export function bodyOf(frame: Uint8Array): Uint8Array {
  const decoder = decoding.createDecoder(frame);
  decoding.readVarUint(decoder);
  decoding.readVarUint(decoder);
  return decoding.readVarUint8Array(decoder);
}
