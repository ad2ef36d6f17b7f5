"use client";

import { useTranslations } from "next-intl";
import { useCountedWords } from "@/components/evidence/use-counted-words";
import type { ImportPlanGroup, ImportReading } from "@/lib/api/imports";
import { scoreChange, type ScoredPiece } from "@/lib/imports/score-change";
import { useFigureWords } from "./use-figure-words";

interface PlanFigureProps {
  readonly group: ImportPlanGroup;
  readonly reading: ImportReading;
}

const scoredOf = ({
  touchpointId,
  personaId,
  question,
  ...group
}: ImportPlanGroup): ScoredPiece => ({
  ...group,
  about: [touchpointId, personaId, question].join("\n"),
});

/** A figure that would be written, with what was counted beside it; of too few answers only how many there are. */
export function PlanFigure({ group, reading }: PlanFigureProps) {
  const t = useTranslations("imports.figure");
  const { figure } = useFigureWords();
  const words = useCountedWords();
  const { value, n } = group;
  const { leastAnswers: least, plan, settings } = reading;
  const change = scoreChange(scoredOf(group), plan.groups.map(scoredOf));
  const isTickets = settings.mapping.shape === "tickets";
  const lines = [
    ...words.counted({ ...group, isTickets }),
    ...(change ? [words.change(change)] : []),
  ];
  return (
    // One thing to the row of a phone, which puts a cell beside its name.
    <div className="min-w-0 max-sm:text-right">
      {value === null && n !== null ? t("tooFew", { least }) : figure(group)}
      {lines.map((line) => (
        <span key={line} className="block text-xs text-ink-2">
          {line}
        </span>
      ))}
    </div>
  );
}
