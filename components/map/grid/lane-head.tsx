"use client";

import {
  ChevronDown,
  ChevronRight,
  Ellipsis,
  EyeOff,
  Plus,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { useMapParts } from "@/components/room/use-journey-map";
import { useLooksWritable } from "@/components/room/use-room-state";
import { cx } from "@/components/ui/cx";
import type { Lane } from "@/lib/journey/journey-map";
import { stayUnderHeadings, UNDER_HEADINGS } from "../drawing/heading-height";
import { LaneIcon } from "../drawing/lane-icon";
import { CellEditor } from "../editing/cell-editor";
import { curveWordsId } from "../emotion/curve-words-id";
import { isLaneFilled } from "../lanes/is-filled";
import { laneIn } from "../map-index";
import { PeopleRing } from "./people-ring";
import type { GridCell } from "./shape";
import { cellStyle, useCellWith } from "./use-cell";
import { useOver } from "./use-over";

const LANES = ["lanes"] as const;
const FILLING = ["lanes", "stages", "cells", "attachments"] as const;

/** The name of a lane, which stays in view beside its cells. */
export const LaneHead = memo(function LaneHead({
  cell,
}: {
  readonly cell: GridCell;
}) {
  const t = useTranslations("map");
  const lane = useMapParts(LANES, (map) => laneIn(map, cell.row));
  const hint = useHint(cell);
  const { mark, attributes, edit, isHeld } = useCellWith(cell, ({ hand }) => ({
    isHeld: hand?.subject.id === cell.row,
  }));
  const { isOver, over } = useOver();
  if (!lane) return null;
  // What a pointer or finger needs there; the same stands in its menu. Two hundred of them would be there for nobody.
  const hasTools = isOver || mark === "active";
  return (
    <div
      role="rowheader"
      {...attributes}
      {...over}
      aria-describedby={
        lane.kind === "emotion" && !lane.collapsed
          ? curveWordsId(lane.id)
          : undefined
      }
      title={hint.isShown ? undefined : hint.words}
      data-drag="lane"
      data-id={lane.id}
      className={cellStyle(
        mark,
        cx(
          "group/head sticky left-0 z-[5] border-r border-line-strong bg-paper px-3 py-2.5",
          isHeld && "opacity-40",
        ),
      )}
    >
      <div ref={stayUnderHeadings} className={UNDER_HEADINGS}>
        <div className="flex items-start gap-1.5">
          <LaneIcon
            kind={lane.kind}
            className="mt-0.5 size-4 shrink-0 text-ink-3"
          />
          <div className="min-w-0 flex-1 pr-4 text-sm leading-5 font-medium">
            {edit ? (
              <CellEditor edit={edit} label="lane" />
            ) : (
              <span className={cx("hyphens-auto", !lane.title && "text-ink-3")}>
                {lane.title || t(`lane.${lane.kind}.name`)}
              </span>
            )}
          </div>
        </div>
        {hint.isShown ? (
          <p className="mt-1 line-clamp-4 text-xs leading-4 hyphens-auto text-ink-3">
            {hint.words}
          </p>
        ) : null}
        {lane.visibility === "backstage" &&
        lane.kind !== "line" &&
        !lane.collapsed ? (
          <p className="mt-1 flex items-center gap-1 text-2xs text-ink-3">
            <EyeOff aria-hidden="true" className="size-3" />
            {t("visibility.backstage")}
          </p>
        ) : null}
        {hasTools ? (
          <LaneTools
            isCollapsed={lane.collapsed}
            isLine={lane.kind === "line"}
          />
        ) : null}
      </div>
      <LaneEdge lane={lane} />
      {hasTools ? <InsertBelow /> : null}
      <PeopleRing at={lane.id} />
    </div>
  );
});

/** What the lane is for: in sight until it holds something, and on asking from then on. */
function useHint({ row }: GridCell) {
  const words = useMapParts(
    LANES,
    (map) => laneIn(map, row)?.hint || undefined,
  );
  const isShown = useMapParts(FILLING, (map) => {
    const lane = laneIn(map, row);
    return !!lane?.hint && !lane.collapsed && !isLaneFilled(map, lane);
  });
  return { words, isShown };
}

/** What a pointer takes hold of to make a lane taller; its menu and Shift+Alt+arrows do the same. */
function LaneEdge({ lane }: { readonly lane: Lane }) {
  const t = useTranslations("lanes.height");
  const canWrite = useLooksWritable();
  const isFixed =
    lane.collapsed || lane.kind === "line" || lane.kind === "emotion";
  if (!canWrite || isFixed) return null;
  return (
    <span
      aria-hidden="true"
      data-resize=""
      data-lane-edge={lane.id}
      title={t("edge")}
      className="absolute inset-x-0 -bottom-1 z-[2] h-2 cursor-row-resize forced-color-adjust-none hover:bg-accent-line forced-colors:hover:bg-[Highlight] pointer-coarse:hidden"
    />
  );
}

interface LaneToolsProps {
  readonly isCollapsed: boolean;
  readonly isLine: boolean;
}

function LaneTools({ isCollapsed, isLine }: LaneToolsProps) {
  const t = useTranslations("map");
  const canWrite = useLooksWritable();
  if (!canWrite) return null;
  const Chevron = isCollapsed ? ChevronRight : ChevronDown;
  const look =
    "flex size-6 items-center justify-center rounded-sm text-ink-3 pointer-coarse:size-11 hover:bg-hover hover:text-ink";
  return (
    <span className="absolute -top-1 -right-2 flex flex-col opacity-0 pointer-coarse:pointer-events-none pointer-coarse:flex-row transition-opacity group-hover/head:bg-paper group-hover/head:opacity-100 pointer-coarse:group-data-[mark=active]/head:bg-paper pointer-coarse:group-data-[mark=active]/head:pointer-events-auto pointer-coarse:group-data-[mark=active]/head:opacity-100">
      <button
        type="button"
        tabIndex={-1}
        data-act="menu"
        aria-label={t("menu.open")}
        className={look}
      >
        <Ellipsis aria-hidden="true" className="size-4" />
      </button>
      {isLine ? null : (
        <button
          type="button"
          tabIndex={-1}
          data-act="fold-lane"
          aria-label={t(isCollapsed ? "menu.unfold" : "menu.fold")}
          className={cx(look, isCollapsed && "hidden")}
        >
          <Chevron aria-hidden="true" className="size-4" />
        </button>
      )}
    </span>
  );
}

function InsertBelow() {
  const t = useTranslations("map");
  if (!useLooksWritable()) return null;
  return (
    <button
      type="button"
      tabIndex={-1}
      data-act="insert-after"
      aria-label={t("add.laneBelow")}
      title={t("add.laneBelow")}
      className="absolute bottom-0.5 left-1/2 z-[3] flex size-6 -translate-x-1/2 pointer-coarse:left-6 pointer-coarse:size-11 items-center justify-center rounded-full border border-accent-line bg-surface text-accent opacity-0 pointer-coarse:pointer-events-none transition-opacity group-hover/head:opacity-100 pointer-coarse:group-data-[mark=active]/head:pointer-events-auto pointer-coarse:group-data-[mark=active]/head:opacity-100 hover:bg-accent hover:text-accent-ink"
    >
      <Plus aria-hidden="true" className="size-3" />
    </button>
  );
}
