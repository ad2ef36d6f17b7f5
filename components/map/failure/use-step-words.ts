"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { Loss } from "@/lib/insight/funnel";
import type { ShownStep } from "./funnel";

/** What becomes of people at a touchpoint, as sentences for those who do not see the strip. */
export function useStepWords(): (shown: ShownStep) => string {
  const t = useTranslations("failure.step");
  const lossWords = useLossWords();
  const share = useShare();
  return ({ step, unit, isWeakest }) => {
    const { before, after, loss } = step;
    return [
      t("way", { before: share(before), after: share(after) }),
      loss ? lossWords(loss, unit) : t("unknown"),
      ...(isWeakest ? [t("weakest")] : []),
    ].join(" ");
  };
}

/** How many leave, on how many that rests and how sure it is. */
export function useLossWords(): (loss: Loss, unit: string | null) => string {
  const t = useTranslations("failure.step");
  const share = useShare();
  return ({ share: lost, basis, n, interval }, unit) => {
    if (basis === "said" || n === null || interval === null)
      return t("said", { share: share(lost) });
    const { low, high } = interval;
    return t("counted", {
      share: share(lost),
      low: share(low),
      high: share(high),
      n,
      unit: unit ?? "",
    });
  };
}

/** A share, 0 to 1, in per cent. */
export function useShare(): (value: number) => string {
  const format = useFormatter();
  return (value) => format.number(value, "share");
}
