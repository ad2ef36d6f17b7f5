"use client";

import { memo, useMemo } from "react";
import { usePlace } from "@/components/room/room-context";
import { useMapParts } from "@/components/room/use-journey-map";
import { isFirstOfStage, slotsAt, slotsName } from "../drawing/channel-band";
import { FieldFace } from "../drawing/field-face";
import { CellEditor } from "../editing/cell-editor";
import { attachmentsIn, touchpointIn } from "../map-index";
import { PeopleRing } from "./people-ring";
import type { GridCell } from "./shape";
import { cellStyle, useCellWith } from "./use-cell";

const STAGES = ["stages"] as const;
const FILES = ["lanes", "attachments"] as const;

/** A cell that shows a field of its touchpoint. */
export const FieldCell = memo(function FieldCell({
  cell,
}: {
  readonly cell: GridCell;
}) {
  const touchpoint = useMapParts(STAGES, (map) =>
    touchpointIn(map, cell.columnId),
  );
  const kind = cell.lane?.kind ?? "touchpoint";
  const attachments = useMapParts(FILES, (map) =>
    attachmentsIn(map, kind, cell.columnId),
  );
  const band = useBand(kind === "channel" ? cell.columnId : null);
  const { mark, attributes, edit, canOpen } = useCellWith(
    cell,
    ({ looksWritable }) => ({
      canOpen: looksWritable && (kind === "message" || kind === "evidence"),
    }),
  );
  const label = cell.lane?.kind === "message" ? "message" : "touchpoint";
  return (
    <div
      role="gridcell"
      {...attributes}
      className={cellStyle(
        mark,
        "group/field border-r border-line px-3 py-2.5 text-sm leading-5",
      )}
    >
      {touchpoint && cell.lane ? (
        <FieldFace
          kind={cell.lane.kind}
          touchpoint={touchpoint}
          attachments={attachments}
          isOpenable={canOpen}
          isInGrid
          band={band}
          editor={edit ? <CellEditor edit={edit} label={label} /> : undefined}
        />
      ) : null}
      <PeopleRing at={`${cell.row}:${cell.columnId}`} />
    </div>
  );
});

/** The bands of channels at a touchpoint; the same value as long as they are drawn the same. */
function useBand(touchpointId: string | null) {
  const { source } = usePlace();
  const name = useMapParts(STAGES, (map) =>
    touchpointId === null
      ? null
      : `${slotsName(slotsAt(map, touchpointId))}/${isFirstOfStage(map, touchpointId)}`,
  );
  return useMemo(() => {
    if (name === null) return undefined;
    const map = source.get();
    const isNamed = isFirstOfStage(map, touchpointId);
    return { slots: slotsAt(map, touchpointId), isNamed };
  }, [name, source, touchpointId]);
}
