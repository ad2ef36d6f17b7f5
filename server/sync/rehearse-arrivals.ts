import { randomUUID } from "node:crypto";
import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { pino } from "pino";
import { WebSocket } from "ws";
import { sealSession } from "@/server/auth/session-token";
import { cookiePolicy } from "@/server/auth/cookies";
import { publicOrigin, siteOf } from "@/server/http/site";
import { MemoryLog } from "@/server/log/memory";
import { LocalHub } from "@/server/nodes/local-bus";
import { roomLine } from "@/server/nodes/room-line";
import { admitMember, type Admit, type Sitter } from "./authenticate";
import { userBudgets } from "./budgets-of";
import { step1Frame } from "./frames";
import { Pace } from "./pace";
import { Reception } from "./reception";
import { Refusals } from "./refusals";
import type { RoomDeps } from "./room-types";
import { Rooms } from "./rooms";
import { SeatTable } from "./seat-table";
import type { SyncSettings } from "./settings";
import { SocketServer } from "./socket-server";

const arrivingMs = 400;
const atOnce = 20;
/** Whoever has not arrived by then does not keep the server from starting. */
const patienceMs = 5_000;
const loopback = "127.0.0.1";
const nothing = new Uint8Array([0]);

/** The journey, workspace and person of a rehearsal: no row has these names. */
const nobody = {
  journeyId: randomUUID(),
  workspaceId: randomUUID(),
  userId: randomUUID(),
};

const sitter: Sitter = {
  actor: {
    kind: "member",
    userId: nobody.userId,
    workspaceId: nobody.workspaceId,
    role: "editor",
  },
  author: { kind: "user", id: nobody.userId },
  sessionId: null,
  name: "",
  canEdit: true,
};

/** Looks somebody up as always, finds nobody, and lets them in all the same. */
const admitAll: Admit = async (request) => {
  await admitMember(request);
  return { ok: true, sitter };
};

async function logOf(snapshot: Uint8Array): Promise<MemoryLog> {
  const { journeyId } = nobody;
  const log = new MemoryLog();
  log.create(journeyId);
  const actor = { kind: "system", id: "warm-up" } as const;
  const row = { data: snapshot, actor, connId: "", clientIds: [] };
  await log.append({
    journeyId,
    afterSeq: 0,
    rows: [{ ...row, idemKey: null }],
  });
  return log;
}

/** A socket server of its own, with one map in memory, that writes nothing anywhere. */
function stage(log: MemoryLog, settings: SyncSettings) {
  const bus = new LocalHub().join();
  const deps: RoomDeps = {
    log,
    logger: pino({ level: "silent" }),
    settings: { ...settings, socketsPerUser: Infinity },
    budgets: userBudgets(settings),
    pace: new Pace(1, 1),
    projectorOf: () => ({ project: async () => undefined }),
    versionsOf: () => ({ keep: async () => undefined }),
    lineOf: (journeyId, ears) => roomLine(bus, journeyId, ears),
    onRefusal: () => undefined,
  };
  const rooms = new Rooms(deps);
  const seats = new SeatTable(admitAll, settings, () => undefined);
  const reception = new Reception({
    admit: admitAll,
    rooms,
    seats,
    refusals: new Refusals(),
    deps,
    mayConnect: async () => true,
  });
  const sockets = new SocketServer({ reception, deps, ipOf: () => loopback });
  return { sockets, rooms, seats };
}

/** Somebody's browser comes, is given the map, and goes. @returns whether it was given the map. */
async function visit(port: number, cookie: string): Promise<boolean> {
  const origin = publicOrigin();
  const address = `ws://${loopback}:${port}/sync/${nobody.journeyId}?ext=1`;
  const { host } = new URL(origin);
  const socket = new WebSocket(address, { headers: { host, origin, cookie } });
  socket.on("error", () => socket.terminate());
  const closed = new Promise((done) => socket.once("close", done));
  socket.once("open", () => socket.send(step1Frame(nothing)));
  // The greeting, then the map.
  let heard = 0;
  socket.on("message", () => {
    heard++;
    if (heard === 2) socket.close();
  });
  await closed;
  return heard >= 2;
}

async function comeAndGo(port: number): Promise<number> {
  let served = 0;
  const site = siteOf(new URL(publicOrigin()).host);
  if (!site) return served;
  const { sessionName } = cookiePolicy(site);
  const until = performance.now() + arrivingMs;
  while (performance.now() < until) {
    const cookies = await Promise.all(
      Array.from({ length: atOnce }, () =>
        sealSession({ userId: nobody.userId, sessionId: randomUUID() }),
      ),
    );
    const visits = await Promise.all(
      cookies.map((value) => visit(port, `${sessionName}=${value}`)),
    );
    served += visits.filter(Boolean).length;
  }
  return served;
}

/**
 * Has some hundred people come to a map of nobody and go again, over sockets of this machine: who they are is
 * looked up as always, and what seats and greets them is compiled by the time the real ones return.
 *
 * @param snapshot - the map.
 * @returns how many were given it.
 */
export async function rehearseArrivals(
  snapshot: Uint8Array,
  settings: SyncSettings,
): Promise<number> {
  const { sockets, rooms, seats } = stage(await logOf(snapshot), settings);
  const server = http.createServer();
  server.on("upgrade", (request, socket, head) =>
    sockets.upgrade(request, socket, head),
  );
  server.listen(0, loopback);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<number>((done) => {
    timer = setTimeout(() => done(0), patienceMs);
  });
  try {
    return await Promise.race([comeAndGo(port), late]);
  } finally {
    clearTimeout(timer);
    seats.stop();
    await rooms.stop(0);
    server.closeAllConnections();
    server.close();
  }
}
