import { decodeFrames } from "@/lib/protocol/batch";
import { CLOSE } from "@/lib/protocol/close-codes";
import { PROTOCOL_LIMITS } from "@/lib/protocol/limits";
import type { SeatRequest, Sitter } from "./authenticate";
import { Connection } from "./connection";
import { HttpWire } from "./http-wire";
import type { Away, Reception } from "./reception";
import type { RoomDeps } from "./room-types";
import { Seat } from "./seat";
import { TokenBucket } from "./token-bucket";
import type { Asked } from "./upgrade-check";

/** Requests of one seat: at rest one waits, and while somebody writes each takes a turn. */
const requestsPerSecond = 30;
const requestsBurst = 120;

/** Who asks, as the API found out. A seat is there for the session or token that took it, and for no other. */
export interface SeatCaller {
  readonly workspaceId: string;
  readonly userId: string;
  readonly sessionId: string | null;
  readonly tokenId: string | null;
}

interface HttpSeat {
  readonly seat: Seat;
  readonly wire: HttpWire;
  readonly connection: Connection;
  readonly requests: TokenBucket;
  /** Frames that were taken. */
  taken: number;
  isTaking: boolean;
}

export type Opened = { readonly id: string } | Away;

/** `later`: what should come before is missing, or still on its way. */
export type Taken = "ok" | "malformed" | "later";

const tokenOf = ({ actor }: Sitter) =>
  actor.kind === "token" ? actor.tokenId : null;

function belongsTo({ sitter }: Seat, caller: SeatCaller): boolean {
  return (
    sitter.actor.workspaceId === caller.workspaceId &&
    sitter.actor.userId === caller.userId &&
    sitter.sessionId === caller.sessionId &&
    tokenOf(sitter) === caller.tokenId
  );
}

/**
 * Seats of those whom no socket reaches. Everything but the way of the frames is as with sockets: the same
 * reception, connection and room, the same table that pings, judges again and ends.
 */
export class HttpSeats {
  private readonly open = new Map<string, HttpSeat>();
  private isStopping = false;

  constructor(
    private readonly reception: Reception,
    private readonly deps: RoomDeps,
  ) {}

  /** Takes a seat, or says why there is none, in the codes of sockets. */
  async take(
    asked: Asked,
    request: SeatRequest,
    workspaceId: string,
  ): Promise<Opened> {
    if (this.isStopping) return { code: CLOSE.restarting, reason: "" };
    const { reception } = this;
    const sitter = await reception.judge(asked, request);
    if ("code" in sitter) return sitter;
    if (sitter.actor.workspaceId !== workspaceId)
      return { code: CLOSE.notFound, reason: "" };
    const place = await reception.findPlace(asked);
    if ("code" in place) return place;
    if (this.isStopping) {
      place.held.release();
      return { code: CLOSE.restarting, reason: "" };
    }
    const wire = new HttpWire({
      onAlive: () => {
        seat.heardAt = Date.now();
      },
      onGone: () => {
        this.open.delete(seat.id);
        leave();
      },
    });
    const seat = new Seat(wire, sitter, {
      request,
      wire,
      hasExtension: true,
      isOnlooker: place.isFull,
      settings: this.deps.settings,
    });
    const connection = new Connection(seat, place.held.room, this.deps);
    const requests = new TokenBucket(
      requestsPerSecond,
      requestsBurst,
      Date.now(),
    );
    const leave = reception.seat(seat, place.held, asked.epoch);
    this.open.set(seat.id, {
      seat,
      wire,
      connection,
      requests,
      taken: 0,
      isTaking: false,
    });
    return { id: seat.id };
  }

  /** What came for a seat; null where there is none of this caller. */
  async read(
    at: { readonly id: string; readonly journeyId: string },
    caller: SeatCaller,
    how: { after: number; isPatient: boolean; signal: AbortSignal },
  ): Promise<Uint8Array | null> {
    const found = this.find(at, caller);
    if (!found) return null;
    const { after, isPatient, signal } = how;
    const waitMs = isPatient ? PROTOCOL_LIMITS.heartbeatMs : 0;
    return found.wire.read(after, { waitMs, signal });
  }

  /** Whether there is such a seat, so that it is worth reading what is sent to it. */
  has(
    at: { readonly id: string; readonly journeyId: string },
    caller: SeatCaller,
  ): boolean {
    return this.find(at, caller) !== null;
  }

  /**
   * Takes frames in their order, each once: a request that is repeated because its answer was lost does nothing.
   *
   * @param first - how many frames of this seat came before.
   * @returns null where there is no such seat of this caller.
   */
  async give(
    at: { readonly id: string; readonly journeyId: string },
    caller: SeatCaller,
    { first, bytes }: { first: number; bytes: Uint8Array },
  ): Promise<Taken | null> {
    const found = this.open.get(at.id);
    if (!found || !isOf(found.seat, at.journeyId, caller)) return null;
    const frames = framesOf(bytes);
    if (!frames) {
      found.seat.close(CLOSE.protocol, "malformed");
      return "malformed";
    }
    if (found.isTaking || first > found.taken) return "later";
    found.isTaking = true;
    try {
      for (const frame of frames.slice(found.taken - first)) {
        found.taken++;
        found.connection.receive(frame);
        // A room that is behind is not fed any further; the next request waits for this one.
        await found.wire.ready();
      }
    } finally {
      found.isTaking = false;
    }
    return "ok";
  }

  /** Gives a seat back; false where there is none of this caller. */
  leave(
    at: { readonly id: string; readonly journeyId: string },
    caller: SeatCaller,
  ): boolean {
    const found = this.open.get(at.id);
    if (!found || !isOf(found.seat, at.journeyId, caller)) return false;
    found.wire.terminate();
    return true;
  }

  /** Takes no one in any more. */
  stop(): void {
    this.isStopping = true;
  }

  private find(
    at: { readonly id: string; readonly journeyId: string },
    caller: SeatCaller,
  ): HttpSeat | null {
    const found = this.open.get(at.id);
    if (!found || !isOf(found.seat, at.journeyId, caller)) return null;
    if (found.requests.take(1, Date.now())) return found;
    this.deps.onRefusal(found.seat, "too_fast");
    found.seat.end(CLOSE.tooFast, "requests");
    return found;
  }
}

const isOf = (seat: Seat, journeyId: string, caller: SeatCaller) =>
  seat.request.journeyId === journeyId && belongsTo(seat, caller);

function framesOf(bytes: Uint8Array): Uint8Array[] | null {
  try {
    return decodeFrames(bytes);
  } catch {
    return null;
  }
}
