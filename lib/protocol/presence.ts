import * as z from "zod/mini";

const id = z.string().check(z.maxLength(64));
const idOrNull = z.nullable(id);
const or = <T extends z.ZodMiniType>(type: T, otherwise: z.output<T>) =>
  // oxlint-disable-next-line promise/valid-params -- zod's own word, no promise
  z.catch(type, otherwise);
/** What cannot be read is as if it were not there. */
const orNull = <T extends z.ZodMiniType>(type: T) => or(z.nullable(type), null);
const flag = or(z.boolean(), false);
const number = (min: number, max: number) =>
  z.number().check(z.gte(min), z.lte(max));

/** The part of a presence that the server writes from the session, whatever the client sent. */
export const presenceUser = z.object({
  id,
  name: z.string(),
  colour: z.string(),
  role: z.string(),
});

/** What someone is on: a cell of the grid, or an entity by itself. */
const place = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("cell"), laneId: id, columnId: id }),
  z.object({ kind: z.literal("entity"), id }),
]);

/** Where a held thing would land: before another of its list, or last. */
const target = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("stage"), before: idOrNull }),
  z.object({ kind: z.literal("lane"), before: idOrNull }),
  z.object({
    kind: z.literal("touchpoint"),
    stageId: id,
    before: idOrNull,
  }),
  z.object({
    kind: z.literal("card"),
    laneId: id,
    columnId: id,
    before: idOrNull,
  }),
]);

/** What someone is about to do. It is drawn for others and never stored. */
const preview = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("drag"),
    id,
    /** Null while it would land nowhere. */
    place: orNull(target),
  }),
  z.object({
    kind: z.literal("emotion"),
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
const look = z.object({
  view: z.string().check(z.maxLength(32)),
  /** The stage that a list of one stage at a time shows. */
  stageId: orNull(id),
  /** The cell at the top left of the window, where in it the window begins, and how much of the map it shows. */
  cell: orNull(
    z.object({
      row: id,
      leaf: id,
      x: share,
      y: share,
      width: pixels,
      height: pixels,
    }),
  ),
  /** How far any other view is scrolled. */
  scroll: orNull(z.object({ x: share, y: share })),
  open: orNull(z.object({ kind: z.enum(["touchpoint", "card"]), id })),
});

/** One person in one tab as the others see them. Unknown keys are dropped. */
export const presenceShape = z.object({
  user: presenceUser,
  at: orNull(place),
  isEditing: flag,
  preview: orNull(preview),
  /** In map coordinates, so that zoom and scroll do not matter. */
  cursor: orNull(z.object({ x: z.number(), y: z.number() })),
  isIdle: flag,
  /** Only while somebody wants to know. */
  look: orNull(look),
  /** The user whose view this one follows. */
  follows: orNull(id),
  /** Asks everybody to come: a new name for each time. */
  calls: orNull(id),
});

export type Presence = z.infer<typeof presenceShape>;
export type Look = z.infer<typeof look>;
export type PresenceUser = z.infer<typeof presenceUser>;

/** What a client sets; the server adds `user`. */
export type OwnPresence = Omit<Presence, "user">;

/** Reads a presence state of someone else, or null where it is none. */
export function readPresence(state: unknown): Presence | null {
  const read = presenceShape.safeParse(state);
  return read.success ? read.data : null;
}
