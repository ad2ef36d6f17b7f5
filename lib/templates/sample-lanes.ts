import {
  actionLane,
  channelLane,
  emotionLane,
  gainLane,
  keyMomentLane,
  messageLane,
  needsLane,
  painLane,
  stakeholderLane,
} from "./lanes";
import {
  gainCards,
  needCards,
  painCards,
  questionCards,
} from "./sample-customer-cards";
import {
  actionCards,
  figureCards,
  opportunityCards,
} from "./sample-team-cards";
import type { TemplateLane } from "./template";
import { text } from "./text";

const questions: TemplateLane = {
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
};

const figures: TemplateLane = {
  key: "figures",
  kind: "metric",
  span: "touchpoint",
  title: text("Figures", "Cijfers", "Zahlen"),
  hint: text(
    "A number with its unit and source.",
    "Een getal met eenheid en bron.",
    "Eine Zahl mit Einheit und Quelle.",
  ),
};

const opportunities: TemplateLane = {
  key: "opportunities",
  kind: "opportunity",
  span: "stage",
  visibility: "backstage",
  title: text("Opportunities", "Kansen", "Chancen"),
  hint: text(
    "What could we do better? Give it a score.",
    "Wat kan beter? Geef het een score.",
    "Was könnten wir besser machen? Bewerte es.",
  ),
};

/**
 * The lanes of the sample map with their cards.
 * @see R02, R03, R05, R07, R57 to R59, R70, R76
 */
export const sampleLanes: readonly TemplateLane[] = [
  { ...needsLane, cards: needCards },
  { ...questions, cards: questionCards },
  messageLane,
  channelLane,
  emotionLane,
  { ...figures, cards: figureCards },
  keyMomentLane,
  { ...painLane, cards: painCards },
  { ...gainLane, cards: gainCards },
  { ...opportunities, cards: opportunityCards },
  { ...actionLane, cards: actionCards },
  stakeholderLane,
];
