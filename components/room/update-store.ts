import * as Y from "yjs";
import { idle } from "@/components/ui/idle";

/**
 * So long an edit of somebody else may wait: the server has it, and brings it again with the next connection. To keep one
 * costs as much as to show it, and while somebody types one comes with every key.
 */
const waitMs = 10_000;
/** What is more than edits are is a map that comes. */
const mostBytes = 16 * 1024;

interface UpdateStoreOptions {
  readonly doc: Y.Doc;
  /** Whether the server has what came from there. */
  readonly isOfServer: (origin: unknown) => boolean;
  readonly isOfStore: (origin: unknown) => boolean;
  readonly write: (update: Uint8Array) => void;
}

/**
 * Hands the updates of a document to what keeps them on this device. What is written here goes at once. An edit of
 * somebody else waits for a quiet moment and goes together with those that follow it, because a transaction of the
 * browser's database costs more than to show the edit. Whatever is written here may stand on those that wait, so they
 * go with it.
 */
export class UpdateStore {
  private waiting: Uint8Array[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: UpdateStoreOptions) {
    options.doc.on("update", this.take);
  }

  /** Keeps now what waits. */
  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const updates = this.waiting;
    this.waiting = [];
    if (updates.length > 0) this.options.write(Y.mergeUpdates(updates));
  }

  /** What waits is let go. */
  stop(): void {
    clearTimeout(this.timer);
    this.waiting = [];
    this.options.doc.off("update", this.take);
  }

  private readonly take = (update: Uint8Array, origin: unknown): void => {
    const { isOfServer, isOfStore } = this.options;
    if (isOfStore(origin)) return;
    this.waiting.push(update);
    if (isOfServer(origin) && update.length < mostBytes)
      this.timer ??= setTimeout(
        () => void idle().then(() => this.flush()),
        waitMs,
      );
    else this.flush();
  };
}
