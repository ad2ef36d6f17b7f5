/** One replacement in a text: what stands from `at` over `remove` units becomes `insert`. */
export interface Splice {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/** One step of a change of a Y.Text. */
export interface DeltaStep {
  readonly retain?: number;
  readonly delete?: number;
  readonly insert?: unknown;
}

export interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * The smallest replacement that turns one text into another, cut where characters begin.
 *
 * @param caret - where the caret stands in `after`; what follows it was not typed, which tells "aa" typed before
 * an "a" from "aa" typed behind it.
 */
export function spliceOf(
  before: string,
  after: string,
  caret: number = after.length,
): Splice {
  const most = Math.min(before.length, after.length);
  let tail = 0;
  const tailLimit = Math.min(most, after.length - caret);
  while (tail < tailLimit && before.at(-1 - tail) === after.at(-1 - tail))
    tail += 1;
  let head = 0;
  while (head < most - tail && before[head] === after[head]) head += 1;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail))
    tail += 1;
  if (splits(before, head) || splits(after, head)) head -= 1;
  if (
    splits(before, before.length - tail) ||
    splits(after, after.length - tail)
  )
    tail -= 1;
  return {
    at: head,
    remove: before.length - tail - head,
    insert: after.slice(head, after.length - tail).toWellFormed(),
  };
}

/** Whether an index lies between the two halves of one character. */
function splits(text: string, index: number): boolean {
  return isHigh(text.charCodeAt(index - 1)) && isLow(text.charCodeAt(index));
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

function lengthOf(insert: unknown): number {
  return typeof insert === "string" ? insert.length : 1;
}

/** Where a position is found after a change by someone else: what they insert right at it goes behind it. */
export function positionAfter(
  delta: readonly DeltaStep[],
  position: number,
): number {
  let read = 0;
  let written = 0;
  for (const step of delta) {
    if (step.insert !== undefined) {
      // Strictly before: a colleague who types exactly at my caret does not push it along.
      if (read >= position) break;
      written += lengthOf(step.insert);
    } else if (step.delete !== undefined) {
      const gone = Math.min(step.delete, Math.max(0, position - read));
      written -= gone;
      read += step.delete;
    } else {
      read += step.retain ?? 0;
    }
    if (
      read >= position &&
      step.insert === undefined &&
      step.delete === undefined
    )
      break;
  }
  return position + written;
}

/** What is left of ranges after a change by someone else: their insertions are never part of them. */
export function rangesAfter(
  ranges: readonly Range[],
  delta: readonly DeltaStep[],
): Range[] {
  return ranges.flatMap((range) => rangeAfter(range, delta));
}

function rangeAfter({ from, to }: Range, delta: readonly DeltaStep[]): Range[] {
  const left: Range[] = [];
  let read = 0;
  let shift = 0;
  const keep = (start: number, end: number) => {
    const low = Math.max(start, from);
    const high = Math.min(end, to);
    if (low < high) left.push({ from: low + shift, to: high + shift });
  };
  for (const step of delta) {
    if (step.insert !== undefined) {
      shift += lengthOf(step.insert);
    } else if (step.delete !== undefined) {
      read += step.delete;
      shift -= step.delete;
    } else {
      const length = step.retain ?? 0;
      keep(read, read + length);
      read += length;
    }
  }
  keep(read, Number.POSITIVE_INFINITY);
  return left;
}

/** A text without some of its ranges. */
export function without(text: string, ranges: readonly Range[]): string {
  let rest = "";
  let at = 0;
  for (const { from, to } of ranges) {
    rest += text.slice(at, from);
    at = to;
  }
  return rest + text.slice(at);
}
