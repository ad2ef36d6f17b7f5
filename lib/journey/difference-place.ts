import { Plan } from "./command";
import type { CommandContext } from "./command";
import type { Difference, Place, Thing, ThingKind } from "./difference-types";
import { entityOf, findRoot } from "./document";
import type { EntityRoot, YEntity } from "./document";
import {
  newAttachment,
  newCard,
  newLane,
  newStage,
  newTouchpoint,
} from "./entities";
import type { NewEntity } from "./entities";
import { isId } from "./ids";
import {
  cardLocOf,
  deletionOf,
  entitiesIn,
  keyOf,
  touchpointLocOf,
} from "./lists";
import { comparePlaced, isOrderKey, placeAt } from "./order";
import type { Placed } from "./order";

const ROOT_OF = {
  stage: "stages",
  touchpoint: "touchpoints",
  lane: "lanes",
  card: "cards",
  attachment: "attachments",
} as const satisfies Record<ThingKind, EntityRoot>;

/** Under which top-level type things of a kind are. */
export function rootOfKind(kind: ThingKind): EntityRoot {
  return ROOT_OF[kind];
}

interface Placing {
  readonly kind: ThingKind;
  readonly id: string;
  readonly place: Place & { readonly list: string };
  /** To be made, should the document not have it. */
  readonly thing: Thing | null;
}

/** Brings what comes, comes back or moves to its place, list by list and from the first to the last. */
export function placeThings(ctx: CommandContext, changes: Difference): void {
  for (const kind of Object.keys(ROOT_OF) as ThingKind[]) {
    const placings = placingsOf(changes, kind);
    if (placings.length === 0) continue;
    const lists = listsOf(ctx, kind, new Set(placings.map(({ id }) => id)));
    const groups = new Map<string, Placing[]>();
    for (const placing of placings) {
      const { list } = placing.place;
      const group = groups.get(list);
      if (group) group.push(placing);
      else groups.set(list, [placing]);
    }
    for (const [list, group] of groups)
      fillList(ctx, lists.get(list) ?? [], group);
  }
  reviveUnplaced(ctx, changes);
}

/** What had no place that could be read waits in the tray again. */
function reviveUnplaced(ctx: CommandContext, changes: Difference): void {
  for (const change of changes) {
    if (change.kind !== "revived" && change.kind !== "added") continue;
    const { thing, place } = change;
    const root = ROOT_OF[thing.kind];
    const { id } = thing.value;
    if (place.list === null && entityOf(ctx.doc, root, id) !== null)
      new Plan(ctx).set([root, id, "del"], undefined).commit();
  }
}

function placingsOf(changes: Difference, kind: ThingKind): Placing[] {
  const placings: Placing[] = [];
  for (const change of changes) {
    if (change.kind === "moved" && change.thing.kind === kind) {
      const { list } = change.to;
      const { id } = change.thing;
      if (list !== null)
        placings.push({ kind, id, place: { ...change.to, list }, thing: null });
    }
    if (change.kind !== "added" && change.kind !== "revived") continue;
    const { thing, place } = change;
    const { list } = place;
    if (thing.kind === kind && list !== null)
      placings.push({
        kind,
        id: thing.value.id,
        place: { ...place, list },
        thing,
      });
  }
  return placings;
}

/** What stands where now, but for what is about to be placed; in order. */
function listsOf(
  { doc }: CommandContext,
  kind: ThingKind,
  except: ReadonlySet<string>,
): Map<string, Placed[]> {
  const lists = new Map<string, Placed[]>();
  for (const [id, entity] of entitiesIn(findRoot(doc, ROOT_OF[kind]))) {
    if (except.has(id) || deletionOf(entity) !== null) continue;
    const { list, pos } = standing(kind, entity);
    if (list === null) continue;
    const held = lists.get(list);
    if (held) held.push({ id, pos });
    else lists.set(list, [{ id, pos }]);
  }
  for (const list of lists.values()) list.sort(comparePlaced);
  return lists;
}

function standing(
  kind: ThingKind,
  entity: YEntity,
): { readonly list: string | null; readonly pos: string } {
  switch (kind) {
    case "stage":
    case "lane":
      return { list: "", pos: keyOf(entity) };
    case "attachment": {
      const on = entity.get("on");
      return { list: typeof on === "string" ? on : null, pos: keyOf(entity) };
    }
    case "touchpoint": {
      const loc = touchpointLocOf(entity);
      return { list: loc?.[0] ?? null, pos: loc?.[1] ?? "" };
    }
    case "card": {
      const loc = cardLocOf(entity);
      return { list: loc && `${loc[1]}:${loc[0]}`, pos: loc?.[2] ?? "" };
    }
  }
}

function fillList(
  ctx: CommandContext,
  list: Placed[],
  group: readonly Placing[],
): void {
  const ordered = [...group].sort((a, b) => a.place.at - b.place.at);
  for (let start = 0; start < ordered.length;) {
    let end = start + 1;
    while (ordered[end]?.place.after === ordered[end - 1]!.id) end += 1;
    placeRun(ctx, list, ordered.slice(start, end));
    start = end;
  }
}

/** Places neighbours together, behind what stands before the first of them. */
function placeRun(
  ctx: CommandContext,
  list: Placed[],
  run: readonly Placing[],
): void {
  const { after } = run[0]!.place;
  const behind = list.findIndex(({ id }) => id === after) + 1;
  const index = after !== null && behind === 0 ? list.length : behind;
  const kept = keptPlaces(ctx, run, [list[index - 1], list[index]]);
  if (kept !== null) {
    for (const placing of run) put(ctx, placing, null);
    list.splice(index, 0, ...kept);
    return;
  }
  const { random } = ctx;
  const { keys, rekeyed } = placeAt(list, index, { count: run.length, random });
  for (const { id, pos } of rekeyed) {
    list[list.findIndex((item) => item.id === id)] = { id, pos };
    move(ctx, run[0]!, { id, pos });
  }
  const placed = run.map(({ id }, at) => ({ id, pos: keys[at]! }));
  for (const [at, placing] of run.entries()) put(ctx, placing, placed[at]!.pos);
  list.splice(index, 0, ...placed);
}

/** The places that a run still has from before it went, if it fits there; then its registers stay untouched. */
function keptPlaces(
  { doc }: CommandContext,
  run: readonly Placing[],
  [before, behind]: readonly (Placed | undefined)[],
): Placed[] | null {
  const placed: Placed[] = [];
  for (const { kind, id, place } of run) {
    const entity = entityOf(doc, ROOT_OF[kind], id);
    const stands = entity && standing(kind, entity);
    if (stands?.list !== place.list || !isOrderKey(stands.pos)) return null;
    placed.push({ id, pos: stands.pos });
  }
  const all = [before, ...placed, behind].filter((item) => item !== undefined);
  const isOrdered = all.every(
    (item, at) => at === 0 || comparePlaced(all[at - 1]!, item) < 0,
  );
  return isOrdered ? placed : null;
}

/** Lets one live in its place; with null where it stands already. */
function put(ctx: CommandContext, placing: Placing, pos: string | null): void {
  const { kind, id, thing, place } = placing;
  const root = ROOT_OF[kind];
  if (entityOf(ctx.doc, root, id) === null) {
    if (thing !== null && pos !== null && isId(id))
      new Plan(ctx).create([root, id], bare(thing, place.list, pos)).commit();
    return;
  }
  if (pos !== null) move(ctx, placing, { id, pos });
  if (thing !== null) new Plan(ctx).set([root, id, "del"], undefined).commit();
}

function move(
  ctx: CommandContext,
  { kind, place: { list } }: Placing,
  { id, pos }: Placed,
): void {
  const plan = new Plan(ctx);
  const root = ROOT_OF[kind];
  if (kind === "card") {
    const [laneId, columnId] = list.split(":");
    plan.set([root, id, "loc"], [columnId, laneId, pos]);
  } else if (kind === "touchpoint") {
    plan.set([root, id, "loc"], [list, pos]);
  } else {
    plan.set([root, id, "pos"], pos);
  }
  plan.commit();
}

/** An entity with every nested type and nothing in them yet, and with what is fixed at its creation. */
function bare(thing: Thing, list: string, pos: string): NewEntity {
  switch (thing.kind) {
    case "stage":
      return newStage({ pos });
    case "touchpoint":
      return newTouchpoint([list, pos]);
    case "lane": {
      const { kind, span, visibility } = thing.value;
      return newLane({ pos, kind, span, visibility });
    }
    case "card": {
      const [laneId = "", columnId = ""] = list.split(":");
      return newCard([columnId, laneId, pos], thing.value.kind);
    }
    case "attachment": {
      const { id: _id, on: _on, ...fields } = thing.value;
      return newAttachment({ ...fields, on: list, pos });
    }
  }
}
