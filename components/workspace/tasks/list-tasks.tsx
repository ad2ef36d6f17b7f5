"use client";

import { useTranslations } from "next-intl";
import type { TaskList, TaskStatus } from "@/lib/api/tasks";
import { MoreButton } from "../lists/more-button";
import { useLiveList } from "../lists/use-live-list";
import { NoTasks } from "./no-tasks";
import type { TaskBrowserProps } from "./task-browser";
import { TaskTable } from "./task-table";
import { isNarrowed, taskPath, widened, type TaskView } from "./task-view";
import {
  countShown,
  taskKey,
  tasksOf,
  shownTasks,
  useTaskChanges,
} from "./use-tasks";

interface ListTasksProps extends Omit<TaskBrowserProps, "first"> {
  readonly first: TaskList;
  readonly show: (view: TaskView) => void;
}

const STATUSES_OF: Readonly<Record<string, readonly TaskStatus[]>> = {
  unfinished: ["open", "doing"],
  all: ["open", "doing", "done", "dropped"],
};

/** The tasks as a table that grows page by page. */
export function ListTasks(props: ListTasksProps) {
  const { slug, view, first, people, hasAny, today, mayEdit, show } = props;
  const t = useTranslations("tasks");
  const list = useLiveList({
    path: taskPath(slug, view),
    first,
    rowsOf: tasksOf,
    keyOf: taskKey,
  });
  const { pending, change } = useTaskChanges(slug, {
    onTouch: list.touch,
    onDone: list.settle,
  });
  const tasks = shownTasks(list.rows, pending);
  if (tasks.length === 0)
    return (
      <NoTasks
        {...{ slug, hasAny }}
        onClear={isNarrowed(view) ? () => show(widened(view)) : null}
      />
    );
  const counts = countShown([list], pending);
  const statuses = STATUSES_OF[view.status] ?? [view.status as TaskStatus];
  const total = statuses.reduce((sum, status) => sum + counts[status], 0);
  return (
    <div className="flex flex-col gap-3">
      <TaskTable
        {...{ slug, tasks, people, today }}
        sort={view.sort}
        onSort={(sort) => show({ ...view, sort })}
        change={mayEdit ? change : undefined}
      />
      <MoreButton list={list} shown={list.rows.length} label={t("more")} />
      <p role="status" className="text-xs text-ink-3">
        {t("count", { count: total })}
      </p>
    </div>
  );
}
