import * as z from "zod";

/** An id of a row or of an entity of a document. */
export const id = z.uuid();

/** A moment as ISO 8601 in UTC; rows leave the server as text so that JSON is the whole truth. */
export const moment = z.iso.datetime();

/** Very angry (-2) to very happy (2). */
export const emotionValue = z.union([
  z.literal(-2),
  z.literal(-1),
  z.literal(0),
  z.literal(1),
  z.literal(2),
]);

/** Someone named on a page: a member, a persona or a stakeholder. */
export const named = z.object({ id, name: z.string() });
export type Named = z.infer<typeof named>;

export const personaRef = named.extend({ colour: z.string() });

/** A channel on a touchpoint; a built-in one has a key that the page translates. */
export const channelRef = named.extend({
  key: z.string().nullable(),
  icon: z.string(),
});
export type ChannelRef = z.infer<typeof channelRef>;

export const stakeholderKind = z.enum(["person", "team"]);
const ownerRole = z.enum(["responsible", "involved"]);

export const ownerRef = named.extend({
  kind: stakeholderKind,
  colour: z.string(),
  role: ownerRole,
});

/** The colours that people may give to stages, cards, personas and stakeholders. */
export const colour = z.enum([
  "grey",
  "yellow",
  "orange",
  "red",
  "pink",
  "purple",
  "blue",
  "green",
]);
