import { setTimeout as wait } from "node:timers/promises";
import type pg from "pg";
import { AppError } from "@/server/errors";
import { inTransaction } from "@/server/db/in-transaction";
import { appendRows, findStored, type PackedRow } from "./append-sql";
import { packBlob } from "./blob";
import type { Append, AppendResult } from "./contract";
import { isTransient, isUniqueViolation } from "./transient";

const maxRowsPerCommit = 2_000;
const firstRetryMs = 50;
const longestRetryMs = 1_000;
/** From one commit's start to the next. A lone edit never waits. */
const spacingMs = 8;
/** And for each further room that the last one carried: with many rooms busy each carries more, and costs no more. */
const spacingPerRoomMs = 4;
const mostSpacingMs = 24;

interface Waiting extends Append {
  readonly settle: (result: AppendResult) => void;
  readonly fail: (error: AppError) => void;
  /** A statement with it was sent and its outcome never arrived. */
  isInDoubt: boolean;
  isSettled: boolean;
  packed: PackedRow[] | null;
}

type Report = (error: unknown) => void;

const settle = (waiting: Waiting, result: AppendResult) => {
  waiting.isSettled = true;
  waiting.settle(result);
};

const settleAll = (
  group: readonly Waiting[],
  results: ReadonlyMap<string, AppendResult>,
) => {
  for (const waiting of group) {
    const result = results.get(waiting.journeyId);
    settle(waiting, result ?? { ok: false, reason: "not_found" });
  }
};

/**
 * Appends what many rooms bring with one transaction in flight: what arrives meanwhile goes together in the
 * next. That takes far fewer commits than one per update and adds no wait when there is only one.
 */
export class GroupCommit {
  private queue: Waiting[] = [];
  private running: Promise<void> | null = null;
  /** When the next may start, in milliseconds of this process. */
  private restsUntil = 0;
  private readonly stop = new AbortController();

  constructor(
    private readonly pool: pg.Pool,
    private readonly report: Report,
  ) {}

  append(append: Append): Promise<AppendResult> {
    return new Promise((settle, fail) => {
      if (this.stop.signal.aborted) return fail(new AppError("log_closed"));
      this.queue.push({
        ...append,
        settle,
        fail,
        isInDoubt: false,
        isSettled: false,
        packed: null,
      });
      this.running ??= this.next().then(() => this.run());
    });
  }

  async close(): Promise<void> {
    this.stop.abort();
    await this.running;
  }

  /** The start of the next commit. The other rooms of this turn of the event loop come along at least. */
  private next(): Promise<void> {
    const restMs = this.restsUntil - performance.now();
    return new Promise((done) => {
      if (restMs > 1) setTimeout(done, restMs);
      else setImmediate(done);
    });
  }

  private async run(): Promise<void> {
    while (this.queue.length > 0) {
      const group = this.takeGroup();
      const spacing = spacingMs + (group.length - 1) * spacingPerRoomMs;
      this.restsUntil = performance.now() + Math.min(spacing, mostSpacingMs);
      await Promise.all(group.map(pack));
      await this.commit(group);
      if (this.queue.length > 0) await this.next();
    }
    this.running = null;
  }

  /** One append per journey at most, so that an answer needs no more than the journey's newest number. */
  private takeGroup(): Waiting[] {
    const group: Waiting[] = [];
    const rest: Waiting[] = [];
    const taken = new Set<string>();
    let rows = 0;
    for (const waiting of this.queue) {
      const fits = rows === 0 || rows + waiting.rows.length <= maxRowsPerCommit;
      if (taken.has(waiting.journeyId) || !fits) {
        rest.push(waiting);
      } else {
        rows += waiting.rows.length;
        group.push(waiting);
      }
      taken.add(waiting.journeyId);
    }
    this.queue = rest;
    return group;
  }

  private async commit(group: readonly Waiting[]): Promise<void> {
    for (
      let retryMs = firstRetryMs;
      ;
      retryMs = Math.min(retryMs * 2, longestRetryMs)
    ) {
      try {
        const left = await this.settleStored(group);
        if (left.length > 0) await this.send(left);
        return;
      } catch (error) {
        if (!isTransient(error)) return this.isolate(group, error);
        this.report(error);
      }
      await wait(retryMs, undefined, { signal: this.stop.signal }).catch(
        () => undefined,
      );
      if (this.stop.signal.aborted) return this.giveUp(group);
    }
  }

  private async send(group: readonly Waiting[]): Promise<void> {
    for (const waiting of group) waiting.isInDoubt = true;
    const rows = group.flatMap(({ packed }) => packed ?? []);
    try {
      settleAll(group, await appendRows(this.pool, rows));
    } catch (error) {
      // The server said no: nothing of it is stored. Only a lost connection leaves that open.
      if (!isTransient(error))
        for (const waiting of group) waiting.isInDoubt = false;
      throw error;
    }
  }

  /** Settles what a commit with a lost reply did store, and returns what is left to send. */
  private async settleStored(group: readonly Waiting[]): Promise<Waiting[]> {
    for (const waiting of group) {
      const row = waiting.packed?.at(-1);
      if (waiting.isSettled || !waiting.isInDoubt || !row) continue;
      const lastSeq = await this.findLast(waiting, row);
      waiting.isInDoubt = false;
      if (lastSeq !== null) settle(waiting, { ok: true, lastSeq });
    }
    return group.filter(({ isSettled }) => !isSettled);
  }

  private async findLast(
    { journeyId, afterSeq }: Waiting,
    row: PackedRow,
  ): Promise<number | null> {
    return inTransaction(
      (client) => findStored(client, journeyId, { afterSeq, row }),
      "write",
      this.pool,
    );
  }

  /** One poisonous row must not hold up the other journeys. */
  private async isolate(
    group: readonly Waiting[],
    error: unknown,
  ): Promise<void> {
    const [only, ...others] = group.filter(({ isSettled }) => !isSettled);
    if (!only) return;
    if (others.length > 0) {
      for (const waiting of [only, ...others]) await this.commit([waiting]);
      return;
    }
    const isRepeated = isUniqueViolation(error);
    if (!isRepeated) this.report(error);
    settle(only, { ok: false, reason: isRepeated ? "duplicate" : "refused" });
  }

  private giveUp(group: readonly Waiting[]): void {
    for (const { isSettled, fail } of [...group, ...this.queue]) {
      if (!isSettled) fail(new AppError("log_closed"));
    }
    this.queue = [];
  }
}

async function pack(waiting: Waiting): Promise<void> {
  const { journeyId, afterSeq, epoch = null, isStrict = false } = waiting;
  waiting.packed ??= await Promise.all(
    waiting.rows.map(async ({ data, ...row }) => ({
      ...row,
      journeyId,
      onlyAfter: isStrict ? afterSeq : null,
      onlyEpoch: epoch,
      blob: await packBlob(data),
    })),
  );
}
