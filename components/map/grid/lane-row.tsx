"use client";

import { Activity, memo, useMemo, useState } from "react";
import { useMapParts } from "@/components/room/use-journey-map";
import { cx } from "@/components/ui/cx";
import { Awake } from "../early/awake";
import { laneIn } from "../map-index";
import { CardsCell } from "./cards-cell";
import { cellsOf } from "./cells-of";
import { EmotionRow } from "./emotion-row";
import { FieldCell } from "./field-cell";
import { LaneHead } from "./lane-head";
import {
  FoldedLaneCell,
  FoldedStageCell,
  LineCell,
  NoColumnCell,
} from "./plain-cells";
import { cellAt, HEADING_ROWS } from "./shape";
import type { GridCell, GridShape, LaneRow as Row } from "./shape";

const LANES = ["lanes"] as const;

interface LaneRowProps {
  readonly lane: Row;
  readonly shape: GridShape;
  readonly index: number;
  /** With its cells, or for the moment with its name alone. */
  readonly isDrawn: boolean;
}

/** One lane across the map. Out of sight it costs nothing, yet it can be found, printed and read out. */
export const LaneRow = memo(function LaneRow({
  lane,
  shape,
  index,
  isDrawn,
}: LaneRowProps) {
  const height = useMapParts(
    LANES,
    (map) => laneIn(map, lane.key)?.height ?? null,
  );
  const head = useMemo(() => cellAt(shape, lane.key, -1), [shape, lane.key]);
  // What the page was sent with comes alive as one; React would break off to bring it to life for anything that is added.
  const [isSent] = useState(isDrawn);
  const first = useMemo(
    () => (
      <Activity>
        <Awake row={lane.key} />
        {head ? <LaneHead cell={head} /> : null}
        {isSent ? <LaneCells shape={shape} lane={lane} /> : null}
      </Activity>
    ),
    [isSent, head, shape, lane],
  );
  const isLow = lane.kind === "line" || lane.collapsed;
  return (
    <div
      role="row"
      aria-rowindex={index + 1 + HEADING_ROWS}
      data-lane={lane.key}
      style={{ minHeight: isLow ? undefined : (height ?? undefined) }}
      className={cx(
        // Each is a layer of its own. Where they share one, a lane that comes into reach of the screen beside one with
        // layers of its own, as the curve has, makes the browser draw all others anew, which is seen in scrolling. Only
        // an opaque layer has letters as sharp as the page's.
        "grid w-(--width) grid-cols-(--columns) border-b border-line bg-surface [contain-intrinsic-size:auto_6rem] [content-visibility:auto] not-print:[transform:translateZ(0)]",
        isLow ? "min-h-9" : "min-h-16",
      )}
    >
      {/* Each lane comes alive by itself: what is touched first does not wait for all the others. */}
      {first}
      {isDrawn && !isSent ? <LaneCells shape={shape} lane={lane} /> : null}
    </div>
  );
});

function LaneCells({ shape, lane }: Pick<LaneRowProps, "shape" | "lane">) {
  const cells = useMemo(() => cellsOf(shape, lane.key), [shape, lane.key]);
  if (lane.kind === "emotion" && !lane.collapsed)
    return <EmotionCells cells={cells} />;
  return cells.map((cell) => <Cell key={cell.columnId ?? "all"} cell={cell} />);
}

function EmotionCells({ cells }: { readonly cells: readonly GridCell[] }) {
  const others = cells.filter(({ role }) => role !== "field");
  return (
    <>
      <EmotionRow cells={cells} />
      {others.map((cell) => (
        <Cell key={cell.columnId ?? "all"} cell={cell} />
      ))}
    </>
  );
}

function Cell({ cell }: { readonly cell: GridCell }) {
  switch (cell.role) {
    case "cards":
      return <CardsCell cell={cell} />;
    case "field":
      return <FieldCell cell={cell} />;
    case "folded-stage":
      return <FoldedStageCell cell={cell} />;
    case "folded-lane":
      return <FoldedLaneCell cell={cell} />;
    case "line":
      return <LineCell cell={cell} />;
    default:
      return <NoColumnCell cell={cell} />;
  }
}
