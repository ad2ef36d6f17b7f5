import { cellKey } from "@/lib/journey/ids";
import type {
  CardId,
  ColumnId,
  LaneId,
  StageId,
  TouchpointId,
} from "@/lib/journey/ids";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { LANE_KIND_INFO } from "@/lib/journey/vocabulary";
import type { Direction } from "./navigation";

/** What can be moved. */
export type Subject =
  | { readonly kind: "stage"; readonly id: StageId }
  | { readonly kind: "touchpoint"; readonly id: TouchpointId }
  | { readonly kind: "lane"; readonly id: LaneId }
  | { readonly kind: "card"; readonly id: CardId };

/** Where it can stand: before another thing of its list, or last. */
export type Place =
  | { readonly kind: "stage"; readonly before: StageId | null }
  | { readonly kind: "lane"; readonly before: LaneId | null }
  | {
      readonly kind: "touchpoint";
      readonly stageId: StageId;
      readonly before: TouchpointId | null;
    }
  | {
      readonly kind: "card";
      readonly laneId: LaneId;
      readonly columnId: ColumnId;
      readonly before: CardId | null;
    };

type Of<K extends Place["kind"]> = Extract<Place, { kind: K }>;

/** Where a thing stands now; null if it is not on the map. */
export function placeOf(map: JourneyMap, subject: Subject): Place | null {
  switch (subject.kind) {
    case "stage":
      return inList(map.stages, subject.id, (before) => ({
        kind: "stage",
        before,
      }));
    case "lane":
      return inList(map.lanes, subject.id, (before) => ({
        kind: "lane",
        before,
      }));
    case "touchpoint": {
      const stage = map.stages.find(({ touchpoints }) =>
        touchpoints.some(({ id }) => id === subject.id),
      );
      if (!stage) return null;
      return inList(stage.touchpoints, subject.id, (before) => ({
        kind: "touchpoint",
        stageId: stage.id,
        before,
      }));
    }
    case "card": {
      const cell = Object.values(map.cells).find((cards) =>
        cards.some(({ id }) => id === subject.id),
      );
      const { laneId, columnId } = cell?.[0] ?? {};
      if (!cell || !laneId || !columnId) return null;
      return inList(cell, subject.id, (before) => ({
        kind: "card",
        laneId,
        columnId,
        before,
      }));
    }
  }
}

/** Everything that stands in the list of a place. */
export function listAt(
  map: JourneyMap,
  place: Place,
): readonly { readonly id: string }[] {
  switch (place.kind) {
    case "stage":
      return map.stages;
    case "lane":
      return map.lanes;
    case "touchpoint":
      return (
        map.stages.find(({ id }) => id === place.stageId)?.touchpoints ?? []
      );
    case "card":
      return map.cells[cellKey(place.laneId, place.columnId)] ?? [];
  }
}

/** The same place, told by a neighbour that does not move along. */
export function placeBeside<P extends Place>(
  map: JourneyMap,
  place: P,
  moved: ReadonlySet<string>,
): P {
  const list = listAt(map, place);
  const at = list.findIndex(({ id }) => id === place.before);
  if (at < 0) return place;
  const stays = list.slice(at).find(({ id }) => !moved.has(id));
  return { ...place, before: stays?.id ?? null };
}

function inList<Id extends string>(
  list: readonly { readonly id: Id }[],
  id: string,
  make: (before: Id | null) => Place,
): Place | null {
  const at = list.findIndex((item) => item.id === id);
  return at < 0 ? null : make(list[at + 1]?.id ?? null);
}

/** What is carried over which map, and where it would land now. */
export interface Carried {
  readonly map: JourneyMap;
  readonly subject: Subject;
  readonly place: Place;
}

interface CarriedTo<K extends Place["kind"]> extends Carried {
  readonly place: Of<K>;
}

/** The next place in a direction; null at the edge. The thing itself does not count as a neighbour. */
export function stepPlace(
  carried: Carried,
  direction: Direction,
): Place | null {
  const { map, place } = carried;
  switch (place.kind) {
    case "stage": {
      const before = neighbour(
        without(map.stages, carried),
        place.before,
        sideways(direction),
      );
      return before === undefined ? null : { kind: "stage", before };
    }
    case "lane": {
      const before = neighbour(
        without(map.lanes, carried),
        place.before,
        upright(direction),
      );
      return before === undefined ? null : { kind: "lane", before };
    }
    case "touchpoint":
      return stepTouchpoint({ ...carried, place }, sideways(direction));
    case "card":
      return stepCard({ ...carried, place }, direction);
  }
}

function sideways(direction: Direction): number {
  return direction === "right" ? 1 : direction === "left" ? -1 : 0;
}

function upright(direction: Direction): number {
  return direction === "down" ? 1 : direction === "up" ? -1 : 0;
}

function without<T extends { readonly id: string }>(
  list: readonly T[],
  { subject }: Carried,
): readonly T[] {
  return list.filter(({ id }) => id !== subject.id);
}

/** The place that many steps along a list; undefined past its ends. */
function neighbour<Id extends string>(
  list: readonly { readonly id: Id }[],
  before: Id | null,
  delta: number,
): Id | null | undefined {
  if (delta === 0) return undefined;
  const at =
    before === null ? list.length : list.findIndex(({ id }) => id === before);
  const next = at + delta;
  return at < 0 || next < 0 || next > list.length
    ? undefined
    : (list[next]?.id ?? null);
}

function stepTouchpoint(
  carried: CarriedTo<"touchpoint">,
  delta: number,
): Place | null {
  if (delta === 0) return null;
  const { map, place } = carried;
  const at = map.stages.findIndex(({ id }) => id === place.stageId);
  const here = without(map.stages[at]?.touchpoints ?? [], carried);
  const before = neighbour(here, place.before, delta);
  if (before !== undefined) return { ...place, before };
  const stage = map.stages[at + delta];
  if (!stage) return null;
  const first = without(stage.touchpoints, carried)[0]?.id ?? null;
  return {
    kind: "touchpoint",
    stageId: stage.id,
    before: delta > 0 ? first : null,
  };
}

function stepCard(
  carried: CarriedTo<"card">,
  direction: Direction,
): Place | null {
  const { map, place } = carried;
  const delta = upright(direction);
  if (delta === 0) return cardSideways(map, place, sideways(direction));
  const cards = without(
    map.cells[cellKey(place.laneId, place.columnId)] ?? [],
    carried,
  );
  const before = neighbour(cards, place.before, delta);
  return before === undefined
    ? cardToLane(carried, delta)
    : { ...place, before };
}

/** To the neighbouring column of the same lane, at its end. */
function cardSideways(
  map: JourneyMap,
  place: Of<"card">,
  delta: number,
): Place | null {
  const lane = map.lanes.find(({ id }) => id === place.laneId);
  if (!lane) return null;
  const columns = columnsOf(map, lane.span);
  const columnId = columns[columns.indexOf(place.columnId) + delta];
  return columnId ? { ...place, columnId, before: null } : null;
}

function columnsOf(map: JourneyMap, span: "stage" | "touchpoint"): ColumnId[] {
  return span === "stage"
    ? map.stages.map(({ id }) => id)
    : map.stages.flatMap(({ touchpoints }) => touchpoints.map(({ id }) => id));
}

/** To the next lane that holds cards: entered from above at its first card, from below at its end. */
function cardToLane(carried: CarriedTo<"card">, delta: number): Place | null {
  const { map, place } = carried;
  const at = map.lanes.findIndex(({ id }) => id === place.laneId);
  for (let index = at + delta; map.lanes[index]; index += delta) {
    const lane = map.lanes[index];
    if (!lane || !LANE_KIND_INFO[lane.kind].holdsCards || lane.collapsed)
      continue;
    const columnId = columnIn(map, lane.span, place.columnId);
    if (!columnId) continue;
    const cards = without(map.cells[cellKey(lane.id, columnId)] ?? [], carried);
    const before = delta > 0 ? (cards[0]?.id ?? null) : null;
    return { kind: "card", laneId: lane.id, columnId, before };
  }
  return null;
}

/** The column of a span that stands over or under another one; null under a stage without touchpoints. */
function columnIn(
  map: JourneyMap,
  span: "stage" | "touchpoint",
  columnId: ColumnId,
): ColumnId | null {
  const stage = map.stages.find(
    ({ id, touchpoints }) =>
      id === columnId || touchpoints.some((point) => point.id === columnId),
  );
  if (!stage) return null;
  if (span === "stage") return stage.id;
  return stage.id === columnId ? (stage.touchpoints[0]?.id ?? null) : columnId;
}

export function isSamePlace(a: Place | null, b: Place | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
