"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Select } from "@/components/ui/select";
import { NumberInput } from "./number-input";
import {
  DURATION_UNITS,
  formatDuration,
  parseDuration,
  type DurationUnit,
} from "./iso-duration";

interface DurationFieldProps {
  readonly label: string;
  /** ISO 8601. */
  readonly value: string | null;
  /** ISO 8601 durations that are offered at once. */
  readonly presets: readonly string[];
  readonly onChange: (value: string | null) => void;
  readonly isDisabled?: boolean;
}

const NONE = "none";
const OTHER = "other";

/** A length of time: one of the usual ones, or any amount of any unit. */
export function DurationField(props: DurationFieldProps) {
  const { label, value, presets, onChange, isDisabled } = props;
  const t = useTranslations("touchpoint.duration");
  const name = useDurationName();
  const [isOther, setOther] = useState(false);
  const listed =
    value && !presets.includes(value) ? [...presets, value] : presets;
  const options = [
    { id: NONE, label: t("none") },
    ...listed.map((preset) => ({ id: preset, label: name(preset) })),
    { id: OTHER, label: t("other") },
  ];
  const handleChange = (id: string) => {
    setOther(id === OTHER);
    if (id !== OTHER) onChange(id === NONE ? null : id);
  };
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <Select
        label={label}
        options={options}
        value={isOther ? OTHER : (value ?? NONE)}
        onChange={handleChange}
        isDisabled={isDisabled}
      />
      {isOther ? (
        <AmountFields label={label} value={value} onChange={onChange} />
      ) : null}
    </div>
  );
}

type AmountFieldsProps = Pick<
  DurationFieldProps,
  "label" | "value" | "onChange"
>;

function AmountFields({ label, value, onChange }: AmountFieldsProps) {
  const t = useTranslations("touchpoint.duration");
  const known = value ? parseDuration(value) : null;
  const [unit, setUnit] = useState<DurationUnit>(known?.unit ?? "hour");
  const amount = known?.amount ?? null;
  const set = (nextAmount: number | null, nextUnit: DurationUnit) => {
    setUnit(nextUnit);
    if (nextAmount !== null)
      onChange(formatDuration({ amount: nextAmount, unit: nextUnit }));
  };
  return (
    <div className="grid grid-cols-2 gap-1.5">
      <NumberInput
        label={`${label}: ${t("amount")}`}
        isLabelHidden
        value={amount}
        min={0}
        step={1}
        autoFocus
        onCommit={(next) => set(next, unit)}
      />
      <Select
        label={`${label}: ${t("unit")}`}
        isLabelHidden
        options={DURATION_UNITS.map((id) => ({ id, label: t(`units.${id}`) }))}
        value={unit}
        onChange={(next) => set(amount, next)}
      />
    </div>
  );
}

/** A duration in words; none at all is said as "at once". */
function useDurationName() {
  const t = useTranslations("touchpoint.duration");
  return (iso: string): string => {
    const known = parseDuration(iso);
    if (!known) return iso;
    return known.amount === 0
      ? t("atOnce")
      : t(`amounts.${known.unit}`, { count: known.amount });
  };
}
