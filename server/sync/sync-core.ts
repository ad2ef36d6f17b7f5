import pg from "pg";
import { audit } from "@/server/audit";
import { surviveLostConnections } from "@/server/db/lost-connections";
import { env } from "@/server/env";
import { callerAddress } from "@/server/http/address";
import { logger } from "@/server/logger";
import { admitMember } from "./authenticate";
import { connectLimit } from "./connect-limit";
import { createSyncCore, type SyncCore } from "./core";
import type { Seat } from "./seat";
import { syncSettings } from "./settings";

const shared = globalThis as {
  waymarkSync?: { core: SyncCore; pool: pg.Pool };
};

/** Documents do not queue behind pages: saving has connections of its own. */
function createPool(): pg.Pool {
  const pool = new pg.Pool({
    connectionString: env.DATABASE_URL,
    max: 6,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    lock_timeout: 5_000,
    application_name: "waymark-sync",
  });
  return surviveLostConnections(pool);
}

async function auditRefusal(
  { sitter, request }: Seat,
  reason: string,
): Promise<void> {
  await audit({
    caller: { actor: sitter.actor, ip: request.ip },
    workspaceId: sitter.actor.workspaceId,
    action: "room:update",
    subject: { kind: "journey", id: request.journeyId },
    outcome: "denied",
    detail: { reason },
  });
}

function start(): { core: SyncCore; pool: pg.Pool } {
  const pool = createPool();
  const core = createSyncCore({
    pool,
    logger: logger(),
    settings: syncSettings(env),
    admit: admitMember,
    mayConnect: connectLimit(env.LIMIT_CONNECTS_PER_MINUTE),
    auditRefusal,
    ipOf: (request) =>
      callerAddress({
        socketAddress: request.socket.remoteAddress,
        forwardedFor: [request.headers["x-forwarded-for"]].flat().join(","),
        trustedProxies: env.TRUSTED_PROXIES,
      }),
  });
  return { core, pool };
}

/** The live documents of this process, begun at first use. */
export const syncCore = (): SyncCore => (shared.waymarkSync ??= start()).core;

/** Stores everything, lets go of every socket, room and connection; the next use begins anew. */
export async function stopSyncCore(): Promise<void> {
  const running = shared.waymarkSync;
  delete shared.waymarkSync;
  await running?.core.stop();
  await running?.pool.end();
}
