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

/**
 * A share that the file has computed. Of several rows the mean, each row as much as another: on how many people they
 * rest only the tool knows.
 */
export function rateOf(
  base: SummaryGroup,
  records: readonly ImportRecord[],
  { origin, source, days }: About,
): SummaryGroup {
  const values = known(records);
  if (values.length === 0) return base;
  const sum = values.reduce((total, value) => total + value, 0);
  const evidence = draft({
    ...base,
    ...days,
    kind: "hard",
    origin,
    source,
    note: base.question,
    value: sum / values.length,
    unit: "%",
    measure: isLossName(records[0]!.question) ? "lost" : "rate",
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
