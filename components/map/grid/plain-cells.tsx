"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, useMemo } from "react";
import { useCardCount, useMapParts } from "@/components/room/use-journey-map";
import { useLooksWritable } from "@/components/room/use-room-state";
import { cellKey } from "@/lib/journey/ids";
import type { CellKey } from "@/lib/journey/ids";
import type { Stage } from "@/lib/journey/journey-map";
import { LANE_KIND_INFO } from "@/lib/journey/vocabulary";
import { LineFace } from "../drawing/line-face";
import { laneIn, stageIn } from "../map-index";
import { PeopleRing } from "./people-ring";
import type { GridCell } from "./shape";
import { cellStyle, useCell } from "./use-cell";

const LANES = ["lanes"] as const;
const STAGES = ["stages"] as const;
const NO_STAGES: readonly Stage[] = [];

/** How many cards stand in a lane at these stages and their touchpoints; none in a lane that holds no cards. */
function useCardsAt({ lane }: GridCell, stages: readonly Stage[]): number {
  const laneId = lane && LANE_KIND_INFO[lane.kind].holdsCards ? lane.key : null;
  const keys = useMemo<CellKey[]>(
    () =>
      laneId === null
        ? []
        : stages.flatMap(({ id, touchpoints }) => [
            cellKey(laneId, id),
            ...touchpoints.map((touchpoint) => cellKey(laneId, touchpoint.id)),
          ]),
    [laneId, stages],
  );
  return useCardCount(keys);
}

/** Under a stage without touchpoints there is nothing to write in yet; the way to change that stands in its heading. */
export const NoColumnCell = memo(function NoColumnCell({
  cell,
}: {
  readonly cell: GridCell;
}) {
  const t = useTranslations("map");
  const { mark, attributes } = useCell(cell);
  return (
    <div
      role="gridcell"
      aria-label={t("cell.noColumn")}
      {...attributes}
      className={cellStyle(mark, "border-r border-line bg-sunken/50")}
    >
      <PeopleRing at={`${cell.row}:${cell.columnId}`} />
    </div>
  );
});

/** A column of a folded stage: how much lies under it. */
export const FoldedStageCell = memo(function FoldedStageCell({
  cell,
}: {
  readonly cell: GridCell;
}) {
  const t = useTranslations("map");
  const { mark, attributes } = useCell(cell);
  const stage = useMapParts(STAGES, (map) => stageIn(map, cell.columnId));
  const stages = useMemo(() => (stage ? [stage] : NO_STAGES), [stage]);
  const cards = useCardsAt(cell, stages);
  const count = cell.lane ? cards : (stage?.touchpoints.length ?? 0);
  return (
    <div
      role={cell.lane ? "gridcell" : "columnheader"}
      aria-label={t(cell.lane ? "cell.foldedCards" : "cell.foldedStage", {
        count,
      })}
      {...attributes}
      className={cellStyle(
        mark,
        "flex items-center justify-center border-r border-line bg-sunken/50 text-xs text-ink-3 tabular-nums",
      )}
    >
      {count > 0 ? count : null}
      {cell.lane ? <PeopleRing at={`${cell.row}:${cell.columnId}`} /> : null}
    </div>
  );
});

/** A folded lane: one line that says how much lies in it. */
export const FoldedLaneCell = memo(function FoldedLaneCell({
  cell,
}: {
  readonly cell: GridCell;
}) {
  const t = useTranslations("map");
  const { mark, attributes } = useCell(cell);
  const count = useCardsAt(
    cell,
    useMapParts(STAGES, (map) => map.stages),
  );
  return (
    <div
      role="gridcell"
      {...attributes}
      className={cellStyle(mark, "px-3 py-1.5 text-xs text-ink-3")}
    >
      <span className="sticky left-52">{t("cell.foldedLane", { count })}</span>
    </div>
  );
});

/** A line between what customers see and what they do not. */
export const LineCell = memo(function LineCell({
  cell,
}: {
  readonly cell: GridCell;
}) {
  const { mark, attributes } = useCell(cell);
  const lane = useMapParts(LANES, (map) => laneIn(map, cell.row));
  return (
    <div
      role="gridcell"
      {...attributes}
      className={cellStyle(mark, "flex items-center")}
    >
      <LineFace lane={lane} />
    </div>
  );
});

/** The heading of a stage without touchpoints: the place for its first one. */
export const PlaceholderCell = memo(function PlaceholderCell({
  cell,
}: {
  readonly cell: GridCell;
}) {
  const t = useTranslations("map");
  const canWrite = useLooksWritable();
  const { mark, attributes } = useCell(cell);
  return (
    <div
      role="columnheader"
      {...attributes}
      className={cellStyle(
        mark,
        "flex items-center border-r border-line px-2 py-1.5",
      )}
    >
      {canWrite ? (
        <button
          type="button"
          tabIndex={-1}
          data-act="add-first-touchpoint"
          className="flex min-h-7 items-center gap-1.5 rounded-sm px-1.5 text-sm text-ink-3 pointer-coarse:min-h-11 hover:bg-hover hover:text-ink"
        >
          <Plus aria-hidden="true" className="size-3.5" />
          {t("add.touchpoint")}
        </button>
      ) : (
        <span className="px-1.5 text-sm text-ink-3">
          {t("cell.noTouchpoints")}
        </span>
      )}
    </div>
  );
});
