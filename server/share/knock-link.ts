import { countedAddress } from "@/server/http/address";
import { giveBack, spend } from "@/server/limits/spend";
import { findLinkByToken, type FoundLink } from "./find-link";

/** Too many tokens from one address that were none: it has to wait, also with a right one. */
export interface TooManyGuesses {
  readonly state: "limited";
  readonly retryAfterSeconds: number;
}

/**
 * Looks a token up for somebody at an address. Each look counts as a guess until it turns out to be
 * right, so that guessing in parallel gains nothing.
 */
export async function knockWithToken(
  token: string,
  ip: string,
): Promise<FoundLink | TooManyGuesses> {
  const from = countedAddress(ip);
  const spent = await spend("shareGuessAddress", from);
  if (!spent.ok)
    return { state: "limited", retryAfterSeconds: spent.retryAfterSeconds };
  const found = await findLinkByToken(token);
  if (found.state !== "absent") await giveBack("shareGuessAddress", from);
  return found;
}
