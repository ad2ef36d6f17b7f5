import type { TaskList } from "graphile-worker";
import { taskPayloads, type TaskHandlers } from "./tasks";

/** The handlers as the queue calls them: each is handed what its schema lets through. */
export function taskListOf(handlers: TaskHandlers): TaskList {
  const names = Object.keys(taskPayloads) as (keyof TaskHandlers)[];
  return Object.fromEntries(
    names.map((name) => {
      const handle = handlers[name] as (payload: unknown) => Promise<void>;
      const run = async (payload: unknown) => {
        // What is wrong with it may quote it, and the queue keeps the text of errors.
        const parsed = taskPayloads[name].safeParse(payload);
        if (!parsed.success) throw new Error("not what this job is handed");
        await handle(parsed.data);
      };
      return [name, run];
    }),
  );
}
