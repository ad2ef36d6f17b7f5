import * as Y from "yjs";
import { idle } from "@/components/ui/idle";

/**
 * So long an edit of somebody else may wait: the server has it, and brings it again with the next connection. To keep one
 * costs as much as to show it, and while somebody types one comes with every key.
 */
const waitMs = 30_000;
/** As much of theirs as is put together without anybody noticing. */
const mostWaiting = { edits: 64, bytes: 64 * 1024 };
/**
 * So long may one's own words wait while they go to the server as well: until the key that wrote them has been shown. To
 * keep them takes a fifth of the script of a key.
 */
const ownWaitMs = 30;
/** What is more than edits are is a map that comes. */
const mostBytes = 16 * 1024;

interface UpdateStoreOptions {
  readonly doc: Y.Doc;
  /** Whether the server has what came from there. */
  readonly isOfServer: (origin: unknown) => boolean;
  readonly isOfStore: (origin: unknown) => boolean;
  /** Whether what is written here is on its way to the server. */
  readonly isReachable: () => boolean;
  readonly write: (update: Uint8Array) => void;
}

/**
 * Hands the updates of a document to what keeps them on this device. What is written here goes at once where nobody
 * else has it, and else as soon as it is seen. An edit of somebody else waits for a quiet moment and goes together with
 * those that follow it, because a transaction of the browser's database costs more than to show the edit. Whatever is
 * written here may stand on those that wait, so they go with it.
 */
export class UpdateStore {
  private waiting: Uint8Array[] = [];
  private waitingBytes = 0;
  /** Whether what waits is kept with the next quiet moment. */
  private isDue = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private ownTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: UpdateStoreOptions) {
    options.doc.on("update", this.take);
  }

  /** Keeps now what waits. */
  flush(): void {
    this.clear();
    const updates = this.waiting;
    this.forget();
    if (updates.length > 0) this.options.write(Y.mergeUpdates(updates));
  }

  /** What waits is let go. */
  stop(): void {
    this.clear();
    this.forget();
    this.options.doc.off("update", this.take);
  }

  private forget(): void {
    this.waiting = [];
    this.waitingBytes = 0;
    this.isDue = false;
  }

  private clear(): void {
    clearTimeout(this.timer);
    clearTimeout(this.ownTimer);
    this.timer = undefined;
    this.ownTimer = undefined;
  }

  private readonly take = (update: Uint8Array, origin: unknown): void => {
    const { isOfServer, isOfStore, isReachable } = this.options;
    if (isOfStore(origin)) return;
    this.waiting.push(update);
    this.waitingBytes += update.length;
    const isEdit = update.length < mostBytes;
    if (isOfServer(origin) && isEdit) this.keepLater();
    else if (isReachable() && isEdit)
      this.ownTimer ??= setTimeout(() => this.flush(), ownWaitMs);
    else this.flush();
  };

  private keepLater(): void {
    const { edits, bytes } = mostWaiting;
    if (this.waiting.length >= edits || this.waitingBytes >= bytes)
      this.keepSoon();
    else this.timer ??= setTimeout(() => this.keepSoon(), waitMs);
  }

  private keepSoon(): void {
    if (this.isDue) return;
    this.isDue = true;
    void idle().then(() => this.flush());
  }
}
