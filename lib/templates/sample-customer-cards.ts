import type { SampleCard } from "./sample-card";
import { text } from "./text";

// What the customer of the sample wants, asks, suffers and enjoys.

export const needCards: readonly SampleCard[] = [
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
];

export const questionCards: readonly SampleCard[] = [
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
];

export const painCards: readonly SampleCard[] = [
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
];

export const gainCards: readonly SampleCard[] = [
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
];
