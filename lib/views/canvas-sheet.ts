import type { CellKey, StageId } from "../journey/ids";
import type { Card, JourneyMap, Lane, Stage } from "../journey/journey-map";
import { LANE_KIND_INFO } from "../journey/vocabulary";

export interface CanvasCell {
  readonly stageId: StageId;
  readonly cards: readonly Card[];
  /** What asks for an answer while the cell is empty. */
  readonly hint: string | null;
}

export interface CanvasRow {
  readonly lane: Lane;
  readonly cells: readonly CanvasCell[];
}

export interface CanvasSheet {
  readonly stages: readonly Stage[];
  readonly rows: readonly CanvasRow[];
}

const NONE: readonly Card[] = [];

/** The map as a sheet for the wall: stages as columns, every lane whose cards belong to stages as a big row. */
export function canvasSheet({
  stages,
  lanes,
  cells,
}: Pick<JourneyMap, "stages" | "lanes" | "cells">): CanvasSheet {
  const rows = lanes
    .filter(
      ({ kind, span }) => LANE_KIND_INFO[kind].holdsCards && span === "stage",
    )
    .map((lane) => ({
      lane,
      cells: stages.map(({ id }) => ({
        stageId: id,
        cards: cells[`${lane.id}:${id}` as CellKey] ?? NONE,
        hint: lane.cellHints[id] ?? lane.hint,
      })),
    }));
  return { stages, rows };
}
