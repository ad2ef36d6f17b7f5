import { IMPORT_LIMITS, type ImportTable } from "./contract";
import { fieldColumns } from "./header";
import type { ProblemCollector } from "./problems";
import { plainText } from "./plain-text";

/** Objects within objects beyond that are no fields of an answer. */
const DEEPEST = 4;

type Fields = Readonly<Record<string, unknown>>;

/** A table of the answers in a JSON file: a list of objects, or the first such list within an object. */
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
  const list = listIn(parsed, 0);
  if (!list) {
    problems.add("empty");
    return [];
  }
  const names = new Map<string, number>();
  const rows = list.slice(0, IMPORT_LIMITS.rows + 1).map((fields, index) => {
    const cells: string[] = [];
    flatten(fields, (name, cell) => {
      const known = names.get(name);
      const at = known ?? names.size;
      if (at >= IMPORT_LIMITS.columns) {
        if (known === undefined)
          problems.add("tooManyColumns", {
            row: index + 1,
            text: plainText(name),
          });
        return;
      }
      if (known === undefined) names.set(name, at);
      cells[at] = cell;
    });
    return { at: index + 1, cells };
  });
  // Objects without fields, or with none that lie near enough to be an answer.
  if (names.size === 0) {
    problems.add("empty");
    return [];
  }
  const columns = fieldColumns(names.keys());
  return [
    {
      index: 0,
      name: "",
      file: { name: fileName, kind: "json" },
      preamble: [],
      columns,
      rows: rows.map(({ at, cells }) => ({
        at,
        cells: columns.map(({ index }) => cells[index] ?? ""),
      })),
      totals: [],
      isTyped: true,
    },
  ];
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
