import type { Locale } from "@/lib/i18n/config";
import { stepOf } from "@/lib/pulse/steps";
import { findPulse } from "./find-pulse";
import { isPulseToken } from "./tokens";

/**
 * The language of the page of a pulse: the one that the respondent chose there, else the pulse's own. Null for every
 * other page.
 *
 * @param target - the path of the page with its query.
 */
export async function pulsePageLocale(target: string): Promise<Locale | null> {
  const [path = "", query = ""] = target.split("?", 2);
  const token = /^\/q\/([^/]+)$/.exec(path)?.[1] ?? "";
  if (!isPulseToken(token)) return null;
  const chosen = stepOf(Object.fromEntries(new URLSearchParams(query))).locale;
  if (chosen) return chosen;
  const found = await findPulse(token);
  return found.state === "absent" ? null : found.pulse.locale;
}
