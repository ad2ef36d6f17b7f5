import * as z from "zod";
import { moment } from "./fields";

/** A place in the list of changes of a journey. */
export const versionSeq = z.int().min(1);

/** Who did something: a person, a program or the server itself; no name where they are gone. */
const author = z.object({
  kind: z.enum(["user", "token", "system", "person"]),
  id: z.string(),
  name: z.string().nullable(),
});
export type Author = z.infer<typeof author>;

export const versionName = z.string().trim().min(1).max(120);

export const versionItem = z.object({
  seq: versionSeq,
  /** The version before, which its changes are counted from; null for the first. */
  beforeSeq: versionSeq.nullable(),
  name: z.string().nullable(),
  reason: z.enum([
    "first",
    "automatic",
    "asked",
    "before-restore",
    "restored",
    "reviewed",
  ]),
  /** Whose map came back. */
  restoredSeq: versionSeq.nullable(),
  at: moment,
  /** Who asked for it; null where it was kept by itself. */
  by: author.nullable(),
  /** Who changed the map since the version before, the latest first. */
  people: z.array(author),
});
export type VersionItem = z.infer<typeof versionItem>;

export const versionList = z.object({
  versions: z.array(versionItem),
  /** For the next page, of older versions. */
  nextCursor: z.string().nullable(),
});
export type VersionList = z.infer<typeof versionList>;

/** A version with everything that was on its map. */
export const versionDetail = z.object({
  version: versionItem,
  map: z.looseObject({}),
});

const change = z.looseObject({
  kind: z.enum([
    "added",
    "revived",
    "removed",
    "moved",
    "renamed",
    "text",
    "set",
    "channel",
    "owner",
    "emotion",
    "check",
    "persona",
    "link",
  ]),
});

/** What leads from one version to another, or to the map as it is now. */
export const versionDifference = z.object({
  from: versionSeq,
  to: versionSeq,
  changes: z.array(change),
});

/** Who changed what between two versions. */
export const versionAuthors = z.object({
  people: z.array(author.extend({ at: moment, edits: z.number().int() })),
  /** Whether `fields` is known: where too much was changed, only the people are. */
  isComplete: z.boolean(),
  /** Who wrote last in a field of an entity; the entity is empty for the map itself. */
  fields: z.array(
    z.object({
      root: z.string(),
      id: z.string(),
      field: z.string(),
      /** Which of `people`. */
      by: z.number().int(),
      at: moment,
    }),
  ),
});
export type VersionAuthors = z.infer<typeof versionAuthors>;

/** What came of a restore. */
export const restoredVersion = z.object({
  /** The newest change of the map now. */
  seq: versionSeq,
  /** What the map said before; restoring it takes this restore back. */
  beforeSeq: versionSeq.nullable(),
  /** Whether the map had to change. */
  isChanged: z.boolean(),
});
