"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Writes keys as they stand on the reader's keyboard: Ctrl is ⌘ on a Mac. */
export function useKeyNames(): (keys: string) => string {
  const isMac = useSyncExternalStore(
    never,
    () => /mac|iphone|ipad/i.test(navigator.userAgent),
    () => false,
  );
  return (keys) =>
    isMac ? keys.replaceAll("Ctrl", "⌘").replaceAll("Alt", "⌥") : keys;
}
