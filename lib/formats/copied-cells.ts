import * as z from "zod";
import { MAX_CARDS, MAX_STRING } from "../journey/limits";
import {
  COLOURS,
  DECISION_STATUSES,
  LANE_KINDS,
  SPANS,
  TASK_STATUSES,
  VISIBILITIES,
} from "../journey/vocabulary";

/** Cells along either side. */
const MAX_SIDE = 200;
const MAX_COLUMNS = 500;

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
      /** What they are called where this was copied; elsewhere nobody knows their id. */
      name: z.string().max(MAX_STRING).nullish(),
      status: z.enum(TASK_STATUSES),
      due: z.string().nullable(),
    })
    .nullable(),
});

const column = z.object({
  title: z.string().max(MAX_STRING),
  cards: z.array(card).max(MAX_CARDS),
});

/** A lane with its cards, column by column. */
const lane = z.object({
  kind: z.enum(LANE_KINDS),
  span: z.enum(SPANS),
  title: z.string().max(MAX_STRING),
  hint: z.string().max(MAX_STRING).nullable(),
  visibility: z.enum(VISIBILITIES),
  columns: z.array(column).max(MAX_COLUMNS),
});

/** Reads a block from outside. */
export const copiedBlock = z.object({
  version: z.literal(1),
  /** The people of another workspace are unknown here. */
  workspace: z.string(),
  rows: z.array(z.array(z.array(card)).max(MAX_SIDE)).max(MAX_SIDE),
  /** There when a whole lane was copied. */
  lane: lane.nullish(),
});

export type CopiedLane = z.infer<typeof lane>;
export type CopiedCard = z.infer<typeof card>;
/** Cells with their cards, as they travel from one map to another. */
export type CopiedBlock = z.infer<typeof copiedBlock>;
