"use client";

import { useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import type { ImportReading } from "@/lib/api/imports";

/** A wide table is not read column by column. */
const FEW = 12;

/** The first rows as they stand in the file: whatever they hold is text and nothing else. */
export function FirstRows({ reading }: { readonly reading: ImportReading }) {
  const t = useTranslations("imports.columns");
  const { rows } = reading;
  if (rows.length === 0) return null;
  const columns = reading.columns.slice(0, FEW);
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-sm">{t("firstRows")}</h3>
      <Table
        caption={t("firstRows")}
        rows={rows}
        rowId={({ at }) => String(at)}
        columns={[
          {
            id: "at",
            label: t("rowNumber"),
            isRowHeader: true,
            isNumber: true,
            cell: ({ at }) => at,
          },
          ...columns.map(({ index, name }) => ({
            id: `column-${index}`,
            label: name,
            cell: ({ cells }: (typeof rows)[number]) => (
              <span className="line-clamp-3">{cells[index]}</span>
            ),
          })),
        ]}
      />
    </section>
  );
}
