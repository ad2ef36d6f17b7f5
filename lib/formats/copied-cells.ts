import * as z from "zod";
import { MAX_STRING } from "../journey/limits";
import {
  COLOURS,
  DECISION_STATUSES,
  TASK_STATUSES,
} from "../journey/vocabulary";

const card = z.object({
  text: z.string().max(MAX_STRING),
  colour: z.enum(COLOURS).nullable(),
  metric: z.object({ value: z.number(), unit: z.string() }).nullable(),
  decision: z
    .object({ status: z.enum(DECISION_STATUSES), reason: z.string() })
    .nullable(),
  score: z
    .object({
      customerValue: z.number(),
      businessValue: z.number(),
      effort: z.number(),
    })
    .nullable(),
  task: z
    .object({
      stakeholderId: z.string().nullable(),
      status: z.enum(TASK_STATUSES),
      due: z.string().nullable(),
    })
    .nullable(),
});

/** Cells along either side. */
const MAX_SIDE = 200;
/** Reads a block from outside. */
export const copiedBlock = z.object({
  version: z.literal(1),
  /** The people of another workspace are unknown here. */
  workspace: z.string(),
  rows: z.array(z.array(z.array(card)).max(MAX_SIDE)).max(MAX_SIDE),
});

export type CopiedCard = z.infer<typeof card>;
/** Cells with their cards, as they travel from one map to another. */
export type CopiedBlock = z.infer<typeof copiedBlock>;
