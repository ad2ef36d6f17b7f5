import { Redis } from "ioredis";
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
  type RateLimiterAbstract,
} from "rate-limiter-flexible";
import { pool } from "@/server/db/pool";
import { env } from "@/server/env";
import { limitOf, type LimitName } from "./table";

interface Connection {
  readonly client: Redis;
  /** Settles with the first attempt to connect, however it ends. */
  readonly tried: Promise<unknown>;
}

const shared = globalThis as {
  waymarkLimitRedis?: Connection;
  waymarkLimiters?: Map<LimitName, readonly RateLimiterAbstract[]>;
};

/** A Redis that hangs must not hang a sign-in. */
const patienceMs = 1_000;

function redis(url: string): Redis {
  if (shared.waymarkLimitRedis) return shared.waymarkLimitRedis.client;
  const client = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    connectTimeout: patienceMs,
    commandTimeout: patienceMs,
  });
  // Counting goes on in Postgres meanwhile; unheard, the event would end the process.
  client.on("error", () => undefined);
  const tried = new Promise((done) => {
    client.once("ready", done);
    client.once("close", done);
  });
  shared.waymarkLimitRedis = { client, tried };
  return client;
}

function createLimiters(name: LimitName): readonly RateLimiterAbstract[] {
  const { points, seconds } = limitOf(name);
  const options = { keyPrefix: name, points, duration: seconds };
  const postgres = new RateLimiterPostgres({
    ...options,
    storeClient: pool(),
    storeType: "pool",
    tableName: "RateLimit",
    tableCreated: true,
  });
  const durable = env.REDIS_URL
    ? [
        new RateLimiterRedis({
          ...options,
          storeClient: redis(env.REDIS_URL),
          rejectIfRedisNotReady: true,
        }),
        postgres,
      ]
    : [postgres];
  return [...durable, new RateLimiterMemory(options)];
}

/** The counters of a limit, best first: Redis where there is one, Postgres, this process's memory. */
export async function limitersOf(
  name: LimitName,
): Promise<readonly RateLimiterAbstract[]> {
  const all = (shared.waymarkLimiters ??= new Map());
  const found = all.get(name) ?? createLimiters(name);
  all.set(name, found);
  // Counted in Postgres until Redis is there, the first uses would not be among the others.
  await shared.waymarkLimitRedis?.tried;
  return found;
}

/** Lets go of connections; the next use opens others. */
export function closeLimits(): void {
  delete shared.waymarkLimiters;
  shared.waymarkLimitRedis?.client.disconnect();
  delete shared.waymarkLimitRedis;
}
