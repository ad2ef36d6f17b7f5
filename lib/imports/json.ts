import { IMPORT_LIMITS, type ImportTable } from "./contract";
import { answersCounted, byKind, type Listed } from "./delighted";
import { fieldColumns } from "./header";
import type { ProblemCollector } from "./problems";
import { cut, plainText } from "./plain-text";

/** Objects within objects beyond that are no fields of an answer. */
const DEEPEST = 4;

type Fields = Readonly<Record<string, unknown>>;

/** Tables of the answers in a JSON file: of a list of objects, or of the first such list within an object. */
export function readJson(
  text: string,
  fileName: string,
  problems: ProblemCollector,
): ImportTable[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    problems.add(cause instanceof RangeError ? "tooDeep" : "notJson");
    return [];
  }
  const list = listIn(parsed, 0) ?? reportIn(parsed, 0);
  if (!list) {
    problems.add("empty");
    return [];
  }
  const listed = list
    .slice(0, IMPORT_LIMITS.rows + 1)
    .map((fields, index) => ({ fields, at: index + 1 }));
  const tables = Array.from(byKind(listed), ([kind, own]) =>
    tableOf(own, { name: cut(plainText(kind), 300), fileName }, problems),
  ).filter((table) => table !== null);
  // Objects without fields, or with none that lie near enough to be an answer.
  if (tables.length === 0) problems.add("empty");
  return tables;
}

function tableOf(
  list: readonly Listed[],
  { name, fileName }: { name: string; fileName: string },
  problems: ProblemCollector,
): ImportTable | null {
  const names = new Map<string, number>();
  const rows = list.map(({ fields, at: row }) => {
    const cells: string[] = [];
    flatten(fields, (field, cell) => {
      const known = names.get(field);
      const at = known ?? names.size;
      if (at >= IMPORT_LIMITS.columns) {
        if (known === undefined)
          problems.add("tooManyColumns", { row, text: plainText(field) });
        return;
      }
      if (known === undefined) names.set(field, at);
      cells[at] = cell;
    });
    return { at: row, cells };
  });
  if (names.size === 0) return null;
  const columns = fieldColumns(names.keys());
  return {
    index: 0,
    name,
    file: { name: fileName, kind: "json" },
    preamble: [],
    columns,
    rows: rows.map(({ at, cells }) => ({
      at,
      cells: columns.map(({ index }) => cells[index] ?? ""),
    })),
    totals: [],
    isTyped: true,
  };
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function listIn(value: unknown, depth: number): readonly Fields[] | null {
  if (Array.isArray(value)) {
    const objects = value.filter(isFields);
    return objects.length > 0 ? objects : null;
  }
  if (!isFields(value) || depth > 2) return null;
  for (const inner of Object.values(value)) {
    const found = listIn(inner, depth + 1);
    if (found) return found;
  }
  return null;
}

/** Where there is no list of answers, a report of how many there were of each kind. */
function reportIn(value: unknown, depth: number): readonly Fields[] | null {
  if (!isFields(value) || depth > 2) return null;
  const answers = answersCounted(value);
  if (answers) return answers;
  for (const inner of Object.values(value)) {
    const found = reportIn(inner, depth + 1);
    if (found) return found;
  }
  return null;
}

/** Names fields within fields by their path: `person_properties.touchpoint`. */
function flatten(
  fields: Fields,
  found: (name: string, cell: string) => void,
  path: readonly string[] = [],
): void {
  for (const [key, value] of Object.entries(fields)) {
    const name = [...path, key];
    if (isFields(value)) {
      if (name.length < DEEPEST) flatten(value, found, name);
    } else found(name.join("."), cellOf(value));
  }
}

function cellOf(value: unknown): string {
  if (typeof value === "string") return plainText(value);
  if (typeof value === "number" || typeof value === "boolean")
    return String(value);
  if (Array.isArray(value))
    return value
      .filter((one) => typeof one === "string" || typeof one === "number")
      .map((one) => plainText(String(one)))
      .join(", ");
  return "";
}
