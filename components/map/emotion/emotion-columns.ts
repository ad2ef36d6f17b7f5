import type { TouchpointId } from "@/lib/journey/ids";
import type { Stage } from "@/lib/journey/journey-map";
import type { Columns } from "@/lib/layout/columns";

/** A touchpoint as the emotion lane sees it. */
export interface EmotionColumn {
  readonly touchpointId: TouchpointId;
  readonly title: string;
  readonly x: number;
  readonly width: number;
  readonly centre: number;
  /** In a folded stage: drawn, but too narrow to be worked on. */
  readonly folded: boolean;
}

type StageOfColumns = Pick<Stage, "id" | "collapsed"> & {
  readonly touchpoints: readonly {
    readonly id: TouchpointId;
    readonly title: string;
  }[];
};

/** The columns of the emotion lane, under those of the map. */
export function emotionColumns(
  stages: readonly StageOfColumns[],
  columns: Columns,
): EmotionColumn[] {
  return stages.flatMap((stage, index) => {
    const boxes = columns.stages[index]?.columns ?? [];
    return stage.touchpoints.flatMap(({ id, title }, at) => {
      const box = stage.collapsed ? boxes[0] : boxes[at];
      const centre = columns.centres.get(id);
      if (!box || centre === undefined) return [];
      const { x, width } = box;
      return [
        { touchpointId: id, title, x, width, centre, folded: stage.collapsed },
      ];
    });
  });
}
