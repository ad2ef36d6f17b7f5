import type { ColumnId, StageId, TouchpointId } from "../journey/ids";

/** How wide each sort of column is drawn, in pixels. */
export interface ColumnMetrics {
  readonly touchpoint: number;
  /** The column that a stage without touchpoints shows. */
  readonly placeholder: number;
  /** The single column of a folded stage. */
  readonly collapsed: number;
}

export interface StageToLay {
  readonly id: StageId;
  readonly collapsed: boolean;
  readonly touchpoints: readonly { readonly id: TouchpointId }[];
}

export interface ColumnBox {
  readonly kind: "touchpoint" | "placeholder" | "collapsed";
  /** The touchpoint, or the stage where the column stands for a whole stage. */
  readonly columnId: ColumnId;
  readonly stageId: StageId;
  readonly x: number;
  readonly width: number;
}

export interface StageBox {
  readonly stageId: StageId;
  readonly x: number;
  readonly width: number;
  readonly columns: readonly ColumnBox[];
}

export interface Columns {
  readonly stages: readonly StageBox[];
  readonly width: number;
  /**
   * Where on the x axis each touchpoint stands. Those of a folded stage share its column in equal steps, so that
   * a curve still runs through them in order.
   */
  readonly centres: ReadonlyMap<TouchpointId, number>;
}

/**
 * Sets the stages of a map side by side, each as wide as its touchpoints.
 *
 * @param widths - own widths of single touchpoint columns, in pixels.
 */
export function layoutColumns(
  stages: readonly StageToLay[],
  metrics: ColumnMetrics,
  widths: ReadonlyMap<ColumnId, number> = new Map(),
): Columns {
  const centres = new Map<TouchpointId, number>();
  const boxes: StageBox[] = [];
  let x = 0;
  for (const stage of stages) {
    const columns = columnsOf(stage, x, { metrics, widths });
    const width = columns.reduce((sum, column) => sum + column.width, 0);
    placeCentres(stage, columns, centres);
    boxes.push({ stageId: stage.id, x, width, columns });
    x += width;
  }
  return { stages: boxes, width: x, centres };
}

interface Measures {
  readonly metrics: ColumnMetrics;
  readonly widths: ReadonlyMap<ColumnId, number>;
}

function columnsOf(
  stage: StageToLay,
  x: number,
  measures: Measures,
): ColumnBox[] {
  const { metrics, widths } = measures;
  const whole = { columnId: stage.id, stageId: stage.id, x };
  if (stage.collapsed) {
    return [{ kind: "collapsed", ...whole, width: metrics.collapsed }];
  }
  if (stage.touchpoints.length === 0) {
    return [{ kind: "placeholder", ...whole, width: metrics.placeholder }];
  }
  let left = x;
  return stage.touchpoints.map(({ id }) => {
    const width = widths.get(id) ?? metrics.touchpoint;
    const column = { columnId: id, stageId: stage.id, x: left, width };
    left += width;
    return { kind: "touchpoint" as const, ...column };
  });
}

function placeCentres(
  stage: StageToLay,
  columns: readonly ColumnBox[],
  centres: Map<TouchpointId, number>,
): void {
  stage.touchpoints.forEach(({ id }, index) => {
    const column = stage.collapsed ? columns[0] : columns[index];
    if (!column) return;
    const share = stage.collapsed
      ? (index + 0.5) / stage.touchpoints.length
      : 0.5;
    centres.set(id, column.x + column.width * share);
  });
}
