"use client";

import { memo, useMemo } from "react";
import { setEmotion } from "@/lib/journey/emotions";
import { layoutColumns } from "@/lib/layout/columns";
import { useCommands } from "@/components/room/use-commands";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { useLooksWritable } from "@/components/room/use-room-state";
import { COLUMN_METRICS, HEAD_WIDTH } from "../drawing/measures";
import { useColumnWidths } from "../drawing/use-columns";
import { emotionColumns } from "../emotion/emotion-columns";
import { EmotionLane } from "../emotion/emotion-lane";
import { CurveButton } from "../emotion/curve-button";
import { CurveDescription } from "../emotion/curve-description";
import { curveWordsId } from "../emotion/curve-words-id";
import { useEmotionPersonas } from "../emotion/use-emotion-personas";
import { useEmotionPresence } from "../emotion/use-emotion-presence";
import { useHiddenPersonas } from "../hidden-personas";
import { useSeenMap } from "../seeing/seeing-context";
import { useGridState } from "./grid-context";
import { cellName } from "./shape";
import type { GridCell } from "./shape";
import { markOf } from "./marks";
import { PeopleRing } from "./people-ring";

/** The curve through all columns; each touchpoint's part of it is a cell of the grid. */
export const EmotionRow = memo(function EmotionRow({
  cells,
}: {
  readonly cells: readonly GridCell[];
}) {
  const stages = useSeenMap((map) => map.stages);
  const curves = useSeenMap((map) => map.curves);
  const personas = useEmotionPersonas(useJourneyMap((map) => map.personas));
  const hidden = useHiddenPersonas();
  const { run } = useCommands();
  const canWrite = useLooksWritable();
  const presence = useEmotionPresence();
  // As one word, so that the row is drawn again only when one of them is another.
  const marks = useGridState((state, shape) =>
    cells.map((cell) => markOf(state, shape, cell)).join(" "),
  );
  const widths = useColumnWidths();
  const layout = useMemo(
    () => layoutColumns(stages, COLUMN_METRICS, widths),
    [stages, widths],
  );
  const columns = useMemo(
    () => emotionColumns(stages, layout),
    [stages, layout],
  );
  return (
    <div
      className="relative isolate [&_[data-mark=active]]:z-[1] [&_[data-mark=active]]:shadow-[inset_0_0_0_2px_var(--focus)] [&_[data-mark=range]]:bg-accent-tint [&_[data-mark]]:outline-none"
      style={{ gridColumn: "2 / -1", gridRow: 1 }}
    >
      <CurveButton left={HEAD_WIDTH} />
      <EmotionLane
        columns={columns}
        width={layout.width}
        axisLeft={HEAD_WIDTH}
        personas={personas}
        hidden={hidden}
        curves={curves}
        previews={presence.previews}
        onDraft={presence.tell}
        onSet={
          canWrite
            ? (touchpointId, personaId, value) =>
                void run((ctx) =>
                  setEmotion(ctx, { touchpointId, personaId, value }),
                )
            : undefined
        }
        cell={(touchpointId) =>
          attributesOf(cells, touchpointId, marks.split(" "))
        }
      />
      {columns.map(({ touchpointId, x, width }) => (
        <span
          key={touchpointId}
          className="pointer-events-none absolute inset-y-0 z-[2]"
          style={{ left: x, width }}
        >
          <PeopleRing at={`${cells[0]?.row}:${touchpointId}`} />
        </span>
      ))}
      {/* Read with the name of the lane, and only then. */}
      <div hidden id={curveWordsId(cells[0]?.row ?? "")}>
        <CurveDescription {...{ columns, personas, hidden, curves }} />
      </div>
    </div>
  );
});

function attributesOf(
  cells: readonly GridCell[],
  touchpointId: string,
  marks: readonly string[],
) {
  const at = cells.findIndex(({ columnId }) => columnId === touchpointId);
  const cell = cells[at];
  if (!cell) return {};
  const mark = marks[at] ?? "none";
  return {
    role: "gridcell",
    "data-cell": cellName(cell),
    "data-row": cell.row,
    "data-leaf": touchpointId,
    "data-mark": mark === "none" ? undefined : mark,
    tabIndex: mark === "active" ? 0 : -1,
    "aria-selected": mark !== "none",
    "aria-colindex": cell.from + 2,
  };
}
