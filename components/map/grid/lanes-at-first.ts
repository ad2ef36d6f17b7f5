import type { Card, JourneyMap } from "@/lib/journey/journey-map";
import { laneIn } from "../map-index";
import { cellsOf } from "./cells-of";
import { cardsKey } from "./shape";
import type { GridShape, LaneRow } from "./shape";

/** What a large screen shows of a map; what lies further down is not worth waiting for. */
const SCREEN_PIXELS = 1_440;
/** However low its lanes are, so many cells are sent at most, or so many lanes where they are long. */
const CELLS = 320;
const LANES = 8;

/** How many lanes of a map are drawn with its first sight. */
export function lanesAtFirst(
  shape: GridShape,
  map: Pick<JourneyMap, "lanes" | "cells">,
): number {
  const { lanes, leaves } = shape;
  const fitting = Math.floor(CELLS / Math.max(1, leaves.length));
  const most = Math.min(lanes.length, Math.max(LANES, fitting));
  let pixels = 0;
  let count = 0;
  for (const lane of lanes.slice(0, most)) {
    if (pixels >= SCREEN_PIXELS) break;
    pixels += leastHeight(shape, lane, map);
    count += 1;
  }
  return count;
}

// A lane that is lower than it was taken for would leave a gap, so all of these are rather too little than too much.
const LETTERS_IN_LINE = 40;
const MOST_LINES = 12;
const LINE = 20;
const CARD_EDGES = 14;
const CELL_EDGES = 14;
const GAP = 6;
const LOW_LANE = 36;
const LANE = 64;

/** How high a lane is at least, by the words in it. */
function leastHeight(
  shape: GridShape,
  { key, kind, collapsed }: LaneRow,
  map: Pick<JourneyMap, "lanes" | "cells">,
): number {
  if (collapsed || kind === "line") return LOW_LANE;
  const own = laneIn(map, key)?.height ?? LANE;
  const heights = cellsOf(shape, key).map((cell) => {
    const name = cardsKey(cell);
    const cards = (name && map.cells[name]) ?? [];
    const each = cards.map(heightOf);
    // Over several columns cards stand side by side.
    const stacked = cell.to > cell.from ? Math.max(0, ...each) : sum(each);
    return stacked + CELL_EDGES;
  });
  return Math.max(own, ...heights);
}

function heightOf({ text }: Card): number {
  const lines = Math.max(1, Math.ceil(text.length / LETTERS_IN_LINE));
  return Math.min(lines, MOST_LINES) * LINE + CARD_EDGES + GAP;
}

const sum = (numbers: readonly number[]) =>
  numbers.reduce((total, number) => total + number, 0);
