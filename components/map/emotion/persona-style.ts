import type { FaceShape } from "@/components/ui/emotion-face";

export interface LineStyle {
  readonly shape: FaceShape;
  /** Stroke dashes of the line; none is a solid one. */
  readonly dash: string | undefined;
}

const STYLES: readonly LineStyle[] = [
  { shape: "round", dash: undefined },
  { shape: "square", dash: "10 5" },
  { shape: "diamond", dash: "12 4 2 4" },
  { shape: "round", dash: "4 4" },
  { shape: "square", dash: "18 5" },
  { shape: "diamond", dash: "2 4" },
];

/** How the line of the nth persona of a map is drawn: shape and dashes tell it apart without its colour. */
export function lineStyle(index: number): LineStyle {
  return STYLES[index % STYLES.length] ?? { shape: "round", dash: undefined };
}
