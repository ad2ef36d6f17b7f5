import { countedAddress } from "@/server/http/address";
import { giveBack, spend } from "@/server/limits/spend";
import type { TooOften } from "./knock-person";
import { findStoppableNotices, type StoppableNotices } from "./stop-notices";
import { findStoppable, type StoppableDigest } from "./stop-token";

/** Mails that can be stopped, or why there are none. */
export type StopVisit =
  | {
      readonly state: "open";
      readonly mails: StoppableDigest | StoppableNotices;
    }
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
  const mails =
    (await findStoppable(token)) ?? (await findStoppableNotices(token));
  if (!mails) return { state: "absent" };
  await giveBack("personGuessAddress", from);
  return { state: "open", mails };
}
