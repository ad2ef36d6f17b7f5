import { Broadcast, usualTiming, type BroadcastTiming } from "./broadcast";
import type { OpenLink } from "./find-link";
import { listeningBody } from "./stream";

const maxListenersPerLink = 500;

/** All links that someone watches in this process. */
export class Broadcasts {
  private readonly running = new Map<string, Promise<Broadcast>>();

  constructor(private readonly timing: BroadcastTiming = usualTiming) {}

  /**
   * A body that tells what happens on a link's map.
   *
   * @returns null where a link has as many visitors as one map can take.
   */
  async open(link: OpenLink): Promise<ReadableStream<Uint8Array> | null> {
    const broadcast = await this.broadcastOf(link);
    if (broadcast.size >= maxListenersPerLink) return null;
    const { body, listener } = listeningBody((left) => broadcast.remove(left));
    broadcast.add(listener);
    return body;
  }

  /** Lets every visitor go; their browsers come back. */
  async stop(): Promise<void> {
    const all = await Promise.allSettled(this.running.values());
    for (const begun of all)
      if (begun.status === "fulfilled") begun.value.dismiss();
  }

  private broadcastOf(link: OpenLink): Promise<Broadcast> {
    const found = this.running.get(link.id);
    if (found) return found;
    const begun: Promise<Broadcast> = Broadcast.begin({
      link,
      timing: this.timing,
      onEmpty: () => this.forget(link.id, begun),
    });
    this.running.set(link.id, begun);
    begun.catch(() => this.forget(link.id, begun));
    return begun;
  }

  private forget(linkId: string, begun: Promise<Broadcast>): void {
    if (this.running.get(linkId) === begun) this.running.delete(linkId);
  }
}
