import * as v from "valibot";
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
import type { Kind } from "./kind";
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

const id = <T extends AnyId>() => v.custom<T>(isId);
const words = (max = MAX_STRING) =>
  v.pipe(
    v.string(),
    v.maxLength(max),
    v.transform((text) => text.toWellFormed()),
  );
const unsigned = () => v.transform((value: number) => value + 0);
/** Minus zero reads as zero, or two replicas could print one value in two ways. */
const number = () => v.pipe(v.number(), v.finite(), unsigned());
const within = (min: number, max: number) =>
  v.pipe(v.number(), v.minValue(min), v.maxValue(max), unsigned());
/** Absent and null are both null. */
const orNull = <T extends Kind>(kind: T) => v.nullish(kind, null);
const DURATION =
  /^P(?:\d+W|(?=\d|T)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:[.,]\d+)?S)?)?)$/;
/** A duration of ISO 8601: weeks, or years down to seconds, of which the last may have a fraction. */
const duration = () => v.pipe(v.string(), v.regex(DURATION));
/** A day of the calendar as ISO 8601 writes it; the thirtieth of February is none. */
const date = () => v.pipe(v.string(), v.check(isDay));
const orderKey = () => v.custom<string>(isOrderKey);

function isDay(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text)
    ? new Date(`${text}T00:00Z`)
    : null;
  return (
    day !== null &&
    !Number.isNaN(day.getTime()) &&
    day.toISOString().startsWith(text)
  );
}

/** Keys with values: a list has keys as well, and is none; and what keys may not be called is refused, not left out. */
export const table = <
  K extends v.GenericSchema<string, string>,
  T extends Kind,
>(
  key: K,
  kind: T,
) =>
  v.pipe(
    v.custom<v.InferInput<v.RecordSchema<K, T, undefined>>>(isTable),
    v.record(key, kind),
  );

function isTable(value: unknown): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).every(isSafeKey)
  );
}

export const del = v.object({ by: words(MAX_ACTOR_ID), at: number() });
export type Deletion = v.InferOutput<typeof del>;

export const touchpointLoc = v.strictTuple([id<StageId>(), orderKey()]);
export const cardLoc = v.strictTuple([
  id<ColumnId>(),
  id<LaneId>(),
  orderKey(),
]);

export const metaValues = {
  schema: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  customerWord: words(MAX_NAME),
  structureLocked: v.boolean(),
  state: v.picklist(JOURNEY_STATES),
  outcome: v.picklist(OUTCOMES),
  breaksOffAt: id<TouchpointId>(),
  reviewEveryDays: v.pipe(
    v.number(),
    v.safeInteger(),
    v.minValue(1),
    v.maxValue(3_650),
  ),
  locale: v.pipe(
    v.string(),
    v.maxLength(35),
    v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  ),
};

export const stageValues = {
  pos: orderKey(),
  colour: v.picklist(COLOURS),
  collapsed: v.boolean(),
  del,
};

const momentOfTruth = v.object({
  kind: v.picklist(MOMENT_KINDS),
  reason: words(),
});
const timing = v.object({ offset: duration(), after: words(MAX_NAME) });
const dropOff = v.object({
  share: orNull(within(0, 1)),
  reasons: v.pipe(
    v.array(v.object({ text: words(MAX_NAME), share: orNull(within(0, 1)) })),
    v.maxLength(MAX_REASONS),
  ),
});

/** What `setTouchpoint` may change: every register but its place and its deletion. */
export const touchpointFields = {
  messageStatus: v.picklist(MESSAGE_STATUSES),
  medium: v.picklist(MEDIA),
  initiator: v.picklist(INITIATORS),
  receiver: words(MAX_NAME),
  planned: v.picklist(PLANNED),
  momentOfTruth,
  dependsOn: words(MAX_NAME),
  responseTime: duration(),
  handledBy: v.picklist(HANDLERS),
  duration: duration(),
  timing,
  dropOff,
};
export const touchpointValues = {
  loc: touchpointLoc,
  ...touchpointFields,
  del,
};

export const checklistValues = { done: v.boolean(), pos: orderKey(), del };

export const cellHints = v.pipe(
  table(v.string(), words()),
  v.check((hints) => Object.keys(hints).length <= MAX_HINTS),
  v.check((hints) => Object.keys(hints).every(isId)),
);

export const laneValues = {
  pos: orderKey(),
  kind: v.picklist(LANE_KINDS),
  span: v.picklist(SPANS),
  hint: words(),
  cellHints,
  visibility: v.picklist(VISIBILITIES),
  height: within(24, 4_000),
  collapsed: v.boolean(),
  del,
};

/** What `setCard` may change. */
export const cardFields = {
  colour: v.picklist(COLOURS),
  metric: v.object({ value: number(), unit: words(MAX_NAME) }),
  decision: v.object({
    status: v.picklist(DECISION_STATUSES),
    reason: words(),
    /** Who decided last and when; nobody wrote that down at first. */
    stamp: orNull(del),
  }),
  score: v.object({
    customerValue: within(0, 100),
    businessValue: within(0, 100),
    effort: within(0, 5),
  }),
  task: v.object({
    stakeholderId: orNull(id<StakeholderId>()),
    status: v.picklist(TASK_STATUSES),
    due: orNull(date()),
  }),
};
export const cardValues = {
  loc: cardLoc,
  kind: v.picklist(CARD_KINDS),
  ...cardFields,
  del,
};

/** Only what a browser may open from a link; anything else would run where it is clicked. */
const SAFE_URL = /^(https?:\/\/|mailto:|tel:)/i;

export const attachmentFields = {
  on: v.custom<string>(isId),
  kind: v.picklist(ATTACHMENT_KINDS),
  name: words(MAX_NAME),
  url: v.pipe(
    v.string(),
    v.maxLength(MAX_STRING),
    v.regex(SAFE_URL),
    v.transform((url) => url.toWellFormed()),
  ),
  fileId: id<FileId>(),
  mime: v.pipe(v.string(), v.maxLength(255), v.regex(/^[\w.+-]+\/[\w.+-]+$/)),
  bytes: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
};
export const attachmentValues = { ...attachmentFields, pos: orderKey(), del };

export const personaPos = orderKey();
export const channelMark = v.literal(true);
export const emotionValue = v.pipe(
  v.picklist(EMOTIONS),
  v.transform((value: Emotion) => (value + 0) as Emotion),
);
export const ownerRole = v.picklist(OWNER_ROLES);
export const linkMark = v.literal(true);
export const LINK_KIND = /^[a-z][a-z-]{0,31}$/;
