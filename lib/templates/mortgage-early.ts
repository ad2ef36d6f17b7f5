import type { TemplateStage } from "./template";
import { text } from "./text";

/** The mortgage example until the buyers hold an offer in their hands. */
export const mortgageEarlyStages: readonly TemplateStage[] = [
  {
    key: "orientation",
    colour: "grey",
    title: text("Orientation", "Oriëntatie", "Orientierung"),
    description: text(
      "What can we borrow, and what would it cost us a month?",
      "Wat kunnen we lenen, en wat kost dat per maand?",
      "Was können wir leihen, und was kostet das im Monat?",
    ),
    touchpoints: [
      {
        key: "calculator",
        title: text(
          "Works out online what is possible",
          "Rekent online uit wat er kan",
          "Rechnet online aus, was möglich ist",
        ),
        channels: ["search", "website"],
        medium: "online",
        emotion: 1,
        message: text(
          "In three minutes you know roughly what you can borrow, without leaving your name.",
          "In drie minuten weet je ongeveer wat je kunt lenen, zonder je naam achter te laten.",
          "In drei Minuten weißt du ungefähr, was du leihen kannst, ohne deinen Namen anzugeben.",
        ),
        actualMessage: text(
          "“Leave your phone number and we call you with the result”",
          "‘Laat je nummer achter, dan bellen we je met de uitkomst’",
          "„Hinterlass deine Nummer, dann rufen wir dich mit dem Ergebnis an“",
        ),
        messageStatus: "differs",
        responsible: "online",
        handledBy: "self-service",
        searchQueries: text(
          "how much mortgage can we get",
          "hoeveel hypotheek kunnen we krijgen",
          "wie viel Haus können wir uns leisten",
        ),
      },
      {
        key: "reviews",
        title: text(
          "Asks friends and reads what others say",
          "Vraagt vrienden en leest wat anderen zeggen",
          "Fragt Freunde und liest, was andere sagen",
        ),
        channels: ["social", "whatsapp"],
        medium: "online",
        emotion: 0,
        message: text(
          "People like you tell how it went, the hard part too.",
          "Mensen zoals jij vertellen hoe het ging, ook het lastige deel.",
          "Menschen wie du erzählen, wie es war, auch das Schwierige.",
        ),
        messageStatus: "to-do",
        responsible: "online",
      },
    ],
  },
  {
    key: "first-talk",
    colour: "yellow",
    title: text("First talk", "Eerste gesprek", "Erstes Gespräch"),
    description: text(
      "Somebody listens, and says what is needed.",
      "Iemand luistert en zegt wat er nodig is.",
      "Jemand hört zu und sagt, was nötig ist.",
    ),
    touchpoints: [
      {
        key: "appointment",
        title: text(
          "Makes an appointment",
          "Maakt een afspraak",
          "Vereinbart einen Termin",
        ),
        channels: ["website", "phone"],
        medium: "both",
        emotion: 1,
        message: text(
          "You choose the hour, and whether we meet at the table or by video.",
          "Jij kiest het uur, en of we elkaar aan tafel of via video spreken.",
          "Du wählst die Uhrzeit, und ob wir uns am Tisch oder per Video sehen.",
        ),
        messageStatus: "matches",
        responsible: "online",
        involved: ["adviser"],
        responseTime: "PT1H",
      },
      {
        key: "talk",
        title: text(
          "Talks for an hour with the adviser",
          "Spreekt een uur met de adviseur",
          "Spricht eine Stunde mit der Beratung",
        ),
        channels: ["phone", "email"],
        medium: "both",
        emotion: 2,
        message: text(
          "First your plans, then the figures. You leave with a list of what to send.",
          "Eerst jullie plannen, dan de cijfers. Jullie gaan weg met een lijst van wat je opstuurt.",
          "Erst eure Pläne, dann die Zahlen. Ihr geht mit einer Liste dessen, was ihr schickt.",
        ),
        messageStatus: "matches",
        responsible: "adviser",
        handledBy: "person",
        duration: "PT1H",
        moment: {
          kind: "first",
          reason: text(
            "Whoever feels understood here does not ask three other lenders.",
            "Wie zich hier begrepen voelt, vraagt geen drie andere aanbieders.",
            "Wer sich hier verstanden fühlt, fragt keine drei anderen Banken.",
          ),
        },
        checklist: [
          text(
            "Do they know what the talk costs before it begins?",
            "Weten ze vóór het gesprek wat het kost?",
            "Wissen sie vor dem Gespräch, was es kostet?",
          ),
          text(
            "Can they repeat in their own words what comes next?",
            "Kunnen ze in eigen woorden navertellen wat er nu komt?",
            "Können sie in eigenen Worten sagen, was als Nächstes kommt?",
          ),
        ],
      },
    ],
  },
  {
    key: "quotation",
    colour: "orange",
    title: text("Quotation", "Offerte", "Angebot"),
    description: text(
      "Papers go in, an offer comes out.",
      "Stukken gaan erin, een offerte komt eruit.",
      "Unterlagen gehen hinein, ein Angebot kommt heraus.",
    ),
    touchpoints: [
      {
        key: "papers",
        title: text(
          "Collects and uploads papers",
          "Verzamelt stukken en stuurt ze in",
          "Sammelt Unterlagen und lädt sie hoch",
        ),
        channels: ["website", "email"],
        medium: "online",
        emotion: -1,
        message: text(
          "You send every paper once, and see at once whether it is good.",
          "Je stuurt elk stuk één keer en ziet meteen of het goed is.",
          "Du schickst jedes Papier einmal und siehst sofort, ob es passt.",
        ),
        actualMessage: text(
          "“Your file is incomplete”, four days later",
          "‘Uw dossier is onvolledig’, vier dagen later",
          "„Ihre Akte ist unvollständig“, vier Tage später",
        ),
        messageStatus: "differs",
        responsible: "back-office",
        involved: ["online"],
        responseTime: "P4D",
        dropOff: {
          share: 0.18,
          reasons: [
            {
              text: text(
                "The same payslip is asked for again",
                "Dezelfde loonstrook wordt nog eens gevraagd",
                "Dieselbe Lohnabrechnung wird noch einmal verlangt",
              ),
            },
            {
              text: text(
                "Another lender was quicker",
                "Een andere aanbieder was sneller",
                "Eine andere Bank war schneller",
              ),
            },
          ],
        },
      },
      {
        key: "offer",
        title: text(
          "Receives the quotation",
          "Ontvangt de offerte",
          "Bekommt das Angebot",
        ),
        channels: ["email"],
        medium: "online",
        emotion: 0,
        message: text(
          "One page says what you pay each month and what can change it.",
          "Eén pagina zegt wat je per maand betaalt en wat dat kan veranderen.",
          "Eine Seite sagt, was du im Monat zahlst und was das ändern kann.",
        ),
        actualMessage: text(
          "Twenty-six pages, the monthly sum on page nine",
          "Zesentwintig pagina’s, het maandbedrag op pagina negen",
          "Sechsundzwanzig Seiten, die Monatsrate auf Seite neun",
        ),
        messageStatus: "differs",
        responsible: "adviser",
        involved: ["back-office"],
      },
    ],
  },
];
