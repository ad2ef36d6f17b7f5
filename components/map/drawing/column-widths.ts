import type { GridShape } from "../grid/shape";
import { NO_WIDTHS } from "./column-store";
import type { ColumnWidths } from "./column-store";
import { COLUMN_METRICS, HEAD_WIDTH } from "./measures";

/**
 * The columns of every row as custom properties, and how wide a row is: to be told is cheaper than to ask all cells of
 * it whenever one changes. The curve is laid out by the same measures.
 */
export function columnWidths(
  shape: GridShape,
  own: ColumnWidths = NO_WIDTHS,
): Record<string, string> {
  const widths = shape.leaves.map(({ kind, key }) => {
    const width = kind === "touchpoint" ? own.get(key) : undefined;
    return width ?? COLUMN_METRICS[kind];
  });
  const whole = widths.reduce((sum, width) => sum + width, HEAD_WIDTH);
  return {
    "--width": `${whole}px`,
    "--head": `${HEAD_WIDTH}px`,
    "--columns": ["var(--head)", ...widths.map((width) => `${width}px`)].join(
      " ",
    ),
  };
}
