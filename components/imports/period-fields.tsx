"use client";

import { useTranslations } from "next-intl";
import { DateInput } from "@/components/touchpoint/fields/date-input";
import { withPeriod } from "./edit-mapping";
import type { Mapping } from "./types";

interface PeriodFieldsProps {
  readonly mapping: Mapping;
  readonly change: (mapping: Mapping) => void;
}

/** From when to when the whole file is: what has no day of its own is about that time. */
export function PeriodFields({ mapping, change }: PeriodFieldsProps) {
  const t = useTranslations("imports.columns");
  const { period, shape } = mapping;
  // An event without a time is in no order; its log has none either.
  if (shape === "events") return null;
  const set = (end: "from" | "to", day: string | null) =>
    change(withPeriod(mapping, end, day));
  return (
    <fieldset className="flex min-w-0 flex-col gap-2 sm:col-span-2">
      <legend className="sr-only">{t("period")}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-3">
        <DateInput
          label={t("periodFrom")}
          value={period?.from ?? null}
          onCommit={(day) => set("from", day)}
        />
        <DateInput
          label={t("periodTo")}
          value={period?.to ?? null}
          onCommit={(day) => set("to", day)}
        />
      </div>
      <p className="text-xs text-pretty hyphens-auto text-ink-3">
        {t("periodHint")}
      </p>
    </fieldset>
  );
}
