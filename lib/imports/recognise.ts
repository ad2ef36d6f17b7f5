import { alike, answerScaleOf } from "./answer-scale";
import type {
  ColumnMapping,
  ColumnRole,
  ImportMapping,
  ImportQuestion,
  ImportScale,
  ImportShape,
  ImportTable,
  ImportTool,
  Recognised,
} from "./contract";
import { looksOf, type ColumnLook } from "./look";
import { filtersOf, periodOf } from "./recognise-rows";
import { scaleOfValue } from "./recognise-scale";
import {
  countIn,
  isFreeText,
  isNamed,
  isPersonal,
  isRate,
  logColumns,
  timeUnitOf,
  wholeOf,
} from "./role-words";
import { tools, type TableLook, type Tool } from "./tools";
import { cut } from "./plain-text";

/**
 * Whose table it is, and what its columns seem to say. All of it is a proposal: what a file cannot tell is among the
 * questions, and people confirm it before anything is imported.
 *
 * @param language - of whoever imports it, by which 3/4 is a day in March or in April where nothing else decides.
 */
export function recognise(table: ImportTable, language = "en"): Recognised {
  const looks = looksOf(table, language);
  const look: TableLook = {
    table,
    looks,
    names: new Set(looks.map(({ plain }) => plain)),
  };
  const known = tools.find(({ isIts }) => isIts(look));
  const { tool, shape } = known ?? guessed(looks);
  const found = rolesOf(looks, shape, known);
  const roles = onlyOnce(
    known || shape !== "tickets" ? found : withEnd(found, looks),
    looks,
  );
  const columns = columnsFrom(looks, roles, tool);
  const mapping: ImportMapping = {
    tool,
    shape,
    columns,
    touchpointFrom: touchpointFrom(shape, roles),
    separator: separatorOf(looks, roles, tool),
    leaveOut: filtersOf(look, tool),
    period: periodOf(table.preamble),
    isClosed: shape === "funnel",
  };
  return {
    tool,
    isSure: known !== undefined,
    mapping,
    questions: questionsOf(mapping, looks, known !== undefined),
  };
}

/** What a table without the names of a tool is about. */
function guessed(looks: readonly ColumnLook[]): {
  tool: ImportTool;
  shape: ImportShape;
} {
  const log = logColumns(looks);
  const isAnswered = looks.some((look) => answerScaleOf(look)?.isNamed);
  const isLog = log.case !== null && log.activity !== null && log.time !== null;
  if (isLog && !isAnswered) return { tool: "eventLog", shape: "events" };
  const tickets = looks.filter(({ plain }) =>
    /ticket|^status$|^priority$|^subject$|conversation|resolution|assignee|(^| )closed|first response/.test(
      plain,
    ),
  );
  if (tickets.length >= 3) return { tool: "tickets", shape: "tickets" };
  if (!isAnswered && looks.some((look) => countIn(look) ?? isRate(look)))
    return { tool: "counts", shape: "counts" };
  return { tool: "survey", shape: "answers" };
}

function rolesOf(
  looks: readonly ColumnLook[],
  shape: ImportShape,
  known: Tool | undefined,
): ColumnRole[] {
  const log = logColumns(looks);
  const isLog = (at: number) =>
    at === log.case ? "case" : at === log.activity ? "activity" : "time";
  return looks.map((look, at): ColumnRole => {
    const own = known?.roleOf(look) ?? null;
    if (own) return own;
    if (shape === "events")
      return Object.values(log).includes(at) ? isLog(at) : besideEvents(look);
    if (!look.isFilled) return "ignored";
    if (isPersonal(look)) return "personal";
    if (look.dates) return "date";
    if (shape === "counts" || shape === "funnel") return besideCounts(look);
    if (shape === "tickets" && timeUnitOf(look)) return "duration";
    return besideAnswers(look);
  });
}

/** Of several times of a contact the one at which it began. */
const CLOCK = /^(contact time start|start time|begintijd|startzeit)$/;

/** A log tells of paths; what goes with an event is in none of its figures. */
function besideEvents(look: ColumnLook): ColumnRole {
  if (isPersonal(look)) return "personal";
  return CLOCK.test(look.plain) ? "clock" : "ignored";
}

function besideCounts(look: ColumnLook): ColumnRole {
  if (countIn(look)) return "count";
  if (look.numbers) return isRate(look) ? "rate" : "ignored";
  if (isNamed(look, "touchpoint")) return "touchpoint";
  if (isNamed(look, "channel")) return "channel";
  return isNamed(look, "segment") ? "segment" : "ignored";
}

function besideAnswers(look: ColumnLook): ColumnRole {
  if (look.numbers && isNamed(look, "weight")) return "weight";
  const scale = answerScaleOf(look);
  if (scale) return "value";
  if (look.numbers) return "ignored";
  if (isFreeText(look)) return "text";
  if (isNamed(look, "touchpoint")) return "touchpoint";
  if (isNamed(look, "channel")) return "channel";
  return isNamed(look, "segment") ? "segment" : "ignored";
}

const ONCE: ReadonlySet<ColumnRole> = new Set([
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

const OVER =
  /closed|solved|resolved|resolution|gesloten|opgelost|geschlossen|gelöst|fermé|résolu/;

/** Of several days of a ticket, the one on which it was over is no day on which it came. */
function withEnd(
  roles: readonly ColumnRole[],
  looks: readonly ColumnLook[],
): readonly ColumnRole[] {
  const dates = roles.flatMap((role, at) => (role === "date" ? [at] : []));
  const ends = dates.filter((at) => OVER.test(looks[at]!.plain));
  return ends.length > 0 && ends.length < dates.length
    ? roles.with(ends[0]!, "end")
    : roles;
}

/** When something was answered says more than when it began or was changed. */
const GOOD_DATE =
  /submit|recorded|end date|completed|answered|created|timestamp|tijdstempel|zeitstempel|horodateur|^date$|^datum$/;

/** Of several columns that could say the same about a row, the first; of dates, the one that is called so. */
function onlyOnce(
  roles: readonly ColumnRole[],
  looks: readonly ColumnLook[],
): ColumnRole[] {
  const dates = roles.flatMap((role, at) => (role === "date" ? [at] : []));
  const best = dates.find((at) => GOOD_DATE.test(looks[at]!.plain)) ?? dates[0];
  const seen = new Set<ColumnRole>();
  return roles.map((role, at) => {
    if (!ONCE.has(role)) return role;
    const isTaken = role === "date" ? at !== best : seen.has(role);
    seen.add(role);
    return isTaken ? "ignored" : role;
  });
}

const NUMBERS: ReadonlySet<ColumnRole> = new Set([
  "value",
  "count",
  "weight",
  "rate",
  "duration",
]);
const DATES: ReadonlySet<ColumnRole> = new Set(["date", "end", "time"]);

/** Nobody writes a tenth of a per cent in every row; where no row is beyond 1, people are asked all the same. */
function rateOf({ numbers, words }: ColumnLook): "fraction" | "percent" {
  const isSigned = words.some((word) => word.endsWith("%"));
  return isSigned || (numbers?.high ?? 0) > 1 ? "percent" : "fraction";
}

/** These write fractions always, and say so. */
const FRACTIONS: ReadonlySet<ImportTool> = new Set([
  "ga4Report",
  "ga4Exploration",
  "ga4Funnel",
]);

function columnsFrom(
  looks: readonly ColumnLook[],
  roles: readonly ColumnRole[],
  tool: ImportTool,
): ColumnMapping[] {
  const scales = looks.map((look, at) =>
    roles[at] === "value" ? scaleOfValue(look, looks, tool) : null,
  );
  const all = scales.filter((scale): scale is ImportScale => scale !== null);
  const counts = looks.filter((_, at) => roles[at] === "count");
  return looks.map((look, at): ColumnMapping => {
    const role = roles[at]!;
    const scale = scales[at] ?? null;
    const isNumber = NUMBERS.has(role);
    const isDate = DATES.has(role);
    return {
      column: at,
      role,
      scale: scale && alike(scale, all),
      decimal: isNumber ? (look.numbers?.decimal ?? ".") : null,
      dates: isDate ? (look.dates?.style ?? "yearFirst") : null,
      unit: role === "count" ? cut(look.column.name, 40) : "",
      isAdditive: role === "count" && countIn(look) !== "people",
      ...(role === "rate" && {
        rateIs: rateOf(look),
        weighedBy: wholeOf(look, counts),
      }),
      ...(role === "duration" && { timeUnit: timeUnitOf(look) ?? "h" }),
    };
  });
}

function touchpointFrom(
  shape: ImportShape,
  roles: readonly ColumnRole[],
): ImportMapping["touchpointFrom"] {
  if (
    shape === "events" ||
    roles.includes("touchpoint") ||
    roles.includes("step")
  )
    return "column";
  const values = roles.filter((role) => role === "value").length;
  return shape === "answers" && values > 1 ? "question" : "whole";
}

function separatorOf(
  looks: readonly ColumnLook[],
  roles: readonly ColumnRole[],
  tool: ImportTool,
): string | null {
  const look = looks[roles.indexOf("touchpoint")];
  if (!look || !/tags|labels/.test(look.plain)) return null;
  if (look.words.some((word) => word.includes(","))) return ",";
  return tool === "zendesk" ? " " : null;
}

function questionsOf(
  mapping: ImportMapping,
  looks: readonly ColumnLook[],
  isSure: boolean,
): ImportQuestion[] {
  const found: ImportQuestion[] = [];
  for (const { column, role, scale, rateIs } of mapping.columns) {
    const { numbers, dates } = looks[column]!;
    const ask = (about: ImportQuestion["about"]) =>
      found.push({ about, column });
    if (scale) {
      ask(scale.words.length > 0 ? "words" : "scale");
      if (scale.metric === "ces" || scale.isHighBad) ask("direction");
    }
    if (NUMBERS.has(role) && numbers?.isUndecided) ask("decimal");
    if (rateIs === "fraction" && !FRACTIONS.has(mapping.tool)) ask("rate");
    if (DATES.has(role) && dates?.isUndecided) ask("dayOrMonth");
    if (role === "personal") ask("personal");
  }
  if (mapping.touchpointFrom !== "column" || !isSure)
    found.push({ about: "touchpoint", column: null });
  if (mapping.shape === "funnel")
    found.push({ about: "openOrClosed", column: null });
  return found;
}
