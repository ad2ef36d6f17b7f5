import * as Y from "yjs";
import { ENTITY_ROOTS, entityOf, findRoot } from "./document";
import type { EntityRoot, YEntity } from "./document";
import { isId } from "./ids";
import type { ColumnId, LaneId, StageId } from "./ids";
import { readAs } from "./kind";
import { comparePlaced, isOrderKey, placeAt } from "./order";
import type { Placed, Placement } from "./order";
import { isPlainJson } from "./plain";
import { cardLoc, del, touchpointLoc } from "./schema";
import type { Deletion } from "./schema";

/** Sorts behind every valid key: where a list has no tray, an item with a malformed key stands last. */
export const LAST = "~";

/** Who deleted an entity and when; null if it is live. */
export function deletionOf(entity: YEntity): Deletion | null {
  const value = entity.get("del");
  if (value === undefined || !isPlainJson(value)) return null;
  return readAs(del, value) ?? null;
}

/** Who deleted a thing, alone or with what it stood in; null if it is live or nobody knows it. */
export function deleterOf(doc: Y.Doc, id: string): string | null {
  const entities = isId(id)
    ? ENTITY_ROOTS.flatMap((root) => entityOf(doc, root, id) ?? [])
    : [];
  return entities.map((entity) => deletionOf(entity)?.by ?? null)[0] ?? null;
}

/** The Y.Map of an entity that is there and not deleted. */
export function liveEntity(
  doc: Y.Doc,
  root: EntityRoot,
  id: string,
): YEntity | null {
  const entity = isId(id) ? entityOf(doc, root, id) : null;
  return entity === null || deletionOf(entity) !== null ? null : entity;
}

export function* entitiesIn(
  root: Y.Map<unknown> | null,
): Generator<[string, YEntity]> {
  for (const [id, entity] of root?.entries() ?? []) {
    if (isId(id) && entity instanceof Y.Map) yield [id, entity];
  }
}

export type CardLoc = readonly [ColumnId, LaneId, string];

export function cardLocOf(entity: YEntity): CardLoc | null {
  return readAs(cardLoc, entity.get("loc")) ?? null;
}

export function touchpointLocOf(
  entity: YEntity,
): readonly [StageId, string] | null {
  return readAs(touchpointLoc, entity.get("loc")) ?? null;
}

function sorted(list: Placed[]): Placed[] {
  return list.sort(comparePlaced);
}

/** Live stages, lanes or (of one entity) attachments, in order. */
export function listOf(doc: Y.Doc, root: "stages" | "lanes"): Placed[] {
  const list: Placed[] = [];
  for (const [id, entity] of entitiesIn(findRoot(doc, root))) {
    if (deletionOf(entity) === null) list.push({ id, pos: keyOf(entity) });
  }
  return sorted(list);
}

export function touchpointsOf(doc: Y.Doc, stageId: string): Placed[] {
  const list: Placed[] = [];
  for (const [id, entity] of entitiesIn(findRoot(doc, "touchpoints"))) {
    const loc = touchpointLocOf(entity);
    if (loc?.[0] === stageId && deletionOf(entity) === null)
      list.push({ id, pos: loc[1] });
  }
  return sorted(list);
}

export function cardsIn(
  doc: Y.Doc,
  cell: { laneId: string; columnId: string },
): Placed[] {
  const list: Placed[] = [];
  for (const [id, entity] of findRoot(doc, "cards")?.entries() ?? []) {
    if (!(entity instanceof Y.Map)) continue;
    // The raw place first: parsing all cards of a large map for one move would be felt.
    const raw: unknown = entity.get("loc");
    if (
      !Array.isArray(raw) ||
      raw[0] !== cell.columnId ||
      raw[1] !== cell.laneId
    )
      continue;
    const loc = isId(id) ? cardLocOf(entity) : null;
    if (loc !== null && deletionOf(entity) === null)
      list.push({ id, pos: loc[2] });
  }
  return sorted(list);
}

export function attachmentsOn(doc: Y.Doc, on: string): Placed[] {
  const list: Placed[] = [];
  for (const [id, entity] of entitiesIn(findRoot(doc, "attachments"))) {
    if (entity.get("on") === on && deletionOf(entity) === null)
      list.push({ id, pos: keyOf(entity) });
  }
  return sorted(list);
}

export function personasOf(doc: Y.Doc): Placed[] {
  const list: Placed[] = [];
  for (const [id, pos] of findRoot(doc, "personas")?.entries() ?? []) {
    if (isId(id)) list.push({ id, pos: isOrderKey(pos) ? pos : LAST });
  }
  return sorted(list);
}

export function checklistOf(checklist: Y.Map<unknown>): Placed[] {
  const list: Placed[] = [];
  for (const [id, item] of entitiesIn(checklist)) {
    if (deletionOf(item) === null) list.push({ id, pos: keyOf(item) });
  }
  return sorted(list);
}

export function keyOf(entity: YEntity): string {
  const pos = entity.get("pos");
  return isOrderKey(pos) ? pos : LAST;
}

/** How many live cards a document has. */
export function countLiveCards(doc: Y.Doc): number {
  let count = 0;
  for (const [, card] of entitiesIn(findRoot(doc, "cards")))
    if (deletionOf(card) === null) count += 1;
  return count;
}

/**
 * Places new items before one of the list, or at its end.
 *
 * @returns null if `before` is not in the list.
 */
export function placeBefore(
  list: readonly Placed[],
  before: string | null,
  options: { readonly count?: number; readonly random: () => number },
): Placement | null {
  const index =
    before === null ? list.length : list.findIndex(({ id }) => id === before);
  return index < 0
    ? null
    : placeAt(list, index, {
        count: options.count ?? 1,
        random: options.random,
      });
}
