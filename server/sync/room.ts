import * as Y from "yjs";
import { CLOSE, type CloseCode } from "@/lib/protocol/close-codes";
import type { RoomEvent } from "@/lib/protocol/events";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { AppError } from "@/server/errors";
import {
  authorKey,
  type AppendResult,
  type StoredDocument,
} from "@/server/log/contract";
import { Asking } from "./asking";
import { FirstAnswers } from "./first-answers";
import { updateFrame } from "./frames";
import { endGap } from "./gap";
import { Keeper } from "./keeper";
import { LiveDocument } from "./live-document";
import { PresenceRegistry } from "./presence";
import type {
  Batch,
  BatchRow,
  CallResult,
  RoomDeps,
  RoomItem,
} from "./room-types";
import type { Seat } from "./seat";
import { Turn } from "./turn";
import { wireFrame } from "./wire-frame";

/** Applied, stored and told in overlapping steps; more would only lengthen the wait of a join. */
const mostInFlight = 2;
/** While a commit is under way, and where many listen, what arrives is gathered so long or so much. */
const gatherMs = 20;
const gatherBytes = 64 * 1024;
/** To so few people telling each change at once costs less than it is worth to them. */
const fewSeats = 8;

const bytesOf = (item: RoomItem) =>
  item.kind === "update" ? item.bytes.length : 0;

/**
 * One live document: its Y.Doc, seats, presence and newest durable number. Everything that changes it goes
 * through turns; a turn's changes reach others and are acknowledged after the commit, never before.
 */
export class Room {
  readonly seats = new Set<Seat>();
  readonly presence: PresenceRegistry;
  readonly keeper: Keeper;
  readonly epoch: number;
  document: LiveDocument;
  durableSeq: number;
  isDegraded = false;
  /** Nothing more is taken; who still has it must let go. */
  isGone = false;
  /** Resolves when every turn up to now is stored. */
  settling: Promise<void> = Promise.resolve();
  private readonly watchers = new Set<() => void>();
  private readonly firstAnswers = new FirstAnswers();
  private inbox: RoomItem[] = [];
  private inboxBytes = 0;
  private flyingBytes = 0;
  private waiting: (() => void)[] = [];
  private unsettled = 0;
  private inFlight = 0;
  private workedAt = 0;
  /** Somebody waits for the answer to a question of theirs. */
  private isAsked = false;
  private readonly asking = new Asking(this);
  private isWorking = false;
  private turnTimer: NodeJS.Immediate | null = null;
  private gatherTimer: NodeJS.Timeout | null = null;
  private degradeTimer: NodeJS.Timeout | null = null;

  constructor(
    readonly journeyId: string,
    stored: StoredDocument,
    private readonly deps: RoomDeps,
  ) {
    this.document = new LiveDocument(stored, deps.settings.mapBytes);
    this.durableSeq = stored.headSeq;
    this.epoch = stored.epoch;
    this.presence = new PresenceRegistry(this.seats, (clientId, seat) =>
      this.document.isOthers(clientId, authorKey(seat.sitter.author)),
    );
    this.keeper = new Keeper(this, deps, stored);
    if (stored.snapshot && stored.tail.length === 0)
      this.firstAnswers.seed(this.document, stored.headSeq, stored.snapshot);
  }

  /** Nothing is applied that is not stored. */
  get isSettled(): boolean {
    return this.unsettled === 0;
  }

  get isQuiet(): boolean {
    return this.isSettled && this.inbox.length === 0 && !this.isWorking;
  }

  take(seat: Seat): void {
    this.seats.add(seat);
    if (this.isDegraded && seat.canEdit)
      seat.tell({ kind: "state", state: "degraded" });
  }

  leave(seat: Seat): void {
    this.seats.delete(seat);
    this.presence.forget(seat);
    endGap(seat);
  }

  /** Gives a seat the document once everything in it is stored. */
  join(seat: Seat, stateVector: Uint8Array): void {
    this.push({
      kind: "answer",
      answer: () => this.answerJoin(seat, stateVector),
    });
  }

  /** Tells the members of one workspace; a journey has no other seats. */
  announceTo(workspaceId: string, event: RoomEvent): void {
    const [seat] = this.seats;
    if (seat?.sitter.actor.workspaceId !== workspaceId) return;
    for (const each of this.seats) each.tell({ kind: "event", event });
  }

  /** Hears when stored content changed, and when the room is gone. */
  watch(listener: () => void): () => void {
    this.watchers.add(listener);
    return () => this.watchers.delete(listener);
  }

  /** Takes something into the next turn. */
  push(item: RoomItem): void {
    if (this.isGone) return turnAway(item);
    const bytes = bytesOf(item);
    const { queueBytes, queueFrames } = this.deps.settings;
    if (item.kind === "update") {
      if (this.inboxBytes + this.flyingBytes + bytes > queueBytes) {
        return item.seat.end(CLOSE.overloaded, "queue_full");
      }
      if (this.inbox.length > queueFrames) item.seat.pause();
    }
    this.inbox.push(item);
    this.inboxBytes += bytes;
    if (item.kind === "answer" || item.kind === "call") this.isAsked = true;
    this.schedule();
  }

  /**
   * The map, once everything applied is stored.
   *
   * @throws AppError `unavailable` when the room ended meanwhile.
   */
  async read(): Promise<{ map: JourneyMap; seq: number }> {
    await new Promise<void>((answer) => this.push({ kind: "answer", answer }));
    if (this.isGone) throw new AppError("unavailable");
    return { map: this.keeper.map(), seq: this.durableSeq };
  }

  /** Resolves when all that has arrived is stored. */
  async flush(): Promise<void> {
    while (!this.isQuiet && !this.isGone) {
      await new Promise<void>((answer) =>
        this.push({ kind: "answer", answer }),
      );
    }
  }

  /** Puts another document in the place of one that cannot stay. */
  replace(document: LiveDocument, seq: number): void {
    this.document.destroy();
    this.document = document;
    this.durableSeq = seq;
  }

  /** Forgets the document of a room that is stored and empty. */
  dispose(): void {
    this.collapse(CLOSE.restarting, "");
  }

  /** The document that was stored in one piece turned out to have gaps. */
  fail(error: unknown): void {
    const { journeyId } = this;
    this.deps.logger.error({ err: error, journeyId }, "map cannot be opened");
    this.collapse(CLOSE.overloaded, "damaged");
  }

  /** Ends every seat and forgets the document. What is stored is stored; nothing else leaves. */
  collapse(code: CloseCode, reason: string): void {
    if (this.isGone) return;
    this.isGone = true;
    for (const seat of this.seats) seat.close(code, reason);
    this.presence.stop();
    this.keeper.stop();
    this.asking.stop();
    for (const timer of [this.degradeTimer, this.gatherTimer])
      if (timer) clearTimeout(timer);
    for (const item of this.inbox) turnAway(item);
    this.inbox = [];
    for (const answer of this.waiting) answer();
    this.waiting = [];
    for (const listener of this.watchers) listener();
    this.document.destroy();
  }

  private schedule(): void {
    if (
      this.turnTimer ||
      this.isWorking ||
      this.inbox.length === 0 ||
      this.isGone
    )
      return;
    if (!this.mayWork()) return;
    this.turnTimer = setImmediate(() => void this.work());
  }

  /** Whether the next turn should begin now; if it should a little later, it will. */
  private mayWork(): boolean {
    const isBlocked =
      this.isDegraded ||
      this.waiting.length > 0 ||
      this.keeper.isWaiting ||
      this.inFlight >= mostInFlight;
    if (this.inFlight > 0 && isBlocked) return false;
    const isUrgent = this.isAsked || this.seats.size <= fewSeats;
    if (this.inFlight === 0 && isUrgent) return true;
    const restMs = this.workedAt + gatherMs - Date.now();
    if (restMs <= 0 || this.inboxBytes >= gatherBytes) return true;
    this.gatherTimer ??= setTimeout(() => {
      this.gatherTimer = null;
      this.schedule();
    }, restMs);
    return false;
  }

  private async work(): Promise<void> {
    this.turnTimer = null;
    this.isWorking = true;
    this.workedAt = Date.now();
    this.isAsked = false;
    const items = this.inbox;
    const bytes = this.inboxBytes;
    this.inbox = [];
    this.inboxBytes = 0;
    this.flyingBytes += bytes;
    this.unsettled++;
    try {
      this.commit(await new Turn(this, this.deps).run(items), bytes);
    } catch (error) {
      if (!this.isGone) {
        this.deps.logger.error(
          { err: error, journeyId: this.journeyId },
          "room failed",
        );
      }
      for (const item of items) turnAway(item);
      this.collapse(CLOSE.outOfStep, "failed");
    } finally {
      this.isWorking = false;
    }
    this.schedule();
  }

  private commit(batch: Batch, bytes: number): void {
    if (batch.rows.length === 0) {
      const settle = () => this.settle(batch, { bytes, result: null });
      // Nothing to store; but what came before it must be.
      if (this.inFlight === 0) settle();
      else this.settling = this.settling.then(settle);
      return;
    }
    this.inFlight++;
    this.watchCommit();
    const rows = batch.rows.map(({ row }) => row);
    const { journeyId, durableSeq: afterSeq } = this;
    const before = this.settling;
    this.settling = this.deps.log.append({ journeyId, afterSeq, rows }).then(
      async (result) => {
        await before;
        this.inFlight--;
        this.settle(batch, { bytes, result });
      },
      // The log was closed before it could store this: the process ends.
      () => {
        settleCalls(batch, { kind: "unavailable" });
        this.collapse(CLOSE.restarting, "");
      },
    );
  }

  private settle(
    batch: Batch,
    { bytes, result }: { bytes: number; result: AppendResult | null },
  ): void {
    if (this.isGone) {
      for (const answer of batch.answers) answer();
      return settleCalls(batch, { kind: "unavailable" });
    }
    this.flyingBytes -= bytes;
    this.unsettled--;
    if (result) this.watchCommit();
    if (result && !result.ok) return this.lose(batch, result.reason);
    if (result) {
      this.durableSeq = result.lastSeq;
      this.broadcast(batch.rows);
      this.keeper.note(batch.rows.length, bytes);
    }
    for (const [seat, marker] of batch.markers) {
      seat.tell({ kind: "ack", marker, seq: this.durableSeq });
    }
    settleCalls(batch, { kind: "stored", seq: this.durableSeq });
    this.waiting.push(...batch.answers);
    if (this.isSettled) this.rest();
    if (result) for (const listener of this.watchers) listener();
    this.schedule();
  }

  /** Everything applied is stored: the moment for whoever reads. */
  private rest(): void {
    const answers = this.waiting;
    this.waiting = [];
    for (const answer of answers) answer();
    for (const seat of this.seats) seat.resume();
    this.keeper.work();
  }

  /** The log does not take what is already in the document. */
  private lose(
    batch: Batch,
    reason: "not_found" | "duplicate" | "refused",
  ): void {
    const isAbsent = reason === "not_found";
    settleCalls(batch, { kind: isAbsent ? "gone" : "unavailable" });
    this.waiting.push(...batch.answers);
    if (isAbsent) this.collapse(CLOSE.notFound, "");
    else this.collapse(CLOSE.outOfStep, "not_stored");
  }

  private broadcast(rows: readonly BatchRow[]): void {
    const updates = rows.map(({ row }) => row.data);
    const [only, ...others] = updates;
    if (!only) return;
    const update = others.length === 0 ? only : Y.mergeUpdates(updates);
    const frame = wireFrame(updateFrame(update));
    for (const seat of this.seats) {
      const isOwn = rows.every((row) => row.seat === seat);
      if (seat.hasJoined && !isOwn) seat.sendWire(frame);
    }
  }

  private answerJoin(seat: Seat, stateVector: Uint8Array): void {
    if (this.isGone || seat.isRevoked) return;
    const { document, durableSeq } = this;
    seat.sendFirst(
      this.firstAnswers.frameFor(document, durableSeq, stateVector),
    );
    seat.hasJoined = true;
    this.asking.ask(seat);
    seat.sendPresence(this.presence.frameFor(seat));
  }

  /** A commit was sent or came back: nothing stored for long means that people must be told. */
  private watchCommit(): void {
    if (this.degradeTimer) clearTimeout(this.degradeTimer);
    this.degradeTimer = null;
    if (this.inFlight === 0) return this.setDegraded(false);
    const { degradedMs } = this.deps.settings;
    this.degradeTimer = setTimeout(() => this.setDegraded(true), degradedMs);
  }

  private setDegraded(isDegraded: boolean): void {
    if (isDegraded === this.isDegraded) return;
    this.isDegraded = isDegraded;
    const { logger } = this.deps;
    if (isDegraded)
      logger.error({ journeyId: this.journeyId }, "updates cannot be stored");
    else logger.info({ journeyId: this.journeyId }, "updates are stored again");
    for (const seat of this.seats) {
      if (seat.canEdit)
        seat.tell({ kind: "state", state: isDegraded ? "degraded" : "ok" });
    }
  }
}

function settleCalls(batch: Batch, otherwise: CallResult): void {
  for (const { call, result } of batch.calls) call.settle(result ?? otherwise);
}

/** Says no to what waited in a room that is gone. */
function turnAway(item: RoomItem): void {
  if (item.kind === "call") item.call.settle({ kind: "unavailable" });
  if (item.kind === "answer") item.answer();
}
