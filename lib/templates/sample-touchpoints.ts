// Long because it is one table: the words of one map, each in three languages beside each other.
import type {
  Emotion,
  Medium,
  MessageStatus,
  MomentKind,
} from "../journey/vocabulary";
import type { ChannelKey } from "./channels";
import type { SampleStakeholderKey } from "./sample-people";
import { text, type Text } from "./text";

/** A touchpoint of the sample before it has a language. */
export interface SampleTouchpoint {
  key: string;
  stage: "awareness" | "consideration" | "decision" | "retention" | "advocacy";
  title: Text;
  channels: readonly ChannelKey[];
  medium: Medium;
  /** Absent: the sample shows that "no value yet" is a state of its own. */
  emotion?: Emotion;
  message: Text;
  actualMessage?: Text;
  messageStatus?: MessageStatus;
  responsible?: SampleStakeholderKey;
  involved?: readonly SampleStakeholderKey[];
  searchQueries?: Text;
  responseTime?: string;
  handledBy?: "person" | "bot" | "auto-reply" | "self-service";
  duration?: string;
  timing?: { offset: string; after: Text };
  moment?: { kind: MomentKind; reason: Text };
  dropOff?: {
    share: number;
    reasons: readonly { text: Text; share?: number }[];
  };
  checklist?: readonly Text[];
}

/**
 * What the customer of the source articles meets on the way to a pair of running shoes.
 * @see R25, R35, R38, R39, R42, R44, R45, R48, R57, R58
 */
export const sampleTouchpoints: readonly SampleTouchpoint[] = [
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
  {
    key: "log-in",
    stage: "decision",
    title: text(
      "Has to log in at the checkout",
      "Moet bij het afrekenen inloggen",
      "Muss sich an der Kasse anmelden",
    ),
    channels: ["website"],
    medium: "online",
    emotion: -1,
    message: text(
      "You can order without an account.",
      "Je kunt zonder account bestellen.",
      "Du kannst ohne Konto bestellen.",
    ),
    actualMessage: text(
      "“Create an account to go on”",
      "‘Maak een account om verder te gaan’",
      "„Erstelle ein Konto, um fortzufahren“",
    ),
    messageStatus: "differs",
    responsible: "webshop",
    dropOff: {
      share: 0.374,
      reasons: [
        {
          text: text(
            "Does not want to share much personal data",
            "Deelt liever weinig privégegevens",
            "Möchte wenig persönliche Daten angeben",
          ),
        },
      ],
    },
  },
  {
    key: "addresses",
    stage: "decision",
    title: text(
      "Sees shipping cost, fills in addresses",
      "Ziet verzendkosten, vult adressen in",
      "Sieht Versandkosten, gibt Adressen ein",
    ),
    channels: ["website"],
    medium: "online",
    emotion: -1,
    message: text(
      "The whole price, from the first moment.",
      "De hele prijs, vanaf het eerste moment.",
      "Der ganze Preis, von Anfang an.",
    ),
    messageStatus: "to-do",
    responsible: "webshop",
    involved: ["warehouse"],
    dropOff: {
      share: 0.357,
      reasons: [
        {
          text: text(
            "Shipping cost appears late",
            "Verzendkosten komen laat in beeld",
            "Versandkosten erscheinen spät",
          ),
          share: 0.357,
        },
        {
          text: text("Billing address", "Factuuradres", "Rechnungsadresse"),
          share: 0.209,
        },
        {
          text: text("Delivery address", "Bezorgadres", "Lieferadresse"),
          share: 0.2,
        },
      ],
    },
  },
  {
    key: "pay",
    stage: "decision",
    title: text("Pays", "Betaalt", "Bezahlt"),
    channels: ["website", "live-chat"],
    medium: "online",
    emotion: -2,
    message: text(
      "Safe and quick, and we are here if it fails.",
      "Veilig en snel, en we zijn er als het misgaat.",
      "Sicher und schnell, und wir sind da, wenn etwas schiefgeht.",
    ),
    messageStatus: "differs",
    responsible: "webshop",
    involved: ["service"],
    responseTime: "PT1M",
    handledBy: "person",
    moment: {
      kind: "first",
      reason: text(
        "Almost half of all carts are left here.",
        "Bijna de helft van de mandjes blijft hier achter.",
        "Fast die Hälfte aller Warenkörbe bleibt hier stehen.",
      ),
    },
    dropOff: {
      share: 0.461,
      reasons: [
        {
          text: text(
            "The discount code does not work",
            "De kortingscode werkt niet",
            "Der Rabattcode funktioniert nicht",
          ),
        },
        {
          text: text(
            "No suitable delivery date",
            "Geen passende bezorgdatum",
            "Kein passender Liefertermin",
          ),
        },
      ],
    },
  },
  {
    key: "reminder",
    stage: "decision",
    title: text(
      "Gets a mail about the cart left behind",
      "Krijgt een mail over het achtergelaten mandje",
      "Erhält eine Mail zum stehen gelassenen Warenkorb",
    ),
    channels: ["email"],
    medium: "online",
    emotion: 0,
    message: text(
      "Your shoes are still here. Can we help?",
      "Je schoenen staan nog klaar. Kunnen we helpen?",
      "Deine Schuhe stehen noch bereit. Können wir helfen?",
    ),
    messageStatus: "matches",
    responsible: "marketing",
    timing: {
      offset: "PT3H",
      after: text(
        "the cart was left",
        "het verlaten van het mandje",
        "dem Verlassen des Warenkorbs",
      ),
    },
  },
  {
    key: "delivery",
    stage: "retention",
    title: text(
      "Receives the shoes",
      "Krijgt de schoenen",
      "Bekommt die Schuhe",
    ),
    channels: ["delivery"],
    medium: "offline",
    emotion: 2,
    message: text(
      "A card that wishes you a good first run.",
      "Een kaartje dat je een fijn eerste rondje wenst.",
      "Eine Karte, die dir einen guten ersten Lauf wünscht.",
    ),
    messageStatus: "matches",
    responsible: "warehouse",
    moment: {
      kind: "second",
      reason: text(
        "The first time he holds and uses the product.",
        "De eerste keer dat hij het product in handen heeft.",
        "Das erste Mal, dass er das Produkt in Händen hält.",
      ),
    },
  },
  {
    key: "feedback",
    stage: "retention",
    title: text(
      "Is asked how the first runs went",
      "Krijgt de vraag hoe het liep",
      "Wird gefragt, wie die ersten Läufe waren",
    ),
    channels: ["email"],
    medium: "online",
    emotion: 1,
    message: text(
      "How many kilometres so far? Tell other runners too.",
      "Hoeveel kilometer al? Vertel het ook andere lopers.",
      "Wie viele Kilometer schon? Erzähl es auch anderen Läufern.",
    ),
    messageStatus: "matches",
    responsible: "marketing",
    timing: {
      offset: "P7D",
      after: text("the delivery", "de bezorging", "der Lieferung"),
    },
  },
  {
    key: "tips",
    stage: "retention",
    title: text(
      "Follows us for tips on care",
      "Volgt ons voor onderhoudstips",
      "Folgt uns für Pflegetipps",
    ),
    channels: ["social", "instagram"],
    medium: "online",
    message: text(
      "Make your shoes last longer.",
      "Zo gaan je schoenen langer mee.",
      "So halten deine Schuhe länger.",
    ),
    messageStatus: "to-do",
    responsible: "marketing",
  },
  {
    key: "share-photo",
    stage: "advocacy",
    title: text(
      "Shares a photo of the first five kilometres",
      "Deelt een foto van de eerste vijf kilometer",
      "Teilt ein Foto der ersten fünf Kilometer",
    ),
    channels: ["instagram"],
    medium: "online",
    emotion: 2,
    message: text(
      "Show us your run with #runningshoe 📸",
      "Laat je rondje zien met #sportschoen 📸",
      "Zeig uns deinen Lauf mit #laufschuh 📸",
    ),
    messageStatus: "matches",
    responsible: "marketing",
  },
  {
    key: "discount-code",
    stage: "advocacy",
    title: text(
      "Passes a discount code on to friends",
      "Geeft een kortingscode door aan vrienden",
      "Gibt einen Rabattcode an Freunde weiter",
    ),
    channels: ["email", "whatsapp"],
    medium: "online",
    emotion: 1,
    message: text(
      "10% for you, 10% for your friends.",
      "10% voor jou, 10% voor je vrienden.",
      "10 % für dich, 10 % für deine Freunde.",
    ),
    messageStatus: "matches",
    responsible: "marketing",
    moment: {
      kind: "ultimate",
      reason: text(
        "Now he speaks for us.",
        "Nu spreekt hij voor ons.",
        "Jetzt spricht er für uns.",
      ),
    },
  },
];
