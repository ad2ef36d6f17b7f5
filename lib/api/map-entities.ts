import * as z from "zod";
import {
  ATTACHMENT_KINDS,
  CARD_KINDS,
  COLOURS,
  JOURNEY_STATES,
  LANE_KINDS,
  OUTCOMES,
  SPANS,
  VISIBILITIES,
} from "@/lib/journey/vocabulary";
import { emotionValue } from "./fields";
import {
  dropOff,
  mapId,
  metric,
  momentOfTruth,
  ownerRole,
  score,
  stampedDecision,
  task,
  timing,
  touchpointChoices,
} from "./map-fields";

const colour = z.enum(COLOURS).nullable();

/** What a map says of itself. */
export const mapMeta = z
  .object({
    schema: z.int(),
    title: z.string(),
    scenario: z.string(),
    customerWord: z.string(),
    structureLocked: z.boolean(),
    state: z.enum(JOURNEY_STATES),
    outcome: z.enum(OUTCOMES),
    breaksOffAt: mapId().nullable(),
    reviewEveryDays: z.int().nullable(),
    locale: z.string(),
  })
  .meta({ id: "MapMeta" });

export const mapStage = z
  .object({
    id: mapId(),
    title: z.string(),
    description: z.string(),
    colour,
    collapsed: z.boolean(),
  })
  .meta({ id: "MapStage" });

export const mapTouchpoint = z
  .object({
    id: mapId(),
    stageId: mapId().nullable(),
    title: z.string(),
    message: z.string(),
    actualMessage: z.string(),
    messageStatus: touchpointChoices.messageStatus.nullable(),
    notes: z.string(),
    medium: touchpointChoices.medium.nullable(),
    initiator: touchpointChoices.initiator.nullable(),
    receiver: z.string().nullable(),
    planned: touchpointChoices.planned.nullable(),
    momentOfTruth: momentOfTruth.nullable(),
    checklist: z.array(
      z.object({ id: mapId(), text: z.string(), done: z.boolean() }),
    ),
    searchQueries: z.string(),
    dependsOn: z.string().nullable(),
    inspiration: z.string(),
    responseTime: z.string().nullable(),
    handledBy: touchpointChoices.handledBy.nullable(),
    duration: z.string().nullable(),
    timing: timing.nullable(),
    dropOff: dropOff.nullable(),
    channels: z.array(mapId()),
    owners: z.array(z.object({ stakeholderId: mapId(), role: ownerRole })),
    /** By persona. */
    emotions: z.record(z.string(), emotionValue),
  })
  .meta({ id: "MapTouchpoint" });

export const mapLane = z
  .object({
    id: mapId(),
    kind: z.enum(LANE_KINDS),
    span: z.enum(SPANS),
    title: z.string(),
    hint: z.string().nullable(),
    /** By column. */
    cellHints: z.record(z.string(), z.string()),
    visibility: z.enum(VISIBILITIES),
    height: z.number().nullable(),
    collapsed: z.boolean(),
  })
  .meta({ id: "MapLane" });

export const mapCard = z
  .object({
    id: mapId(),
    kind: z.enum(CARD_KINDS),
    laneId: mapId().nullable(),
    columnId: mapId().nullable(),
    text: z.string(),
    colour,
    metric: metric.nullable(),
    decision: stampedDecision.nullable(),
    score: score.nullable(),
    task: task.nullable(),
  })
  .meta({ id: "MapCard" });

export const mapAttachment = z
  .object({
    id: mapId(),
    on: mapId(),
    kind: z.enum(ATTACHMENT_KINDS),
    name: z.string(),
    url: z.string().nullable(),
    fileId: mapId().nullable(),
    mime: z.string().nullable(),
    bytes: z.int().nullable(),
    sha256: z.string().nullable(),
  })
  .meta({ id: "MapAttachment" });

export const mapLink = z
  .object({ from: mapId(), to: mapId(), kind: z.string() })
  .meta({ id: "MapLink" });

/** Whom the map is about, in order. */
export const mapPersonas = z
  .object({ personaIds: z.array(mapId()) })
  .meta({ id: "MapPersonas" });

const seq = z.int().meta({ description: "The change that the map has now." });

/** What a change of one thing answers: its id, what it says now, and the number of the change. */
export const changed = <T extends z.ZodType>(entity: T) =>
  z.object({ id: z.string(), entity, seq });

/** What a deletion answers. */
export const removed = z.object({ seq });

/** What a list of changes answers: the id of each thing, in the order of the changes. */
export const allChanged = z.object({
  seq,
  results: z.array(z.object({ op: z.string(), id: z.string() })),
});
