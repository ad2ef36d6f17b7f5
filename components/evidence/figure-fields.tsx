"use client";

import { useTranslations } from "next-intl";
import { NumberInput } from "@/components/touchpoint/fields/number-input";
import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import {
  FEELING_SCALES,
  FEELING_SCALE_NAMES,
} from "@/lib/insight/feeling-scales";
import type { Measure } from "./draft";
import type { EvidencePartProps } from "./types";

const MEASURES: readonly Measure[] = [
  ...FEELING_SCALE_NAMES,
  "own",
  "figure",
  "words",
];
const DECIMALS = { maximumFractionDigits: 3 } as const;

/** The figure, on what it stands, and on how many it rests. */
export function FigureFields(props: EvidencePartProps) {
  const { draft, set } = props;
  const t = useTranslations("evidence");
  const { measure, n } = draft;
  return (
    <>
      <Select
        label={t("measure.label")}
        value={measure}
        onChange={(next) => set({ measure: next })}
        options={MEASURES.map((id) => ({ id, label: t(`measure.${id}`) }))}
        description={measure === "figure" ? t("hint.figure") : undefined}
      />
      {measure === "own" ? <OwnScale {...props} /> : null}
      <div className="grid grid-cols-2 gap-3">
        {measure === "words" ? null : <Value {...props} />}
        <NumberInput
          label={t("field.n")}
          description={t("hint.n")}
          value={n}
          min={1}
          max={2_000_000_000}
          format={{ maximumFractionDigits: 0 }}
          onCommit={(next) => set({ n: next })}
        />
        {measure === "figure" ? (
          <TextField
            label={t("field.unit")}
            placeholder={t("hint.unit")}
            value={draft.unit}
            onChange={(unit) => set({ unit })}
            maxLength={40}
          />
        ) : null}
        <Spread {...props} />
      </div>
    </>
  );
}

function Value({ draft, wrong, set }: EvidencePartProps) {
  const t = useTranslations("evidence");
  const ends = endsOf(draft);
  const complaint = draft.value === null ? "wrong.value" : "wrong.beyond";
  return (
    <NumberInput
      label={t("field.value")}
      description={ends ? t("hint.ends", ends) : undefined}
      value={draft.value}
      format={DECIMALS}
      errorMessage={
        wrong === "value" ? t(complaint, ends ?? { low: 0, high: 0 }) : null
      }
      onCommit={(value) => set({ value })}
    />
  );
}

function endsOf({ measure, ownLow, ownHigh }: EvidencePartProps["draft"]) {
  if (measure === "words" || measure === "figure") return null;
  if (measure !== "own") {
    const { low, high } = FEELING_SCALES[measure];
    return { low, high };
  }
  return ownLow === null || ownHigh === null
    ? null
    : { low: ownLow, high: ownHigh };
}

/** How far the answers lie apart, which a share tells by itself. */
function Spread({ draft, wrong, set }: EvidencePartProps) {
  const t = useTranslations("evidence");
  const { measure, sd } = draft;
  const isScale = measure !== "words" && measure !== "figure";
  const isShare =
    isScale && measure !== "own" && FEELING_SCALES[measure].isShare;
  if (!isScale || isShare) return null;
  return (
    <NumberInput
      label={t("field.sd")}
      description={t("hint.sd")}
      value={sd}
      min={0.001}
      format={DECIMALS}
      errorMessage={wrong === "sd" ? t("wrong.sd") : null}
      onCommit={(next) => set({ sd: next })}
    />
  );
}

function OwnScale({ draft, wrong, set }: EvidencePartProps) {
  const t = useTranslations("evidence");
  return (
    <div className="grid grid-cols-2 gap-3">
      <NumberInput
        label={t("field.low")}
        value={draft.ownLow}
        format={DECIMALS}
        errorMessage={wrong === "scale" ? t("wrong.scale") : null}
        onCommit={(ownLow) => set({ ownLow })}
      />
      <NumberInput
        label={t("field.high")}
        value={draft.ownHigh}
        format={DECIMALS}
        onCommit={(ownHigh) => set({ ownHigh })}
      />
      <Checkbox
        isSelected={draft.ownIsHighBad}
        onChange={(ownIsHighBad) => set({ ownIsHighBad })}
        className="col-span-2 pointer-coarse:min-h-11"
      >
        {t("field.isHighBad")}
      </Checkbox>
    </div>
  );
}
