import { resolve } from "../../resolve";
import { realActs } from "../acts";
import type { Subject } from "../script";
import type { Act } from "../world";

/** Mutant: the document keeps a line about each thing that was done, for ever. */
export const keptHistory: Subject = {
  isIncremental: true,
  view: resolve,
  acts: Object.fromEntries(
    Object.entries(realActs).map(([name, act]): [string, Act] => [
      name,
      (person, picks, world) => {
        act(person, picks, world);
        const { doc, ctx } = person;
        const line = `${ctx.actorId} ${name} at ${ctx.now()}`;
        doc.transact(() => doc.getArray("history").push([line]), ctx.origin);
      },
    ]),
  ) as Subject["acts"],
};
