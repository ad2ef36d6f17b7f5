"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useIsMac } from "@/components/ui/is-mac";

/** Keys that keyboards name in their own language. */
const NAMED = [
  "Alt",
  "Click",
  "Ctrl",
  "Del",
  "Drag",
  "End",
  "Esc",
  "Home",
  "Page",
  "Shift",
  "Space",
  "Tab",
  "Wheel",
] as const;
const NAMES = new RegExp(`\\b(${NAMED.join("|")})\\b`, "g");

/** Writes keys as they stand on the reader's keyboard: Strg in German, and ⌘ on a Mac. */
export function useKeyNames(): (keys: string) => string {
  const t = useTranslations("map.keys.name");
  const hasCmd = useIsMac();
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
