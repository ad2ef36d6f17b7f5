import {
  actionLane,
  channelLane,
  emotionLane,
  gainLane,
  messageLane,
  needsLane,
  painLane,
  stakeholderLane,
  touchpointLane,
} from "./lanes";
import {
  mortgageActions,
  mortgageGains,
  mortgageNeeds,
  mortgagePains,
} from "./mortgage-cards";
import type { TemplateLane } from "./template";
import { text } from "./text";

/** The lanes of the mortgage example, filled. */
export const mortgageLanes: readonly TemplateLane[] = [
  {
    ...needsLane,
    title: text(
      "What buyers need",
      "Wat kopers nodig hebben",
      "Was Kaufende brauchen",
    ),
    hint: text(
      "Write as the buyer: “I want to know whether …”",
      "Schrijf als de koper: ‘Ik wil weten of …’",
      "Schreib aus Sicht der Kaufenden: „Ich möchte wissen, ob …“",
    ),
    cards: mortgageNeeds,
  },
  touchpointLane,
  channelLane,
  {
    ...messageLane,
    hint: text(
      "What should they be sure of after this contact? Beside it: what they hear today.",
      "Waar moeten ze na dit contact zeker van zijn? Ernaast: wat ze nu horen.",
      "Wessen sollen sie nach diesem Kontakt sicher sein? Daneben: was sie heute hören.",
    ),
  },
  emotionLane,
  {
    ...painLane,
    hint: text(
      "Where do they wait, doubt or begin again?",
      "Waar wachten ze, twijfelen ze of beginnen ze opnieuw?",
      "Wo warten, zweifeln oder beginnen sie von vorn?",
    ),
    cards: mortgagePains,
  },
  {
    ...gainLane,
    hint: text(
      "What would they tell their friends about?",
      "Waarover zouden ze hun vrienden vertellen?",
      "Wovon würden sie Freunden erzählen?",
    ),
    cards: mortgageGains,
  },
  { ...actionLane, cards: mortgageActions },
  stakeholderLane,
];
