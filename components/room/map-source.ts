import { patchedCells } from "@/lib/journey/assemble-cells";
import type { Card, JourneyMap } from "@/lib/journey/journey-map";

export interface LiveSource {
  get(): JourneyMap;
  subscribe(listener: () => void): () => void;
}

const EMPTY: JourneyMap = {
  meta: {
    schema: 1,
    title: "",
    scenario: "",
    customerWord: "",
    structureLocked: false,
    state: "current",
    outcome: "open",
    breaksOffAt: null,
    reviewEveryDays: null,
    locale: "en",
  },
  personas: [],
  stages: [],
  lanes: [],
  cells: {},
  curves: [],
  attachments: {},
  links: [],
  tray: { touchpoints: [], cards: [] },
  trash: [],
  issues: [],
};

type CellKey = keyof JourneyMap["cells"];
type Listener = () => void;
type Subscribe = (listener: Listener) => () => void;
/** Shows the cards of a cell as they are now, where it can. */
type Write = (cards: readonly Card[]) => boolean;

const NO_CARDS: readonly Card[] = [];

/** Who is to be told when this part of the map, or this cell, is another. */
class Listeners<Key> {
  private readonly sets = new Map<Key, Set<Listener>>();

  add(key: Key, listener: Listener): () => void {
    const set = this.sets.get(key) ?? new Set();
    this.sets.set(key, set.add(listener));
    return () => {
      set.delete(listener);
      if (set.size === 0 && this.sets.get(key) === set) this.sets.delete(key);
    };
  }

  /** @param among - where others can be at most; null: anywhere. */
  tell(isOther: (key: Key) => boolean, among: Iterable<Key> | null): void {
    for (const key of among ?? this.sets.keys())
      if (isOther(key))
        for (const listener of this.sets.get(key) ?? []) listener();
  }
}

/** One map for all who look: first what the server drew, then the live document from its first sync on. */
export class MapSource {
  /** What whoever listens was told of last. */
  private told: JourneyMap;
  private readonly sent: JourneyMap;
  private live: LiveSource | null = null;
  private detach: (() => void) | null = null;
  private readonly listeners = new Set<Listener>();
  private readonly ofParts = new Listeners<keyof JourneyMap>();
  private readonly ofCells = new Listeners<CellKey>();
  private readonly writers = new Map<CellKey, Write>();
  /** React asks anew for whatever it is given anew, so each way to subscribe is one function for good. */
  private readonly waysToParts = new Map<string, Subscribe>();
  private readonly waysToCells = new Map<string, Subscribe>();

  constructor(initial: JourneyMap | null) {
    this.sent = initial ?? EMPTY;
    this.told = this.sent;
  }

  /** The map as it is, also where nobody was told yet. */
  readonly get = (): JourneyMap => this.live?.get() ?? this.told;

  /** The map as the server drew it. */
  readonly getSent = (): JourneyMap => this.sent;

  readonly subscribe = (listener: Listener): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Subscribes to these parts alone: thousands look at the map, and few at what a change concerns. */
  toParts(parts: readonly (keyof JourneyMap)[]): Subscribe {
    return wayOf(this.waysToParts, parts.join(), (listener) => {
      const stops = parts.map((part) => this.ofParts.add(part, listener));
      return () => stops.forEach((stop) => stop());
    });
  }

  /** Subscribes to the cards of one cell. */
  toCell(key: CellKey): Subscribe {
    return wayOf(this.waysToCells, key, (listener) =>
      this.ofCells.add(key, listener),
    );
  }

  /** The same for several, as one function for each time this is called. */
  toCells(keys: readonly CellKey[]): Subscribe {
    return (listener) => {
      const stops = keys.map((key) => this.ofCells.add(key, listener));
      return () => stops.forEach((stop) => stop());
    };
  }

  /**
   * Asks first whoever shows this cell, in one place, whether it shows another state of its cards by itself; if so,
   * nobody who subscribed to the cell is told.
   */
  writeCell(key: CellKey, write: Write): () => void {
    this.writers.set(key, write);
    return () => {
      if (this.writers.get(key) === write) this.writers.delete(key);
    };
  }

  follow(live: LiveSource): void {
    this.detach?.();
    const take = () => this.tell(live.get());
    this.detach = live.subscribe(take);
    this.live = live;
    take();
  }

  /** Keeps showing the last map. */
  release(): void {
    this.detach?.();
    this.detach = null;
    if (this.live) this.tell(this.live.get());
    this.live = null;
  }

  private tell(map: JourneyMap): void {
    const before = this.told;
    if (map === before) return;
    this.told = map;
    for (const listener of this.listeners) listener();
    this.ofParts.tell((part) => before[part] !== map[part], null);
    if (before.cells === map.cells) return;
    this.ofCells.tell(
      (key) => before.cells[key] !== map.cells[key] && !this.isWritten(key),
      patchedCells(before.cells, map.cells),
    );
  }

  private isWritten(key: CellKey): boolean {
    const write = this.writers.get(key);
    return write?.(this.told.cells[key] ?? NO_CARDS) ?? false;
  }
}

function wayOf(
  ways: Map<string, Subscribe>,
  name: string,
  way: Subscribe,
): Subscribe {
  const known = ways.get(name);
  if (!known) ways.set(name, way);
  return known ?? way;
}
