import * as z from "zod";
import type { StakeholderId } from "@/lib/journey/ids";
import { id, named, stakeholderKind } from "./fields";
import { mapId, ownerRole } from "./map-fields";
import { touchpointListItem } from "./touchpoints";

export const taskStatus = z.enum(["open", "doing", "done", "dropped"]);
export type TaskStatus = z.infer<typeof taskStatus>;

const titled = z.object({ id, title: z.string() });

/** A card of an action lane that has a person and a status. */
const taskListItem = z.object({
  cardId: id,
  text: z.string(),
  status: taskStatus,
  /** Day, without a time. */
  due: z.iso.date().nullable(),
  journey: titled,
  stage: titled.nullable(),
  touchpoint: titled.nullable(),
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

/** Where something on a list came from: a card or a touchpoint of the same map. */
export const origin = z.object({
  id,
  /** `touchpoint`, or the kind of a card, such as `pain`. */
  kind: z.string(),
  text: z.string(),
});

/** A task in the list over all journeys. */
const workspaceTask = taskListItem.extend({
  person: named
    .extend({ kind: stakeholderKind, colour: z.string() })
    .nullable(),
  origin: origin.nullable(),
  /** The change of its map that this reflects. */
  seq: z.number().int(),
});
export type WorkspaceTask = z.infer<typeof workspaceTask>;

export const taskCounts = z.object({
  open: z.number().int(),
  doing: z.number().int(),
  done: z.number().int(),
  dropped: z.number().int(),
});
export type TaskCounts = z.infer<typeof taskCounts>;

export const taskList = z.object({
  tasks: z.array(workspaceTask),
  /** By status, with every filter but that of the status. */
  counts: taskCounts,
  nextCursor: z.string().nullable(),
});
export type TaskList = z.infer<typeof taskList>;

export const TASK_SORTS = [
  "due",
  "status",
  "person",
  "journey",
  "text",
] as const;
export type TaskSort = (typeof TASK_SORTS)[number];

/** What of a task is to become another; what is left out stays as others may have made it meanwhile. */
export const taskChange = z
  .strictObject({
    status: taskStatus.optional(),
    /** Null: nobody. */
    stakeholderId: mapId<StakeholderId>().nullable().optional(),
    /** A day; null: none. */
    due: z.iso.date().nullable().optional(),
  })
  .refine((change) => Object.keys(change).length > 0);
export type TaskChange = z.infer<typeof taskChange>;
