import { addAttachment } from "../attachments";
import { addCard } from "../cards";
import { duplicateCard } from "../duplicate-card";
import { addChannel } from "../channels";
import { addChecklistItem } from "../checklist";
import { setEmotion } from "../emotions";
import { fillCells } from "../fill-cells";
import { addLane, duplicateLane } from "../lanes";
import { link } from "../links";
import { linkPersona, setMeta } from "../meta";
import { setNotesText } from "../notes";
import { setOwner } from "../owners";
import { addStage, deleteStage, duplicateStage, reviveStage } from "../stages";
import { setText } from "../texts";
import { addTouchpoint, duplicateTouchpoint } from "../touchpoints";
import { must } from "./context";
import type { TestContext } from "./context";
import { ANNA, SALES, WEBSITE } from "./sample";

/** Makes one of everything and copies it, then changes, undoes and redoes it. */
export function doEverything(ctx: TestContext): void {
  const { stageId } = must(addStage(ctx, { title: "Awareness" }));
  const { touchpointId } = must(addTouchpoint(ctx, { stageId }));
  const { laneId } = must(addLane(ctx, { kind: "pain", title: "Pains" }));
  const cell = { laneId, columnId: stageId };
  const { cardId } = must(addCard(ctx, { ...cell, text: "Hurts" }));
  must(duplicateCard(ctx, { cardId }));
  must(
    fillCells(ctx, {
      ...cell,
      rows: [["x".repeat(9_000), "b"]],
      addColumns: true,
    }),
  );
  must(addChecklistItem(ctx, { touchpointId, text: "Check" }));
  must(setNotesText(ctx, { touchpointId, text: "One\nTwo" }));
  must(
    addAttachment(ctx, {
      on: touchpointId,
      kind: "link",
      name: "Study",
      url: "https://example.org",
    }),
  );
  must(linkPersona(ctx, { personaId: ANNA }));
  must(setEmotion(ctx, { touchpointId, personaId: ANNA, value: 1 }));
  must(addChannel(ctx, { touchpointId, channelId: WEBSITE }));
  must(
    setOwner(ctx, { touchpointId, stakeholderId: SALES, role: "responsible" }),
  );
  must(link(ctx, { from: cardId, to: touchpointId, kind: "solves" }));
  must(setText(ctx, { kind: "stage", id: stageId, field: "title" }, "Aware"));
  must(setMeta(ctx, { state: "future" }));
  must(duplicateTouchpoint(ctx, { touchpointId }));
  must(duplicateLane(ctx, { laneId }));
  must(duplicateStage(ctx, { stageId }));
  must(deleteStage(ctx, { stageId }));
  must(reviveStage(ctx, { stageId }));
  while (ctx.undo.canUndo()) ctx.undo.undo();
  while (ctx.undo.canRedo()) ctx.undo.redo();
}
