"use client";

import { useTranslations } from "next-intl";
import type { Loss } from "@/lib/insight/funnel";
import { useShare } from "./use-share";

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
      unit: unit === "" ? t("cases") : (unit ?? ""),
    });
  };
}

/** The same beside a touchpoint of a list: the range stands where the way of all is told. */
export function useBriefLoss(): (loss: Loss) => string {
  const t = useTranslations("failure.step");
  const share = useShare();
  return ({ share: lost, n }) =>
    n === null
      ? t("said", { share: share(lost) })
      : t("brieflyCounted", { share: share(lost), n });
}
