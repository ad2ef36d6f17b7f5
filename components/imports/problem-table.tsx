"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Table } from "@/components/ui/table";
import type { ImportReading } from "@/lib/api/imports";

interface ProblemTableProps {
  readonly problems: ImportReading["problems"];
}

const FEW = 10;

/** What is wrong in the cells of a file, by row and column as its own program counts them. */
export function ProblemTable({ problems }: ProblemTableProps) {
  const t = useTranslations("imports");
  const [isWhole, showWhole] = useState(false);
  const { listed } = problems;
  const all = Object.values(problems.counts).reduce((sum, n) => sum + n, 0);
  const rows = (isWhole ? listed : listed.slice(0, FEW)).map((one, id) => ({
    ...one,
    id,
  }));
  return (
    <>
      <Table
        isStacked
        caption={t("plan.problems")}
        rows={rows}
        rowId={({ id }) => String(id)}
        columns={[
          {
            id: "row",
            label: t("problem.row"),
            isRowHeader: true,
            cell: ({ row }) =>
              row === null ? (
                t("problem.whole")
              ) : (
                <span>
                  <span className="sm:hidden">{t("problem.row")} </span>
                  {row}
                </span>
              ),
          },
          {
            id: "column",
            label: t("problem.column"),
            cell: ({ columnName }) => columnName,
          },
          {
            id: "text",
            label: t("problem.text"),
            cell: ({ text }) =>
              text && <q className="wrap-anywhere max-sm:text-right">{text}</q>,
          },
          {
            id: "what",
            label: t("problem.what"),
            cell: ({ code }) => (
              <span className="max-sm:text-right">{t(`cell.${code}`)}</span>
            ),
          },
        ]}
      />
      {!isWhole && listed.length > FEW ? (
        <Button
          size="sm"
          variant="quiet"
          className="self-start"
          onPress={() => showWhole(true)}
        >
          {t("problem.more", { count: listed.length - FEW })}
        </Button>
      ) : null}
      {all > listed.length ? (
        <p className="text-xs text-ink-3">
          {t("problem.all", { count: all, listed: listed.length })}
        </p>
      ) : null}
    </>
  );
}
