import * as v from "valibot";

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
export const roomEvent = v.strictObject({
  kind: v.literal("rows-changed"),
  noun: v.picklist(nouns),
  /** The row, or null when several changed. */
  id: v.nullable(v.pipe(v.string(), v.maxLength(64))),
});

export type RoomEvent = v.InferOutput<typeof roomEvent>;
