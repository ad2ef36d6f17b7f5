import type { Colour } from "../journey/vocabulary";
import { layoutCurve } from "./curve";

/** What a list of journeys knows of one: rows of the projection, in the order of the map. */
export interface PreviewRows {
  readonly stages: readonly {
    readonly id: string;
    readonly colour: Colour | null;
  }[];
  /** Those without a stage (in the tray) are left out of the picture. */
  readonly touchpoints: readonly {
    readonly id: string;
    readonly stageId: string | null;
  }[];
  readonly emotions: readonly {
    readonly touchpointId: string;
    readonly personaId: string;
    readonly value: number;
  }[];
}

export interface PreviewColumn {
  readonly x: number;
  readonly width: number;
}

export interface PreviewStage {
  readonly x: number;
  readonly width: number;
  readonly colour: Colour | null;
  readonly columns: readonly PreviewColumn[];
}

export interface PreviewPoint {
  readonly x: number;
  readonly y: number;
  readonly value: number;
}

export interface PreviewCurve {
  readonly solid: string;
  readonly dashed: string;
  readonly points: readonly PreviewPoint[];
}

/** A small picture of a map, in units of `PREVIEW_WIDTH` by `PREVIEW_HEIGHT`: plain JSON. */
export interface Preview {
  readonly stages: readonly PreviewStage[];
  readonly curves: readonly PreviewCurve[];
}

export const PREVIEW_WIDTH = 240;
export const PREVIEW_HEIGHT = 96;
/** The stages stand on top, the touchpoints under them, the curve in the rest. */
export const PREVIEW_ROWS = { stage: 14, touchpoint: 8, gap: 3 } as const;

const STAGE_GAP = 4;
const CURVE_TOP =
  PREVIEW_ROWS.stage + PREVIEW_ROWS.touchpoint + 2 * PREVIEW_ROWS.gap;
const CURVE_FRAME = { height: PREVIEW_HEIGHT - CURVE_TOP, padding: 6 };

/** Draws the small picture of a journey from rows, without its document. */
export function layoutPreview(rows: PreviewRows): Preview {
  const stages = placeStages(rows);
  const centres = centresOf(rows, stages);
  const personas = [
    ...new Set(rows.emotions.map(({ personaId }) => personaId)),
  ].sort();
  return { stages, curves: personas.map((id) => curveOf(rows, id, centres)) };
}

function placeStages(rows: PreviewRows): PreviewStage[] {
  const counts = rows.stages.map(
    (stage) =>
      rows.touchpoints.filter(({ stageId }) => stageId === stage.id).length,
  );
  const columns = counts.reduce((sum, count) => sum + Math.max(1, count), 0);
  const gaps = STAGE_GAP * Math.max(0, rows.stages.length - 1);
  const unit = Math.max(0, PREVIEW_WIDTH - gaps) / Math.max(1, columns);
  let left = 0;
  return rows.stages.map(({ colour }, index) => {
    const count = counts[index] ?? 0;
    const x = left;
    const width = unit * Math.max(1, count);
    left += width + STAGE_GAP;
    const touchpoints = Array.from({ length: count }, (_, at) => ({
      x: x + at * unit,
      width: unit,
    }));
    return { x, width, colour, columns: touchpoints };
  });
}

function centresOf(
  rows: PreviewRows,
  stages: readonly PreviewStage[],
): Map<string, number> {
  const centres = new Map<string, number>();
  rows.stages.forEach((stage, index) => {
    const inside = rows.touchpoints.filter(
      ({ stageId }) => stageId === stage.id,
    );
    inside.forEach(({ id }, at) => {
      const column = stages[index]?.columns[at];
      if (column) centres.set(id, column.x + column.width / 2);
    });
  });
  return centres;
}

function curveOf(
  rows: PreviewRows,
  personaId: string,
  centres: ReadonlyMap<string, number>,
): PreviewCurve {
  const values = new Map(
    rows.emotions
      .filter((row) => row.personaId === personaId)
      .map(({ touchpointId, value }) => [touchpointId, value]),
  );
  const inputs = [...centres].map(([key, x]) => ({
    key,
    x,
    value: values.get(key) ?? null,
  }));
  const shape = layoutCurve(inputs, CURVE_FRAME);
  const paths = (bridged: boolean) =>
    shape.segments
      .filter((segment) => segment.bridged === bridged)
      .map(({ path }) => path);
  return {
    solid: paths(false).join(""),
    dashed: paths(true).join(""),
    points: shape.points.map(({ x, y, value }) => ({ x, y, value })),
  };
}

/** How far down the picture the room of the curve begins. */
export const PREVIEW_CURVE_TOP = CURVE_TOP;
