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

/** What people fill in by hand: as large as the printer, or a shop, has paper for. */
export const BLANK_PAPERS = ["a4", "a3", "a0"] as const;
export type BlankPaper = (typeof BLANK_PAPERS)[number];

const side = (millimetres: number): number => pixels(millimetres - 2 * MARGIN);

/** One sheet is drawn for A3; on other paper it is the same, smaller or larger. */
export const BLANK_MEASURES = {
  width: side(420),
  height: side(297),
  papers: {
    a4: { size: "A4 landscape", zoom: side(297) / side(420) },
    a3: { size: "A3 landscape", zoom: 1 },
    a0: { size: "1189mm 841mm", zoom: side(1189) / side(420) },
  },
} as const;

/** The paper that was filled in last. */
export function useBlankPaper(): [BlankPaper, (paper: BlankPaper) => void] {
  const [kept, keep] = useRemembered("waymark:blank-paper");
  return [BLANK_PAPERS.find((paper) => paper === kept) ?? "a3", keep];
}

/** The paper that was printed on last. */
export function usePaper(): [Paper, (paper: Paper) => void] {
  const [kept, keep] = useRemembered("waymark:paper");
  return [kept === "a3" ? "a3" : "a4", keep];
}
