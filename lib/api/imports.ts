import * as z from "zod";
import { LOCALES } from "@/lib/i18n/config";
import {
  CELL_CODES,
  FILE_KINDS,
  TOOLS,
  type CellCode,
} from "@/lib/imports/contract";
import { fileLayout, importMapping } from "@/lib/imports/mapping";
import { MEASURES, SUMMED_BY } from "@/lib/imports/results";
import { evidenceCounted } from "./evidence";
import { id, moment, named } from "./fields";
import { logFlow } from "./journey-flow";

/** Characters of a value by which rows find their touchpoint; longer ones are prose, and are not offered. */
export const MOST_KEY_LENGTH = 500;
/** As many as somebody goes through by hand; the most frequent ones. */
export const MOST_KEYS = 300;
/** Pieces of evidence that one import may bring. */
export const MOST_PIECES = 5_000;
const mostSettingsKeys = 2 * MOST_KEYS;
export const MOST_SEGMENTS = 50;

const count = z.number().int();
const key = z.string().max(MOST_KEY_LENGTH);
const day = z.iso.date().refine((at) => at >= "1900-01-01");

/** What people decide about a file before it becomes evidence. */
const settingsOf = <M extends z.ZodType>(mapping: M) =>
  z.strictObject({
    /** Of the tables in the file, from 0. */
    table: z.number().int().min(0).max(1_000),
    /** How the file is read, where somebody has corrected what it seems to tell. */
    layout: fileLayout.optional(),
    mapping,
    /** Null leaves a value out on purpose. */
    touchpoints: z
      .array(z.strictObject({ key, touchpointId: id.nullable() }))
      .max(mostSettingsKeys),
    /** Whom the people of a segment are; the others are everybody. */
    personas: z
      .array(z.strictObject({ segment: key, personaId: id }))
      .max(MOST_SEGMENTS),
    by: z.enum(SUMMED_BY),
    /** For what has no date of its own. */
    day,
    source: z.string().trim().max(200),
    /** Words of customers may name people, so that taking them along is a decision. */
    withQuotes: z.boolean(),
    /** Whether the rest is imported where cells are wrong. */
    isPartial: z.boolean(),
  });

export const importSettings = settingsOf(importMapping);
export type ImportSettings = z.infer<typeof importSettings>;

/** While somebody is at it: a log may have no column yet that names its cases. */
const unfinishedSettings = settingsOf(z.strictObject(importMapping.shape));

const fileName = z.string().max(255);

/** The first line of what is sent to be looked into; the bytes of the file follow. */
export const importAsk = z.strictObject({
  fileName,
  /** Which table of the file, where nothing was decided yet. */
  table: z.number().int().min(0).max(1_000).default(0),
  /** How the file is read, where somebody has said it and nothing else was decided yet. */
  layout: fileLayout.optional(),
  /** Null: what was decided for the last file of its kind, or what the file itself suggests. */
  settings: unfinishedSettings.nullable().default(null),
  /** By which 3/4 is a day in March or in April, where nothing in the file decides. */
  language: z.enum(LOCALES).default("en"),
  /** Whether touchpoints are proposed for values that the settings do not name. */
  isProposing: z.boolean().default(true),
  /** Under which the state of it can be asked for meanwhile, chosen by whoever sends it. */
  workId: id.optional(),
});
export type ImportAsk = z.infer<typeof importAsk>;

/** The first line of what is sent to be imported. */
export const importOrder = z.strictObject({
  fileName,
  settings: importSettings,
});
export type ImportOrder = z.infer<typeof importOrder>;

const columnRef = {
  /** In the file, from 1; null for the whole of it. */
  row: count.nullable(),
  column: count.nullable(),
  columnName: z.string(),
};

const problem = z.object({
  code: z.enum(CELL_CODES),
  ...columnRef,
  text: z.string(),
});

/** With these a value is lost; the others are only told. */
export const LOSING_CODES = [
  "notNumber",
  "offScale",
  "unknownWord",
  "notDate",
  "impossibleDate",
  "notCount",
  "impossibleDuration",
  "noCase",
  "noActivity",
] as const satisfies readonly CellCode[];

const keyCount = z.object({ key: z.string(), count });

const planGroup = z.object({
  touchpointId: id,
  personaId: id.nullable(),
  question: z.string(),
  measure: z.enum(MEASURES),
  from: z.string(),
  to: z.string(),
  records: count,
  value: z.number().nullable(),
  unit: z.string(),
  scale: z
    .object({
      low: z.number(),
      high: z.number(),
      isHighBad: z.boolean(),
      isShare: z.boolean(),
    })
    .nullable(),
  n: count.nullable(),
  counted: evidenceCounted.nullable(),
});
export type ImportPlanGroup = z.infer<typeof planGroup>;

/** What would be written. */
const plan = z.object({
  groups: z.array(planGroup),
  /** Further groups, where there are too many to list. */
  moreGroups: count,
  /** All that would be written, of which quotes. */
  pieces: count,
  quotes: count,
  /** Quotes beyond those that are taken along of each touchpoint. */
  moreQuotes: count,
  /** Figures too large or too small to be kept. */
  unfit: count,
  /** What was not mapped, and what was left out on purpose: values, and rows in them. */
  unmatched: z.object({ keys: z.array(keyCount), values: count, rows: count }),
  leftOut: z.object({ values: count, rows: count }),
});

/** The same file was imported into this journey before. */
const earlier = z.object({ id, at: moment });

/** What was found in a file, what is proposed, and what an import would write. */
export const importReading = z.object({
  file: z.object({
    name: z.string(),
    bytes: count,
    kind: z.enum(FILE_KINDS),
    encoding: z.string().nullable(),
    delimiter: z.string().nullable(),
  }),
  tables: z.array(z.object({ index: count, name: z.string(), rows: count })),
  preamble: z.array(z.string()),
  columns: z.array(
    z.object({
      index: count,
      name: z.string(),
      parts: z.array(z.string()),
      /** Some of what stands in it. */
      samples: z.array(z.string()),
    }),
  ),
  rows: z.array(z.object({ at: count, cells: z.array(z.string()) })),
  totals: count,
  tool: z.enum(TOOLS),
  isSure: z.boolean(),
  questions: z.array(
    z.object({
      about: z.enum([
        "scale",
        "direction",
        "words",
        "decimal",
        "rate",
        "dayOrMonth",
        "touchpoint",
        "personal",
        "openOrClosed",
      ]),
      column: count.nullable(),
    }),
  ),
  /** Whether an earlier import decided what is proposed: one of this journey, or one of another map of the workspace. */
  isSaved: z.boolean(),
  isSavedElsewhere: z.boolean(),
  settings: unfinishedSettings,
  /** Whether the settings say enough to import by; without that nothing is planned. */
  isComplete: z.boolean(),
  keys: z.array(keyCount),
  moreKeys: z.object({ values: count, rows: count }),
  segments: z.array(keyCount),
  readRows: count,
  leftOutRows: count,
  /** From how many answers on there is a score in this workspace. */
  leastAnswers: count,
  plan,
  log: logFlow.nullable(),
  problems: z.object({
    listed: z.array(problem),
    counts: z.partialRecord(z.enum(CELL_CODES), count),
  }),
  earlier: earlier.nullable(),
  /** What the file can be about, as the map is now. */
  touchpoints: z.array(z.object({ id, title: z.string() })),
  personas: z.array(z.object({ id, title: z.string() })),
  /** How many decisions fell away, because their touchpoint or persona is not there any more. */
  gone: count,
});
export type ImportReading = z.infer<typeof importReading>;

/** What an import did. */
const importResult = z.object({
  rows: count,
  leftOutRows: count,
  pieces: count,
  quotes: count,
  touchpoints: count,
  unmatchedValues: count,
  unmatchedRows: count,
  wrongCells: count,
});
export type ImportResult = z.infer<typeof importResult>;

export const importItem = z.object({
  id,
  kind: z.enum(["survey", "tickets", "analytics", "log"]),
  tool: z.enum(TOOLS),
  fileName: z.string(),
  result: importResult,
  /** Of its pieces: how many are still there, and of those how many somebody changed since. */
  left: count,
  changed: count,
  by: named.nullable(),
  at: moment,
  undone: z.object({ at: moment, by: named.nullable() }).nullable(),
});
export type ImportItem = z.infer<typeof importItem>;

/** A page of the imports of a journey, the newest first. */
export const importList = z.object({
  imports: z.array(importItem),
  nextCursor: z.string().nullable(),
});
export type ImportList = z.infer<typeof importList>;

/** How many pieces an undo took away, and how many of those somebody had changed since. */
export const importUndone = z.object({ removed: count, changed: count });
export type ImportUndone = z.infer<typeof importUndone>;
