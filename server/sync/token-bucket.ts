/** So many per second, and some more at once after a quiet while. */
export class TokenBucket {
  private tokens: number;
  private filledAt: number;

  constructor(
    private readonly perSecond: number,
    private readonly burst: number,
    now: number,
  ) {
    this.tokens = burst;
    this.filledAt = now;
  }

  /** Takes some if they are there; `perSecond` is how many came since the last time. */
  take(count: number, now: number, perSecond = this.perSecond): boolean {
    const grown = ((now - this.filledAt) / 1000) * perSecond;
    this.tokens = Math.min(this.burst, this.tokens + Math.max(0, grown));
    this.filledAt = now;
    if (this.tokens < count) return false;
    this.tokens -= count;
    return true;
  }
}
