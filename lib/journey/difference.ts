import { metaChanges, thingChanges } from "./difference-fields";
import { moversBetween } from "./difference-order";
import type {
  Change,
  Difference,
  Place,
  Thing,
  ThingKind,
} from "./difference-types";
import type { EntityId, PersonaId } from "./ids";
import type { JourneyMap, Link } from "./journey-map";
import type { Emotion } from "./vocabulary";

/** The order in which things can be made: what others stand in or hang on comes first. */
const KINDS = [
  "stage",
  "lane",
  "touchpoint",
  "card",
  "attachment",
] as const satisfies readonly ThingKind[];

type Things = Readonly<Record<ThingKind, ReadonlyMap<string, Thing>>>;

interface Indexed {
  readonly things: Things;
  /** By kind and list, the ids in order. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
  readonly listOf: ReadonlyMap<string, string | null>;
}

/**
 * What leads from one map to another, thing by thing and field by field.
 *
 * What is neither shown nor kept by a map is not in it: the trash, order keys, and what a text looked like.
 *
 * @see SPEC.md, "Differences"
 */
export function difference(from: JourneyMap, to: JourneyMap): Difference {
  const [before, after] = [indexOf(from), indexOf(to)];
  const stays = new Set(
    to.personas.filter((personaId) => from.personas.includes(personaId)),
  );
  const trash = new Set<string>(from.trash.map(({ id }) => id));
  return [
    ...metaChanges(from.meta, to.meta),
    ...removals(before, after),
    ...additions(before, after, trash),
    ...moves(before, after),
    ...personaChanges(from, to),
    ...KINDS.flatMap((kind) =>
      [...after.things[kind]].flatMap(([id, thing]) => {
        const held = before.things[kind].get(id);
        return held === undefined ? [] : thingChanges(held, thing, stays);
      }),
    ),
    ...linkChanges(from, to),
  ];
}

function indexOf(map: JourneyMap): Indexed {
  const things: Record<ThingKind, Map<string, Thing>> = {
    stage: new Map(),
    lane: new Map(),
    touchpoint: new Map(),
    card: new Map(),
    attachment: new Map(),
  };
  const lists = new Map<string, string[]>();
  const listOf = new Map<string, string | null>();
  const put = (thing: Thing, list: string | null) => {
    const { kind } = thing;
    const { id } = thing.value;
    things[kind].set(id, thing);
    listOf.set(id, list);
    if (list === null) return;
    const key = `${kind}/${list}`;
    const held = lists.get(key);
    if (held) held.push(id);
    else lists.set(key, [id]);
  };
  for (const stage of map.stages) {
    const { touchpoints, ...value } = stage;
    put({ kind: "stage", value }, "");
    for (const value of touchpoints)
      put({ kind: "touchpoint", value }, stage.id);
  }
  for (const value of map.tray.touchpoints)
    put({ kind: "touchpoint", value }, value.stageId);
  for (const value of map.lanes) put({ kind: "lane", value }, "");
  for (const value of [...Object.values(map.cells).flat(), ...map.tray.cards]) {
    const { laneId, columnId } = value;
    const isPlaced = laneId !== null && columnId !== null;
    put({ kind: "card", value }, isPlaced ? `${laneId}:${columnId}` : null);
  }
  for (const [on, list] of Object.entries(map.attachments))
    for (const value of list) put({ kind: "attachment", value }, on);
  return { things, lists, listOf };
}

function placeIn(
  { lists, listOf }: Indexed,
  kind: ThingKind,
  id: string,
): Place {
  const list = listOf.get(id) ?? null;
  const ids = list === null ? [] : (lists.get(`${kind}/${list}`) ?? []);
  const at = Math.max(0, ids.indexOf(id));
  return { list, after: ids[at - 1] ?? null, at };
}

function placeAt(
  { listOf }: Indexed,
  ids: readonly string[],
  at: number,
): Place {
  const list = listOf.get(ids[at]!) ?? null;
  return { list, after: ids[at - 1] ?? null, at };
}

/** Attachments of what goes itself stay with it, and return with it. */
function removals(before: Indexed, after: Indexed): Change[] {
  return KINDS.flatMap((kind) =>
    [...before.things[kind]].flatMap(([id, thing]): Change[] => {
      if (after.things[kind].has(id)) return [];
      if (thing.kind === "attachment" && !isIn(after, thing.value.on))
        return [];
      return [{ kind: "removed", thing, place: placeIn(before, kind, id) }];
    }),
  );
}

function isIn({ things }: Indexed, id: string): boolean {
  return KINDS.some((kind) => things[kind].has(id));
}

function additions(
  before: Indexed,
  after: Indexed,
  trash: ReadonlySet<string>,
): Change[] {
  const revived = new Set<string>();
  const changes: Change[] = [];
  for (const kind of KINDS) {
    for (const [key, ids] of listsOf(after, kind)) {
      for (const [index, id] of ids.entries()) {
        if (before.things[kind].has(id)) continue;
        const thing = after.things[kind].get(id)!;
        const returns =
          trash.has(id) || key.split(":").some((part) => revived.has(part));
        if (returns) revived.add(id);
        const place = placeAt(after, ids, index);
        changes.push({ kind: returns ? "revived" : "added", thing, place });
      }
    }
  }
  return changes;
}

/** The lists of one kind under their names, what has no list among them. */
function* listsOf(
  { things, lists, listOf }: Indexed,
  kind: ThingKind,
): Generator<readonly [string, readonly string[]]> {
  for (const [key, ids] of lists) {
    const prefix = `${kind}/`;
    if (key.startsWith(prefix)) yield [key.slice(prefix.length), ids];
  }
  for (const id of things[kind].keys())
    if (listOf.get(id) === null) yield ["", [id]];
}

function moves(before: Indexed, after: Indexed): Change[] {
  const changes: Change[] = [];
  for (const kind of KINDS) {
    for (const [list, ids] of listsOf(after, kind)) {
      const old = before.lists.get(`${kind}/${list}`) ?? [];
      const movers = moversBetween(old, ids);
      for (const [index, id] of ids.entries()) {
        if (!before.things[kind].has(id)) continue;
        const isHere = before.listOf.get(id) === after.listOf.get(id);
        if (isHere && !movers.has(id)) continue;
        changes.push({
          kind: "moved",
          thing: { kind, id: id as EntityId },
          from: placeIn(before, kind, id),
          to: placeAt(after, ids, index),
        });
      }
    }
  }
  return changes;
}

function personaChanges(from: JourneyMap, to: JourneyMap): Change[] {
  const movers = moversBetween(from.personas, to.personas);
  const changes: Change[] = from.personas
    .filter((personaId) => !to.personas.includes(personaId))
    .map((personaId) => ({ kind: "persona", is: "removed", personaId }));
  for (const [index, personaId] of to.personas.entries()) {
    const persona = { kind: "persona", personaId } as const;
    const after = to.personas[index - 1] ?? null;
    if (!from.personas.includes(personaId)) {
      const emotions = emotionsOf(to, personaId);
      changes.push({ ...persona, is: "added", after, emotions });
    } else if (movers.has(personaId)) {
      changes.push({ ...persona, is: "moved", after });
    }
  }
  return changes;
}

function emotionsOf(
  map: JourneyMap,
  personaId: PersonaId,
): Record<string, Emotion> {
  const touchpoints = [
    ...map.stages.flatMap((stage) => stage.touchpoints),
    ...map.tray.touchpoints,
  ];
  return Object.fromEntries(
    touchpoints.flatMap(({ id, emotions }) => {
      const value = emotions[personaId];
      return value === undefined ? [] : [[id, value]];
    }),
  );
}

function linkChanges(from: JourneyMap, to: JourneyMap): Change[] {
  const nameOf = ({ from: left, to: right, kind }: Link) =>
    `${left}:${right}:${kind}`;
  const only = (these: JourneyMap, others: JourneyMap) => {
    const names = new Set(others.links.map(nameOf));
    return these.links.filter((link) => !names.has(nameOf(link)));
  };
  return [
    ...only(from, to).map(
      (link) => ({ kind: "link", is: "removed", link }) as const,
    ),
    ...only(to, from).map(
      (link) => ({ kind: "link", is: "added", link }) as const,
    ),
  ];
}
