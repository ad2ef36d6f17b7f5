import * as Y from "yjs";
import { findRoot } from "../../document";
import type { TouchpointId } from "../../ids";
import { resolve } from "../../resolve";
import { realActs } from "../acts";
import { choose, idsIn } from "../picking";
import type { Subject } from "../script";

/** Mutant: the checklist of a touchpoint is made by whoever needs it first; of two, one is lost. */
export const lazyContainers: Subject = {
  isIncremental: true,
  view: resolve,
  acts: {
    ...realActs,
    addChecklistItem: (person, { a }, world) => {
      const touchpointId = choose(
        idsIn<TouchpointId>(person, "touchpoints"),
        a,
      );
      const touchpoint: unknown =
        touchpointId && findRoot(person.doc, "touchpoints")?.get(touchpointId);
      if (!(touchpoint instanceof Y.Map)) return;
      const character = world.words.fresh();
      person.doc.transact(() => {
        if (!touchpoint.has("questions"))
          touchpoint.set("questions", new Y.Text());
        const questions: unknown = touchpoint.get("questions");
        if (questions instanceof Y.Text) questions.insert(0, character);
      }, person.ctx.origin);
      const { session, operations } = person;
      const text = `touchpoints/${touchpointId}/questions`;
      const operation = { session, number: operations };
      world.words.note(character, { text, session, operation });
    },
  },
};
