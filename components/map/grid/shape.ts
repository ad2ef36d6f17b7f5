import { cellKey } from "@/lib/journey/ids";
import type { CellKey, ColumnId, LaneId, StageId } from "@/lib/journey/ids";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { LANE_KIND_INFO } from "@/lib/journey/vocabulary";
import type { LaneKind } from "@/lib/journey/vocabulary";

/** The column of the lane names. */
export const HEAD = "head";

export type RowKey = "stages" | "touchpoints" | LaneId;
/** A drawn column: a touchpoint, or the stage itself where it is folded or empty. */
export type LeafKey = typeof HEAD | ColumnId;

export interface Leaf {
  readonly key: ColumnId;
  readonly kind: "touchpoint" | "placeholder" | "collapsed";
  readonly stageId: StageId;
}

export interface StageRun {
  readonly stageId: StageId;
  /** Index of its first leaf. */
  readonly from: number;
  readonly count: number;
}

export interface LaneRow {
  readonly key: LaneId;
  readonly kind: LaneKind;
  readonly span: "stage" | "touchpoint";
  readonly collapsed: boolean;
}

/** What the arrows walk over: nothing but ids, so that it stays the same object while people type. */
export interface GridShape {
  readonly leaves: readonly Leaf[];
  readonly stages: readonly StageRun[];
  readonly lanes: readonly LaneRow[];
  readonly rows: readonly RowKey[];
}

export type CellRole =
  | "stage"
  | "touchpoint"
  | "placeholder"
  | "folded-stage"
  | "lane"
  | "cards"
  | "no-column"
  | "field"
  | "line"
  | "folded-lane";

export interface GridCell {
  readonly row: RowKey;
  /** Indexes of the first and the last leaf; −1 is the column of the lane names. */
  readonly from: number;
  readonly to: number;
  readonly role: CellRole;
  readonly columnId: ColumnId | null;
  readonly lane: LaneRow | null;
}

/** Where the selection is: always one row and one drawn column, also inside a cell that spans several. */
export interface Point {
  readonly row: RowKey;
  readonly leaf: LeafKey;
}

export function shapeOf(map: Pick<JourneyMap, "stages" | "lanes">): GridShape {
  const leaves: Leaf[] = [];
  const stages: StageRun[] = [];
  for (const stage of map.stages) {
    const from = leaves.length;
    if (stage.collapsed || stage.touchpoints.length === 0) {
      const kind = stage.collapsed ? "collapsed" : "placeholder";
      leaves.push({ key: stage.id, kind, stageId: stage.id });
    } else {
      for (const { id } of stage.touchpoints) {
        leaves.push({ key: id, kind: "touchpoint", stageId: stage.id });
      }
    }
    stages.push({ stageId: stage.id, from, count: leaves.length - from });
  }
  const lanes = map.lanes.map(({ id, kind, span, collapsed }) => {
    const holdsCards = LANE_KIND_INFO[kind].holdsCards;
    return {
      key: id,
      kind,
      span: holdsCards ? span : ("touchpoint" as const),
      collapsed,
    };
  });
  const rows: RowKey[] = [
    "stages",
    "touchpoints",
    ...lanes.map(({ key }) => key),
  ];
  return { leaves, stages, lanes, rows };
}

export function leafIndex(shape: GridShape, leaf: LeafKey): number {
  return leaf === HEAD ? -1 : shape.leaves.findIndex(({ key }) => key === leaf);
}

export function leafAt(shape: GridShape, index: number): LeafKey {
  return shape.leaves[index]?.key ?? HEAD;
}

/** The cell that covers a drawn column in a row; null in the corner, and where the column or row is gone. */
export function cellAt(
  shape: GridShape,
  row: RowKey,
  index: number,
): GridCell | null {
  if (row === "stages") return stageCell(shape, index);
  if (row === "touchpoints") return touchpointCell(shape, index);
  const lane = shape.lanes.find(({ key }) => key === row);
  if (!lane) return null;
  if (index < 0) {
    return { row, from: -1, to: -1, role: "lane", columnId: null, lane };
  }
  const leaf = shape.leaves[index];
  if (!leaf) return null;
  return laneCell(shape, lane, index);
}

function runAt(shape: GridShape, index: number): StageRun | undefined {
  return shape.stages.find(
    ({ from, count }) => index >= from && index < from + count,
  );
}

function stageCell(shape: GridShape, index: number): GridCell | null {
  const run = runAt(shape, index);
  if (!run) return null;
  const to = run.from + run.count - 1;
  const columnId = run.stageId;
  return {
    row: "stages",
    from: run.from,
    to,
    role: "stage",
    columnId,
    lane: null,
  };
}

function touchpointCell(shape: GridShape, index: number): GridCell | null {
  const leaf = shape.leaves[index];
  if (!leaf) return null;
  const role = leaf.kind === "collapsed" ? "folded-stage" : leaf.kind;
  return {
    row: "touchpoints",
    from: index,
    to: index,
    role,
    columnId: leaf.key,
    lane: null,
  };
}

function laneCell(
  shape: GridShape,
  lane: LaneRow,
  index: number,
): GridCell | null {
  const run = runAt(shape, index);
  const leaf = shape.leaves[index];
  if (!run || !leaf) return null;
  const row = lane.key;
  if (lane.kind === "line" || lane.collapsed) {
    const role = lane.kind === "line" ? "line" : "folded-lane";
    const to = shape.leaves.length - 1;
    return { row, from: 0, to, role, columnId: null, lane };
  }
  if (leaf.kind === "collapsed") {
    const columnId = leaf.key;
    return {
      row,
      from: index,
      to: index,
      role: "folded-stage",
      columnId,
      lane,
    };
  }
  if (lane.span === "stage") {
    const to = run.from + run.count - 1;
    const columnId = run.stageId;
    return { row, from: run.from, to, role: "cards", columnId, lane };
  }
  return {
    row,
    from: index,
    to: index,
    role:
      leaf.kind === "placeholder"
        ? "no-column"
        : LANE_KIND_INFO[lane.kind].holdsCards
          ? "cards"
          : "field",
    columnId: leaf.key,
    lane,
  };
}

export function cellOf(shape: GridShape, point: Point): GridCell | null {
  const index = leafIndex(shape, point.leaf);
  if (index < 0 && point.leaf !== HEAD) return null;
  return cellAt(shape, point.row, index);
}

/** Where the cards of a cell are found in the map; null where a cell holds none. */
export function cardsKey(cell: GridCell): CellKey | null {
  if (cell.role !== "cards" || !cell.lane || !cell.columnId) return null;
  return cellKey(cell.lane.key, cell.columnId);
}

/** One name for a cell on the screen, the same from whichever of its columns it is reached. */
export function cellName(cell: GridCell): string {
  return `${cell.row}/${cell.from < 0 ? HEAD : (cell.columnId ?? "all")}`;
}

/** How many of the leading rows are headings. */
export const HEADING_ROWS = 2;
