import * as z from "zod";
import {
  MOST_PIECES,
  type ImportReading,
  type ImportSettings,
} from "@/lib/api/imports";
import {
  IMPORT_LIMITS,
  type FileLayout,
  type ImportMapping,
  type ImportProblem,
  type ImportTable,
  type Recognised,
  type TablesRead,
} from "@/lib/imports/contract";
import { importMapping } from "@/lib/imports/mapping";
import {
  tellStep,
  type ImportProgress,
  type OnShare,
} from "@/lib/imports/progress";
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
  const looked = await lookInto(
    job,
    tellStep(tell, { step: "reading", total: size }),
  );
  if (!looked.ok) return looked;
  const { read, table, recognised, saved } = looked;
  const settings = job.settings ?? firstSettings(job, looked);
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
    columnNames: table.columns.map(({ name }) => name),
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
      isSavedElsewhere: saved.same?.titles !== undefined,
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

/**
 * What was decided for the newest file that has the same columns, for the newest of the same tool on this map, and on
 * another map for the newest of the same columns.
 */
export interface Saved {
  readonly same: SavedSettings | null;
  readonly tool: SavedSettings | null;
  readonly elsewhere: SavedSettings | null;
}

interface Looked {
  readonly ok: true;
  readonly read: TablesRead;
  readonly table: ImportTable;
  readonly recognised: Recognised;
  readonly saved: Saved;
  readonly layout: FileLayout | undefined;
}

type Look = Looked | { readonly ok: false; readonly fatal: ImportProblem };

async function lookBy(
  job: ImportJob,
  layout: FileLayout | undefined,
  onShare?: OnShare,
): Promise<Look> {
  const read = await readTables(job.bytes, job.fileName, { layout, onShare });
  if (read.problems.fatal) return { ok: false, fatal: read.problems.fatal };
  const table = read.tables[job.settings?.table ?? job.table] ?? read.tables[0];
  if (!table) return { ok: false, fatal: nothingIn };
  const recognised = recognise(table, job.language);
  const names = table.columns.map(({ name }) => name);
  const saved = savedFor({ tool: recognised.tool, names }, job.saved);
  return { ok: true, read, table, recognised, saved, layout };
}

/**
 * Reads a file as somebody has said. Where nobody has said anything: as the last one, if it has the same columns once as
 * many rows as then are taken for their names.
 */
async function lookInto(job: ImportJob, onShare: OnShare): Promise<Look> {
  const said = job.settings ? job.settings.layout : job.layout;
  const first = await lookBy(job, said, onShare);
  if (job.settings || said) return first;
  const rowsOf = (saved: SavedSettings | null) =>
    saved?.settings.layout?.headerRows;
  if (first.ok && first.saved.same && rowsOf(first.saved.same) === undefined)
    return first;
  for (const headerRows of new Set(job.saved.map(rowsOf))) {
    if (headerRows === undefined) continue;
    const again = await lookBy(job, { headerRows });
    if (again.ok && rowsOf(again.saved.same) === headerRows) return again;
  }
  return first;
}

function savedFor(
  of: { tool: Recognised["tool"]; names: readonly string[] },
  saved: readonly SavedSettings[],
): Saved {
  const ofTool = saved.filter(({ tool }) => tool === of.tool);
  const isHere = ({ titles }: SavedSettings) => titles === undefined;
  const isSame = ({ columnNames }: SavedSettings) =>
    columnNames.length === of.names.length &&
    columnNames.every((name, at) => name === of.names[at]);
  return {
    same: ofTool.find(isSame) ?? null,
    tool: ofTool.find(isHere) ?? null,
    elsewhere: ofTool.find((one) => !isHere(one) && isSame(one)) ?? null,
  };
}

function firstSettings(
  job: ImportJob,
  of: Omit<Looked, "ok" | "read">,
): Settings {
  const known: ImportSettings | undefined = of.saved.same?.settings;
  return {
    table: of.table.index,
    ...(of.layout && { layout: of.layout }),
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
