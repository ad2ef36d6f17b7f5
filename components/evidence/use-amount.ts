"use client";

import { useFormatter } from "next-intl";
import type { EvidenceItem } from "@/lib/api/evidence";
import { useWaitWords } from "./flow/use-wait-words";

interface Amount {
  readonly value: number;
  readonly measure: EvidenceItem["measure"] | "share" | "mean" | "quote";
  readonly isPercent?: boolean;
}

const PERCENT = { style: "percent", maximumFractionDigits: 2 } as const;
const NUMBER = { maximumFractionDigits: 2 } as const;
const PERCENTS = new Set<Amount["measure"]>([
  "lost",
  "reach",
  "ends",
  "rate",
  "share",
]);
const HOURS = new Set<Amount["measure"]>(["wait", "duration"]);
const HOUR_MS = 3_600_000;

/** A number as its reader says it: a share in per cent, a time in the unit that suits it, anything else as it is. */
export function useAmount(): (amount: Amount) => string {
  const format = useFormatter();
  const wait = useWaitWords();
  return ({ value, measure, isPercent = false }) => {
    if (HOURS.has(measure)) return wait(value * HOUR_MS);
    return isPercent || PERCENTS.has(measure)
      ? format.number(value / 100, PERCENT)
      : format.number(value, NUMBER);
  };
}
