import * as Y from "yjs";
import { findRoot } from "../../document";
import type { StageId } from "../../ids";
import type { JourneyMap, Stage } from "../../journey-map";
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
    const map = resolve(doc);
    const order = orderOf(doc).toArray();
    const byId = new Map(
      map.stages.map((stage) => [stage.id as string, stage]),
    );
    const listed = order.flatMap((id): Stage[] =>
      byId.has(id) ? [byId.get(id)!] : [],
    );
    const rest = map.stages.filter(({ id }) => !order.includes(id));
    if (new Set(listed).size !== listed.length)
      throw new Error("I2: a live stage is not shown once");
    return {
      ...map,
      stages: [...listed, ...rest].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    };
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
