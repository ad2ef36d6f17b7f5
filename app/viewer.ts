import { headers } from "next/headers";
import { cache } from "react";
import { negotiateLocale, type Locale } from "@/lib/i18n/config";
import { pageIdentity } from "@/server/auth/actor";
import { pageHeader } from "@/server/http/page-header";
import type { Profile } from "@/lib/api/account";
import { pulsePageLocale } from "@/server/pulse/page-locale";
import { findProfile } from "@/server/queries/people";

export interface Viewer {
  /** Null for someone who is not signed in. */
  person: Profile | null;
  sessionId: string | null;
  locale: Locale;
  theme: Profile["theme"];
}

/** Who looks at this page, asked once per request: their language and theme, or the browser's wish. */
export const viewer = cache(async (): Promise<Viewer> => {
  const requestHeaders = await headers();
  // A pulse speaks the language in which it asks, to whoever answers it.
  const asked = await pulsePageLocale(requestHeaders.get(pageHeader) ?? "");
  if (asked)
    return { person: null, sessionId: null, locale: asked, theme: "system" };
  const identity = await pageIdentity(requestHeaders);
  if (identity?.kind !== "user") {
    const locale = negotiateLocale(requestHeaders.get("accept-language"));
    return { person: null, sessionId: null, locale, theme: "system" };
  }
  const person = await findProfile({ userId: identity.userId });
  const { locale, theme } = person;
  return { person, sessionId: identity.sessionId, locale, theme };
});
