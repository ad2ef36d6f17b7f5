import * as z from "zod/mini";
import { MAX_CARDS, MAX_STRING } from "../journey/limits";
import {
  ATTACHMENT_KINDS,
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

const words = () => z.string().check(z.maxLength(MAX_STRING));

/** A link, or a file that is still to be had where this was copied. */
const attachment = z.object({
  kind: z.enum(ATTACHMENT_KINDS),
  name: words(),
  url: z.nullable(words()),
  fileId: z.nullable(z.string()),
  mime: z.nullable(z.string()),
  bytes: z.nullable(z.number()),
  sha256: z.nullable(z.string()),
});

const card = z.object({
  text: words(),
  colour: z.nullable(z.enum(COLOURS)),
  metric: z.nullable(z.object({ value: z.number(), unit: z.string() })),
  decision: z.nullable(
    z.object({ status: z.enum(DECISION_STATUSES), reason: z.string() }),
  ),
  score: z.nullable(
    z.object({
      customerValue: z.number(),
      businessValue: z.number(),
      effort: z.number(),
    }),
  ),
  task: z.nullable(
    z.object({
      stakeholderId: z.nullable(z.string()),
      /** What they are called where this was copied; elsewhere nobody knows their id. */
      name: z.nullish(words()),
      status: z.enum(TASK_STATUSES),
      due: z.nullable(z.string()),
    }),
  ),
  /** Absent on what an older page copied. */
  attachments: z.optional(z.array(attachment).check(z.maxLength(MAX_SIDE))),
});

const column = z.object({
  title: words(),
  hint: z.nullish(words()),
  cards: z.array(card).check(z.maxLength(MAX_CARDS)),
});

/** A lane with its cards, column by column. */
const lane = z.object({
  kind: z.enum(LANE_KINDS),
  span: z.enum(SPANS),
  title: words(),
  hint: z.nullable(words()),
  visibility: z.enum(VISIBILITIES),
  height: z.nullish(z.number()),
  columns: z.array(column).check(z.maxLength(MAX_COLUMNS)),
});

/** Reads a block from outside. */
export const copiedBlock = z.object({
  version: z.literal(1),
  /** The people of another workspace are unknown here. */
  workspace: z.string(),
  /** Files belong to one map, and have to be copied for another one. */
  journey: z.nullish(z.string()),
  rows: z
    .array(z.array(z.array(card)).check(z.maxLength(MAX_SIDE)))
    .check(z.maxLength(MAX_SIDE)),
  /** There when a whole lane was copied. */
  lane: z.nullish(lane),
});

export type CopiedLane = z.infer<typeof lane>;
export type CopiedAttachment = z.infer<typeof attachment>;
export type CopiedCard = z.infer<typeof card>;
/** Cells with their cards, as they travel from one map to another. */
export type CopiedBlock = z.infer<typeof copiedBlock>;
export type CopiedLaneBlock = CopiedBlock & { readonly lane: CopiedLane };
