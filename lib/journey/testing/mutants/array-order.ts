import * as Y from "yjs";
import { findRoot } from "../../document";
import type { StageId } from "../../ids";
import type { JourneyMap } from "../../journey-map";
import { resolve } from "../../resolve";
import { choose, idsIn, realActs } from "../acts";
import type { Subject } from "../script";
import { START } from "../start";

/** Mutant: the order of stages is a Y.Array; a move takes out and puts in, and two of them put in twice. */
export const arrayOrder: Subject = {
  isIncremental: false,
  start: withOrder(START),
  acts: {
    ...realActs,
    moveStage: (person, { a, b }) => {
      const order = orderOf(person.doc);
      const stageId = choose(idsIn<StageId>(person, "stages"), a);
      const from = order.toArray().indexOf(stageId ?? "");
      if (from < 0) return;
      person.doc.transact(() => {
        order.delete(from);
        order.insert(b % (order.length + 1), [stageId!]);
      }, person.ctx.origin);
    },
  },
  view: (doc): JourneyMap => {
    const order = orderOf(doc).toArray();
    if (new Set(order).size !== order.length) {
      throw new Error("I2: a live stage is not shown once");
    }
    return resolve(doc);
  },
};

function orderOf(doc: Y.Doc): Y.Array<string> {
  return doc.getArray<string>("stage-order");
}

function withOrder(start: Uint8Array): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, start);
  orderOf(doc).push([...(findRoot(doc, "stages")?.keys() ?? [])]);
  return Y.encodeStateAsUpdate(doc);
}
