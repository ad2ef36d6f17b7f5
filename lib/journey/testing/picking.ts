import * as Y from "yjs";
import { findRoot } from "../document";
import type { EntityRoot } from "../document";
import { asId } from "../ids";
import type {
  AnyId,
  CardId,
  ColumnId,
  LaneId,
  StageId,
  TouchpointId,
} from "../ids";
import type { Person } from "./world";

export function choose<T>(list: readonly T[], pick: number): T | undefined {
  return list[pick % Math.max(1, list.length)];
}

/** Ids of one kind, live or deleted. */
export function idsIn<T extends AnyId>(
  person: Person,
  root: EntityRoot,
  isLive = true,
): T[] {
  const ids: T[] = [];
  for (const [id, entity] of findRoot(person.doc, root)?.entries() ?? []) {
    if (entity instanceof Y.Map && entity.has("del") !== isLive)
      ids.push(asId<T>(id));
  }
  return ids;
}

/** Another one of the list to stand before, or null for the end. */
export function beforeIn<T>(list: readonly T[], pick: number): T | null {
  return pick % 3 === 0 ? null : (choose(list, pick) ?? null);
}

export interface Cell {
  readonly laneId: LaneId;
  readonly columnId: ColumnId;
}

/** A cell that cards can stand in, if the chosen lane has any. */
export function cellAt(
  person: Person,
  lanePick: number,
  columnPick: number,
): Cell | null {
  const laneId = choose(idsIn<LaneId>(person, "lanes"), lanePick);
  const lane: unknown = laneId && findRoot(person.doc, "lanes")?.get(laneId);
  if (!laneId || !(lane instanceof Y.Map)) return null;
  const root = lane.get("span") === "stage" ? "stages" : "touchpoints";
  const columnId = choose(
    idsIn<StageId & TouchpointId>(person, root),
    columnPick,
  );
  return columnId ? { laneId, columnId } : null;
}

/** A card of a cell to stand before, or null for its end. */
export function cardBefore(
  person: Person,
  cell: Cell,
  pick: number,
): CardId | null {
  const inside = idsIn<CardId>(person, "cards").filter((id) => {
    const card: unknown = findRoot(person.doc, "cards")?.get(id);
    const loc: unknown = card instanceof Y.Map ? card.get("loc") : null;
    return (
      Array.isArray(loc) && loc[0] === cell.columnId && loc[1] === cell.laneId
    );
  });
  return beforeIn(inside, pick);
}
