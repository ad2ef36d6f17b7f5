import * as z from "zod";
import { DECISION_STATUSES } from "@/lib/journey/vocabulary";
import { id, moment, named } from "./fields";
import { decision, score } from "./map-fields";
import { origin } from "./tasks";

const titled = z.object({ id, title: z.string() });

/** A card of any map in a list over all of them. */
const placed = z.object({
  cardId: id,
  text: z.string(),
  journey: titled,
  stage: titled.nullable(),
  touchpoint: titled.nullable(),
  /** Tasks that were made out of it. */
  tasks: z.object({ done: z.number().int(), all: z.number().int() }),
  /** The change of its map that this reflects. */
  seq: z.number().int(),
});

const opportunity = placed.extend({
  score: score.nullable(),
  /** 0 to 100; null without a score. */
  priority: z.number().nullable(),
  /** Among all that the filter leaves; equal priorities share a place. Null without a score. */
  rank: z.number().int().nullable(),
  origin: origin.nullable(),
});
export type Opportunity = z.infer<typeof opportunity>;

export const opportunityList = z.object({
  opportunities: z.array(opportunity),
  counts: z.object({
    /** With every filter but that of the score. */
    scored: z.number().int(),
    unscored: z.number().int(),
    /** Where nobody is responsible, with every filter but that of the owner. */
    withoutOwner: z.number().int(),
  }),
  nextCursor: z.string().nullable(),
});
export type OpportunityList = z.infer<typeof opportunityList>;

export const OPPORTUNITY_SORTS = [
  "priority",
  "customer",
  "business",
  "effort",
  "journey",
  "text",
] as const;
export type OpportunitySort = (typeof OPPORTUNITY_SORTS)[number];

const pain = placed.extend({
  decision: decision.nullable(),
  /** Who decided last and when; null where nobody has or it was not kept. `by` is null for whoever is gone. */
  decided: z.object({ by: named.nullable(), at: moment }).nullable(),
});
export type Pain = z.infer<typeof pain>;

/** Which pains: not decided yet, decided, or of one decision. */
export const PAIN_FILTERS = [
  "undecided",
  "decided",
  ...DECISION_STATUSES,
] as const;
export type PainFilter = (typeof PAIN_FILTERS)[number];

export const painList = z.object({
  pains: z.array(pain),
  counts: z.object({
    /** With every filter but that of the decision. */
    decided: z.number().int(),
    undecided: z.number().int(),
    /** Where nobody is responsible, with every filter but that of the owner. */
    withoutOwner: z.number().int(),
  }),
  nextCursor: z.string().nullable(),
});
export type PainList = z.infer<typeof painList>;
