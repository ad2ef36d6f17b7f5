import { LOSING_CODES, type ImportReading } from "@/lib/api/imports";
import {
  CELL_CODES,
  type CellCode,
  type ImportProblems,
} from "@/lib/imports/contract";

type Told = ImportReading["problems"];

/** Beyond that a list helps nobody; the counts are of all, and what loses a value is listed first. */
const mostListed = 200;

/** What was found in the cells of a file while it was read, step by step. */
export function cellProblems(
  found: readonly (ImportProblems | undefined)[],
): Told {
  const known = new Set<string>(CELL_CODES);
  const all = found.flatMap((problems) => problems?.listed ?? []);
  const listed = all.flatMap(({ code, ...rest }) =>
    known.has(code) ? { code: code as CellCode, ...rest } : [],
  );
  const counts: Told["counts"] = {};
  for (const code of CELL_CODES) {
    const sum = found.reduce((n, of) => n + (of?.counts[code] ?? 0), 0);
    if (sum > 0) counts[code] = sum;
  }
  const losing = new Set<string>(LOSING_CODES);
  const isLosing = ({ code }: { readonly code: CellCode }) => losing.has(code);
  const inOrder = [
    ...listed.filter(isLosing),
    ...listed.filter((one) => !isLosing(one)),
  ];
  return { listed: inOrder.slice(0, mostListed), counts };
}
