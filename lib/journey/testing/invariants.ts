import * as Y from "yjs";
import { ENTITY_ROOTS, findRoot } from "../document";
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

/** By what a list is ordered. A mutant may keep that elsewhere than in the entity. */
export type PlaceIn = (doc: Y.Doc, root: EntityRoot, id: string) => string;

/** I2, I3, I4, I5: what must hold in any replica at any time. */
export function assertWholeMap(
  doc: Y.Doc,
  map: JourneyMap,
  placeIn: PlaceIn = placeOf,
): void {
  assertCards(doc, map, placeIn);
  assertColumns(doc, map, placeIn);
  assertTrash(doc, map);
}

/** I5: whatever is deleted lies in the trash, or in that of what it was deleted with. */
function assertTrash(doc: Y.Doc, map: JourneyMap): void {
  const listed = new Set<string>(map.trash.map(({ id }) => id));
  const dead = new Map<string, { entity: Y.Map<unknown>; stamp: string }>();
  for (const root of ENTITY_ROOTS) {
    for (const [id, entity] of findRoot(doc, root)?.entries() ?? []) {
      if (entity instanceof Y.Map && entity.has("del"))
        dead.set(id, { entity, stamp: JSON.stringify(entity.get("del")) });
    }
  }
  for (const [id, { entity, stamp }] of dead) {
    const loc: unknown = entity.get("loc");
    const around = Array.isArray(loc) ? loc.slice(0, -1) : [entity.get("on")];
    const isWithAnother = around.some(
      (other) => dead.get(String(other))?.stamp === stamp,
    );
    assertThat(listed.has(id) || isWithAnother, `I5: no trash holds ${id}`);
  }
  assertThat(
    map.trash.every(({ id }) => dead.has(id)),
    "I5: the trash holds what is live",
  );
}

function assertCards(doc: Y.Doc, map: JourneyMap, placeIn: PlaceIn): void {
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

function assertColumns(doc: Y.Doc, map: JourneyMap, placeIn: PlaceIn): void {
  const listed = {
    stages: map.stages,
    lanes: map.lanes,
    touchpoints: map.stages.flatMap((stage) => stage.touchpoints),
  };
  const inTray = new Set<string>(map.tray.touchpoints.map(({ id }) => id));
  for (const root of ["stages", "lanes", "touchpoints"] as const) {
    const shown = new Set<string>(listed[root].map(({ id }) => id));
    const waiting = root === "touchpoints" ? inTray : new Set<string>();
    const live = liveIn(doc, root);
    assertThat(
      shown.size === listed[root].length &&
        shown.size + waiting.size === live.length &&
        live.every((id) => shown.has(id) || waiting.has(id)),
      `I2: a live one of ${root} is not shown once`,
    );
  }
  const lists = [
    map.stages,
    map.lanes,
    ...map.stages.map((stage) => stage.touchpoints),
  ];
  const roots = ["stages", "lanes"] as const;
  for (const [index, list] of lists.entries()) {
    const root = roots[index] ?? "touchpoints";
    const places = list.map(({ id }) => ({ id, pos: placeIn(doc, root, id) }));
    assertThat(isSorted(places), `I4: ${root} are out of order`);
  }
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

/** The key that the entity itself holds. */
export function placeOf(doc: Y.Doc, root: EntityRoot, id: string): string {
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
