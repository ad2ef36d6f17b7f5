import { headers } from "next/headers";
import { cache } from "react";
import { isLocale, negotiateLocale, type Locale } from "@/lib/i18n/config";
import { pageIdentity } from "@/server/auth/actor";
import { findViewer } from "@/server/queries/viewer";

export type Theme = "system" | "light" | "dark";

export interface Person {
  id: string;
  name: string;
  email: string;
  singleKeys: boolean;
}

export interface Viewer {
  /** Null for someone who is not signed in. */
  person: Person | null;
  sessionId: string | null;
  locale: Locale;
  theme: Theme;
}

const toTheme = (word: string): Theme =>
  word === "light" || word === "dark" ? word : "system";

/** Who looks at this page, asked once per request: their language and theme, or the browser's wish. */
export const viewer = cache(async (): Promise<Viewer> => {
  const requestHeaders = await headers();
  const wish = negotiateLocale(requestHeaders.get("accept-language"));
  const identity = await pageIdentity(requestHeaders);
  const row =
    identity?.kind === "user"
      ? await findViewer({ userId: identity.userId })
      : null;
  if (!row || identity?.kind !== "user") {
    return { person: null, sessionId: null, locale: wish, theme: "system" };
  }
  return {
    person: {
      id: row.id,
      name: row.name,
      email: row.email,
      singleKeys: row.singleKeys,
    },
    sessionId: identity.sessionId,
    locale: isLocale(row.locale) ? row.locale : wish,
    theme: toTheme(row.theme),
  };
});
