import { text, templateLocale } from "./text";

const draftPersona = text("New persona", "Nieuwe persona", "Neue Persona");

/** What a persona is called that a new map needs and nobody has described yet. */
export const draftPersonaName = (locale: string): string =>
  draftPersona[templateLocale(locale)];

const copy = text("copy", "kopie", "Kopie");

/** What a copied map is called until someone names it. */
export const copyTitle = (title: string, locale: string): string =>
  `${title} (${copy[templateLocale(locale)]})`;
