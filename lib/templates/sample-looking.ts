import type { SampleTouchpoint } from "./sample-touchpoint";
import { text } from "./text";

/** What the customer of the sample meets before deciding. */
export const lookingTouchpoints: readonly SampleTouchpoint[] = [
  {
    key: "search",
    stage: "awareness",
    title: text(
      "Searches for shoes for a sore back",
      "Zoekt schoenen bij rugpijn",
      "Sucht Schuhe bei Rückenschmerzen",
    ),
    channels: ["search", "ads"],
    medium: "online",
    emotion: -1,
    message: text(
      "We know this problem and can help.",
      "Wij kennen dit probleem en kunnen helpen.",
      "Wir kennen dieses Problem und können helfen.",
    ),
    actualMessage: text(
      "“Running shoes, up to 40% off”",
      "‘Hardloopschoenen, tot 40% korting’",
      "„Laufschuhe, bis zu 40 % Rabatt“",
    ),
    messageStatus: "differs",
    responsible: "marketing",
    searchQueries: text(
      "best running shoes for back pain",
      "beste sportschoenen bij rugklachten",
      "beste Laufschuhe bei Rückenschmerzen",
    ),
    moment: {
      kind: "zero",
      reason: text(
        "The first impression is made before anyone talks to us.",
        "De eerste indruk ontstaat voordat iemand ons spreekt.",
        "Der erste Eindruck entsteht, bevor jemand mit uns spricht.",
      ),
    },
  },
  {
    key: "guide",
    stage: "awareness",
    title: text(
      "Reads our guide to support",
      "Leest onze gids over steun",
      "Liest unseren Ratgeber zum Halt",
    ),
    channels: ["website"],
    medium: "online",
    emotion: 1,
    message: text(
      "This is what support does, in plain words.",
      "Dit doet steun, in gewone woorden.",
      "Das bewirkt Halt, in einfachen Worten.",
    ),
    messageStatus: "matches",
    responsible: "marketing",
    involved: ["service"],
    checklist: [
      text(
        "Is the page easy to use on a phone?",
        "Is de pagina makkelijk te gebruiken op een telefoon?",
        "Lässt sich die Seite am Handy gut bedienen?",
      ),
      text(
        "Can people find everything they look for?",
        "Kunnen mensen alles vinden wat ze zoeken?",
        "Finden die Menschen alles, was sie suchen?",
      ),
    ],
  },
  {
    key: "chat",
    stage: "awareness",
    title: text(
      "Asks a question in the chat",
      "Stelt een vraag in de chat",
      "Stellt eine Frage im Chat",
    ),
    channels: ["live-chat", "chatbot"],
    medium: "online",
    emotion: 1,
    message: text(
      "An answer at once, and a human if you like.",
      "Direct antwoord, en een mens als je dat wilt.",
      "Sofort eine Antwort, und auf Wunsch ein Mensch.",
    ),
    messageStatus: "to-do",
    responsible: "service",
    responseTime: "PT1M",
    handledBy: "bot",
    checklist: [
      text(
        "Can you reach a person within two clicks?",
        "Krijg je binnen twee klikken een mens te spreken?",
        "Erreicht man mit zwei Klicks einen Menschen?",
      ),
    ],
  },
  {
    key: "compare",
    stage: "consideration",
    title: text(
      "Compares prices and reviews",
      "Vergelijkt prijzen en recensies",
      "Vergleicht Preise und Bewertungen",
    ),
    channels: ["website"],
    medium: "online",
    emotion: 0,
    message: text(
      "Honest reviews from people with the same problem.",
      "Eerlijke recensies van mensen met hetzelfde probleem.",
      "Ehrliche Bewertungen von Menschen mit demselben Problem.",
    ),
    responsible: "webshop",
    duration: "P3D",
  },
  {
    key: "help-centre",
    stage: "consideration",
    title: text(
      "Looks up shipping and returns",
      "Zoekt verzending en retour op",
      "Schlägt Versand und Rückgabe nach",
    ),
    channels: ["help-centre"],
    medium: "online",
    emotion: 1,
    message: text(
      "Here by tomorrow, and back for free.",
      "Morgen in huis, en gratis terug.",
      "Morgen da, und kostenlos zurück.",
    ),
    messageStatus: "matches",
    responsible: "service",
    involved: ["warehouse"],
    handledBy: "self-service",
  },
  {
    key: "social-question",
    stage: "consideration",
    title: text(
      "Asks a question on Instagram",
      "Stelt een vraag op Instagram",
      "Stellt eine Frage auf Instagram",
    ),
    channels: ["instagram", "facebook"],
    medium: "online",
    message: text(
      "We listen here too.",
      "Ook hier luisteren we.",
      "Auch hier hören wir zu.",
    ),
    messageStatus: "to-do",
    responseTime: "PT2H",
    handledBy: "person",
  },
];
