import { AppError } from "@/server/errors";
import type { StoredDocument } from "@/server/log/contract";
import { isDamage } from "@/server/log/large";
import { LatestStamps } from "./latest-stamps";
import { Pace } from "./pace";
import { Room } from "./room";
import type { RoomDeps } from "./room-types";

const putAwaysAtOnce = 10;
/** However many become empty together, about after this the last of them is put away. */
const longestPutAwaySeconds = 120;

/** A room that stays open at least until it is let go. */
export interface Held {
  readonly room: Room;
  release(): void;
}

/**
 * The rooms of this process, one at most per journey: a room that is loading is waited for, and one that is
 * being put away is waited out, so that a document is never in memory twice.
 */
export class Rooms {
  private readonly opening = new Map<string, Promise<Room | null>>();
  private readonly live = new Map<string, Room>();
  private readonly draining = new Map<string, Promise<void>>();
  private readonly holds = new Map<Room, number>();
  private readonly idleTimers = new Map<Room, NodeJS.Timeout>();
  /** Each with the queue in which it waits to be put away. */
  private readonly leaving = new Map<Room, { pace: Pace; go: () => void }>();
  /** Nothing presses: each costs a dozen statements, which people at work would feel. */
  private readonly pace: Pace;
  /** Memory is short. */
  private readonly haste: Pace;
  /** Of rooms that were put away: whoever comes back may undo what was done before. */
  private readonly stamps = new LatestStamps();
  private isStopping = false;

  constructor(private readonly deps: RoomDeps) {
    const { putAwaysPerSecond } = deps.settings;
    this.pace = new Pace(
      putAwaysPerSecond,
      putAwaysAtOnce,
      longestPutAwaySeconds,
    );
    this.haste = new Pace(4 * putAwaysPerSecond, putAwaysAtOnce);
  }

  /** The room of a journey if it is open just now. */
  find(journeyId: string): Room | null {
    const room = this.live.get(journeyId);
    return room && !room.isGone ? room : null;
  }

  all(): Room[] {
    return [...this.live.values()].filter(({ isGone }) => !isGone);
  }

  /** Documents in memory: of open rooms, and of those that are being put away. */
  get held(): number {
    return this.live.size + this.draining.size;
  }

  /**
   * Opens a room, or finds it open; null where there is no such document.
   *
   * @throws whatever kept it from being read. Then nothing of it stays in memory.
   */
  async enter(journeyId: string): Promise<Held | null> {
    for (;;) {
      if (this.isStopping) throw new AppError("unavailable");
      await this.draining.get(journeyId);
      const room = this.find(journeyId) ?? (await this.open(journeyId));
      if (room === null) return null;
      // Opened by another call and put away again before this one went on.
      if (this.find(journeyId) === room) return this.hold(room);
    }
  }

  /** Waits until what every room has been sent is stored, but not for ever. */
  async settle(deadlineMs: number): Promise<void> {
    const rests = this.all().map((room) => room.rests());
    await Promise.race([
      Promise.all(rests),
      new Promise<void>((done) => setTimeout(done, deadlineMs).unref()),
    ]);
  }

  /** Saves what every room holds; those that do not manage are left to their log. */
  async stop(deadlineMs: number): Promise<void> {
    this.isStopping = true;
    const late = new Promise<void>((done) =>
      setTimeout(done, deadlineMs).unref(),
    );
    const leaving = this.draining.values();
    const ending = this.all().map(async (room) => {
      await room.flush();
      if (!room.isGone) await room.keeper.finish();
    });
    await Promise.race([Promise.allSettled([...ending, ...leaving]), late]);
    for (const room of this.idleTimers.keys()) this.stopIdle(room);
    // Nothing of them asks a log any more that is about to be closed.
    for (const room of this.all()) room.dispose();
  }

  private open(journeyId: string): Promise<Room | null> {
    const known = this.opening.get(journeyId);
    if (known) return known;
    const opening = this.load(journeyId).finally(() =>
      this.opening.delete(journeyId),
    );
    this.opening.set(journeyId, opening);
    return opening;
  }

  private async load(journeyId: string): Promise<Room | null> {
    const stored = await this.deps.log.load(journeyId);
    if (!stored) return null;
    if (stored.damagedSnapshots > 0) {
      this.deps.logger.error(
        { journeyId, count: stored.damagedSnapshots },
        "damaged snapshots",
      );
    }
    const room = this.create(journeyId, stored);
    if (!room) return this.load(journeyId);
    this.live.set(journeyId, room);
    room.watch(() => {
      if (room.isGone) this.forget(room);
    });
    this.watchIdle(room);
    return room;
  }

  /** Null where what was stored makes no whole with the newest snapshot, and may with an older one. */
  private create(journeyId: string, stored: StoredDocument): Room | null {
    try {
      const stamps = this.stamps.take(journeyId);
      return new Room(journeyId, { ...stored, stamps }, this.deps);
    } catch (error) {
      if (!stored.snapshot || !isDamage(error)) throw error;
      this.deps.logger.error({ err: error, journeyId }, "damaged snapshot");
      this.deps.log.distrust(journeyId, stored.snapshotSeq);
      return null;
    }
  }

  private hold(room: Room): Held {
    this.holds.set(room, (this.holds.get(room) ?? 0) + 1);
    this.stopIdle(room);
    let isHeld = true;
    return {
      room,
      release: () => {
        if (!isHeld) return;
        isHeld = false;
        const left = (this.holds.get(room) ?? 1) - 1;
        if (left > 0) this.holds.set(room, left);
        else this.holds.delete(room);
        if (left > 0) return;
        this.watchIdle(room);
        this.makeSpace();
      },
    };
  }

  private watchIdle(room: Room): void {
    if (room.isGone || this.isStopping) return;
    this.stopIdle(room);
    const timer = setTimeout(
      () => this.queueUp(room, this.pace),
      this.deps.settings.idleMs,
    );
    this.idleTimers.set(room, timer);
  }

  /** Lets go of maps that nobody has open, those first that had nobody longest, until the rest fits. */
  private makeSpace(): void {
    let bytes = 0;
    // What leaves in haste is as good as gone; what leaves slowly is still to be told to hurry.
    for (const room of this.live.values())
      if (this.leaving.get(room)?.pace !== this.haste)
        bytes += room.document.memoryBytes;
    for (const room of this.idleTimers.keys()) {
      if (bytes <= this.deps.settings.memoryBytes) return;
      bytes -= room.document.memoryBytes;
      this.stopIdle(room);
      this.queueUp(room, this.haste);
    }
  }

  private queueUp(room: Room, pace: Pace): void {
    const go = () => {
      this.leaving.delete(room);
      this.putAway(room);
    };
    this.leaving.set(room, { pace, go });
    pace.ask(go);
  }

  private stopIdle(room: Room): void {
    clearTimeout(this.idleTimers.get(room));
    this.idleTimers.delete(room);
    const leave = this.leaving.get(room);
    leave?.pace.withdraw(leave.go);
    this.leaving.delete(room);
  }

  private putAway(room: Room): void {
    if (room.isGone || this.holds.has(room)) return;
    // Something is not stored yet: it stays until it is.
    if (!room.isQuiet) return this.watchIdle(room);
    this.live.delete(room.journeyId);
    const drained = room.keeper.finish().then(() => {
      room.dispose();
      this.forget(room);
    });
    this.draining.set(
      room.journeyId,
      drained.finally(() => this.draining.delete(room.journeyId)),
    );
  }

  private forget(room: Room): void {
    if (this.live.get(room.journeyId) === room)
      this.live.delete(room.journeyId);
    this.holds.delete(room);
    this.stopIdle(room);
    const { document, journeyId } = room;
    // A map in which much was deleted would fill the place of many others.
    if (document.isBuilt) document.stamps.forgetStanding(document.doc);
    this.stamps.keep(journeyId, document.stamps);
  }
}
