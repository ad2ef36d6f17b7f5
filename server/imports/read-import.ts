import * as z from "zod";
import {
  MOST_PIECES,
  type ImportReading,
  type ImportSettings,
} from "@/lib/api/imports";
import {
  IMPORT_LIMITS,
  type ImportMapping,
  type ImportTable,
  type Recognised,
  type TablesRead,
} from "@/lib/imports/contract";
import { importMapping } from "@/lib/imports/mapping";
import { tellStep, type ImportProgress } from "@/lib/imports/progress";
import { readTables } from "@/lib/imports/read-tables";
import { recognise } from "@/lib/imports/recognise";
import type { ImportAnswer, ImportJob, SavedSettings } from "./job";
import { cellProblems } from "./cell-problems";
import { planImport } from "./plan-import";
import { mappingAsBefore } from "./mapping-as-before";
import { proposeTouchpoints } from "./propose-touchpoints";

const mapping = z.strictObject(importMapping.shape);
type Settings = ImportReading["settings"];

const shown = {
  preamble: 10,
  rows: 8,
  samples: 4,
  cell: 200,
  name: 300,
} as const;

/**
 * Reads a file as far as the settings say, proposes what they leave open, and says what would be written.
 *
 * @param tell - hears how far it is, at most a hundred times a step.
 */
export async function readImport(
  job: ImportJob,
  tell: (progress: ImportProgress) => void = () => undefined,
): Promise<ImportAnswer> {
  const size = job.bytes.byteLength;
  const read = await readTables(
    job.bytes,
    job.fileName,
    tellStep(tell, { step: "reading", total: size }),
  );
  if (read.problems.fatal) return { ok: false, fatal: read.problems.fatal };
  const table = read.tables[job.settings?.table ?? job.table] ?? read.tables[0];
  if (!table) return { ok: false, fatal: nothingIn };
  const recognised = recognise(table, job.language);
  const names = table.columns.map(({ name }) => name);
  const saved = savedFor({ tool: recognised.tool, names }, job.saved);
  const settings =
    job.settings ?? firstSettings(job, { table, recognised, saved });
  const total = table.rows.length;
  const onShare = tellStep(tell, { step: "checking", total });
  const proposed = proposeTouchpoints({ table, settings, saved, job, onShare });
  const planned = planImport(table, proposed.settings, {
    found: proposed.found,
    least: job.leastAnswers,
    onShare: tellStep(tell, { step: "matching", total }),
  });
  if (!planned.ok) return planned;
  return {
    ok: true,
    columnNames: names,
    // It is copied to the thread that everybody waits for.
    evidence: job.isForReal ? planned.evidence.slice(0, MOST_PIECES) : [],
    reading: {
      ...facesOf(read, table),
      file: {
        name: job.fileName,
        bytes: size,
        kind: table.file.kind,
        encoding: read.encoding,
        delimiter: read.delimiter,
      },
      tool: proposed.settings.mapping.tool,
      isSure: recognised.isSure,
      questions: [...recognised.questions],
      isSaved: saved.same !== null,
      settings: proposed.settings,
      leastAnswers: job.leastAnswers,
      ...planned.reading,
      problems: cellProblems([read.problems, proposed.found?.read.problems]),
    },
  };
}

const nothingIn = {
  code: "empty",
  row: null,
  column: null,
  columnName: "",
  text: "",
} as const;

/** What was decided for the newest file of the same tool, and for the newest that has the same columns. */
export interface Saved {
  readonly same: SavedSettings | null;
  readonly tool: SavedSettings | null;
}

function savedFor(
  of: { tool: Recognised["tool"]; names: readonly string[] },
  saved: readonly SavedSettings[],
): Saved {
  const ofTool = saved.filter(({ tool }) => tool === of.tool);
  const isSame = ({ columnNames }: SavedSettings) =>
    columnNames.length === of.names.length &&
    columnNames.every((name, at) => name === of.names[at]);
  return { same: ofTool.find(isSame) ?? null, tool: ofTool[0] ?? null };
}

function firstSettings(
  job: ImportJob,
  of: { table: ImportTable; recognised: Recognised; saved: Saved },
): Settings {
  const known: ImportSettings | undefined = of.saved.same?.settings;
  return {
    table: of.table.index,
    mapping: known
      ? mappingAsBefore(known.mapping, {
          table: of.table,
          language: job.language,
          period: of.recognised.mapping.period,
        })
      : sound(of.recognised.mapping),
    touchpoints: [],
    personas: [],
    by: known?.by ?? "all",
    day: job.today,
    source: job.fileName
      .replace(/\.[a-z]{2,4}(?:\.gz)?$/i, "")
      .slice(0, 200)
      // Half of a character is no text and no database takes it.
      .replace(/[\uD800-\uDBFF]$/, "")
      .trim(),
    // Whoever agreed to the words of one file has not seen those of the next.
    withQuotes: false,
    isPartial: false,
  };
}

/** What the API would refuse to take back is not proposed: a table like no other is mapped by hand. */
function sound(found: ImportMapping): Settings["mapping"] {
  const parsed = mapping.safeParse(found);
  if (parsed.success) return parsed.data;
  return {
    ...found,
    columns: found.columns
      .slice(0, IMPORT_LIMITS.columns)
      .map(({ column }) => ({
        column,
        role: "ignored",
        scale: null,
        decimal: null,
        dates: null,
        unit: "",
        isAdditive: false,
      })),
    shape: "answers",
    touchpointFrom: "whole",
    separator: null,
    leaveOut: [],
    period: null,
  };
}

const cut = (text: string, most: number = shown.cell) =>
  text.length > most ? `${text.slice(0, most)}…` : text;

/** How the file looks: enough of it to tell whether it was read right. */
function facesOf(
  read: TablesRead,
  table: ImportTable,
): Pick<ImportReading, "tables" | "preamble" | "columns" | "rows" | "totals"> {
  const samplesOf = (index: number) => {
    const found = new Set<string>();
    for (const { cells } of table.rows) {
      const cell = cells[index]?.trim();
      if (cell) found.add(cut(cell));
      if (found.size === shown.samples) break;
    }
    return [...found];
  };
  return {
    tables: read.tables.map(({ index, name, rows }) => ({
      index,
      name: cut(name),
      rows: rows.length,
    })),
    preamble: table.preamble.slice(0, shown.preamble).map((line) => cut(line)),
    columns: table.columns.map(({ index, name, parts }) => ({
      index,
      name: cut(name, shown.name),
      parts: parts.map((part) => cut(part)),
      samples: samplesOf(index),
    })),
    rows: table.rows
      .slice(0, shown.rows)
      .map(({ at, cells }) => ({ at, cells: cells.map((cell) => cut(cell)) })),
    totals: table.totals.length,
  };
}
