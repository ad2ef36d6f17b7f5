import type { ColumnId } from "../journey/ids";
import type { Stage, Touchpoint } from "../journey/journey-map";

/** How fine the columns of a matrix are. */
export type Grain = "touchpoint" | "stage";

/** One column: a touchpoint, or all those of a stage; none where a stage has none yet. */
export interface MatrixColumn {
  readonly key: ColumnId;
  readonly stage: Stage;
  readonly touchpoints: readonly Touchpoint[];
}

/** The stages as columns, whole or touchpoint by touchpoint; a stage without touchpoints keeps one. */
export function matrixColumns(
  stages: readonly Stage[],
  grain: Grain,
): MatrixColumn[] {
  return stages.flatMap((stage): MatrixColumn[] => {
    const { touchpoints } = stage;
    if (grain === "stage" || touchpoints.length === 0)
      return [{ key: stage.id, stage, touchpoints }];
    return touchpoints.map((touchpoint) => ({
      key: touchpoint.id,
      stage,
      touchpoints: [touchpoint],
    }));
  });
}

/** Whether the next column belongs to another stage. */
export function endsStage(columns: readonly MatrixColumn[], at: number) {
  return columns[at]?.stage.id !== columns[at + 1]?.stage.id;
}
