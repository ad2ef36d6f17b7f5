import * as Y from "yjs";
import { AppError } from "@/server/errors";
import type { StoredDocument, StoredUpdate } from "./contract";

type Content = Pick<StoredDocument, "snapshot"> & {
  readonly tail: readonly Pick<StoredUpdate, "data">[];
};

/**
 * Makes sure that nothing a document was given waits for something it was not given.
 *
 * @throws AppError `blob_damaged`.
 */
export function assertWhole({ store }: Y.Doc): void {
  if (store.pendingStructs !== null || store.pendingDs !== null)
    throw new AppError("blob_damaged", "the document has gaps");
}

/**
 * Puts what was read into a document.
 *
 * @throws AppError `blob_damaged` where the parts do not make a whole; then there is no document at all.
 */
export function fillDocument(doc: Y.Doc, { snapshot, tail }: Content): void {
  // One transaction, one clean-up: per update it takes minutes on a large document.
  try {
    doc.transact(() => {
      if (snapshot) Y.applyUpdate(doc, snapshot);
      for (const { data } of tail) Y.applyUpdate(doc, data);
    });
  } catch (error) {
    throw new AppError("blob_damaged", `not an update: ${String(error)}`);
  }
  assertWhole(doc);
}

/** A new document of what was read. */
export function documentOf(content: Content): Y.Doc {
  const doc = new Y.Doc();
  fillDocument(doc, content);
  return doc;
}
