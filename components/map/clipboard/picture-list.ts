/** A file on its way into the map. */
export interface ComingPicture {
  readonly key: number;
  /** The name of the cell in which it will stand. */
  readonly at: string;
  readonly name: string;
  /** 0 to 1. */
  readonly share: number;
  readonly cancel: () => void;
}

const NONE: readonly ComingPicture[] = [];

/** What is on its way, followed only by the cells that wait for something. */
export class PictureList {
  private places: ReadonlyMap<string, readonly ComingPicture[]> = new Map();
  private lastKey = 0;
  private readonly listeners = new Set<() => void>();

  readonly at = (name: string): readonly ComingPicture[] =>
    this.places.get(name) ?? NONE;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Begins to wait; what is returned tells how far it is and ends the waiting. */
  add(coming: Omit<ComingPicture, "key" | "share">) {
    const key = (this.lastKey += 1);
    const put = (change: (now: readonly ComingPicture[]) => ComingPicture[]) =>
      this.set(coming.at, change(this.at(coming.at)));
    put((now) => [...now, { ...coming, key, share: 0 }]);
    return {
      progress: (share: number) =>
        put((now) =>
          now.map((one) => (one.key === key ? { ...one, share } : one)),
        ),
      end: () => put((now) => now.filter((one) => one.key !== key)),
    };
  }

  private set(place: string, coming: readonly ComingPicture[]): void {
    this.places = new Map(this.places).set(place, coming);
    for (const listener of this.listeners) listener();
  }
}
