/** When a version is worth keeping. */
export interface Pace {
  /** So many edits are enough… */
  readonly edits: number;
  /** …but not more often than this. */
  readonly leastMs: number;
  /** Nothing that was edited waits longer than this. */
  readonly longestMs: number;
  /** After so long without an edit the map has come to rest. */
  readonly quietMs: number;
}

const minuteMs = 60_000;
const usualPace: Pace = {
  edits: 200,
  leastMs: 2 * minuteMs,
  longestMs: 10 * minuteMs,
  quietMs: 2 * minuteMs,
};

interface Moment {
  /** Keeps what the map says at this very moment. */
  readonly keep: () => Promise<void>;
  /** Has `work` called at the next moment at which everything is stored. */
  readonly wake: () => void;
  readonly report: (error: unknown) => void;
}

/** Counts what is stored in a room and has a version kept now and then. Costs an addition per commit. */
export class VersionPace {
  private firstAt: number | null = null;
  private lastAt = 0;
  private keptAt = 0;
  private isQuiet = false;
  private timer: NodeJS.Timeout | null = null;
  private keeping: Promise<void> | null = null;

  /** @param edits - stored since anyone can have kept a version. */
  constructor(
    private readonly moment: Moment,
    private edits: number,
    private readonly pace: Pace = usualPace,
  ) {}

  note(edits: number): void {
    const now = Date.now();
    this.edits += edits;
    this.firstAt ??= now;
    this.lastAt = now;
    this.isQuiet = false;
    this.timer ??= setTimeout(() => this.look(), this.pace.quietMs);
  }

  /** Keeps a version if it is time. Everything must be stored. */
  work(): void {
    if (this.edits === 0 || this.keeping) return;
    const now = Date.now();
    const { edits, leastMs, longestMs } = this.pace;
    const isMuch = this.edits >= edits && now - this.keptAt >= leastMs;
    const isLong = this.firstAt !== null && now - this.firstAt >= longestMs;
    if (this.isQuiet || isMuch || isLong) this.take(now);
  }

  /** Keeps what is left, for the last time. Everything must be stored. */
  async finish(): Promise<void> {
    this.stop();
    await this.keeping;
    if (this.edits > 0) this.take(Date.now());
    await this.keeping;
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  private look(): void {
    const restMs = this.lastAt + this.pace.quietMs - Date.now();
    this.isQuiet = restMs <= 0;
    this.timer = this.isQuiet ? null : setTimeout(() => this.look(), restMs);
    if (this.isQuiet) this.moment.wake();
  }

  private take(now: number): void {
    const { edits } = this;
    this.edits = 0;
    this.firstAt = null;
    this.keptAt = now;
    this.keeping = this.moment
      .keep()
      .catch((error: unknown) => {
        this.edits += edits;
        this.moment.report(error);
      })
      .finally(() => {
        this.keeping = null;
      });
  }
}
