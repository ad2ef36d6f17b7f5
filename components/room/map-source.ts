import type { JourneyMap } from "@/lib/journey/journey-map";

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

/** One map for all who look: first what the server drew, then the live document from its first sync on. */
export class MapSource {
  private current: JourneyMap;
  private readonly sent: JourneyMap;
  private detach: (() => void) | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(initial: JourneyMap | null) {
    this.sent = initial ?? EMPTY;
    this.current = this.sent;
  }

  readonly get = (): JourneyMap => this.current;

  /** The map as the server drew it. */
  readonly getSent = (): JourneyMap => this.sent;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  follow(live: LiveSource): void {
    this.detach?.();
    const take = () => this.set(live.get());
    this.detach = live.subscribe(take);
    take();
  }

  /** Keeps showing the last map. */
  release(): void {
    this.detach?.();
    this.detach = null;
  }

  private set(map: JourneyMap): void {
    if (map === this.current) return;
    this.current = map;
    for (const listener of this.listeners) listener();
  }
}
