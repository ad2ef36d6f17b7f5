import * as Y from "yjs";
import { findRoot, rootOf } from "./document";
import type { YEntity } from "./document";
import { JourneyError } from "./errors";
import { SCHEMA_VERSION } from "./limits";
import { entitiesIn } from "./lists";

export interface UpgradeContext {
  readonly origin: unknown;
}

/** Brings a document from the schema with this number to the next. */
type Step = (doc: Y.Doc) => void;

const STEPS: ReadonlyMap<number, Step> = new Map([[0, fromDrafts]]);

/**
 * Brings a document to the newest schema, in one transaction; does nothing if it is there already.
 *
 * Only ever run where a document has one writer, on the server while it loads: two replicas that add
 * the same nested type lose what one of them puts into it.
 *
 * @returns whether anything was written.
 * @throws JourneyError `not_a_journey`, or `newer_schema` for a document from a later build.
 */
export function upgrade(doc: Y.Doc, ctx: UpgradeContext): boolean {
  const schema = schemaOf(doc);
  if (schema > SCHEMA_VERSION)
    throw new JourneyError("newer_schema", `document has schema ${schema}`);
  if (schema === SCHEMA_VERSION) return false;
  doc.transact(() => {
    for (let from = schema; from < SCHEMA_VERSION; from += 1)
      STEPS.get(from)?.(doc);
    rootOf(doc, "meta").set("schema", SCHEMA_VERSION);
  }, ctx.origin);
  return true;
}

/** Documents from before the number was written count as 0. */
function schemaOf(doc: Y.Doc): number {
  const meta = findRoot(doc, "meta");
  const schema = meta?.get("schema");
  if (typeof schema === "number" && Number.isInteger(schema) && schema >= 0)
    return schema;
  if (meta?.get("title") instanceof Y.Text) return 0;
  throw new JourneyError("not_a_journey", "no journey in this document");
}

const TEXTS = {
  stages: ["title", "description"],
  touchpoints: [
    "title",
    "message",
    "actualMessage",
    "searchQueries",
    "inspiration",
  ],
  lanes: ["title"],
  cards: ["text"],
} as const;

/** Schema 0 to 1: entities get the nested types that drafts of the schema made only when needed. */
function fromDrafts(doc: Y.Doc): void {
  complete(rootOf(doc, "meta"), ["title", "scenario"]);
  for (const root of ["stages", "touchpoints", "lanes", "cards"] as const) {
    for (const [, entity] of entitiesIn(findRoot(doc, root)))
      complete(entity, TEXTS[root]);
  }
  for (const [, touchpoint] of entitiesIn(findRoot(doc, "touchpoints"))) {
    if (!(touchpoint.get("notes") instanceof Y.XmlFragment)) {
      touchpoint.set("notes", new Y.XmlFragment());
    }
    if (!(touchpoint.get("checklist") instanceof Y.Map))
      touchpoint.set("checklist", new Y.Map());
  }
}

/** A plain string under the key of a text becomes that text. */
function complete(entity: YEntity, keys: readonly string[]): void {
  for (const key of keys) {
    const held = entity.get(key);
    if (held instanceof Y.Text) continue;
    entity.set(
      key,
      new Y.Text(typeof held === "string" ? held.toWellFormed() : ""),
    );
  }
}
