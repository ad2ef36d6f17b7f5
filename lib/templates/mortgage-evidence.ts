import { FIVE, type ExampleEvidence } from "./example-evidence";
import { text } from "./text";

const survey = text(
  "Example: survey after signing",
  "Voorbeeld: enquête na de ondertekening",
  "Beispiel: Umfrage nach der Unterschrift",
);
const asked = {
  kind: "hard",
  origin: "survey",
  scale: FIVE,
  source: survey,
  daysAgo: 40,
} as const;

/**
 * What the curve of the mortgage example rests on, one piece of it old enough to be asked for again. The numbers are
 * made up, and their source says so.
 *
 * @see R83
 */
export const mortgageEvidence: readonly ExampleEvidence[] = [
  { at: "calculator", ...asked, value: 3.9, sd: 1, n: 212, daysAgo: 430 },
  { at: "talk", ...asked, value: 4.7, sd: 0.6, n: 91 },
  { at: "papers", ...asked, value: 2.2, sd: 1, n: 64 },
  { at: "approval", ...asked, value: 1.5, sd: 0.8, n: 38 },
  {
    at: "approval",
    kind: "soft",
    origin: "interview",
    quote: text(
      "“Nobody called. We thought we had lost the house.”",
      "‘Niemand belde. We dachten dat we het huis kwijt waren.’",
      "„Niemand rief an. Wir dachten, das Haus sei weg.“",
    ),
    source: text(
      "Example: interviews with home buyers",
      "Voorbeeld: interviews met huizenkopers",
      "Beispiel: Interviews mit Hauskäufern",
    ),
    daysAgo: 50,
  },
  { at: "sign", ...asked, value: 4.8, sd: 0.5, n: 88 },
];
