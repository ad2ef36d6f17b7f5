import { useFormatter, useTranslations } from "next-intl";
import type { CurveWords, Leg, Stop } from "@/lib/insight/curve-words";
import type { PeakEnd } from "@/lib/insight/peak-end";
import type { TouchpointId } from "@/lib/journey/ids";
import type { Emotion } from "@/lib/journey/vocabulary";
import { useLevelName } from "./levels";

/** The sentences that tell a curve, in the language of the page. */
export function useCurveSentences(titles: ReadonlyMap<TouchpointId, string>) {
  const t = useTranslations("emotion.words");
  const untitled = useTranslations("emotion")("untitled");
  const levelName = useLevelName();
  const format = useFormatter();
  const title = (key: TouchpointId) => titles.get(key)?.trim() || untitled;
  const nameOf = ({ value }: Stop<TouchpointId>) =>
    levelName(value as Emotion).toLocaleLowerCase();
  const told = ({ from, to }: Leg<TouchpointId>) => ({
    from: nameOf(from),
    fromWhere: title(from.key),
    to: nameOf(to),
    toWhere: title(to.key),
  });

  const course = (words: CurveWords<TouchpointId>): string => {
    if (words.kind === "empty") return t("empty");
    if (words.kind === "single") {
      const { at } = words;
      return t("single", { level: nameOf(at), where: title(at.key) });
    }
    const legs = words.legs.map((leg) => t(leg.direction, told(leg)));
    return t("course", { legs: format.list(legs, { type: "conjunction" }) });
  };
  /** A course of one or two legs has named its drop already. */
  const drop = (words: CurveWords<TouchpointId>): string =>
    words.kind === "legs" && words.deepestDrop && words.legs.length > 2
      ? t("deepest", told(words.deepestDrop))
      : "";
  const marks = ({ peak, low, end }: PeakEnd<TouchpointId>): string =>
    peak === null || low === null || end === null
      ? ""
      : t("marks", { peak: title(peak), low: title(low), end: title(end) });
  return { course, drop, marks };
}
