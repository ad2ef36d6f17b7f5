import * as idb from "lib0/indexeddb";
import {
  IndexeddbPersistence,
  PREFERRED_TRIM_SIZE,
  storeState,
} from "y-indexeddb";
import type * as Y from "yjs";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { forgetPages } from "@/components/kept/forget-pages";
import {
  copyName,
  forgetEpoch,
  forgetUnsent,
  isDeviceUsable,
  noteEpoch,
  noteUnsent,
  type Owner,
} from "./device-store";
import { unheard } from "./unheard";
import { UpdateStore } from "./update-store";

const customStore = "custom";
const updateStore = "updates";
const basePrefix = "base:";
/** Most of what is written is stored before; the whole map is not copied for every key. */
const rememberMs = 1_000;
/** While somebody writes, nothing is gathered. */
const trimMs = 1_000;

interface Line {
  readonly doc: Y.Doc;
  /** Whether the server is asked already: then it hears what this browser kept as the document does. */
  readonly shouldConnect: boolean;
}

interface Keeping {
  /** Of the document's history; each is a copy of its own. */
  readonly epoch: number;
  /** Whether what is written here is on its way to the server. */
  readonly isReachable: () => boolean;
}

/** A document as this browser keeps it, with the state that the server has of it while the two differ. */
export class DeviceCopy {
  /** Resolves when what this browser kept is in the document, or when it keeps nothing. */
  readonly loaded: Promise<void>;
  readonly persistence: IndexeddbPersistence;
  /** Whether everything that is written is kept here as well. */
  isKept = false;
  private readonly doc: Y.Doc;
  private isGone = false;
  private readonly updates: UpdateStore;
  /** Under which names it is remembered what the server had, by this tab and by those before it. */
  private readonly baseKeys = new Set<string>();
  /** What the server has, as long as it is not remembered. */
  private base: JourneyMap | null = null;
  private baseTimer: ReturnType<typeof setTimeout> | undefined;
  private trimTimer: ReturnType<typeof setTimeout> | undefined;

  private constructor(
    private readonly owner: Owner,
    { epoch, isReachable }: Keeping,
    line: Line,
  ) {
    const { doc } = line;
    this.doc = doc;
    const persistence = new IndexeddbPersistence(copyName(owner, epoch), doc);
    this.persistence = persistence;
    // It would open a transaction for each edit of a colleague, before that is drawn.
    doc.off("update", persistence._storeUpdate);
    const tellAgain = line.shouldConnect
      ? () => undefined
      : unheard(doc, (origin) => origin === persistence);
    this.updates = new UpdateStore({
      doc,
      isOfServer: (origin) => origin === line,
      isOfStore: (origin) => origin === persistence,
      isReachable,
      write: this.write,
    });
    window.addEventListener("pagehide", this.leave);
    window.addEventListener("offline", this.leave);
    document.addEventListener("visibilitychange", this.leaveIfHidden);
    this.loaded = this.persistence._db.then(
      async (db) => {
        // Another tab erases it, because its person signed out or it had to begin anew.
        db.addEventListener("versionchange", () => void this.close());
        await this.persistence.whenSynced;
        tellAgain();
        this.isKept = !this.isGone;
      },
      // It does not open where the browser forbids it.
      tellAgain,
    );
  }

  /**
   * Starts keeping a document in this browser; null where the browser does not allow it.
   *
   * @param line - brings what the server has.
   */
  static keep(line: Line, owner: Owner, keeping: Keeping): DeviceCopy | null {
    if (!isDeviceUsable()) return null;
    try {
      noteEpoch(owner, keeping.epoch);
      return new DeviceCopy(owner, keeping, line);
    } catch {
      return null;
    }
  }

  /** What the server had when work began that it has not acknowledged; null where it has everything. */
  async unsentSince(): Promise<JourneyMap | null> {
    if (!this.isKept) return null;
    const [store] = idb.transact(await this.persistence._db, [customStore]);
    if (!store) return null;
    const kept = (await idb.getAllKeysValues(store)) as {
      k: string;
      v: { at: number; map: JourneyMap };
    }[];
    const bases = kept.filter(({ k }) => k.startsWith(basePrefix));
    for (const { k } of bases) this.baseKeys.add(k);
    const [oldest] = bases.sort((a, b) => a.v.at - b.v.at);
    return oldest?.v.map ?? null;
  }

  /**
   * Something is written that the server does not have yet; this is what it has. Remembered at once where it is
   * out of reach, and else if it is still so in a moment.
   */
  remember(map: JourneyMap, isReachable: boolean): void {
    if (this.baseKeys.size > 0 || this.isGone) return;
    this.base ??= map;
    if (!isReachable) return this.keepBase();
    this.baseTimer ??= setTimeout(
      () => whenIdle(this.keepBaseLater),
      rememberMs,
    );
  }

  /** Between two keys; by then the server may have everything. */
  private readonly keepBaseLater = (): void => {
    if (this.base) this.keepBase();
  };

  /** Remembers now what would be in a moment: the page may be about to end. */
  private readonly keepBase = (): void => {
    const map = this.base;
    this.dropBase();
    if (!map || this.isGone) return;
    const key = `${basePrefix}${this.doc.clientID}`;
    this.baseKeys.add(key);
    noteUnsent(this.owner, key);
    const base = { at: Date.now(), map };
    if (this.persistence.db) return this.put(customStore, base, key);
    void this.loaded.then(() => {
      if (this.baseKeys.has(key)) this.put(customStore, base, key);
    });
  };

  /** The server has everything. */
  settle(): void {
    this.dropBase();
    if (this.isGone) return;
    for (const key of this.baseKeys) {
      this.attempt(this.persistence.del(key as never));
      forgetUnsent(this.owner, key);
    }
    this.baseKeys.clear();
  }

  private readonly write = (update: Uint8Array): void => {
    const { persistence } = this;
    this.put(updateStore, update);
    persistence._dbsize += 1;
    if (persistence._dbsize < PREFERRED_TRIM_SIZE) return;
    clearTimeout(this.trimTimer);
    this.trimTimer = setTimeout(this.trim, trimMs);
  };

  /**
   * A browser that ends a page does not wait for a transaction that the page has not ended itself, which the package
   * does not do: whoever wrote and left in the same blink would find their last words nowhere.
   */
  private put(store: string, value: unknown, key?: string): void {
    // What is written before it opens goes in with the whole document when it does.
    const { db } = this.persistence;
    if (!db) return;
    try {
      const writing = db.transaction(store, "readwrite");
      writing.addEventListener("abort", this.noteFailure);
      writing.objectStore(store).put(value, key);
      writing.commit();
    } catch {
      this.noteFailure();
    }
  }

  /** The browser is full, or has closed the database; what is written goes to the server all the same. */
  private readonly noteFailure = (): void => {
    this.isKept = false;
  };

  /** Many small updates become one, as the package does it with those that it writes. */
  private readonly trim = (): void => {
    if (!this.isGone) this.attempt(storeState(this.persistence, false));
  };

  /** The line is gone: this may be all that there is of the map for a while. */
  keepNow(): void {
    this.updates.flush();
  }

  /** The page may be about to end, or has lost its network. */
  private readonly leave = (): void => {
    this.keepBase();
    this.updates.flush();
  };

  /** A page that nobody sees may be ended without a word, above all on a phone. */
  private readonly leaveIfHidden = (): void => {
    if (document.visibilityState === "hidden") this.leave();
  };

  /** Stops keeping it, and leaves what is kept. */
  async close(): Promise<void> {
    this.leave();
    this.stop();
    await this.persistence.destroy().catch(() => undefined);
  }

  /**
   * Forgets it for good: its history is over, its changes were refused, or it is closed to its person. All their pages go
   * with it, because the reason may hold for the next map as well; a page that is opened is kept again.
   */
  async forget(): Promise<void> {
    this.dropBase();
    this.stop();
    forgetEpoch(this.owner);
    void forgetPages((name) => name.endsWith(`:${this.owner.userId}`));
    for (const key of this.baseKeys) forgetUnsent(this.owner, key);
    await this.persistence.clearData().catch(() => undefined);
  }

  private stop(): void {
    this.isGone = true;
    this.isKept = false;
    clearTimeout(this.trimTimer);
    this.updates.stop();
    window.removeEventListener("pagehide", this.leave);
    window.removeEventListener("offline", this.leave);
    document.removeEventListener("visibilitychange", this.leaveIfHidden);
  }

  private dropBase(): void {
    clearTimeout(this.baseTimer);
    this.baseTimer = undefined;
    this.base = null;
  }

  private attempt(writing: Promise<unknown>): void {
    writing.catch(this.noteFailure);
  }
}

/** A whole map is copied when it is remembered, which would hold up a key. */
function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === "function")
    requestIdleCallback(work, { timeout: rememberMs });
  else work();
}
