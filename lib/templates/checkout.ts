import {
  actionLane,
  channelLane,
  emotionLane,
  stakeholderLane,
  touchpointLane,
} from "./lanes";
import type { Template, TemplateStage } from "./template";
import { text, type Text } from "./text";

type CheckoutStep = [
  key: string,
  stage: Text,
  description: Text,
  touchpoint: Text,
];

const steps: CheckoutStep[] = [
  [
    "cart",
    text("Cart", "Winkelmandje", "Warenkorb"),
    text(
      "Everything chosen, nothing paid.",
      "Alles gekozen, niets betaald.",
      "Alles gewählt, nichts bezahlt.",
    ),
    text(
      "Looks at the cart",
      "Bekijkt het winkelmandje",
      "Sieht sich den Warenkorb an",
    ),
  ],
  [
    "log-in",
    text("Log in", "Inloggen", "Anmelden"),
    text(
      "An account is asked for.",
      "Er wordt om een account gevraagd.",
      "Ein Konto wird verlangt.",
    ),
    text("Is asked to log in", "Moet inloggen", "Soll sich anmelden"),
  ],
  [
    "shipping-cost",
    text("Shipping cost", "Verzendkosten", "Versandkosten"),
    text(
      "The full price shows.",
      "De volledige prijs wordt zichtbaar.",
      "Der volle Preis wird sichtbar.",
    ),
    text(
      "Sees the shipping cost",
      "Ziet de verzendkosten",
      "Sieht die Versandkosten",
    ),
  ],
  [
    "billing-address",
    text("Billing address", "Factuuradres", "Rechnungsadresse"),
    text(
      "Personal data for the invoice.",
      "Persoonlijke gegevens voor de factuur.",
      "Persönliche Daten für die Rechnung.",
    ),
    text(
      "Fills in the billing address",
      "Vult het factuuradres in",
      "Gibt die Rechnungsadresse ein",
    ),
  ],
  [
    "delivery-address",
    text("Delivery address", "Bezorgadres", "Lieferadresse"),
    text(
      "Where and when it should arrive.",
      "Waar en wanneer het moet aankomen.",
      "Wo und wann es ankommen soll.",
    ),
    text(
      "Chooses place and date",
      "Kiest plaats en datum",
      "Wählt Ort und Termin",
    ),
  ],
  [
    "payment",
    text("Payment", "Betaling", "Zahlung"),
    text(
      "The step where most people leave.",
      "De stap waar de meesten afhaken.",
      "Der Schritt, bei dem die meisten abspringen.",
    ),
    text("Pays", "Betaalt", "Bezahlt"),
  ],
];

const stages: TemplateStage[] = steps.map(
  ([key, title, description, touchpoint]) => ({
    key,
    title,
    description,
    colour: "pink",
    touchpoints: [
      { key: `${key}-contact`, title: touchpoint, channels: ["website"] },
    ],
  }),
);

/**
 * Template 5: the checkout step by step, with what is lost and what helps.
 * @see R57, R58, R85
 */
export const checkout: Template = {
  key: "checkout",
  name: text(
    "Checkout and abandonment",
    "Afrekenen en afhaken",
    "Kasse und Kaufabbruch",
  ),
  summary: text(
    "Where people leave between the cart and the payment, why, and how you win them back.",
    "Waar mensen afhaken tussen winkelmandje en betaling, waarom, en hoe je ze terugwint.",
    "Wo Menschen zwischen Warenkorb und Zahlung abspringen, warum, und wie du sie zurückgewinnst.",
  ),
  stages: [
    ...stages,
    {
      key: "follow-up",
      colour: "blue",
      title: text("Follow-up", "Opvolging", "Nachfassen"),
      description: text(
        "Those who left hear from you, hours later and not days.",
        "Wie afhaakte hoort van je, binnen uren en niet na dagen.",
        "Wer abgesprungen ist, hört von dir, nach Stunden und nicht nach Tagen.",
      ),
      touchpoints: [
        {
          key: "follow-up-contact",
          title: text(
            "Gets a reminder",
            "Krijgt een herinnering",
            "Erhält eine Erinnerung",
          ),
          channels: ["email"],
        },
      ],
    },
  ],
  lanes: [
    touchpointLane,
    {
      key: "share-leaving",
      kind: "metric",
      span: "touchpoint",
      title: text("Share leaving", "Aandeel afhakers", "Anteil der Abbrüche"),
      hint: text(
        "Per cent who stop here, from your analytics.",
        "Procent dat hier stopt, uit je statistieken.",
        "Prozent, die hier aufhören, aus deinen Statistiken.",
      ),
      cellHints: {
        "cart-contact": text(
          "Those who fill a cart and never go on.",
          "Wie een mandje vult en niet verdergaat.",
          "Wer einen Warenkorb füllt und nicht weitergeht.",
        ),
      },
    },
    {
      key: "reasons",
      kind: "pain",
      span: "touchpoint",
      title: text("Reason", "Reden", "Grund"),
      hint: text(
        "Why do they stop?",
        "Waarom stoppen ze?",
        "Warum hören sie auf?",
      ),
      cellHints: {
        "cart-contact": text(
          "Only wants to compare, or waits to see what shipping costs.",
          "Wil alleen vergelijken, of wacht op de verzendkosten.",
          "Will nur vergleichen oder wartet auf die Versandkosten.",
        ),
      },
    },
    {
      ...actionLane,
      key: "help",
      span: "touchpoint",
      title: text("Help offered", "Hulp die we bieden", "Angebotene Hilfe"),
      hint: text(
        "What helps at this very moment?",
        "Wat helpt op precies dit moment?",
        "Was hilft genau in diesem Moment?",
      ),
      cellHints: {
        "cart-contact": text(
          "Keep the cart for a week; show the full price early.",
          "Bewaar het mandje een week; toon de volledige prijs vroeg.",
          "Den Warenkorb eine Woche behalten; den vollen Preis früh zeigen.",
        ),
      },
    },
    channelLane,
    {
      key: "response-time",
      kind: "text",
      span: "touchpoint",
      visibility: "backstage",
      title: text("Response time", "Reactietijd", "Reaktionszeit"),
      hint: text(
        "How soon do you answer here?",
        "Hoe snel antwoord je hier?",
        "Wie schnell antwortest du hier?",
      ),
      cellHints: {
        "cart-contact": text(
          "In the chat within two minutes, by mail the same day.",
          "In de chat binnen twee minuten, per mail dezelfde dag.",
          "Im Chat in zwei Minuten, per Mail am selben Tag.",
        ),
      },
    },
    emotionLane,
    stakeholderLane,
  ],
};
