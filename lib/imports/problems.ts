import {
  FATAL_CODES,
  type ImportProblem,
  type ImportProblems,
  type ProblemCode,
} from "./contract";
import { cut } from "./plain-text";

const MOST_LISTED = 100;
const MOST_TEXT = 80;

/** Where something is wrong, as far as it is known. */
export interface Place {
  readonly row?: number;
  /** From 0. */
  readonly column?: number;
  readonly columnName?: string;
  readonly text?: string;
}

/** Collects what is wrong with a file while it is read. */
export interface ProblemCollector {
  add(code: ProblemCode, place?: Place, times?: number): void;
  /** Whether reading on has no use. */
  isFatal(): boolean;
  all(): ImportProblems;
}

const fatalCodes: ReadonlySet<string> = new Set(FATAL_CODES);

export function problemCollector(): ProblemCollector {
  const listed: ImportProblem[] = [];
  const counts: Partial<Record<ProblemCode, number>> = {};
  let fatal: ImportProblem | null = null;
  return {
    add(code, place = {}, times = 1) {
      const before = counts[code] ?? 0;
      counts[code] = before + times;
      const problem: ImportProblem = {
        code,
        row: place.row ?? null,
        column: place.column === undefined ? null : place.column + 1,
        columnName: place.columnName ?? "",
        text: cut(place.text ?? "", MOST_TEXT),
      };
      if (before < MOST_LISTED) listed.push(problem);
      if (fatalCodes.has(code)) fatal ??= problem;
    },
    isFatal: () => fatal !== null,
    all: () => ({ listed, counts, fatal }),
  };
}
