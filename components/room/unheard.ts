import type * as Y from "yjs";

/**
 * Keeps a document from telling of what comes from one origin. Yjs encodes every change once more for whoever listens, and
 * of a map that is brought back from this device that is the whole map, which takes a third of the time of bringing it.
 *
 * @returns what ends it.
 */
export function unheard(
  doc: Y.Doc,
  isMeant: (origin: unknown) => boolean,
): () => void {
  const listeners = doc._observers as Map<
    string,
    Set<(...args: never[]) => void>
  >;
  let silent: Set<(...args: never[]) => void> | undefined;
  const end = () => {
    // Whoever began to listen meanwhile stays.
    for (const listener of silent ?? []) doc.on("update", listener as never);
    silent = undefined;
  };
  const begin = ({ origin }: Y.Transaction) => {
    // What somebody writes on hearing of it is cleaned up within the same call, and has to be told.
    if (!isMeant(origin)) return end();
    silent ??= listeners.get("update");
    listeners.delete("update");
  };
  doc.on("beforeTransaction", begin);
  doc.on("afterAllTransactions", end);
  return () => {
    end();
    doc.off("beforeTransaction", begin);
    doc.off("afterAllTransactions", end);
  };
}
