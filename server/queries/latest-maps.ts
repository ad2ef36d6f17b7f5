import type { Head } from "@/server/log/reading";

/** Where a document stood when something was made of it. */
type Stand = Pick<Head, "epoch" | "headSeq">;

interface Made<T> {
  readonly map: T;
  /** Of the document that it was made of. */
  readonly bytes: number;
}

interface Bounds {
  readonly most: number;
  /** Of the documents of all that are kept. */
  readonly bytes: number;
  /** One of a larger document is not kept: it would drive out all others. */
  readonly largest: number;
}

/** What was made of the documents that were read last, each as long as its log says the same. */
export class LatestMaps<T> {
  private readonly kept = new Map<string, Stand & Made<T>>();
  private bytes = 0;

  constructor(private readonly bounds: Bounds) {}

  get(journeyId: string, { epoch, headSeq }: Stand): T | null {
    const found = this.kept.get(journeyId);
    if (found?.epoch !== epoch || found.headSeq !== headSeq) return null;
    // What is asked for again is the last to go.
    this.kept.delete(journeyId);
    this.kept.set(journeyId, found);
    return found.map;
  }

  keep(
    journeyId: string,
    { epoch, headSeq }: Stand,
    { map, bytes }: Made<T>,
  ): void {
    this.drop(journeyId);
    const { most, bytes: mostBytes, largest } = this.bounds;
    if (bytes > largest) return;
    this.kept.set(journeyId, { epoch, headSeq, map, bytes });
    this.bytes += bytes;
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= most && this.bytes <= mostBytes) return;
      this.drop(oldest);
    }
  }

  private drop(journeyId: string): void {
    this.bytes -= this.kept.get(journeyId)?.bytes ?? 0;
    this.kept.delete(journeyId);
  }
}
