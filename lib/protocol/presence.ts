import * as v from "valibot";
import { readAs } from "../journey/kind";
import type { Kind } from "../journey/kind";

const id = v.pipe(v.string(), v.maxLength(64));
const idOrNull = v.nullable(id);
const or = <T extends Kind>(kind: T, otherwise: v.InferOutput<T>) =>
  v.fallback(kind, otherwise);
/** What cannot be read is as if it were not there. */
const orNull = <T extends Kind>(kind: T) => or(v.nullable(kind), null);
const flag = or(v.boolean(), false);
const number = (min: number, max: number) =>
  v.pipe(v.number(), v.minValue(min), v.maxValue(max));

/** The part of a presence that the server writes from the session, whatever the client sent. */
export const presenceUser = v.object({
  id,
  name: v.string(),
  colour: v.string(),
  role: v.string(),
});

/** What someone is on: a cell of the grid, or an entity by itself. */
const place = v.variant("kind", [
  v.object({ kind: v.literal("cell"), laneId: id, columnId: id }),
  v.object({ kind: v.literal("entity"), id }),
]);

/** Where a held thing would land: before another of its list, or last. */
const target = v.variant("kind", [
  v.object({ kind: v.literal("stage"), before: idOrNull }),
  v.object({ kind: v.literal("lane"), before: idOrNull }),
  v.object({
    kind: v.literal("touchpoint"),
    stageId: id,
    before: idOrNull,
  }),
  v.object({
    kind: v.literal("card"),
    laneId: id,
    columnId: id,
    before: idOrNull,
  }),
]);

/** What someone is about to do. It is drawn for others and never stored. */
const preview = v.variant("kind", [
  v.object({
    kind: v.literal("drag"),
    id,
    /** Null while it would land nowhere. */
    place: orNull(target),
  }),
  v.object({
    kind: v.literal("emotion"),
    touchpointId: id,
    personaId: id,
    value: number(-2, 2),
  }),
]);

const share = number(0, 1);
const pixels = number(1, 100_000);

/**
 * What someone looks at, in words that hold on every screen: columns are as wide as each reader likes them, so a
 * place is named by its cell.
 */
const look = v.object({
  view: v.pipe(v.string(), v.maxLength(32)),
  /** The stage that a list of one stage at a time shows. */
  stageId: orNull(id),
  /** The cell at the top left of the window, where in it the window begins, and how much of the map it shows. */
  cell: orNull(
    v.object({
      row: id,
      leaf: id,
      x: share,
      y: share,
      width: pixels,
      height: pixels,
    }),
  ),
  /** How far any other view is scrolled. */
  scroll: orNull(v.object({ x: share, y: share })),
  open: orNull(v.object({ kind: v.picklist(["touchpoint", "card"]), id })),
});

/** One person in one tab as the others see them. Unknown keys are dropped. */
export const presenceShape = v.object({
  user: presenceUser,
  at: orNull(place),
  isEditing: flag,
  preview: orNull(preview),
  /** In map coordinates, so that zoom and scroll do not matter. */
  cursor: orNull(v.object({ x: v.number(), y: v.number() })),
  isIdle: flag,
  /** Only while somebody wants to know. */
  look: orNull(look),
  /** The user whose view this one follows. */
  follows: orNull(id),
  /** Asks everybody to come: a new name for each time. */
  calls: orNull(id),
});

export type Presence = v.InferOutput<typeof presenceShape>;
export type Look = v.InferOutput<typeof look>;
export type PresenceUser = v.InferOutput<typeof presenceUser>;

/** What a client sets; the server adds `user`. */
export type OwnPresence = Omit<Presence, "user">;

/** Reads a presence state of someone else, or null where it is none. */
export function readPresence(state: unknown): Presence | null {
  return readAs(presenceShape, state) ?? null;
}
