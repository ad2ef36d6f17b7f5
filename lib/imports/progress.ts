/** What is done with a file, one after the other. */
export const IMPORT_STEPS = [
  /** Another file is read first. */
  "waiting",
  /** The file becomes rows and columns; counted in bytes. */
  "reading",
  /** What stands in the cells, row by row. */
  "checking",
  /** What the rows say about which touchpoint; counted in rows. */
  "matching",
  /** Pieces of evidence are written. */
  "storing",
] as const;
export type ImportStep = (typeof IMPORT_STEPS)[number];

/** How far a step is. */
export interface ImportProgress {
  readonly step: ImportStep;
  readonly done: number;
  /** 0 where nobody knows how much there is. */
  readonly total: number;
}

/** Is told, now and then, how much of its work a function has done, from 0 to 1. */
export type OnShare = (share: number) => void;

/** So rarely that telling costs nothing beside the work. */
const EVERY = 500;

/** Calls something with every so many of what is gone through, and tells how much of it that is. */
export function eachTelling<T>(
  items: readonly T[],
  onShare: OnShare | undefined,
  visit: (item: T) => void,
): void {
  for (let at = 0; at < items.length; at += 1) {
    if (at % EVERY === 0) onShare?.(at / items.length);
    visit(items[at]!);
  }
  onShare?.(1);
}

/** A part of the way, told as a part of the whole. */
export const partOf =
  (
    onShare: OnShare | undefined,
    { from, to }: { readonly from: number; readonly to: number },
  ): OnShare =>
  (share) =>
    onShare?.(from + share * (to - from));

/** Tells a step in whole parts of a hundred, each once and never backwards. */
export function tellStep(
  tell: (progress: ImportProgress) => void,
  { step, total }: Pick<ImportProgress, "step" | "total">,
): OnShare {
  let last = -1;
  const said = (percent: number) =>
    tell({ step, total, done: Math.floor((percent / 100) * total) });
  said(0);
  return (share) => {
    const percent = Math.floor(100 * Math.min(1, share));
    if (percent <= last) return;
    last = percent;
    if (percent > 0) said(percent);
  };
}
