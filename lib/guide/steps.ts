import type { EntityId, LaneId } from "../journey/ids";
import type { JourneyMap, Touchpoint } from "../journey/journey-map";
import type { LaneKind } from "../journey/vocabulary";

/** The three steps from an empty map to a better journey, each with what belongs to it. */
export const GUIDE = {
  who: ["persona", "scenario", "word"],
  contacts: ["stages", "touchpoints", "channels", "messages"],
  optimise: ["emotions", "pains", "owners", "actions", "review"],
} as const;
export const GUIDE_STEPS = ["who", "contacts", "optimise"] as const;
export type GuideStepId = (typeof GUIDE_STEPS)[number];
export type GuideItemId = (typeof GUIDE)[GuideStepId][number];

export interface GuideItem {
  readonly id: GuideItemId;
  readonly isDone: boolean;
  /** How many places still lack it. */
  readonly missing: number;
  /** The first place on the map where it is done; null where it is done beside the map. */
  readonly at: EntityId | null;
}

export interface GuideStep {
  readonly id: GuideStepId;
  readonly items: readonly GuideItem[];
  readonly done: number;
}

/** What is done on a map and what is next, read off the map alone. */
export function guideOf(map: JourneyMap): readonly GuideStep[] {
  return GUIDE_STEPS.map((id) => {
    const items = GUIDE[id].map((item) => itemOf(item, map));
    return { id, items, done: items.filter(({ isDone }) => isDone).length };
  });
}

function itemOf(id: GuideItemId, map: JourneyMap): GuideItem {
  switch (id) {
    case "persona":
      return beside(id, map.personas.length > 0);
    case "scenario":
      return beside(id, map.meta.scenario.trim() !== "");
    case "word":
      return beside(id, map.meta.customerWord.trim() !== "");
    case "review":
      return beside(id, map.meta.reviewEveryDays !== null);
    case "stages":
      return stages(map);
    case "touchpoints":
      return touchpoints(map);
    case "channels":
      return each(id, map, ({ channels }) => channels.length > 0);
    case "messages":
      return each(id, map, ({ message }) => message.trim() !== "");
    case "emotions":
      return each(id, map, ({ emotions }) => Object.keys(emotions).length > 0);
    case "owners":
      return each(id, map, ({ owners }) =>
        owners.some(({ role }) => role === "responsible"),
      );
    case "pains":
      return cards(id, map, "pain");
    case "actions":
      return cards(id, map, "action");
  }
}

function beside(id: GuideItemId, isDone: boolean): GuideItem {
  return { id, isDone, missing: isDone ? 0 : 1, at: null };
}

function stages(map: JourneyMap): GuideItem {
  const nameless = map.stages.filter(({ title }) => title.trim() === "");
  const isDone = map.stages.length > 0 && nameless.length === 0;
  const missing = isDone ? 0 : Math.max(1, nameless.length);
  const at = nameless[0]?.id ?? map.stages[0]?.id ?? null;
  return { id: "stages", isDone, missing, at };
}

function touchpoints(map: JourneyMap): GuideItem {
  const bare = map.stages.filter((stage) => stage.touchpoints.length === 0);
  const isDone = map.stages.length > 0 && bare.length === 0;
  const missing = isDone ? 0 : Math.max(1, bare.length);
  const at = bare[0]?.id ?? map.stages[0]?.id ?? null;
  return { id: "touchpoints", isDone, missing, at };
}

/** Something that every touchpoint has; a map without touchpoints has none of it. */
function each(
  id: GuideItemId,
  map: JourneyMap,
  has: (touchpoint: Touchpoint) => boolean,
): GuideItem {
  const all = map.stages.flatMap((stage) => stage.touchpoints);
  const lacking = all.filter((touchpoint) => !has(touchpoint));
  const isDone = all.length > 0 && lacking.length === 0;
  const missing = isDone ? 0 : Math.max(1, lacking.length);
  return { id, isDone, missing, at: (lacking[0] ?? all[0])?.id ?? null };
}

/** At least one card in a lane of a kind. */
function cards(id: GuideItemId, map: JourneyMap, kind: LaneKind): GuideItem {
  const lanes = map.lanes.filter((lane) => lane.kind === kind);
  const ids = new Set<string>(lanes.map((lane) => lane.id));
  const isDone = Object.values(map.cells).some((held) =>
    held.some(({ laneId }) => laneId !== null && ids.has(laneId as LaneId)),
  );
  return { id, isDone, missing: isDone ? 0 : 1, at: lanes[0]?.id ?? null };
}
