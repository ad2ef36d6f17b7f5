"use client";

import { memo, useMemo } from "react";
import { setEmotion } from "@/lib/journey/emotions";
import { layoutColumns } from "@/lib/layout/columns";
import { useCommands } from "@/components/room/use-commands";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { useLooksWritable } from "@/components/room/use-room-state";
import { useUndoKeys } from "@/components/room/use-undo-keys";
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
import type { GridCell, GridShape } from "./shape";
import { holdsPoint } from "./marks";

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
  const undoKeys = useUndoKeys();
  const presence = useEmotionPresence();
  const active = useGridState((state, shape) => activeIn(cells, state, shape));
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
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys bubble up from the points inside
    <div
      onKeyDown={undoKeys}
      className="relative isolate [&_[data-mark=active]]:z-[1] [&_[data-mark=active]]:shadow-[inset_0_0_0_2px_var(--focus)] [&_[data-mark]]:outline-none"
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
        cell={(touchpointId) => attributesOf(cells, touchpointId, active)}
      />
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
  active: string | null,
) {
  const cell = cells.find(({ columnId }) => columnId === touchpointId);
  if (!cell) return {};
  const isActive = active === touchpointId;
  return {
    role: "gridcell",
    "data-cell": cellName(cell),
    "data-row": cell.row,
    "data-leaf": touchpointId,
    "data-mark": isActive ? "active" : undefined,
    tabIndex: isActive ? 0 : -1,
    "aria-selected": isActive,
    "aria-colindex": cell.from + 2,
  };
}

function activeIn(
  cells: readonly GridCell[],
  state: Parameters<typeof holdsPoint>[0],
  shape: GridShape,
): string | null {
  const row = cells[0]?.row;
  if (!row || state.point.row !== row) return null;
  const held = cells.find((cell) => holdsPoint(state, shape, cell));
  return held?.columnId ?? null;
}
