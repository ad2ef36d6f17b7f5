import * as Y from "yjs";
import { rootOf } from "../../document";
import { resolve } from "../../resolve";
import { realActs, stepBack, stopTyping } from "../acts";
import type { Subject } from "../script";
import type { Act, Person } from "../world";

const managers = new WeakMap<Person, Y.UndoManager>();

/** Mutant: one Y.UndoManager over the registers; undo by whoever won a collision empties the key. */
export const defaultUndoManager: Subject = {
  isIncremental: true,
  view: resolve,
  acts: {
    ...Object.fromEntries(
      Object.entries(realActs).map(([name, act]): [string, Act] => [
        name,
        (person, picks, world) => {
          managerOf(person);
          act(person, picks, world);
        },
      ]),
    ),
    undo: (person, _picks, world) =>
      stepBack(person, world, () => managerOf(person).undo()),
    redo: (person, _picks, world) =>
      stepBack(person, world, () => managerOf(person).redo()),
  } as Subject["acts"],
};

function managerOf(person: Person): Y.UndoManager {
  stopTyping(person);
  const held = managers.get(person);
  if (held !== undefined) return held;
  const roots = [rootOf(person.doc, "cards"), rootOf(person.doc, "stages")];
  const manager = new Y.UndoManager(roots, {
    trackedOrigins: new Set([person.ctx.origin]),
    captureTimeout: 0,
  });
  managers.set(person, manager);
  return manager;
}
