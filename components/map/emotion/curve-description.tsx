"use client";

import { useTranslations } from "next-intl";
import { curveWords } from "@/lib/insight/curve-words";
import {
  feltValue,
  nearestLevel,
  type EvidenceReading,
} from "@/lib/insight/evidence";
import { peakLowEnd, type PeakEnd } from "@/lib/insight/peak-end";
import type { TouchpointId } from "@/lib/journey/ids";
import type { Emotion } from "@/lib/journey/vocabulary";
import type { EmotionColumn } from "./emotion-columns";
import type { EmotionLaneProps } from "./emotion-lane";
import { useEvidence } from "./evidence";
import type { EmotionPersona } from "./lines";
import { useEvidenceWords } from "./point-words";
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

/** What stands behind the points that a curve is told by; the others say it at their place. */
function useProven(titles: ReadonlyMap<TouchpointId, string>) {
  const t = useTranslations("emotion.words");
  const untitled = useTranslations("emotion")("untitled");
  const words = useEvidenceWords();
  return (
    { peak, low, end }: PeakEnd<TouchpointId>,
    foundAt: (key: TouchpointId) => EvidenceReading | null,
  ): string => {
    const values = [...new Set([peak, low, end])].flatMap((key) => {
      const found = key && foundAt(key);
      if (!found) return [];
      const where = titles.get(key)?.trim() || untitled;
      return [t("provenAt", { where, evidence: words(found) })];
    });
    return values.length > 0 ? t("proven", { values: values.join("; ") }) : "";
  };
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
  const proven = useProven(titles);
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
        proven(marks, (key) => evidence(key, persona.id)),
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
