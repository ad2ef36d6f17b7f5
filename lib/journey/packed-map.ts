import type { CardId, CellKey, ColumnId, LaneId } from "./ids";
import type { Card, JourneyMap, Lane } from "./journey-map";
import { LANE_KIND_INFO } from "./vocabulary";

type More = Partial<Omit<Card, "id" | "text" | "laneId" | "columnId">>;

/** A card as it travels: its place is that of its list, and what it does not have is not there. */
type PackedCard =
  | readonly [id: CardId, text: string]
  | readonly [id: CardId, text: string, more: More];

/**
 * A map as a page carries it: nine tenths of it are cards, and most of each card is what its cell says of it already
 * or what it does not have.
 */
export interface PackedMap extends Omit<JourneyMap, "cells"> {
  readonly cells: Readonly<Record<CellKey, readonly PackedCard[]>>;
}

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

export function packMap(map: JourneyMap): PackedMap {
  const lanes = lanesOf(map);
  const cells = Object.entries(map.cells).map(([name, cards]) => {
    const common = usual(lanes, name as CellKey);
    const packed = cards.map(({ id, text, ...rest }): PackedCard => {
      const more = Object.entries(rest).filter(
        ([key, value]) => common[key as keyof typeof common] !== value,
      );
      return more.length === 0
        ? [id, text]
        : [id, text, Object.fromEntries(more)];
    });
    return [name, packed] as const;
  });
  return { ...map, cells: Object.fromEntries(cells) };
}

export function unpackMap(packed: PackedMap): JourneyMap {
  const lanes = lanesOf(packed);
  const cells = Object.entries(packed.cells).map(([name, cards]) => {
    const { kind, ...common } = usual(lanes, name as CellKey);
    const card = ([id, text, more]: PackedCard): Card => ({
      id,
      kind,
      text,
      ...common,
      ...more,
    });
    return [name, cards.map(card)] as const;
  });
  return { ...packed, cells: Object.fromEntries(cells) };
}
