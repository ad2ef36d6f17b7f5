import * as z from "zod";
import { id } from "./fields";
import { ownerRole } from "./map-fields";
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

/** What a stakeholder is responsible for or involved in. */
export const duties = z.object({
  touchpoints: z.array(touchpointListItem.extend({ myRole: ownerRole })),
  tasks: z.array(taskListItem),
});

/** What the asker is responsible for or involved in. */
export const mine = duties.extend({
  /** The stakeholder that the asker is, or null where nobody has linked one yet. */
  stakeholder: z.object({ id, name: z.string() }).nullable(),
});
export type Mine = z.infer<typeof mine>;
