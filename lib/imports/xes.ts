import { SaxesParser } from "saxes";
import { IMPORT_LIMITS, type ImportTable } from "./contract";
import { fieldColumns } from "./header";
import type { ProblemCollector } from "./problems";
import { plainText } from "./plain-text";
import type { OnShare } from "./progress";

const ATTRIBUTES = new Set(["string", "date", "int", "float", "boolean", "id"]);

/** What XES calls the name of a case and of an activity. */
const NAME = "concept:name";

const CHUNK = 64 * 1024;
/** Attributes may hold attributes, and lists; nobody nests them deeper. */
const DEEPEST = 100;

type Attributes = Map<string, string>;

/**
 * An event log in XES (IEEE 1849) as a table of one event a row: `case:…` for attributes of its trace, then its own.
 * Reads what stands in the file and nothing else: one that declares things of its own is refused.
 */
export function readXes(
  source: {
    readonly text: string;
    readonly fileName: string;
    readonly onShare?: OnShare;
  },
  problems: ProblemCollector,
): ImportTable[] {
  const { text, fileName, onShare } = source;
  const log = eventLog(problems);
  const parser = new SaxesParser();
  let depth = 0;
  parser.on("doctype", () =>
    problems.add("declarations", { row: parser.line }),
  );
  parser.on("error", ({ message }) =>
    problems.add("notXml", { row: parser.line, text: message }),
  );
  parser.on("opentag", ({ name, attributes }) => {
    depth += 1;
    if (depth > DEEPEST) problems.add("tooDeep", { row: parser.line });
    // A namespace may be there or not; its prefix says nothing.
    const plain = name.slice(name.indexOf(":") + 1);
    if (depth === 1 && plain !== "log") problems.add("unreadable");
    log.open(plain, attributes, depth);
  });
  parser.on("closetag", ({ name }) => {
    log.close(name.slice(name.indexOf(":") + 1));
    depth -= 1;
  });
  for (let at = 0; at < text.length && !problems.isFatal(); at += CHUNK) {
    onShare?.(at / text.length);
    parser.write(text.slice(at, at + CHUNK));
  }
  if (!problems.isFatal()) parser.close();
  return problems.isFatal() ? [] : log.tables(fileName);
}

function eventLog(problems: ProblemCollector) {
  const columns = new Map<string, number>();
  const rows: { at: number; cells: string[] }[] = [];
  let keys: readonly string[] = [];
  let traces = 0;
  let trace: Attributes | null = null;
  let event: Attributes | null = null;
  /** Depth of the element whose attributes are collected; what lies deeper belongs to an attribute. */
  let level = 0;
  /** Within what only describes the log: values that every trace has, and the like. */
  let outside = 0;

  const put = (cells: string[], name: string, cell: string) => {
    const known = columns.get(name);
    const at = known ?? columns.size;
    if (at >= IMPORT_LIMITS.columns)
      problems.add("tooManyColumns", { row: rows.length + 1, text: name });
    else {
      if (known === undefined) columns.set(name, at);
      cells[at] = cell;
    }
  };

  const finish = (attributes: Attributes) => {
    if (rows.length >= IMPORT_LIMITS.rows) {
      problems.add("tooManyRows", { row: rows.length + 1 });
      return;
    }
    const cells: string[] = [];
    put(cells, `case:${NAME}`, trace?.get(NAME) ?? String(traces));
    const own = attributes.get(NAME);
    const joined = keys.flatMap((key) => attributes.get(key) ?? []).join("+");
    put(cells, NAME, own ?? joined);
    for (const [key, value] of attributes)
      if (key !== NAME) put(cells, key, value);
    for (const [key, value] of trace ?? [])
      if (key !== NAME) put(cells, `case:${key}`, value);
    rows.push({ at: rows.length + 1, cells });
  };

  return {
    open(name: string, of: Readonly<Record<string, string>>, depth: number) {
      if (name === "global" || outside > 0) outside += 1;
      else if (name === "classifier" && keys.length === 0)
        keys = keysOf(of.keys ?? "");
      else if (name === "trace") {
        [trace, level] = [new Map(), depth];
        traces += 1;
      } else if (name === "event") [event, level] = [new Map(), depth];
      else if (ATTRIBUTES.has(name) && depth === level + 1)
        (event ?? trace)?.set(of.key ?? "", plainText(of.value ?? ""));
    },
    close(name: string) {
      if (outside > 0) outside -= 1;
      else if (name === "event" && event) {
        finish(event);
        [event, level] = [null, level - 1];
      } else if (name === "trace") [trace, level] = [null, 0];
    },
    tables(fileName: string): ImportTable[] {
      if (rows.length === 0) problems.add("empty");
      const names = fieldColumns(columns.keys());
      return [
        {
          index: 0,
          name: "",
          file: { name: fileName, kind: "xes" },
          preamble: [],
          columns: names,
          rows: rows.map(({ at, cells }) => ({
            at,
            cells: names.map(({ index }) => cells[index] ?? ""),
          })),
          totals: [],
          isTyped: true,
        },
      ];
    },
  };
}

/** Keys are divided by spaces; one that holds a space stands in quotation marks. */
function keysOf(text: string): readonly string[] {
  const found =
    text.slice(0, 1_000).match(/'[^']{1,200}'|[^\s']{1,200}/g) ?? [];
  return found.map((key) => key.replaceAll("'", ""));
}
