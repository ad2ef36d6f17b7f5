import { emotionLane, touchpointLane } from "./lanes";
import type { Template } from "./template";
import { text } from "./text";

/**
 * Template 4: moments of contact from left to right, satisfaction from low to high.
 * The touchpoints are those that often recur in a purchase.
 * @see R40, R43, R53
 */
export const lineDiagram: Template = {
  key: "line-diagram",
  name: text("Line diagram", "Lijndiagram", "Liniendiagramm"),
  summary: text(
    "The quickest way to start: moments of contact and how satisfying each of them is.",
    "De snelste manier om te beginnen: contactmomenten en hoe bevredigend elk daarvan is.",
    "Der schnellste Einstieg: Kontaktmomente und wie zufriedenstellend jeder davon ist.",
  ),
  stages: [
    {
      key: "first-contact",
      colour: "yellow",
      title: text("First contact", "Eerste contact", "Erster Kontakt"),
      description: text(
        "How do they find you?",
        "Hoe vinden ze jou?",
        "Wie finden sie euch?",
      ),
      touchpoints: [
        {
          key: "discover",
          title: text("Discovers us", "Ontdekt ons", "Entdeckt uns"),
          channels: ["website", "shop-window"],
        },
      ],
    },
    {
      key: "quotation",
      colour: "orange",
      title: text("Quotation", "Offerte", "Angebot"),
      description: text(
        "Everything between the first question and the offer.",
        "Alles tussen de eerste vraag en het aanbod.",
        "Alles zwischen der ersten Frage und dem Angebot.",
      ),
      touchpoints: [
        {
          key: "offer",
          title: text(
            "Receives a quotation",
            "Ontvangt een offerte",
            "Erhält ein Angebot",
          ),
          channels: ["email"],
        },
      ],
    },
    {
      key: "purchase",
      colour: "pink",
      title: text("Purchase", "Aankoop", "Kauf"),
      description: text(
        "At the till, online, or by signing a contract.",
        "Aan de kassa, online of met een handtekening.",
        "An der Kasse, online oder per Unterschrift.",
      ),
      touchpoints: [
        {
          key: "agree",
          title: text("Says yes", "Zegt ja", "Sagt ja"),
          channels: ["contract"],
        },
        {
          key: "pay",
          title: text("Pays", "Betaalt", "Bezahlt"),
          channels: ["shop", "website"],
        },
      ],
    },
    {
      key: "delivery",
      colour: "blue",
      title: text("Delivery", "Levering", "Lieferung"),
      description: text(
        "The product arrives or the service is done.",
        "Het product komt aan of de dienst wordt verricht.",
        "Das Produkt kommt an oder die Leistung wird erbracht.",
      ),
      touchpoints: [
        {
          key: "deliver",
          title: text(
            "Receives it",
            "Krijgt het geleverd",
            "Bekommt es geliefert",
          ),
          channels: ["delivery"],
        },
      ],
    },
    {
      key: "completion",
      colour: "green",
      title: text("Completion", "Afronding", "Abschluss"),
      description: text(
        "A follow-up, a small gift, a handwritten card: how does it end?",
        "Een opvolging, een cadeautje, een handgeschreven kaart: hoe eindigt het?",
        "Eine Nachfrage, ein kleines Geschenk, eine handgeschriebene Karte: Wie endet es?",
      ),
      touchpoints: [
        {
          key: "follow-up",
          title: text(
            "Hears from us again",
            "Hoort nog eens van ons",
            "Hört noch einmal von uns",
          ),
          channels: ["email", "phone", "postcard"],
        },
      ],
    },
  ],
  lanes: [
    touchpointLane,
    {
      ...emotionLane,
      key: "experience",
      title: text("Experience", "Beleving", "Erlebnis"),
      hint: text(
        "From very unsatisfying to very satisfying.",
        "Van heel onbevredigend tot heel bevredigend.",
        "Von sehr unbefriedigend bis sehr zufriedenstellend.",
      ),
    },
    {
      key: "notes",
      kind: "text",
      span: "touchpoint",
      title: text("Notes", "Notities", "Notizen"),
      hint: text(
        "Why does it feel like that? Is it slow or quick?",
        "Waarom voelt het zo? Gaat het traag of snel?",
        "Warum fühlt es sich so an? Geht es langsam oder schnell?",
      ),
      cellHints: {
        discover: text(
          "Friendly at the shop window; the website is slow on a phone.",
          "Vriendelijk bij de etalage; de website is traag op een telefoon.",
          "Freundlich am Schaufenster; die Website ist auf dem Handy langsam.",
        ),
      },
    },
  ],
};
