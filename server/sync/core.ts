import type { IncomingMessage } from "node:http";
import type pg from "pg";
import type { Logger } from "pino";
import { CLOSE, ENDED_ON_PURPOSE } from "@/lib/protocol/close-codes";
import { onAccessChange, type AccessChange } from "@/server/access-changes";
import { LogWorker, logWorkerScript } from "@/server/log/log-worker";
import { PostgresLog } from "@/server/log/postgres";
import type { DocumentLog } from "@/server/log/contract";
import type { Bus } from "@/server/nodes/bus";
import { roomLine } from "@/server/nodes/room-line";
import {
  JourneyProjector,
  ProjectionWriter,
} from "@/server/projection/projector";
import { onRowsChanged } from "@/server/row-events";
import { JourneyVersions } from "@/server/versions/keep";
import type { MayConnect } from "./connect-limit";
import type { Admit } from "./authenticate";
import { userBudgets } from "./budgets-of";
import { Heads } from "./heads";
import { HttpSeats } from "./http-seats";
import { Pace } from "./pace";
import { Reception } from "./reception";
import { Refusals } from "./refusals";
import type { RoomDeps } from "./room-types";
import { Rooms } from "./rooms";
import type { Seat } from "./seat";
import { SeatTable } from "./seat-table";
import type { SyncSettings } from "./settings";
import { SocketServer } from "./socket-server";

/** Rows serve lists and tables; with hundreds of busy rooms they may be some seconds old rather than slow everybody down. */
const projectionsPerSecond = 50;
const projectionsAtOnce = 25;

/** After this, what is not stored is left to the clients, who still have it. */
const stopTimeoutMs = 20_000;
/** A database that is away must not keep people on a server that ends. */
const settleTimeoutMs = 2_000;

export interface SyncParts {
  readonly pool: pg.Pool;
  readonly logger: Logger;
  readonly settings: SyncSettings;
  /** To the other nodes. */
  readonly bus: Bus;
  readonly admit: Admit;
  readonly ipOf: (request: IncomingMessage) => string;
  readonly mayConnect: MayConnect;
  /** Writes down that something was not taken from someone. */
  readonly auditRefusal: (seat: Seat, reason: string) => Promise<void>;
}

/** Everything about live documents in this process. */
export interface SyncCore {
  readonly log: DocumentLog;
  readonly rooms: Rooms;
  readonly seats: SeatTable;
  readonly sockets: SocketServer;
  readonly httpSeats: HttpSeats;
  stop(): Promise<void>;
}

/** Puts the parts together and has them hear of changes of access and rows. */
export function createSyncCore(parts: SyncParts): SyncCore {
  const { pool, logger, settings, bus, admit } = parts;
  const report = (error: unknown) => logger.error({ err: error }, "log");
  const worker = new LogWorker(logWorkerScript());
  worker.prepare();
  const log = new PostgresLog(pool, report, worker);
  const writer = new ProjectionWriter(pool);
  const pace = new Pace(projectionsPerSecond, projectionsAtOnce);
  const refusals = new Refusals();
  const deps: RoomDeps = {
    log,
    logger,
    settings,
    budgets: userBudgets(settings),
    versionsOf: (journeyId) => new JourneyVersions(pool, journeyId),
    pace,
    projectorOf: (journeyId) => new JourneyProjector(writer, journeyId),
    lineOf: (journeyId, ears) => roomLine(bus, journeyId, ears),
    onRefusal: (seat, reason) => {
      const { actor } = seat.sitter;
      refusals.note(actor.userId, reason);
      logger.warn(
        { journeyId: seat.request.journeyId, userId: actor.userId, reason },
        "refused",
      );
      parts.auditRefusal(seat, reason).catch(report);
    },
  };
  const rooms = new Rooms(deps);
  const seats = new SeatTable(admit, settings, report);
  const { ipOf, mayConnect } = parts;
  const reception = new Reception({
    admit,
    rooms,
    seats,
    refusals,
    deps,
    mayConnect,
  });
  const sockets = new SocketServer({ reception, deps, ipOf });
  const httpSeats = new HttpSeats(reception, deps);
  const { headsMs: everyMs, presenceBeatMs } = settings;
  const heads = new Heads(rooms, log, { everyMs, report });
  const beat = setInterval(() => {
    for (const { presence } of rooms.all()) presence.beat();
  }, presenceBeatMs);
  const silence = [
    bus.onGap(() => {
      void heads.ask();
      void seats.recheck({});
      for (const { presence } of rooms.all()) presence.meet();
    }),
    onAccessChange((change) => handleAccess(seats, change)),
    onRowsChanged(({ workspaceId, event }) => {
      for (const room of rooms.all()) room.announceTo(workspaceId, event);
    }),
  ];
  return {
    log,
    rooms,
    seats,
    sockets,
    httpSeats,
    async stop() {
      for (const end of silence) end();
      clearInterval(beat);
      heads.stop();
      sockets.stop();
      httpSeats.stop();
      // What has arrived is acknowledged before its sender is asked to come back.
      await rooms.settle(settleTimeoutMs);
      await seats.endAll(CLOSE.restarting);
      seats.stop();
      await rooms.stop(stopTimeoutMs);
      await log.close();
    },
  };
}

function handleAccess(seats: SeatTable, change: AccessChange): void {
  if (change.kind === "ended")
    seats.close(change.filter, change.code, ENDED_ON_PURPOSE);
  if (change.kind === "changed") void seats.recheck(change.filter);
}
