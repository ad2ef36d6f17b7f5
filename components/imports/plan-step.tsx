"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Checkbox } from "@/components/ui/checkbox";
import { Table } from "@/components/ui/table";
import {
  LOSING_CODES,
  MOST_PIECES,
  type ImportPlanGroup,
  type ImportReading,
} from "@/lib/api/imports";
import { FlowTable } from "./flow-table";
import { PlanFigure } from "./plan-figure";
import { ProblemTable } from "./problem-table";
import type { StepProps } from "./types";
import { useFigureWords } from "./use-figure-words";

/** Cells that are lost, which somebody has to agree to. */
export const lostCells = ({ counts }: ImportReading["problems"]): number =>
  LOSING_CODES.reduce((sum, code) => sum + (counts[code] ?? 0), 0);

/** Why nothing can be imported as it stands; null where it can. */
export function planLack({
  plan,
  log,
}: ImportReading): "nothing" | "tooMany" | null {
  if (plan.pieces > MOST_PIECES) return "tooMany";
  const isNothing = plan.pieces === 0 && !log?.touchpoints.length;
  return isNothing ? "nothing" : null;
}

/** What would be written, and what would not. */
export function PlanStep(props: StepProps) {
  const { reading, settings, onChange } = props;
  const t = useTranslations("imports.plan");
  const { plan, problems, log } = reading;
  const lack = planLack(reading);
  const lost = lostCells(problems);
  const { pieces, quotes } = plan;
  return (
    <div className="flex flex-col gap-6">
      {lack ? (
        <Banner tone="warning">{t(lack, { most: MOST_PIECES })}</Banner>
      ) : (
        <p className="text-md text-pretty">
          {t("summary", {
            pieces,
            figures: pieces - quotes,
            quotes,
            touchpoints: touchpointsIn(reading),
          })}
        </p>
      )}
      <Groups {...props} />
      {log ? (
        <FlowTable {...{ log }} touchpoints={props.place.touchpoints} />
      ) : null}
      <LeftOut reading={reading} />
      {problems.listed.length > 0 ? (
        <section className="flex flex-col gap-3">
          <h3 className="text-sm">{t("problems")}</h3>
          <ProblemTable problems={problems} />
          {lost > 0 ? (
            <Checkbox
              isSelected={settings.isPartial}
              onChange={(isPartial) => onChange({ ...settings, isPartial })}
              className="pointer-coarse:min-h-11"
            >
              {t("partial", { count: lost })}
            </Checkbox>
          ) : null}
        </section>
      ) : null}
    </div>
  );
}

function touchpointsIn({ plan, log }: ImportReading): number {
  return new Set(
    [...plan.groups, ...(log?.touchpoints ?? [])].map(
      ({ touchpointId }) => touchpointId,
    ),
  ).size;
}

function Groups({ place, reading }: StepProps) {
  const t = useTranslations("imports.plan");
  const words = useFigureWords();
  const { groups, moreGroups } = reading.plan;
  if (groups.length === 0) return null;
  const titles = new Map(place.touchpoints.map(({ id, title }) => [id, title]));
  const names = new Map(place.personas.map(({ id, title }) => [id, title]));
  const idOf = (group: ImportPlanGroup) => groups.indexOf(group);
  return (
    <section className="flex flex-col gap-2">
      <Table
        isStacked
        caption={t("groups")}
        rows={groups}
        rowId={(group) => String(idOf(group))}
        columns={[
          {
            id: "touchpoint",
            label: t("touchpoint"),
            isRowHeader: true,
            cell: ({ touchpointId, personaId }) => (
              <>
                {titles.get(touchpointId)}
                {personaId ? (
                  <span className="block text-xs font-normal text-ink-3">
                    {names.get(personaId)}
                  </span>
                ) : null}
              </>
            ),
          },
          {
            id: "question",
            label: t("question"),
            cell: ({ question }) =>
              question && (
                <span className="line-clamp-2 max-sm:text-right">
                  {question}
                </span>
              ),
          },
          {
            id: "figure",
            label: t("figure"),
            cell: (group) => <PlanFigure {...{ group, reading }} />,
          },
          { id: "n", label: t("n"), isNumber: true, cell: ({ n }) => n },
          { id: "period", label: t("period"), cell: words.period },
        ]}
      />
      {moreGroups > 0 ? (
        <p className="text-sm text-ink-2">
          {t("moreGroups", { count: moreGroups })}
        </p>
      ) : null}
    </section>
  );
}

const FEW_NAMES = 12;

/** Columns in which something stands and that say nothing here. */
function leftOutColumns({ columns, settings }: ImportReading): string[] {
  return settings.mapping.columns.flatMap(({ column, role }) => {
    const of = columns[column];
    const isOut = role === "ignored" || role === "personal";
    return isOut && of && of.samples.length > 0 ? of.name : [];
  });
}

/** Nothing is dropped in silence. */
function LeftOut({ reading }: { readonly reading: ImportReading }) {
  const t = useTranslations("imports.plan");
  const { unmatched, leftOut, moreQuotes, unfit } = reading.plan;
  const filters = useTranslations("imports.filters.why");
  const columns = leftOutColumns(reading);
  const format = useFormatter();
  const whys = reading.settings.mapping.leaveOut.flatMap(({ isOff, why }) =>
    isOff === true ? [] : filters(why ?? "own"),
  );
  const lines = [
    ...(unmatched.values > 0
      ? [
          {
            id: "unmatched",
            text: t("unmatched", {
              values: unmatched.values,
              rows: unmatched.rows,
            }),
          },
        ]
      : []),
    ...(leftOut.values > 0
      ? [{ id: "leftOut", text: t("leftOut", { ...leftOut }) }]
      : []),
    ...(reading.leftOutRows > 0
      ? [
          {
            id: "rows",
            text: t("filtered", {
              count: reading.leftOutRows,
              why: format.list([...new Set(whys)], { type: "unit" }),
            }),
          },
        ]
      : []),
    ...(columns.length > 0
      ? [
          {
            id: "columns",
            text: t("columns", {
              count: columns.length,
              names: format.list(columns.slice(0, FEW_NAMES), { type: "unit" }),
              more: Math.max(0, columns.length - FEW_NAMES),
            }),
          },
        ]
      : []),
    ...(reading.totals > 0
      ? [{ id: "totals", text: t("totals", { count: reading.totals }) }]
      : []),
    ...(moreQuotes > 0
      ? [{ id: "quotes", text: t("moreQuotes", { count: moreQuotes }) }]
      : []),
    ...(unfit > 0 ? [{ id: "unfit", text: t("unfit", { count: unfit }) }] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-sm">{t("not")}</h3>
      <ul className="flex list-disc flex-col gap-1 pl-5 text-sm text-ink-2">
        {lines.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
      {unmatched.keys.length > 0 ? (
        <details className="text-sm">
          <summary className="cursor-pointer text-ink-2 pointer-coarse:py-3.5">
            {t("unmatchedList")}
          </summary>
          <ul className="mt-1 flex flex-col gap-0.5 pl-5 text-ink-2">
            {unmatched.keys.map(({ key, count }) => (
              <li key={key} className="wrap-anywhere">
                {key === "" ? t("noValue") : key} ({count})
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}
