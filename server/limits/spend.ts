import {
  RateLimiterRes,
  type RateLimiterAbstract,
} from "rate-limiter-flexible";
import { logger } from "@/server/logger";
import { limitersOf } from "./stores";
import type { LimitName } from "./table";

export type Spent =
  | { readonly ok: true; readonly left: number; readonly resetSeconds: number }
  | {
      readonly ok: false;
      readonly reason: "rate_limited";
      readonly retryAfterSeconds: number;
    };

const inSeconds = (ms: number) => Math.max(1, Math.ceil(ms / 1000));

/** Asks the best counter that answers; a lost store is said aloud and never lifts a limit. */
async function withCounter<T>(
  name: LimitName,
  ask: (counter: RateLimiterAbstract) => Promise<T>,
): Promise<T> {
  const counters = await limitersOf(name);
  for (const counter of counters.slice(0, -1)) {
    try {
      return await ask(counter);
    } catch (error) {
      if (error instanceof RateLimiterRes) throw error;
      logger().error({ err: error, limit: name }, "limit counter unavailable");
    }
  }
  return ask(counters.at(-1) as RateLimiterAbstract);
}

/**
 * Uses one of what a limit allows. Counted before the deed, so that parallel tries cannot slip
 * through together.
 */
export async function spend(name: LimitName, key: string): Promise<Spent> {
  try {
    const counted = await withCounter(name, (counter) => counter.consume(key));
    return {
      ok: true,
      left: counted.remainingPoints,
      resetSeconds: inSeconds(counted.msBeforeNext),
    };
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    logger().info({ limit: name }, "limit hit");
    return {
      ok: false,
      reason: "rate_limited",
      retryAfterSeconds: inSeconds(error.msBeforeNext),
    };
  }
}

/** Gives one back for something that turned out not to count. */
export const giveBack = async (name: LimitName, key: string): Promise<void> => {
  await withCounter(name, (counter) => counter.reward(key));
};

/** Starts a count anew. */
export const forget = async (name: LimitName, key: string): Promise<void> => {
  await withCounter(name, (counter) => counter.delete(key));
};
