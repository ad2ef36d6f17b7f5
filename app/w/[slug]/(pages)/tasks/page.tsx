import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cookies } from "next/headers";
import { ClientMessages } from "@/components/workspace/client-messages";
import {
  TaskBrowser,
  type FirstTasks,
} from "@/components/workspace/tasks/task-browser";
import {
  LOOK_COOKIE,
  readTaskView,
  type TaskView,
} from "@/components/workspace/tasks/task-view";
import { listJourneyNames, listStakeholderNames } from "@/server/queries/names";
import { listTasks, type TasksFilter } from "@/server/queries/tasks";
import { today as dayOfToday } from "@/server/queries/today";
import { standingOf } from "../../standing";

interface PageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const pageSize = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tasks"))("title") };
}

function toFilter(
  workspaceId: string,
  view: TaskView,
  today: string,
): TasksFilter {
  return {
    workspaceId,
    journeyId: view.journey,
    status: view.status === "all" ? null : view.status,
    person: view.person,
    overdueOn: view.isOverdue ? today : null,
  };
}

async function readFirst(
  filter: TasksFilter,
  { look, sort }: TaskView,
): Promise<FirstTasks> {
  const first = { after: null, limit: pageSize };
  if (look === "list") {
    const order = { sort: sort.key, isDown: sort.direction === "descending" };
    return { look, list: await listTasks(filter, { ...first, ...order }) };
  }
  const column = (status: "open" | "doing" | "done" | "dropped") =>
    listTasks({ ...filter, status }, { ...first, sort: "due", isDown: false });
  const [open, doing, done, dropped] = await Promise.all([
    column("open"),
    column("doing"),
    column("done"),
    column("dropped"),
  ]);
  return { look, columns: { open, doing, done, dropped } };
}

/** How many tasks there are, whatever an address leaves out. */
async function countAll(workspaceId: string): Promise<number> {
  const { counts } = await listTasks(
    {
      workspaceId,
      journeyId: null,
      status: null,
      person: null,
      overdueOn: null,
    },
    { sort: "due", isDown: false, after: null, limit: 1 },
  );
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

export default async function TasksPage({ params, searchParams }: PageProps) {
  const { slug } = await params;
  const { workspace, may } = await standingOf(slug);
  const workspaceId = workspace.id;
  const remembered = (await cookies()).get(LOOK_COOKIE)?.value;
  const view = readTaskView(await searchParams, remembered);
  const today = dayOfToday();
  const [first, all, journeys, people, t] = await Promise.all([
    readFirst(toFilter(workspaceId, view, today), view),
    countAll(workspaceId),
    listJourneyNames({ workspaceId }),
    listStakeholderNames({ workspaceId }),
    getTranslations("tasks"),
  ]);
  return (
    <ClientMessages namespaces={["tasks"]}>
      <TaskBrowser
        {...{ slug, view, first, people, today }}
        hasAny={all > 0}
        journeys={journeys.map(({ id, title }) => ({
          id,
          label: title || t("untitledJourney"),
        }))}
        mayEdit={may["journey:edit"]}
      />
    </ClientMessages>
  );
}
