import { expect, test } from "vitest";
import { addCard } from "./cards";
import { addLane } from "./lanes";
import { createLiveMap } from "./live-map";
import { resolve } from "./resolve";
import { addStage, deleteStage, reviveStage } from "./stages";
import { must, testDocument } from "./testing/context";

test("[J42] a card stands in the cell it was added to, and follows its stage into the trash and back", () => {
  const ctx = testDocument();
  const live = createLiveMap(ctx.doc);
  const { stageId } = must(addStage(ctx, { title: "Awareness" }));
  const { laneId } = must(addLane(ctx, { kind: "pain", title: "Pains" }));
  const { cardId } = must(
    addCard(ctx, { laneId, columnId: stageId, text: "Back pain" }),
  );
  const map = resolve(ctx.doc);
  expect(map.cells[`${laneId}:${stageId}`]?.map((card) => card.id)).toEqual([
    cardId,
  ]);
  expect(live.get()).toEqual(map);
  must(deleteStage(ctx, { stageId }));
  expect(resolve(ctx.doc).trash.map(({ kind }) => kind)).toEqual(["stage"]);
  expect(live.get()).toEqual(resolve(ctx.doc));
  must(reviveStage(ctx, { stageId }));
  expect(live.get()).toEqual(map);
  ctx.undo.undo();
  ctx.undo.undo();
  expect(live.get()).toEqual(map);
});
