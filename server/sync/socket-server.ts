import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer, type WebSocket } from "ws";
import { CLOSE } from "@/lib/protocol/close-codes";
import { PROTOCOL_LIMITS } from "@/lib/protocol/limits";
import { Arrival } from "./arrival";
import { Connection } from "./connection";
import type { Reception } from "./reception";
import type { RoomDeps } from "./room-types";
import { Seat } from "./seat";
import { readUpgrade, refusalOfUpgrade } from "./upgrade-check";

export interface SocketServerParts {
  readonly reception: Reception;
  readonly deps: RoomDeps;
  readonly ipOf: (request: IncomingMessage) => string;
}

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
    const { reception } = this.parts;
    const sitter = await reception.judge(asked, seatRequest);
    if ("code" in sitter) return arrival.turnAway(sitter.code, sitter.reason);
    if (arrival.isOver) return;
    arrival.identified();
    const place = await reception.findPlace(asked);
    if ("code" in place) return arrival.turnAway(place.code, place.reason);
    if (arrival.isOver) return place.held.release();
    // Who is still on the way when everybody is asked to leave would not be asked.
    if (this.isStopping) {
      place.held.release();
      return arrival.turnAway(CLOSE.restarting);
    }
    const seat = new Seat(socket, sitter, {
      request: seatRequest,
      wire,
      hasExtension: asked.hasExtension,
      isOnlooker: place.isFull,
      settings: this.parts.deps.settings,
    });
    const connection = new Connection(seat, place.held.room, this.parts.deps);
    socket.on("pong", () => {
      seat.heardAt = Date.now();
    });
    const leave = reception.seat(seat, place.held, asked.epoch);
    socket.once("close", leave);
    arrival.listen((frame) => connection.receive(frame));
  }
}
