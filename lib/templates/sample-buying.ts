import type { SampleTouchpoint } from "./sample-touchpoint";
import { text } from "./text";

/** What the customer of the sample meets while buying, and afterwards. */
export const buyingTouchpoints: readonly SampleTouchpoint[] = [
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
    channels: ["website", "live-chat", "phone"],
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
    recovers: "pay",
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
    channels: ["delivery", "postcard"],
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
