"use client";

import { useCallback } from "react";
import type {
  TaskCounts,
  TaskList,
  TaskStatus,
  WorkspaceTask,
} from "@/lib/api/tasks";
import { api } from "../api-client";
import { withPending, type Pending } from "../lists/pending";
import type { LiveList } from "../lists/use-live-list";
import { useChanges } from "../lists/use-changes";

export const taskKey = ({
  journey,
  cardId,
}: Pick<WorkspaceTask, "journey" | "cardId">): string =>
  `${journey.id}:${cardId}`;

export const tasksOf = ({ tasks }: TaskList): readonly WorkspaceTask[] => tasks;

export type TaskPatch = Partial<
  Pick<WorkspaceTask, "status" | "due" | "person">
>;
export type ChangeTask = (
  task: WorkspaceTask,
  patch: TaskPatch,
) => Promise<boolean>;

/** Changes tasks where they are listed: seen at once, sent to the map, taken back where that fails. */
export function useTaskChanges(
  slug: string,
  { onTouch, onDone }: { onTouch: (key: string) => void; onDone: () => void },
): { pending: readonly Pending<WorkspaceTask>[]; change: ChangeTask } {
  const { pending, change } = useChanges<WorkspaceTask>(onDone);
  const changeTask = useCallback<ChangeTask>(
    async (task, patch) => {
      const key = taskKey(task);
      onTouch(key);
      const { person, ...rest } = patch;
      const body = {
        ...rest,
        ...(person !== undefined && { stakeholderId: person?.id ?? null }),
      };
      const path = `/workspaces/${slug}/journeys/${task.journey.id}/cards/${task.cardId}/task`;
      const isDone = await change({
        key,
        patch,
        request: () => api<{ seq: number }>(path, { method: "PATCH", body }),
      });
      if (isDone) onDone();
      return isDone;
    },
    [slug, change, onTouch, onDone],
  );
  return { pending, change: changeTask };
}

/** Tasks as they will be with what was changed here. */
export const shownTasks = (
  rows: readonly WorkspaceTask[],
  pending: readonly Pending<WorkspaceTask>[],
): readonly WorkspaceTask[] =>
  rows.map((row) => withPending(row, taskKey(row), pending));

/** How many there are of each status, counting what was changed here and is not told yet. */
export function countShown(
  lists: readonly Pick<
    LiveList<WorkspaceTask, TaskList>,
    "rows" | "page" | "kept"
  >[],
  pending: readonly Pending<WorkspaceTask>[],
): TaskCounts {
  const sum = { ...lists[0]!.page.counts };
  // Those that a list only keeps in sight are counted as what they became.
  const told = (row: WorkspaceTask) =>
    lists.every(({ kept }) => !kept.has(taskKey(row)));
  const rows = newestOf(lists.map((list) => list.rows)).filter(told);
  const move = (from: TaskStatus, to: TaskStatus) => {
    sum[from] -= 1;
    sum[to] += 1;
  };
  for (const row of rows) {
    const { status } = withPending(row, taskKey(row), pending);
    if (status !== row.status) move(row.status, status);
  }
  return sum;
}

/** Of a task that two lists tell, the newer one. */
export function newestOf(
  lists: readonly (readonly WorkspaceTask[])[],
): readonly WorkspaceTask[] {
  const found = new Map<string, WorkspaceTask>();
  for (const task of lists.flat()) {
    const known = found.get(taskKey(task));
    if (!known || known.seq < task.seq) found.set(taskKey(task), task);
  }
  return [...found.values()];
}

/** The order of a column of the board: what is due first, as the server has it. */
export function byDue(a: WorkspaceTask, b: WorkspaceTask): number {
  const keyOf = ({ due, journey, cardId }: WorkspaceTask) =>
    `${due ?? "~"} ${journey.id} ${cardId}`;
  return keyOf(a) < keyOf(b) ? -1 : 1;
}
