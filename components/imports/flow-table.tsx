"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import { useCountedShare } from "@/components/evidence/flow/use-counted-share";
import { WithBasis } from "@/components/evidence/flow/with-basis";
import { useWaitWords } from "@/components/evidence/flow/use-wait-words";
import type { LogFlow } from "@/lib/api/journey-flow";
import type { Choice } from "./types";

type NextTouchpoint = NonNullable<LogFlow["touchpoints"][number]["next"]>;

interface FlowTableProps {
  readonly log: LogFlow;
  readonly touchpoints: readonly Choice[];
}

/** What an event log tells about each touchpoint: how many come by, how long they wait, where they end. */
export function FlowTable({ log, touchpoints }: FlowTableProps) {
  const t = useTranslations("evidence.flow");
  const format = useFormatter();
  const titles = new Map(touchpoints.map(({ id, title }) => [id, title]));
  const wait = useWaitWords();
  const basis = useTranslations("evidence");
  const counted = useCountedShare();
  const shareOf = (of: Parameters<typeof counted>[0]) => {
    const { share, range } = counted(of);
    return <WithBasis basis={range}>{share}</WithBasis>;
  };
  const waitOf = (ms: number, n: number) => (
    <WithBasis basis={basis("n", { n })}>{wait(ms)}</WithBasis>
  );
  const nextOf = ({ touchpointId, share: of }: NextTouchpoint) => {
    const { share, range } = counted(of);
    const name = titles.get(touchpointId) ?? "";
    return <WithBasis basis={range}>{t("nextTo", { name, share })}</WithBasis>;
  };
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-sm">{t("title")}</h3>
      <p className="text-sm text-ink-2">
        {t("cases", { cases: log.cases, outside: log.outside })}
      </p>
      <Table
        isStacked
        caption={t("title")}
        rows={log.touchpoints}
        rowId={({ touchpointId }) => touchpointId}
        columns={[
          {
            id: "touchpoint",
            label: t("touchpoint"),
            isRowHeader: true,
            cell: ({ touchpointId }) => titles.get(touchpointId),
          },
          {
            id: "reach",
            label: t("reach"),
            isNumber: true,
            cell: ({ reach }) => shareOf(reach),
          },
          {
            id: "visits",
            label: t("visits"),
            isNumber: true,
            cell: ({ visits }) => format.number(visits, "whole"),
          },
          {
            id: "wait",
            label: t("median"),
            isNumber: true,
            cell: ({ wait: waited }) =>
              waited && waitOf(waited.median, waited.n),
          },
          {
            id: "long",
            label: t("long"),
            isNumber: true,
            cell: ({ wait: waited }) => waited && waitOf(waited.long, waited.n),
          },
          {
            id: "ends",
            label: t("ends"),
            isNumber: true,
            cell: ({ ends }) => shareOf(ends),
          },
          {
            id: "next",
            label: t("next"),
            cell: ({ next }) => next && nextOf(next),
          },
        ]}
      />
    </section>
  );
}
