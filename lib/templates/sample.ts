import type { JourneySeed } from "../journey/seed";
import type { PersonaId } from "../journey/ids";
import { sampleLanes } from "./sample-lanes";
import { sampleTouchpoints } from "./sample-touchpoints";
import { laneSeed, touchpointSeed } from "./seed-parts";
import type { ChannelIds, StakeholderIds } from "./seed-parts";
import { serviceCanvas } from "./service-canvas";
import { text, type TemplateLocale } from "./text";

/** Ids of the rows that the sample map points to; whoever fills a workspace made them first. */
export interface SampleRefs {
  persona: PersonaId;
  stakeholders: StakeholderIds;
  channels: ChannelIds;
}

const title = text(
  "Running shoes for a sore back",
  "Hardloopschoenen bij rugpijn",
  "Laufschuhe bei Rückenschmerzen",
);

const scenario = text(
  "Mark wants to take up running but has had back pain for years. He looks for shoes with good support and types his problem into a search engine.",
  "Mark wil gaan hardlopen, maar heeft al jaren rugpijn. Hij zoekt schoenen met goede steun en typt zijn probleem in een zoekmachine.",
  "Mark möchte mit dem Laufen anfangen, hat aber seit Jahren Rückenschmerzen. Er sucht Schuhe mit gutem Halt und tippt sein Problem in eine Suchmaschine.",
);

const customerWord = text("customer", "klant", "Kundin oder Kunde");

/**
 * The filled map that a new workspace starts with: a runner with a sore back buys shoes.
 *
 * @see R25, and the rows cited beside its touchpoints and lanes
 */
export function sampleSeed(
  locale: TemplateLocale,
  { persona, ...rows }: SampleRefs,
): JourneySeed {
  const refs = { ...rows, personas: [persona] };
  return {
    title: title[locale],
    scenario: scenario[locale],
    customerWord: customerWord[locale],
    locale,
    state: "current",
    outcome: "successful",
    reviewEveryDays: 90,
    personas: [persona],
    stages: serviceCanvas.stages.map((stage) => ({
      key: stage.key,
      title: stage.title[locale],
      description: stage.description[locale],
      colour: stage.colour,
      touchpoints: sampleTouchpoints
        .filter((touchpoint) => touchpoint.stage === stage.key)
        .map((touchpoint) => touchpointSeed(touchpoint, locale, refs)),
    })),
    lanes: sampleLanes.map((lane) => laneSeed(lane, locale, refs)),
  };
}
