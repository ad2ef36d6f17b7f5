import * as v from "valibot";
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

const number = () => v.pipe(v.number(), v.finite());
const words = () => v.pipe(v.string(), v.maxLength(MAX_STRING));

/** A link, or a file that is still to be had where this was copied. */
const attachment = v.object({
  kind: v.picklist(ATTACHMENT_KINDS),
  name: words(),
  url: v.nullable(words()),
  fileId: v.nullable(v.string()),
  mime: v.nullable(v.string()),
  bytes: v.nullable(number()),
  sha256: v.nullable(v.string()),
});

const card = v.object({
  text: words(),
  colour: v.nullable(v.picklist(COLOURS)),
  metric: v.nullable(v.object({ value: number(), unit: v.string() })),
  decision: v.nullable(
    v.object({ status: v.picklist(DECISION_STATUSES), reason: v.string() }),
  ),
  score: v.nullable(
    v.object({
      customerValue: number(),
      businessValue: number(),
      effort: number(),
    }),
  ),
  task: v.nullable(
    v.object({
      stakeholderId: v.nullable(v.string()),
      /** What they are called where this was copied; elsewhere nobody knows their id. */
      name: v.nullish(words()),
      status: v.picklist(TASK_STATUSES),
      due: v.nullable(v.string()),
    }),
  ),
  /** Absent on what an older page copied. */
  attachments: v.optional(v.pipe(v.array(attachment), v.maxLength(MAX_SIDE))),
});

const column = v.object({
  title: words(),
  hint: v.nullish(words()),
  cards: v.pipe(v.array(card), v.maxLength(MAX_CARDS)),
});

/** A lane with its cards, column by column. */
const lane = v.object({
  kind: v.picklist(LANE_KINDS),
  span: v.picklist(SPANS),
  title: words(),
  hint: v.nullable(words()),
  visibility: v.picklist(VISIBILITIES),
  height: v.nullish(number()),
  columns: v.pipe(v.array(column), v.maxLength(MAX_COLUMNS)),
});

/** Reads a block from outside. */
export const copiedBlock = v.object({
  version: v.literal(1),
  /** The people of another workspace are unknown here. */
  workspace: v.string(),
  /** Files belong to one map, and have to be copied for another one. */
  journey: v.nullish(v.string()),
  rows: v.pipe(
    v.array(v.pipe(v.array(v.array(card)), v.maxLength(MAX_SIDE))),
    v.maxLength(MAX_SIDE),
  ),
  /** There when a whole lane was copied. */
  lane: v.nullish(lane),
});

export type CopiedLane = v.InferOutput<typeof lane>;
export type CopiedAttachment = v.InferOutput<typeof attachment>;
export type CopiedCard = v.InferOutput<typeof card>;
/** Cells with their cards, as they travel from one map to another. */
export type CopiedBlock = v.InferOutput<typeof copiedBlock>;
export type CopiedLaneBlock = CopiedBlock & { readonly lane: CopiedLane };
