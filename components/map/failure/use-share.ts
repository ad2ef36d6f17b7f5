"use client";

import { useFormatter } from "next-intl";

/** A share, 0 to 1, in per cent. */
export function useShare(): (value: number) => string {
  const format = useFormatter();
  return (value) => format.number(value, "share");
}
