import * as z from "zod";
import { PULSE_STATES } from "../pulse/state";
import {
  AUDIENCES,
  FACES,
  LEAST_ANSWERS,
  MOST_COMMENT,
  MOST_ORIGINS,
  MOST_TOUCHPOINTS,
  ORIGIN,
} from "../pulse/terms";
import { locale } from "./account";
import { id, moment, named, personaRef } from "./fields";

export const audience = z.enum(AUDIENCES);
const mostAnswersAsked = 100;

/** Rows hold no NUL, and half a letter is none. */
const isWhole = (text: string) => !text.includes("\0") && text.isWellFormed();
const name = z.string().trim().max(100).refine(isWhole);
const intro = z.string().trim().max(500).refine(isWhole);

const origin = z.string().max(200).regex(ORIGIN);

const times = {
  opensAt: moment.nullable(),
  closesAt: moment.nullable(),
};

/** What somebody says of a pulse when making it. */
export const newPulse = z.strictObject({
  name: name.default(""),
  audience,
  personaId: id.nullable().default(null),
  /** In the order in which they are asked about. */
  touchpointIds: z
    .array(id)
    .min(1)
    .max(MOST_TOUCHPOINTS)
    .refine((ids) => new Set(ids).size === ids.length),
  intro: intro.default(""),
  locale,
  frameOrigins: z.array(origin).max(MOST_ORIGINS).default([]),
  /** From how many answers on there is a score. */
  leastAnswers: z
    .int()
    .min(LEAST_ANSWERS)
    .max(mostAnswersAsked)
    .default(LEAST_ANSWERS),
  opensAt: times.opensAt.default(null),
  closesAt: times.closesAt.default(null),
});
export type NewPulse = z.input<typeof newPulse>;

/** What of a pulse can still be changed: nothing that those who answered were told. */
export const pulseChange = z
  .strictObject({
    name,
    frameOrigins: z.array(origin).max(MOST_ORIGINS),
    ...times,
    /** Closed by hand, or opened again. */
    isClosed: z.boolean(),
  })
  .partial();
export type PulseChange = z.infer<typeof pulseChange>;

const count = z.number().int();

/** What is known of one touchpoint by a pulse; below the limit that there are answers, and nothing of what they say. */
const pulseResult = z.object({
  touchpointId: id,
  /** Null once it has left the map. */
  title: z.string().nullable(),
  answers: count,
  score: z
    .object({
      mean: z.number(),
      sd: z.number(),
      interval: z.object({ low: z.number(), high: z.number() }).nullable(),
      faces: z.tuple([count, count, count, count, count]),
    })
    .nullable(),
});
export type PulseResult = z.infer<typeof pulseResult>;

/** A pulse as members of the team see it. */
export const pulseInfo = z.object({
  id,
  name: z.string(),
  audience,
  persona: personaRef.nullable(),
  intro: z.string(),
  locale,
  frameOrigins: z.array(z.string()),
  leastAnswers: count,
  state: z.enum(PULSE_STATES),
  /** For those who may hand it on; null once revoked, and where the secret of this installation has changed. */
  url: z.string().nullable(),
  results: z.array(pulseResult),
  createdBy: named.nullable(),
  createdAt: moment,
  ...times,
});
export type PulseInfo = z.infer<typeof pulseInfo>;

/** Whether a list is of those whose link was revoked, of all others, or of both. */
export const pulseStanding = z.enum(["all", "live", "revoked"]);
export type PulseStanding = z.infer<typeof pulseStanding>;

/** A page of the pulses of a journey, the newest first. */
export const pulseList = z.object({
  pulses: z.array(pulseInfo),
  /** How many there are whose link was revoked. */
  revoked: count,
  nextCursor: z.string().nullable(),
  /** False where the workspace has switched public links off. */
  allowed: z.boolean(),
});
export type PulseList = z.infer<typeof pulseList>;

/** A page of what respondents wrote, in no order that says when: nothing below the limit, and never a face beside it. */
export const pulseComments = z.object({
  touchpoints: z.array(
    z.object({
      touchpointId: id,
      comments: z.array(z.object({ id, text: z.string() })),
      /** Goes on with what was written about this touchpoint. */
      nextCursor: id.nullable(),
    }),
  ),
});
export type PulseComments = z.infer<typeof pulseComments>;

const face = z.literal(FACES);

const said = {
  /** From very angry (1) to very happy (5). */
  face,
  comment: z.string().trim().max(MOST_COMMENT).refine(isWhole).default(""),
};

/** One answer to one question. The same key again is the same answer, as it is said last. */
export const pulseAnswer = z.strictObject({
  touchpointId: id,
  key: id,
  ...said,
});

export const personalPulseAnswer = z.strictObject(said);

/** What a pulse asks about one touchpoint. */
export const pulseQuestion = z.object({ touchpointId: id, title: z.string() });
export type PulseQuestion = z.infer<typeof pulseQuestion>;

/** All that a respondent is told. */
export const askedPulse = z.object({
  workspace: z.string(),
  audience,
  intro: z.string(),
  locale,
  leastAnswers: count,
  questions: z.array(pulseQuestion),
});
export type AskedPulse = z.infer<typeof askedPulse>;
