import { layoutCurve } from "./curve";
import { layoutPreview } from "./preview";
import type { PreviewStage } from "./preview";

/** What of a template its small picture shows. */
export interface TemplateShape {
  readonly stages: readonly {
    readonly colour: string | null;
    readonly touchpoints: number;
  }[];
  readonly lanes: readonly { readonly isCurve: boolean }[];
}

export interface TemplateRow {
  readonly y: number;
  readonly height: number;
  /** The path of an even curve where the lane holds one. */
  readonly curve: string | null;
}

/** A small picture of a template: its stages above, its lanes below. */
export interface TemplatePicture {
  readonly stages: readonly PreviewStage[];
  readonly rows: readonly TemplateRow[];
}

/** Sizes of the picture: lane names left, stages and touchpoints on top. */
export const TEMPLATE_PICTURE = {
  width: 240,
  height: 104,
  head: 28,
  stageHeight: 12,
  touchpointTop: 15,
  touchpointHeight: 4,
  lanesTop: 24,
  mostRows: 7,
  tallest: 14,
} as const;

/** A quiet up and down, since a template has no feelings of its own. */
const EXAMPLE = [0, 1, -1, 1, 2];

/** Lays out the picture of a template in the plane of `TEMPLATE_PICTURE`. */
export function layoutTemplate({
  stages,
  lanes,
}: TemplateShape): TemplatePicture {
  const { width, height, head, lanesTop, mostRows, tallest } = TEMPLATE_PICTURE;
  const wide = width - head;
  const full = layoutPreview({ stages, curve: [] }).stages;
  // The picture of a map begins at the left edge; here the names of the lanes stand before it.
  const scale = wide / width;
  const placed = full.map((stage) => ({
    ...stage,
    x: head + stage.x * scale,
    width: stage.width * scale,
    columns: stage.columns.map((column) => ({
      x: head + column.x * scale,
      width: column.width * scale,
    })),
  }));
  const shown = lanes.slice(0, mostRows);
  const rowHeight = Math.min(
    tallest,
    (height - lanesTop) / Math.max(1, shown.length),
  );
  const rows = shown.map(({ isCurve }, row) => ({
    y: lanesTop + row * rowHeight,
    height: rowHeight,
    curve: isCurve ? curveOf(rowHeight) : null,
  }));
  return { stages: placed, rows };
}

function curveOf(height: number): string {
  const { width, head } = TEMPLATE_PICTURE;
  const step = (width - head) / EXAMPLE.length;
  const points = EXAMPLE.map((value, key) => ({
    key,
    x: head + (key + 0.5) * step,
    value,
  }));
  const { segments } = layoutCurve(points, { height, padding: 2 });
  return segments.map(({ path }) => path).join("");
}
