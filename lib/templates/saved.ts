import type { CardSeed, JourneySeed, TouchpointSeed } from "../journey/seed";

/** What of a map goes into a template: everything that is written, or only its stages, touchpoints and lanes. */
export const TEMPLATE_KEEPS = ["texts", "structure"] as const;
export type TemplateKeep = (typeof TEMPLATE_KEEPS)[number];

/**
 * Makes a template of a map: nobody's name, no feelings, no measurements, no decisions and no files go along, because
 * whoever begins with it has their own.
 */
export function templateOf(seed: JourneySeed, keep: TemplateKeep): JourneySeed {
  const { title, customerWord, locale, stages, lanes } = seed;
  const texts = keep === "texts";
  return {
    title,
    customerWord,
    locale,
    ...(texts && { scenario: seed.scenario }),
    personas: [],
    stages: stages.map((stage) => ({
      key: stage.key,
      title: stage.title,
      description: stage.description,
      colour: stage.colour,
      touchpoints: stage.touchpoints?.map((touchpoint) =>
        touchpointOf(touchpoint, texts),
      ),
    })),
    lanes: lanes.map(({ attachments: _files, cards, ...lane }) => ({
      ...lane,
      ...(texts && cards && { cards: cardsOf(cards) }),
    })),
  };
}

function touchpointOf(
  touchpoint: TouchpointSeed,
  texts: boolean,
): TouchpointSeed {
  const { key, title, channels, medium } = touchpoint;
  const shape = { key, title, channels, medium };
  if (!texts) return shape;
  const { message, searchQueries, inspiration, notes } = touchpoint;
  const { initiator, responseTime, handledBy, duration } = touchpoint;
  const checklist = touchpoint.checklist?.map((item) =>
    typeof item === "string" ? item : item.text,
  );
  return {
    ...shape,
    message,
    searchQueries,
    inspiration,
    notes,
    checklist,
    initiator,
    responseTime,
    handledBy,
    duration,
  };
}

/** A card without words held only what stays behind. */
function cardsOf(
  cards: Readonly<Record<string, CardSeed[]>>,
): Record<string, CardSeed[]> {
  return Object.fromEntries(
    Object.entries(cards).map(([column, held]) => [
      column,
      held
        .filter(({ text }) => text.trim() !== "")
        .map(({ text, colour }) => ({ text, colour })),
    ]),
  );
}
