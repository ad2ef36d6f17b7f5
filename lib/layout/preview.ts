import { layoutCurve } from "./curve";

/** What a list of journeys knows of one. */
export interface PreviewInput {
  readonly stages: readonly {
    readonly colour: string | null;
    readonly touchpoints: number;
  }[];
  /** What one persona feels, one per touchpoint in map order; null where nobody knows. */
  readonly curve: readonly (number | null)[];
  /** For each of these whether evidence says so. */
  readonly proven?: readonly boolean[];
}

export interface PreviewColumn {
  readonly x: number;
  readonly width: number;
}

export interface PreviewStage extends PreviewColumn {
  readonly colour: string | null;
  readonly columns: readonly PreviewColumn[];
}

export interface PreviewCurve {
  readonly solid: string;
  readonly dashed: string;
  readonly points: readonly {
    readonly x: number;
    readonly y: number;
    readonly value: number;
    readonly isProven: boolean;
  }[];
}

/** A small picture of a map; the curve's y counts from `PREVIEW.curveTop`. */
export interface Preview {
  readonly stages: readonly PreviewStage[];
  readonly curve: PreviewCurve;
}

/** Sizes of the picture: stages on top, touchpoints under them, the curve in the rest. */
export const PREVIEW = {
  width: 240,
  height: 96,
  stageHeight: 12,
  touchpointTop: 16,
  touchpointHeight: 6,
  curveTop: 28,
} as const;

const STAGE_GAP = 4;
const CURVE_FRAME = { height: PREVIEW.height - PREVIEW.curveTop, padding: 8 };

/** Draws the small picture of a journey from what the list knows, without its document. */
export function layoutPreview(input: PreviewInput): Preview {
  const stages = placeStages(input.stages);
  const columns = stages.flatMap((stage) => stage.columns);
  const points = columns.map(({ x, width }, key) => ({
    key,
    x: x + width / 2,
    value: input.curve[key] ?? null,
  }));
  const shape = layoutCurve(points, CURVE_FRAME);
  const paths = (bridged: boolean) =>
    shape.segments.flatMap((segment) =>
      segment.bridged === bridged ? [segment.path] : [],
    );
  const curve = {
    solid: paths(false).join(""),
    dashed: paths(true).join(""),
    points: shape.points.map(({ key, x, y, value }) => ({
      x,
      y,
      value,
      isProven: input.proven?.[key] ?? false,
    })),
  };
  return { stages, curve };
}

function placeStages(stages: PreviewInput["stages"]): PreviewStage[] {
  const units = stages.reduce(
    (sum, { touchpoints }) => sum + Math.max(1, touchpoints),
    0,
  );
  const gaps = STAGE_GAP * Math.max(0, stages.length - 1);
  const unit = Math.max(0, PREVIEW.width - gaps) / Math.max(1, units);
  let left = 0;
  return stages.map(({ colour, touchpoints }) => {
    const x = left;
    const width = unit * Math.max(1, touchpoints);
    left += width + STAGE_GAP;
    const columns = Array.from({ length: touchpoints }, (_, at) => ({
      x: x + at * unit,
      width: unit,
    }));
    return { x, width, colour, columns };
  });
}
