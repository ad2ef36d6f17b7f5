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

const shared = globalThis as {
  waymarkLimitRedis?: Redis;
  waymarkLimiters?: Map<LimitName, readonly RateLimiterAbstract[]>;
};

function redis(url: string): Redis {
  if (shared.waymarkLimitRedis) return shared.waymarkLimitRedis;
  const client = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
  });
  // Counting goes on in Postgres meanwhile; unheard, the event would end the process.
  client.on("error", () => undefined);
  return (shared.waymarkLimitRedis = client);
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
export function limitersOf(name: LimitName): readonly RateLimiterAbstract[] {
  const all = (shared.waymarkLimiters ??= new Map());
  const found = all.get(name) ?? createLimiters(name);
  all.set(name, found);
  return found;
}

/** Lets go of connections; the next use opens others. */
export function closeLimits(): void {
  delete shared.waymarkLimiters;
  shared.waymarkLimitRedis?.disconnect();
  delete shared.waymarkLimitRedis;
}
