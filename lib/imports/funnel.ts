import { conversionOf } from "../metrics/conversion";
import { nothingCounted } from "./counted";
import { draft } from "./drafts";
import type { RecordsRead, SummaryGroup, SummaryOptions } from "./results";

interface Step {
  /** Its own name where it is no touchpoint of the map: people leave there all the same. */
  readonly touchpointId: string | null;
  readonly count: number;
  readonly records: number;
}

/**
 * A funnel by touchpoints: how many come to each, and what share of them goes no further. Steps that follow each other
 * at one touchpoint are one: people arrive with the first and are lost after the last. Of an open funnel, to whose
 * steps people come who were at none before, nobody knows who is lost: it has counts alone.
 */
export function summariseFunnel(
  read: RecordsRead,
  options: SummaryOptions,
): SummaryGroup[] {
  const question = read.records.find(({ value }) => value !== null)?.question;
  if (question === undefined) return [];
  const steps = stepsOf(read, question, options);
  const counted = read.isClosed
    ? conversionOf(steps.map(({ count }) => count)).steps
    : [];
  const { from, to } = read.period ?? { from: options.day, to: options.day };
  const unit = read.records.find(
    (record) => record.question === question,
  )!.unit;
  return steps.flatMap((step, at): SummaryGroup[] => {
    const { touchpointId, count, records } = step;
    if (touchpointId === null) return [];
    const base = {
      touchpointId,
      personaId: null,
      from,
      to,
      records,
    };
    const about = {
      ...base,
      kind: "hard",
      origin: "analytics",
      source: options.source,
      note: question,
      counted: { ...nothingCounted, isClosed: read.isClosed },
    } as const;
    const lost = counted[at]?.lost;
    const arrived = draft({ ...about, value: count, unit, measure: "count" });
    return [
      { ...base, question, evidence: arrived },
      ...(lost
        ? [
            {
              ...base,
              question,
              evidence: draft({
                ...about,
                value: 100 * lost.share,
                unit: "%",
                n: Number.isInteger(lost.n) ? lost.n : null,
                measure: "lost",
                interval: {
                  low: 100 * lost.interval.low,
                  high: 100 * lost.interval.high,
                },
              }),
            },
          ]
        : []),
    ];
  });
}

/** The steps in the order of the file; of a step that comes in several rows (one for each device) the sum. */
function stepsOf(
  { records }: RecordsRead,
  question: string,
  { touchpoints }: SummaryOptions,
): Step[] {
  const counts = new Map<string, { count: number; records: number }>();
  for (const record of records) {
    if (record.question !== question || record.value === null) continue;
    const known = counts.get(record.key) ?? { count: 0, records: 0 };
    counts.set(record.key, {
      count: known.count + record.value,
      records: known.records + 1,
    });
  }
  const steps: Step[] = [];
  for (const [key, { count, records: own }] of counts) {
    const touchpointId = touchpoints.get(key) ?? null;
    const before = steps.at(-1);
    if (touchpointId !== null && before?.touchpointId === touchpointId)
      steps[steps.length - 1] = { ...before, records: before.records + own };
    else steps.push({ touchpointId, count, records: own });
  }
  return steps;
}
