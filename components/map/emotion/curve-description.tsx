"use client";

import { useFormatter, useTranslations } from "next-intl";
import {
  curveWords,
  type CurveWords,
  type Stop,
} from "@/lib/insight/curve-words";
import { peakLowEnd } from "@/lib/insight/peak-end";
import type { TouchpointId } from "@/lib/journey/ids";
import type { Emotion } from "@/lib/journey/vocabulary";
import type { EmotionColumn } from "./emotion-columns";
import type { EmotionLaneProps } from "./emotion-lane";
import { useLevelName } from "./levels";

type CurveDescriptionProps = Pick<
  EmotionLaneProps,
  "personas" | "hidden" | "curves"
> & {
  readonly columns: readonly Pick<EmotionColumn, "touchpointId" | "title">[];
};

/** Every shown curve in words, for those who do not see it. */
export function CurveDescription({
  columns,
  personas,
  hidden,
  curves,
}: CurveDescriptionProps) {
  const titles = new Map(
    columns.map(({ touchpointId, title }) => [touchpointId, title]),
  );
  return personas
    .filter(({ id }) => !hidden.has(id))
    .map(({ id, name }) => {
      const curve = curves.find(({ personaId }) => personaId === id);
      const points = (curve?.points ?? []).filter(({ touchpointId }) =>
        titles.has(touchpointId),
      );
      return (
        <CurveSentence key={id} name={name} titles={titles} points={points} />
      );
    });
}

interface CurveSentenceProps {
  readonly name: string;
  readonly titles: ReadonlyMap<TouchpointId, string>;
  readonly points: readonly {
    readonly touchpointId: TouchpointId;
    readonly value: Emotion | null;
  }[];
}

function CurveSentence({ name, titles, points }: CurveSentenceProps) {
  const t = useTranslations("emotion.words");
  const sentences = useCurveSentences(titles);
  const readings = points.map(({ touchpointId, value }) => ({
    key: touchpointId,
    value,
  }));
  const words = curveWords(readings);
  return (
    <p>
      {t("persona", { name })} {sentences.course(words)}{" "}
      {sentences.marks(peakLowEnd(readings))}{" "}
      {words.unknown > 0 && words.kind !== "empty"
        ? t("unknown", { count: words.unknown })
        : null}
    </p>
  );
}

function useCurveSentences(titles: ReadonlyMap<TouchpointId, string>) {
  const t = useTranslations("emotion.words");
  const levelName = useLevelName();
  const format = useFormatter();
  const title = (key: TouchpointId) => titles.get(key) ?? "";
  const nameOf = ({ value }: Stop<TouchpointId>) =>
    levelName(value as Emotion).toLocaleLowerCase();

  const course = (words: CurveWords<TouchpointId>): string => {
    if (words.kind === "empty") return t("empty");
    if (words.kind === "single") {
      return t("single", {
        level: nameOf(words.at),
        where: title(words.at.key),
      });
    }
    const legs = words.legs.map(({ direction, from, to }) =>
      t(direction, {
        from: nameOf(from),
        fromWhere: title(from.key),
        to: nameOf(to),
        toWhere: title(to.key),
      }),
    );
    return t("course", { legs: format.list(legs, { type: "conjunction" }) });
  };
  const marks = ({
    peak,
    low,
    end,
  }: ReturnType<typeof peakLowEnd<TouchpointId>>): string => {
    if (peak === null || low === null || end === null) return "";
    return t("marks", { peak: title(peak), low: title(low), end: title(end) });
  };
  return { course, marks };
}
