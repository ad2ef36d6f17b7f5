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

/** What someone is about to do. It is drawn for others and never stored. */
const preview = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("drag"),
    id,
    laneId: id.nullable(),
    columnId: id.nullable(),
  }),
  z.object({
    kind: z.literal("emotion"),
    touchpointId: id,
    personaId: id,
    value: z.number().min(-2).max(2),
  }),
]);

/** One person in one tab as the others see them. Unknown keys are dropped. */
export const presenceShape = z.object({
  user: presenceUser,
  at: place.nullable().catch(null),
  isEditing: z.boolean().catch(false),
  preview: preview.nullable().catch(null),
  /** In map coordinates, so that zoom and scroll do not matter. */
  cursor: z.object({ x: z.number(), y: z.number() }).nullable().catch(null),
  isIdle: z.boolean().catch(false),
});

export type Presence = z.infer<typeof presenceShape>;
export type PresenceUser = z.infer<typeof presenceUser>;

/** What a client sets; the server adds `user`. */
export type OwnPresence = Omit<Presence, "user">;

/** Reads a presence state of someone else, or null where it is none. */
export function readPresence(state: unknown): Presence | null {
  const read = presenceShape.safeParse(state);
  return read.success ? read.data : null;
}
