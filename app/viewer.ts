import { headers } from "next/headers";
import { cache } from "react";
import { negotiateLocale, type Locale } from "@/lib/i18n/config";

export type Theme = "system" | "light" | "dark";

export interface Viewer {
  locale: Locale;
  theme: Theme;
}

/** Who looks at this page, asked once per request: their language and theme, or the browser's wish. */
export const viewer = cache(async (): Promise<Viewer> => {
  const header = (await headers()).get("accept-language");
  return { locale: negotiateLocale(header), theme: "system" };
});
