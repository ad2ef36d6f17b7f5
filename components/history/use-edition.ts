"use client";

import { useEffect, useState } from "react";

/** So long nobody may have edited; while people type, asking at each letter would tell nobody more. */
const QUIET_MS = 1_000;

/** Counts how often something changed and then stayed as it was for a while. */
export function useEdition(value: unknown): number {
  const [settled, setSettled] = useState({ value, edition: 0 });
  useEffect(() => {
    if (settled.value === value) return;
    const timer = setTimeout(
      () => setSettled(({ edition }) => ({ value, edition: edition + 1 })),
      QUIET_MS,
    );
    return () => clearTimeout(timer);
  }, [value, settled]);
  return settled.edition;
}
