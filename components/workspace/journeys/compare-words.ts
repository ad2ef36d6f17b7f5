"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useEvidenceWords } from "@/components/map/emotion/point-words";
import { useLevelName } from "@/components/map/emotion/levels";
import type { CurvePoint, Verdict } from "@/lib/insight/compare";

/** What one curve says at a touchpoint and what that rests on. */
export function useReadingWords(): (point: CurvePoint | null) => string {
  const t = useTranslations("compare.reading");
  const levelName = useLevelName();
  const evidenceWords = useEvidenceWords();
  return (point) => {
    if (point === null) return t("missing");
    const { own, evidence } = point;
    if (evidence === null)
      return own === null ? t("none") : t("said", { level: levelName(own) });
    return evidenceWords(evidence);
  };
}

/** How the second curve stands to the first at a touchpoint. */
export function useVerdictWords(): (verdict: Verdict) => string {
  const t = useTranslations("compare.verdict");
  const format = useFormatter();
  return (verdict) => {
    switch (verdict.kind) {
      case "missing":
      case "unknown":
      case "same":
        return t(verdict.kind);
      default: {
        const levels = format.number(Math.abs(verdict.by), {
          maximumFractionDigits: 1,
        });
        const direction = verdict.by < 0 ? "worse" : "better";
        return t(verdict.kind, { levels, direction });
      }
    }
  };
}
