import { cellKey } from "./ids";
import type { CellKey } from "./ids";
import type { Card, Issue } from "./journey-map";
import { LAST } from "./lists";
import { MAX_CARDS } from "./limits";
import { comparePlaced } from "./order";
import { isSameJson } from "./plain";
import type { RecordOf } from "./records";
import { shareArray, shareRecord } from "./share";
import type { Tables } from "./tables";
import { LANE_KIND_INFO } from "./vocabulary";
import type { Columns } from "./assemble-columns";

export interface Cells {
  readonly cells: Readonly<Record<CellKey, readonly Card[]>>;
  readonly tray: readonly Card[];
  /** For every live card what its place was made of. */
  readonly places: ReadonlyMap<string, Place>;
  readonly issues: readonly Issue[];
}

interface Place {
  readonly cell: CellKey | null;
  readonly pos: string;
  readonly from: Card;
}

type Spans = Columns["spans"];

/** Cards in their cells, and those that lost their column or lane. */
export function assembleCells(
  tables: Tables,
  spans: Spans,
  before: Cells | null,
): Cells {
  const issues: Issue[] = [];
  const groups = new Map<CellKey, RecordOf<Card>[]>();
  const lost: RecordOf<Card>[] = [];
  const places = new Map<string, Place>();
  for (const record of tables.cards.values()) {
    if (record.del !== null) continue;
    const cell = cellOf(tables, spans, { record, issues });
    places.set(record.id, { cell, pos: record.pos, from: record.value });
    if (cell === null) lost.push(record);
    else if (groups.has(cell)) groups.get(cell)!.push(record);
    else groups.set(cell, [record]);
  }
  if (places.size > MAX_CARDS)
    issues.push({ code: "too_many_cards", entity: null, key: null });
  const cells: Record<CellKey, readonly Card[]> = {};
  for (const [cell, records] of groups) {
    cells[cell] = shareArray(before?.cells[cell], inOrder(tables, records));
  }
  return {
    cells: shareRecord(before?.cells, cells) as Cells["cells"],
    tray: shareArray(before?.tray, inOrder(tables, lost)),
    places,
    issues,
  };
}

/**
 * Puts changed cards where they already are; null if one of them moved, came or went.
 *
 * Typing is by far the most frequent change, and it must not cost a look at every card.
 */
export function patchCells(
  tables: Tables,
  ids: ReadonlySet<string>,
  before: Cells,
): Cells | null {
  if (ids.size === 0) return before;
  const cells = { ...before.cells };
  const keys = new Set<CellKey>();
  let tray = before.tray;
  for (const id of ids) {
    const record = tables.cards.get(id);
    const place = before.places.get(id);
    if (record === undefined || place === undefined || !isStill(record, place))
      return null;
    const card = ofItsLane(tables, record.value);
    const put = (list: readonly Card[]) =>
      list.map((held) => (held.id === id ? card : held));
    if (place.cell === null) tray = shareArray(tray, put(tray));
    else {
      keys.add(place.cell);
      cells[place.cell] = shareArray(
        cells[place.cell],
        put(cells[place.cell]!),
      );
    }
  }
  // Or each would keep the one before it, back to the first.
  patches.delete(before.cells);
  patches.set(cells, { before: before.cells, keys });
  return { ...before, cells, tray };
}

type CellRecord = Cells["cells"];

/** Of cells that were made of others: of which, and what may be another there. */
const patches = new WeakMap<
  CellRecord,
  { readonly before: CellRecord; readonly keys: ReadonlySet<CellKey> }
>();

/** The cells that may hold something else than before; null where that is not known, and all have to be compared. */
export function patchedCells(
  before: CellRecord,
  now: CellRecord,
): ReadonlySet<CellKey> | null {
  const patch = patches.get(now);
  return patch?.before === before ? patch.keys : null;
}

function isStill(record: RecordOf<Card>, { pos, from }: Place): boolean {
  const { laneId, columnId, kind } = record.value;
  const isSamePlace =
    laneId === from.laneId && columnId === from.columnId && pos === record.pos;
  return record.del === null && isSamePlace && kind === from.kind;
}

function inOrder(tables: Tables, records: RecordOf<Card>[]): Card[] {
  return records
    .sort(comparePlaced)
    .map(({ value }) => ofItsLane(tables, value));
}

function cellOf(
  tables: Tables,
  spans: Spans,
  { record, issues }: { record: RecordOf<Card>; issues: Issue[] },
): CellKey | null {
  const { laneId, columnId } = record.value;
  const note = (code: Issue["code"]) =>
    issues.push({ code, entity: record.id, key: null });
  if (laneId === null || columnId === null || record.pos === LAST) {
    note("bad_place");
    return null;
  }
  const lane = tables.lanes.get(laneId);
  const isKnown =
    tables.stages.has(columnId) || tables.touchpoints.has(columnId);
  if (lane === undefined) note("unknown_lane");
  if (!isKnown) note("unknown_column");
  if (lane === undefined || lane.del !== null) return null;
  if (!LANE_KIND_INFO[lane.value.kind].holdsCards) {
    note("lane_holds_no_cards");
    return null;
  }
  return spans.get(columnId) === lane.value.span
    ? cellKey(laneId, columnId)
    : null;
}

/** Cards take the kind of the lane they are in; one derived card for each, so that identity holds. */
const derived = new WeakMap<Card, Card>();

function ofItsLane(tables: Tables, card: Card): Card {
  const lane = card.laneId === null ? undefined : tables.lanes.get(card.laneId);
  const kind =
    lane === undefined ? null : LANE_KIND_INFO[lane.value.kind].cardKind;
  if (kind === null || kind === card.kind) return card;
  const held = derived.get(card);
  if (held?.kind === kind) return held;
  const fresh: Card = { ...card, kind };
  const shown = tables.shown.get(card.id);
  const made = isSameJson(shown, fresh) ? (shown as Card) : fresh;
  derived.set(card, made);
  return made;
}
