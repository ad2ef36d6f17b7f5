import { useRemembered } from "../../views/memory";

export const PAPERS = ["a4", "a3"] as const;
export type Paper = (typeof PAPERS)[number];

interface PaperMeasures {
  /** As a style sheet of pages names it. */
  readonly size: string;
  /** Between the edges, in pixels of 1/96 inch. */
  readonly width: number;
  /** Touchpoints beside each other that can still be read. */
  readonly most: number;
}

const pixels = (millimetres: number): number =>
  Math.floor((millimetres / 25.4) * 96);

/** Of the paper's edge, in millimetres. */
export const MARGIN = 10;

export const PAPER_MEASURES: Readonly<Record<Paper, PaperMeasures>> = {
  a4: { size: "A4 landscape", width: pixels(297 - 2 * MARGIN), most: 6 },
  a3: { size: "A3 landscape", width: pixels(420 - 2 * MARGIN), most: 9 },
};

/** The paper that was printed on last. */
export function usePaper(): [Paper, (paper: Paper) => void] {
  const [kept, keep] = useRemembered("waymark:paper");
  return [kept === "a3" ? "a3" : "a4", keep];
}
