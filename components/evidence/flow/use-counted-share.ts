"use client";

import { useFormatter, useTranslations } from "next-intl";
import { proportionOf } from "@/lib/metrics/proportion";

interface CountedShare {
  readonly n: number;
  /** 0 to 1. */
  readonly share: number;
}

/** A share of counted cases: how large it is, between which shares it lies and of how many it is. */
export function useCountedShare(): (of: CountedShare) => string {
  const t = useTranslations("evidence.flow");
  const format = useFormatter();
  const percent = (value: number) => format.number(value, "share");
  return ({ n, share }) => {
    const found = proportionOf(share * n, n);
    if (!found) return percent(share);
    const { low, high } = found.interval;
    return t("shareOf", {
      share: percent(share),
      low: percent(low),
      high: percent(high),
      n,
    });
  };
}
