"use client";

import { useFormatter, useTranslations } from "next-intl";
import { proportionOf } from "@/lib/metrics/proportion";

interface CountedShare {
  readonly n: number;
  /** 0 to 1. */
  readonly share: number;
}

/** A share of counted cases: how large it is, and between which shares it lies and of how many it is. */
export function useCountedShare(): (of: CountedShare) => {
  readonly share: string;
  readonly range: string;
} {
  const t = useTranslations("evidence.flow");
  const format = useFormatter();
  const percent = (value: number) => format.number(value, "share");
  return ({ n, share }) => {
    const { low, high } = proportionOf(share * n, n)?.interval ?? {
      low: share,
      high: share,
    };
    const range = t("range", { low: percent(low), high: percent(high), n });
    return { share: percent(share), range };
  };
}
