import { countedAddress } from "@/server/http/address";
import { giveBack, spend } from "@/server/limits/spend";
import type { TooOften } from "./knock-person";
import { findStoppable, type StoppableDigest } from "./stop-token";

/** A mail that can be stopped, or why there is none. */
export type StopVisit =
  | { readonly state: "open"; readonly digest: StoppableDigest }
  | { readonly state: "absent" }
  | TooOften;

/** Looks up the mail that a stop link belongs to, for somebody at an address; each wrong one counts as a guess. */
export async function knockToStop(
  token: string,
  ip: string,
): Promise<StopVisit> {
  const from = countedAddress(ip);
  const guess = await spend("personGuessAddress", from);
  if (!guess.ok)
    return { state: "limited", retryAfterSeconds: guess.retryAfterSeconds };
  const digest = await findStoppable(token);
  if (!digest) return { state: "absent" };
  await giveBack("personGuessAddress", from);
  return { state: "open", digest };
}
