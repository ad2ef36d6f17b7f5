"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useAmount } from "@/components/evidence/use-amount";
import type { ImportPlanGroup } from "@/lib/api/imports";

/** A figure of an import, and its time, in words. */
export function useFigureWords() {
  const t = useTranslations("imports.figure");
  const format = useFormatter();
  const amount = useAmount();
  const figure = (group: ImportPlanGroup): string => {
    const { measure, unit, scale } = group;
    if (group.value === null) return t("none");
    const value = amount({ value: group.value, measure });
    const { low, high, isHighBad } = scale ?? { low: 0, high: 0 };
    return t(measure, {
      value,
      count: group.value,
      unit,
      low: low ?? 0,
      high: high ?? 0,
      isHighBad: isHighBad ? "yes" : "no",
    });
  };
  // A day has no zone: the first stays the first.
  const day = (at: string) =>
    format.dateTime(new Date(`${at}T00:00:00Z`), {
      dateStyle: "medium",
      timeZone: "UTC",
    });
  const period = ({ from, to }: { from: string; to: string }): string =>
    from === to ? day(to) : t("period", { from: day(from), to: day(to) });
  return { figure, period };
}
