import type { ColumnMetrics } from "@/lib/layout/columns";

/** The column of the lane names, in pixels. */
export const HEAD_WIDTH = 196;

/** The widths of the columns, in pixels. */
export const COLUMN_METRICS: ColumnMetrics = {
  touchpoint: 224,
  placeholder: 224,
  collapsed: 64,
};
