"use client";

import { Flag } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { tellHeadingHeight } from "../drawing/heading-height";
import { TouchpointFailure } from "../failure/touchpoint-failure";
import { cellsOf } from "../grid/cells-of";
import type { GridCell, GridShape } from "../grid/shape";
import { stageIn, touchpointIn } from "../map-index";
import { MarkBadges, useMarkStyle } from "./read-marks";

interface ReadHeadingsProps {
  readonly map: JourneyMap;
  readonly shape: GridShape;
  readonly hasStages: boolean;
}

/** Stages and touchpoints on top of a shared map. */
export function ReadHeadings({ map, shape, hasStages }: ReadHeadingsProps) {
  const t = useTranslations("map");
  return (
    <div
      ref={tellHeadingHeight}
      role="rowgroup"
      className="sticky top-0 z-10 w-max bg-paper"
    >
      <div
        role="row"
        aria-rowindex={1}
        className={hasStages ? "grid grid-cols-(--columns)" : "sr-only"}
      >
        <Corner label={t("heading.stages")} />
        {cellsOf(shape, "stages").map((cell) => (
          <StageHeading key={cell.columnId} {...{ map, cell }} />
        ))}
      </div>
      <div
        role="row"
        aria-rowindex={2}
        className="grid grid-cols-(--columns) border-y border-t-line border-b-line-strong"
      >
        <Corner label={t("heading.touchpoints")} />
        {cellsOf(shape, "touchpoints").map((cell) => (
          <TouchpointHeading key={cell.columnId} {...{ map, cell }} />
        ))}
      </div>
    </div>
  );
}

function Corner({ label }: { readonly label: string }) {
  return (
    <div
      role="rowheader"
      className="sticky left-0 z-[5] flex items-end border-r border-line-strong bg-paper px-3 pb-2 text-2xs font-medium text-ink-3"
    >
      {label}
    </div>
  );
}

interface HeadingProps {
  readonly map: JourneyMap;
  readonly cell: GridCell;
}

function placeOf({ from, to }: GridCell) {
  return { gridColumn: `${from + 2} / span ${to - from + 1}`, gridRow: 1 };
}

function StageHeading({ map, cell }: HeadingProps) {
  const t = useTranslations("map");
  const mark = useMarkStyle(`stage:${cell.columnId}`);
  const stage = stageIn(map, cell.columnId);
  if (!stage) return null;
  return (
    <div
      role="columnheader"
      aria-colspan={cell.to - cell.from + 1}
      data-colour={stage.colour ?? undefined}
      style={placeOf(cell)}
      className={cx(
        "relative border-r border-line-strong px-3 pt-2.5 pb-2 text-sm font-semibold",
        mark,
      )}
    >
      <span
        aria-hidden="true"
        className={cx(
          "absolute inset-x-0 top-0 h-[3px]",
          stage.colour ? "bg-(--edge)" : "bg-line-strong",
        )}
      />
      <MarkBadges place={`stage:${stage.id}`} />
      <div className="sticky left-[calc(var(--head)+0.75rem)] w-fit max-w-[min(100%,26rem)] hyphens-auto">
        {stage.title || t("untitled.stage")}
        {stage.description ? (
          <p className="mt-0.5 text-xs font-normal whitespace-pre-line text-ink-2">
            {stage.description}
          </p>
        ) : null}
      </div>
    </div>
  );
}

function TouchpointHeading({ map, cell }: HeadingProps) {
  const t = useTranslations("map");
  const mark = useMarkStyle(`touchpoint:${cell.columnId}`);
  const touchpoint = touchpointIn(map, cell.columnId);
  const moment = touchpoint?.momentOfTruth;
  return (
    <div
      role="columnheader"
      style={placeOf(cell)}
      className={cx(
        "border-r border-line px-3 py-2 text-sm leading-5 font-medium",
        mark,
      )}
    >
      <MarkBadges place={`touchpoint:${cell.columnId}`} />
      {touchpoint ? (
        <>
          <span className="hyphens-auto">
            {touchpoint.title || t("untitled.touchpoint")}
          </span>
          <TouchpointFailure {...{ map, touchpoint }} />
        </>
      ) : (
        <span className="font-normal text-ink-3">
          {t("cell.noTouchpoints")}
        </span>
      )}
      {moment ? (
        <span
          title={t(`moment.${moment.kind}`)}
          className="mt-1 flex text-ink-2"
        >
          <Flag aria-hidden="true" className="size-3.5" />
          <span className="sr-only">{t(`moment.${moment.kind}`)}</span>
        </span>
      ) : null}
    </div>
  );
}
