import * as Y from "yjs";
import { findRoot } from "../document";
import type { EntityRoot } from "../document";
import type { JourneyMap } from "../journey-map";
import { comparePlaced } from "../order";
import { sortedJson } from "../plain";
import { diffRows, projectRows } from "../projection";
import { PROJECTION_KEYS } from "../projection-rows";
import type { ProjectionRows, ProjectionTable } from "../projection-rows";
import { resolve } from "../resolve";

export function assertThat(holds: boolean, promise: string): asserts holds {
  if (!holds) throw new Error(promise);
}

/** I2, I3, I4: what must hold in any replica at any time. */
export function assertWholeMap(doc: Y.Doc, map: JourneyMap): void {
  assertCards(doc, map);
  assertColumns(doc, map);
}

function assertCards(doc: Y.Doc, map: JourneyMap): void {
  const columns = new Set<string>(
    map.stages.flatMap(({ id, touchpoints }) => [
      id,
      ...touchpoints.map((held) => held.id),
    ]),
  );
  const lanes = new Set<string>(map.lanes.map(({ id }) => id));
  const shown: string[] = map.tray.cards.map(({ id }) => id);
  for (const [key, cards] of Object.entries(map.cells)) {
    const [laneId = "", columnId = ""] = key.split(":");
    assertThat(
      lanes.has(laneId) && columns.has(columnId),
      `I3: cell ${key} is not on the grid`,
    );
    for (const { id } of cards) shown.push(id);
    const places = cards.map(({ id }) => ({
      id,
      pos: placeIn(doc, "cards", id),
    }));
    assertThat(isSorted(places), `I4: cell ${key} is out of order`);
  }
  const live = liveIn(doc, "cards");
  assertThat(
    shown.length === live.length && new Set(shown).size === shown.length,
    `I2: ${live.length} live cards, ${shown.length} shown`,
  );
  assertThat(
    live.every((id) => shown.includes(id)),
    "I2: a live card is not shown",
  );
}

function assertColumns(doc: Y.Doc, map: JourneyMap): void {
  const stages = map.stages.map(({ id }) => ({
    id,
    pos: placeIn(doc, "stages", id),
  }));
  assertThat(isSorted(stages), "I4: stages are out of order");
  const lanes = map.lanes.map(({ id }) => ({
    id,
    pos: placeIn(doc, "lanes", id),
  }));
  assertThat(isSorted(lanes), "I4: lanes are out of order");
  const placed = map.stages.flatMap(({ touchpoints }) => {
    const places = touchpoints.map(({ id }) => ({
      id,
      pos: placeIn(doc, "touchpoints", id),
    }));
    assertThat(isSorted(places), "I4: touchpoints are out of order");
    return places;
  });
  const count = placed.length + map.tray.touchpoints.length;
  assertThat(
    count === liveIn(doc, "touchpoints").length,
    "I2: a live touchpoint is not shown once",
  );
  assertThat(
    stages.length === liveIn(doc, "stages").length,
    "I2: a live stage is not shown once",
  );
  assertThat(
    lanes.length === liveIn(doc, "lanes").length,
    "I2: a live lane is not shown once",
  );
}

/** A stand-in for the projection tables, kept by differences alone. */
export class RowStore {
  private readonly rows = new Map<string, object>();
  private last: ProjectionRows | null = null;

  /** I8: applies the difference to the last map and compares with rows made from nothing. */
  follow(live: JourneyMap, doc: Y.Doc): void {
    const scope = { workspaceId: "w", journeyId: "j" };
    const next = projectRows(live, scope);
    const changes = diffRows(this.last, next);
    this.last = next;
    for (const table of Object.keys(PROJECTION_KEYS) as ProjectionTable[]) {
      for (const row of changes[table].remove)
        this.rows.delete(keyOf(table, row));
      for (const row of changes[table].upsert)
        this.rows.set(keyOf(table, row), row);
    }
    const anew = projectRows(resolve(doc), scope);
    const expected = (
      Object.keys(PROJECTION_KEYS) as ProjectionTable[]
    ).flatMap((table) =>
      anew[table].map((row) => [keyOf(table, row), row] as const),
    );
    assertThat(
      sortedJson(Object.fromEntries(this.rows)) ===
        sortedJson(Object.fromEntries(expected)),
      "I8: rows kept by differences are not those of the map",
    );
  }
}

function keyOf(table: ProjectionTable, row: object): string {
  const values: Readonly<Record<string, unknown>> = { ...row };
  return [
    table,
    ...PROJECTION_KEYS[table].map((column) => values[column]),
  ].join("/");
}

function liveIn(doc: Y.Doc, root: EntityRoot): string[] {
  const ids: string[] = [];
  for (const [id, entity] of findRoot(doc, root)?.entries() ?? []) {
    if (entity instanceof Y.Map && !entity.has("del")) ids.push(id);
  }
  return ids;
}

function placeIn(doc: Y.Doc, root: EntityRoot, id: string): string {
  const entity: unknown = findRoot(doc, root)?.get(id);
  if (!(entity instanceof Y.Map)) return "";
  const loc: unknown = entity.get("loc");
  return String(Array.isArray(loc) ? loc.at(-1) : entity.get("pos"));
}

function isSorted(
  list: readonly { readonly id: string; readonly pos: string }[],
): boolean {
  return list.every(
    (item, index) => index === 0 || comparePlaced(list[index - 1]!, item) < 0,
  );
}
