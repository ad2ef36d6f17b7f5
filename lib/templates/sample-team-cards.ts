import type { SampleCard } from "./sample-card";
import { text } from "./text";

// What the team of the sample knows, could do and does.

export const figureCards: readonly SampleCard[] = [
  {
    in: "log-in",
    text: text(
      "leave when asked to log in",
      "haken af bij het inloggen",
      "springen bei der Anmeldung ab",
    ),
    metric: { value: 37.4, unit: "%" },
  },
  {
    in: "addresses",
    text: text(
      "leave at the shipping cost",
      "haken af bij de verzendkosten",
      "springen bei den Versandkosten ab",
    ),
    metric: { value: 35.7, unit: "%" },
  },
  {
    in: "addresses",
    text: text(
      "leave at the billing address",
      "haken af bij het factuuradres",
      "springen bei der Rechnungsadresse ab",
    ),
    metric: { value: 20.9, unit: "%" },
  },
  {
    in: "addresses",
    text: text(
      "leave at the delivery address",
      "haken af bij het bezorgadres",
      "springen bei der Lieferadresse ab",
    ),
    metric: { value: 20, unit: "%" },
  },
  {
    in: "pay",
    text: text(
      "leave the cart while paying",
      "laten het mandje achter bij het betalen",
      "lassen den Warenkorb beim Bezahlen stehen",
    ),
    metric: { value: 46.1, unit: "%" },
  },
  {
    in: "reminder",
    text: text("open the mail", "openen de mail", "öffnen die Mail"),
    metric: { value: 40, unit: "%" },
  },
  {
    in: "reminder",
    text: text("click through", "klikken door", "klicken weiter"),
    metric: { value: 20, unit: "%" },
  },
  {
    in: "chat",
    text: text(
      "of Dutch shoppers order again after good service (Trengo, over 1,000 asked)",
      "van de Nederlanders bestelt opnieuw na goede service (Trengo, ruim 1000 ondervraagd)",
      "der Menschen in den Niederlanden bestellen nach gutem Service wieder (Trengo, über 1000 Befragte)",
    ),
    metric: { value: 74, unit: "%" },
  },
  {
    in: "feedback",
    text: text(
      "Almost three in five call good service essential for loyalty (Zendesk)",
      "Bijna drie op de vijf noemt goede service essentieel voor trouw (Zendesk)",
      "Fast drei von fünf nennen guten Service entscheidend für Treue (Zendesk)",
    ),
  },
];

export const opportunityCards: readonly SampleCard[] = [
  {
    in: "decision",
    text: text(
      "Ordering as a guest",
      "Bestellen als gast",
      "Bestellen als Gast",
    ),
    score: { customerValue: 90, businessValue: 80, effort: 3 },
  },
  {
    in: "decision",
    text: text(
      "Shipping cost on the product page",
      "Verzendkosten op de productpagina",
      "Versandkosten auf der Produktseite",
    ),
    score: { customerValue: 75, businessValue: 60, effort: 1 },
  },
  {
    in: "consideration",
    text: text(
      "Reviews by runners with back pain",
      "Recensies van lopers met rugpijn",
      "Bewertungen von Läufern mit Rückenschmerzen",
    ),
    score: { customerValue: 60, businessValue: 55, effort: 2 },
  },
];

export const actionCards: readonly SampleCard[] = [
  {
    in: "awareness",
    text: text(
      "Write chat replies for the ten most common questions",
      "Schrijf chatantwoorden op de tien meest gestelde vragen",
      "Schreibe Chat-Antworten auf die zehn häufigsten Fragen",
    ),
    task: { stakeholder: "service", status: "doing" },
  },
  {
    in: "consideration",
    text: text(
      "Answer social media within two hours",
      "Beantwoord sociale media binnen twee uur",
      "Antworte in sozialen Medien binnen zwei Stunden",
    ),
    task: { stakeholder: "service", status: "open" },
  },
  {
    in: "decision",
    text: text(
      "Show chat and phone number at the checkout",
      "Toon chat en telefoonnummer bij het afrekenen",
      "Zeige Chat und Telefonnummer an der Kasse",
    ),
    task: { stakeholder: "webshop", status: "open" },
  },
  {
    in: "retention",
    text: text(
      "Put a handwritten card in every first order",
      "Stop een handgeschreven kaartje bij elke eerste bestelling",
      "Lege jeder ersten Bestellung eine handgeschriebene Karte bei",
    ),
    task: { stakeholder: "warehouse", status: "done" },
  },
];
