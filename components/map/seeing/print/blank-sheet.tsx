"use client";

import { useTranslations } from "next-intl";
import { createPortal } from "react-dom";
import { EmotionFace } from "@/components/ui/emotion-face";
import { cx } from "@/components/ui/cx";
import { EMOTIONS, LANE_KINDS } from "@/lib/journey/vocabulary";
import { LaneIcon } from "../../drawing/lane-icon";
import { sheetsOf } from "./blank-plan";
import type { BlankPlan } from "./blank-plan";
import { BLANK_MEASURES, MARGIN } from "./paper";
import type { BlankPaper } from "./paper";

interface BlankSheetProps {
  readonly plan: BlankPlan;
  readonly paper: BlankPaper;
}

/** An empty map on paper, for a team with pens; it is typed in later. Not seen on the screen. */
export function BlankSheet({ plan, paper }: BlankSheetProps) {
  const { size, zoom } = BLANK_MEASURES.papers[paper];
  const sheets = sheetsOf(plan.lanes);
  return createPortal(
    <div
      data-print-sheet="blank"
      lang={plan.locale}
      aria-hidden="true"
      className="hidden bg-transparent text-ink print:block"
    >
      <style>{`@page { size: ${size}; margin: ${MARGIN}mm }`}</style>
      {sheets.map((lanes, at) => (
        <Sheet
          key={at}
          {...{ plan, lanes, zoom }}
          isFirst={at === 0}
          count={sheets.length > 1 ? `${at + 1} / ${sheets.length}` : null}
        />
      ))}
    </div>,
    document.body,
  );
}

interface SheetProps {
  readonly plan: BlankPlan;
  readonly lanes: BlankPlan["lanes"];
  readonly zoom: number;
  readonly isFirst: boolean;
  readonly count: string | null;
}

/** As high as the paper, so that what nobody needs for words is room to write. */
function Sheet({ plan, lanes, zoom, isFirst, count }: SheetProps) {
  const { width, height } = BLANK_MEASURES;
  return (
    <div
      data-print-page=""
      style={{ width, height: height - 4, zoom }}
      className={cx(
        "flex flex-col break-inside-avoid overflow-hidden!",
        !isFirst && "break-before-page",
      )}
    >
      <Top title={plan.title} count={count} />
      <table className="h-px w-full flex-1 table-fixed border-collapse text-left">
        <colgroup>
          <col className="w-40" />
          {plan.stages.map((_, at) => (
            <col key={at} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <td aria-hidden="true" />
            {plan.stages.map((stage, at) => (
              <StageHead key={at} stage={stage} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Touchpoints stages={plan.stages} />
          {lanes.map((lane, at) => (
            <LaneOf key={at} lane={lane} stages={plan.stages.length} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Whose map it becomes is written by hand, too. */
function Top({ title, count }: { title: string; count: string | null }) {
  const t = useTranslations("present.blank");
  return (
    <div className="flex items-end gap-6 pb-3 text-sm">
      <span className="max-w-2/5 text-lg leading-6 font-semibold">{title}</span>
      {(["persona", "team", "date"] as const).map((name) => (
        <span key={name} className="flex min-w-0 flex-1 items-end gap-2">
          <span className="text-ink-2">{t(name)}</span>
          <span className="flex-1 border-b border-line-strong" />
        </span>
      ))}
      {count ? <span className="text-ink-2 tabular-nums">{count}</span> : null}
    </div>
  );
}

function StageHead({ stage }: { stage: BlankPlan["stages"][number] }) {
  return (
    <th
      data-colour={stage.colour ?? undefined}
      className="border-x border-t-4 border-line-strong px-2 py-1.5 align-top data-colour:border-t-(--edge)"
    >
      <span className="block text-md font-semibold hyphens-auto">
        {stage.title}
      </span>
      <span className="block text-xs leading-4 font-normal hyphens-auto text-ink-2">
        {stage.description}
      </span>
    </th>
  );
}

function Touchpoints({ stages }: Pick<BlankPlan, "stages">) {
  const t = useTranslations("present.blank");
  return (
    <tr>
      <RowHead title={t("touchpoints")} />
      {stages.map(({ touchpoints }, at) => (
        <td
          key={at}
          className="border border-line-strong px-2 py-1.5 align-top"
        >
          {touchpoints.map((title, index) => (
            <p key={index} className="hyphens-auto">
              {title}
            </p>
          ))}
        </td>
      ))}
    </tr>
  );
}

interface LaneOfProps {
  readonly lane: BlankPlan["lanes"][number];
  readonly stages: number;
}

function LaneOf({ lane, stages }: LaneOfProps) {
  const kind = LANE_KINDS.find((one) => one === lane.kind);
  if (kind === "line")
    return (
      <tr className="h-8">
        <RowHead title={lane.title} />
        <td
          aria-hidden="true"
          colSpan={stages}
          className="border border-line-strong"
        >
          <span className="block border-t-2 border-dashed border-line-strong" />
        </td>
      </tr>
    );
  return (
    <tr>
      <RowHead
        title={lane.title}
        hint={lane.hint}
        icon={
          kind ? (
            <LaneIcon kind={kind} className="mb-1 size-4 text-ink-2" />
          ) : null
        }
      />
      {kind === "emotion" ? (
        <td
          colSpan={Math.max(1, stages)}
          className="border border-line-strong p-0"
        >
          <Levels />
        </td>
      ) : (
        Array.from({ length: stages }, (_, at) => (
          <td
            key={at}
            aria-hidden="true"
            className="border border-line-strong"
          />
        ))
      )}
    </tr>
  );
}

/** Five lines to draw the curve between. */
function Levels() {
  return (
    <span className="flex h-36 flex-col justify-around">
      {EMOTIONS.toReversed().map((value) => (
        <span key={value} className="flex items-center gap-2 pl-2">
          <EmotionFace value={value} className="size-5" />
          <span className="flex-1 border-t border-dashed border-line-strong" />
        </span>
      ))}
    </span>
  );
}

interface RowHeadProps {
  readonly title: string;
  readonly hint?: string;
  readonly icon?: React.ReactNode;
}

function RowHead({ title, hint, icon }: RowHeadProps) {
  return (
    <th className="border border-line-strong px-2 py-1.5 align-top">
      {icon}
      <span className="block text-sm leading-5 font-semibold hyphens-auto">
        {title}
      </span>
      {hint ? (
        <span className="block text-xs leading-4 font-normal hyphens-auto text-ink-2">
          {hint}
        </span>
      ) : null}
    </th>
  );
}
