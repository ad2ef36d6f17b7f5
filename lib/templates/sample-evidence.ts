import { FIVE, SATISFIED, type ExampleEvidence } from "./example-evidence";
import { text } from "./text";

const users = text("users", "gebruikers", "Nutzer");
const statistics = text(
  "Example: statistics of the shop",
  "Voorbeeld: statistieken van de webshop",
  "Beispiel: Statistik des Shops",
);
const counted = { kind: "hard", origin: "analytics", unit: users } as const;
const lately = { source: statistics, daysAgo: 20 } as const;

/**
 * What the curve of the sample rests on, and how many go through its checkout. The shares are those of the source
 * article; the numbers behind them are made up, and their source says so.
 *
 * @see R52, R57
 */
export const sampleEvidence: readonly ExampleEvidence[] = [
  {
    at: "chat",
    kind: "soft",
    origin: "survey",
    value: 78,
    scale: SATISFIED,
    n: 64,
    source: text(
      "Example: one question after the chat",
      "Voorbeeld: één vraag na de chat",
      "Beispiel: eine Frage nach dem Chat",
    ),
    daysAgo: 35,
  },
  {
    at: "log-in",
    kind: "hard",
    origin: "survey",
    value: 2.1,
    scale: FIVE,
    sd: 1.1,
    n: 86,
    source: text(
      "Example: survey at the checkout",
      "Voorbeeld: enquête bij het afrekenen",
      "Beispiel: Umfrage an der Kasse",
    ),
    daysAgo: 25,
  },
  {
    at: "addresses",
    kind: "hard",
    origin: "survey",
    value: 2.3,
    scale: FIVE,
    sd: 1,
    n: 61,
    source: text(
      "Example: survey at the checkout",
      "Voorbeeld: enquête bij het afrekenen",
      "Beispiel: Umfrage an der Kasse",
    ),
    daysAgo: 25,
  },
  {
    at: "pay",
    kind: "soft",
    origin: "service",
    quote: text(
      "“I had to type my card number three times.”",
      "‘Ik moest mijn kaartnummer drie keer intypen.’",
      "„Ich musste meine Kartennummer dreimal eintippen.“",
    ),
    source: text(
      "Example: notes of the service team",
      "Voorbeeld: notities van het serviceteam",
      "Beispiel: Notizen des Serviceteams",
    ),
    daysAgo: 30,
  },
  {
    at: "delivery",
    kind: "hard",
    origin: "survey",
    value: 4.6,
    scale: FIVE,
    sd: 0.7,
    n: 148,
    source: text(
      "Example: survey after delivery",
      "Voorbeeld: enquête na de bezorging",
      "Beispiel: Umfrage nach der Lieferung",
    ),
    daysAgo: 15,
  },
  { at: "log-in", value: 1_000, ...counted, ...lately },
  { at: "addresses", value: 626, ...counted, ...lately },
  { at: "pay", value: 403, ...counted, ...lately },
  { at: "delivery", value: 217, ...counted, ...lately },
];
