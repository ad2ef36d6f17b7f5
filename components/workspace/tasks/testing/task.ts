import type { TaskList, TaskStatus, WorkspaceTask } from "@/lib/api/tasks";

/** A task of a list, with what a test says of it. */
export const aTask = (
  cardId: string,
  said: Partial<WorkspaceTask> = {},
): WorkspaceTask => ({
  cardId,
  text: `Task ${cardId}`,
  status: "open",
  due: null,
  journey: { id: "j1", title: "Buying shoes" },
  stage: { id: "s1", title: "Buy" },
  touchpoint: null,
  person: null,
  origin: null,
  seq: 1,
  ...said,
});

/** A list as the API tells it. */
export function aTaskList(tasks: readonly WorkspaceTask[]): TaskList {
  const of = (status: TaskStatus) =>
    tasks.filter((task) => task.status === status).length;
  return {
    tasks: [...tasks],
    counts: {
      open: of("open"),
      doing: of("doing"),
      done: of("done"),
      dropped: of("dropped"),
    },
    nextCursor: null,
  };
}
