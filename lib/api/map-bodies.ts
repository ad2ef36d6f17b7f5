import * as z from "zod";
import { FOLLOW_UP_KINDS } from "@/lib/journey/follow-up";
import type {
  AttachmentId,
  CardId,
  ChannelId,
  ChecklistItemId,
  ColumnId,
  EntityId,
  LaneId,
  PersonaId,
  StageId,
  StakeholderId,
  TouchpointId,
} from "@/lib/journey/ids";
import { MAX_STRING } from "@/lib/journey/limits";
import {
  COLOURS,
  JOURNEY_STATES,
  LANE_KINDS,
  OUTCOMES,
  SPANS,
  VISIBILITIES,
} from "@/lib/journey/vocabulary";
import { emotionValue } from "./fields";
import {
  decision,
  dropOff,
  duration,
  mapId,
  metric,
  momentOfTruth,
  ownerRole,
  score,
  shortWords,
  task,
  timing,
  touchpointChoices,
  words,
} from "./map-fields";

/** Ids of things on a map, as paths and lists of changes name them. */
export const ids = {
  stage: { stageId: mapId<StageId>() },
  touchpoint: { touchpointId: mapId<TouchpointId>() },
  lane: { laneId: mapId<LaneId>() },
  card: { cardId: mapId<CardId>() },
  attachment: { attachmentId: mapId<AttachmentId>() },
  item: {
    touchpointId: mapId<TouchpointId>(),
    itemId: mapId<ChecklistItemId>(),
  },
  channel: {
    touchpointId: mapId<TouchpointId>(),
    channelId: mapId<ChannelId>(),
  },
  owner: {
    touchpointId: mapId<TouchpointId>(),
    stakeholderId: mapId<StakeholderId>(),
  },
  emotion: {
    touchpointId: mapId<TouchpointId>(),
    personaId: mapId<PersonaId>(),
  },
  persona: { personaId: mapId<PersonaId>() },
};

const colour = z.enum(COLOURS).nullable();

export const metaFields = {
  title: words.optional(),
  scenario: words.optional(),
  customerWord: shortWords.optional(),
  state: z.enum(JOURNEY_STATES).optional(),
  outcome: z.enum(OUTCOMES).optional(),
  /** The touchpoint at which the journey breaks off; it then is unsuccessful. Null takes it back. */
  breaksOffAt: mapId<TouchpointId>().nullable().optional(),
  reviewEveryDays: z.int().min(1).max(3_650).nullable().optional(),
  locale: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .max(35)
    .optional(),
  structureLocked: z.boolean().optional(),
};

export const stageFields = {
  title: words.optional(),
  description: words.optional(),
  colour: colour.optional(),
  collapsed: z.boolean().optional(),
};
export const newStage = {
  id: mapId<StageId>().optional(),
  before: mapId<StageId>().nullable().optional(),
  ...stageFields,
};
export const stagePlace = { before: mapId<StageId>().nullable() };

export const touchpointTexts = {
  title: words.optional(),
  message: words.optional(),
  actualMessage: words.optional(),
  searchQueries: words.optional(),
  inspiration: words.optional(),
};
export const touchpointFields = {
  ...touchpointTexts,
  notes: words.optional(),
  messageStatus: touchpointChoices.messageStatus.nullable().optional(),
  medium: touchpointChoices.medium.nullable().optional(),
  initiator: touchpointChoices.initiator.nullable().optional(),
  receiver: shortWords.nullable().optional(),
  planned: touchpointChoices.planned.nullable().optional(),
  momentOfTruth: momentOfTruth.nullable().optional(),
  dependsOn: shortWords.nullable().optional(),
  responseTime: duration.nullable().optional(),
  handledBy: touchpointChoices.handledBy.nullable().optional(),
  duration: duration.nullable().optional(),
  timing: timing.nullable().optional(),
  dropOff: dropOff.nullable().optional(),
};
export const newTouchpoint = {
  id: mapId<TouchpointId>().optional(),
  stageId: mapId<StageId>(),
  before: mapId<TouchpointId>().nullable().optional(),
  ...touchpointFields,
};
/** A touchpoint that follows up on the failure of another one, so long after it. */
export const recoveryFields = {
  id: mapId<TouchpointId>().optional(),
  title: words.optional(),
  timing,
};
export const touchpointPlace = {
  stageId: mapId<StageId>(),
  before: mapId<TouchpointId>().nullable(),
};
export const role = { role: ownerRole };
export const responsible = {
  stakeholderId: mapId<StakeholderId>().nullable(),
};
export const emotion = { value: emotionValue };

export const itemFields = {
  text: words.optional(),
  done: z.boolean().optional(),
};
export const newItem = {
  before: mapId<ChecklistItemId>().nullable().optional(),
  ...itemFields,
};
export const itemPlace = { before: mapId<ChecklistItemId>().nullable() };

export const laneFields = {
  title: words.optional(),
  hint: words.nullable().optional(),
  visibility: z.enum(VISIBILITIES).optional(),
  height: z.number().min(24).max(4_000).nullable().optional(),
  collapsed: z.boolean().optional(),
  /** The hint of one of its cells; null takes it away. */
  cellHint: z
    .strictObject({ columnId: mapId<ColumnId>(), hint: words.nullable() })
    .optional(),
};
export const newLane = {
  id: mapId<LaneId>().optional(),
  kind: z.enum(LANE_KINDS),
  span: z.enum(SPANS).optional(),
  before: mapId<LaneId>().nullable().optional(),
  ...laneFields,
};
export const lanePlace = { before: mapId<LaneId>().nullable() };

export const cardFields = {
  text: words.optional(),
  colour: colour.optional(),
  metric: metric.nullable().optional(),
  decision: decision.nullable().optional(),
  score: score.nullable().optional(),
  task: task.nullable().optional(),
};
const cell = { laneId: mapId<LaneId>(), columnId: mapId<ColumnId>() };
export const newCard = {
  id: mapId<CardId>().optional(),
  ...cell,
  before: mapId<CardId>().nullable().optional(),
  ...cardFields,
};
/** A task or an opportunity that is made out of a card or a touchpoint. */
export const followUpFields = {
  from: mapId<EntityId>(),
  kind: z.enum(FOLLOW_UP_KINDS),
  /** What a lane is called that has to be added. */
  laneTitle: words.default(""),
  text: words.optional(),
};
export const cardPlace = { ...cell, before: mapId<CardId>().nullable() };

export const newAttachment = {
  id: mapId<AttachmentId>().optional(),
  on: mapId<EntityId>(),
  name: shortWords,
  url: z
    .string()
    .max(MAX_STRING)
    .regex(/^([Hh][Tt][Tt][Pp][Ss]?:\/\/|mailto:|tel:)/),
  before: mapId<AttachmentId>().nullable().optional(),
};
export const attachmentFields = { name: shortWords };
export const attachmentPlace = { before: mapId<AttachmentId>().nullable() };

export const personaPlace = {
  before: mapId<PersonaId>().nullable().optional(),
};

/** `from` is on this map; `to` is as well, or is another journey of the workspace. */
export const link = {
  from: mapId<EntityId>(),
  to: mapId<EntityId>(),
  kind: z.string().regex(/^[a-z][a-z-]{0,31}$/),
};

/** A seq that the asker saw: refused if someone else changed the same thing since then. */
export const ifSeq = z.int().min(0).meta({
  description:
    "The newest change that you know. If someone else has changed the same thing after it, the answer is 409 and nothing is written; where the map has had very many changes since then, any change by someone else counts.",
});

export const maxOperations = 500;
