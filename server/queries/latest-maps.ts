import type { Head } from "@/server/log/reading";

/** Where a document stood when something was made of it. */
type Stand = Pick<Head, "epoch" | "headSeq">;

/** What was made of the documents that were read last, each as long as its log says the same. */
export class LatestMaps<T> {
  private readonly kept = new Map<string, Stand & { readonly map: T }>();

  constructor(private readonly most: number) {}

  get(journeyId: string, { epoch, headSeq }: Stand): T | null {
    const found = this.kept.get(journeyId);
    if (found?.epoch !== epoch || found.headSeq !== headSeq) return null;
    // What is asked for again is the last to go.
    this.kept.delete(journeyId);
    this.kept.set(journeyId, found);
    return found.map;
  }

  keep(journeyId: string, { epoch, headSeq }: Stand, map: T): void {
    this.kept.delete(journeyId);
    this.kept.set(journeyId, { epoch, headSeq, map });
    const [oldest] = this.kept.keys();
    if (this.kept.size > this.most && oldest !== undefined)
      this.kept.delete(oldest);
  }
}
