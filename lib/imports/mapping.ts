import * as z from "zod";
import {
  DATE_STYLES,
  DELIMITERS,
  ENCODINGS,
  FILTER_REASONS,
  IMPORT_LIMITS,
  METRICS,
  MOST_HEADER_ROWS,
  RATE_WRITINGS,
  ROLES,
  SHAPES,
  TIME_UNITS,
  TOOLS,
  type FileLayout,
  type ImportMapping,
} from "./contract";

const short = z.string().max(200);
const index = z
  .number()
  .int()
  .min(0)
  .max(IMPORT_LIMITS.columns - 1);
const end = z.number().min(-1e6).max(1e6);

const scale = z
  .strictObject({
    metric: z.enum(METRICS),
    low: end,
    high: end,
    isHighBad: z.boolean(),
    isShare: z.boolean(),
    goodFrom: end.optional(),
    words: z
      .array(z.strictObject({ word: short, value: end.nullable() }))
      .max(100),
  })
  .refine(({ low, high }) => high - low >= 1e-6, { path: ["high"] })
  .refine(
    ({ goodFrom, low, high }) =>
      goodFrom === undefined || isWithin(goodFrom, low, high),
    { path: ["goodFrom"] },
  )
  .refine(
    ({ words, low, high }) =>
      words.every(({ value }) => value === null || isWithin(value, low, high)),
    { path: ["words"] },
  );

function isWithin(value: number, low: number, high: number): boolean {
  return value >= low && value <= high;
}

const column = z.strictObject({
  column: index,
  role: z.enum(ROLES),
  scale: scale.nullable(),
  decimal: z.enum([".", ","]).nullable(),
  dates: z.enum(DATE_STYLES).nullable(),
  unit: short,
  isAdditive: z.boolean(),
  rateIs: z.enum(RATE_WRITINGS).optional(),
  weighedBy: index.nullable().optional(),
  timeUnit: z.enum(TIME_UNITS).optional(),
});

const day = z.iso.date();

/** Only one column can say which touchpoint, day, case, activity or weight a row has. */
const ONLY_ONCE = new Set([
  "touchpoint",
  "step",
  "date",
  "end",
  "channel",
  "segment",
  "weight",
  "case",
  "activity",
  "time",
  "clock",
]);

export const fileLayout = z.strictObject({
  encoding: z.enum(ENCODINGS).optional(),
  delimiter: z.enum(DELIMITERS).optional(),
  headerRows: z.number().int().min(0).max(MOST_HEADER_ROWS).optional(),
}) satisfies z.ZodType<FileLayout>;

/** What people confirmed about a table; kept, so that the next file of its kind is read in the same way. */
export const importMapping = z
  .strictObject({
    tool: z.enum(TOOLS),
    shape: z.enum(SHAPES),
    columns: z.array(column).min(1).max(IMPORT_LIMITS.columns),
    touchpointFrom: z.enum(["column", "question", "whole"]),
    separator: z.string().min(1).max(5).nullable(),
    leaveOut: z
      .array(
        z.strictObject({
          column: index,
          leaveOut: z.array(short).max(100),
          keepOnly: z.array(short).min(1).max(100).optional(),
          why: z.enum(FILTER_REASONS).optional(),
          isOff: z.boolean().optional(),
        }),
      )
      .max(20),
    period: z.strictObject({ from: day, to: day }).nullable(),
    isClosed: z.boolean(),
  })
  .superRefine((mapping, context) => {
    for (const path of contradictionsIn(mapping))
      context.addIssue({ code: "custom", path });
  }) satisfies z.ZodType<ImportMapping>;

function contradictionsIn(mapping: ImportMapping): (string | number)[][] {
  const seen = new Set<string>();
  const found: (string | number)[][] = [];
  mapping.columns.forEach(({ column: at, role, scale: on }, index) => {
    const path = ["columns", index];
    if (at !== index) found.push([...path, "column"]);
    if (ONLY_ONCE.has(role) && seen.has(role)) found.push([...path, "role"]);
    seen.add(role);
    if ((role === "value") !== (on !== null)) found.push([...path, "scale"]);
  });
  if (mapping.shape === "events") {
    if (!seen.has("case") || !seen.has("activity")) found.push(["columns"]);
  } else if (
    mapping.touchpointFrom === "column" &&
    !seen.has("touchpoint") &&
    !seen.has("step")
  )
    found.push(["touchpointFrom"]);
  return found;
}
