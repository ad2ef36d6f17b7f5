import type { TaskSort, TaskStatus } from "@/lib/api/tasks";

export const TASK_STATUSES = [
  "open",
  "doing",
  "done",
  "dropped",
] as const satisfies readonly TaskStatus[];

const SORTS = [
  "text",
  "person",
  "status",
  "due",
  "journey",
] as const satisfies readonly TaskSort[];

export const TASK_LOOKS = ["list", "board"] as const;
export type TaskLook = (typeof TASK_LOOKS)[number];

/** Where a browser keeps how somebody looks at their tasks. */
export const LOOK_COOKIE = "waymark-tasks";

export const STATUS_FILTERS = ["unfinished", ...TASK_STATUSES, "all"] as const;
type StatusFilter = (typeof STATUS_FILTERS)[number];

/** What the address of the tasks says; everything in it can be linked to. */
export interface TaskView {
  readonly look: TaskLook;
  readonly status: StatusFilter;
  /** Id of a stakeholder, or "none". */
  readonly person: string | null;
  readonly journey: string | null;
  readonly isOverdue: boolean;
  readonly sort: {
    readonly key: TaskSort;
    readonly direction: "ascending" | "descending";
  };
}

type Query = Record<string, string | string[] | undefined>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const one = (value: string | string[] | undefined) =>
  Array.isArray(value) ? value[0] : value;
const idIn = (value: string | undefined) =>
  value !== undefined && UUID.test(value) ? value : null;

/** Reads the address; what makes no sense in it is left out. */
export function readTaskView(
  query: Query,
  remembered: string | undefined,
): TaskView {
  const known = (look: string | undefined) =>
    TASK_LOOKS.find((each) => each === look);
  const [, minus, word] = /^(-?)(\w+)$/.exec(one(query.sort) ?? "") ?? [];
  const person = one(query.person);
  return {
    look: known(one(query.view)) ?? known(remembered) ?? "list",
    status:
      STATUS_FILTERS.find((each) => each === one(query.status)) ?? "unfinished",
    person: person === "none" ? person : idIn(person),
    journey: idIn(one(query.journey)),
    isOverdue: one(query.overdue) === "true",
    sort: {
      key: SORTS.find((each) => each === word) ?? "due",
      direction: minus ? "descending" : "ascending",
    },
  };
}

/** The address of a view; what is usual goes unsaid, but for how one looks. */
export function writeTaskView(view: TaskView): string {
  const { look, status, person, journey, isOverdue, sort } = view;
  const parameters = new URLSearchParams({ view: look });
  if (status !== "unfinished") parameters.set("status", status);
  if (person !== null) parameters.set("person", person);
  if (journey !== null) parameters.set("journey", journey);
  if (isOverdue) parameters.set("overdue", "true");
  const order = `${sort.direction === "descending" ? "-" : ""}${sort.key}`;
  if (order !== "due") parameters.set("sort", order);
  return `?${parameters}`;
}

/** What to ask the API for; on the board each status has a list of its own. */
export function taskPath(
  slug: string,
  { status, person, journey, isOverdue, sort }: TaskView,
  column?: TaskStatus,
): string {
  const parameters = new URLSearchParams();
  const asked = column ?? status;
  if (asked !== "all") parameters.set("status", asked);
  if (person !== null) parameters.set("person", person);
  if (journey !== null) parameters.set("journey", journey);
  if (isOverdue) parameters.set("overdue", "true");
  const order = `${sort.direction === "descending" ? "-" : ""}${sort.key}`;
  parameters.set("sort", column ? "due" : order);
  return `/workspaces/${slug}/tasks?${parameters}`;
}

/** Whether anything is left out that might be looked for. */
export const isNarrowed = (view: TaskView): boolean =>
  view.person !== null ||
  view.journey !== null ||
  view.isOverdue ||
  (view.look === "list" && view.status !== "unfinished");

/** The same look and order, with nothing left out. */
export const widened = (view: TaskView): TaskView => ({
  ...view,
  status: "unfinished",
  person: null,
  journey: null,
  isOverdue: false,
});
