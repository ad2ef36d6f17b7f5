import * as z from "zod";
import { emotionValue, id, moment, named, personaRef } from "./common";

export const journeyListState = z.enum(["active", "archived", "deleted"]);
export type JourneyListState = z.infer<typeof journeyListState>;

/** What a small picture of a map is drawn from. */
export const journeyPreview = z.object({
  /** Width of a stage is its touchpoints, or one where it has none. */
  stages: z.array(
    z.object({
      id,
      title: z.string(),
      colour: z.string().nullable(),
      touchpoints: z.number().int(),
    }),
  ),
  /** The first persona's emotions, one per touchpoint in map order; null where nobody has said. */
  curve: z.array(emotionValue.nullable()),
});
export type JourneyPreview = z.infer<typeof journeyPreview>;

/** One journey in the list of a workspace. */
export const journeySummary = z.object({
  id,
  title: z.string(),
  state: z.enum(["current", "future"]),
  outcome: z.enum(["successful", "unsuccessful", "open"]),
  locale: z.string(),
  /** Who is reminded of this map. */
  keeper: named.nullable(),
  createdById: id.nullable(),
  personas: z.array(personaRef),
  touchpoints: z.number().int(),
  withoutOwner: z.number().int(),
  /** How many of the touchpoints' emotions, one per persona, have been said. */
  coverage: z.object({ known: z.number().int(), of: z.number().int() }),
  reviewEveryDays: z.number().int().nullable(),
  reviewedAt: moment.nullable(),
  createdAt: moment,
  editedAt: moment,
  archivedAt: moment.nullable(),
  deletedAt: moment.nullable(),
  preview: journeyPreview,
});
export type JourneySummary = z.infer<typeof journeySummary>;

export const journeyList = z.object({ journeys: z.array(journeySummary) });
export type JourneyList = z.infer<typeof journeyList>;

/** The registry's side of one journey: what is not on the map. */
export const journeyRegistry = z.object({
  id,
  title: z.string(),
  state: z.enum(["current", "future"]),
  outcome: z.enum(["successful", "unsuccessful", "open"]),
  locale: z.string(),
  keeper: named.nullable(),
  createdById: id.nullable(),
  reviewEveryDays: z.number().int().nullable(),
  reviewedAt: moment.nullable(),
  createdAt: moment,
  editedAt: moment,
  archivedAt: moment.nullable(),
  deletedAt: moment.nullable(),
});
export type JourneyRegistry = z.infer<typeof journeyRegistry>;
