import { randomUUID } from "node:crypto";
import { Listeners, type Bus, type BusListener } from "./bus";

/** Where the nodes of one process meet. Without Redis a process meets nobody there. */
export class LocalHub {
  private readonly members = new Map<string, Listeners>();

  get size(): number {
    return this.members.size;
  }

  join(): Bus {
    const node = randomUUID();
    this.members.set(node, new Listeners());
    return new LocalBus(this, node);
  }

  listenersOf(node: string): Listeners | undefined {
    return this.members.get(node);
  }

  leave(node: string): void {
    this.members.delete(node);
  }

  /** Heard in a later turn of the event loop, as from a network. */
  tellOthers(node: string, channel: string, message: Uint8Array): void {
    for (const other of this.members.keys()) {
      if (other === node) continue;
      setImmediate(() => this.listenersOf(other)?.tell(channel, message, node));
    }
  }
}

/** Carries messages within a process. */
class LocalBus implements Bus {
  constructor(
    private readonly hub: LocalHub,
    private readonly node: string,
  ) {}

  get isShared(): boolean {
    return this.hub.size > 1;
  }

  publish(channel: string, message: Uint8Array): void {
    if (this.isShared) this.hub.tellOthers(this.node, channel, message);
  }

  subscribe(channel: string, listener: BusListener): () => void {
    this.hub.listenersOf(this.node)?.add(channel, listener);
    return () =>
      void this.hub.listenersOf(this.node)?.remove(channel, listener);
  }

  /** Nothing is ever missed within a process. */
  onGap(): () => void {
    return () => undefined;
  }

  async close(): Promise<void> {
    this.hub.leave(this.node);
  }
}
