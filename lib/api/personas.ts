import * as z from "zod";
import { colour, id, moment } from "./fields";

const short = z.string().trim().max(200);
const long = z.string().trim().max(5_000);

const personaForm = z.enum(["persona", "customer-type"]);
const shopping = z.enum(["online", "offline", "both"]);
export const personaSource = z.enum(["data", "interviews", "experience"]);

/** What a person writes about a persona. */
export const personaFields = z.strictObject({
  name: short.min(1),
  form: personaForm,
  colour,
  pictureId: id.nullable(),
  summary: long,
  household: short,
  residence: short,
  purchases: long,
  shopping,
  goals: long,
  wishes: long,
  pains: long,
  activities: long,
  issuesSolved: long,
  needsMet: long,
  usefulInfo: long,
  whyUs: long,
  favouriteChannels: z.array(id).max(50),
  sources: z.array(personaSource).max(3),
  sourceNote: long,
  attributes: z
    .array(z.strictObject({ name: short.min(1), value: long }))
    .max(30),
  draft: z.boolean(),
});
export type PersonaFields = z.infer<typeof personaFields>;

export const personaDetail = personaFields.extend({
  id,
  version: z.number().int(),
  /** Journeys that are about this persona. */
  journeys: z.number().int(),
  createdAt: moment,
  updatedAt: moment,
  archivedAt: moment.nullable(),
});
export type PersonaDetail = z.infer<typeof personaDetail>;

export const personaList = z.object({ personas: z.array(personaDetail) });
export type PersonaList = z.infer<typeof personaList>;
