import type {
  CardId,
  CellKey,
  ColumnId,
  LaneId,
  StageId,
  TouchpointId,
} from "@/lib/journey/ids";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { LANE_KIND_INFO } from "@/lib/journey/vocabulary";
import type { Place, Subject } from "./places";

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** The pointer over the grid of a map. */
interface Over {
  readonly grid: HTMLElement;
  readonly map: JourneyMap;
  readonly at: Spot;
}

/** Where a held thing would land under the pointer; null where it cannot. */
export function placeUnder(over: Over, subject: Subject): Place | null {
  switch (subject.kind) {
    case "stage":
      return stageUnder(over);
    case "lane":
      return laneUnder(over);
    case "touchpoint":
      return touchpointUnder(over);
    case "card":
      return cardUnder(over, subject.id);
  }
}

function boxesOf(
  grid: HTMLElement,
  selector: string,
): { element: HTMLElement; box: DOMRect }[] {
  return [...grid.querySelectorAll<HTMLElement>(selector)].map((element) => ({
    element,
    box: element.getBoundingClientRect(),
  }));
}

/** The id that follows, and null at the end. */
function following<Id extends string>(
  list: readonly { readonly id: Id }[],
  id: string,
): Id | null {
  return list[list.findIndex((item) => item.id === id) + 1]?.id ?? null;
}

function stageUnder({ grid, map, at }: Over): Place | null {
  const { x } = at;
  const hit = boxesOf(grid, '[data-cell][data-drag="stage"]').find(
    ({ box }) => x >= box.left && x < box.right,
  );
  const id = hit?.element.dataset.id;
  if (!hit || !id) return null;
  const isBefore = x < hit.box.left + hit.box.width / 2;
  return {
    kind: "stage",
    before: isBefore ? (id as StageId) : following(map.stages, id),
  };
}

function laneUnder({ grid, map, at }: Over): Place | null {
  const { y } = at;
  const hit = boxesOf(grid, "[data-lane]").find(
    ({ box }) => y >= box.top && y < box.bottom,
  );
  const id = hit?.element.dataset.lane;
  if (!hit || !id) return null;
  const isBefore = y < hit.box.top + hit.box.height / 2;
  return {
    kind: "lane",
    before: isBefore ? (id as LaneId) : following(map.lanes, id),
  };
}

function touchpointUnder({ grid, map, at }: Over): Place | null {
  const { x } = at;
  const hit = boxesOf(grid, '[data-row="touchpoints"]').find(
    ({ box }) => x >= box.left && x < box.right,
  );
  const leaf = hit?.element.dataset.leaf;
  if (!hit || !leaf) return null;
  const stage = map.stages.find(
    ({ id, touchpoints }) =>
      id === leaf || touchpoints.some((point) => point.id === leaf),
  );
  if (!stage) return null;
  if (stage.id === leaf)
    return { kind: "touchpoint", stageId: stage.id, before: null };
  const isBefore = x < hit.box.left + hit.box.width / 2;
  const before = isBefore
    ? (leaf as TouchpointId)
    : following(stage.touchpoints, leaf);
  return { kind: "touchpoint", stageId: stage.id, before };
}

function cardUnder({ grid, map, at }: Over, own: CardId): Place | null {
  const cell = document
    .elementsFromPoint(at.x, at.y)
    .map((element) => element.closest<HTMLElement>("[data-cell]"))
    .find((element) => element !== null && grid.contains(element));
  const { row, leaf } = cell?.dataset ?? {};
  const lane = map.lanes.find(({ id }) => id === row);
  if (!cell || !leaf || !lane || !LANE_KIND_INFO[lane.kind].holdsCards)
    return null;
  const columnId = (cell.dataset.cell?.split("/")[1] ?? "") as ColumnId;
  if (columnId.length < leaf.length || cell.getAttribute("role") !== "gridcell")
    return null;
  const cards = map.cells[`${lane.id}:${columnId}` as CellKey] ?? [];
  const before = cardBefore(cell, own, at);
  const known = cards.some(({ id }) => id === before);
  return {
    kind: "card",
    laneId: lane.id,
    columnId,
    before: known ? before : null,
  };
}

/** The card that the pointer is in front of, reading order across a wide cell included. */
function cardBefore(
  cell: HTMLElement,
  own: CardId,
  { x, y }: Spot,
): CardId | null {
  const others = boxesOf(cell, "[data-card]").filter(
    ({ element }) => element.dataset.card !== own,
  );
  const isWide = others.some(({ box }) => box.left !== others[0]?.box.left);
  const next = others.find(({ box }) => {
    const middle = box.top + box.height / 2;
    if (!isWide) return y < middle;
    return y < box.top || (y < box.bottom && x < box.left + box.width / 2);
  });
  return (next?.element.dataset.card as CardId | undefined) ?? null;
}
