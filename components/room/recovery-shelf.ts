import { onDemand } from "@/components/ui/on-demand";
import type { JourneyMap } from "@/lib/journey/journey-map";
import type { Owner } from "./device-store";
import type { Recovered } from "./recovery";
import { dropRecovered, keepRecovered, listRecovered } from "./recovery-store";

/** Work that a connection ended with. */
export interface Lost {
  readonly id: string;
  readonly code: number;
  /** What the server had when the work began; null where everything that it lacks counts. */
  readonly base: JourneyMap | null;
  readonly local: JourneyMap;
  /** Whether it may stay in this browser: not after somebody signed this person out. */
  readonly isKept: boolean;
}

const NONE: readonly Recovered[] = [];

/** What tells two maps apart: whoever writes nothing never needs it. */
const reckoning = onDemand(() => import("./recovery"));
const againMs = 1_000;

/** What was written on this map here and never reached the server, until its person says what becomes of it. */
export class RecoveryShelf {
  private list: readonly Recovered[] = NONE;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly owner: Owner) {}

  readonly getList = (): readonly Recovered[] => this.list;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Finds what earlier pages kept. */
  async load(): Promise<void> {
    const { userId, journeyId } = this.owner;
    const kept = await listRecovered(userId, journeyId);
    const known = new Set(this.list.map(({ id }) => id));
    const found = kept.filter(({ id }) => !known.has(id));
    if (found.length === 0) return;
    // The number of changes is part of what is said.
    await reckoning.load().catch(() => undefined);
    this.set([...found, ...this.list]);
  }

  /** How many changes are told. */
  readonly count = (list: readonly Recovered[]): number =>
    reckoning.get()?.countOf(list) ?? list.length;

  /** Something is being written, so that it may have to be kept. */
  readonly expect = (): void => {
    reckoning.load().catch(() => undefined);
  };

  /** Keeps what of some work the server lacks, as far as is known by now. */
  keep(lost: Lost, server: JourneyMap): void {
    const part = reckoning.get();
    if (!part) {
      const again = () => this.keep(lost, server);
      reckoning.load().then(again, () => setTimeout(again, againMs));
      return;
    }
    const { id, code, base, local } = lost;
    const changes = part.unsentChanges({ base, server, local });
    if (changes.length === 0) return this.drop(id);
    const { journeyId, userId } = this.owner;
    const at = Date.now();
    const recovered = { id, journeyId, at, code, changes };
    const whole = { ...recovered, from: server, to: local };
    this.show(whole);
    if (lost.isKept) void keepRecovered(userId, whole);
  }

  /** Takes back that something was discarded. */
  put(recovered: Recovered): void {
    this.show(recovered);
    void keepRecovered(this.owner.userId, recovered);
  }

  drop(id: string): void {
    const rest = this.list.filter((one) => one.id !== id);
    if (rest.length !== this.list.length) this.set(rest);
    void dropRecovered(this.owner.userId, id);
  }

  private show(recovered: Recovered): void {
    const others = this.list.filter(({ id }) => id !== recovered.id);
    this.set([...others, recovered]);
  }

  private set(list: readonly Recovered[]): void {
    this.list = list;
    for (const listener of this.listeners) listener();
  }
}
