import { BUILD } from "@/lib/protocol/build";
import {
  CLOSE,
  REFUSED_TOO_OFTEN,
  TOO_MANY_SOCKETS,
  type CloseCode,
} from "@/lib/protocol/close-codes";
import type { Admit, SeatRequest, Sitter } from "./authenticate";
import type { MayConnect } from "./connect-limit";
import type { Refusals } from "./refusals";
import type { Room } from "./room";
import type { RoomDeps } from "./room-types";
import type { Held, Rooms } from "./rooms";
import type { Seat } from "./seat";
import type { SeatTable } from "./seat-table";
import { seatLimits } from "./settings";
import type { Asked } from "./upgrade-check";

/** Above the seats that edit, so many more may look on. */
const onlookersFactor = 2;

export interface ReceptionParts {
  readonly admit: Admit;
  readonly rooms: Rooms;
  readonly seats: SeatTable;
  readonly refusals: Refusals;
  readonly deps: RoomDeps;
  /** Whether one more connection of this person, or from this address, is within the limits. */
  readonly mayConnect: MayConnect;
}

/** No seat, and what is said about it. */
export interface Away {
  readonly code: CloseCode;
  readonly reason: string;
}

/** A room with a place in it; `isFull`: one to look on from. */
export interface Place {
  readonly held: Held;
  readonly isFull: boolean;
}

/** To whoever comes in, a journey of others and one that is not there are the same. */
const codeOf = {
  nobody: CLOSE.identityGone,
  visitor: CLOSE.accessGone,
  outsider: CLOSE.notFound,
  absent: CLOSE.notFound,
} as const;

const away = (code: CloseCode, reason = ""): Away => ({ code, reason });

/** Decides who gets a seat and where, however they came: by socket or by plain requests. */
export class Reception {
  constructor(private readonly parts: ReceptionParts) {}

  /** Who it is, or why they get no seat. */
  async judge(asked: Asked, request: SeatRequest): Promise<Sitter | Away> {
    const { admit, seats, refusals, mayConnect, deps } = this.parts;
    const admission = await admit(request);
    const userId = admission.ok ? admission.sitter.actor.userId : null;
    if (!(await mayConnect({ userId, ip: request.ip })))
      return away(CLOSE.tooFast, "connects");
    if (!admission.ok) return away(codeOf[admission.reason]);
    const { sitter } = admission;
    const { actor } = sitter;
    if (asked.userId !== null && asked.userId !== actor.userId)
      return away(CLOSE.identityGone, "other_person");
    if (seats.countOf(actor.userId) >= deps.settings.socketsPerUser)
      return away(CLOSE.accessGone, TOO_MANY_SOCKETS);
    if (refusals.isBanned(actor.userId))
      return away(CLOSE.accessGone, REFUSED_TOO_OFTEN);
    return sitter;
  }

  /** Opens the room for someone who may be in it. */
  async findPlace({ journeyId, epoch }: Asked): Promise<Place | Away> {
    const { rooms, seats, deps } = this.parts;
    const held = await rooms.enter(journeyId);
    if (!held) return away(CLOSE.notFound);
    const { room } = held;
    const { socketsPerMap } = deps.settings;
    const isOther = epoch !== null && epoch !== room.epoch;
    const isCrowded = room.seats.size >= socketsPerMap * onlookersFactor;
    if (!isOther && !isCrowded)
      return { held, isFull: seats.takenIn(journeyId) >= socketsPerMap };
    held.release();
    return away(isOther ? CLOSE.otherEpoch : CLOSE.overloaded);
  }

  /** Seats someone and greets them; the returned function is called when they are gone. */
  seat(seat: Seat, held: Held, epoch: number | null): () => void {
    const { seats } = this.parts;
    const { room } = held;
    seats.add(seat);
    room.take(seat);
    seat.namesEpoch = epoch !== null;
    this.greet(seat, room);
    return () => {
      seats.remove(seat);
      room.leave(seat);
      held.release();
    };
  }

  private greet(seat: Seat, { epoch, durableSeq: headSeq }: Room): void {
    const { canEdit, isWaiting: isFull, sitter } = seat;
    const limits = seatLimits(this.parts.deps.settings);
    const { role } = sitter.actor;
    seat.tell({
      kind: "hello",
      hello: { epoch, role, canEdit, isFull, headSeq, build: BUILD, limits },
    });
    if (!canEdit) seat.tell({ kind: "state", state: "readonly" });
  }
}
