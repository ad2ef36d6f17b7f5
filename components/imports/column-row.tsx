"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Select } from "@/components/ui/select";
import { Checkbox } from "@/components/ui/checkbox";
import { TextField } from "@/components/ui/text-field";
import type { ImportReading } from "@/lib/api/imports";
import { RATE_WRITINGS, TIME_UNITS } from "@/lib/imports/contract";
import { ROLES_OF, SEPARATORS, withColumn, withRole } from "./edit-mapping";
import { ScaleFields } from "./scale-fields";
import type { ColumnMapping, Mapping } from "./types";

interface ColumnRowProps {
  readonly column: ImportReading["columns"][number];
  readonly columns: ImportReading["columns"];
  readonly mapping: Mapping;
  /** Whether the file does not tell something that matters. */
  readonly isAsked: boolean;
  readonly change: (mapping: Mapping) => void;
}

const DATE_STYLES = [
  "yearFirst",
  "dayFirst",
  "monthFirst",
  "compact",
  "unixSeconds",
  "unixMilliseconds",
] as const satisfies readonly NonNullable<ColumnMapping["dates"]>[];

/** One column of the file: what stands in it, and what that is. */
export function ColumnRow({
  column,
  columns,
  mapping,
  isAsked,
  change,
}: ColumnRowProps) {
  const t = useTranslations("imports");
  const { index, name, samples } = column;
  const said = mapping.columns[index];
  if (!said) return null;
  const set = (to: Partial<ColumnMapping>) =>
    change(withColumn(mapping, index, to));
  const isNaming = said.role === "touchpoint";
  const { separator } = mapping;
  const shown =
    isNaming && separator !== null ? parted(samples, separator) : samples;
  return (
    <li className="grid grid-cols-1 gap-x-5 gap-y-3 px-4 py-3 sm:grid-cols-[minmax(0,1fr)_15rem]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 font-medium wrap-anywhere">
          {name}
          {isAsked ? <Badge tone="warning">{t("columns.check")}</Badge> : null}
        </p>
        <p className="mt-0.5 line-clamp-2 text-xs wrap-anywhere text-ink-3">
          {shown.length > 0 ? shown.join(" · ") : t("columns.blank")}
        </p>
      </div>
      <Select
        label={t("columns.roleOf", { name })}
        isLabelHidden
        size="sm"
        value={said.role}
        onChange={(role) => change(withRole(mapping, index, role))}
        options={ROLES_OF[mapping.shape].map((id) => ({
          id,
          label: t(`role.${id}`),
        }))}
      />
      <Details {...{ name, said, set }} />
      {isNaming ? <Separator {...{ mapping, change }} /> : null}
      {said.role === "rate" ? (
        <WeighedBy {...{ said, set, mapping, columns }} />
      ) : null}
    </li>
  );
}

/** The values that a cell is divided into, each of them once, so that one sees whether it is divided right. */
const parted = (samples: readonly string[], separator: string): string[] => [
  ...new Set(
    samples
      .flatMap((sample) => sample.split(separator))
      .map((part) => part.trim())
      .filter((part) => part !== ""),
  ),
];

const detailsStyle = "min-w-0 border-l-2 border-line pl-3 sm:col-span-2";
const NONE = "none";

const OTHER = "other";

/** What stands between several touchpoints in one cell, such as tags. */
function Separator({
  mapping,
  change,
}: Pick<ColumnRowProps, "mapping" | "change">) {
  const t = useTranslations("imports.columns");
  const { separator } = mapping;
  const named = SEPARATORS.find(({ sign }) => sign === separator);
  const isOther = separator !== null && !named;
  const choose = (id: string) => {
    const sign = SEPARATORS.find(({ name }) => name === id)?.sign ?? null;
    if (id !== OTHER) change({ ...mapping, separator: sign });
  };
  return (
    <div className={detailsStyle}>
      <Select
        label={t("separator")}
        value={isOther ? OTHER : (named?.name ?? NONE)}
        onChange={choose}
        options={[
          { id: NONE, label: t("separators.none") },
          ...SEPARATORS.map(({ name }) => ({
            id: name as string,
            label: t(`separators.${name}`),
          })),
          ...(isOther ? [{ id: OTHER, label: separator }] : []),
        ]}
        className="w-80 max-w-full"
      />
    </div>
  );
}

interface WeighedByProps extends Pick<ColumnRowProps, "mapping" | "columns"> {
  readonly said: ColumnMapping;
  readonly set: (to: Partial<ColumnMapping>) => void;
}

/** Of several rows of a touchpoint: which column counts on how many each of them rests. */
function WeighedBy({ said, set, mapping, columns }: WeighedByProps) {
  const t = useTranslations("imports.columns");
  const counts = mapping.columns.filter(({ role }) => role === "count");
  if (counts.length === 0) return null;
  const known = counts.some(({ column }) => column === said.weighedBy);
  return (
    <div className={detailsStyle}>
      <Select
        label={t("weighedBy")}
        value={known ? String(said.weighedBy) : NONE}
        onChange={(id) => set({ weighedBy: id === NONE ? null : Number(id) })}
        options={[
          ...counts.map(({ column }) => ({
            id: String(column),
            label: columns[column]?.name ?? String(column + 1),
          })),
          { id: NONE, label: t("weighedByNone") },
        ]}
        className="w-80 max-w-full"
      />
    </div>
  );
}

interface DetailsProps {
  readonly name: string;
  readonly said: ColumnMapping;
  readonly set: (to: Partial<ColumnMapping>) => void;
}

/** What only some roles have to say. */
function Details({ name, said, set }: DetailsProps) {
  const t = useTranslations("imports");
  const { role, scale, decimal, dates } = said;
  if (role === "ignored" || role === "personal") return null;
  const isPlain = scale === null && decimal === null && dates === null;
  if (isPlain) return null;
  return (
    <div className={`flex flex-wrap items-end gap-x-4 gap-y-3 ${detailsStyle}`}>
      {scale ? (
        <ScaleFields
          {...{ name, scale }}
          onChange={(next) => set({ scale: next })}
        />
      ) : null}
      {decimal && !scale?.words.length ? (
        <Select
          label={t("columns.decimal")}
          value={decimal}
          onChange={(next) => set({ decimal: next })}
          options={[
            { id: ".", label: t("columns.point") },
            { id: ",", label: t("columns.comma") },
          ]}
          className="w-40"
        />
      ) : null}
      {dates ? (
        <Select
          label={t("columns.dates")}
          value={dates}
          onChange={(next) => set({ dates: next })}
          options={DATE_STYLES.map((id) => ({ id, label: t(`dates.${id}`) }))}
          className="w-64 max-w-full"
        />
      ) : null}
      {said.rateIs ? (
        <Select
          label={t("columns.rateIs")}
          value={said.rateIs}
          onChange={(rateIs) => set({ rateIs })}
          options={RATE_WRITINGS.map((id) => ({
            id,
            label: t(`columns.${id}`),
          }))}
          className="w-56 max-w-full"
        />
      ) : null}
      {said.timeUnit ? (
        <Select
          label={t("columns.timeUnit")}
          value={said.timeUnit}
          onChange={(timeUnit) => set({ timeUnit })}
          options={TIME_UNITS.map((id) => ({ id, label: t(`timeUnit.${id}`) }))}
          className="w-40"
        />
      ) : null}
      {role === "count" ? (
        <>
          <TextField
            label={t("columns.unit")}
            value={said.unit}
            onChange={(unit) => set({ unit })}
            maxLength={40}
            className="w-40"
          />
          <Checkbox
            isSelected={said.isAdditive}
            onChange={(isAdditive) => set({ isAdditive })}
            className="max-w-72 self-end pb-1.5"
          >
            {t("columns.isAdditive")}
          </Checkbox>
        </>
      ) : null}
    </div>
  );
}
