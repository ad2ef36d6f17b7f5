"use client";

import { useFormatter, useTranslations } from "next-intl";
import { EmotionFace } from "@/components/ui/emotion-face";
import { nearestLevel } from "@/lib/insight/evidence";
import type { JourneyMap, Touchpoint } from "@/lib/journey/journey-map";
import { layoutColumns } from "@/lib/layout/columns";
import { emotionColumns } from "../../emotion/emotion-columns";
import { EmotionLane } from "../../emotion/emotion-lane";
import { useEvidence } from "../../emotion/evidence";
import type { EmotionPersona } from "../../emotion/lines";
import { useLevelName } from "../../emotion/levels";
import { useEvidenceWords } from "../../emotion/point-words";
import { useEmotionPersonas } from "../../emotion/use-emotion-personas";
import { useHiddenPersonas } from "../../hidden-personas";

interface PrintEmotionsProps {
  readonly map: JourneyMap;
  /** How wide a touchpoint is, in pixels. */
  readonly column: number;
}

/** The curve, and below it each feeling as face, word and number, for paper without colours. */
export function PrintEmotions({ map, column }: PrintEmotionsProps) {
  const stages = map.stages.map((stage) => ({ ...stage, collapsed: false }));
  const layout = layoutColumns(stages, {
    touchpoint: column,
    placeholder: column,
    collapsed: column,
  });
  const personas = useEmotionPersonas(map.personas);
  const hidden = useHiddenPersonas();
  const shown = personas.filter(({ id }) => !hidden.has(id));
  return (
    <>
      <EmotionLane
        columns={emotionColumns(stages, layout)}
        width={layout.width}
        personas={personas}
        hidden={hidden}
        curves={map.curves}
      />
      <div className="flex border-t border-line">
        {stages
          .flatMap(({ touchpoints }) => touchpoints)
          .map((touchpoint) => (
            <div
              key={touchpoint.id}
              style={{ width: column }}
              className="border-r border-line p-1.5 last:border-r-0"
            >
              <Feelings touchpoint={touchpoint} personas={shown} />
            </div>
          ))}
      </div>
    </>
  );
}

interface FeelingsProps {
  readonly touchpoint: Touchpoint;
  readonly personas: readonly EmotionPersona[];
}

function Feelings({ touchpoint, personas }: FeelingsProps) {
  const t = useTranslations("present.print");
  const levelName = useLevelName();
  const format = useFormatter();
  const evidence = useEvidence();
  const evidenceWords = useEvidenceWords();
  return personas.map(({ id, name }) => {
    const found = evidence(touchpoint.id, id);
    const own = touchpoint.emotions[id] ?? null;
    const value = found ? nearestLevel(found.mean) : own;
    if (value === null) return null;
    const level = found
      ? evidenceWords(found)
      : t("level", {
          level: levelName(value),
          value: format.number(value, { signDisplay: "exceptZero" }),
        });
    return (
      <p key={id} className="flex items-start gap-1">
        <EmotionFace value={value} isHollow={!found} className="size-4!" />
        <span className="min-w-0 wrap-anywhere hyphens-auto">
          {personas.length > 1 ? `${name}: ${level}` : level}
        </span>
      </p>
    );
  });
}
