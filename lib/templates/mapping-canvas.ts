import {
  channelLane,
  emotionLane,
  examplesLane,
  gainLane,
  messageLane,
  needsLane,
  painLane,
  stakeholderLane,
  touchpointLane,
} from "./lanes";
import type { Template } from "./template";
import { text } from "./text";

/**
 * Template 2: the whole canvas, from people who do not know us to ambassadors.
 * @see R08, R10, R11, R32, R33, R50, R70, R71
 */
export const mappingCanvas: Template = {
  key: "mapping-canvas",
  name: text(
    "Customer Journey Mapping Canvas",
    "Customer Journey Mapping Canvas",
    "Customer Journey Mapping Canvas",
  ),
  summary: text(
    "From unknown to ambassador: needs, touchpoints, ideal message, emotion, pains and gains, owners.",
    "Van onbekend tot ambassadeur: behoeften, touchpoints, ideale boodschap, emotie, pijnpunten, wensen en eigenaren.",
    "Von unbekannt bis Botschafter: Bedürfnisse, Touchpoints, ideale Botschaft, Emotion, Schmerzpunkte, Wünsche und Verantwortliche.",
  ),
  stages: [
    {
      key: "unknown",
      colour: "grey",
      title: text("Does not know us", "Kent ons niet", "Kennt uns nicht"),
      description: text(
        "People who have never heard of you.",
        "Mensen die nog nooit van je hebben gehoord.",
        "Menschen, die noch nie von euch gehört haben.",
      ),
    },
    {
      key: "interested",
      colour: "yellow",
      title: text("Interested", "Geïnteresseerd", "Interessiert"),
      description: text(
        "They know you and look around.",
        "Ze kennen je en kijken rond.",
        "Sie kennen euch und sehen sich um.",
      ),
    },
    {
      key: "customer",
      colour: "orange",
      title: text("Customer", "Klant", "Kundin oder Kunde"),
      description: text(
        "The first purchase or donation.",
        "De eerste aankoop of donatie.",
        "Der erste Kauf oder die erste Spende.",
      ),
    },
    {
      key: "loyal",
      colour: "blue",
      title: text("Loyal", "Trouw", "Treu"),
      description: text(
        "They come back and feel at home.",
        "Ze komen terug en voelen zich thuis.",
        "Sie kommen wieder und fühlen sich zu Hause.",
      ),
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
        "They recommend you to friends, family and colleagues.",
        "Ze bevelen je aan bij vrienden, familie en collega’s.",
        "Sie empfehlen euch Freunden, Familie und Kollegen.",
      ),
    },
  ],
  lanes: [
    {
      ...needsLane,
      cellHints: {
        unknown: text(
          "“I want this solved, and do not know yet who can help.”",
          "‘Ik wil dit opgelost hebben en weet nog niet wie kan helpen.’",
          "„Ich möchte das gelöst haben und weiß noch nicht, wer helfen kann.“",
        ),
      },
    },
    touchpointLane,
    channelLane,
    messageLane,
    examplesLane,
    emotionLane,
    {
      ...painLane,
      cellHints: {
        unknown: text(
          "You do not come up where they look, or nobody grasps what you offer.",
          "Je komt niet voor waar ze zoeken, of niemand snapt wat je biedt.",
          "Ihr taucht nicht auf, wo sie suchen, oder niemand versteht, was ihr bietet.",
        ),
      },
    },
    {
      ...gainLane,
      cellHints: {
        unknown: text(
          "They meet you where they are anyway and understand you at once.",
          "Ze komen je tegen waar ze toch al zijn en begrijpen je meteen.",
          "Sie begegnen euch dort, wo sie ohnehin sind, und verstehen euch sofort.",
        ),
      },
    },
    stakeholderLane,
  ],
};
