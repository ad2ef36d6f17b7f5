import * as z from "zod";
import { id } from "./fields";
import { touchpointListItem } from "./touchpoints";

export const taskStatus = z.enum(["open", "doing", "done", "dropped"]);
export type TaskStatus = z.infer<typeof taskStatus>;

/** A card of an action lane that has a person and a status. */
const taskListItem = z.object({
  cardId: id,
  text: z.string(),
  status: taskStatus,
  /** Day, without a time. */
  due: z.iso.date().nullable(),
  journey: z.object({ id, title: z.string() }),
  stage: z.object({ id, title: z.string() }).nullable(),
  touchpoint: z.object({ id, title: z.string() }).nullable(),
});
export type TaskListItem = z.infer<typeof taskListItem>;

/** What the asker is responsible for or involved in. */
export const mine = z.object({
  /** The stakeholder that the asker is, or null where nobody has linked one yet. */
  stakeholder: z.object({ id, name: z.string() }).nullable(),
  touchpoints: z.array(
    touchpointListItem.extend({ myRole: z.enum(["responsible", "involved"]) }),
  ),
  tasks: z.array(taskListItem),
});
export type Mine = z.infer<typeof mine>;
