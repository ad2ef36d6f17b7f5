import type { ReadMark, ReadMarks } from "@/components/map/read/read-marks";
import type {
  Change,
  Difference,
  ThingKind,
} from "@/lib/journey/difference-types";
import type { JourneyMap } from "@/lib/journey/journey-map";
import type { LaneKind } from "@/lib/journey/vocabulary";

/** What both maps of a comparison know of where things stand. */
export interface Places {
  /** By card, its cell as `lane:column`. */
  readonly cells: ReadonlyMap<string, string>;
  /** By touchpoint, its stage. */
  readonly stages: ReadonlyMap<string, string>;
  readonly lanes: ReadonlySet<string>;
}

/** Where the things of two maps stand; the newer one's word counts. */
export function placesOf(from: JourneyMap, to: JourneyMap): Places {
  const cells = new Map<string, string>();
  const stages = new Map<string, string>();
  const lanes = new Set<string>();
  for (const map of [from, to]) {
    for (const [cell, cards] of Object.entries(map.cells))
      for (const { id } of cards) cells.set(id, cell);
    for (const { id, touchpoints } of map.stages)
      for (const touchpoint of touchpoints) stages.set(touchpoint.id, id);
    for (const { id } of map.lanes) lanes.add(id);
  }
  return { cells, stages, lanes };
}

/** What something hangs on, as a place; an attachment stands where its holder does. */
function placeOfThing(
  kind: ThingKind,
  id: string,
  { list, places }: { list: string | null; places: Places },
): string {
  switch (kind) {
    case "stage":
    case "lane":
    case "touchpoint":
      return `${kind}:${id}`;
    case "card":
      return list ?? places.cells.get(id) ?? "map";
    case "attachment":
      return holderOf(list ?? "", places);
  }
}

function holderOf(id: string, { cells, stages, lanes }: Places): string {
  const cell = cells.get(id);
  if (cell !== undefined) return cell;
  if (stages.has(id)) return `touchpoint:${id}`;
  return lanes.has(id) ? `lane:${id}` : `stage:${id}`;
}

/** Under which place a change is told: the map itself, a stage, a lane, a touchpoint or a cell. */
export function placeOf(change: Change, places: Places): string {
  switch (change.kind) {
    case "added":
    case "revived":
    case "removed": {
      const { thing, place } = change;
      const { list } = place;
      return placeOfThing(thing.kind, thing.value.id, { list, places });
    }
    case "moved": {
      const { kind, id } = change.thing;
      return placeOfThing(kind, id, { list: change.to.list, places });
    }
    case "renamed":
    case "text":
      return placeOfText(change, places);
    case "set":
      return change.of === "meta"
        ? "map"
        : change.of === "attachment"
          ? "map"
          : placeOfThing(change.of, change.id, { list: null, places });
    case "channel":
    case "owner":
    case "emotion":
    case "check":
      return `touchpoint:${change.touchpointId}`;
    case "link":
      return holderOf(change.link.from, places);
    case "persona":
      return "map";
  }
}

function placeOfText(
  { ref }: Extract<Change, { kind: "text" | "renamed" }>,
  places: Places,
): string {
  switch (ref.kind) {
    case "meta":
      return "map";
    case "notes":
      return `touchpoint:${ref.id}`;
    case "checklist":
      return `touchpoint:${ref.touchpointId}`;
    default:
      return placeOfThing(ref.kind, ref.id, { list: null, places });
  }
}

/** Which lanes show a changed field of a touchpoint. */
function laneKindOf(change: Change): LaneKind | null {
  switch (change.kind) {
    case "channel":
      return "channel";
    case "owner":
      return "stakeholder";
    case "emotion":
      return "emotion";
    case "text":
      return "field" in change.ref &&
        ["message", "actualMessage"].includes(change.ref.field)
        ? "message"
        : null;
    case "set":
      return change.field === "messageStatus" ? "message" : null;
    default:
      return null;
  }
}

const EMPTY: ReadMark = { added: 0, changed: 0, removed: 0 };

/** What is marked on a map that is compared: its cells and headings, with how many things changed there. */
export function marksOf(
  changes: Difference,
  { map, places }: { map: JourneyMap; places: Places },
): ReadMarks {
  const marks = new Map<string, ReadMark>();
  const shown = shownPlaces(map);
  const mark = (place: string, kind: keyof ReadMark) => {
    const at = nearest(place, shown, places);
    if (at === null) return;
    const held = marks.get(at) ?? EMPTY;
    marks.set(at, { ...held, [kind]: held[kind] + 1 });
  };
  for (const change of changes) {
    const place = placeOf(change, places);
    const laneKind = laneKindOf(change);
    const [, id = ""] = place.split(":");
    const lanes = map.lanes.filter(({ kind }) => kind === laneKind);
    const cells = lanes.map((lane) => `${lane.id}:${id}`);
    const isDrawn = laneKind !== "emotion" && cells.length > 0;
    for (const at of isDrawn ? cells : [place]) mark(at, kindOf(change));
    if (change.kind === "moved" && change.thing.kind === "card")
      if (change.from.list !== null && change.from.list !== change.to.list)
        mark(change.from.list, "changed");
  }
  return marks;
}

function shownPlaces(map: JourneyMap): ReadonlySet<string> {
  const columns = map.stages.flatMap(({ id, touchpoints }) => [
    id as string,
    ...touchpoints.map((touchpoint) => touchpoint.id as string),
  ]);
  return new Set([
    ...map.stages.map(({ id }) => `stage:${id}`),
    ...map.stages.flatMap(({ touchpoints }) =>
      touchpoints.map(({ id }) => `touchpoint:${id}`),
    ),
    ...map.lanes.map(({ id }) => `lane:${id}`),
    ...map.lanes.flatMap((lane) => columns.map((id) => `${lane.id}:${id}`)),
  ]);
}

/** What is not on this map is marked where it stood: a touchpoint at its stage. */
function nearest(
  place: string,
  shown: ReadonlySet<string>,
  { stages }: Places,
): string | null {
  if (shown.has(place)) return place;
  const stage = `stage:${stages.get(place.split(":")[1] ?? "") ?? ""}`;
  return shown.has(stage) ? stage : null;
}

/** What a change is in one word of three. */
function kindOf({ kind }: Change): keyof ReadMark {
  if (kind === "added" || kind === "revived") return "added";
  return kind === "removed" ? "removed" : "changed";
}

/** Whether a change is about one touchpoint: itself, what it says, or a card in its column. */
export function isAbout(
  change: Change,
  touchpointId: string,
  places: Places,
): boolean {
  const place = placeOf(change, places);
  return (
    place === `touchpoint:${touchpointId}` || place.endsWith(`:${touchpointId}`)
  );
}

/** The changes that say something of their own: what came or went with a whole touchpoint is part of that. */
export function tellingOf(changes: Difference): Change[] {
  const whole = new Set(
    changes.flatMap((change) =>
      change.kind === "added" ||
      change.kind === "revived" ||
      change.kind === "removed"
        ? [change.thing.value.id as string]
        : [],
    ),
  );
  return changes.filter((change) => {
    const isWhole =
      change.kind === "added" ||
      change.kind === "revived" ||
      change.kind === "removed";
    const isPart =
      isWhole &&
      change.thing.kind === "attachment" &&
      whole.has(change.place.list ?? "");
    return !isPart;
  });
}
