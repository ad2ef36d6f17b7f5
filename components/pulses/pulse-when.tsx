"use client";

import { useTranslations } from "next-intl";
import { DateInput } from "@/components/touchpoint/fields/date-input";
import type { PulseDays } from "./days";

interface PulseWhenProps {
  readonly days: PulseDays;
  readonly onChange: (days: PulseDays) => void;
}

/** From which day to which a pulse is open; neither needs to be said. */
export function PulseWhen({ days, onChange }: PulseWhenProps) {
  const t = useTranslations("pulses.form");
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <DateInput
        label={t("opens")}
        value={days.opensOn}
        onCommit={(opensOn) => onChange({ ...days, opensOn })}
      />
      <DateInput
        label={t("closes")}
        value={days.closesOn}
        onCommit={(closesOn) => onChange({ ...days, closesOn })}
      />
    </div>
  );
}
