import { nothingCounted } from "./counted";
import { draft, type Period } from "./drafts";
import type { SummaryGroup, EvidenceDraft, ImportRecord } from "./results";
import { isLossName } from "./role-words";

interface About {
  readonly origin: EvidenceDraft["origin"];
  readonly source: string;
  readonly days: Period;
}

const known = (records: readonly ImportRecord[]): number[] =>
  records.flatMap(({ value }) => (value === null ? [] : value));

interface Mean {
  readonly value: number;
  readonly isWeighted: boolean;
  /** On how many people or visits it rests; null where the file does not tell, or they cannot be added up. */
  readonly n: number | null;
}

/**
 * The mean of rates. A row of ten visits is not as much as one of a thousand, so each counts by how many stand behind
 * it. Where one of them does not tell that, all of them count alike: left out, it would be lost in silence.
 */
function meanOfRates(rows: readonly ImportRecord[]): Mean {
  const bases = rows.flatMap(({ base }) => base ?? []);
  const total = bases.reduce((sum, base) => sum + base, 0);
  const isWeighted = bases.length === rows.length && total > 0;
  const sum = rows.reduce(
    (all, { value, base }) => all + value! * (isWeighted ? base! : 1),
    0,
  );
  const isWhole = rows.length === 1 || rows[0]!.isAdditive;
  const n = Math.round(total);
  return {
    value: Math.min(100, sum / (isWeighted ? total : rows.length)),
    isWeighted,
    n: isWeighted && isWhole && n > 0 ? n : null,
  };
}

/** A share that the file has computed; of several rows the mean, which says how it was made. */
export function rateOf(
  base: SummaryGroup,
  records: readonly ImportRecord[],
  { origin, source, days }: About,
): SummaryGroup {
  const rows = records.filter(({ value }) => value !== null);
  if (rows.length === 0) return base;
  const { value, isWeighted, n } = meanOfRates(rows);
  const evidence = draft({
    ...base,
    ...days,
    kind: "hard",
    origin,
    source,
    note: base.question,
    value,
    unit: "%",
    n,
    measure: isLossName(rows[0]!.question) ? "lost" : "rate",
    counted:
      rows.length > 1
        ? { ...nothingCounted, rows: rows.length, isWeighted }
        : null,
  });
  return { ...base, evidence };
}

/** How long it took most: the median, because a few that took for ever would move a mean. */
export function durationOf(
  base: SummaryGroup,
  records: readonly ImportRecord[],
  { origin, source, days }: About,
): SummaryGroup {
  const values = known(records).sort((a, b) => a - b);
  const middle = values.length / 2;
  const high = values[Math.floor(middle)];
  if (high === undefined) return base;
  const low = values[Math.ceil(middle) - 1]!;
  const evidence = draft({
    ...base,
    ...days,
    kind: "hard",
    origin,
    source,
    note: base.question,
    value: (low + high) / 2,
    unit: "h",
    n: values.length,
    measure: "duration",
  });
  return { ...base, evidence };
}
