import type * as Y from "yjs";
import { findRoot } from "../../document";
import type { JourneyMap } from "../../journey-map";
import { resolve } from "../../resolve";
import { realActs } from "../acts";
import type { Subject } from "../script";

/** Mutant: lists come in the order in which a replica happens to hold them. */
export const unsortedView: Subject = {
  isIncremental: false,
  acts: realActs,
  view: (doc: Y.Doc): JourneyMap => {
    const map = resolve(doc);
    const held = [...(findRoot(doc, "stages")?.keys() ?? [])];
    return {
      ...map,
      stages: map.stages.toSorted(
        (a, b) => held.indexOf(a.id) - held.indexOf(b.id),
      ),
    };
  },
};
