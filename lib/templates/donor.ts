import {
  channelLane,
  emotionLane,
  examplesLane,
  gainLane,
  messageLane,
  painLane,
  stakeholderLane,
  touchpointLane,
} from "./lanes";
import type { Template, TemplateLane } from "./template";
import { text } from "./text";

const needsLane: TemplateLane = {
  key: "needs",
  kind: "text",
  span: "stage",
  visibility: "customer",
  title: text(
    "What donors need",
    "Wat donateurs nodig hebben",
    "Was Spendende brauchen",
  ),
  hint: text(
    "Write as the donor: “I want to know what my gift does.”",
    "Schrijf als de donateur: ‘Ik wil weten wat mijn gift doet.’",
    "Schreib aus Sicht der Spendenden: „Ich möchte wissen, was meine Spende bewirkt.“",
  ),
};

/**
 * Template 7: from somebody who has never heard of a cause to somebody who speaks for it.
 * @see R15, R32, R50, R71
 */
export const donor: Template = {
  key: "donor",
  name: text("Donor journey", "Reis van de donateur", "Reise der Spendenden"),
  summary: text(
    "For charities: from the first story to a regular gift and to people who speak for you.",
    "Voor goede doelen: van het eerste verhaal tot een vaste gift en mensen die voor je spreken.",
    "Für gemeinnützige Organisationen: von der ersten Geschichte bis zur Dauerspende und zu Menschen, die für euch sprechen.",
  ),
  customerWord: text("donor", "donateur", "Spenderin oder Spender"),
  stages: [
    {
      key: "unknown",
      colour: "grey",
      title: text("Does not know us", "Kent ons niet", "Kennt uns nicht"),
      description: text(
        "Has never heard of the cause.",
        "Heeft nog nooit van het doel gehoord.",
        "Hat noch nie von dem Anliegen gehört.",
      ),
      touchpoints: [
        {
          key: "story",
          title: text(
            "Hears a story",
            "Hoort een verhaal",
            "Hört eine Geschichte",
          ),
          channels: ["facebook", "instagram"],
        },
      ],
    },
    {
      key: "interested",
      colour: "yellow",
      title: text("Interested", "Geïnteresseerd", "Interessiert"),
      description: text(
        "Is moved and wants to know whether we can be trusted.",
        "Is geraakt en wil weten of we te vertrouwen zijn.",
        "Ist berührt und möchte wissen, ob man uns trauen kann.",
      ),
      touchpoints: [
        {
          key: "look-up",
          title: text(
            "Looks up where the money goes",
            "Zoekt op waar het geld heen gaat",
            "Sieht nach, wohin das Geld geht",
          ),
          channels: ["website"],
          checklist: [
            text(
              "Is it clear within a minute what a gift does?",
              "Is binnen een minuut duidelijk wat een gift doet?",
              "Ist in einer Minute klar, was eine Spende bewirkt?",
            ),
          ],
        },
      ],
    },
    {
      key: "first-gift",
      colour: "orange",
      title: text("First gift", "Eerste gift", "Erste Spende"),
      description: text(
        "Gives for the first time, and sees what happens then.",
        "Geeft voor het eerst en ziet wat er dan gebeurt.",
        "Spendet zum ersten Mal und sieht, was dann geschieht.",
      ),
      touchpoints: [
        {
          key: "give",
          title: text("Gives", "Geeft", "Spendet"),
          channels: ["website"],
        },
        {
          key: "thanks",
          title: text("Is thanked", "Wordt bedankt", "Bekommt einen Dank"),
          channels: ["email", "postcard"],
        },
      ],
    },
    {
      key: "regular",
      colour: "blue",
      title: text("Regular donor", "Vaste donateur", "Dauerspende"),
      description: text(
        "Gives again and again, and hears what became of it.",
        "Geeft telkens weer en hoort wat ervan terechtkwam.",
        "Spendet immer wieder und erfährt, was daraus wurde.",
      ),
      touchpoints: [
        {
          key: "report",
          title: text(
            "Reads what the gift has done",
            "Leest wat de gift heeft gedaan",
            "Liest, was die Spende bewirkt hat",
          ),
          channels: ["email"],
        },
      ],
    },
    {
      key: "ambassador",
      colour: "green",
      title: text(
        "Ambassador",
        "Ambassadeur",
        "Botschafterin oder Botschafter",
      ),
      description: text(
        "Asks friends and family to join.",
        "Vraagt vrienden en familie om mee te doen.",
        "Bittet Freunde und Familie mitzumachen.",
      ),
      touchpoints: [
        {
          key: "share",
          title: text(
            "Starts a collection of their own",
            "Begint een eigen inzameling",
            "Startet eine eigene Sammlung",
          ),
          channels: ["whatsapp"],
        },
      ],
    },
  ],
  lanes: [
    needsLane,
    touchpointLane,
    channelLane,
    messageLane,
    examplesLane,
    emotionLane,
    painLane,
    gainLane,
    stakeholderLane,
  ],
};
