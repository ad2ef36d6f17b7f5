import { SEAT_LIMITS, type SeatLimits } from "@/lib/protocol/limits";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as sync from "y-protocols/sync";
import * as Y from "yjs";
import { encodeExtension, readMarker } from "@/lib/protocol/extension";
import type { ServerExtension } from "@/lib/protocol/extension";
import { MESSAGE } from "@/lib/protocol/messages";

/** The other end of the sockets of one test: a document, and answers that come when the test says so. */
export class TestServer {
  readonly doc = new Y.Doc();
  readonly markers: number[] = [];
  /** What the server had when each was asked. */
  readonly wordsAtMarker: string[] = [];
  socket: TestSocket | null = null;
  /** No place is left to edit from. */
  isFull = false;
  /** Addresses that were opened. */
  readonly opened: string[] = [];

  /** To be put in the place of the browser's own. */
  readonly Socket = ((server: TestServer) =>
    class extends TestSocket {
      constructor(url: string) {
        super(url, server);
      }
    })(this);

  open(role = "editor", build?: string): void {
    this.socket?.emitOpen();
    this.send({
      kind: "hello",
      hello: {
        epoch: 1,
        role,
        canEdit: role === "editor" && !this.isFull,
        isFull: role === "editor" && this.isFull,
        headSeq: 1,
        build,
        limits: Object.fromEntries(
          SEAT_LIMITS.map((name) => [name, 1]),
        ) as SeatLimits,
      },
    });
    const question = encoding.createEncoder();
    encoding.writeVarUint(question, MESSAGE.sync);
    sync.writeSyncStep1(question, this.doc);
    this.socket?.emitMessage(encoding.toUint8Array(question));
  }

  send(message: ServerExtension): void {
    this.socket?.emitMessage(encodeExtension(message));
  }

  /** Says that everything up to the last marker is stored. */
  acknowledge(): void {
    this.send({ kind: "ack", marker: this.markers.at(-1) ?? 0, seq: 1 });
  }

  receive(data: Uint8Array): void {
    const decoder = decoding.createDecoder(data);
    const type = decoding.readVarUint(decoder);
    if (type === MESSAGE.extension) {
      this.markers.push(readMarker(decoder) ?? -1);
      this.wordsAtMarker.push(JSON.stringify(this.doc.getMap("cards")));
    }
    if (type !== MESSAGE.sync) return;
    const answer = encoding.createEncoder();
    encoding.writeVarUint(answer, MESSAGE.sync);
    sync.readSyncMessage(decoder, answer, this.doc, this);
    if (encoding.length(answer) > 1)
      this.socket?.emitMessage(encoding.toUint8Array(answer));
  }
}

type Heard = (event: { readonly code: number }) => void;

/** A browser's socket that a test opens, feeds and closes. */
class TestSocket {
  static readonly OPEN = 1;
  readonly OPEN = 1;
  readyState = 0;
  binaryType = "";
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  onerror: (() => void) | null = null;

  private readonly heard = new Map<string, Heard[]>();

  constructor(
    url: string,
    private readonly server: TestServer,
  ) {
    server.socket = this;
    server.opened.push(url);
  }

  send(data: Uint8Array): void {
    this.server.receive(data);
  }

  close(): void {
    this.readyState = 3;
  }

  addEventListener(name: string, listener: Heard): void {
    this.heard.set(name, [...(this.heard.get(name) ?? []), listener]);
  }

  emitOpen(): void {
    this.readyState = 1;
    this.tell("open", { code: 0 });
    this.onopen?.();
  }

  emitMessage(data: Uint8Array): void {
    this.tell("message", { code: 0 });
    this.onmessage?.({ data: data.slice().buffer });
  }

  emitClose(code: number, reason = ""): void {
    this.readyState = 3;
    this.tell("close", { code });
    this.onclose?.({ code, reason });
  }

  private tell(name: string, event: { code: number }): void {
    for (const listener of this.heard.get(name) ?? []) listener(event);
  }
}
