import { useTranslations } from "next-intl";
import type { Emotion } from "@/lib/journey/vocabulary";
import { useLevelName } from "./levels";

/**
 * A point in words: its level, and where the curve has evidence at all whether this value has any. Saying
 * "only assumed" of every point of a map without evidence would tell nobody anything; its description says it once.
 */
export function usePointWords(): (
  value: Emotion | null,
  isAssumed: boolean,
) => string {
  const t = useTranslations("emotion.evidence");
  const levelName = useLevelName();
  return (value, isAssumed) =>
    value === null || isAssumed
      ? levelName(value)
      : t("grounded", { level: levelName(value) });
}
