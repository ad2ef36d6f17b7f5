import * as Y from "yjs";

/**
 * Whether any client is behind where it was. A document never forgets clocks, so a lower one means that a
 * blank or partly loaded document is about to take the place of a good one.
 */
export function hasRegressed(before: Uint8Array, after: Uint8Array): boolean {
  const now = Y.decodeStateVector(after);
  for (const [client, clock] of Y.decodeStateVector(before)) {
    if ((now.get(client) ?? 0) < clock) return true;
  }
  return false;
}
