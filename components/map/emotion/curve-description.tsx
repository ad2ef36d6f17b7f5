"use client";

import { useTranslations } from "next-intl";
import { curveWords } from "@/lib/insight/curve-words";
import { feltValue, nearestLevel } from "@/lib/insight/evidence";
import { peakLowEnd } from "@/lib/insight/peak-end";
import type { TouchpointId } from "@/lib/journey/ids";
import type { Emotion } from "@/lib/journey/vocabulary";
import type { EmotionColumn } from "./emotion-columns";
import type { EmotionLaneProps } from "./emotion-lane";
import { useEvidence } from "./evidence";
import type { EmotionPersona } from "./lines";
import { useCurveSentences } from "./use-curve-sentences";

export type CurveDescriptionProps = Pick<
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
    .map((persona) => {
      const curve = curves.find(({ personaId }) => personaId === persona.id);
      const points = (curve?.points ?? []).filter(({ touchpointId }) =>
        titles.has(touchpointId),
      );
      return (
        <CurveSentence key={persona.id} {...{ persona, titles, points }} />
      );
    });
}

interface CurveSentenceProps {
  readonly persona: EmotionPersona;
  readonly titles: ReadonlyMap<TouchpointId, string>;
  readonly points: readonly {
    readonly touchpointId: TouchpointId;
    readonly value: Emotion | null;
  }[];
}

/** The course, the deepest drop, what stays in memory, and what is missing or only assumed. */
function CurveSentence({ persona, titles, points }: CurveSentenceProps) {
  const t = useTranslations("emotion.words");
  const sentences = useCurveSentences(titles);
  const evidence = useEvidence();
  const readings = points.map(({ touchpointId: key, value }) => ({
    key,
    value: feltValue(value, evidence(key, persona.id)),
  }));
  // Told in levels: a step within one is no rise and no fall to anybody who only hears it.
  const words = curveWords(
    readings.map(({ key, value }) => ({
      key,
      value: value === null ? null : nearestLevel(value),
    })),
  );
  const marks = peakLowEnd(readings);
  const known = readings.filter(({ value }) => value !== null);
  const grounded = known.filter(({ key }) => evidence(key, persona.id)).length;
  return (
    <p>
      <strong className="font-semibold text-ink">
        {t("persona", { name: persona.name })}
      </strong>{" "}
      {[
        sentences.course(words),
        sentences.drop(words),
        sentences.marks(marks),
        known.length > 1 && marks.endsBelowPeak ? t("weakEnd") : "",
        words.unknown > 0 && words.kind !== "empty"
          ? t("unknown", { count: words.unknown })
          : "",
        known.length > 0 ? t("evidence", { grounded, all: known.length }) : "",
      ]
        .filter(Boolean)
        .join(" ")}
    </p>
  );
}
