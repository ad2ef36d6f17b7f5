import * as Y from "yjs";
import type { RoomEvent } from "@/lib/protocol/events";
import type { DocumentLog } from "@/server/log/contract";
import { catchUp } from "./catch-up";
import type { Told } from "./first-answers";
import { updateWireFrame } from "./frames";
import type { PresenceRegistry } from "./presence";
import type { Seat } from "./seat";

/** Merging takes longer than in proportion to the number. */
const mostMerged = 100;

/** What an audience sees of its room. */
interface ToldRoom {
  readonly journeyId: string;
  readonly durableSeq: number;
  readonly isGone: boolean;
  readonly seats: ReadonlySet<Seat>;
  readonly presence: PresenceRegistry;
  join(seat: Seat, stateVector: Uint8Array): void;
}

type IsOwn = (seat: Seat) => boolean;

/** The seats of a room as those who are told things, each thing encoded once. */
export class Audience {
  constructor(
    private readonly room: ToldRoom,
    private readonly log: DocumentLog,
  ) {}

  /** Tells what was stored, in its order, to all who have the document and did not make all of it themselves. */
  tell(updates: readonly Told[], isOwn: IsOwn = () => false): void {
    for (let at = 0; at < updates.length; at += mostMerged)
      this.tellTogether(updates.slice(at, at + mostMerged), isOwn);
  }

  /** Tells the members of one workspace; a journey has no other seats. */
  announceTo(workspaceId: string, event: RoomEvent): void {
    const { seats } = this.room;
    const [seat] = seats;
    if (seat?.sitter.actor.workspaceId !== workspaceId) return;
    for (const each of seats) each.tell({ kind: "event", event });
  }

  private tellTogether(updates: readonly Told[], isOwn: IsOwn): void {
    const last = updates.at(-1)!;
    const update =
      updates.length === 1
        ? last.data
        : Y.mergeUpdates(updates.map(({ data }) => data));
    const frame = updateWireFrame(update);
    for (const seat of this.room.seats) {
      const fellBehind = seat.sendStored(isOwn(seat) ? null : frame, last.seq);
      if (fellBehind) this.leaveBehind(seat);
    }
  }

  /** Waits until a slow reader has read what it was sent, then gives it what came meanwhile. */
  private leaveBehind(seat: Seat): void {
    const { room, log } = this;
    const go = async () => {
      const how = await catchUp(seat, { room, log });
      if (how === "full") this.leaveBehind(seat);
      else seat.sendPresence(room.presence.frameFor(seat));
    };
    seat.whenEmpty(() => void go());
  }
}
