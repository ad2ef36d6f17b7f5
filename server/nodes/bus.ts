export type BusListener = (message: Uint8Array, node: string) => void;

/**
 * Carries messages between the nodes of an installation. Every message may get lost, and none may matter: what
 * it says is found out without it too, only later.
 */
export interface Bus {
  /** Another node may be listening. While there is none, nothing need be said. */
  readonly isShared: boolean;
  /** Says something to all other nodes; never waits and never fails. */
  publish(channel: string, message: Uint8Array): void;
  /** Hears what other nodes say on a channel, never what this one says, until the returned function is called. */
  subscribe(channel: string, listener: BusListener): () => void;
  /** Hears that messages may have been missed: this node can hear again, or another has come. */
  onGap(listener: () => void): () => void;
  close(): Promise<void>;
}

/** Listeners by channel. */
export class Listeners {
  private readonly byChannel = new Map<string, Set<BusListener>>();

  /** @returns whether it is the first of its channel. */
  add(channel: string, listener: BusListener): boolean {
    const known = this.byChannel.get(channel);
    if (known) known.add(listener);
    else this.byChannel.set(channel, new Set([listener]));
    return known === undefined;
  }

  /** @returns whether it was the last of its channel. */
  remove(channel: string, listener: BusListener): boolean {
    const known = this.byChannel.get(channel);
    if (!known?.delete(listener) || known.size > 0) return false;
    return this.byChannel.delete(channel);
  }

  channels(): string[] {
    return [...this.byChannel.keys()];
  }

  tell(channel: string, message: Uint8Array, node: string): void {
    for (const listener of this.byChannel.get(channel) ?? [])
      listener(message, node);
  }
}
