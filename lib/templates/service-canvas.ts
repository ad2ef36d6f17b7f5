import { actionLane, channelLane, keyMomentLane, needsLane } from "./lanes";
import type { Template } from "./template";
import { text } from "./text";

/**
 * Template 1: five stages by three lanes, for a service team.
 * @see R01 to R07, R38
 */
export const serviceCanvas: Template = {
  key: "service-canvas",
  name: text("Service canvas", "Servicecanvas", "Service-Canvas"),
  summary: text(
    "Five stages, three rows: what customers need, what they see, what your team does.",
    "Vijf fasen, drie rijen: wat klanten nodig hebben, wat ze zien, wat je team doet.",
    "Fünf Phasen, drei Zeilen: was Kunden brauchen, was sie sehen, was dein Team tut.",
  ),
  stages: [
    {
      key: "awareness",
      colour: "yellow",
      title: text("Awareness", "Bewustmaking", "Bewusstseinsbildung"),
      description: text(
        "The first impression: someone has a problem and looks for information.",
        "De eerste indruk: iemand heeft een probleem en zoekt informatie.",
        "Der erste Eindruck: Jemand hat ein Problem und sucht nach Informationen.",
      ),
    },
    {
      key: "consideration",
      colour: "orange",
      title: text("Consideration", "Overweging", "Betrachtung"),
      description: text(
        "Options are known; price, reviews, delivery and returns are compared.",
        "De opties zijn bekend; prijs, recensies, levering en retour worden vergeleken.",
        "Die Möglichkeiten sind bekannt; Preis, Bewertungen, Lieferung und Rückgabe werden verglichen.",
      ),
    },
    {
      key: "decision",
      colour: "pink",
      title: text("Decision", "Besluit", "Entscheidung"),
      description: text(
        "The choice is made, but many still leave at the checkout.",
        "De keuze is gemaakt, maar bij het afrekenen haken velen alsnog af.",
        "Die Wahl ist getroffen, doch an der Kasse springen viele noch ab.",
      ),
    },
    {
      key: "retention",
      colour: "blue",
      title: text("Retention", "Retentie", "Beibehaltung"),
      description: text(
        "Keeping a customer costs far less than winning one: stay in touch.",
        "Een klant behouden kost veel minder dan er een winnen: houd contact.",
        "Jemanden zu halten kostet viel weniger, als jemanden zu gewinnen: bleib in Kontakt.",
      ),
    },
    {
      key: "advocacy",
      colour: "green",
      title: text("Advocacy", "Belangenbehartiging", "Befürwortung"),
      description: text(
        "Happy customers tell others, if you ask them to.",
        "Blije klanten vertellen het door, als je erom vraagt.",
        "Zufriedene Kunden erzählen es weiter, wenn du sie darum bittest.",
      ),
    },
  ],
  lanes: [
    {
      ...needsLane,
      cellHints: {
        awareness: text(
          "“I have a problem and want to know what helps.”",
          "‘Ik heb een probleem en wil weten wat helpt.’",
          "„Ich habe ein Problem und möchte wissen, was hilft.“",
        ),
        consideration: text(
          "“I want to compare before I choose.”",
          "‘Ik wil vergelijken voordat ik kies.’",
          "„Ich möchte vergleichen, bevor ich mich entscheide.“",
        ),
        decision: text(
          "“I want to finish this quickly and safely.”",
          "‘Ik wil dit snel en veilig afronden.’",
          "„Ich möchte das schnell und sicher abschließen.“",
        ),
        retention: text(
          "“I want to get the most out of what I bought.”",
          "‘Ik wil het meeste halen uit wat ik kocht.’",
          "„Ich möchte das Beste aus meinem Kauf herausholen.“",
        ),
        advocacy: text(
          "“I want to share something that is good.”",
          "‘Ik wil iets goeds graag delen.’",
          "„Ich möchte etwas Gutes weitergeben.“",
        ),
      },
    },
    keyMomentLane,
    {
      ...actionLane,
      cellHints: {
        awareness: text(
          "Live chat answers at once; a bot may start the talk.",
          "Livechat antwoordt direct; een bot mag het gesprek beginnen.",
          "Der Live-Chat antwortet sofort; ein Bot darf das Gespräch beginnen.",
        ),
        consideration: text(
          "A help centre for common questions; watch social media.",
          "Een helpcentrum voor veelgestelde vragen; volg sociale media.",
          "Ein Hilfecenter für häufige Fragen; soziale Medien im Blick behalten.",
        ),
        decision: text(
          "Chat, phone and a follow-up mail for those who leave.",
          "Chat, telefoon en een opvolgmail voor wie afhaakt.",
          "Chat, Telefon und eine Folge-Mail für alle, die abspringen.",
        ),
        retention: text(
          "Ask for feedback by mail; give tips on social media.",
          "Vraag per mail om feedback; geef tips op sociale media.",
          "Bitte per Mail um Feedback; gib Tipps in sozialen Medien.",
        ),
        advocacy: text(
          "A mail that makes sharing easy: a hashtag or a code.",
          "Een mail die delen makkelijk maakt: een hashtag of code.",
          "Eine Mail, die das Teilen leicht macht: Hashtag oder Code.",
        ),
      },
    },
    {
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
      cellHints: {
        awareness: text(
          "“What is this, and is it for me?”",
          "‘Wat is dit, en is het iets voor mij?’",
          "„Was ist das, und ist es etwas für mich?“",
        ),
      },
    },
    channelLane,
  ],
};
