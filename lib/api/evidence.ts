import * as z from "zod";
import { MEASURES } from "@/lib/imports/results";
import { COUNTED_METRICS } from "@/lib/metrics/counted";
import { id, moment, named, personaRef } from "./fields";
import { audience } from "./pulses";

/** Where something is known from; `visit` is a look with the eyes of a first-time visitor, or one's own experience. */
export const EVIDENCE_ORIGINS = [
  "analytics",
  "survey",
  "tickets",
  "service",
  "interview",
  "visit",
  "other",
] as const;

/** The column that counts them ends there. */
const mostPeople = 2_000_000_000;
const mostFigure = 1e12;
const short = z.string().trim().max(200);
const long = z.string().trim().max(5_000);
/** Less is nothing that anybody measures, and what it is divided by or squared to no number of the database. */
const leastFigure = 1e-6;
const figure = z
  .number()
  .min(-mostFigure)
  .max(mostFigure)
  .refine((value) => value === 0 || Math.abs(value) >= leastFigure);
/** Before that nobody asked customers; the database knows no year 0. */
const firstDay = "1900-01-01";
const day = z.iso.date().refine((value) => value >= firstDay);

const scale = z.strictObject({
  low: figure,
  high: figure,
  /** Whether more is worse, as it is for effort. */
  isHighBad: z.boolean(),
  /** Whether the value is a share, in per cent, of those who gave one of two answers. */
  isShare: z.boolean(),
});

const said = {
  /** What was measured, or what people said. */
  kind: z.enum(["hard", "soft"]),
  origin: z.enum(EVIDENCE_ORIGINS),
  /** With a scale it says how people feel and moves the curve; without one it is a figure about something else. */
  value: figure.nullable(),
  /** What the figure counts, where it has no scale. */
  unit: z.string().trim().max(40),
  scale: scale.nullable(),
  /** Standard deviation on the scale of the value. */
  sd: z.number().min(leastFigure).max(mostFigure).nullable(),
  /** On how many people or cases it rests. */
  n: z.number().int().min(1).max(mostPeople).nullable(),
  quote: long,
  source: short,
  /** The day that it is about, or the last one of a period. */
  heldOn: day,
  heldFrom: day.nullable(),
  url: z
    .string()
    .max(2_000)
    .regex(/^https?:\/\/\S+$/i)
    .nullable(),
  fileId: id.nullable(),
  note: long,
};

/** What a person writes about one piece of evidence. */
export const evidenceFields = z.strictObject(said);
export type EvidenceFields = z.infer<typeof evidenceFields>;

const about = {
  /** Null for what is about a persona alone. */
  journeyId: id.nullable().default(null),
  touchpointId: id.nullable().default(null),
  /** Null for what is about everybody at a touchpoint. */
  personaId: id.nullable().default(null),
};

/** What is left out says nothing. */
export const newEvidence = z
  .strictObject({
    ...said,
    ...about,
    value: said.value.default(null),
    unit: said.unit.default(""),
    scale: said.scale.default(null),
    sd: said.sd.default(null),
    n: said.n.default(null),
    quote: said.quote.default(""),
    source: said.source.default(""),
    heldFrom: said.heldFrom.default(null),
    url: said.url.default(null),
    fileId: said.fileId.default(null),
    note: said.note.default(""),
  })
  .superRefine((fields, context) => {
    const path = contradictionIn(fields) ?? placeMissing(fields);
    if (path) context.addIssue({ code: "custom", path: [path] });
  });
export type NewEvidence = z.infer<typeof newEvidence>;

/** A piece stays with its journey, and may be about another touchpoint or persona of it. */
export const evidenceChange = evidenceFields
  .extend({ touchpointId: id, personaId: id.nullable() })
  .partial();
export type EvidenceChange = z.infer<typeof evidenceChange>;

type Said = Omit<EvidenceFields, "kind" | "origin">;

/** The field that contradicts the others, or that is missing beside them; null where all fit together. */
export function contradictionIn(fields: Said): keyof Said | null {
  const { value, scale: on, sd, quote, heldOn, heldFrom } = fields;
  if (value === null && quote === "") return "value";
  if (on !== null) {
    if (value === null || on.high - on.low < leastFigure) return "scale";
    if (on.isShare && (on.low !== 0 || on.high !== 100)) return "scale";
    if (value < on.low || value > on.high) return "value";
    // No answers within two ends lie further apart than that.
    if (sd !== null && sd > on.high - on.low) return "sd";
  } else if (sd !== null) return "sd";
  return heldFrom !== null && heldFrom > heldOn ? "heldFrom" : null;
}

type About = Pick<NewEvidence, "journeyId" | "touchpointId" | "personaId">;

function placeMissing({
  journeyId,
  touchpointId,
  personaId,
}: About): keyof About | null {
  if ((journeyId === null) !== (touchpointId === null)) return "touchpointId";
  return journeyId === null && personaId === null ? "personaId" : null;
}

/** What an import counted beside its figure. */
export const evidenceCounted = z.object({
  metric: z.enum(COUNTED_METRICS).nullable(),
  best: z.number().int().nullable(),
  worst: z.number().int().nullable(),
  goodFrom: z.number().nullable(),
  asked: z.number().int().nullable(),
  isClosed: z.boolean().nullable(),
  rows: z.number().int().nullable(),
  isWeighted: z.boolean().nullable(),
});

export const evidenceItem = evidenceFields.extend({
  id,
  /** Null for what somebody wrote down, and for an import with nothing to tell beside its figure. */
  counted: evidenceCounted.nullable(),
  /** What a figure of an import tells; null for what somebody wrote down, or has changed since. */
  measure: z.enum(MEASURES).nullable(),
  /** What answers to a pulse come to is nobody's to write down. */
  origin: z.enum([...EVIDENCE_ORIGINS, "pulse"]),
  /** Nothing, where all who answered a pulse chose the same face. */
  sd: z.number().min(0).max(mostFigure).nullable(),
  /** The pulse whose answers this sums up: n is how many there are, and from `leastAnswers` on they have a value. */
  pulse: z
    .object({ id, name: z.string(), audience, leastAnswers: z.number().int() })
    .nullable(),
  journeyId: id.nullable(),
  touchpointId: id.nullable(),
  persona: personaRef.nullable(),
  file: z
    .object({ id, name: z.string(), mime: z.string(), bytes: z.number().int() })
    .nullable(),
  /** Who wrote it down; null where they are no member any more. */
  by: named.nullable(),
  /** Whether whoever asks may change and delete it. */
  changeable: z.boolean(),
  version: z.number().int(),
  createdAt: moment,
  updatedAt: moment,
  deletedAt: moment.nullable(),
});
export type EvidenceItem = z.infer<typeof evidenceItem>;

export const evidenceList = z.object({
  evidence: z.array(evidenceItem),
  nextCursor: z.string().nullable(),
});
export type EvidenceList = z.infer<typeof evidenceList>;

const count = z.number().int();

/** Pieces about one persona at one touchpoint summed up, or about everybody there; values on the levels 1 to 5. */
const evidenceGroup = z.object({
  touchpointId: id,
  personaId: id.nullable(),
  hard: count,
  soft: count,
  /** Pieces with a value on a scale; of those, the measured ones, shares, and measured ones that tell no n. */
  valued: count,
  valuedHard: count,
  shares: count,
  uncounted: count,
  /** Of the pieces with a value: n, n times the value, n times its square. */
  weight: z.number(),
  total: z.number(),
  squares: z.number(),
  /** Squares of deviations within the pieces; null where one does not tell how far its answers lie apart. */
  within: z.number().nullable(),
  newest: day.nullable(),
  /** Answers to pulses, and those of them of which there are enough for a score. */
  answers: count,
  scored: count,
});

/** How many came to the touchpoints, as one source counted them in one unit over one time. */
const funnelCounts = z.object({
  unit: z.string(),
  source: z.string(),
  heldFrom: day.nullable(),
  heldOn: day,
  counts: z.array(z.object({ touchpointId: id, count: z.number() })),
});

export const evidenceSummary = z.object({
  groups: z.array(evidenceGroup),
  /** What is known about each persona of the map as a whole, at no touchpoint. */
  personas: z.array(
    evidenceGroup.omit({ touchpointId: true }).extend({ personaId: id }),
  ),
  /** Null where nobody counted at two touchpoints in the same way. */
  funnel: funnelCounts.nullable(),
});
export type EvidenceSummary = z.infer<typeof evidenceSummary>;

/** All evidence of one touchpoint is about another one, such as when the first has left the map. */
export const evidenceMove = z.strictObject({ from: id, to: id });
export const evidenceMoved = z.object({ moved: count });
