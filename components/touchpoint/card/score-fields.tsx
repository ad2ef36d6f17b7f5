"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useCustomer } from "@/components/room/use-customer-word";
import { Button } from "@/components/ui/button";
import type { Score } from "@/lib/journey/journey-map";
import { worthOf } from "@/lib/journey/score";
import type { CardPartProps } from "./card-part-props";
import { useSetCard } from "./use-card";

const START: Score = { customerValue: 50, businessValue: 50, effort: 3 };
const SCALES = [
  { key: "customerValue", max: 100, step: 5 },
  { key: "businessValue", max: 100, step: 5 },
  { key: "effort", max: 5, step: 1 },
] as const;

/** How much an opportunity is worth, and what it costs. */
export function ScoreFields({ card, canWrite }: CardPartProps) {
  const t = useTranslations("touchpoint.card.score");
  const customer = useCustomer();
  const set = useSetCard(card.id);
  const { score } = card;
  return (
    <>
      {score ? (
        <p className="text-sm text-ink-2">
          {t.rich("worth", {
            worth: worthOf(score),
            strong: (chunks) => (
              <strong className="text-lg font-semibold text-ink tabular-nums">
                {chunks}
              </strong>
            ),
          })}
        </p>
      ) : null}
      {score
        ? SCALES.map(({ key, ...scale }) => (
            <ScoreSlider
              key={key}
              {...scale}
              label={t(key, customer)}
              value={score[key]}
              isDisabled={!canWrite}
              onCommit={(value) => set({ score: { ...score, [key]: value } })}
            />
          ))
        : null}
      {canWrite ? (
        <Button
          size="sm"
          variant={score ? "quiet" : "secondary"}
          className="self-start"
          onPress={() => set({ score: score ? null : START })}
        >
          {score ? t("clear") : t("add")}
        </Button>
      ) : null}
    </>
  );
}

interface ScoreSliderProps {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly step: number;
  readonly isDisabled: boolean;
  /** Once, when it is let go. */
  readonly onCommit: (value: number) => void;
}

function ScoreSlider({
  label,
  value,
  max,
  step,
  isDisabled,
  onCommit,
}: ScoreSliderProps) {
  const id = useId();
  const [held, setHeld] = useState<number | null>(null);
  const shown = held ?? value;
  const commit = () => {
    setHeld(null);
    if (shown !== value) onCommit(shown);
  };
  return (
    <div className="grid grid-cols-[1fr_auto] gap-x-3 gap-y-1 text-sm">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <output htmlFor={id} className="text-ink-2 tabular-nums">
        {shown}
      </output>
      <input
        id={id}
        type="range"
        min={0}
        max={max}
        step={step}
        value={shown}
        disabled={isDisabled}
        onChange={({ currentTarget }) => setHeld(currentTarget.valueAsNumber)}
        onPointerUp={commit}
        onKeyUp={commit}
        onBlur={commit}
        className="col-span-2 h-6 w-full accent-accent pointer-coarse:h-11"
      />
    </div>
  );
}
