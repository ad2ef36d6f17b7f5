import {
  emotionLane,
  messageLane,
  stakeholderLane,
  touchpointLane,
} from "./lanes";
import type { Template } from "./template";
import { text } from "./text";

/**
 * Template 3: the six stages of the AAARRR funnel, the customer's side above, ours below.
 * The order of the last three differs by author; stages can be moved.
 * @see R09
 */
export const aaarrr: Template = {
  key: "aaarrr",
  name: text("AAARRR", "AAARRR", "AAARRR"),
  summary: text(
    "Six stages from awareness to revenue; what the customer lives through above, what you do below.",
    "Zes fasen van bekendheid tot omzet; boven wat de klant meemaakt, onder wat jullie doen.",
    "Sechs Phasen von der Bekanntheit bis zum Umsatz; oben, was Kunden erleben, unten, was ihr tut.",
  ),
  stages: [
    {
      key: "awareness",
      colour: "yellow",
      title: text("Awareness", "Bekendheid", "Bekanntheit"),
      description: text(
        "How do people hear of you?",
        "Hoe horen mensen van je?",
        "Wie erfahren Menschen von euch?",
      ),
    },
    {
      key: "acquisition",
      colour: "orange",
      title: text("Acquisition", "Werving", "Gewinnung"),
      description: text(
        "How do they reach you?",
        "Hoe komen ze bij je terecht?",
        "Wie finden sie zu euch?",
      ),
    },
    {
      key: "activation",
      colour: "pink",
      title: text("Activation", "Activatie", "Aktivierung"),
      description: text(
        "Is the first experience a good one?",
        "Is de eerste ervaring een goede?",
        "Ist das erste Erlebnis ein gutes?",
      ),
    },
    {
      key: "retention",
      colour: "purple",
      title: text("Retention", "Behoud", "Bindung"),
      description: text(
        "Do they come back?",
        "Komen ze terug?",
        "Kommen sie wieder?",
      ),
    },
    {
      key: "referral",
      colour: "blue",
      title: text("Referral", "Aanbeveling", "Weiterempfehlung"),
      description: text(
        "Do they tell others?",
        "Vertellen ze het door?",
        "Erzählen sie es weiter?",
      ),
    },
    {
      key: "revenue",
      colour: "green",
      title: text("Revenue", "Omzet", "Umsatz"),
      description: text("Do they pay?", "Betalen ze?", "Bezahlen sie?"),
    },
  ],
  lanes: [
    {
      key: "customer-goals",
      kind: "text",
      span: "stage",
      visibility: "customer",
      title: text(
        "Customer goals",
        "Doelen van de klant",
        "Ziele der Kundschaft",
      ),
      hint: text(
        "What does the customer want to achieve?",
        "Wat wil de klant bereiken?",
        "Was wollen Kunden erreichen?",
      ),
      cellHints: {
        awareness: text(
          "Understand the problem, and see that it can be solved.",
          "Het probleem begrijpen en zien dat het op te lossen is.",
          "Das Problem verstehen und sehen, dass es sich lösen lässt.",
        ),
      },
    },
    {
      key: "customer-activities",
      kind: "text",
      span: "stage",
      visibility: "customer",
      title: text(
        "Customer activities",
        "Activiteiten van de klant",
        "Aktivitäten der Kundschaft",
      ),
      hint: text("What do they do?", "Wat doen ze?", "Was tun sie?"),
      cellHints: {
        awareness: text(
          "Search the web, ask friends, scroll past an ad.",
          "Zoeken op internet, vragen vrienden, scrollen langs een advertentie.",
          "Suchen im Netz, fragen Freunde, scrollen an einer Anzeige vorbei.",
        ),
      },
    },
    touchpointLane,
    {
      key: "experience",
      kind: "text",
      span: "touchpoint",
      visibility: "customer",
      title: text("Experience", "Beleving", "Erlebnis"),
      hint: text(
        "How do they live through this contact?",
        "Hoe beleven ze dit contact?",
        "Wie erleben sie diesen Kontakt?",
      ),
    },
    emotionLane,
    {
      key: "expectations",
      kind: "text",
      span: "stage",
      visibility: "customer",
      title: text("Expectations", "Verwachtingen", "Erwartungen"),
      hint: text(
        "What do they take for granted?",
        "Wat vinden ze vanzelfsprekend?",
        "Was setzen sie voraus?",
      ),
      cellHints: {
        awareness: text(
          "One sentence says what it is and for whom.",
          "Eén zin zegt wat het is en voor wie.",
          "Ein Satz sagt, was es ist und für wen.",
        ),
      },
    },
    {
      key: "our-goals",
      kind: "text",
      span: "stage",
      visibility: "backstage",
      title: text("Our goals", "Onze doelen", "Unsere Ziele"),
      hint: text(
        "What do you want to achieve here?",
        "Wat wil je hier bereiken?",
        "Was wollt ihr hier erreichen?",
      ),
      cellHints: {
        awareness: text(
          "The right people have heard of you.",
          "De juiste mensen hebben van je gehoord.",
          "Die richtigen Menschen haben von euch gehört.",
        ),
      },
    },
    {
      key: "kpis",
      kind: "metric",
      span: "stage",
      visibility: "backstage",
      title: text("Key figures", "Kerncijfers", "Kennzahlen"),
      hint: text(
        "A number that shows whether it works, with its unit.",
        "Een getal dat toont of het werkt, met eenheid.",
        "Eine Zahl, die zeigt, ob es wirkt, mit Einheit.",
      ),
      cellHints: {
        awareness: text(
          "New visitors a month.",
          "Nieuwe bezoekers per maand.",
          "Neue Besuche im Monat.",
        ),
      },
    },
    {
      key: "our-activities",
      kind: "action",
      span: "stage",
      visibility: "backstage",
      title: text("Our activities", "Onze activiteiten", "Unsere Aktivitäten"),
      hint: text(
        "What do you do, and who?",
        "Wat doen jullie, en wie?",
        "Was tut ihr, und wer?",
      ),
      cellHints: {
        awareness: text(
          "Write about the problem, place an ad, ask to be mentioned.",
          "Over het probleem schrijven, adverteren, om een vermelding vragen.",
          "Über das Problem schreiben, eine Anzeige schalten, um Erwähnung bitten.",
        ),
      },
    },
    messageLane,
    {
      key: "checks",
      kind: "text",
      span: "stage",
      visibility: "backstage",
      title: text("How we check", "Hoe we dat nagaan", "Wie wir das prüfen"),
      hint: text(
        "A survey, analytics, the service desk …",
        "Een enquête, webstatistieken, de servicedesk …",
        "Eine Umfrage, Webstatistiken, der Kundendienst …",
      ),
      cellHints: {
        awareness: text(
          "Ask newcomers how they heard of you.",
          "Vraag nieuwkomers hoe ze van je hoorden.",
          "Frag neue Leute, wie sie von euch erfahren haben.",
        ),
      },
    },
    stakeholderLane,
  ],
};
