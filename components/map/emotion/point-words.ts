import { useFormatter, useTranslations } from "next-intl";
import { nearestLevel, type EvidenceReading } from "@/lib/insight/evidence";
import type { Emotion } from "@/lib/journey/vocabulary";
import { useLevelName } from "./levels";

/** On a map levels are -2 to 2; people count them from 1 to 5. */
const FIRST_LEVEL = 3;
/** Both ends of a narrower interval would be the same number with one digit. */
const NARROW = 0.2;

/**
 * A point in words: what evidence says with its n and beside it what the team says; without evidence what the team
 * says alone. Saying "only assumed" of every point of a map without evidence would tell nobody anything; its
 * description says it once.
 */
export function usePointWords(): (
  own: Emotion | null,
  found: EvidenceReading | null,
) => string {
  const t = useTranslations("emotion.evidence");
  const levelName = useLevelName();
  const evidenceWords = useEvidenceWords();
  return (own, found) =>
    found
      ? t("beside", {
          evidence: evidenceWords(found),
          own: levelName(own),
        })
      : levelName(own);
}

/** What evidence says: its level, its mean of five, on how many it rests and between which values it lies; and that it is old. */
export function useEvidenceWords(): (found: EvidenceReading) => string {
  const t = useTranslations("emotion.evidence");
  const levelName = useLevelName();
  const format = useFormatter();
  return (found) => {
    const { mean, n, kind, answers, interval, isStale } = found;
    const number = (value: number, digits = 1) =>
      format.number(value + FIRST_LEVEL, { maximumFractionDigits: digits });
    const said = t(basisOf(found), {
      level: levelName(nearestLevel(mean)),
      mean: number(mean),
      kind,
      n,
      answers,
    });
    const digits = interval && interval.high - interval.low < NARROW ? 2 : 1;
    const words = interval
      ? t("within", {
          evidence: said,
          low: number(interval.low, digits),
          high: number(interval.high, digits),
        })
      : said;
    return isStale ? t("old", { evidence: words }) : words;
  };
}

/** Whether what stands behind a feeling are answers to a pulse, and whether nothing else does. */
function basisOf({ n, answers }: EvidenceReading) {
  if (answers === 0) return "grounded";
  return answers === n ? "pulse" : "partlyPulse";
}
