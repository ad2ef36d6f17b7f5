"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { ColumnRow } from "./column-row";
import {
  aboutOf,
  ROLES_OF,
  withAbout,
  withShape,
  type AboutChoice,
} from "./edit-mapping";
import { FirstRows } from "./first-rows";
import { FoundInFile } from "./found-in-file";
import { RowFilters } from "./row-filters";
import { PeriodFields } from "./period-fields";
import type { Layout, Mapping, StepProps } from "./types";

interface ColumnsStepProps extends StepProps {
  readonly onAnew: (as: { table: number; layout?: Layout }) => void;
}

/** As many as one looks through at once; a file may have a thousand. */
const FEW = 40;

/** What was recognised, and what each column says. */
export function ColumnsStep(props: ColumnsStepProps) {
  const { reading, settings, onChange, onAnew } = props;
  const t = useTranslations("imports.columns");
  const { mapping } = settings;
  const [isWhole, showWhole] = useState(false);
  const change = (next: Mapping) => onChange({ ...settings, mapping: next });
  const shown = isWhole ? reading.columns : reading.columns.slice(0, FEW);
  const rest = reading.columns.length - shown.length;
  const personal = mapping.columns.filter(({ role }) => role === "personal");
  return (
    <div className="flex flex-col gap-5">
      <FoundInFile {...{ reading, onAnew }} />
      <div className="grid gap-4 sm:grid-cols-2">
        <ShapeField {...{ mapping, change }} />
        <AboutField {...{ mapping, change, columns: reading.columns }} />
        <PeriodFields {...{ mapping, change }} />
      </div>
      {personal.length > 0 ? (
        <p className="text-sm text-pretty hyphens-auto text-ink-2">
          {t("personalHint", { count: personal.length })}
        </p>
      ) : null}
      <ul
        aria-label={t("list")}
        className="flex flex-col divide-y divide-line rounded-lg border border-line bg-surface"
      >
        {shown.map((column) => (
          <ColumnRow
            key={column.index}
            {...{ column, mapping, change, columns: reading.columns }}
            isAsked={reading.questions.some(
              (one) => one.column === column.index,
            )}
          />
        ))}
      </ul>
      {rest > 0 ? (
        <Button
          size="sm"
          variant="quiet"
          className="self-start"
          onPress={() => showWhole(true)}
        >
          {t("more", { count: rest })}
        </Button>
      ) : null}
      <RowFilters {...{ mapping, change, columns: reading.columns }} />
      <FirstRows reading={reading} />
    </div>
  );
}

interface FieldProps {
  readonly mapping: Mapping;
  readonly change: (mapping: Mapping) => void;
}

function ShapeField({ mapping, change }: FieldProps) {
  const t = useTranslations("imports");
  const shapes = Object.keys(ROLES_OF) as Mapping["shape"][];
  return (
    <div className="flex flex-col gap-2">
      <Select
        label={t("columns.shape")}
        value={mapping.shape}
        onChange={(shape) => change(withShape(mapping, shape))}
        options={shapes.map((id) => ({ id, label: t(`shape.${id}`) }))}
        description={t(`shapeHint.${mapping.shape}`)}
      />
      {mapping.shape === "funnel" ? (
        <Select
          label={t("columns.funnelKind")}
          value={mapping.isClosed ? "closed" : "open"}
          onChange={(id) => change({ ...mapping, isClosed: id === "closed" })}
          options={(["closed", "open"] as const).map((id) => ({
            id,
            label: t(`columns.${id}`),
          }))}
        />
      ) : null}
    </div>
  );
}

/** Logs and funnels name what happens; elsewhere somebody says where the touchpoint stands. */
function AboutField({
  mapping,
  change,
  columns,
}: FieldProps & { readonly columns: StepProps["reading"]["columns"] }) {
  const t = useTranslations("imports.columns");
  const { shape } = mapping;
  if (shape === "events" || shape === "funnel") return null;
  const options: { id: AboutChoice; label: string }[] = [
    { id: "whole", label: t("aboutWhole") },
    { id: "question", label: t("aboutQuestion") },
    ...columns.map(({ index, name }) => ({
      id: `column:${index}` as const,
      label: t("aboutColumn", { name }),
    })),
  ];
  return (
    <Select
      label={t("about")}
      value={aboutOf(mapping)}
      onChange={(choice) => change(withAbout(mapping, choice))}
      options={options}
    />
  );
}
