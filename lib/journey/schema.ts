import * as z from "zod/mini";
import { isId } from "./ids";
import type {
  AnyId,
  ColumnId,
  FileId,
  LaneId,
  StageId,
  StakeholderId,
  TouchpointId,
} from "./ids";
import { MAX_STRING } from "./limits";
import { isOrderKey } from "./order";
import { isSafeKey } from "./plain";
import {
  ATTACHMENT_KINDS,
  CARD_KINDS,
  COLOURS,
  DECISION_STATUSES,
  EMOTIONS,
  HANDLERS,
  INITIATORS,
  JOURNEY_STATES,
  LANE_KINDS,
  MEDIA,
  MESSAGE_STATUSES,
  MOMENT_KINDS,
  OUTCOMES,
  OWNER_ROLES,
  PLANNED,
  SPANS,
  TASK_STATUSES,
  VISIBILITIES,
} from "./vocabulary";
import type { Emotion } from "./vocabulary";

/** Registers only: what nested types an entity has is in `shapes.ts`. */

const MAX_NAME = 1_000;
const MAX_ACTOR_ID = 128;
const MAX_REASONS = 100;
const MAX_HINTS = 1_000;

const id = <T extends AnyId>() => z.custom<T>(isId);
const words = (max = MAX_STRING) =>
  z.pipe(
    z.string().check(z.maxLength(max)),
    z.transform((text: string) => text.toWellFormed()),
  );
const unsigned = () => z.transform((value: number) => value + 0);
/** Minus zero reads as zero, or two replicas could print one value in two ways. */
const number = () => z.pipe(z.number(), unsigned());
const within = (min: number, max: number) =>
  z.pipe(z.number().check(z.gte(min), z.lte(max)), unsigned());
/** Absent and null are both null. */
const orNull = <T extends z.ZodMiniType>(type: T) =>
  z.pipe(
    z.nullish(type),
    z.transform((value: z.output<T> | null | undefined) => value ?? null),
  );
const duration = () => z.iso.duration();
const orderKey = () => z.custom<string>(isOrderKey);

export const del = z.object({ by: words(MAX_ACTOR_ID), at: number() });
export type Deletion = z.output<typeof del>;

export const touchpointLoc = z.tuple([id<StageId>(), orderKey()]);
export const cardLoc = z.tuple([id<ColumnId>(), id<LaneId>(), orderKey()]);

export const metaValues = {
  schema: z.int().check(z.gte(1)),
  customerWord: words(MAX_NAME),
  structureLocked: z.boolean(),
  state: z.enum(JOURNEY_STATES),
  outcome: z.enum(OUTCOMES),
  breaksOffAt: id<TouchpointId>(),
  reviewEveryDays: z.int().check(z.gte(1), z.lte(3_650)),
  locale: z
    .string()
    .check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), z.maxLength(35)),
};

export const stageValues = {
  pos: orderKey(),
  colour: z.enum(COLOURS),
  collapsed: z.boolean(),
  del,
};

const momentOfTruth = z.object({
  kind: z.enum(MOMENT_KINDS),
  reason: words(),
});
const timing = z.object({ offset: duration(), after: words(MAX_NAME) });
const dropOff = z.object({
  share: orNull(within(0, 1)),
  reasons: z
    .array(z.object({ text: words(MAX_NAME), share: orNull(within(0, 1)) }))
    .check(z.maxLength(MAX_REASONS)),
});

/** What `setTouchpoint` may change: every register but its place and its deletion. */
export const touchpointFields = {
  messageStatus: z.enum(MESSAGE_STATUSES),
  medium: z.enum(MEDIA),
  initiator: z.enum(INITIATORS),
  receiver: words(MAX_NAME),
  planned: z.enum(PLANNED),
  momentOfTruth,
  dependsOn: words(MAX_NAME),
  responseTime: duration(),
  handledBy: z.enum(HANDLERS),
  duration: duration(),
  timing,
  dropOff,
};
export const touchpointValues = {
  loc: touchpointLoc,
  ...touchpointFields,
  del,
};

export const checklistValues = { done: z.boolean(), pos: orderKey(), del };

export const cellHints = z.record(z.string(), words()).check(
  z.refine((hints) => Object.keys(hints).length <= MAX_HINTS),
  z.refine((hints) =>
    Object.keys(hints).every((key) => isSafeKey(key) && isId(key)),
  ),
);

export const laneValues = {
  pos: orderKey(),
  kind: z.enum(LANE_KINDS),
  span: z.enum(SPANS),
  hint: words(),
  cellHints,
  visibility: z.enum(VISIBILITIES),
  height: within(24, 4_000),
  collapsed: z.boolean(),
  del,
};

/** What `setCard` may change. */
export const cardFields = {
  colour: z.enum(COLOURS),
  metric: z.object({ value: number(), unit: words(MAX_NAME) }),
  decision: z.object({
    status: z.enum(DECISION_STATUSES),
    reason: words(),
    /** Who decided last and when; nobody wrote that down at first. */
    stamp: orNull(del),
  }),
  score: z.object({
    customerValue: within(0, 100),
    businessValue: within(0, 100),
    effort: within(0, 5),
  }),
  task: z.object({
    stakeholderId: orNull(id<StakeholderId>()),
    status: z.enum(TASK_STATUSES),
    due: orNull(z.iso.date()),
  }),
};
export const cardValues = {
  loc: cardLoc,
  kind: z.enum(CARD_KINDS),
  ...cardFields,
  del,
};

/** Only what a browser may open from a link; anything else would run where it is clicked. */
const SAFE_URL = /^(https?:\/\/|mailto:|tel:)/i;

export const attachmentFields = {
  on: z.custom<string>(isId),
  kind: z.enum(ATTACHMENT_KINDS),
  name: words(MAX_NAME),
  url: z.pipe(
    z.string().check(z.maxLength(MAX_STRING), z.regex(SAFE_URL)),
    z.transform((url: string) => url.toWellFormed()),
  ),
  fileId: id<FileId>(),
  mime: z.string().check(z.maxLength(255), z.regex(/^[\w.+-]+\/[\w.+-]+$/)),
  bytes: z.int().check(z.gte(0)),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
};
export const attachmentValues = { ...attachmentFields, pos: orderKey(), del };

export const personaPos = orderKey();
export const channelMark = z.literal(true);
export const emotionValue = z.pipe(
  z.literal([...EMOTIONS]),
  z.transform((value: Emotion) => (value + 0) as Emotion),
);
export const ownerRole = z.enum(OWNER_ROLES);
export const linkMark = z.literal(true);
export const LINK_KIND = /^[a-z][a-z-]{0,31}$/;
