"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { CSSProperties } from "react";
import { cx } from "@/components/ui/cx";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { columnWidths } from "../drawing/column-widths";
import { stayUnderHeadings, UNDER_HEADINGS } from "../drawing/heading-height";
import { LaneIcon } from "../drawing/lane-icon";
import { cellsOf } from "../grid/cells-of";
import { cellAt, shapeOf } from "../grid/shape";
import type { GridCell, GridShape } from "../grid/shape";
import { laneIn } from "../map-index";
import { ReadCell } from "./read-cell";
import { ReadEmotions } from "./read-emotions";
import { ReadHeadings } from "./read-headings";
import { MarkBadges, useMarkStyle } from "./read-marks";

/** A map as a table. Nothing in it is folded: who only reads cannot unfold. */
export function ReadTable({
  map,
  hasStages = true,
}: {
  readonly map: JourneyMap;
  /** False where the only stage is named above the table. */
  readonly hasStages?: boolean;
}) {
  const t = useTranslations("map");
  const shape = useMemo(() => shapeOf(unfolded(map)), [map]);
  return (
    <div
      style={columnWidths(shape) as CSSProperties}
      className="relative min-h-0 flex-1 overflow-auto overscroll-contain bg-surface"
      tabIndex={0}
      role="region"
      aria-label={t("grid.label", {
        title: map.meta.title || t("untitled.map"),
      })}
      lang={map.meta.locale}
    >
      <div
        role="table"
        aria-label={map.meta.title || t("untitled.map")}
        aria-rowcount={shape.rows.length}
        aria-colcount={shape.leaves.length + 1}
        className="w-max"
      >
        <ReadHeadings {...{ map, shape, hasStages }} />
        <div role="rowgroup">
          {shape.lanes.map((lane, index) => (
            <ReadLane key={lane.key} {...{ map, shape, index }} />
          ))}
        </div>
      </div>
    </div>
  );
}

function unfolded({
  stages,
  lanes,
}: JourneyMap): Pick<JourneyMap, "stages" | "lanes"> {
  return {
    stages: stages.map((stage) => ({ ...stage, collapsed: false })),
    lanes: lanes.map((lane) => ({ ...lane, collapsed: false })),
  };
}

interface ReadLaneProps {
  readonly map: JourneyMap;
  readonly shape: GridShape;
  readonly index: number;
}

function ReadLane({ map, shape, index }: ReadLaneProps) {
  const row = shape.lanes[index];
  const head = row ? cellAt(shape, row.key, -1) : null;
  if (!row || !head) return null;
  const cells = cellsOf(shape, row.key);
  return (
    <div
      role="row"
      aria-rowindex={index + 3}
      className={cx(
        "grid w-max grid-cols-(--columns) border-b border-line [contain-intrinsic-size:auto_6rem] [content-visibility:auto]",
        row.kind === "line" ? "min-h-9" : "min-h-16",
      )}
    >
      <ReadLaneHead map={map} cell={head} />
      {row.kind === "emotion" ? (
        <ReadEmotions map={map} />
      ) : (
        cells.map((cell) => (
          <ReadCell key={cell.columnId ?? "all"} {...{ map, cell }} />
        ))
      )}
    </div>
  );
}

function ReadLaneHead({
  map,
  cell,
}: {
  readonly map: JourneyMap;
  readonly cell: GridCell;
}) {
  const t = useTranslations("map");
  const lane = laneIn(map, cell.row);
  const mark = useMarkStyle(`lane:${cell.row}`);
  if (!lane) return null;
  return (
    <div
      role="rowheader"
      className={cx(
        "sticky left-0 z-[5] border-r border-line-strong bg-paper px-3 py-2.5 text-sm leading-5 font-medium",
        mark,
      )}
    >
      <div
        ref={stayUnderHeadings}
        className={cx(UNDER_HEADINGS, "flex items-start gap-1.5")}
      >
        <LaneIcon
          kind={lane.kind}
          className="mt-0.5 size-4 shrink-0 text-ink-3"
        />
        <span className="min-w-0 hyphens-auto">
          <MarkBadges place={`lane:${lane.id}`} />
          {lane.title || t(`lane.${lane.kind}.name`)}
        </span>
      </div>
    </div>
  );
}
