import * as Y from "yjs";
import { findRoot } from "../../document";
import type { CardId } from "../../ids";
import { resolve } from "../../resolve";
import { realActs } from "../acts";
import { cellAt, choose, idsIn } from "../picking";
import type { Subject } from "../script";
import { START } from "../start";

/** Mutant: the place of a card is two keys, so that two moves at once can end in a cell nobody chose. */
export const twoKeysForPlacement: Subject = {
  isIncremental: true,
  view: resolve,
  start: withTwoKeys(START),
  placeOfCard: {
    keys: ["column", "lane"],
    read: (card) =>
      card.has("column") && card.has("lane")
        ? `${String(card.get("column"))}:${String(card.get("lane"))}`
        : null,
  },
  acts: {
    ...realActs,
    moveCard: (person, { a, b, c }) => {
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
    },
  },
};

function withTwoKeys(start: Uint8Array): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, start);
  for (const card of findRoot(doc, "cards")?.values() ?? []) {
    const loc: unknown = card instanceof Y.Map && card.get("loc");
    if (!(card instanceof Y.Map) || !Array.isArray(loc)) continue;
    card.set("column", loc[0]);
    card.set("lane", loc[1]);
  }
  return Y.encodeStateAsUpdate(doc);
}
