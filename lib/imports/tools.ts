import type {
  ColumnRole,
  ImportShape,
  ImportTable,
  ImportTool,
} from "./contract";
import { GROUP_COLUMN } from "./delighted";
import type { ColumnLook } from "./look";
import { countIn, isRate, logColumns } from "./role-words";

/** What a table is called by, for what knows it again. */
export interface TableLook {
  readonly table: ImportTable;
  readonly looks: readonly ColumnLook[];
  /** Plain names of the columns, and what stands in the first row of the header. */
  readonly names: ReadonlySet<string>;
}

/** How one tool writes its files. */
export interface Tool {
  readonly tool: ImportTool;
  readonly shape: ImportShape;
  readonly isIts: (look: TableLook) => boolean;
  /** What its own columns are; null for a column that it does not name, which is looked at like any other. */
  readonly roleOf: (look: ColumnLook) => ColumnRole | null;
}

const hasAll = (names: ReadonlySet<string>, wanted: readonly string[]) =>
  wanted.every((name) => names.has(name));

const countOf = (names: ReadonlySet<string>, wanted: readonly string[]) =>
  wanted.filter((name) => names.has(name)).length;

/** A table of names for one role each. */
function roles(
  by: Partial<Record<ColumnRole, string>>,
): (look: ColumnLook) => ColumnRole | null {
  const known = new Map<string, ColumnRole>();
  for (const [role, names] of Object.entries(by))
    for (const name of names.split("|")) known.set(name, role as ColumnRole);
  return ({ plain }) => known.get(plain) ?? null;
}

const formStamps = new Set([
  "timestamp",
  "tijdstempel",
  "zeitstempel",
  "horodateur",
]);

const firstPart = ({ column }: ColumnLook) =>
  (column.parts[0] ?? "").toLowerCase();

const counted = (look: ColumnLook): ColumnRole | null => {
  if (countIn(look)) return "count";
  if (isRate(look)) return "rate";
  return look.numbers ? "ignored" : null;
};

const isReport = ({ table }: TableLook) =>
  table.preamble.some((line) =>
    /^(account|property|start date|startdatum|begindatum|date de début) ?:/i.test(
      line,
    ),
  );

const isExploration = ({ table }: TableLook) =>
  table.preamble.some((line) => /^\d{8}\s*-\s*\d{8}$/.test(line));

const isStep = (plain: string) => /^(step|stap|schritt|étape)$/.test(plain);

const groupName = GROUP_COLUMN.replaceAll("_", " ");

const plausibleFirsts = ["page", "source", "entry page", "exit page", "name"];

/** Whom a report is about, and not where on their way they were. */
const plausibleGroups = ["country", "device", "browser", "operating system"];

/** The first whose file it is counts: those with names that nobody else has go first. */
export const tools: readonly Tool[] = [
  {
    tool: "xes",
    shape: "events",
    isIts: ({ table }) => table.file.kind === "xes",
    // Logs of other makers leave the standard names empty and have their own.
    roleOf: (look) => (look.isFilled ? xesRoles(look) : null),
  },
  {
    tool: "qualtrics",
    shape: "answers",
    isIts: ({ table, looks }) =>
      table.columns.some(({ parts }) => /ImportId/.test(parts[2] ?? "")) ||
      countOf(new Set(looks.map(firstPart)), [
        "responseid",
        "recordeddate",
        "distributionchannel",
        "finished",
      ]) >= 3 ||
      (looks
        .slice(0, 3)
        .every((look, at) => firstPart(look) === `v${at + 1}`) &&
        looks.length > 3),
    roleOf(look) {
      const known: Record<string, ColumnRole> = {
        startdate: "ignored",
        enddate: "ignored",
        status: "ignored",
        progress: "ignored",
        "duration (in seconds)": "ignored",
        finished: "ignored",
        recordeddate: "date",
        responseid: "ignored",
        distributionchannel: "channel",
        userlanguage: "segment",
        ipaddress: "personal",
        responseset: "ignored",
        name: "personal",
        emailaddress: "personal",
        externaldatareference: "personal",
        recipientlastname: "personal",
        recipientfirstname: "personal",
        recipientemail: "personal",
        externalreference: "personal",
        locationlatitude: "personal",
        locationlongitude: "personal",
      };
      const first = firstPart(look);
      if (first.endsWith("_nps_group")) return "ignored";
      if (!/^v\d+$/.test(first)) return known[first] ?? null;
      // An older export numbers its columns above their names, and knows the end and not the moment of recording.
      const name = (look.column.parts[1] ?? "").toLowerCase();
      return name === "enddate" ? "date" : (known[name] ?? null);
    },
  },
  {
    tool: "surveyMonkey",
    shape: "answers",
    isIts: ({ looks }) => {
      const firsts = new Set(looks.map(firstPart));
      return firsts.has("respondent id") || firsts.has("respondentid");
    },
    roleOf: roles({
      personal:
        "respondent id|respondentid|collector id|collectorid|ip address|email address|first name|last name|custom data 1",
      date: "end date",
      ignored: "start date",
    }),
  },
  {
    tool: "typeform",
    shape: "answers",
    isIts: ({ looks, names }) =>
      looks[0]?.plain === "#" &&
      countOf(names, [
        "response type",
        "start date (utc)",
        "stage date (utc)",
        "submit date (utc)",
        "network id",
        "tags",
      ]) >= 2,
    roleOf: roles({
      ignored: "#|response type|start date (utc)|stage date (utc)|tags|ending",
      date: "submit date (utc)",
      personal: "network id",
    }),
  },
  {
    tool: "googleForms",
    shape: "answers",
    isIts: ({ looks }) => formStamps.has(looks[0]?.plain ?? ""),
    roleOf: ({ plain, column }) =>
      column.index === 0 && formStamps.has(plain) ? "date" : null,
  },
  {
    tool: "delighted",
    shape: "answers",
    isIts: ({ names }) =>
      hasAll(names, ["survey type", "score", "created at"]) ||
      (names.size === 1 && names.has(groupName)),
    roleOf: roles({
      value: `score|${groupName}`,
      text: "comment",
      date: "created at",
      ignored:
        "id|survey type|updated at|permalink|notes|tags|additional answers",
      personal:
        "person|person name|person email|person properties name|person properties email",
    }),
  },
  {
    tool: "wootric",
    shape: "answers",
    isIts: ({ names }) => names.has("excluded from calculations"),
    roleOf: roles({
      value: "score",
      text: "text",
      date: "created at",
      ignored:
        "id|completed|excluded from calculations|updated at|survey id|response id|ip address|origin url",
      personal: "end user id|end user email",
    }),
  },
  {
    tool: "federalCx",
    shape: "answers",
    isIts: ({ names }) =>
      names.has("question 1") &&
      [...names].some((name) => name === "positive ease"),
    roleOf: ({ plain }) => {
      if (plain === "external id") return "personal";
      if (plain === "question 4") return "text";
      if (plain === "question 1") return "value";
      return /^(positive|negative) /.test(plain) ? "ignored" : null;
    },
  },
  {
    tool: "zendesk",
    shape: "tickets",
    isIts: ({ names }) =>
      countOf(names, [
        "summation column",
        "requester",
        "satisfaction score",
        "via",
        "group stations",
        "ticket type",
      ]) >= 4,
    roleOf: (look) => zendeskRoles(look) ?? "ignored",
  },
  {
    tool: "ticketTable",
    shape: "tickets",
    isIts: ({ names }) =>
      countOf(names, [
        "ticket id",
        "ticket type",
        "ticket subject",
        "ticket description",
        "ticket channel",
        "ticket status",
        "customer satisfaction rating",
      ]) >= 4,
    roleOf: roles({
      touchpoint: "ticket type",
      channel: "ticket channel",
      value: "customer satisfaction rating",
      text: "ticket description",
      date: "first response time",
      end: "time to resolution",
      personal: "customer name|customer email|customer age|customer gender",
      ignored:
        "ticket id|ticket subject|ticket status|resolution|ticket priority|date of purchase|product purchased",
    }),
  },
  {
    tool: "ga4Funnel",
    shape: "funnel",
    isIts: ({ names }) =>
      [...names].some(isStep) &&
      countOf(names, ["completion rate", "abandonments", "abandonment rate"]) >=
        2,
    roleOf(look) {
      if (isStep(look.plain)) return "step";
      if (/^abandonment|rate$|elapsed/.test(look.plain)) return "ignored";
      return countIn(look) ? "count" : look.numbers ? "ignored" : "segment";
    },
  },
  {
    tool: "ga4Report",
    shape: "counts",
    isIts: isReport,
    roleOf: ga4Role,
  },
  {
    tool: "ga4Exploration",
    shape: "counts",
    isIts: isExploration,
    roleOf: ga4Role,
  },
  {
    tool: "matomo",
    shape: "counts",
    isIts: ({ names, looks }) =>
      [...names].some((name) =>
        /^nb (visits|hits|uniq|users|actions|conversions)|^metadata:? /.test(
          name,
        ),
      ) ||
      (names.has("label") && looks.filter(countIn).length > 1) ||
      isOneNumber(looks),
    roleOf(look) {
      if (look.plain === "label") return "touchpoint";
      if (look.plain === "value") return isPercent(look) ? "rate" : "count";
      if (/^metadata:? /.test(look.plain) || look.plain === "idsubdatatable")
        return "ignored";
      return counted(look);
    },
  },
  {
    tool: "plausible",
    shape: "counts",
    isIts: ({ names, looks }) =>
      looks[0]?.plain === "date" &&
      names.has("visitors") &&
      countOf(names, [
        "visits",
        "pageviews",
        "bounces",
        "visit duration",
        "events",
      ]) >= 1,
    roleOf(look) {
      if (look.plain === "date") return "date";
      if (plausibleFirsts.includes(look.plain)) return "touchpoint";
      if (plausibleGroups.includes(look.plain)) return "segment";
      if (/bounces|duration/.test(look.plain)) return "ignored";
      return counted(look) ?? "ignored";
    },
  },
  {
    tool: "uwvLog",
    shape: "events",
    isIts: ({ names, looks }) =>
      hasAll(names, ["customer id", "age category", "office u"]) &&
      logColumns(looks).activity !== null,
    roleOf: () => null,
  },
];

const isPercent = ({ words }: ColumnLook) =>
  words.some((word) => word.endsWith("%"));

/** A report of one number says no more than that it is one. */
const isOneNumber = ([only, ...others]: readonly ColumnLook[]) =>
  only?.plain === "value" &&
  others.length === 0 &&
  only.numbers !== null &&
  only.sampled === 1;

const xesRoles = roles({
  case: "case:concept:name",
  activity: "concept:name",
  time: "time:timestamp",
  personal: "org:resource|case:org:resource",
});

/** GA4 names its dimensions first; the one that says where somebody is finds the touchpoint. */
function ga4Role(look: ColumnLook): ColumnRole | null {
  if (look.plain === "date") return "date";
  if (/page|screen|event name|step/.test(look.plain) && !look.numbers)
    return "touchpoint";
  if (/channel|source|medium/.test(look.plain)) return "channel";
  return counted(look);
}

const zendeskRoles = roles({
  touchpoint: "tags",
  channel: "via",
  date: "created at",
  value: "satisfaction score",
  text: "subject",
  duration:
    "resolution time|first reply time in minutes|requester wait time in minutes",
  personal:
    "requester|requester id|requester external id|requester email|requester domain|submitter|assignee|organization",
});
