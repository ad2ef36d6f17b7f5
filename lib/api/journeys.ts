import * as z from "zod";
import { id, moment, named, personaRef } from "./fields";

export const journeyListState = z.enum(["active", "archived", "deleted"]);
export type JourneyListState = z.infer<typeof journeyListState>;

/** What a small picture of a map is drawn from. */
const journeyPreview = z.object({
  /** Width of a stage is its touchpoints, or one where it has none. */
  stages: z.array(
    z.object({
      id,
      title: z.string(),
      colour: z.string().nullable(),
      touchpoints: z.number().int(),
    }),
  ),
  /** What the first persona feels from -2 to 2, one per touchpoint in map order; null where nobody knows. */
  curve: z.array(z.number().nullable()),
  /** For each of these whether evidence says so; what it does not is only assumed. */
  proven: z.array(z.boolean()),
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
  /** Of the touchpoints with a feeling: how many rest on evidence, and on evidence that is old. */
  evidence: z.object({
    felt: z.number().int(),
    grounded: z.number().int(),
    stale: z.number().int(),
  }),
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

/** A language as documents name it. */
const documentLocale = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
  .max(35);

/** What a new journey is made of. */
export const newJourney = z.strictObject({
  title: z.string().trim().max(200).optional(),
  source: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("template"), key: z.string().max(100) }),
    z.strictObject({ kind: z.literal("saved-template"), templateId: id }),
    z.strictObject({ kind: z.literal("blank") }),
    z.strictObject({ kind: z.literal("journey"), journeyId: id }),
  ]),
  locale: documentLocale.optional(),
  personaId: id.optional(),
  state: z.enum(["current", "future"]).optional(),
});

/** What can be changed of a journey beside its map. */
export const journeyChange = z.strictObject({
  archived: z.boolean().optional(),
  keeperId: id.nullable().optional(),
});

/** A journey with everything that is on its map, as the documentation of the API describes it. */
export const journeyDetail = z.object({
  journey: journeySummary,
  /** The newest change that the map reflects. */
  seq: z.number().int(),
  map: z.looseObject({}),
});
