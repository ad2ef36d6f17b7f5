import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "pino";
import { CLOSE, type CloseCode } from "@/lib/protocol/close-codes";
import { AppError } from "@/server/errors";
import type { DocumentLog, LogHead, StoredUpdate } from "@/server/log/contract";
import type { StoredNews } from "./room-types";

const retryMs = 250;
/** What came too early and waits for what lies before it. More is read from the log when it is time. */
const mostKept = 64;
const mostAtOnce = 1_000;

/** What a follower sees of its room. */
interface FollowingRoom {
  readonly journeyId: string;
  readonly epoch: number;
  readonly durableSeq: number;
  readonly isGone: boolean;
  /** A turn is in the middle of something and may be about to put another document in place of this one. */
  readonly isWorking: boolean;
  /** Rows of our own are on their way: what is not known yet may be them. */
  readonly isCommitting: boolean;
  /** @returns false where it had to give up. */
  takeStored(rows: readonly StoredUpdate[]): boolean;
  /** Resolves at the next moment at which everything applied is stored. */
  rests(): Promise<void>;
  fail(error: unknown): void;
  collapse(code: CloseCode, reason: string): void;
}

/** Takes into a room what other nodes stored, in the order of the log and without a hole. */
export class Follower {
  private kept: (readonly StoredUpdate[])[] = [];
  /** Stored somewhere; between this and the room's own number lies what others stored. */
  private newest = 0;
  private reading: Promise<void> | null = null;

  constructor(
    private readonly room: FollowingRoom,
    private readonly log: DocumentLog,
    private readonly logger: Logger,
  ) {}

  /** Something is stored. Heard twice, late or not at all does no harm. */
  hear({ upTo, rows }: Omit<StoredNews, "after">): void {
    if (upTo <= this.room.durableSeq) return;
    this.newest = Math.max(this.newest, upTo);
    if (rows && this.kept.length < mostKept) this.kept.push(rows);
    this.work();
  }

  /**
   * Hears where the log is; nothing where the journey is gone.
   *
   * @param knownSeq - what was stored as far as the room knew when that was asked.
   */
  hearHead(head: LogHead | undefined, knownSeq: number): void {
    const { room } = this;
    if (!head) return room.collapse(CLOSE.notFound, "");
    if (head.epoch !== room.epoch) return room.collapse(CLOSE.otherEpoch, "");
    // A backup was put in place under the server: what the clients have more than it, they bring back.
    if (head.headSeq < knownSeq)
      return room.collapse(CLOSE.outOfStep, "log_went_back");
    this.hear({ upTo: head.headSeq, rows: null });
  }

  /** Resolves when the room holds at least what was stored, by whichever node, at the time of asking. */
  async reach(): Promise<void> {
    const { room } = this;
    const { journeyId, durableSeq } = room;
    const head = (await this.log.readHeads([journeyId])).get(journeyId);
    this.hearHead(head, durableSeq);
    while (head && !room.isGone && room.durableSeq < head.headSeq) {
      await room.rests();
      this.work();
      await this.reading;
    }
  }

  /** Takes what can be taken now; called when something ended that it may have waited for. */
  work(): void {
    const { room } = this;
    if (this.newest <= room.durableSeq || room.isWorking || room.isGone) return;
    this.takeKept(this.newest);
    if (this.newest > room.durableSeq && !room.isCommitting) this.read();
  }

  /**
   * Takes all that others stored up to a seq, because what follows is ours. Null where nothing is missing: a
   * single node never waits here.
   */
  fill(upTo: number): Promise<void> | null {
    if (upTo <= this.room.durableSeq) return null;
    this.takeKept(upTo);
    return upTo <= this.room.durableSeq ? null : this.readThrough(upTo);
  }

  /** Asks the log what there is and takes it. Nothing of the room itself may be on its way. */
  async catchUp(): Promise<void> {
    const { journeyId } = this.room;
    const heads = await this.insist(() => this.log.readHeads([journeyId]));
    const head = heads?.get(journeyId);
    if (head) await this.fill(head.headSeq);
  }

  /** What is missing up to a seq, however long the database is away; nothing where the room ended meanwhile. */
  async readMissed(upTo: number): Promise<StoredUpdate[]> {
    const { journeyId } = this.room;
    const missed: StoredUpdate[] = [];
    let after = this.room.durableSeq;
    while (after < upTo) {
      const range = { after, upTo: Math.min(upTo, after + mostAtOnce) };
      const rows = await this.insist(() =>
        this.log.readUpdates(journeyId, range),
      );
      if (!rows) return [];
      missed.push(...rows);
      after = range.upTo;
    }
    return missed;
  }

  private read(): void {
    this.reading ??= this.readMissed(this.newest)
      .then((rows) => {
        if (rows.length > 0) this.kept.push(rows);
      })
      .finally(() => {
        this.reading = null;
        this.work();
      });
  }

  private async readThrough(upTo: number): Promise<void> {
    const rows = await this.readMissed(upTo);
    this.takeRows(rows);
  }

  private takeKept(upTo: number): void {
    const { room } = this;
    const follows = (rows: readonly StoredUpdate[]) =>
      rows[0]!.seq <= room.durableSeq + 1 &&
      rows.at(-1)!.seq > room.durableSeq &&
      rows.at(-1)!.seq <= upTo;
    for (;;) {
      const next = this.kept.find(follows);
      if (!next || !this.takeRows(next)) break;
    }
    this.kept = this.kept.filter((rows) => rows.at(-1)!.seq > room.durableSeq);
  }

  private takeRows(rows: readonly StoredUpdate[]): boolean {
    const { room } = this;
    const missing = rows.filter(({ seq }) => seq > room.durableSeq);
    return missing.length > 0 && room.takeStored(missing);
  }

  private async insist<T>(read: () => Promise<T>): Promise<T | null> {
    const { room } = this;
    while (!room.isGone) {
      try {
        return await read();
      } catch (error) {
        if (error instanceof AppError) room.fail(error);
        const { journeyId } = room;
        this.logger.error({ err: error, journeyId }, "catching up delayed");
        if (!room.isGone) await wait(retryMs);
      }
    }
    return null;
  }
}
