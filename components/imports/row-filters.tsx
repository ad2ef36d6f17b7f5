"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import type { ImportReading } from "@/lib/api/imports";
import type { Mapping } from "./types";

type Filter = Mapping["leaveOut"][number];

interface RowFiltersProps {
  readonly columns: ImportReading["columns"];
  readonly mapping: Mapping;
  readonly change: (mapping: Mapping) => void;
}

/** Rows that seem to be no answers: each kind is left out by choice, and can be put back. */
export function RowFilters({ columns, mapping, change }: RowFiltersProps) {
  const t = useTranslations("imports.filters");
  const format = useFormatter();
  const { leaveOut } = mapping;
  if (leaveOut.length === 0) return null;
  const set = (filter: Filter, isOn: boolean) =>
    change({
      ...mapping,
      leaveOut: leaveOut.map((one) =>
        one === filter ? { ...one, isOff: !isOn } : one,
      ),
    });
  const words = ({ leaveOut: out, keepOnly }: Filter) =>
    format.list(
      (keepOnly ?? out).map((word) => (word === "" ? t("empty") : word)),
      { type: "unit" },
    );
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-2 text-sm font-semibold">{t("title")}</legend>
      {leaveOut.map((filter) => (
        <Checkbox
          key={`${filter.column} ${filter.why ?? ""}`}
          isSelected={filter.isOff !== true}
          onChange={(isOn) => set(filter, isOn)}
          className="pointer-coarse:min-h-11"
        >
          {t(filter.why ?? "own")}
          <span className="block text-xs wrap-anywhere text-ink-3">
            {t(filter.keepOnly ? "only" : "of", {
              column: columns[filter.column]?.name ?? "",
              words: words(filter),
            })}
          </span>
        </Checkbox>
      ))}
    </fieldset>
  );
}
