"use client";

import { memo } from "react";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { FieldFace } from "../drawing/field-face";
import { CellEditor } from "../editing/cell-editor";
import { attachmentsIn, touchpointIn } from "../map-index";
import { useGridState } from "./grid-context";
import { editIn } from "./marks";
import { PeopleRing } from "./people-ring";
import type { GridCell } from "./shape";
import { cellStyle, useCell } from "./use-cell";

/** A cell that shows a field of its touchpoint. */
export const FieldCell = memo(function FieldCell({
  cell,
}: {
  readonly cell: GridCell;
}) {
  const touchpoint = useJourneyMap((map) => touchpointIn(map, cell.columnId));
  const kind = cell.lane?.kind ?? "touchpoint";
  const attachments = useJourneyMap((map) =>
    attachmentsIn(map, kind, cell.columnId),
  );
  const { mark, attributes } = useCell(cell);
  const edit = useGridState((state, shape) => editIn(state, shape, cell));
  const label = cell.lane?.kind === "message" ? "message" : "touchpoint";
  return (
    <div
      role="gridcell"
      {...attributes}
      className={cellStyle(
        mark,
        "border-r border-line px-3 py-2.5 text-sm leading-5",
      )}
    >
      {touchpoint && cell.lane ? (
        <FieldFace
          kind={cell.lane.kind}
          touchpoint={touchpoint}
          attachments={attachments}
          editor={edit ? <CellEditor edit={edit} label={label} /> : undefined}
        />
      ) : null}
      <PeopleRing at={`${cell.row}:${cell.columnId}`} />
    </div>
  );
});
