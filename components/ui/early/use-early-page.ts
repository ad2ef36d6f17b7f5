"use client";

import { useEffect, useLayoutEffect } from "react";
// What the page sends as text says what it is called there.
import type {} from "./early-page";

/** Says that all that is drawn within can be used. Outermost: effects of what lies within come first. */
export function useEarlyPage(): void {
  useLayoutEffect(() => globalThis.waymarkEarlyPage?.takeWords(), []);
  useEffect(() => globalThis.waymarkEarlyPage?.answer(), []);
}
