import { TokenBucket } from "./token-bucket";

const checkMs = 50;

/**
 * Lets so many go per second over all rooms; the others go later, in the order in which they asked. Where very many
 * wait, more go: about as many as are needed for all to be gone after `longestSeconds`.
 */
export class Pace {
  private readonly bucket: TokenBucket;
  private readonly waiting = new Set<() => void>();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly perSecond: number,
    atOnce: number,
    private readonly longestSeconds = Infinity,
  ) {
    this.bucket = new TokenBucket(perSecond, atOnce, Date.now());
  }

  ask(go: () => void): void {
    this.waiting.add(go);
    this.let();
  }

  /** Whoever asked does not want to go any more. */
  withdraw(go: () => void): void {
    this.waiting.delete(go);
  }

  private let(): void {
    const { bucket, perSecond, longestSeconds } = this;
    for (const go of this.waiting) {
      const needed = this.waiting.size / longestSeconds;
      if (!bucket.take(1, Date.now(), Math.max(perSecond, needed))) break;
      this.waiting.delete(go);
      go();
    }
    if (this.waiting.size === 0) return;
    this.timer ??= setTimeout(() => {
      this.timer = null;
      this.let();
    }, checkMs);
  }
}
