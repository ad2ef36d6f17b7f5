import {
  setImmediate as nextTurn,
  setTimeout as wait,
} from "node:timers/promises";
import type pg from "pg";
import type { JourneyMap } from "@/lib/journey/journey-map";
import type { Touches } from "@/server/activity/map-authors";
import { inTransaction } from "@/server/db/in-transaction";
import {
  writeProjections,
  type ProjectionWrite,
  type Written,
} from "./write-projection";

/** More at once would only hold the locks longer. */
const mostAtOnce = 50;
/** From the start of a transaction for several rooms to the next, so that each carries more. */
const spacingMs = 200;

interface Waiting {
  readonly write: ProjectionWrite;
  readonly settle: (written: Written | null) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Writes the rows of many journeys with one transaction in flight: what arrives meanwhile goes together in
 * the next. Nearly all that a small change costs is the round trips of its transaction.
 */
export class ProjectionWriter {
  private queue: Waiting[] = [];
  private isRunning = false;
  /** Nothing is written before, in milliseconds of this process, unless there is a full load. */
  private restsUntil = 0;

  constructor(private readonly pool: pg.Pool) {}

  /** Resolves to what was written; null where the rows are as new already, or the journey is gone. */
  write(write: ProjectionWrite): Promise<Written | null> {
    return new Promise((settle, fail) => {
      this.queue.push({ write, settle, fail });
      if (this.isRunning) return;
      this.isRunning = true;
      void this.run();
    });
  }

  private async run(): Promise<void> {
    while (this.queue.length > 0) {
      await this.rest();
      const startedAt = performance.now();
      const group = this.takeGroup();
      this.restsUntil = group.length > 1 ? startedAt + spacingMs : 0;
      await this.store(group);
    }
    this.isRunning = false;
  }

  /** The other rooms of this turn of the event loop come along at least. */
  private async rest(): Promise<void> {
    const restMs = this.restsUntil - performance.now();
    const isFull = this.queue.length >= mostAtOnce;
    await (restMs > 0 && !isFull ? wait(restMs) : nextTurn());
  }

  private takeGroup(): Waiting[] {
    const group = new Map<string, Waiting>();
    const rest: Waiting[] = [];
    for (const waiting of this.queue) {
      const { journeyId } = waiting.write;
      if (group.has(journeyId) || group.size >= mostAtOnce) rest.push(waiting);
      else group.set(journeyId, waiting);
    }
    this.queue = rest;
    return [...group.values()];
  }

  private async store(group: readonly Waiting[]): Promise<void> {
    const writes = group.map(({ write }) => write);
    try {
      const written = await inTransaction(
        (client) => writeProjections(client, writes),
        "write",
        this.pool,
      );
      for (const { write, settle } of group)
        settle(written.get(write.journeyId) ?? null);
    } catch (error) {
      // What one journey holds must not keep the others from their rows.
      if (group.length === 1) return group[0]!.fail(error);
      for (const waiting of group) await this.store([waiting]);
    }
  }
}

/** Keeps the rows of one journey up to date, and remembers them to write only what changed. */
export class JourneyProjector {
  private before: Written | null = null;

  constructor(
    private readonly writer: ProjectionWriter,
    private readonly journeyId: string,
  ) {}

  /** @param touches - tells which things an update changed; without it, of several writers none is named. */
  async project(
    map: JourneyMap,
    seq: number,
    touches?: Touches,
  ): Promise<void> {
    const { journeyId, before } = this;
    const write = { journeyId, map, seq, before };
    this.before = await this.writer.write({
      ...write,
      ...(touches && { touches }),
    });
  }
}
