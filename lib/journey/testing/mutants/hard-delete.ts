import { findRoot } from "../../document";
import type { CardId } from "../../ids";
import { realActs } from "../acts";
import { choose, idsIn } from "../picking";
import type { Subject } from "../script";
import { resolve } from "../../resolve";

/** Mutant: a deleted card is removed, and with it what others type into it at the same time. */
export const hardDelete: Subject = {
  isIncremental: true,
  view: resolve,
  acts: {
    ...realActs,
    deleteCard: (person, { a }) => {
      const cardId = choose(idsIn<CardId>(person, "cards"), a);
      if (!cardId) return;
      person.doc.transact(
        () => findRoot(person.doc, "cards")?.delete(cardId),
        person.ctx.origin,
      );
    },
  },
};
