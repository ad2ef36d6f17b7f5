import type { KnownStamps } from "@/lib/journey/stamps";

/** Stamps of all maps together. One takes some hundred bytes. */
const MOST_KEPT = 50_000;

interface Kept {
  readonly stamps: KnownStamps;
  readonly size: number;
}

/** What is known of the maps whose rooms were put away last, for when they are opened again. */
export class LatestStamps {
  private readonly kept = new Map<string, Kept>();
  private size = 0;

  constructor(private readonly most = MOST_KEPT) {}

  keep(journeyId: string, stamps: KnownStamps): void {
    this.take(journeyId);
    const { size } = stamps;
    if (size === 0) return;
    this.kept.set(journeyId, { stamps, size });
    this.size += size;
    for (const oldest of this.kept.keys()) {
      if (this.size <= this.most) return;
      this.take(oldest);
    }
  }

  /** Hands them over: from then on they are those of a room. */
  take(journeyId: string): KnownStamps | undefined {
    const found = this.kept.get(journeyId);
    this.kept.delete(journeyId);
    this.size -= found?.size ?? 0;
    return found?.stamps;
  }
}
