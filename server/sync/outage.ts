import type { RoomDeps } from "./room-types";
import type { Seat } from "./seat";

/** What is seen of a room whose changes are not stored. */
interface OutRoom {
  readonly journeyId: string;
  readonly seats: ReadonlySet<Seat>;
}

/** Notices that nothing could be stored for long, and tells those who write. */
export class Outage {
  isOn = false;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly room: OutRoom,
    private readonly deps: Pick<RoomDeps, "settings" | "logger">,
    /** Called when it begins. */
    private readonly onBegin: () => void,
  ) {}

  /** A commit was sent or came back. */
  watch(isCommitting: boolean): void {
    this.stop();
    if (!isCommitting) return this.set(false);
    const { degradedMs } = this.deps.settings;
    this.timer = setTimeout(() => this.set(true), degradedMs);
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  private set(isOn: boolean): void {
    if (isOn === this.isOn) return;
    this.isOn = isOn;
    const { journeyId, seats } = this.room;
    const { logger } = this.deps;
    if (isOn) logger.error({ journeyId }, "updates cannot be stored");
    else logger.info({ journeyId }, "updates are stored again");
    for (const seat of seats) {
      if (seat.canEdit)
        seat.tell({ kind: "state", state: isOn ? "degraded" : "ok" });
    }
    if (isOn) this.onBegin();
  }
}
