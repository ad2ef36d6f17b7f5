/** Whom this tab goes after. */
export interface Following {
  readonly userId: string;
  readonly name: string;
  /** Goes to where they are once and is free again. */
  readonly isOnce: boolean;
}

/** What this tab does with others beyond writing: whom it follows, and whether it calls them. */
export class Together {
  private following: Following | null = null;
  private callId: string | null = null;
  private readonly listeners = new Set<() => void>();

  readonly getFollowing = (): Following | null => this.following;

  /** The name of the call that is out; null: none. */
  readonly getCall = (): string | null => this.callId;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly follow = (following: Following): void => {
    this.following = following;
    this.notify();
  };

  readonly stop = (): void => {
    this.following = null;
    this.notify();
  };

  readonly call = (callId: string | null): void => {
    this.callId = callId;
    this.notify();
  };

  private notify(): void {
    for (const listener of this.listeners) listener();
  }
}
