import type * as Y from "yjs";
import { idle } from "@/components/ui/idle";
import { onDemand } from "@/components/ui/on-demand";

const weighing = onDemand(
  async () => (await import("./about-bytes")).aboutBytes,
);

/** How much a map takes of what one map may take, in bytes. */
export interface LargeMap {
  readonly bytes: number;
  readonly mostBytes: number;
}

/** As the server told them; one of another build may leave some out. */
type Limits = Readonly<Record<string, number>>;

type Scale = (doc: Y.Doc) => Generator<void, number>;

/** Opening a map has other things to do first, and writing makes it larger by little at a time. */
const lookAfterMs = 10_000;
/** What is told is not told anew for less than this. */
const grainBytes = 100 * 1024;

/** Watches how large a map becomes, and says when that is more than it is made for. */
export class MapSize {
  private warningBytes = Infinity;
  private mostBytes = Infinity;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private large: LargeMap | null = null;
  /** At the last look, and at most so much more since; nothing is known before the first. */
  private bytes = Infinity;

  /** @param onChange - hears how large it is, and null once it is not large any more. */
  constructor(
    private readonly doc: Y.Doc,
    private readonly onChange: (large: LargeMap | null) => void,
  ) {
    doc.on("update", this.note);
  }

  /** What the server said about it. */
  limit({ mapWarningBytes, mapBytes }: Limits): void {
    this.warningBytes = mapWarningBytes ?? Infinity;
    this.mostBytes = mapBytes ?? Infinity;
    this.lookLater();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.doc.off("update", this.note);
  }

  private readonly note = (update: Uint8Array): void => {
    this.bytes += update.length;
    this.lookLater();
  };

  /** A map that cannot have become large, or small again, is not looked at. */
  private lookLater(): void {
    const mayBeLarge = this.bytes > this.warningBytes;
    if (mayBeLarge || this.large)
      this.timer ??= setTimeout(() => this.look(), lookAfterMs);
  }

  private look(): void {
    const scale = weighing.get();
    if (scale) return void this.weigh(scale);
    weighing.load().then(
      () => this.timer && this.look(),
      // Without a network nothing of it is told; the next change asks again.
      () => (this.timer = undefined),
    );
  }

  /** Bit by bit: a large map would hold up a key for longer than anything else that is done while somebody writes. */
  private async weigh(scale: Scale): Promise<void> {
    this.bytes = 0;
    const parts = scale(this.doc);
    let part = parts.next();
    while (!part.done) {
      await idle();
      if (this.timer === undefined) return;
      part = parts.next();
    }
    this.timer = undefined;
    const bytes = part.value;
    const { warningBytes, mostBytes } = this;
    // What came meanwhile may have been weighed or not.
    const hasGrown = this.bytes > 0;
    this.bytes += bytes;
    const large = bytes > warningBytes ? { bytes, mostBytes } : null;
    if (!isAbout(this.large, large)) {
      this.large = large;
      this.onChange(large);
    }
    if (hasGrown) this.lookLater();
  }
}

function isAbout(a: LargeMap | null, b: LargeMap | null): boolean {
  if (!a || !b) return a === b;
  return (
    a.mostBytes === b.mostBytes && Math.abs(a.bytes - b.bytes) < grainBytes
  );
}
