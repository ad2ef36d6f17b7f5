import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer, type WebSocket } from "ws";
import { CLOSE } from "@/lib/protocol/close-codes";
import { PROTOCOL_LIMITS } from "@/lib/protocol/limits";
import { Arrival } from "./arrival";
import type { Admit, SeatRequest, Sitter } from "./authenticate";
import type { MayConnect } from "./connect-limit";
import { Connection } from "./connection";
import type { Refusals } from "./refusals";
import type { Room } from "./room";
import type { RoomDeps } from "./room-types";
import type { Held, Rooms } from "./rooms";
import { Seat } from "./seat";
import type { SeatTable } from "./seat-table";
import { seatLimits } from "./settings";
import { readUpgrade, refusalOfUpgrade } from "./upgrade-check";

/** Above the seats that edit, so many more may look on. */
const onlookersFactor = 2;

export interface SocketServerParts {
  readonly admit: Admit;
  readonly rooms: Rooms;
  readonly seats: SeatTable;
  readonly refusals: Refusals;
  readonly deps: RoomDeps;
  readonly ipOf: (request: IncomingMessage) => string;
  /** Whether one more connection of this person, or from this address, is within the limits. */
  readonly mayConnect: MayConnect;
}

/** To whoever comes in, a journey of others and one that is not there are the same. */
const codeOf = {
  nobody: CLOSE.identityGone,
  visitor: CLOSE.accessGone,
  outsider: CLOSE.notFound,
  absent: CLOSE.notFound,
} as const;

/** Turns upgrades under `/sync/` into seats in rooms. */
export class SocketServer {
  private isStopping = false;
  // Compression saves nothing on edits of forty bytes, and can be made to inflate a frame without end.
  private readonly sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: PROTOCOL_LIMITS.frameBytes,
  });

  constructor(private readonly parts: SocketServerParts) {}

  /** Takes an upgrade whose address is ours. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on("error", () => socket.destroy());
    const status = this.isStopping ? 503 : refusalOfUpgrade(request);
    if (status !== null) {
      socket.end(
        `HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
      );
      return;
    }
    this.sockets.handleUpgrade(request, socket, head, (webSocket) => {
      const arrival = new Arrival(
        webSocket,
        this.parts.deps.settings.authenticationMs,
      );
      this.welcome({ socket: webSocket, wire: socket }, arrival, request).catch(
        (error: unknown) => {
          this.parts.deps.logger.error({ err: error }, "no seat");
          arrival.turnAway(CLOSE.overloaded);
        },
      );
    });
  }

  /** Takes no one in any more. */
  stop(): void {
    this.isStopping = true;
  }

  private async welcome(
    { socket, wire }: { socket: WebSocket; wire: Duplex },
    arrival: Arrival,
    request: IncomingMessage,
  ): Promise<void> {
    const asked = readUpgrade(request.url ?? "");
    const { headers } = request;
    const seatRequest = {
      headers,
      ip: this.parts.ipOf(request),
      journeyId: asked.journeyId,
    };
    const sitter = await this.judge(arrival, seatRequest);
    if (!sitter || arrival.isOver) return;
    arrival.identified();
    const held = await this.parts.rooms.enter(asked.journeyId);
    if (!held) return arrival.turnAway(CLOSE.notFound);
    const { room } = held;
    const isOther = asked.epoch !== null && asked.epoch !== room.epoch;
    const isFull = room.seats.size >= this.parts.deps.settings.socketsPerMap;
    const isCrowded =
      room.seats.size >=
      this.parts.deps.settings.socketsPerMap * onlookersFactor;
    if (arrival.isOver || isOther || isCrowded) {
      held.release();
      return arrival.turnAway(isOther ? CLOSE.otherEpoch : CLOSE.overloaded);
    }
    const { hasExtension } = asked;
    const canEdit = sitter.canEdit && !isFull;
    const seat = new Seat(socket, sitter, {
      request: seatRequest,
      wire,
      hasExtension,
      canEdit,
    });
    this.sit(seat, held, { socket, arrival });
  }

  /** Who it is, or null after they were turned away. */
  private async judge(
    arrival: Arrival,
    request: SeatRequest,
  ): Promise<Sitter | null> {
    const { admit, seats, refusals, mayConnect, deps } = this.parts;
    const admission = await admit(request);
    const userId = admission.ok ? admission.sitter.actor.userId : null;
    if (!(await mayConnect({ userId, ip: request.ip }))) {
      arrival.turnAway(CLOSE.tooFast, "connects");
    } else if (!admission.ok) {
      arrival.turnAway(codeOf[admission.reason]);
    } else if (
      seats.countOf(admission.sitter.actor.userId) >=
      deps.settings.socketsPerUser
    ) {
      arrival.turnAway(CLOSE.accessGone, "too_many_sockets");
    } else if (refusals.isBanned(admission.sitter.actor.userId)) {
      arrival.turnAway(CLOSE.accessGone, "refused_too_often");
    } else {
      return admission.sitter;
    }
    return null;
  }

  private sit(
    seat: Seat,
    held: Held,
    { socket, arrival }: { socket: WebSocket; arrival: Arrival },
  ): void {
    const { room } = held;
    const connection = new Connection(seat, room, this.parts.deps);
    socket.once("close", () => {
      this.parts.seats.remove(seat);
      room.leave(seat);
      held.release();
    });
    socket.on("pong", () => {
      seat.heardAt = Date.now();
    });
    this.parts.seats.add(seat);
    room.take(seat);
    this.greet(seat, room);
    arrival.listen((frame) => connection.receive(frame));
  }

  private greet(seat: Seat, { epoch, durableSeq: headSeq }: Room): void {
    const { canEdit, sitter } = seat;
    const limits = seatLimits(this.parts.deps.settings);
    const { role } = sitter.actor;
    seat.tell({
      kind: "hello",
      hello: { epoch, role, canEdit, headSeq, limits },
    });
    if (!canEdit) seat.tell({ kind: "state", state: "readonly" });
  }
}
