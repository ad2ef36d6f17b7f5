import { randomUUID } from "node:crypto";
import { CLOSE, type CloseCode } from "@/lib/protocol/close-codes";
import {
  encodeExtension,
  type ServerExtension,
} from "@/lib/protocol/extension";
import type { Sitter, SeatRequest } from "./authenticate";
import type { SeatGap } from "./gap";
import { Outlet, type SeatSocket, type SeatWire } from "./outlet";
import type { SyncSettings } from "./settings";

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
  /** It said which history its copy is of. */
  namesEpoch = true;
  checkedAt = Date.now();
  heardAt = Date.now();
  /** Its rights are being looked up because they changed: until then nothing of it is taken. */
  judgement: Promise<void> | null = null;
  /** Of what is stored it was sent everything up to here, or had it before. */
  sentSeq = 0;
  /** It reads too slowly: it is told nothing more until it has read what it was sent. */
  isBehind = false;
  /** When its rights were last looked up; older ones may not be theirs any more. */
  judgedAt = Date.now();
  /** Set while its rights could not be looked up for too long; what it sent is taken once it is called. */
  private release: (() => void) | null = null;
  private readonly outlet: Outlet;

  constructor(
    private readonly socket: SeatSocket,
    readonly sitter: Sitter,
    private readonly options: {
      readonly request: SeatRequest;
      /** What the socket writes to. */
      readonly wire: SeatWire;
      readonly hasExtension: boolean;
      /** It came when no place was left to edit from. */
      readonly isOnlooker: boolean;
      readonly settings: SyncSettings;
    },
  ) {
    this.outlet = new Outlet(socket, options.wire, options.settings);
  }

  get request(): SeatRequest {
    return this.options.request;
  }

  /** It takes none of the places of its map. */
  get isOnlooker(): boolean {
    return this.options.isOnlooker;
  }

  /** Its person may edit, and will as soon as a place is free. */
  get isWaiting(): boolean {
    return this.options.isOnlooker && this.sitter.canEdit;
  }

  get canEdit(): boolean {
    return this.sitter.canEdit && !this.options.isOnlooker;
  }

  get takesUpdates(): boolean {
    return this.outlet.takesUpdates;
  }

  /** It is being sent the document, and does not get to anything else before that. */
  get isServed(): boolean {
    return this.outlet.isServing;
  }

  /** What was sent to it and is still in this process. */
  get waitingBytes(): number {
    return this.outlet.waitingBytes;
  }

  send(frame: Uint8Array): void {
    this.outlet.send(frame);
  }

  sendWire(frame: Buffer): void {
    this.outlet.sendWire(frame);
  }

  /** What is sent meanwhile leaves this process at once. */
  sendTogether(send: () => void): void {
    this.outlet.together(send);
  }

  /** Sends the document, as it is stored up to a number. */
  sendFirst(frames: readonly Buffer[], seq: number): void {
    this.outlet.sendFirst(frames);
    this.hasJoined = true;
    this.follow(seq);
  }

  /** From here on it is told what is stored. */
  follow(seq: number): void {
    this.sentSeq = seq;
    this.isBehind = false;
  }

  /**
   * Sends what was just stored; null where it is the seat's own. One that reads too slowly is left behind.
   *
   * @returns whether it fell behind with this.
   */
  sendStored(frame: Buffer | null, seq: number): boolean {
    if (!this.hasJoined || this.isBehind) return false;
    this.isBehind = frame !== null && !this.takesUpdates;
    if (this.isBehind) return true;
    if (frame) this.sendWire(frame);
    this.sentSeq = seq;
    return false;
  }

  /** Presence that a slow reader misses comes again by itself. */
  sendPresence(frame: Buffer): void {
    if (!this.isBehind && this.outlet.takesPresence) this.sendWire(frame);
  }

  whenEmpty(go: () => void): void {
    this.outlet.whenEmpty(go);
  }

  cutIfStalled(now: number): void {
    this.outlet.cutIfStalled(now);
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
    this.forgo();
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

  get isPaused(): boolean {
    return this.socket.isPaused;
  }

  pause(): void {
    if (!this.socket.isPaused) this.socket.pause();
  }

  resume(): void {
    if (this.socket.isPaused && !this.release) this.socket.resume();
  }

  /** Reads nothing of it for a moment. */
  rest(ms: number): void {
    this.pause();
    setTimeout(() => this.resume(), ms).unref();
  }

  get isSuspended(): boolean {
    return this.release !== null;
  }

  /** Nobody could say for too long whether it may still write: what it sends waits, and it is told. */
  suspend(): void {
    if (this.release || this.isEnding || !this.canEdit) return;
    this.judgement = new Promise((done) => {
      this.release = done;
    });
    this.pause();
    this.tell({ kind: "state", state: "readonly" });
  }

  /** It may write. What it sent meanwhile is taken. */
  judged(now: number): void {
    this.judgedAt = now;
    if (!this.release) return;
    this.letGo();
    this.tell({ kind: "state", state: "ok" });
    this.resume();
  }

  /** It is going, and nobody ever said that what it sent meanwhile may be taken: a turn that waits for that goes on. */
  forgo(): void {
    if (!this.release) return;
    this.isRevoked = true;
    this.letGo();
  }

  private letGo(): void {
    const { release } = this;
    this.release = null;
    this.judgement = null;
    release?.();
  }
}
