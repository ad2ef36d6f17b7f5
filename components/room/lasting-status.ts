import type { SaveStatus } from "./save-status";

/** Between two words of somebody who goes on writing nothing is called saved that is not about to stay so. */
const LASTING_MS = 200;

interface StatusSource {
  readonly read: () => SaveStatus;
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * How things stand, as it is shown: saving at once, and saved when it lasts. It passes back and forth with every key, so
 * that is told apart here and not by whoever is drawn when it changes. One timer for all keys of a word, and one listener.
 */
export class LastingStatus {
  private shown: SaveStatus;
  /** Since when all has been saved that is still shown as being saved; by `performance.now()`. */
  private savedAt: number | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly source: StatusSource) {
    this.shown = source.read();
  }

  readonly get = (): SaveStatus => this.shown;

  readonly subscribe = (listener: () => void): (() => void) => {
    const follow = () => {
      if (this.look()) listener();
      if (this.savedAt !== null) this.timer ??= setTimeout(ring, this.rest());
    };
    const ring = () => {
      this.timer = undefined;
      follow();
    };
    const stop = this.source.subscribe(follow);
    follow();
    return () => {
      stop();
      clearTimeout(this.timer);
      this.timer = undefined;
    };
  };

  private readonly rest = (): number =>
    LASTING_MS - (performance.now() - (this.savedAt ?? 0));

  /** @returns whether something else is shown now. */
  private look(): boolean {
    const status = this.source.read();
    const isOver = this.shown === "saving" && status === "saved";
    if (!isOver) this.savedAt = null;
    else this.savedAt ??= performance.now();
    if (status === this.shown || (isOver && this.rest() > 0)) return false;
    this.savedAt = null;
    this.shown = status;
    return true;
  }
}
