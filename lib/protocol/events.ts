import * as z from "zod/mini";

const nouns = [
  "channel",
  "comment",
  "evidence",
  "file",
  "journey",
  "member",
  "persona",
  "share-link",
  "stakeholder",
  "version",
  "view",
  "workspace",
] as const;

/** Rows changed that the document only refers to: who shows them asks the API again. */
export const roomEvent = z.strictObject({
  kind: z.literal("rows-changed"),
  noun: z.enum(nouns),
  /** The row, or null when several changed. */
  id: z.nullable(z.string().check(z.maxLength(64))),
});

export type RoomEvent = z.infer<typeof roomEvent>;
