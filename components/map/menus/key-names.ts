"use client";

import { useTranslations } from "next-intl";
import { useCallback, useSyncExternalStore } from "react";

const never = () => () => {};

/** Keys that keyboards name in their own language. */
const NAMED = [
  "Alt",
  "Click",
  "Ctrl",
  "Del",
  "End",
  "Esc",
  "Home",
  "Page",
  "Shift",
  "Space",
  "Tab",
] as const;
const NAMES = new RegExp(`\\b(${NAMED.join("|")})\\b`, "g");

/** Whether Cmd does here what Ctrl does elsewhere. */
export function isMac(): boolean {
  return /mac|iphone|ipad/i.test(navigator.userAgent);
}

/** Writes keys as they stand on the reader's keyboard: Strg in German, and ⌘ on a Mac. */
export function useKeyNames(): (keys: string) => string {
  const t = useTranslations("map.keys.name");
  const hasCmd = useSyncExternalStore(never, isMac, () => false);
  return useCallback(
    (keys) => {
      const own = hasCmd
        ? keys.replaceAll("Ctrl", "⌘").replaceAll("Alt", "⌥")
        : keys;
      return own.replaceAll(NAMES, (name) => t(name as (typeof NAMED)[number]));
    },
    [t, hasCmd],
  );
}
