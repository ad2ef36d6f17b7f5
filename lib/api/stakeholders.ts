import * as z from "zod";
import { colour, id, moment, named, stakeholderKind } from "./fields";

/** What a person writes about a stakeholder. */
export const stakeholderFields = z.strictObject({
  kind: stakeholderKind,
  name: z.string().trim().min(1).max(200),
  email: z.email().max(254).nullable(),
  jobTitle: z.string().trim().max(200),
  note: z.string().trim().max(5_000),
  colour,
  /** The member that this person is. */
  userId: id.nullable(),
});
export type StakeholderFields = z.infer<typeof stakeholderFields>;

export const stakeholderListItem = stakeholderFields
  .omit({ userId: true, email: true })
  .extend({
    id,
    /** Left out for those who may not see addresses. */
    email: z.string().nullable().optional(),
    member: named.nullable(),
    version: z.number().int(),
    /** Touchpoints of active journeys. */
    responsible: z.number().int(),
    involved: z.number().int(),
    /** Tasks that are neither done nor dropped. */
    openTasks: z.number().int(),
    createdAt: moment,
    updatedAt: moment,
    archivedAt: moment.nullable(),
  });
export type StakeholderListItem = z.infer<typeof stakeholderListItem>;

export const stakeholderList = z.object({
  stakeholders: z.array(stakeholderListItem),
});
export type StakeholderList = z.infer<typeof stakeholderList>;
