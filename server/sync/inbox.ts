import { CLOSE } from "@/lib/protocol/close-codes";
import type { RoomItem } from "./room-types";
import type { Seat } from "./seat";
import type { SyncSettings } from "./settings";
import { turnAway } from "./settle-calls";

/** Applied, stored and told in overlapping steps; more would only lengthen the wait of a join. */
const mostInFlight = 2;
/** While a commit is under way, and where many listen, what arrives is gathered so long or so much. */
const gatherMs = 20;
const gatherBytes = 64 * 1024;
/** To so few people telling each change at once costs less than it is worth to them. */
const fewSeats = 8;
/** To so many each telling costs so much that every first change waits for others to go along with it. */
const manySeats = 100;

const bytesOf = (item: RoomItem) =>
  item.kind === "update" ? item.bytes.length : 0;

/** What an inbox sees of its room. */
interface WorkingRoom {
  readonly isGone: boolean;
  readonly isWorking: boolean;
  readonly seats: ReadonlySet<Seat>;
  /** Batches on their way into the log. */
  readonly commits: { readonly count: number; readonly hasAlone: boolean };
  /** The next turn had better wait until nothing is on its way. */
  readonly isPressed: boolean;
  /** One turn; it says no to nothing of it by itself. */
  work(items: readonly RoomItem[], bytes: number): Promise<void>;
}

/** What waits for a room's next turn, and when that begins. */
export class Inbox {
  private items: RoomItem[] = [];
  private bytes = 0;
  /** Taken by turns that are not settled. */
  private flyingBytes = 0;
  private workedAt = 0;
  /** The first change of the last turn waited for others. */
  private hasWaited = false;
  /** When the first of what waits came. */
  private since = 0;
  /** Somebody waits for the answer to a question of theirs. */
  private isAsked = false;
  private turnTimer: NodeJS.Immediate | null = null;
  private gatherTimer: NodeJS.Timeout | null = null;

  constructor(
    private readonly room: WorkingRoom,
    private readonly settings: Pick<
      SyncSettings,
      "queueBytes" | "queueFrames" | "pauseBytes"
    >,
  ) {}

  get isEmpty(): boolean {
    return this.items.length === 0;
  }

  push(item: RoomItem): void {
    if (this.room.isGone) return turnAway(item);
    const judgement = "seat" in item ? item.seat.judgement : null;
    if (judgement) return void judgement.then(() => this.push(item));
    const bytes = bytesOf(item);
    const { queueBytes, queueFrames, pauseBytes } = this.settings;
    if (item.kind === "update") {
      if (this.bytes + this.flyingBytes + bytes > queueBytes)
        return item.seat.end(CLOSE.overloaded, "queue_full");
      const isMuch = this.items.length > queueFrames || this.bytes > pauseBytes;
      if (isMuch) item.seat.pause();
    }
    if (this.items.length === 0) this.since = Date.now();
    this.items.push(item);
    this.bytes += bytes;
    if (item.kind !== "update" && item.kind !== "marker") this.isAsked = true;
    this.schedule();
  }

  /** What a turn took is settled. */
  landed(bytes: number): void {
    this.flyingBytes -= bytes;
  }

  schedule(): void {
    if (
      this.turnTimer ||
      this.room.isWorking ||
      this.items.length === 0 ||
      this.room.isGone
    )
      return;
    if (!this.mayWork()) return;
    this.turnTimer = setImmediate(() => void this.work());
  }

  /** Says no to all that waits. */
  close(): void {
    if (this.gatherTimer) clearTimeout(this.gatherTimer);
    for (const item of this.items) turnAway(item);
    this.items = [];
  }

  /** Whether the next turn should begin now; if it should a little later, it will. */
  private mayWork(): boolean {
    const { commits, isPressed, seats } = this.room;
    const isBlocked =
      isPressed || commits.hasAlone || commits.count >= mostInFlight;
    if (commits.count > 0 && isBlocked) return false;
    const isUrgent = this.isAsked || seats.size <= fewSeats;
    if (commits.count === 0 && isUrgent) return true;
    // With fewer, every second time: most changes arrive at once, and people who write in turn share two turns for three.
    const mayWait = seats.size > manySeats || !this.hasWaited;
    const from = mayWait ? this.since : this.workedAt;
    const restMs = from + gatherMs - Date.now();
    if (restMs <= 0 || this.bytes >= gatherBytes) return true;
    this.gatherTimer ??= setTimeout(() => {
      this.gatherTimer = null;
      this.schedule();
    }, restMs);
    return false;
  }

  private async work(): Promise<void> {
    this.turnTimer = null;
    this.workedAt = Date.now();
    this.hasWaited = this.workedAt - this.since >= gatherMs;
    this.isAsked = false;
    const { items, bytes } = this;
    this.items = [];
    this.bytes = 0;
    this.flyingBytes += bytes;
    await this.room.work(items, bytes);
    this.schedule();
  }
}
