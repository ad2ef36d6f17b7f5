"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Whether Cmd does here what Ctrl does elsewhere. */
export function isMac(): boolean {
  return /mac|iphone|ipad/i.test(navigator.userAgent);
}

/** The same for what is drawn; on the server nobody knows. */
export function useIsMac(): boolean {
  return useSyncExternalStore(never, isMac, () => false);
}
