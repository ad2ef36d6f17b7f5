import type { GridShape } from "../grid/shape";
import { COLUMN_METRICS, HEAD_WIDTH } from "./measures";

/** The columns of every row as custom properties; the curve is laid out by the same measures. */
export function columnWidths(shape: GridShape): Record<string, string> {
  const widths = shape.leaves.map(({ kind }) => `${COLUMN_METRICS[kind]}px`);
  return {
    "--head": `${HEAD_WIDTH}px`,
    "--columns": `var(--head) ${widths.join(" ")}`,
  };
}
