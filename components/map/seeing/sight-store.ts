import type { ViewItem } from "@/lib/api/views";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { seeMap } from "@/lib/sight/see";
import type { Seen } from "@/lib/sight/see";
import type { Beside } from "@/lib/sight/match";
import { EVERYTHING, isSameSight } from "@/lib/sight/sight";
import type { Sight } from "@/lib/sight/sight";

interface MapSource {
  readonly get: () => JourneyMap;
  readonly subscribe: (listener: () => void) => () => void;
}

/** What this tab sees of the map: worked out again as colleagues change it, and at no other time. */
export class SightStore {
  private sight: Sight;
  private kept: ReadonlySet<string> = new Set();
  private seen: Seen;
  private readonly sent: Seen;
  private map: JourneyMap;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly source: MapSource,
    private view: ViewItem | null = null,
    /** What counts beside the map. */
    private beside: Beside = {},
  ) {
    this.sight = view?.sight ?? EVERYTHING;
    this.map = source.get();
    this.seen = seeMap(this.map, this.sight, beside);
    this.sent = this.seen;
  }

  readonly getSight = (): Sight => this.sight;

  /** The saved view that was chosen last, however it was changed since; null: none. */
  readonly getView = (): ViewItem | null => this.view;

  readonly getSeen = (): Seen => {
    if (this.source.get() !== this.map) this.look();
    return this.seen;
  };

  /** What was seen of the map as the server drew it. */
  readonly getSent = (): Seen => this.sent;

  /** What is left of the map; a source like that of the whole map. */
  readonly get = (): JourneyMap => this.getSeen().map;

  readonly subscribe = (listener: () => void): (() => void) => {
    const stop =
      this.listeners.size === 0 ? this.source.subscribe(this.tell) : null;
    if (stop) this.stop = stop;
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.stop();
    };
  };

  readonly choose = (view: ViewItem | null): void => {
    this.view = view;
    this.change(view?.sight ?? EVERYTHING);
  };

  readonly change = (change: Partial<Sight>): void => {
    const next = { ...this.sight, ...change };
    this.sight = isSameSight(next, EVERYTHING) ? EVERYTHING : next;
    this.kept = new Set();
    this.look();
    this.tell();
  };

  /** Keeps things in view although they do not match: what is worked on does not vanish from under the hands. */
  readonly keep = (ids: readonly string[]): void => {
    if (ids.length === this.kept.size && ids.every((id) => this.kept.has(id)))
      return;
    this.kept = new Set(ids);
    if (this.sight === EVERYTHING) return;
    const before = this.seen.map;
    this.look();
    if (before !== this.seen.map) this.tell();
  };

  /** Somebody brought evidence or took some away. */
  readonly learn = (beside: Beside): void => {
    const before = this.beside;
    const isSame = isSameSet(beside.known, before.known);
    if (isSame && beside.shown === before.shown) return;
    this.beside = beside;
    const { evidence, emotions, personas } = this.sight;
    const isAsked = emotions.length + personas.length > 0;
    if ((isSame || evidence === null) && !isAsked) return;
    this.look();
    this.tell();
  };

  private stop: () => void = () => undefined;

  private look(): void {
    const before = this.map;
    this.map = this.source.get();
    const { kept, beside, map, seen } = this;
    const isWhole = seen.map === before && seen.matches === seen.total;
    const isSameFrame =
      map.stages === before.stages && map.lanes === before.lanes;
    // Most changes are words on cards, and mostly nothing is put aside.
    if (this.sight === EVERYTHING && isWhole && isSameFrame) {
      this.seen = { ...seen, map };
      return;
    }
    const next = seeMap(map, this.sight, { kept, ...beside });
    this.seen = sameWherePossible(this.seen, next);
  }

  private readonly tell = (): void => {
    for (const listener of this.listeners) listener();
  };
}

function isSameSet(
  a: ReadonlySet<string> = new Set(),
  b: ReadonlySet<string> = new Set(),
): boolean {
  return a.size === b.size && [...a].every((id) => b.has(id));
}

/** Keeps lists the same objects while they hold the same, so that a change elsewhere draws nothing again. */
function sameWherePossible(before: Seen, next: Seen): Seen {
  const isSame = <T>(a: readonly T[], b: readonly T[]) =>
    a.length === b.length && a.every((one, at) => one === b[at]);
  const faded =
    before.faded.size === next.faded.size &&
    [...next.faded].every((id) => before.faded.has(id))
      ? before.faded
      : next.faded;
  const { map } = next;
  const lanes = isSame(before.map.lanes, map.lanes)
    ? before.map.lanes
    : map.lanes;
  return {
    ...next,
    faded,
    map: lanes === map.lanes ? map : { ...map, lanes },
  };
}
