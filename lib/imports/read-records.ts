import type {
  ColumnMapping,
  ImportMapping,
  ImportScale,
  ImportTable,
  TableRow,
} from "./contract";
import { isMissing } from "./numbers";
import { problemCollector, type ProblemCollector } from "./problems";
import {
  countReader,
  keyCounter,
  momentReader,
  rowFilter,
  textReader,
  valueReader,
  type CellReader,
} from "./read-cells";
import { betweenReader, durationReader, rateReader } from "./read-figures";
import type {
  FigureKind,
  ImportRecord,
  RecordKind,
  RecordsRead,
} from "./results";
import { cut } from "./plain-text";
import { eachTelling, type OnShare } from "./progress";

/** As many as a thread holds without trouble; a file with more has hundreds of questions. */
const MOST_RECORDS = 1_000_000;
/** Keys are chosen by people, one by one; a longer one is no name of anything. */
const LONGEST_KEY = 300;
/** What a piece of evidence can hold. */
const LONGEST_TEXT = 5_000;

/** What a row says in one of its columns. */
interface Figure {
  readonly kind: FigureKind;
  readonly question: string;
  readonly scale: ImportScale | null;
  readonly unit: string;
  readonly isAdditive: boolean;
  readonly read: CellReader<number | null>;
  /** Of a rate: on how many it rests. */
  readonly readBase?: CellReader<number | null> | undefined;
}

/**
 * The rows of a table as records: one for each answer or count of a row, once for each touchpoint that the row names.
 * Words stand with the first answer of their row, or alone where it has none.
 */
export function readRecords(
  table: ImportTable,
  mapping: ImportMapping,
  onShare?: OnShare,
): RecordsRead {
  const problems = problemCollector();
  const read = rowReader(table, mapping, problems);
  const stays = rowFilter(mapping);
  const [keys, segments] = [keyCounter(), keyCounter()];
  const records: ImportRecord[] = [];
  let leftOut = 0;
  let isFull = false;
  eachTelling(table.rows, onShare, (row) => {
    if (isFull) return;
    if (!stays(row)) {
      leftOut += 1;
      return;
    }
    const own = read(row);
    for (const record of own) {
      keys.add(record.key);
      records.push(record);
    }
    if (own[0] && own[0].segment !== "") segments.add(own[0].segment);
    if (records.length > MOST_RECORDS) {
      problems.add("tooManyRows", { row: row.at });
      isFull = true;
    }
  });
  return {
    records,
    keys: keys.all(),
    segments: segments.all(),
    rows: table.rows.length,
    leftOut,
    shape: mapping.shape,
    isClosed: mapping.isClosed,
    period: mapping.period,
    tool: mapping.tool,
    problems: problems.all(),
  };
}

const kinds: Record<ImportMapping["shape"], RecordKind> = {
  answers: "answer",
  tickets: "ticket",
  counts: "count",
  funnel: "count",
  // Read elsewhere, with their order; as records they are no more than how many.
  events: "count",
};

function rowReader(
  table: ImportTable,
  mapping: ImportMapping,
  problems: ProblemCollector,
): (row: TableRow) => ImportRecord[] {
  const figures = figuresOf(table, mapping, problems);
  const texts = mapping.columns.filter(({ role }) => role === "text");
  const about = aboutReader(table, mapping, problems);
  const keysOf = keyReader(mapping);
  const nameOf = ({ column }: ColumnMapping) =>
    table.columns[column]?.name ?? "";
  const isByQuestion = mapping.touchpointFrom === "question";

  return (row) => {
    const shared = about(row);
    const said = texts.flatMap((column) => {
      const cell = row.cells[column.column] ?? "";
      return isMissing(cell) ? [] : [{ question: nameOf(column), text: cell }];
    });
    const answers = figures.map((figure) => ({
      figure,
      value: figure.read(row),
      base: figure.readBase?.(row) ?? null,
    }));
    if (isByQuestion)
      return [
        ...answers.map((answer) =>
          recordOf(shared, answer, {
            key: cut(answer.figure.question, LONGEST_KEY),
            text: "",
          }),
        ),
        ...said.map(({ question, text }) =>
          recordOf(shared, null, { key: cut(question, LONGEST_KEY), text }),
        ),
      ];
    const text = said.map((one) => one.text).join("\n");
    const all = answers.length > 0 ? answers : [null];
    return keysOf(row).flatMap((key) =>
      all.map((answer, at) =>
        recordOf(shared, answer, { key, text: at === 0 ? text : "" }),
      ),
    );
  };
}

interface Answer {
  readonly figure: Figure;
  readonly value: number | null;
  readonly base: number | null;
}

/** Field by field: there are a million of them, and putting objects together would take most of the time. */
function recordOf(
  shared: Shared,
  answer: Answer | null,
  { key, text }: Pick<ImportRecord, "key" | "text">,
): ImportRecord {
  const figure = answer?.figure;
  const value = answer?.value ?? null;
  return {
    row: shared.row,
    kind: shared.kind,
    key,
    question: figure?.question ?? "",
    day: shared.day,
    figure: figure?.kind ?? "value",
    value,
    scale: value === null ? null : (figure?.scale ?? null),
    unit: figure?.unit ?? "",
    isAdditive: figure?.isAdditive ?? false,
    text: cut(text, LONGEST_TEXT),
    channel: shared.channel,
    segment: shared.segment,
    weight: shared.weight,
    base: answer?.base ?? null,
  };
}

function figuresOf(
  table: ImportTable,
  mapping: ImportMapping,
  problems: ProblemCollector,
): Figure[] {
  return mapping.columns.flatMap((column): Figure[] => {
    const question = table.columns[column.column]?.name ?? "";
    const { role, scale, isAdditive } = column;
    const plain = { question, scale: null, unit: "", isAdditive: false };
    if (role === "count") {
      const read = countReader(table, column, problems);
      const { unit } = column;
      return [{ ...plain, kind: "count", unit, isAdditive, read }];
    }
    if (role === "rate") {
      const read = rateReader(table, column, problems);
      const counts = mapping.columns.find(
        (one) => one.role === "count" && one.column === column.weighedBy,
      );
      // What is wrong in it is told where it is read as a count.
      const readBase = counts && countReader(table, counts, problemCollector());
      const by = { readBase, isAdditive: counts?.isAdditive ?? false };
      return [{ ...plain, ...by, kind: "rate", unit: "%", read }];
    }
    if (role === "duration" || role === "end") {
      const begin = mapping.columns.find((one) => one.role === "date");
      const read =
        role === "duration"
          ? durationReader(table, column, problems)
          : begin && betweenReader(table, { begin, end: column }, problems);
      return read ? [{ ...plain, kind: "duration", unit: "h", read }] : [];
    }
    if (role !== "value" || !scale) return [];
    const read = valueReader(table, { ...column, scale }, problems);
    return [{ ...plain, kind: "value", scale, read }];
  });
}

/** What all records of a row have in common. */
type Shared = Pick<
  ImportRecord,
  "row" | "kind" | "day" | "weight" | "channel" | "segment"
>;

function aboutReader(
  table: ImportTable,
  mapping: ImportMapping,
  problems: ProblemCollector,
) {
  const find = (role: ColumnMapping["role"]) =>
    mapping.columns.find((column) => column.role === role);
  const [date, weight] = [find("date") ?? find("time"), find("weight")];
  const readDate = date && momentReader(table, date, problems);
  const readWeight = weight && countReader(table, weight, problems);
  const channel = textReader(mapping, "channel");
  const segment = textReader(mapping, "segment");
  const kind = kinds[mapping.shape];
  return (row: TableRow): Shared => ({
    row: row.at,
    kind,
    day: readDate?.(row)?.day ?? null,
    weight: readWeight?.(row) ?? 1,
    channel: cut(channel(row), LONGEST_KEY),
    segment: cut(segment(row), LONGEST_KEY),
  });
}

/** The touchpoints that a row names; one that names none has the key "". */
function keyReader(mapping: ImportMapping): (row: TableRow) => string[] {
  if (mapping.touchpointFrom !== "column") return () => [""];
  const isStep = mapping.columns.some(({ role }) => role === "step");
  const read = textReader(mapping, isStep ? "step" : "touchpoint");
  const { separator } = mapping;
  return (row) => {
    const cell = read(row);
    if (separator === null) return [cut(cell, LONGEST_KEY)];
    const keys = cell
      .split(separator)
      .map((key) => cut(key.trim(), LONGEST_KEY))
      .filter((key) => key !== "");
    return keys.length > 0 ? [...new Set(keys)] : [""];
  };
}
