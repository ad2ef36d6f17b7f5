import { lineVisibility } from "../journey/vocabulary";
import type { BlueprintLine } from "../journey/vocabulary";
import { touchpointLane } from "./lanes";
import type { Template, TemplateLane } from "./template";
import type { Text } from "./text";
import { text } from "./text";

function line(key: BlueprintLine, title: Text, hint: Text): TemplateLane {
  return { key, kind: "line", title, hint, visibility: lineVisibility(key) };
}

function work(
  key: string,
  visibility: "frontstage" | "backstage",
  words: { readonly title: Text; readonly hint: Text },
): TemplateLane {
  return { key, kind: "blueprint", span: "touchpoint", visibility, ...words };
}

const steps = [
  {
    key: "enquire",
    colour: "yellow",
    title: text("Enquire", "Vragen", "Anfragen"),
    description: text(
      "Somebody wants something from us.",
      "Iemand wil iets van ons.",
      "Jemand möchte etwas von uns.",
    ),
    touchpoints: [
      {
        key: "ask",
        title: text("Asks a question", "Stelt een vraag", "Stellt eine Frage"),
        channels: ["website", "phone"],
      },
    ],
  },
  {
    key: "arrange",
    colour: "orange",
    title: text("Arrange", "Afspreken", "Vereinbaren"),
    description: text(
      "We agree on what, when and for how much.",
      "We spreken af wat, wanneer en voor hoeveel.",
      "Wir vereinbaren, was, wann und zu welchem Preis.",
    ),
    touchpoints: [
      {
        key: "book",
        title: text(
          "Makes an appointment",
          "Maakt een afspraak",
          "Vereinbart einen Termin",
        ),
        channels: ["email"],
      },
    ],
  },
  {
    key: "receive",
    colour: "blue",
    title: text("Receive", "Ontvangen", "Erhalten"),
    description: text(
      "The service takes place.",
      "De dienst vindt plaats.",
      "Die Leistung wird erbracht.",
    ),
    touchpoints: [
      {
        key: "served",
        title: text("Is served", "Wordt geholpen", "Wird bedient"),
        channels: ["shop"],
      },
    ],
  },
  {
    key: "settle",
    colour: "pink",
    title: text("Settle", "Afrekenen", "Abrechnen"),
    description: text(
      "Paying, and what belongs to it.",
      "Betalen, en wat daarbij hoort.",
      "Bezahlen und was dazugehört.",
    ),
    touchpoints: [
      {
        key: "pay",
        title: text("Pays", "Betaalt", "Bezahlt"),
        channels: ["website"],
      },
    ],
  },
  {
    key: "after",
    colour: "green",
    title: text("Afterwards", "Daarna", "Danach"),
    description: text(
      "Questions, complaints, and coming back.",
      "Vragen, klachten en terugkomen.",
      "Fragen, Beschwerden und das Wiederkommen.",
    ),
    touchpoints: [
      {
        key: "return",
        title: text(
          "Gets in touch again",
          "Meldt zich weer",
          "Meldet sich wieder",
        ),
        channels: ["phone", "email"],
      },
    ],
  },
] as const satisfies Template["stages"];

/** Template 12: what the customer sees, who does it in front of them, and what must happen behind. */
export const serviceBlueprint: Template = {
  key: "service-blueprint",
  name: text("Service blueprint", "Service blueprint", "Service Blueprint"),
  summary: text(
    "What customers do, what they see of you, and what has to happen behind it.",
    "Wat klanten doen, wat ze van je zien en wat er achter moet gebeuren.",
    "Was Kundinnen und Kunden tun, was sie von euch sehen und was dahinter geschehen muss.",
  ),
  stages: steps,
  lanes: [
    {
      key: "evidence",
      kind: "key-moment",
      span: "touchpoint",
      title: text("Physical evidence", "Tastbaar bewijs", "Sichtbare Belege"),
      hint: text(
        "What can be seen or touched: a page, a letter, a counter.",
        "Wat te zien of aan te raken is: een pagina, een brief, een balie.",
        "Was man sehen oder anfassen kann: eine Seite, ein Brief, ein Schalter.",
      ),
    },
    touchpointLane,
    {
      key: "actions",
      kind: "text",
      span: "touchpoint",
      visibility: "customer",
      title: text(
        "Customer actions",
        "Acties van de klant",
        "Handlungen der Kundschaft",
      ),
      hint: text(
        "What does the customer do in this step?",
        "Wat doet de klant in deze stap?",
        "Was tut die Kundin oder der Kunde in diesem Schritt?",
      ),
    },
    line(
      "interaction",
      text(
        "Line of interaction",
        "Lijn van interactie",
        "Linie der Interaktion",
      ),
      text(
        "Here customer and organisation meet.",
        "Hier ontmoeten klant en organisatie elkaar.",
        "Hier begegnen sich Kundschaft und Organisation.",
      ),
    ),
    work("frontstage", "frontstage", {
      title: text("Frontstage", "Voor de schermen", "Vor den Kulissen"),
      hint: text(
        "What do people or systems do that the customer sees?",
        "Wat doen mensen of systemen dat de klant ziet?",
        "Was tun Menschen oder Systeme, das die Kundschaft sieht?",
      ),
    }),
    line(
      "visibility",
      text(
        "Line of visibility",
        "Lijn van zichtbaarheid",
        "Linie der Sichtbarkeit",
      ),
      text(
        "Below this line the customer sees nothing.",
        "Onder deze lijn ziet de klant niets.",
        "Unterhalb dieser Linie sieht die Kundschaft nichts.",
      ),
    ),
    work("backstage", "backstage", {
      title: text("Backstage", "Achter de schermen", "Hinter den Kulissen"),
      hint: text(
        "What has to happen so that the front can do its part?",
        "Wat moet er gebeuren zodat de voorkant haar werk kan doen?",
        "Was muss geschehen, damit vorne alles klappt?",
      ),
    }),
    line(
      "internal",
      text(
        "Line of internal interaction",
        "Lijn van interne interactie",
        "Linie der internen Interaktion",
      ),
      text(
        "Below this line others work for us.",
        "Onder deze lijn werken anderen voor ons.",
        "Unterhalb dieser Linie arbeiten andere für uns.",
      ),
    ),
    work("support", "backstage", {
      title: text(
        "Support processes",
        "Ondersteunende processen",
        "Unterstützende Prozesse",
      ),
      hint: text(
        "Which systems, suppliers and teams does this rest on?",
        "Op welke systemen, leveranciers en teams rust dit?",
        "Auf welchen Systemen, Lieferanten und Teams beruht das?",
      ),
    }),
  ],
};
