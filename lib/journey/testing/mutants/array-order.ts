import * as Y from "yjs";
import { findRoot } from "../../document";
import type { StageId } from "../../ids";
import type { JourneyMap } from "../../journey-map";
import { resolve } from "../../resolve";
import { realActs } from "../acts";
import { choose, idsIn } from "../picking";
import { placeOf } from "../invariants";
import type { Subject } from "../script";
import { START } from "../start";

/** Mutant: the order of stages is a Y.Array; a move takes out and puts in, and two of them put in twice. */
export const arrayOrder: Subject = {
  isIncremental: false,
  start: withOrder(START),
  acts: {
    ...realActs,
    addStage: (person, picks, world) => {
      const before = new Set(idsIn<StageId>(person, "stages"));
      realActs.addStage(person, picks, world);
      for (const id of idsIn<StageId>(person, "stages")) {
        if (before.has(id)) continue;
        person.doc.transact(
          () => orderOf(person.doc).push([id]),
          person.ctx.origin,
        );
      }
    },
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
    const live = new Map(map.stages.map((stage) => [stage.id, stage]));
    const stages = orderOf(doc)
      .toArray()
      .flatMap((id) => live.get(id as StageId) ?? []);
    return { ...map, stages };
  },
  placeIn: (doc, root, id) =>
    root === "stages"
      ? String(orderOf(doc).toArray().indexOf(id)).padStart(4, "0")
      : placeOf(doc, root, id),
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
