import type { TemplateStage } from "./template";
import { text } from "./text";

/** The mortgage example from the decision on, until well after the move. */
export const mortgageLateStages: readonly TemplateStage[] = [
  {
    key: "decision",
    colour: "pink",
    title: text("Decision", "Beslissing", "Entscheidung"),
    description: text(
      "Compare, dare to sign, and wait for the answer.",
      "Vergelijken, durven tekenen en wachten op het antwoord.",
      "Vergleichen, sich trauen zu unterschreiben und auf die Antwort warten.",
    ),
    touchpoints: [
      {
        key: "compare",
        title: text(
          "Compares the offer with another",
          "Vergelijkt de offerte met een andere",
          "Vergleicht das Angebot mit einem anderen",
        ),
        channels: ["phone", "live-chat"],
        medium: "both",
        emotion: -1,
        message: text(
          "Ask us anything about the difference, even if the other one is better for you.",
          "Vraag ons alles over het verschil, ook als de andere beter bij je past.",
          "Frag uns alles über den Unterschied, auch wenn das andere besser zu dir passt.",
        ),
        messageStatus: "to-do",
        responsible: "adviser",
        dropOff: {
          share: 0.22,
          reasons: [
            {
              text: text(
                "Nobody answers in the evening",
                "’s Avonds neemt niemand op",
                "Abends geht niemand ans Telefon",
              ),
            },
          ],
        },
      },
      {
        key: "approval",
        title: text(
          "Waits for the final approval",
          "Wacht op de definitieve goedkeuring",
          "Wartet auf die endgültige Zusage",
        ),
        channels: ["email", "website"],
        medium: "online",
        emotion: -2,
        message: text(
          "Each day you can see where your file is and who has it.",
          "Elke dag zie je waar je dossier is en wie het heeft.",
          "Du siehst jeden Tag, wo deine Akte ist und wer sie hat.",
        ),
        actualMessage: text(
          "Nothing for nine days",
          "Negen dagen niets",
          "Neun Tage lang nichts",
        ),
        messageStatus: "differs",
        responsible: "back-office",
        involved: ["adviser"],
        responseTime: "P9D",
        moment: {
          kind: "general",
          reason: text(
            "The deadline of the seller runs while nobody says anything.",
            "De termijn van de verkoper loopt terwijl niemand iets zegt.",
            "Die Frist der Verkäuferin läuft, während niemand etwas sagt.",
          ),
        },
      },
    ],
  },
  {
    key: "signing",
    colour: "blue",
    title: text(
      "Notary and signing",
      "Notaris en tekenen",
      "Notar und Unterschrift",
    ),
    description: text(
      "An hour at the notary’s, and a key at the end.",
      "Een uur bij de notaris, en aan het eind een sleutel.",
      "Eine Stunde beim Notar, und am Ende ein Schlüssel.",
    ),
    touchpoints: [
      {
        key: "draft-deed",
        title: text(
          "Reads the draft of the deed",
          "Leest de conceptakte",
          "Liest den Vertragsentwurf",
        ),
        channels: ["email", "contract"],
        medium: "both",
        emotion: 0,
        message: text(
          "Beside each hard sentence stands what it means for you.",
          "Naast elke moeilijke zin staat wat die voor jou betekent.",
          "Neben jedem schwierigen Satz steht, was er für dich bedeutet.",
        ),
        messageStatus: "to-do",
        responsible: "notary",
        involved: ["adviser"],
      },
      {
        key: "sign",
        title: text(
          "Signs and gets the key",
          "Tekent en krijgt de sleutel",
          "Unterschreibt und bekommt den Schlüssel",
        ),
        channels: ["contract"],
        medium: "offline",
        emotion: 2,
        message: text(
          "Congratulations. Today is about your home and not about our papers.",
          "Gefeliciteerd. Vandaag draait om jullie huis en niet om onze papieren.",
          "Herzlichen Glückwunsch. Heute geht es um euer Zuhause und nicht um unsere Papiere.",
        ),
        messageStatus: "matches",
        responsible: "notary",
        involved: ["adviser"],
        duration: "PT1H",
        moment: {
          kind: "second",
          reason: text(
            "The one day that everybody tells of.",
            "De ene dag waarover iedereen vertelt.",
            "Der eine Tag, von dem alle erzählen.",
          ),
        },
      },
    ],
  },
  {
    key: "after-care",
    colour: "green",
    title: text("After-care", "Nazorg", "Nachbetreuung"),
    description: text(
      "The first payment, and every change in life after it.",
      "De eerste betaling, en elke verandering in het leven daarna.",
      "Die erste Rate, und jede Veränderung im Leben danach.",
    ),
    touchpoints: [
      {
        key: "first-payment",
        title: text(
          "Sees the first payment leave the account",
          "Ziet de eerste betaling van de rekening gaan",
          "Sieht die erste Rate vom Konto abgehen",
        ),
        channels: ["email", "help-centre"],
        medium: "online",
        emotion: 0,
        message: text(
          "A day before you read how much it is, and why the first one differs.",
          "Een dag ervoor lees je hoeveel het is, en waarom de eerste anders is.",
          "Am Tag davor liest du, wie viel es ist und warum die erste anders ist.",
        ),
        messageStatus: "to-do",
        responsible: "online",
        timing: {
          offset: "P1M",
          after: text("the signing", "het tekenen", "der Unterschrift"),
        },
      },
      {
        key: "check-up",
        title: text(
          "Is called a year later",
          "Wordt een jaar later gebeld",
          "Wird ein Jahr später angerufen",
        ),
        channels: ["phone", "postcard"],
        medium: "offline",
        message: text(
          "Has anything changed: a child, a job, the rate? We look at it with you.",
          "Is er iets veranderd: een kind, een baan, de rente? We kijken met je mee.",
          "Hat sich etwas geändert: ein Kind, ein Job, der Zins? Wir sehen es uns mit dir an.",
        ),
        messageStatus: "to-do",
        handledBy: "person",
        timing: {
          offset: "P1Y",
          after: text("the signing", "het tekenen", "der Unterschrift"),
        },
      },
    ],
  },
];
