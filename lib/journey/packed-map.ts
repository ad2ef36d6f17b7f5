import type { CardId, CellKey, ColumnId, LaneId } from "./ids";
import type { Card, JourneyMap, Lane, Stage } from "./journey-map";
import { LANE_KIND_INFO } from "./vocabulary";

type More = Partial<Omit<Card, "id" | "text" | "laneId" | "columnId">>;

/** A card as it travels: its place is that of its list, and what it does not have is not there. */
type PackedCard =
  | readonly [id: CardId, text: string]
  | readonly [id: CardId, text: string, more: More];

/** The parts that a map is packed into; its cells are named by the number of their lane and of their column. */
interface Packing extends Omit<JourneyMap, "cells"> {
  readonly cells: Readonly<Record<string, readonly PackedCard[]>>;
}

declare const packed: unique symbol;

/**
 * A map as a page carries it: nine tenths of it are cards, and most of each card is what its cell says of it already
 * or what it does not have. As one text, because what carries it looks at each thing of an object three times.
 */
export type PackedMap = string & { readonly [packed]: true };

/** What all cards of a cell have in common, and what a card has unless it says otherwise. */
function usual(lanes: ReadonlyMap<LaneId, Lane>, key: CellKey) {
  const [laneId, columnId] = key.split(":") as [LaneId, ColumnId];
  const lane = lanes.get(laneId);
  const kind = (lane && LANE_KIND_INFO[lane.kind].cardKind) ?? "text";
  const nothing = { colour: null, metric: null, decision: null };
  return { kind, laneId, columnId, ...nothing, score: null, task: null };
}

const lanesOf = ({ lanes }: Pick<JourneyMap, "lanes">) =>
  new Map(lanes.map((lane) => [lane.id, lane]));

const columnsOf = (stages: readonly Stage[]): readonly ColumnId[] =>
  stages.flatMap(({ id, touchpoints }) => [
    id,
    ...touchpoints.map((touchpoint) => touchpoint.id),
  ]);

/** The numbers of a lane and a column, where both are on the map. */
const SHORT_KEY = /^(\d+)\.(\d+)$/;

/** Maps that were packed, by themselves: while nothing is written the same one is asked for again and again. */
const known = new WeakMap<JourneyMap, PackedMap>();

export function packMap(map: JourneyMap): PackedMap {
  const before = known.get(map);
  if (before !== undefined) return before;
  const lanes = lanesOf(map);
  const laneNumbers = new Map<string, number>(
    map.lanes.map(({ id }, at) => [id, at]),
  );
  const columnNumbers = new Map<string, number>(
    columnsOf(map.stages).map((id, at) => [id, at]),
  );
  const short = (name: string): string => {
    const [lane = "", column = ""] = name.split(":");
    const at = [laneNumbers.get(lane), columnNumbers.get(column)];
    return at.includes(undefined) ? name : at.join(".");
  };
  const cells = Object.entries(map.cells).map(([name, cards]) => {
    const common = usual(lanes, name as CellKey);
    const list = cards.map(({ id, text, ...rest }): PackedCard => {
      const more = Object.entries(rest).filter(
        ([key, value]) => common[key as keyof typeof common] !== value,
      );
      return more.length === 0
        ? [id, text]
        : [id, text, Object.fromEntries(more)];
    });
    return [short(name), list] as const;
  });
  const packing: Packing = { ...map, cells: Object.fromEntries(cells) };
  const text = JSON.stringify(packing) as PackedMap;
  known.set(map, text);
  return text;
}

export function unpackMap(text: PackedMap): JourneyMap {
  const packing = JSON.parse(text) as Packing;
  const lanes = lanesOf(packing);
  const columns = columnsOf(packing.stages);
  const long = (name: string): CellKey => {
    const [, lane, column] = SHORT_KEY.exec(name) ?? [];
    if (lane === undefined) return name as CellKey;
    const laneId = packing.lanes[Number(lane)]?.id;
    return `${laneId}:${columns[Number(column)]}` as CellKey;
  };
  const cells = Object.entries(packing.cells).map(([name, cards]) => {
    const key = long(name);
    const { kind, ...common } = usual(lanes, key);
    const card = ([id, words, more]: PackedCard): Card => ({
      id,
      kind,
      text: words,
      ...common,
      ...more,
    });
    return [key, cards.map(card)] as const;
  });
  return { ...packing, cells: Object.fromEntries(cells) };
}
