import * as Y from "yjs";

/** What browsers keep of documents, in the memory of one test, by the name of the copy. */
export const keptDocuments = new Map<string, Uint8Array>();

/** In the place of the package that keeps documents in a browser's database, of which a test has none. */
export class IndexeddbPersistence {
  // Without what only a database has: which state the server had is asked of it, and nothing of that is known here.
  readonly _db = Promise.resolve({ addEventListener: () => undefined });
  readonly whenSynced: Promise<void>;
  private isOpen = false;

  constructor(
    private readonly name: string,
    private readonly doc: Y.Doc,
  ) {
    this.whenSynced = this._db.then(() => {
      const update = keptDocuments.get(name);
      if (update) Y.applyUpdate(doc, update, this);
      this.isOpen = true;
      keptDocuments.set(name, Y.encodeStateAsUpdate(doc));
    });
    doc.on("update", this._storeUpdate);
  }

  set(): Promise<void> {
    return Promise.resolve();
  }

  del(): Promise<void> {
    return Promise.resolve();
  }

  destroy(): Promise<void> {
    this.doc.off("update", this._storeUpdate);
    return Promise.resolve();
  }

  clearData(): Promise<void> {
    keptDocuments.delete(this.name);
    return this.destroy();
  }

  readonly _storeUpdate = (update: Uint8Array, origin: unknown): void => {
    const kept = keptDocuments.get(this.name);
    if (this.isOpen && kept && origin !== this)
      keptDocuments.set(this.name, Y.mergeUpdates([kept, update]));
  };
}
