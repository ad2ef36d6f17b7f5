import type { ChannelId, PersonaId, StakeholderId } from "../journey/ids";
import type { CardSeed, LaneSeed, TouchpointSeed } from "../journey/seed";
import type { ChannelKey } from "./channels";
import type { SampleCard } from "./sample-card";
import type { TemplateLane, TemplateTouchpoint } from "./template";
import type { TemplateLocale } from "./text";

/** Ids of a workspace's rows for the built-in channels; a channel that a team removed is missing. */
export type ChannelIds = Readonly<Partial<Record<ChannelKey, ChannelId>>>;

/** Ids of the rows for the stakeholders of a filled map, by their keys there; who is missing is left out. */
export type StakeholderIds = Readonly<Record<string, StakeholderId>>;

/** The rows of a workspace that starter content points to. */
export interface SeedRefs {
  readonly channels: ChannelIds;
  readonly stakeholders: StakeholderIds;
  /** Feelings of an example are those of the first. */
  readonly personas: readonly PersonaId[];
}

/** One touchpoint in one language. */
export function touchpointSeed(
  touchpoint: TemplateTouchpoint,
  locale: TemplateLocale,
  refs: SeedRefs,
): TouchpointSeed {
  const { timing, moment, dropOff, checklist, recovers } = touchpoint;
  return {
    key: touchpoint.key,
    title: touchpoint.title[locale],
    message: touchpoint.message?.[locale],
    actualMessage: touchpoint.actualMessage?.[locale],
    messageStatus: touchpoint.messageStatus,
    medium: touchpoint.medium,
    searchQueries: touchpoint.searchQueries?.[locale],
    responseTime: touchpoint.responseTime,
    handledBy: touchpoint.handledBy,
    duration: touchpoint.duration,
    ...(recovers && { recovers }),
    timing: timing && { offset: timing.offset, after: timing.after[locale] },
    momentOfTruth: moment && {
      kind: moment.kind,
      reason: moment.reason[locale],
    },
    dropOff: dropOff && {
      share: dropOff.share,
      reasons: dropOff.reasons.map(({ text, share }) => ({
        text: text[locale],
        ...(share === undefined ? {} : { share }),
      })),
    },
    checklist: checklist?.map((question) => question[locale]),
    channels: (touchpoint.channels ?? []).flatMap(
      (key) => refs.channels[key] ?? [],
    ),
    owners: ownersOf(touchpoint, refs),
    emotions: emotionsOf(touchpoint, refs),
  };
}

function ownersOf(
  { responsible, involved = [] }: TemplateTouchpoint,
  { stakeholders }: SeedRefs,
): NonNullable<TouchpointSeed["owners"]> {
  const named = [
    ...(responsible
      ? [{ key: responsible, role: "responsible" as const }]
      : []),
    ...involved.map((key) => ({ key, role: "involved" as const })),
  ];
  return named.flatMap(({ key, role }) => {
    const stakeholderId = stakeholders[key];
    return stakeholderId ? [{ stakeholderId, role }] : [];
  });
}

function emotionsOf(
  { emotion }: TemplateTouchpoint,
  { personas: [persona] }: SeedRefs,
): NonNullable<TouchpointSeed["emotions"]> {
  return emotion === undefined || !persona ? {} : { [persona]: emotion };
}

/** One lane in one language, with the cards that an example holds. */
export function laneSeed(
  lane: TemplateLane,
  locale: TemplateLocale,
  refs: SeedRefs,
): LaneSeed {
  return {
    key: lane.key,
    kind: lane.kind,
    span: lane.span,
    title: lane.title[locale],
    hint: lane.hint[locale],
    cellHints: Object.fromEntries(
      Object.entries(lane.cellHints ?? {}).map(([column, hint]) => [
        column,
        hint[locale],
      ]),
    ),
    visibility: lane.visibility,
    ...(lane.cards && { cards: cardsOf(lane.cards, locale, refs) }),
  };
}

function cardsOf(
  cards: readonly SampleCard[],
  locale: TemplateLocale,
  refs: SeedRefs,
): Record<string, CardSeed[]> {
  const cells: Record<string, CardSeed[]> = {};
  for (const card of cards)
    (cells[card.in] ??= []).push(cardSeed(card, locale, refs));
  return cells;
}

function cardSeed(
  { text, colour, metric, decision, score, task }: SampleCard,
  locale: TemplateLocale,
  { stakeholders }: SeedRefs,
): CardSeed {
  const stakeholderId = task && stakeholders[task.stakeholder];
  return {
    text: text[locale],
    colour,
    metric,
    decision: decision && {
      status: decision.status,
      reason: decision.reason[locale],
    },
    score,
    task: task && stakeholderId && { status: task.status, stakeholderId },
  };
}
