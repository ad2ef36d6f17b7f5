import * as Y from "yjs";

/** The update that a change makes, as a client would send it. The change stays in the document. */
export function updateBy(doc: Y.Doc, change: (doc: Y.Doc) => void): Uint8Array {
  const updates: Uint8Array[] = [];
  const listen = (update: Uint8Array) => updates.push(update);
  doc.on("update", listen);
  doc.transact(() => change(doc));
  doc.off("update", listen);
  return updates.length === 1
    ? (updates[0] as Uint8Array)
    : Y.mergeUpdates(updates);
}

/** A copy with a client id of its own choice. Yjs takes another one when it reads its own, so it is set last. */
export function copyOf(doc: Y.Doc, clientId?: number): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  if (clientId !== undefined) copy.clientID = clientId;
  return copy;
}
