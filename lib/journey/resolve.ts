import type * as Y from "yjs";
import { assemble } from "./assemble";
import type { JourneyMap } from "./journey-map";
import { sortedJson } from "./plain";
import { readTables } from "./tables";

/**
 * Makes the map of a document: a pure and total function, the same for screen, server, export and test.
 *
 * It never throws, whatever is in the document: what it cannot use is left out or put in the tray, and
 * listed in `issues`.
 *
 * @see SPEC.md, "Resolve"
 */
export function resolve(doc: Y.Doc): JourneyMap {
  return assemble(readTables(doc)).map;
}

/** The map as JSON with sorted keys: equal maps, equal text. */
export function canonicalJson(map: JourneyMap): string {
  return sortedJson(map);
}
