import { cutTo } from "../metrics/interval";
import { meanFrom, meanOf } from "../metrics/mean";
import { proportionOf } from "../metrics/proportion";
import type { ImportScale, ImportShape } from "./contract";
import { countedOf } from "./counted";
import { isOfGroups } from "./delighted";
import { draft, quotesOf, type Period } from "./drafts";
import { summariseFunnel } from "./funnel";
import { eachTelling, partOf, type OnShare } from "./progress";
import { durationOf, rateOf } from "./summarise-figures";
import { keyCounter } from "./read-cells";
import type {
  EvidenceDraft,
  ImportRecord,
  KeyCount,
  KeyMapping,
  RecordsRead,
  Summary,
  SummaryGroup,
  SummaryOptions,
} from "./results";

/**
 * What becomes evidence: for each touchpoint, persona, question and period one piece with its n. Means keep the scale
 * of their source; putting them on the curve is the curve's own work. Counts are behaviour and no feeling, so they
 * have no scale.
 */
export function summarise(
  read: RecordsRead,
  options: SummaryOptions,
  onShare?: OnShare,
): Summary {
  const { mapped, unmatched, leftOut } = sortOut(
    read.records,
    options.touchpoints,
    partOf(onShare, { from: 0, to: untilSorted }),
  );
  const groups =
    read.shape === "funnel"
      ? summariseFunnel(read, options)
      : groupsOf(mapped, read, options);
  onShare?.(untilGrouped);
  if (read.shape === "tickets")
    groups.push(...ticketsOf(mapped, read, options));
  const quotes = quotesOf(
    mapped,
    { origin: originOf(read.shape), period: read.period },
    options,
  );
  onShare?.(1);
  const figures = groups.flatMap(({ evidence }) => evidence ?? []);
  return {
    groups,
    evidence: [...figures, ...quotes.drafts],
    unmatched,
    leftOut,
    moreQuotes: quotes.more,
  };
}

/** How much of the time goes into finding the touchpoint of each record, and how much into putting those together. */
const untilSorted = 0.3;
const untilGrouped = 0.6;

/** A record whose touchpoint is known. */
export interface MappedRecord {
  readonly record: ImportRecord;
  readonly touchpointId: string;
}

function sortOut(
  records: readonly ImportRecord[],
  touchpoints: KeyMapping,
  onShare: OnShare,
): {
  mapped: readonly MappedRecord[];
  unmatched: readonly KeyCount[];
  leftOut: readonly KeyCount[];
} {
  const mapped: MappedRecord[] = [];
  const [unmatched, leftOut] = [keyCounter(), keyCounter()];
  eachTelling(records, onShare, (record) => {
    const touchpointId = touchpoints.get(record.key);
    if (touchpointId) mapped.push({ record, touchpointId });
    else (touchpointId === null ? leftOut : unmatched).add(record.key);
  });
  return { mapped, unmatched: unmatched.all(), leftOut: leftOut.all() };
}

function originOf(shape: ImportShape): EvidenceDraft["origin"] {
  if (shape === "answers") return "survey";
  return shape === "tickets" ? "tickets" : "analytics";
}

interface Group {
  readonly touchpointId: string;
  readonly personaId: string | null;
  /** Through which they came, where that is asked for. */
  readonly channel: string;
  readonly records: ImportRecord[];
}

/** Records that are put together: of one touchpoint, persona and period, and of one question where `by` names it. */
function grouped(
  mapped: readonly MappedRecord[],
  options: SummaryOptions,
  by: (record: ImportRecord) => string | null,
): Group[] {
  const groups = new Map<string, Group>();
  for (const { record, touchpointId } of mapped) {
    const name = by(record);
    if (name === null) continue;
    const personaId = options.personas.get(record.segment) ?? null;
    const month = options.by === "month" ? (record.day?.slice(0, 7) ?? "") : "";
    const channel = options.by === "channel" ? record.channel : "";
    const part = `${month}\n${channel}`;
    const key = `${touchpointId}\n${personaId}\n${part}\n${name}`;
    const known = groups.get(key);
    if (known) known.records.push(record);
    else
      groups.set(key, { touchpointId, personaId, channel, records: [record] });
  }
  return [...groups.values()];
}

/** How many tickets are about a touchpoint, whether somebody rated them or not. */
function ticketsOf(
  mapped: readonly MappedRecord[],
  { period }: RecordsRead,
  options: SummaryOptions,
): SummaryGroup[] {
  return grouped(mapped, options, () => "").map((group) => {
    const days = periodOfRecords(group.records, period, options.day);
    // Whoever rated a request is in the figure of the rating.
    const base = { ...groupFrom(group, days), question: group.channel };
    const tickets = new Set(group.records.map(({ row }) => row)).size;
    return {
      ...base,
      records: tickets,
      evidence: draft({
        ...base,
        kind: "hard",
        origin: "tickets",
        source: options.source,
        note: base.question,
        value: tickets,
        measure: "tickets",
      }),
    };
  });
}

function groupsOf(
  mapped: readonly MappedRecord[],
  { shape, period }: RecordsRead,
  options: SummaryOptions,
): SummaryGroup[] {
  const groups = grouped(mapped, options, (record) =>
    record.question === "" ? null : record.question,
  );
  return groups.map((group) => {
    const days = periodOfRecords(group.records, period, options.day);
    const { figure } = group.records[0]!;
    const isCounted = shape === "counts" || shape === "events";
    if (isCounted && figure === "value") return groupFrom(group, days);
    const about = { origin: originOf(shape), source: options.source, days };
    if (figure === "count") return countsOf(group, days, options);
    const one = { ...group, records: onePerRow(group.records) };
    const base = groupFrom(one, days);
    if (figure === "rate") return rateOf(base, one.records, about);
    if (figure === "duration") return durationOf(base, one.records, about);
    return answersOf(one, days, { shape, options });
  });
}

/** Who names a touchpoint in two tags has answered once. */
function onePerRow(records: readonly ImportRecord[]): ImportRecord[] {
  const rows = new Map(records.map((record) => [record.row, record]));
  return [...rows.values()];
}

/** The days of what tells one; else the period of the file, else the day of the import. */
function periodOfRecords(
  records: readonly ImportRecord[],
  period: Period | null,
  day: string,
): Period {
  let [from, to] = ["", ""];
  for (const record of records) {
    if (record.day === null) continue;
    if (from === "" || record.day < from) from = record.day;
    if (record.day > to) to = record.day;
  }
  return from === "" ? (period ?? { from: day, to: day }) : { from, to };
}

function groupFrom(group: Group, days: Period): SummaryGroup {
  const { touchpointId, personaId, channel, records } = group;
  const { question } = records[0]!;
  return {
    touchpointId,
    personaId,
    question: channel === "" ? question : `${question} (${channel})`,
    ...days,
    records: records.length,
    evidence: null,
  };
}

/** Nothing that differs by less can be told apart once it is stored. */
const LEAST = 1e-6;

function answersOf(
  group: Group,
  days: Period,
  about: { shape: ImportShape; options: SummaryOptions },
): SummaryGroup {
  const base = groupFrom(group, days);
  const answered = group.records.filter(({ value }) => value !== null);
  const scale = answered[0]?.scale;
  if (!scale) return base;
  const evidence = draft({
    ...base,
    kind: "hard",
    origin: originOf(about.shape),
    source: about.options.source,
    note: base.question,
    ...figureOf(answered, scale),
    counted: countedOf(answered, scale, base.records),
  });
  return { ...base, evidence };
}

function isWeighted(records: readonly ImportRecord[]): boolean {
  return records.some(({ weight }) => weight !== 1);
}

type Figure = Pick<
  EvidenceDraft,
  "value" | "scale" | "sd" | "n" | "measure" | "interval"
> &
  Partial<Pick<EvidenceDraft, "unit">>;

function figureOf(
  answered: readonly ImportRecord[],
  scale: ImportScale,
): Figure {
  if (scale.isShare) return shareOf(answered, scale);
  const average = averageOf(answered, scale);
  // A score of groups lies on no scale that anybody answered on, so it moves no curve.
  return isOfGroups(scale)
    ? { ...average, ...onNoScale, unit: "NPS", measure: "score" }
    : average;
}

const onNoScale = { scale: null, sd: null, interval: null } as const;

/** Of two answers, the share of those who gave the one at the upper end. */
function shareOf(records: readonly ImportRecord[], scale: ImportScale): Figure {
  const n = records.length;
  const total = records.reduce((sum, { weight }) => sum + weight, 0);
  const upper = records.reduce(
    (sum, { value, weight }) => sum + (value === scale.high ? weight : 0),
    0,
  );
  const share = total > 0 ? upper / total : 0;
  const { interval } = proportionOf(share * n, n)!;
  return {
    value: 100 * share,
    scale: { low: 0, high: 100, isHighBad: scale.isHighBad, isShare: true },
    sd: null,
    n,
    measure: "share",
    interval: { low: 100 * interval.low, high: 100 * interval.high },
  };
}

function averageOf(
  records: readonly ImportRecord[],
  { low, high, isHighBad }: ImportScale,
): Figure {
  const { n, mean, sd, interval } = isWeighted(records)
    ? weighted(records)
    : meanOf(records.map(({ value }) => value!))!;
  return {
    // Shares of weights are not exact, and what lies beyond its scale by a hair could not be stored.
    value: Math.min(Math.max(mean, low), high),
    scale: { low, high, isHighBad, isShare: false },
    // Where all say the same, a formula would know no doubt.
    sd: sd !== null && sd >= LEAST ? sd : null,
    n,
    measure: "mean",
    interval: interval && cutTo(interval, { low, high }),
  };
}

/** Weights make a sample like those whom it stands for. They make it no larger: n stays the number of answers. */
function weighted(records: readonly ImportRecord[]) {
  const n = records.length;
  const total = records.reduce((sum, { weight }) => sum + weight, 0);
  const share = (weight: number) => (total > 0 ? weight / total : 1 / n);
  const mean = records.reduce(
    (sum, { value, weight }) => sum + share(weight) * value!,
    0,
  );
  const spread = records.reduce(
    (sum, { value, weight }) => sum + share(weight) * (value! - mean) ** 2,
    0,
  );
  const sd = n > 1 ? Math.sqrt((spread * n) / (n - 1)) : null;
  return meanFrom({ n, mean, sd });
}

/** The most that a figure of evidence can be. */
const MOST = 1e12;

/**
 * How many, in the period. Visits are added up. People are not, because one comes on two days and to two pages: of
 * several pages of a day the largest number counts, so it is at least that many, and of several days the mean.
 */
function countsOf(
  group: Group,
  days: Period,
  options: SummaryOptions,
): SummaryGroup {
  const base = groupFrom(group, days);
  const counted = group.records.filter(({ value }) => value !== null);
  const [first] = counted;
  if (!first) return base;
  const perDay = new Map<string, number>();
  let sum = 0;
  for (const { value, day } of counted) {
    sum += value!;
    const key = day ?? "";
    perDay.set(key, Math.max(perDay.get(key) ?? 0, value!));
  }
  // A number that nobody can have counted.
  if (sum > MOST) return base;
  const daily = [...perDay.values()];
  const mean = daily.reduce((all, one) => all + one, 0) / daily.length;
  const evidence = draft({
    ...base,
    kind: "hard",
    origin: originOf("counts"),
    source: options.source,
    note: base.question,
    value: first.isAdditive ? sum : mean,
    unit: first.unit,
    measure: first.isAdditive || daily.length === 1 ? "count" : "perDay",
  });
  return { ...base, evidence };
}
