import { randomUUID } from "node:crypto";
import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { pino } from "pino";
import { WebSocket } from "ws";
import { newApiToken } from "@/server/auth/api-token";
import { sealSession } from "@/server/auth/session-token";
import { cookiePolicy } from "@/server/auth/cookies";
import { publicOrigin, siteOf } from "@/server/http/site";
import { MemoryLog } from "@/server/log/memory";
import { LocalHub } from "@/server/nodes/local-bus";
import { roomLine } from "@/server/nodes/room-line";
import { admitMember, type Admit, type Sitter } from "./authenticate";
import { userBudgets } from "./budgets-of";
import { Pace } from "./pace";
import { Reception } from "./reception";
import { Refusals } from "./refusals";
import type { RoomDeps } from "./room-types";
import { Rooms } from "./rooms";
import { SeatTable } from "./seat-table";
import type { SyncSettings } from "./settings";
import { SocketServer } from "./socket-server";

/** Whoever is not done by then does not keep the server from starting. */
const patienceMs = 5_000;
const loopback = "127.0.0.1";

/** The workspace and person of a rehearsal: no row has these names. */
const nobody = { workspaceId: randomUUID(), userId: randomUUID() };

const sitter: Sitter = {
  actor: { kind: "member", role: "editor", ...nobody },
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

/** Puts a map into a log as its first change. */
export async function storeMap(
  log: MemoryLog,
  journeyId: string,
  snapshot: Uint8Array,
): Promise<void> {
  log.create(journeyId);
  const actor = { kind: "system", id: "warm-up" } as const;
  const row = { data: snapshot, actor, connId: "", clientIds: [] };
  const rows = [{ ...row, idemKey: null }];
  await log.append({ journeyId, afterSeq: 0, rows });
}

const plenty = 1e9;
/** All who come are one person, and faster than any: nobody is slowed down or sent away for that. */
const unlimited = {
  socketsPerUser: plenty,
  framesPerSecond: plenty,
  framesBurst: plenty,
  bytesPerSecond: plenty,
  framesPerUser: plenty,
  bytesPerUser: plenty,
  framesPerMap: plenty,
  bytesPerMap: plenty,
};

/** A socket server of its own that writes nothing anywhere. */
function build(log: MemoryLog, usual: SyncSettings) {
  const settings = { ...usual, ...unlimited };
  const bus = new LocalHub().join();
  const deps: RoomDeps = {
    log,
    logger: pino({ level: "silent" }),
    settings,
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

/** Somebody's browser, on its way to a map. */
export type Visit = (journeyId: string) => Promise<WebSocket>;

async function visitorsOf(port: number): Promise<Visit | null> {
  const origin = publicOrigin();
  const { host } = new URL(origin);
  const site = siteOf(host);
  if (!site) return null;
  const { sessionName } = cookiePolicy(site);
  let visits = 0;
  return async (journeyId) => {
    const sessionId = randomUUID();
    const value = await sealSession({ userId: nobody.userId, sessionId });
    const address = `ws://${loopback}:${port}/sync/${journeyId}?ext=1`;
    // Every second one is a program.
    const shown =
      ++visits % 2 === 0
        ? { authorization: `Bearer ${newApiToken()}` }
        : { origin, cookie: `${sessionName}=${value}` };
    const socket = new WebSocket(address, { headers: { host, ...shown } });
    socket.on("error", () => socket.terminate());
    return socket;
  };
}

/**
 * Has people come to the maps of a log over sockets of this machine. Who they are is looked up as always.
 *
 * @param act - what they do, and how often that went well.
 * @returns what `act` does, or 0 where it took too long.
 */
export async function onStage(
  log: MemoryLog,
  settings: SyncSettings,
  act: (visit: Visit) => Promise<number>,
): Promise<number> {
  const { sockets, rooms, seats } = build(log, settings);
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
    const visit = await visitorsOf(port);
    return visit ? await Promise.race([act(visit), late]) : 0;
  } finally {
    clearTimeout(timer);
    seats.stop();
    await rooms.stop(0);
    server.closeAllConnections();
    server.close();
  }
}
