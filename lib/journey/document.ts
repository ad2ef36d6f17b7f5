import * as Y from "yjs";
import { JourneyError } from "./errors";

/** The top-level types of a journey document; every one is a Y.Map, and there are no others. */
export const ROOTS = [
  "meta",
  "personas",
  "stages",
  "touchpoints",
  "channels",
  "emotions",
  "owners",
  "lanes",
  "cards",
  "attachments",
  "links",
] as const;
export type RootName = (typeof ROOTS)[number];

/** Roots whose values are entities that can be deleted and revived. */
export const ENTITY_ROOTS = [
  "stages",
  "touchpoints",
  "lanes",
  "cards",
  "attachments",
] as const;
export type EntityRoot = (typeof ENTITY_ROOTS)[number];

export type YEntity = Y.Map<unknown>;

const rootNames: ReadonlySet<string> = new Set(ROOTS);

export function isRootName(name: string): name is RootName {
  return rootNames.has(name);
}

export function isEntityRoot(root: RootName): root is EntityRoot {
  return (ENTITY_ROOTS as readonly string[]).includes(root);
}

/**
 * A top-level type, or null where the name was taken by another kind of type in this very replica.
 *
 * An array that arrived under a map's name from elsewhere reads as an empty map.
 */
export function findRoot(doc: Y.Doc, name: RootName): Y.Map<unknown> | null {
  const held = doc.share.get(name);
  if (held instanceof Y.Map) return held;
  if (held !== undefined && held.constructor !== Y.AbstractType) return null;
  return doc.getMap(name);
}

/**
 * A top-level type that must be there.
 *
 * @throws JourneyError `bad_root` where its name was taken by another kind of type.
 */
export function rootOf(doc: Y.Doc, name: RootName): Y.Map<unknown> {
  const root = findRoot(doc, name);
  if (root === null)
    throw new JourneyError("bad_root", `top-level type ${name} is no Y.Map`);
  return root;
}

/** The Y.Map of an entity, deleted or not; null if there is none under this id. */
export function entityOf(
  doc: Y.Doc,
  root: RootName,
  id: string,
): YEntity | null {
  const held = findRoot(doc, root)?.get(id);
  return held instanceof Y.Map ? held : null;
}

/** Whether a document holds a journey, of any schema. */
export function isJourneyDocument(doc: Y.Doc): boolean {
  const meta = findRoot(doc, "meta");
  return (
    meta !== null &&
    typeof meta.get("schema") === "number" &&
    meta.get("title") instanceof Y.Text
  );
}
