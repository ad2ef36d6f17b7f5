import * as Y from "yjs";
import { findRoot } from "../../document";
import type { JourneyMap } from "../../journey-map";
import { resolve } from "../../resolve";
import { cellAt, choose, idsIn, realActs } from "../acts";
import type { CardId } from "../../ids";
import type { Subject } from "../script";
import type { World } from "../world";

/** Mutant: the place of a card is two keys, so that two moves at once can end in a cell nobody chose. */
export const twoKeysForPlacement: Subject = {
  isIncremental: false,
  acts: {
    ...realActs,
    moveCard: (person, { a, b, c }, world) => {
      if (current !== world) wanted.clear();
      current = world;
      const cardId = choose(idsIn<CardId>(person, "cards"), a);
      const cell = cellAt(person, b, c);
      const card: unknown =
        cardId && findRoot(person.doc, "cards")?.get(cardId);
      if (!cell || !(card instanceof Y.Map)) return;
      person.doc.transact(() => {
        if (card.get("column") !== cell.columnId)
          card.set("column", cell.columnId);
        if (card.get("lane") !== cell.laneId) card.set("lane", cell.laneId);
      }, person.ctx.origin);
      // What the person wanted, for the harness to hold against what came of it.
      wanted.set(cardId!, [
        ...(wanted.get(cardId!) ?? []),
        `${cell.columnId}:${cell.laneId}`,
      ]);
    },
  },
  view: (doc): JourneyMap => {
    const map = resolve(doc);
    for (const [id, places] of wanted) {
      const card: unknown = findRoot(doc, "cards")?.get(id);
      if (!(card instanceof Y.Map) || !card.has("column") || !card.has("lane"))
        continue;
      const place = `${String(card.get("column"))}:${String(card.get("lane"))}`;
      if (!places.includes(place))
        throw new Error(`oracle: ${id} stands where nobody put it`);
    }
    return map;
  },
};

const wanted = new Map<string, string[]>();
let current: World | null = null;
