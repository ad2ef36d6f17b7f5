import type { PersonaDetail, PersonaFields } from "@/lib/api/personas";

/** The fields of one line and of several, by the section of the form that they stand in. */
export const PERSONA_SECTIONS = {
  life: ["household", "residence", "purchases", "activities"],
  wants: ["goals", "wishes", "pains"],
  us: ["issuesSolved", "needsMet", "usefulInfo", "whyUs"],
} as const;
export type PersonaSection = keyof typeof PERSONA_SECTIONS;
export type PersonaTextField =
  (typeof PERSONA_SECTIONS)[PersonaSection][number];

export const SHORT_FIELDS: ReadonlySet<PersonaTextField> = new Set([
  "household",
  "residence",
]);

export const emptyPersona: PersonaFields = {
  name: "",
  form: "persona",
  colour: "blue",
  pictureId: null,
  summary: "",
  household: "",
  residence: "",
  purchases: "",
  shopping: "both",
  goals: "",
  wishes: "",
  pains: "",
  activities: "",
  issuesSolved: "",
  needsMet: "",
  usefulInfo: "",
  whyUs: "",
  favouriteChannels: [],
  sources: [],
  sourceNote: "",
  attributes: [],
  draft: false,
};

/** What of a persona is written in the form; empty rows of attributes are not sent. */
export function fieldsOf(persona: PersonaDetail): PersonaFields {
  const keys = Object.keys(emptyPersona) as (keyof PersonaFields)[];
  return Object.fromEntries(
    keys.map((key) => [key, persona[key]]),
  ) as PersonaFields;
}

/** What is sent: without attributes that have no name. */
export function toBody(fields: PersonaFields): PersonaFields {
  const attributes = fields.attributes
    .map(({ name, value }) => ({ name: name.trim(), value: value.trim() }))
    .filter(({ name }) => name !== "");
  return { ...fields, name: fields.name.trim(), attributes };
}
