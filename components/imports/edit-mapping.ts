import type { ColumnMapping, Mapping, Role, Scale } from "./types";

const RECORD_ROLES: readonly Role[] = [
  "value",
  "touchpoint",
  "text",
  "date",
  "channel",
  "segment",
  "weight",
  "count",
  "duration",
  "end",
  "personal",
  "ignored",
];

/** What a column can be, by what a row is. */
export const ROLES_OF: Readonly<Record<Mapping["shape"], readonly Role[]>> = {
  answers: RECORD_ROLES,
  tickets: RECORD_ROLES,
  counts: [
    "count",
    "rate",
    "touchpoint",
    "date",
    "channel",
    "segment",
    "personal",
    "ignored",
  ],
  funnel: ["step", "count", "segment", "personal", "ignored"],
  events: ["case", "activity", "time", "clock", "personal", "ignored"],
};

/** Only one column can say these; who gets the role takes it from the other. */
const ONLY_ONCE: ReadonlySet<Role> = new Set([
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

const fiveSteps: Scale = {
  metric: "csat",
  low: 1,
  high: 5,
  isHighBad: false,
  isShare: false,
  words: [],
};

const NUMBERS: ReadonlySet<Role> = new Set([
  "value",
  "count",
  "weight",
  "rate",
  "duration",
]);
const DATES: ReadonlySet<Role> = new Set(["date", "end", "time"]);

/** What makes a figure of its own. */
const FIGURES = ["value", "count", "rate", "duration", "end", "text"] as const;

/** What divides several touchpoints in one cell, as files write them. */
export const SEPARATORS = [
  { name: "comma", sign: "," },
  { name: "semicolon", sign: ";" },
  { name: "space", sign: " " },
  { name: "pipe", sign: "|" },
  { name: "slash", sign: "/" },
  { name: "line", sign: "\n" },
] as const;

/** What somebody says about the time of the whole file; the other end follows, so that it never ends before it begins. */
export function withPeriod(
  mapping: Mapping,
  end: "from" | "to",
  day: string | null,
): Mapping {
  if (day === null) return { ...mapping, period: null };
  const period = { from: day, to: day, ...mapping.period, [end]: day };
  const isTurned = period.from > period.to;
  return { ...mapping, period: isTurned ? { from: day, to: day } : period };
}

/** A column in another role, with what that role has to say and nothing that it has no use for. */
function asRole(column: ColumnMapping, role: Role): ColumnMapping {
  const { rateIs = "percent", timeUnit = "h", ...others } = column;
  const { weighedBy = null, ...rest } = others;
  return {
    ...rest,
    role,
    scale: role === "value" ? (column.scale ?? fiveSteps) : null,
    decimal: NUMBERS.has(role) ? (column.decimal ?? ".") : null,
    dates: DATES.has(role) ? (column.dates ?? "yearFirst") : null,
    ...(role === "rate" && { rateIs, weighedBy }),
    ...(role === "duration" && { timeUnit }),
  };
}

/** Gives a column a role. */
export function withRole(mapping: Mapping, at: number, role: Role): Mapping {
  const columns = mapping.columns.map((column) => {
    if (column.column === at) return asRole(column, role);
    return ONLY_ONCE.has(role) && column.role === role
      ? asRole(column, "ignored")
      : column;
  });
  return settled({ ...mapping, columns });
}

/** Says what a row is; columns whose role no longer fits are left out. */
export function withShape(mapping: Mapping, shape: Mapping["shape"]): Mapping {
  const fitting = ROLES_OF[shape];
  const columns = mapping.columns.map((column) =>
    fitting.includes(column.role) ? column : asRole(column, "ignored"),
  );
  return settled({ ...mapping, shape, columns });
}

/** Where rows say what they are about: in each question, in a column, or nowhere. */
export type AboutChoice = "question" | "whole" | `column:${number}`;

export function aboutOf({ columns, touchpointFrom }: Mapping): AboutChoice {
  if (touchpointFrom !== "column") return touchpointFrom;
  const found = columns.find(
    ({ role }) => role === "touchpoint" || role === "step",
  );
  return found ? `column:${found.column}` : "whole";
}

export function withAbout(mapping: Mapping, choice: AboutChoice): Mapping {
  if (choice.startsWith("column:"))
    return withRole(mapping, Number(choice.slice(7)), "touchpoint");
  const columns = mapping.columns.map((column) =>
    column.role === "touchpoint" ? asRole(column, "ignored") : column,
  );
  const touchpointFrom = choice === "question" ? "question" : "whole";
  return { ...mapping, columns, touchpointFrom };
}

/** A column that names the touchpoint is where it is found; without one it is not. */
function settled(mapping: Mapping): Mapping {
  if (mapping.shape === "events")
    return { ...mapping, touchpointFrom: "column" };
  const names = mapping.columns.some(
    ({ role }) => role === "touchpoint" || role === "step",
  );
  if (names) return { ...mapping, touchpointFrom: "column" };
  return mapping.touchpointFrom === "column"
    ? { ...mapping, touchpointFrom: "whole" }
    : mapping;
}

/** Changes what one column says besides its role. */
export function withColumn(
  mapping: Mapping,
  at: number,
  change: Partial<ColumnMapping>,
): Mapping {
  const columns = mapping.columns.map((column) =>
    column.column === at ? { ...column, ...change } : column,
  );
  return { ...mapping, columns };
}

/** The same words from the other end: what was the best is the worst. */
export function turned({ words, low, high, ...scale }: Scale): Scale {
  return {
    ...scale,
    low,
    high,
    words: words.map(({ word, value }) => ({
      word,
      value: value === null ? null : low + high - value,
    })),
  };
}

/** The words of a scale as people read them: from the lowest to the highest, what is no answer last. */
export const inOrder = (words: Scale["words"]): Scale["words"] =>
  words.toSorted((a, b) => (a.value ?? Infinity) - (b.value ?? Infinity) || 0);

export type Lack = "roles" | "endAlone" | "logColumns" | "scale";

/** What a mapping still lacks before anything can be read by it; null where it is complete. */
export function lackOf({ shape, columns }: Mapping): Lack | null {
  const has = (role: Role) => columns.some((column) => column.role === role);
  if (shape === "events")
    return has("case") && has("activity") ? null : "logColumns";
  const isScaleWrong = columns.some(
    ({ scale }) =>
      scale !== null &&
      (scale.high - scale.low < 1e-6 ||
        scale.words.some(
          ({ value }) =>
            value !== null && (value < scale.low || value > scale.high),
        )),
  );
  if (isScaleWrong) return "scale";
  // A time that was over can be told only where it says when it began.
  if (has("end") && !has("date")) return "endAlone";
  return FIGURES.some(has) ? null : "roles";
}
