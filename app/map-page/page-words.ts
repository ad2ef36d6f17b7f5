import type { Messages } from "next-intl";
import type { Locale } from "@/lib/i18n/config";
import { loadMessages } from "@/lib/i18n/messages";
import type { Namespace } from "@/lib/i18n/namespaces";

const namespaces: readonly Namespace[] = [
  "common",
  "errors",
  "map",
  "seeing",
  "present",
  "lanes",
  "room",
  "touchpoint",
  "emotion",
  "share",
  "history",
  "palette",
  "views",
  "templates",
  "guide",
  "evidence",
  "failure",
  "conversation",
  "activity",
  "pulses",
];

export interface PageWords {
  readonly messages: Messages;
  /** The same as JSON: they are the same for every request. */
  readonly json: string;
}

const known = new Map<Locale, Promise<PageWords>>();

/** The words of the map's page, and of all that may be opened on it. */
export function pageWords(locale: Locale): Promise<PageWords> {
  const before = known.get(locale);
  if (before) return before;
  const loading = loadMessages(locale, namespaces).then((messages) => ({
    messages: messages as unknown as Messages,
    json: JSON.stringify(messages),
  }));
  known.set(locale, loading);
  return loading;
}
