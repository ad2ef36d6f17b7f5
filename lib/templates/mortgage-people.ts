import type { TemplateStakeholder } from "./template";
import { text } from "./text";

/** Who looks after the touchpoints of the mortgage example. */
export const mortgageStakeholders: readonly TemplateStakeholder[] = [
  {
    key: "adviser",
    kind: "person",
    colour: "blue",
    name: text("Mortgage adviser", "Hypotheekadviseur", "Kreditberatung"),
    jobTitle: text(
      "Talks, advice and after-care",
      "Gesprekken, advies en nazorg",
      "Gespräche, Beratung und Nachbetreuung",
    ),
  },
  {
    key: "back-office",
    kind: "team",
    colour: "orange",
    name: text("Acceptance team", "Acceptatieteam", "Kreditprüfung"),
    jobTitle: text(
      "Checks papers and decides on the loan",
      "Controleert stukken en beslist over de lening",
      "Prüft Unterlagen und entscheidet über den Kredit",
    ),
  },
  {
    key: "online",
    kind: "team",
    colour: "purple",
    name: text("Website team", "Websiteteam", "Website-Team"),
    jobTitle: text(
      "Calculator, file and explanations",
      "Rekentool, dossier en uitleg",
      "Rechner, Akte und Erklärungen",
    ),
  },
  {
    key: "notary",
    kind: "person",
    colour: "green",
    name: text("Notary’s office", "Notariskantoor", "Notariat"),
    jobTitle: text(
      "Partner: drafts and passes the deed",
      "Partner: maakt de akte en laat die passeren",
      "Partner: entwirft und beurkundet den Vertrag",
    ),
  },
];
