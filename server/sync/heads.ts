import type { DocumentLog } from "@/server/log/contract";
import type { Room } from "./room";

interface OpenRooms {
  all(): Room[];
}

/**
 * Asks from time to time, with one query for all open maps, how far their logs are. What another node stored
 * reaches a room in this way at the latest, whatever became of the message about it.
 */
export class Heads {
  private readonly timer: NodeJS.Timeout;
  private isAsking = false;

  constructor(
    private readonly rooms: OpenRooms,
    private readonly log: DocumentLog,
    private readonly options: {
      readonly everyMs: number;
      readonly report: (error: unknown) => void;
    },
  ) {
    this.timer = setInterval(() => void this.ask(), options.everyMs);
    this.timer.unref();
  }

  async ask(): Promise<void> {
    const known = this.rooms
      .all()
      .map((room) => [room, room.durableSeq] as const);
    if (known.length === 0 || this.isAsking) return;
    this.isAsking = true;
    try {
      const heads = await this.log.readHeads(
        known.map(([{ journeyId }]) => journeyId),
      );
      for (const [room, knownSeq] of known) {
        if (!room.isGone)
          room.follower.hearHead(heads.get(room.journeyId), knownSeq);
      }
    } catch (error) {
      this.options.report(error);
    } finally {
      this.isAsking = false;
    }
  }

  stop(): void {
    clearInterval(this.timer);
  }
}
