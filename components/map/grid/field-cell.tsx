"use client";

import { useTranslations } from "next-intl";
import { memo } from "react";
import { useJourneyMap } from "@/components/room/use-journey-map";
import type { Attachment, Touchpoint } from "@/lib/journey/journey-map";
import {
  AttachedFace,
  ChannelFace,
  MessageStatusFace,
  StakeholderFace,
} from "../drawing/field-faces";
import { TouchpointFacts } from "../drawing/touchpoint-facts";
import { CellEditor } from "../editing/cell-editor";
import { touchpointIn } from "../map-index";
import type { Edit } from "./grid-state";
import { useGridState } from "./grid-context";
import { editIn } from "./marks";
import { PeopleRing } from "./people-ring";
import type { GridCell } from "./shape";
import { cellStyle, useCell } from "./use-cell";

const NOTHING: readonly Attachment[] = [];

/** A cell that shows a field of its touchpoint. */
export const FieldCell = memo(function FieldCell({
  cell,
}: {
  readonly cell: GridCell;
}) {
  const touchpoint = useJourneyMap((map) => touchpointIn(map, cell.columnId));
  const { mark, attributes } = useCell(cell);
  const edit = useGridState((state, shape) => editIn(state, shape, cell));
  return (
    <div
      role="gridcell"
      {...attributes}
      className={cellStyle(
        mark,
        "border-r border-line px-3 py-2.5 text-sm leading-5",
      )}
    >
      {touchpoint ? (
        <Field cell={cell} touchpoint={touchpoint} edit={edit} />
      ) : null}
      <PeopleRing at={`${cell.row}:${cell.columnId}`} />
    </div>
  );
});

interface FieldProps {
  readonly cell: GridCell;
  readonly touchpoint: Touchpoint;
  readonly edit: Edit | null;
}

function Field({ cell, touchpoint, edit }: FieldProps) {
  const t = useTranslations("map");
  const attachments = useJourneyMap(
    (map) => map.attachments[touchpoint.id] ?? NOTHING,
  );
  switch (cell.lane?.kind) {
    case "touchpoint":
      return (
        <div className="flex flex-col gap-1">
          <Words
            text={touchpoint.title}
            edit={edit}
            label={t("edit.touchpoint")}
          />
          <TouchpointFacts touchpoint={touchpoint} />
        </div>
      );
    case "message":
      return (
        <>
          <Words
            text={touchpoint.message}
            edit={edit}
            label={t("edit.message")}
          />
          <MessageStatusFace messageStatus={touchpoint.messageStatus} />
          <AttachedFace attachments={attachments} />
        </>
      );
    case "channel":
      return <ChannelFace channels={touchpoint.channels} />;
    case "stakeholder":
      return <StakeholderFace owners={touchpoint.owners} />;
    case "evidence":
      return <AttachedFace attachments={attachments} />;
    default:
      return null;
  }
}

interface WordsProps {
  readonly text: string;
  readonly edit: Edit | null;
  readonly label: string;
}

function Words({ text, edit, label }: WordsProps) {
  return edit ? (
    <CellEditor edit={edit} label={label} />
  ) : (
    <p className="hyphens-auto whitespace-pre-wrap">{text}</p>
  );
}
