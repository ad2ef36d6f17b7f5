// Long because it is one table: the words of one map, each in three languages beside each other.
import type { Colour } from "../journey/vocabulary";
import {
  actionLane,
  channelLane,
  emotionLane,
  gainLane,
  keyMomentLane,
  messageLane,
  needsLane,
  painLane,
  stakeholderLane,
} from "./lanes";
import type { SampleStakeholderKey } from "./sample-people";
import type { TemplateLane } from "./template";
import { text, type Text } from "./text";

/** A card of the sample before it has a language; `in` is the key of its stage or touchpoint. */
export interface SampleCard {
  in: string;
  text: Text;
  colour?: Colour;
  metric?: { value: number; unit: string };
  decision?: {
    status: "open" | "accepted" | "in-work" | "solved" | "wont-change";
    reason: Text;
  };
  score?: { customerValue: number; businessValue: number; effort: number };
  task?: {
    stakeholder: SampleStakeholderKey;
    status: "open" | "doing" | "done";
  };
}

export interface SampleLane extends TemplateLane {
  cards?: readonly SampleCard[];
}

const questions: TemplateLane = {
  key: "questions",
  kind: "text",
  span: "stage",
  visibility: "customer",
  title: text("Questions", "Vragen", "Fragen"),
  hint: text(
    "What do customers ask in this stage?",
    "Wat vragen klanten in deze fase?",
    "Was fragen Kunden in dieser Phase?",
  ),
};

const figures: TemplateLane = {
  key: "figures",
  kind: "metric",
  span: "touchpoint",
  title: text("Figures", "Cijfers", "Zahlen"),
  hint: text(
    "A number with its unit and source.",
    "Een getal met eenheid en bron.",
    "Eine Zahl mit Einheit und Quelle.",
  ),
};

const opportunities: TemplateLane = {
  key: "opportunities",
  kind: "opportunity",
  span: "stage",
  visibility: "backstage",
  title: text("Opportunities", "Kansen", "Chancen"),
  hint: text(
    "What could we do better? Give it a score.",
    "Wat kan beter? Geef het een score.",
    "Was könnten wir besser machen? Bewerte es.",
  ),
};

/**
 * The lanes of the sample map with their cards.
 * @see R02, R03, R05, R07, R57 to R59, R70, R76
 */
export const sampleLanes: readonly SampleLane[] = [
  {
    ...needsLane,
    cards: [
      {
        in: "awareness",
        text: text(
          "I want to run without hurting my back.",
          "Ik wil hardlopen zonder mijn rug te belasten.",
          "Ich möchte laufen, ohne meinem Rücken zu schaden.",
        ),
      },
      {
        in: "awareness",
        text: text(
          "I want someone to understand my problem.",
          "Ik wil dat iemand mijn probleem begrijpt.",
          "Ich möchte, dass jemand mein Problem versteht.",
        ),
      },
      {
        in: "consideration",
        text: text(
          "I want to compare support, price and delivery.",
          "Ik wil steun, prijs en levering vergelijken.",
          "Ich möchte Halt, Preis und Lieferung vergleichen.",
        ),
      },
      {
        in: "decision",
        text: text(
          "I want to pay quickly, and get help when it fails.",
          "Ik wil snel betalen, en hulp als het misgaat.",
          "Ich möchte schnell bezahlen, und Hilfe, wenn es hakt.",
        ),
      },
      {
        in: "retention",
        text: text(
          "I want to know whether I use them well.",
          "Ik wil weten of ik ze goed gebruik.",
          "Ich möchte wissen, ob ich sie richtig nutze.",
        ),
      },
      {
        in: "advocacy",
        text: text(
          "I want to share that I did it.",
          "Ik wil delen dat het gelukt is.",
          "Ich möchte teilen, dass ich es geschafft habe.",
        ),
      },
    ],
  },
  {
    ...questions,
    cards: [
      {
        in: "awareness",
        text: text(
          "What gives a shoe good support?",
          "Waardoor geeft een schoen goede steun?",
          "Wodurch gibt ein Schuh guten Halt?",
        ),
      },
      {
        in: "awareness",
        text: text(
          "Should the sole be flexible or firm?",
          "Moet de zool soepel of stevig zijn?",
          "Soll die Sohle weich oder fest sein?",
        ),
      },
      {
        in: "awareness",
        text: text(
          "Can a shoe make a difference for my back?",
          "Kan een schoen verschil maken voor mijn rug?",
          "Kann ein Schuh meinem Rücken helfen?",
        ),
      },
      {
        in: "consideration",
        text: text(
          "How long does shipping take?",
          "Hoe lang duurt de verzending?",
          "Wie lange dauert der Versand?",
        ),
      },
      {
        in: "consideration",
        text: text(
          "How do returns work?",
          "Hoe werkt terugsturen?",
          "Wie funktioniert die Rückgabe?",
        ),
      },
      {
        in: "consideration",
        text: text(
          "Can I follow my order?",
          "Kan ik mijn bestelling volgen?",
          "Kann ich meine Bestellung verfolgen?",
        ),
      },
    ],
  },
  messageLane,
  channelLane,
  emotionLane,
  {
    ...figures,
    cards: [
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
    ],
  },
  keyMomentLane,
  {
    ...painLane,
    cards: [
      {
        in: "awareness",
        text: text(
          "Every shop promises “best support”; nobody explains it.",
          "Elke winkel belooft ‘de beste steun’; niemand legt het uit.",
          "Jeder Laden verspricht „besten Halt“; niemand erklärt ihn.",
        ),
        decision: {
          status: "in-work",
          reason: text(
            "The guide gets a comparison of soles.",
            "De gids krijgt een vergelijking van zolen.",
            "Der Ratgeber erhält einen Sohlenvergleich.",
          ),
        },
      },
      {
        in: "decision",
        text: text(
          "An account is demanded just to pay.",
          "Een account is verplicht om te betalen.",
          "Ein Konto ist Pflicht, nur um zu bezahlen.",
        ),
        decision: {
          status: "accepted",
          reason: text(
            "Ordering as a guest is planned.",
            "Bestellen als gast staat gepland.",
            "Bestellen als Gast ist geplant.",
          ),
        },
      },
      {
        in: "decision",
        text: text(
          "The discount code fails without saying why.",
          "De kortingscode werkt niet en zegt niet waarom.",
          "Der Rabattcode scheitert ohne Erklärung.",
        ),
        decision: { status: "open", reason: text("", "", "") },
      },
    ],
  },
  {
    ...gainLane,
    cards: [
      {
        in: "awareness",
        text: text(
          "A real person answers within a minute.",
          "Een echt mens antwoordt binnen een minuut.",
          "Ein echter Mensch antwortet in einer Minute.",
        ),
      },
      {
        in: "retention",
        text: text(
          "The card in the box surprises people.",
          "Het kaartje in de doos verrast mensen.",
          "Die Karte im Karton überrascht.",
        ),
      },
      {
        in: "advocacy",
        text: text(
          "Friends get something out of it too.",
          "Vrienden hebben er ook iets aan.",
          "Freunde haben auch etwas davon.",
        ),
      },
    ],
  },
  {
    ...opportunities,
    cards: [
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
    ],
  },
  {
    ...actionLane,
    cards: [
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
    ],
  },
  stakeholderLane,
];
