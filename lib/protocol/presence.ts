import * as z from "zod";

const id = z.string().max(64);

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
  z.object({ kind: z.literal("stage"), before: id.nullable() }),
  z.object({ kind: z.literal("lane"), before: id.nullable() }),
  z.object({
    kind: z.literal("touchpoint"),
    stageId: id,
    before: id.nullable(),
  }),
  z.object({
    kind: z.literal("card"),
    laneId: id,
    columnId: id,
    before: id.nullable(),
  }),
]);

/** What someone is about to do. It is drawn for others and never stored. */
const preview = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("drag"),
    id,
    /** Null while it would land nowhere. */
    place: target.nullable().catch(null),
  }),
  z.object({
    kind: z.literal("emotion"),
    touchpointId: id,
    personaId: id,
    value: z.number().min(-2).max(2),
  }),
]);

const share = z.number().min(0).max(1);
const pixels = z.number().min(1).max(100_000);

/**
 * What someone looks at, in words that hold on every screen: columns are as wide as each reader likes them, so a
 * place is named by its cell.
 */
const look = z.object({
  view: z.string().max(32),
  /** The stage that a list of one stage at a time shows. */
  stageId: id.nullable().catch(null),
  /** The cell at the top left of the window, where in it the window begins, and how much of the map it shows. */
  cell: z
    .object({
      row: id,
      leaf: id,
      x: share,
      y: share,
      width: pixels,
      height: pixels,
    })
    .nullable()
    .catch(null),
  /** How far any other view is scrolled. */
  scroll: z.object({ x: share, y: share }).nullable().catch(null),
  open: z
    .object({ kind: z.enum(["touchpoint", "card"]), id })
    .nullable()
    .catch(null),
});

/** One person in one tab as the others see them. Unknown keys are dropped. */
export const presenceShape = z.object({
  user: presenceUser,
  at: place.nullable().catch(null),
  isEditing: z.boolean().catch(false),
  preview: preview.nullable().catch(null),
  /** In map coordinates, so that zoom and scroll do not matter. */
  cursor: z.object({ x: z.number(), y: z.number() }).nullable().catch(null),
  isIdle: z.boolean().catch(false),
  /** Only while somebody wants to know. */
  look: look.nullable().catch(null),
  /** The user whose view this one follows. */
  follows: id.nullable().catch(null),
  /** Asks everybody to come: a new name for each time. */
  calls: id.nullable().catch(null),
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
