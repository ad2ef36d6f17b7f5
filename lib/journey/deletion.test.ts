import { expect, test } from "vitest";
import { addCard, deleteCard, moveCard, reviveCard } from "./cards";
import { deleteLane } from "./lanes";
import { resolve } from "./resolve";
import { deleteStage, reviveStage } from "./stages";
import { must } from "./testing/context";
import { setText } from "./texts";
import { deleteTouchpoint, reviveTouchpoint } from "./touchpoints";
import { full, meet, peerOf, texts } from "./testing/full-map";

test("[J6] words typed into a card that someone deletes are in the trash with it", () => {
  const { ctx, map, lane, stage } = full();
  const other = peerOf(ctx);
  const card = map.cells[`${lane("Pains")}:${stage("Awareness")}`]![0]!;
  must(deleteCard(ctx, { cardId: card.id }));
  must(setText(other, { kind: "card", id: card.id }, "Back hurts badly"));
  expect(meet(ctx, other).trash.map(({ title }) => title)).toEqual([
    "Back hurts badly",
  ]);
});

test("[J7] [J16] a stage is deleted with what is in it; a card added meanwhile waits in the tray", () => {
  const { ctx, map, lane, stage } = full();
  const other = peerOf(ctx);
  must(deleteStage(ctx, { stageId: stage("Awareness") }));
  must(
    addCard(other, {
      laneId: lane("Pains"),
      columnId: stage("Awareness"),
      text: "Late",
    }),
  );
  const merged = meet(ctx, other);
  expect(merged.tray.cards.map(({ text }) => text)).toEqual(["Late"]);
  expect(merged.trash.map(({ kind }) => kind)).toEqual(["stage"]);
  must(reviveStage(ctx, { stageId: stage("Awareness") }));
  const revived = resolve(ctx.doc);
  expect(revived.tray.cards).toEqual([]);
  expect(revived.stages).toEqual(map.stages);
  expect(texts(revived)).toEqual(["Late", ...texts(map)].sort());
});

test("[J7] reviving a lane leaves a card in the trash that was deleted before", () => {
  const { ctx, map, lane, stage } = full();
  const [first] = map.cells[`${lane("Pains")}:${stage("Awareness")}`]!;
  must(deleteCard(ctx, { cardId: first!.id }));
  must(deleteLane(ctx, { laneId: lane("Pains") }));
  expect(resolve(ctx.doc).trash.map(({ kind }) => kind)).toEqual([
    "lane",
    "card",
  ]);
  ctx.undo.undo();
  expect(resolve(ctx.doc).trash.map(({ id }) => id)).toEqual([first!.id]);
});

test("[J8] a deleted touchpoint returns with its channels, owners and emotions", () => {
  const { ctx, map, search } = full();
  must(deleteTouchpoint(ctx, { touchpointId: search }));
  expect(resolve(ctx.doc).attachments[search]).toBeUndefined();
  must(reviveTouchpoint(ctx, { touchpointId: search }));
  expect(resolve(ctx.doc)).toEqual(map);
});

test("[J16] a card revived into a deleted column waits in the tray and can be placed from there", () => {
  const { ctx, map, lane, stage } = full();
  const { id: cardId } =
    map.cells[`${lane("Pains")}:${stage("Awareness")}`]![0]!;
  must(deleteCard(ctx, { cardId }));
  must(deleteStage(ctx, { stageId: stage("Awareness") }));
  must(reviveCard(ctx, { cardId }));
  expect(resolve(ctx.doc).tray.cards.map(({ id }) => id)).toEqual([cardId]);
  const cell = { laneId: lane("Pains"), columnId: stage("Decision") };
  must(moveCard(ctx, { cardId, ...cell, before: null }));
  expect(
    resolve(ctx.doc).cells[`${cell.laneId}:${cell.columnId}`],
  ).toHaveLength(1);
});
