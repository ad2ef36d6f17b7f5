"use client";

import { useTranslations } from "next-intl";
import type { TaskList, TaskStatus } from "@/lib/api/tasks";
import { MoreButton } from "../lists/more-button";
import { useLiveList } from "../lists/use-live-list";
import { NoTasks } from "./no-tasks";
import { TaskBoard } from "./task-board";
import type { TaskBrowserProps } from "./task-browser";
import { isNarrowed, taskPath, widened, type TaskView } from "./task-view";
import {
  countShown,
  newestOf,
  taskKey,
  tasksOf,
  shownTasks,
  useTaskChanges,
} from "./use-tasks";

interface BoardTasksProps extends Omit<TaskBrowserProps, "first"> {
  readonly first: Readonly<Record<TaskStatus, TaskList>>;
  readonly show: (view: TaskView) => void;
}

function useColumn(
  { slug, view, first }: Pick<BoardTasksProps, "slug" | "view" | "first">,
  status: TaskStatus,
) {
  return useLiveList({
    path: taskPath(slug, view, status),
    first: first[status],
    rowsOf: tasksOf,
    keyOf: taskKey,
  });
}

/** The tasks on a board, a list for each of its columns. */
export function BoardTasks(props: BoardTasksProps) {
  const { slug, view, people, hasAny, today, mayEdit, show } = props;
  const t = useTranslations("tasks");
  const lists = {
    open: useColumn(props, "open"),
    doing: useColumn(props, "doing"),
    done: useColumn(props, "done"),
    dropped: useColumn(props, "dropped"),
  };
  const all = Object.values(lists);
  const { pending, change } = useTaskChanges(slug, {
    // A card that left its column is told by the next one; until then the first has to keep it.
    onTouch: (key) => all.forEach((list) => list.touch(key)),
    onDone: () => all.forEach((list) => list.settle()),
  });
  const rows = newestOf(all.map((list) => list.rows));
  const tasks = shownTasks(rows, pending);
  if (tasks.length === 0 && (!hasAny || isNarrowed(view)))
    return (
      <NoTasks
        {...{ slug, hasAny }}
        onClear={isNarrowed(view) ? () => show(widened(view)) : null}
      />
    );
  return (
    <TaskBoard
      {...{ slug, tasks, people, today }}
      counts={countShown(all, pending)}
      change={mayEdit ? change : undefined}
      foot={(status) => (
        <MoreButton
          list={lists[status]}
          shown={lists[status].rows.length}
          label={t("more")}
        />
      )}
    />
  );
}
