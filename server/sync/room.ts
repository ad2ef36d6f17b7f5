import { CLOSE, type CloseCode } from "@/lib/protocol/close-codes";
import type { RoomEvent } from "@/lib/protocol/events";
import type { KnownStamps } from "@/lib/journey/stamps";
import { AppError } from "@/server/errors";
import {
  authorKey,
  type AppendRefusal,
  type StoredDocument,
  type StoredUpdate,
} from "@/server/log/contract";
import { isBeginning } from "@/server/log/beginning";
import { isDamage } from "@/server/log/large";
import { Asking } from "./asking";
import { Audience } from "./audience";
import type { Budget } from "./budget";
import { mapBudget } from "./budgets-of";
import { bringsAny, Commits, type Outcome } from "./commits";
import { Follower } from "./follower";
import { endGap } from "./gap";
import { Inbox } from "./inbox";
import { Keeper } from "./keeper";
import { LiveDocument } from "./live-document";
import { Outage } from "./outage";
import { PresenceRegistry } from "./presence";
import { Readers, type ReadMap } from "./readers";
import type {
  Batch,
  RoomDeps,
  RoomItem,
  PresenceBatch,
  RoomLine,
  StoredNews,
} from "./room-types";
import type { Seat } from "./seat";
import { settleCalls, turnAway } from "./settle-calls";
import { Turn } from "./turn";

/**
 * One live document: its Y.Doc, seats, presence and newest durable number. Everything that changes it goes
 * through turns; a turn's changes reach others and are acknowledged after the commit, never before. What other
 * nodes stored goes to the seats in the order of the log, and before anything of ours that lies behind it.
 */
export class Room {
  readonly seats = new Set<Seat>();
  /** What all together may send. */
  readonly budget: Budget;
  private readonly audience: Audience;
  readonly presence: PresenceRegistry;
  readonly keeper: Keeper;
  readonly epoch: number;
  document: LiveDocument;
  durableSeq: number;
  /** Nothing more is taken; who still has it must let go. */
  isGone = false;
  /** The document may not be what the log says; nothing is read from it or kept of it before it is made anew. */
  isDoubted = false;
  isWorking = false;
  readonly commits: Commits;
  readonly follower: Follower;
  private readonly watchers = new Set<() => void>();
  private readonly readers: Readers;
  private readonly inbox: Inbox;
  private readonly outage: Outage;
  private readonly line: RoomLine;
  private readonly asking = new Asking(this);
  private waiting: (() => void)[] = [];
  private unsettled = 0;
  private turn: Turn | null = null;

  constructor(
    readonly journeyId: string,
    { stamps, ...stored }: StoredDocument & { readonly stamps?: KnownStamps },
    private readonly deps: RoomDeps,
  ) {
    this.document = new LiveDocument(stored, deps.settings.mapBytes, stamps);
    this.durableSeq = stored.headSeq;
    this.epoch = stored.epoch;
    this.budget = mapBudget(deps.settings, Date.now());
    this.line = deps.lineOf(journeyId, this);
    this.presence = new PresenceRegistry(this.seats, {
      isTaken: (clientId, seat) =>
        this.document.isOthers(clientId, authorKey(seat.sitter.author)),
      line: this.line,
      goneMs: deps.settings.presenceGoneMs,
      mostBytes: deps.settings.presenceBytes,
    });
    this.keeper = new Keeper(this, deps, stored);
    this.commits = new Commits(this, deps);
    this.follower = new Follower(this, deps.log, deps.logger);
    this.inbox = new Inbox(this, deps.settings);
    this.audience = new Audience(this, deps.log);
    this.readers = new Readers(this, deps, stored);
    const onBegin = () => this.readers.serve();
    this.outage = new Outage(this, deps, onBegin);
  }

  /** Nothing is applied that is not stored. */
  get isSettled(): boolean {
    return this.unsettled === 0 && !this.isDoubted;
  }

  get isQuiet(): boolean {
    return this.isSettled && this.inbox.isEmpty && !this.isWorking;
  }

  /** Nothing could be stored for long. */
  get isDegraded(): boolean {
    return this.outage.isOn;
  }

  get isCommitting(): boolean {
    return this.commits.count > 0;
  }

  /** The next turn had better wait until nothing is on its way. */
  get isPressed(): boolean {
    return this.isDegraded || this.waiting.length > 0 || this.keeper.isWaiting;
  }

  get settling(): Promise<void> {
    return this.commits.settling;
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

  /** Gives a seat the document as it is stored. */
  join(seat: Seat, stateVector: Uint8Array): void {
    this.readers.add((stored) => {
      if (!stored || seat.isRevoked) return;
      const frames = stored.framesFor(stateVector);
      seat.sendTogether(() => {
        seat.sendFirst(frames, stored.seq);
        this.asking.ask(seat);
        seat.sendPresence(this.presence.frameFor(seat));
      });
    });
  }

  /** Tells the members of one workspace; a journey has no other seats. */
  announceTo(workspaceId: string, event: RoomEvent): void {
    this.audience.announceTo(workspaceId, event);
  }

  /** Hears that stored content changed, or the room is gone. */
  watch(listener: () => void): () => void {
    this.watchers.add(listener);
    return () => this.watchers.delete(listener);
  }

  /** Takes something into the next turn. */
  push(item: RoomItem): void {
    this.inbox.push(item);
  }

  hearStored(news: StoredNews): void {
    this.follower.hear(news);
  }

  hearPresence(node: string, batch: PresenceBatch): void {
    this.presence.hear(node, batch);
  }

  hearPresenceAsked(): void {
    this.presence.tellAll();
  }

  /** Resolves at the next moment at which everything applied is stored. */
  rests(): Promise<void> {
    return new Promise((answer) => this.push({ kind: "answer", answer }));
  }

  /**
   * The map as it is stored: while nothing can be stored, that is not what is in memory.
   *
   * @throws AppError `unavailable` when the room ended meanwhile.
   */
  read(): Promise<ReadMap> {
    return this.readers.read().catch((error: unknown) => {
      this.fail(error);
      throw error;
    });
  }

  /**
   * Resolves with the newest number at a moment at which the document in memory is just what is stored.
   *
   * @throws AppError `unavailable` when the room ended meanwhile.
   */
  async settles(): Promise<number> {
    await this.rests();
    if (this.isGone) throw new AppError("unavailable");
    return this.durableSeq;
  }

  /** Resolves when all that has arrived is stored. */
  async flush(): Promise<void> {
    while (!this.isQuiet && !this.isGone) await this.rests();
  }

  /** Puts another document in the place of one that cannot stay, and tells what the seats did not hear of yet. */
  replace(
    document: LiveDocument,
    seq: number,
    missed: readonly StoredUpdate[],
  ): void {
    this.document.destroy();
    this.document = document;
    this.readers.forget();
    this.durableSeq = seq;
    this.isDoubted = false;
    if (missed.length > 0) this.passOn(missed);
  }

  readMissed(upTo: number): Promise<StoredUpdate[]> {
    return this.follower.readMissed(upTo);
  }

  /** Takes what other nodes stored, which follows on what is here. @returns false where the room had to end. */
  takeStored(rows: readonly StoredUpdate[]): boolean {
    if (this.isGone) return false;
    if (rows.some(({ data }) => isBeginning(data))) {
      this.collapse(CLOSE.otherEpoch, "");
      return false;
    }
    try {
      if (!this.document.follow(rows)) throw new AppError("blob_damaged");
    } catch (error) {
      this.fail(error);
      return false;
    }
    this.durableSeq = rows.at(-1)!.seq;
    const clientIds = new Set(rows.flatMap((row) => row.clientIds));
    // Both speak for the same client, and the log decides who was first: it may not be what is in memory.
    if (this.brings(clientIds)) {
      this.isDoubted = true;
      this.push({ kind: "rebuild" });
    }
    this.passOn(rows);
    return true;
  }

  /** Decides anew what a batch took. */
  async redo(batch: Batch): Promise<Batch> {
    this.isWorking = true;
    try {
      return await new Turn(this, this.deps).redo(batch);
    } catch (error) {
      this.fail(error);
      return batch;
    } finally {
      this.isWorking = false;
    }
  }

  /** Forgets the document of a room that is stored and empty. */
  dispose(): void {
    this.collapse(CLOSE.restarting, "");
  }

  /** Ends after what must not happen; above all, that what was stored in one piece turns out to have gaps. */
  fail(error: unknown): void {
    if (this.isGone) return;
    const { journeyId } = this;
    const isDamaged = isDamage(error);
    const words = isDamaged ? "map cannot be opened" : "room failed";
    this.deps.logger.error({ err: error, journeyId }, words);
    if (!isDamaged) return this.collapse(CLOSE.outOfStep, "failed");
    // Whoever comes back finds the snapshot before it and what followed.
    this.deps.log.distrust(journeyId, this.keeper.openedFrom);
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
    this.outage.stop();
    this.line.close();
    this.inbox.close();
    for (const answer of this.waiting) answer();
    this.waiting = [];
    for (const listener of this.watchers) listener();
    this.document.destroy();
  }

  async work(items: readonly RoomItem[], bytes: number): Promise<void> {
    this.isWorking = true;
    this.unsettled++;
    this.turn = new Turn(this, this.deps);
    try {
      this.commits.store(await this.turn.run(items), bytes);
    } catch (error) {
      this.fail(error);
      for (const item of items) turnAway(item);
    } finally {
      this.turn = null;
      this.isWorking = false;
    }
    this.follower.work();
  }

  /** A commit was sent or came back. */
  watchCommit(isCommitting: boolean): void {
    this.outage.watch(isCommitting);
  }

  giveUp(batch: Batch): void {
    settleCalls(batch, { kind: "unavailable" });
    this.collapse(CLOSE.restarting, "");
  }

  settle(batch: Batch, { bytes, result }: Outcome): void {
    if (this.isGone) {
      for (const answer of batch.answers) answer();
      return settleCalls(batch, { kind: "unavailable" });
    }
    this.inbox.landed(bytes);
    this.unsettled--;
    if (result && !result.ok) return this.lose(batch, result.reason);
    if (result) this.takeOwn(batch, result.lastSeq, bytes);
    for (const [seat, marker] of batch.markers) {
      seat.tell({ kind: "ack", marker, seq: this.durableSeq });
    }
    settleCalls(batch, { kind: "stored", seq: this.durableSeq });
    this.waiting.push(...batch.answers);
    if (this.isSettled) this.rest();
    if (result) for (const listener of this.watchers) listener();
    this.follower.work();
    this.inbox.schedule();
  }

  private takeOwn({ rows }: Batch, lastSeq: number, bytes: number): void {
    const after = this.durableSeq;
    this.durableSeq = lastSeq;
    const told = rows.map(({ row }, at) => ({
      seq: after + 1 + at,
      data: row.data,
    }));
    this.readers.note(told);
    this.audience.tell(told, (seat) => rows.every((row) => row.seat === seat));
    this.keeper.note(rows.length, bytes);
    if (this.line.isShared) this.line.tellStored(after, rows);
  }

  /** Has seats, watchers and the keeper hear of what other nodes stored. */
  private passOn(rows: readonly StoredUpdate[]): void {
    this.readers.note(rows);
    this.audience.tell(rows);
    const bytes = rows.reduce((sum, { data }) => sum + data.length, 0);
    this.keeper.noteOthers(rows.length, bytes);
    for (const listener of this.watchers) listener();
  }

  /** Whether anything that is not stored yet brings one of these clients. */
  private brings(clientIds: ReadonlySet<number>): boolean {
    const { turn, commits } = this;
    return (
      commits.brings(clientIds) ||
      (turn !== null && bringsAny(turn.batch, clientIds))
    );
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
  private lose(batch: Batch, reason: AppendRefusal): void {
    const isAbsent = reason === "not_found";
    settleCalls(batch, { kind: isAbsent ? "gone" : "unavailable" });
    this.waiting.push(...batch.answers);
    if (isAbsent) this.collapse(CLOSE.notFound, "");
    else if (reason === "other_epoch") this.collapse(CLOSE.otherEpoch, "");
    else this.collapse(CLOSE.outOfStep, "not_stored");
  }
}
