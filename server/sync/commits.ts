import type { AppendResult } from "@/server/log/contract";
import type { Batch, RoomDeps } from "./room-types";

/** Of these, while others go on storing: a node far from the database would lose every race. */
const mostStrictTries = 3;
/** Decided anew so often where others take the same key at that very moment. */
const mostTries = 6;

/** How storing a batch ended; null: there was nothing to store. */
export interface Outcome {
  readonly bytes: number;
  readonly result: AppendResult | null;
}

/** What commits see of their room. */
interface CommittingRoom {
  readonly journeyId: string;
  readonly epoch: number;
  readonly durableSeq: number;
  readonly isGone: boolean;
  readonly isDoubted: boolean;
  readonly follower: {
    fill(upTo: number): Promise<void> | null;
    catchUp(): Promise<void>;
  };
  /** Decides anew what a batch took, on a document with what others stored meanwhile. */
  redo(batch: Batch): Promise<Batch>;
  settle(batch: Batch, outcome: Outcome): void;
  /** The log was closed before it could store this: the process ends. */
  giveUp(batch: Batch): void;
  /** A commit was sent or came back. */
  watchCommit(isCommitting: boolean): void;
}

/** A batch on its way; deciding anew puts another in its place. */
interface Flight {
  batch: Batch;
}

/** Stores the batches of one room, and has each settled in its turn, behind all that lies before it in the log. */
export class Commits {
  /** Resolves when every turn up to now is stored. */
  settling: Promise<void> = Promise.resolve();
  private readonly flights = new Set<Flight>();

  constructor(
    private readonly room: CommittingRoom,
    private readonly deps: RoomDeps,
  ) {}

  get count(): number {
    return this.flights.size;
  }

  /** Nothing may follow before it is stored, or not. */
  get hasAlone(): boolean {
    for (const { batch } of this.flights) if (batch.isAlone) return true;
    return false;
  }

  /** Whether anything on its way brings one of these clients. */
  brings(clientIds: ReadonlySet<number>): boolean {
    for (const { batch } of this.flights)
      if (bringsAny(batch, clientIds)) return true;
    return false;
  }

  store(batch: Batch, bytes: number): void {
    const { room } = this;
    if (batch.rows.length === 0) {
      const settle = () => room.settle(batch, { bytes, result: null });
      // Nothing to store; but what came before it must be.
      if (this.flights.size === 0) settle();
      else this.settling = this.settling.then(settle);
      return;
    }
    const flight: Flight = { batch };
    this.flights.add(flight);
    room.watchCommit(true);
    const before = this.settling;
    const stored = batch.isAlone
      ? this.storeAlone(flight, before)
      : this.append(batch);
    this.settling = stored.then(
      async (result) => {
        await before;
        if (result?.ok) {
          const lastOfOthers = result.lastSeq - flight.batch.rows.length;
          const filling = room.follower.fill(lastOfOthers);
          if (filling) await filling;
        }
        this.flights.delete(flight);
        room.watchCommit(this.flights.size > 0);
        room.settle(flight.batch, { bytes, result });
      },
      () => room.giveUp(flight.batch),
    );
  }

  private append(batch: Batch, isStrict = false): Promise<AppendResult> {
    const { journeyId, epoch, durableSeq: afterSeq } = this.room;
    const rows = batch.rows.map(({ row }) => row);
    return this.deps.log.append({ journeyId, epoch, afterSeq, isStrict, rows });
  }

  /** Stores what is right in one place only; where somebody else was quicker, it is looked at again. */
  private async storeAlone(
    flight: Flight,
    before: Promise<void>,
  ): Promise<AppendResult | null> {
    await before;
    for (let tries = 1; ; tries++) {
      // Where others never pause it would wait for ever: then what it meets is found out after it is stored.
      const isStrict = flight.batch.isAlone && tries <= mostStrictTries;
      const result = await this.append(flight.batch, isStrict);
      if (result.ok || this.room.isGone) return result;
      const isDuplicate = result.reason === "duplicate";
      if (isDuplicate && tries > mostTries) return result;
      if (!isDuplicate && result.reason !== "stale") return result;
      await this.room.follower.catchUp();
      const isDecided =
        !isDuplicate &&
        !this.room.isDoubted &&
        flight.batch.calls.every((call) => call.result !== null);
      if (!isDecided) flight.batch = await this.room.redo(flight.batch);
      if (flight.batch.rows.length === 0) return null;
    }
  }
}

/** Whether rows of a batch bring one of these clients. */
export const bringsAny = (
  { rows }: Batch,
  clientIds: ReadonlySet<number>,
): boolean =>
  rows.some(({ row }) => row.clientIds.some((id) => clientIds.has(id)));
