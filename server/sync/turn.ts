import { randomUUID } from "node:crypto";
import {
  setImmediate as nextTurn,
  setTimeout as wait,
} from "node:timers/promises";
import { CLOSE, type CloseCode } from "@/lib/protocol/close-codes";
import { AppError } from "@/server/errors";
import {
  authorKey,
  type LogActor,
  type StoredDocument,
  type StoredUpdate,
} from "@/server/log/contract";
import { endGap, hold } from "./gap";
import {
  LiveDocument,
  sliceMs,
  type Integrated,
  type RefusalReason,
} from "./live-document";
import type {
  Batch,
  BatchRow,
  Call,
  CallResult,
  RoomDeps,
  RoomItem,
  UpdateItem,
} from "./room-types";
import type { Seat } from "./seat";

const rebuildRetryMs = 250;

/** Of what is nobody's fault something is only missing here, and syncing from the start brings it. */
const codeOf: Partial<Record<RefusalReason, CloseCode>> = {
  malformed: CLOSE.protocol,
  incomplete: CLOSE.outOfStep,
};

/** What a turn sees of its room, and may replace. */
export interface TurnRoom {
  readonly journeyId: string;
  readonly epoch: number;
  readonly durableSeq: number;
  readonly isGone: boolean;
  readonly document: LiveDocument;
  /** The document may not be what the log says. */
  readonly isDoubted: boolean;
  /** Resolves when every turn before this one is stored. */
  readonly settling: Promise<void>;
  push(item: RoomItem): void;
  collapse(code: CloseCode, reason: string): void;
  /** What others stored that is missing here, up to a seq. */
  readMissed(upTo: number): Promise<StoredUpdate[]>;
  replace(
    document: LiveDocument,
    seq: number,
    missed: readonly StoredUpdate[],
  ): void;
}

/** One turn of a room: takes what arrived into the document and gathers the rows to store. */
export class Turn {
  readonly batch: Batch = {
    rows: [],
    markers: new Map(),
    calls: [],
    answers: [],
    isAlone: false,
  };
  private isRedo = false;
  /** When others had their turn last. */
  private breathedAt = performance.now();

  constructor(
    private readonly room: TurnRoom,
    private readonly deps: RoomDeps,
  ) {}

  async run(all: readonly RoomItem[]): Promise<Batch> {
    if (this.room.isDoubted) await this.rebuild();
    const updates = new Map<Seat, UpdateItem[]>();
    const items = all.filter((item) => !this.isPostponed(item));
    for (const item of items) {
      if (item.kind !== "update") continue;
      const list = updates.get(item.seat);
      if (list) list.push(item);
      else updates.set(item.seat, [item]);
    }
    for (const [seat, list] of updates) {
      if (this.isLong) await this.breathe();
      await this.applyUpdates(seat, list);
    }
    for (const item of items) {
      if (item.kind === "call") await this.applyCall(item.call);
      else if (item.kind === "answer") this.batch.answers.push(item.answer);
      else if (item.kind === "marker") this.mark(item.seat, item.marker);
    }
    return this.batch;
  }

  /**
   * Begins anew with what another turn had taken: others have stored something meanwhile that may decide
   * otherwise about it. Nothing else may be on its way.
   */
  async redo(old: Batch): Promise<Batch> {
    this.isRedo = true;
    await this.rebuild();
    for (const { row, seat } of old.rows)
      if (seat) await this.integrate(seat, [row.data]);
    for (const [seat, marker] of old.markers) this.mark(seat, marker);
    for (const known of old.calls) {
      if (known.result === null) await this.applyCall(known.call);
      else this.batch.calls.push(known);
    }
    this.batch.answers.push(...old.answers);
    return this.batch;
  }

  /** What a seat sent whose rights are being looked up comes again when that is known. */
  private isPostponed(item: RoomItem): boolean {
    const isPostponed = "seat" in item && item.seat.judgement !== null;
    if (isPostponed) this.room.push(item);
    return isPostponed;
  }

  /** What has come to one map may keep the process busy for longer than others should wait. */
  private get isLong(): boolean {
    return performance.now() - this.breathedAt >= sliceMs;
  }

  private async breathe(): Promise<void> {
    await nextTurn();
    this.breathedAt = performance.now();
  }

  private mark(seat: Seat, marker: number): void {
    if (seat.gap) seat.gap.markers.push(marker);
    else if (!seat.isRevoked) this.batch.markers.set(seat, marker);
  }

  /** All frames of a seat go in together; the answer to a question about a gap first, then what waited for it. */
  private async applyUpdates(
    seat: Seat,
    items: readonly UpdateItem[],
  ): Promise<void> {
    let frames: Uint8Array[] = [];
    for (const { bytes, isAnswer } of items) {
      if (seat.isRevoked) return;
      if (!seat.gap) {
        frames.push(bytes);
        continue;
      }
      if (!isAnswer) {
        this.holdBack(seat, [bytes]);
        continue;
      }
      const gap = endGap(seat);
      await this.integrate(seat, [bytes, ...gap.held]);
      for (const marker of gap.markers) this.mark(seat, marker);
    }
    await this.integrate(seat, frames);
  }

  private async integrate(
    seat: Seat,
    frames: readonly Uint8Array[],
  ): Promise<void> {
    const author = seat.sitter.author;
    let rest = frames;
    while (rest.length > 0) {
      // Its rights began to be looked up while others had their turn: put off, this would be overtaken by what it sent later.
      while (seat.judgement) await seat.judgement;
      if (seat.isRevoked) return;
      const { row, completion, isClaim, taken, stop } =
        this.room.document.integrate(
          rest,
          authorKey(author),
          Date.now() < this.deps.settings.takesBackUntil,
        );
      if (isClaim || completion) this.batch.isAlone = true;
      const whose = { actor: author, connId: seat.id };
      if (row) this.batch.rows.push(rowOf(row, { ...whose, seat }));
      // On behalf of whoever left it out, but they have not got it yet.
      if (completion)
        this.batch.rows.push(rowOf(completion, { ...whose, seat: null }));
      rest = rest.slice(taken);
      if (!stop) {
        if (rest.length > 0 && this.isLong) await this.breathe();
        continue;
      }
      if (stop.kind === "gap") return this.holdBack(seat, rest);
      if (stop.kind === "authors") {
        await this.learnAuthors();
      } else {
        this.refuse(seat, stop.reason);
        if (stop.kind === "tainted") await this.rebuild();
      }
    }
  }

  private async learnAuthors(): Promise<void> {
    const { journeyId, durableSeq, document } = this.room;
    document.learnAuthors(
      await this.deps.log.readAuthors(journeyId, durableSeq),
    );
  }

  private async applyCall(call: Call): Promise<void> {
    const { log } = this.deps;
    const known =
      call.idemKey === null
        ? null
        : await log.findIdem(this.room.journeyId, call.idemKey);
    if (known !== null) {
      this.batch.calls.push({ call, result: { kind: "repeated", seq: known } });
      return;
    }
    const ctx = {
      doc: this.room.document.doc,
      actorId: call.actor.id,
      now: Date.now,
      newId: randomUUID,
      random: Math.random,
      origin: call,
    };
    const { row, isTainted, isFull, failure } = this.room.document.run(() =>
      call.op(ctx),
    );
    if (row) {
      const whose = {
        actor: call.actor,
        connId: randomUUID(),
        idemKey: call.idemKey,
        seat: null,
      };
      this.batch.rows.push(rowOf(row, whose));
      this.batch.isAlone = true;
    }
    const refused: CallResult | null = isTainted
      ? { kind: isFull ? "full" : "not_allowed" }
      : null;
    const result = failure
      ? ({ kind: "failed", ...failure } as const)
      : refused;
    this.batch.calls.push({ call, result });
    if (isTainted) await this.rebuild();
  }

  private refuse(seat: Seat, reason: RefusalReason): void {
    this.deps.onRefusal(seat, reason);
    seat.close(codeOf[reason] ?? CLOSE.refused, reason);
  }

  private holdBack(seat: Seat, frames: readonly Uint8Array[]): void {
    hold(seat, frames, { room: this.room, settings: this.deps.settings });
  }

  /** What was integrated cannot be taken out again: reads the log anew and adds what this turn had taken. */
  private async rebuild(): Promise<void> {
    // What is begun anew is itself what would be waited for.
    if (!this.isRedo) await this.room.settling;
    const stored = await this.loadAgain();
    if (stored.epoch !== this.room.epoch) {
      this.room.collapse(CLOSE.otherEpoch, "");
      throw new AppError("unavailable");
    }
    const missed = await this.room.readMissed(stored.headSeq);
    const taken = this.batch.rows.map(({ row }, at) => ({
      ...row,
      seq: stored.headSeq + at + 1,
    }));
    const fresh = new LiveDocument(
      { ...stored, tail: [...stored.tail, ...taken] },
      this.room.document.roomLeft,
      this.room.document.stamps,
    );
    this.room.replace(fresh, stored.headSeq, missed);
  }

  private async loadAgain(): Promise<StoredDocument> {
    while (!this.room.isGone) {
      try {
        const stored = await this.deps.log.load(this.room.journeyId);
        if (stored) return stored;
        throw new AppError("not_found");
      } catch (error) {
        if (error instanceof AppError) throw error;
        this.deps.logger.error(
          { err: error, journeyId: this.room.journeyId },
          "rebuild delayed",
        );
        await wait(rebuildRetryMs);
      }
    }
    throw new AppError("unavailable");
  }
}

function rowOf(
  content: Integrated,
  whose: {
    actor: LogActor;
    connId: string;
    idemKey?: string | null;
    seat: Seat | null;
  },
): BatchRow {
  const { actor, connId, idemKey = null, seat } = whose;
  const { update: data, clientIds } = content;
  return { seat, row: { data, clientIds, actor, connId, idemKey } };
}
