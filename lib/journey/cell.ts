import type * as Y from "yjs";
import { refuse } from "./command";
import type { CommandRefusal } from "./command";
import type { ColumnId, LaneId } from "./ids";
import { liveEntity, touchpointLocOf } from "./lists";
import { laneValues } from "./schema";
import { parseValue } from "./values";
import { LANE_KIND_INFO } from "./vocabulary";
import type { CardKind } from "./vocabulary";

export interface CellAddress {
  readonly laneId: LaneId;
  readonly columnId: ColumnId;
}

/** Whether cards can stand in a cell, and of which kind they are there. */
export function cellFor(
  doc: Y.Doc,
  { laneId, columnId }: CellAddress,
): { readonly ok: true; readonly cardKind: CardKind } | CommandRefusal {
  const lane = liveEntity(doc, "lanes", laneId);
  if (lane === null) return refuse("not_found");
  const info =
    LANE_KIND_INFO[parseValue(lane.get("kind"), laneValues.kind) ?? "text"];
  if (!info.holdsCards) return refuse("lane_holds_no_cards");
  const span =
    parseValue(lane.get("span"), laneValues.span) ?? info.defaultSpan;
  const isStage = liveEntity(doc, "stages", columnId) !== null;
  if (!isStage && !isPlacedTouchpoint(doc, columnId))
    return refuse("not_found");
  if (isStage !== (span === "stage")) return refuse("wrong_column");
  return { ok: true, cardKind: info.cardKind };
}

/** Whether a column is a touchpoint that stands on the map. */
export function isPlacedTouchpoint(doc: Y.Doc, columnId: ColumnId): boolean {
  const touchpoint = liveEntity(doc, "touchpoints", columnId);
  const stageId =
    touchpoint === null ? undefined : touchpointLocOf(touchpoint)?.[0];
  return stageId !== undefined && liveEntity(doc, "stages", stageId) !== null;
}
