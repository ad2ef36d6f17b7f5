import { countedAddress } from "@/server/http/address";
import { giveBack, spend } from "@/server/limits/spend";
import { findPulse, type FoundPulse } from "./find-pulse";
import { isPulseToken } from "./tokens";

/** Too many tokens from one address that were none: it has to wait, also with a right one. */
export interface TooManyTries {
  readonly state: "limited";
  readonly retryAfterSeconds: number;
}

/** Looks up a pulse for somebody at an address. Each look counts as a guess until it turns out to be right. */
export async function knockAtPulse(
  token: string,
  ip: string,
): Promise<FoundPulse | TooManyTries> {
  const from = countedAddress(ip);
  const guess = await spend("pulseGuessAddress", from);
  if (!guess.ok)
    return { state: "limited", retryAfterSeconds: guess.retryAfterSeconds };
  const found = isPulseToken(token)
    ? await findPulse(token)
    : ({ state: "absent" } as const);
  if (found.state !== "absent") await giveBack("pulseGuessAddress", from);
  return found;
}
