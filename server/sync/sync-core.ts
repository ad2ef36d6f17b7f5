import pg from "pg";
import { audit } from "@/server/audit";
import { surviveLostConnections } from "@/server/db/lost-connections";
import { env } from "@/server/env";
import { callerAddress } from "@/server/http/address";
import { logger } from "@/server/logger";
import { nodeBus } from "@/server/nodes/nodes";
import { admitMember } from "./authenticate";
import { connectLimit } from "./connect-limit";
import { createSyncCore, type SyncCore } from "./core";
import type { Seat } from "./seat";
import { syncSettings, type SyncSettings } from "./settings";

interface Running {
  readonly core: SyncCore;
  readonly pool: pg.Pool;
  /** Begun to stop. */
  stopped?: Promise<void>;
}

const shared = globalThis as { waymarkSync?: Running };

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

function start(tests: Partial<SyncSettings> = {}): Running {
  const pool = createPool();
  const core = createSyncCore({
    pool,
    logger: logger(),
    settings: syncSettings(env, tests),
    bus: nodeBus(),
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

/** Begins them with other settings, for tests that would wait for the usual ones. */
export function beginSyncCore(tests: Partial<SyncSettings>): void {
  shared.waymarkSync = start(tests);
}

/**
 * Stores everything, lets go of every socket, room and connection; the next use begins anew. Whoever asks
 * meanwhile gets what is stopping: another beside it would open the same maps a second time.
 */
export async function stopSyncCore(): Promise<void> {
  const running = shared.waymarkSync;
  if (!running) return;
  running.stopped ??= end(running);
  await running.stopped;
}

async function end({ core, pool }: Running): Promise<void> {
  try {
    await core.stop();
  } finally {
    delete shared.waymarkSync;
    await pool.end();
  }
}
