import type { JourneySeed, TouchpointSeed } from "../journey/seed";
import type { PersonaId } from "../journey/ids";
import type { StakeholderId } from "../journey/ids";
import type { SampleStakeholderKey } from "./sample-people";
import type { SampleCard } from "./sample-card";
import { sampleLanes, type SampleLane } from "./sample-lanes";
import type { SampleTouchpoint } from "./sample-touchpoint";
import { sampleTouchpoints } from "./sample-touchpoints";
import { serviceCanvas } from "./service-canvas";
import { channelIds, cellHints, type ChannelIds } from "./seed";
import { text, type TemplateLocale } from "./text";

/** Ids of the rows that the sample map points to; whoever fills a workspace made them first. */
export interface SampleRefs {
  persona: PersonaId;
  stakeholders: Readonly<Record<SampleStakeholderKey, StakeholderId>>;
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

function touchpointSeed(
  sample: SampleTouchpoint,
  locale: TemplateLocale,
  refs: SampleRefs,
): TouchpointSeed {
  const owners = [
    ...(sample.responsible
      ? [
          {
            stakeholderId: refs.stakeholders[sample.responsible],
            role: "responsible" as const,
          },
        ]
      : []),
    ...(sample.involved ?? []).map((key) => ({
      stakeholderId: refs.stakeholders[key],
      role: "involved" as const,
    })),
  ];
  return {
    key: sample.key,
    title: sample.title[locale],
    message: sample.message[locale],
    actualMessage: sample.actualMessage?.[locale],
    messageStatus: sample.messageStatus,
    medium: sample.medium,
    searchQueries: sample.searchQueries?.[locale],
    responseTime: sample.responseTime,
    handledBy: sample.handledBy,
    duration: sample.duration,
    timing: sample.timing && {
      offset: sample.timing.offset,
      after: sample.timing.after[locale],
    },
    momentOfTruth: sample.moment && {
      kind: sample.moment.kind,
      reason: sample.moment.reason[locale],
    },
    dropOff: sample.dropOff && {
      share: sample.dropOff.share,
      reasons: sample.dropOff.reasons.map((reason) => ({
        text: reason.text[locale],
        ...(reason.share === undefined ? {} : { share: reason.share }),
      })),
    },
    checklist: sample.checklist?.map((question) => question[locale]),
    channels: channelIds(sample.channels, refs.channels),
    owners,
    emotions:
      sample.emotion === undefined ? {} : { [refs.persona]: sample.emotion },
  };
}

function cardsOf(lane: SampleLane, locale: TemplateLocale, refs: SampleRefs) {
  const cells: Record<string, ReturnType<typeof cardSeed>[]> = {};
  for (const card of lane.cards ?? [])
    (cells[card.in] ??= []).push(cardSeed(card, locale, refs));
  return cells;
}

function cardSeed(card: SampleCard, locale: TemplateLocale, refs: SampleRefs) {
  return {
    text: card.text[locale],
    colour: card.colour,
    metric: card.metric,
    decision: card.decision && {
      status: card.decision.status,
      reason: card.decision.reason[locale],
    },
    score: card.score,
    task: card.task && {
      status: card.task.status,
      stakeholderId: refs.stakeholders[card.task.stakeholder],
    },
  };
}

/**
 * The filled map that a new workspace starts with: a runner with a sore back buys shoes.
 *
 * @see R25, and the rows cited beside its touchpoints and lanes
 */
export function sampleSeed(
  locale: TemplateLocale,
  refs: SampleRefs,
): JourneySeed {
  return {
    title: title[locale],
    scenario: scenario[locale],
    customerWord: customerWord[locale],
    locale,
    state: "current",
    outcome: "successful",
    reviewEveryDays: 90,
    personas: [refs.persona],
    stages: serviceCanvas.stages.map((stage) => ({
      key: stage.key,
      title: stage.title[locale],
      description: stage.description[locale],
      colour: stage.colour,
      touchpoints: sampleTouchpoints
        .filter((touchpoint) => touchpoint.stage === stage.key)
        .map((touchpoint) => touchpointSeed(touchpoint, locale, refs)),
    })),
    lanes: sampleLanes.map((lane) => ({
      key: lane.key,
      kind: lane.kind,
      span: lane.span,
      title: lane.title[locale],
      hint: lane.hint[locale],
      cellHints: cellHints(lane, locale),
      visibility: lane.visibility,
      cards: cardsOf(lane, locale, refs),
    })),
  };
}
