import { TokenBucket } from "./token-bucket";

/** What one sender may send: so many frames and bytes a second, and some more at once after a quiet while. */
export class Budget {
  private readonly frames: TokenBucket;
  private readonly bytes: TokenBucket;

  constructor(
    perSecond: { readonly frames: number; readonly bytes: number },
    burst: { readonly frames: number; readonly bytes: number },
    now: number,
  ) {
    this.frames = new TokenBucket(perSecond.frames, burst.frames, now);
    this.bytes = new TokenBucket(perSecond.bytes, burst.bytes, now);
  }

  /** Takes one frame; false where it is beyond what may be sent. */
  take(bytes: number, now: number): boolean {
    return this.frames.take(1, now) && this.bytes.take(bytes, now);
  }
}

/** Longer than it takes to fill a budget again, so that coming back does not fill it. */
const keptMs = 60_000;

/** The budgets of people, each over all of their connections, those included that have just ended. */
export class Budgets {
  private readonly known = new Map<
    string,
    { budget: Budget; usedAt: number }
  >();
  private clearedAt = 0;

  constructor(private readonly create: (now: number) => Budget) {}

  get size(): number {
    return this.known.size;
  }

  take(userId: string, bytes: number, now: number): boolean {
    const found = this.known.get(userId);
    if (found) {
      found.usedAt = now;
      return found.budget.take(bytes, now);
    }
    this.clear(now);
    const budget = this.create(now);
    this.known.set(userId, { budget, usedAt: now });
    return budget.take(bytes, now);
  }

  private clear(now: number): void {
    if (now - this.clearedAt < keptMs) return;
    this.clearedAt = now;
    for (const [userId, { usedAt }] of this.known)
      if (now - usedAt > keptMs) this.known.delete(userId);
  }
}
