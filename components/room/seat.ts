import type { RoomClient } from "./room-client";

type Listener = () => void;

/**
 * Where the client of a page sits: it comes after the first sight and may be followed by another. The seat stays the
 * same, so that what reads from it need not be drawn again when it is taken.
 */
export class Seat {
  private client: RoomClient | null = null;
  private detach: readonly Listener[] = [];
  private readonly watchers = new Set<Listener>();
  private readonly states = new Set<Listener>();
  private readonly presences = new Set<Listener>();

  constructor(client: RoomClient | null = null) {
    this.take(client);
  }

  readonly get = (): RoomClient | null => this.client;

  /** Calls when another client comes or this one goes. */
  readonly subscribe = (listener: Listener): Listener =>
    follow(this.watchers, listener);

  /** Calls when the state of whichever client sits here changes. */
  readonly onState = (listener: Listener): Listener =>
    follow(this.states, listener);

  /** Calls when others come, go or move. */
  readonly onPresence = (listener: Listener): Listener =>
    follow(this.presences, listener);

  take(client: RoomClient | null): void {
    this.detach.forEach((stop) => stop());
    this.client = client;
    const tell = (listeners: ReadonlySet<Listener>) => () =>
      listeners.forEach((listener) => listener());
    this.detach = client
      ? [
          client.subscribe(tell(this.states)),
          client.presence.subscribe(tell(this.presences)),
        ]
      : [];
    for (const listeners of [this.watchers, this.states, this.presences])
      tell(listeners)();
  }
}

function follow(listeners: Set<Listener>, listener: Listener): Listener {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
