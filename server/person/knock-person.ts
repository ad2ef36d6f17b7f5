import { countedAddress } from "@/server/http/address";
import { giveBack, spend } from "@/server/limits/spend";
import { findPerson, type FoundPerson } from "./find-person";
import { isPersonalToken } from "./tokens";

/** Too many wrong tokens from one address, or too much asked through one link. */
export interface TooOften {
  readonly state: "limited";
  readonly retryAfterSeconds: number;
}

/**
 * Looks up whose a personal link is, for somebody at an address. Each look counts as a guess until it turns out
 * to be right; then it counts as a use of the link.
 */
export async function knockAsPerson(
  token: string,
  ip: string,
): Promise<FoundPerson | TooOften> {
  const from = countedAddress(ip);
  const guess = await spend("personGuessAddress", from);
  if (!guess.ok)
    return { state: "limited", retryAfterSeconds: guess.retryAfterSeconds };
  const found = isPersonalToken(token)
    ? await findPerson(token)
    : ({ state: "absent" } as const);
  if (found.state !== "absent") await giveBack("personGuessAddress", from);
  if (found.state !== "open") return found;
  const use = await spend("personLink", found.person.linkId);
  return use.ok
    ? found
    : { state: "limited", retryAfterSeconds: use.retryAfterSeconds };
}
