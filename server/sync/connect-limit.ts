import { RateLimiterMemory } from "rate-limiter-flexible";
import { countedAddress } from "@/server/http/address";

/** Whether one more connection is within the limits: of a person, or of an address where nobody is known. */
export type MayConnect = (who: {
  userId: string | null;
  ip: string;
}) => Promise<boolean>;

const seconds = 60;

/**
 * Counts connections in memory: they are to this very process, and a restart, when everybody comes back at
 * once, is no time to write a row for each.
 */
export function connectLimit(perMinute: number): MayConnect {
  const people = new RateLimiterMemory({
    points: perMinute,
    duration: seconds,
  });
  const addresses = new RateLimiterMemory({
    points: perMinute,
    duration: seconds,
  });
  return async ({ userId, ip }) => {
    const counted =
      userId === null
        ? addresses.consume(countedAddress(ip))
        : people.consume(userId);
    return counted.then(
      () => true,
      () => false,
    );
  };
}
