import * as Y from "yjs";
import { AppError } from "@/server/errors";
import { isBeginning, wholeOf } from "./beginning";
import type { StoredDocument, StoredUpdate } from "./contract";

type Content = Pick<StoredDocument, "snapshot"> & {
  readonly tail: readonly Pick<StoredUpdate, "data">[];
};

/**
 * Makes sure that nothing a document was given waits for something it was not given.
 *
 * @throws AppError `blob_damaged`.
 */
function assertWhole({ store }: Y.Doc): void {
  if (store.pendingStructs !== null || store.pendingDs !== null)
    throw new AppError("blob_damaged", "the document has gaps");
}

/** What counts of it: where a history begins in it, only that and what follows. */
function sinceBeginning({ snapshot, tail }: Content) {
  const at = tail.findLastIndex(({ data }) => isBeginning(data));
  return at < 0
    ? { base: snapshot, later: tail }
    : { base: wholeOf(tail[at]!.data), later: tail.slice(at + 1) };
}

/**
 * Puts what was read into a document.
 *
 * @throws AppError `blob_damaged` where the parts do not make a whole; then there is no document at all.
 */
export function fillDocument(doc: Y.Doc, { snapshot, tail }: Content): void {
  const { base, later } = sinceBeginning({ snapshot, tail });
  // One transaction, one clean-up: per update it takes minutes on a large document.
  try {
    doc.transact(() => {
      if (base) Y.applyUpdate(doc, base);
      for (const { data } of later) Y.applyUpdate(doc, data);
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
