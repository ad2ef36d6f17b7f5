import * as Y from "yjs";

/** What browsers keep of documents, in the memory of one test, by the name of the copy. */
export const keptDocuments = new Map<string, Uint8Array>();

export const PREFERRED_TRIM_SIZE = Number.POSITIVE_INFINITY;
export const storeState = () => Promise.resolve();

/** In the place of the package that keeps documents in a browser's database, of which a test has none. */
export class IndexeddbPersistence {
  // Without what only a database has: which state the server had is asked of it, and nothing of that is known here.
  readonly _db = Promise.resolve({ addEventListener: () => undefined });
  readonly whenSynced: Promise<void>;
  db: { transaction: () => unknown } | null = null;
  _dbsize = 0;

  constructor(
    private readonly name: string,
    private readonly doc: Y.Doc,
  ) {
    this.whenSynced = this._db.then(() => {
      const update = keptDocuments.get(name);
      if (update) Y.applyUpdate(doc, update, this);
      this.db = { transaction: () => this.transaction() };
      keptDocuments.set(name, Y.encodeStateAsUpdate(doc));
    });
    doc.on("update", this._storeUpdate);
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

  /** The document's copy writes by itself. */
  readonly _storeUpdate = (): void => undefined;

  /** What a transaction brings is there once the page has ended it: a page that goes first takes the rest along. */
  private transaction() {
    const added: Uint8Array[] = [];
    return {
      addEventListener: () => undefined,
      objectStore: (name: string) => ({
        put: (value: Uint8Array) => name === "updates" && added.push(value),
      }),
      commit: () => {
        const kept = keptDocuments.get(this.name);
        if (kept)
          keptDocuments.set(this.name, Y.mergeUpdates([kept, ...added]));
      },
    };
  }
}
