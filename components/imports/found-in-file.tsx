"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LocalTime } from "@/components/workspace/local-time";
import { Banner } from "@/components/ui/banner";
import { Select } from "@/components/ui/select";
import type { ImportReading } from "@/lib/api/imports";
import { LayoutFields } from "./layout-fields";
import type { Layout } from "./types";

interface FoundInFileProps {
  readonly reading: ImportReading;
  readonly onAnew: (as: { table: number; layout?: Layout }) => void;
}

/** What was recognised: of which tool, in which encoding, with what before and after the rows. */
export function FoundInFile({ reading, onAnew }: FoundInFileProps) {
  const t = useTranslations("imports.found");
  const words = useTranslations("imports");
  const { file, tool, isSure, earlier, settings } = reading;
  const { table, layout } = settings;
  const facts = useFacts(reading);
  const saved = savedWord(reading);
  return (
    <div className="flex flex-col gap-3">
      {earlier ? (
        <Banner tone="warning">
          {t.rich("earlier", {
            when: () => <LocalTime at={earlier.at} />,
          })}
        </Banner>
      ) : null}
      <div>
        <h3 className="text-md wrap-anywhere">{file.name}</h3>
        <p className="mt-1 text-sm text-pretty hyphens-auto text-ink-2">
          {t(isSure ? "sure" : "unsure", { tool: words(`tool.${tool}`) })}
          {saved ? ` ${t(saved)}` : null}
        </p>
      </div>
      <Encoding reading={reading} />
      <dl aria-live="polite" className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
        {facts.map(({ id, label, value }) => (
          <div key={id}>
            <dt className="text-xs text-ink-3">{label}</dt>
            <dd className="tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      <div className="flex flex-wrap gap-x-4 gap-y-3">
        <LayoutFields
          reading={reading}
          onLayout={(next) => onAnew({ table, layout: next })}
        />
      </div>
      {reading.preamble.length > 0 ? (
        <details className="text-sm">
          <summary className="cursor-pointer text-ink-2 pointer-coarse:py-3.5">
            {t("preamble", { count: reading.preamble.length })}
          </summary>
          <pre className="mt-1 overflow-x-auto rounded-md bg-sunken p-2 text-xs whitespace-pre-wrap">
            {reading.preamble.join("\n")}
          </pre>
        </details>
      ) : null}
      {reading.tables.length > 1 ? (
        <Select
          label={t("table")}
          value={String(table)}
          onChange={(id) => onAnew({ table: Number(id), layout })}
          options={reading.tables.map(({ index, name, rows }) => ({
            id: String(index),
            label: t("tableName", { number: index + 1, name, rows }),
          }))}
          className="max-w-md"
        />
      ) : null}
    </div>
  );
}

/** Whether an earlier import has decided how the columns are read, and on which map. */
const savedWord = ({ isSaved, isSavedElsewhere }: ImportReading) =>
  isSaved ? (isSavedElsewhere ? "savedElsewhere" : "saved") : null;

interface Fact {
  readonly id: string;
  readonly label: string;
  readonly value: ReactNode;
}

function useFacts(reading: ImportReading): Fact[] {
  const t = useTranslations("imports.found");
  const format = useFormatter();
  const { columns, totals, readRows } = reading;
  return [
    { id: "rows", label: t("rows"), value: format.number(readRows, "whole") },
    { id: "columns", label: t("columnCount"), value: columns.length },
    ...(totals > 0
      ? [{ id: "totals", label: t("totals"), value: totals }]
      : []),
  ];
}

/** Signs that are no text in the encoding of the file stay visible, and are said. */
function Encoding({ reading }: { readonly reading: ImportReading }) {
  const t = useTranslations("imports.found");
  const replaced = reading.problems.counts.replacedCharacters ?? 0;
  return replaced > 0 ? (
    <Banner tone="warning">{t("replaced", { count: replaced })}</Banner>
  ) : null;
}
