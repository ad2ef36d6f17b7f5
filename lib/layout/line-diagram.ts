import type { TouchpointId } from "../journey/ids";
import type { Stage } from "../journey/journey-map";
import { layoutColumns, type StageBox } from "./columns";

/** The room that a diagram has, in pixels. */
export interface DiagramRoom {
  readonly width: number;
  readonly height: number;
  /** A column is never narrower than this, so that its title can be read; the diagram then scrolls. */
  readonly columnAtLeast: number;
  /** A column is never wider than this, so that a short journey stays a line. */
  readonly columnAtMost: number;
  readonly heightAtLeast: number;
  readonly heightAtMost: number;
}

export interface DiagramColumn {
  readonly touchpointId: TouchpointId;
  readonly title: string;
  readonly x: number;
  readonly width: number;
  readonly centre: number;
  /** A diagram folds nothing away. */
  readonly folded: false;
}

export interface LineDiagram {
  readonly width: number;
  readonly height: number;
  /** Only stages that have touchpoints take room on the line. */
  readonly stages: readonly StageBox[];
  readonly columns: readonly DiagramColumn[];
}

/** Lays the moments of contact of a journey along one line (R53): as wide as the screen, or wider and scrolled. */
export function layoutDiagram(
  stages: readonly Stage[],
  room: DiagramRoom,
): LineDiagram {
  const filled = stages
    .filter(({ touchpoints }) => touchpoints.length > 0)
    .map((stage) => ({ ...stage, collapsed: false }));
  const count = filled.reduce(
    (sum, { touchpoints }) => sum + touchpoints.length,
    0,
  );
  const fair = count === 0 ? 0 : Math.floor(room.width / count);
  const column = clamp(fair, room.columnAtLeast, room.columnAtMost);
  const layout = layoutColumns(filled, {
    touchpoint: column,
    placeholder: column,
    collapsed: column,
  });
  const columns = filled.flatMap(({ touchpoints }, stageAt) =>
    touchpoints.flatMap(({ id, title }, at): DiagramColumn[] => {
      const box = layout.stages[stageAt]?.columns[at];
      const centre = layout.centres.get(id);
      if (!box || centre === undefined) return [];
      const { x, width } = box;
      return [{ touchpointId: id, title, x, width, centre, folded: false }];
    }),
  );
  return {
    width: layout.width,
    height: clamp(room.height, room.heightAtLeast, room.heightAtMost),
    stages: layout.stages,
    columns,
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
