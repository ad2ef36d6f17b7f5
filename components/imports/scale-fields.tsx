"use client";

import { ArrowUpDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { NumberInput } from "@/components/touchpoint/fields/number-input";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";
import { GOOD_MARK } from "@/lib/imports/counted";
import { inOrder, turned } from "./edit-mapping";
import type { Scale } from "./types";

interface ScaleFieldsProps {
  /** Of the column. */
  readonly name: string;
  readonly scale: Scale;
  readonly onChange: (scale: Scale) => void;
}

const PRESETS = {
  recommend: { metric: "nps", low: 0, high: 10, isHighBad: false },
  five: { metric: "csat", low: 1, high: 5, isHighBad: false },
  effort: { metric: "ces", low: 1, high: 5, isHighBad: true },
  ease: { metric: "ces", low: 1, high: 7, isHighBad: false },
  mark: { metric: "mark", low: 1, high: 10, isHighBad: false },
} as const satisfies Record<string, Partial<Scale>>;
type Preset = keyof typeof PRESETS;
const PRESET_NAMES = Object.keys(PRESETS) as Preset[];

function presetOf(scale: Scale): Preset | "share" | "own" {
  if (scale.isShare) return "share";
  const isSame = (name: Preset) =>
    PRESETS[name].low === scale.low &&
    PRESETS[name].high === scale.high &&
    PRESETS[name].isHighBad === scale.isHighBad &&
    PRESETS[name].metric === scale.metric;
  return PRESET_NAMES.find(isSame) ?? "own";
}

/** On what people answered, and which end of it is the good one: nothing that a file can be trusted to tell. */
export function ScaleFields({ name, scale, onChange }: ScaleFieldsProps) {
  const t = useTranslations("imports.scale");
  const preset = presetOf(scale);
  const choose = (id: Preset | "share" | "own") => {
    // What is satisfied on one scale may lie beyond another one.
    const { goodFrom: _, ...rest } = scale;
    if (id === "share")
      onChange({ ...rest, metric: "share", isShare: true, low: 0, high: 1 });
    else if (id === "own")
      onChange({ ...rest, metric: "other", isShare: false });
    else onChange({ ...rest, ...PRESETS[id], isShare: false });
  };
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="sr-only">{t("of", { name })}</legend>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <Select
          label={t("label")}
          value={preset}
          onChange={choose}
          options={[...PRESET_NAMES, "share" as const, "own" as const].map(
            (id) => ({ id, label: t(id) }),
          )}
          className="w-64 max-w-full"
        />
        {preset === "own" || preset === "share" ? (
          <Ends {...{ scale, onChange }} />
        ) : null}
        {scale.metric === "mark" ? (
          <NumberInput
            label={t("goodFrom")}
            value={scale.goodFrom ?? GOOD_MARK}
            onCommit={(mark) =>
              onChange({
                ...scale,
                goodFrom: Math.min(
                  scale.high,
                  Math.max(scale.low, mark ?? GOOD_MARK),
                ),
              })
            }
            className="w-28"
          />
        ) : null}
        <Checkbox
          isSelected={scale.isHighBad}
          onChange={(isHighBad) => onChange({ ...scale, isHighBad })}
          className="pb-1.5 pointer-coarse:min-h-11"
        >
          {t("isHighBad")}
        </Checkbox>
      </div>
      {scale.words.length > 0 ? <Words {...{ scale, onChange }} /> : null}
    </fieldset>
  );
}

type PartProps = Omit<ScaleFieldsProps, "name">;

function Ends({ scale, onChange }: PartProps) {
  const t = useTranslations("imports.scale");
  return (
    <>
      <NumberInput
        label={t("low")}
        value={scale.low}
        onCommit={(low) => low !== null && onChange({ ...scale, low })}
        className="w-24"
      />
      <NumberInput
        label={t("high")}
        value={scale.high}
        onCommit={(high) => high !== null && onChange({ ...scale, high })}
        className="w-24"
      />
    </>
  );
}

const NO_ANSWER = "none";
const MOST_STEPS = 11;

/** Answers in words, from the lowest to the highest, each with what it counts as. */
function Words({ scale, onChange }: PartProps) {
  const t = useTranslations("imports.scale");
  const { low, high, words } = scale;
  const steps = Math.max(1, Math.round(high - low) + 1);
  // On a longer scale nobody goes through every step: its ends, and what the words count as.
  const offered =
    steps > MOST_STEPS
      ? [low, high]
      : Array.from({ length: steps }, (_, at) => low + at);
  const values = [
    ...new Set([...offered, ...words.flatMap(({ value }) => value ?? [])]),
  ].toSorted((a, b) => a - b);
  const set = (word: string, id: string) =>
    onChange({
      ...scale,
      words: words.map((one) =>
        one.word === word
          ? { word, value: id === NO_ANSWER ? null : Number(id) }
          : one,
      ),
    });
  return (
    <div className="flex flex-col items-start gap-2">
      <p className="text-sm font-medium">{t("words")}</p>
      <ol className="flex flex-col gap-1.5">
        {inOrder(words).map(({ word, value }) => (
          <li key={word} className="flex flex-wrap items-center gap-3">
            <Select
              label={t("wordAs", { word })}
              isLabelHidden
              size="sm"
              value={value === null ? NO_ANSWER : String(value)}
              onChange={(id) => set(word, id)}
              options={[
                ...values.map((id) => ({ id: String(id), label: String(id) })),
                { id: NO_ANSWER, label: t("noAnswer") },
              ]}
              className="w-32"
            />
            <span className="min-w-0 text-sm wrap-anywhere">{word}</span>
          </li>
        ))}
      </ol>
      <Button size="sm" variant="quiet" onPress={() => onChange(turned(scale))}>
        <ArrowUpDown aria-hidden="true" />
        {t("turn")}
      </Button>
    </div>
  );
}
