import type { OpportunitySort, PainFilter } from "@/lib/api/opportunities";

export const OPPORTUNITY_LOOKS = [
  "table",
  "matrix",
  "order",
  "pains",
  "decisions",
] as const;
export type OpportunityLook = (typeof OPPORTUNITY_LOOKS)[number];

const SORTS = [
  "text",
  "customer",
  "business",
  "effort",
  "priority",
  "journey",
] as const satisfies readonly OpportunitySort[];

export const LOG_FILTERS = [
  "decided",
  "accepted",
  "in-work",
  "solved",
  "wont-change",
] as const satisfies readonly PainFilter[];
type LogFilter = (typeof LOG_FILTERS)[number];

/** What the address of the opportunities says; everything in it can be linked to. */
export interface OpportunityView {
  readonly look: OpportunityLook;
  readonly journey: string | null;
  /** Only what nobody is responsible for. */
  readonly isUnowned: boolean;
  /** Of the table. */
  readonly sort: {
    readonly key: OpportunitySort;
    readonly direction: "ascending" | "descending";
  };
  /** Of the list of pains: only those without a decision. */
  readonly isOpenOnly: boolean;
  /** Of the list of decisions. */
  readonly decision: LogFilter;
}

type Query = Record<string, string | string[] | undefined>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const one = (value: string | string[] | undefined) =>
  Array.isArray(value) ? value[0] : value;

/** Reads the address; what makes no sense in it is left out. */
export function readOpportunityView(query: Query): OpportunityView {
  const [, minus, word] = /^(-?)(\w+)$/.exec(one(query.sort) ?? "") ?? [];
  const key = SORTS.find((each) => each === word);
  const journey = one(query.journey);
  return {
    look: OPPORTUNITY_LOOKS.find((each) => each === one(query.view)) ?? "table",
    journey: journey !== undefined && UUID.test(journey) ? journey : null,
    isUnowned: one(query.owner) === "none",
    sort: {
      key: key ?? "priority",
      direction: minus || !key ? "descending" : "ascending",
    },
    isOpenOnly: one(query.all) !== "true",
    decision:
      LOG_FILTERS.find((each) => each === one(query.decision)) ?? "decided",
  };
}

/** The address of a view; what is usual goes unsaid. */
export function writeOpportunityView(view: OpportunityView): string {
  const { look, journey, isUnowned, sort, isOpenOnly, decision } = view;
  const parameters = new URLSearchParams();
  if (look !== "table") parameters.set("view", look);
  if (journey !== null) parameters.set("journey", journey);
  if (isUnowned) parameters.set("owner", "none");
  const order = `${sort.direction === "descending" ? "-" : ""}${sort.key}`;
  if (look === "table" && order !== "-priority") parameters.set("sort", order);
  if (look === "pains" && !isOpenOnly) parameters.set("all", "true");
  if (look === "decisions" && decision !== "decided")
    parameters.set("decision", decision);
  return parameters.size === 0 ? "" : `?${parameters}`;
}

/** What to ask the API for. */
export function opportunityPath(slug: string, view: OpportunityView): string {
  const { look, journey, isUnowned, sort, isOpenOnly, decision } = view;
  const parameters = new URLSearchParams();
  if (journey !== null) parameters.set("journey", journey);
  if (isUnowned) parameters.set("owner", "none");
  if (look === "pains" || look === "decisions") {
    const asked = look === "decisions" ? decision : isOpenOnly && "undecided";
    if (asked) parameters.set("decision", asked);
    return `/workspaces/${slug}/pains?${parameters}`;
  }
  const order = `${sort.direction === "descending" ? "-" : ""}${sort.key}`;
  parameters.set("sort", look === "table" ? order : "-priority");
  return `/workspaces/${slug}/opportunities?${parameters}`;
}
