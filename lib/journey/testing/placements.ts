import * as Y from "yjs";
import { findRoot } from "../document";
import type { ChangedType } from "../touched";

/** Where a card stands, as one word; a mutant may keep it otherwise. */
export interface PlaceOfCard {
  readonly keys: readonly string[];
  readonly read: (card: Y.Map<unknown>) => string | null;
}

export const wholePlace: PlaceOfCard = {
  keys: ["loc"],
  read: (card) => {
    const loc: unknown = card.get("loc");
    return Array.isArray(loc) ? `${String(loc[0])}:${String(loc[1])}` : null;
  },
};

/** Remembers each cell that somebody put a card into: a card that stands in another was torn. */
export class PlacementOracle {
  private readonly chosen = new Map<string, Set<string>>();

  constructor(
    private readonly place: PlaceOfCard,
    start: Y.Doc,
  ) {
    for (const [id] of cardsOf(start)) this.note(start, id);
  }

  /** Takes down where a local transaction left the cards that it placed. */
  record(doc: Y.Doc, { root, path, keys }: ChangedType): void {
    if (root !== "cards") return;
    const isPlaced = this.place.keys.some((key) => keys.has(key));
    if (path.length === 1 && isPlaced) this.note(doc, path[0]!);
    if (path.length === 0) for (const id of keys) if (id) this.note(doc, id);
  }

  *mismatches(doc: Y.Doc): Generator<string> {
    for (const [id, card] of cardsOf(doc)) {
      const place = this.place.read(card);
      if (place !== null && !this.chosen.get(id)?.has(place))
        yield `card ${id} stands in ${place}, where nobody put it`;
    }
  }

  private note(doc: Y.Doc, id: string): void {
    const card: unknown = findRoot(doc, "cards")?.get(id);
    const place = card instanceof Y.Map ? this.place.read(card) : null;
    if (place === null) return;
    const known = this.chosen.get(id) ?? new Set();
    this.chosen.set(id, known.add(place));
  }
}

function* cardsOf(doc: Y.Doc): Generator<[string, Y.Map<unknown>]> {
  for (const [id, card] of findRoot(doc, "cards")?.entries() ?? [])
    if (card instanceof Y.Map) yield [id, card];
}
