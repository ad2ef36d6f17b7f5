import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { addCard, deleteCard } from "./cards";
import { followUp, followUpsOf, originsOf } from "./follow-up";
import type { StakeholderId } from "./ids";
import { addLane } from "./lanes";
import { setMeta } from "./meta";
import { setOwner } from "./owners";
import { resolve } from "./resolve";
import { addStage, deleteStage } from "./stages";
import { must, testContext, testDocument } from "./testing/context";
import type { TestContext } from "./testing/context";
import { SALES, SUPPORT } from "./testing/sample";
import { addTouchpoint } from "./touchpoints";
import type { Span } from "./vocabulary";

const laneTitle = "Actions";

/** A stage with a touchpoint and a pain, and a lane of actions of some span, if any. */
function painful(span: Span | null = "stage") {
  const ctx = testDocument();
  const { stageId } = must(addStage(ctx, { title: "Buy" }));
  const { touchpointId } = must(addTouchpoint(ctx, { stageId, title: "Pay" }));
  const { laneId } = must(addLane(ctx, { kind: "pain", title: "Pains" }));
  const pain = must(
    addCard(ctx, { laneId, columnId: stageId, text: "Too slow" }),
  ).cardId;
  const actions = span
    ? must(addLane(ctx, { kind: "action", title: "To do", span })).laneId
    : null;
  ctx.undo.clear();
  return { ctx, stageId, touchpointId, pain, actions };
}

const task = (ctx: TestContext, from: string) =>
  must(followUp(ctx, { from, kind: "action", laneTitle })).cardId;
const cardsOf = ({ doc }: TestContext) =>
  Object.values(resolve(doc).cells).flat();
const card = (ctx: TestContext, id: string) =>
  cardsOf(ctx).find((each) => each.id === id);

describe("what is made of a pain or a touchpoint", () => {
  test("[J101] [R05] a pain becomes a task in its own column, with its words and the way back to it", () => {
    const { ctx, pain, stageId, actions } = painful();
    const cardId = task(ctx, pain);
    expect(card(ctx, cardId)).toMatchObject({
      kind: "action",
      laneId: actions,
      columnId: stageId,
      text: "Too slow",
      task: { stakeholderId: null, status: "open", due: null },
    });
    const { links } = resolve(ctx.doc);
    expect(originsOf(links).get(cardId)).toBe(pain);
    expect(followUpsOf(links, pain)).toEqual([cardId]);
  });

  test("[J101] [J30] it is one step to take back, the lane that was added with it, and one to do again", () => {
    const { ctx, pain } = painful(null);
    const before = resolve(ctx.doc);
    const cardId = task(ctx, pain);
    const lane = resolve(ctx.doc).lanes.at(-1);
    expect(lane).toMatchObject({
      kind: "action",
      title: laneTitle,
      visibility: "backstage",
    });
    ctx.undo.undo();
    const { lanes, cells, links } = resolve(ctx.doc);
    expect({ lanes, cells, links }).toEqual({
      lanes: before.lanes,
      cells: before.cells,
      links: before.links,
    });
    ctx.undo.redo();
    expect(card(ctx, cardId)?.laneId).toBe(lane?.id);
  });

  test("[J101] [R72] a task from a touchpoint goes straight to the one who is responsible there, and to nobody where there are two", () => {
    const { ctx, touchpointId } = painful();
    const own = (stakeholderId: StakeholderId) =>
      must(setOwner(ctx, { touchpointId, stakeholderId, role: "responsible" }));
    own(SALES);
    expect(card(ctx, task(ctx, touchpointId))?.task?.stakeholderId).toBe(SALES);
    own(SUPPORT);
    expect(card(ctx, task(ctx, touchpointId))?.task?.stakeholderId).toBeNull();
  });

  test("[J101] [J18] in a lane under touchpoints it stands at the touchpoint, or at the first of the stage", () => {
    const { ctx, pain, touchpointId } = painful("touchpoint");
    expect(card(ctx, task(ctx, pain))?.columnId).toBe(touchpointId);
    expect(card(ctx, task(ctx, touchpointId))?.columnId).toBe(touchpointId);
  });

  test("[J101] [R79] an idea for a touchpoint is an opportunity that nobody has scored yet", () => {
    const { ctx, touchpointId, stageId } = painful();
    const text = "Greet regulars by name";
    const { cardId } = must(
      followUp(ctx, {
        from: touchpointId,
        kind: "opportunity",
        laneTitle,
        text,
      }),
    );
    expect(card(ctx, cardId)).toMatchObject({
      kind: "opportunity",
      columnId: stageId,
      text,
      score: null,
      task: null,
    });
  });

  test("[J101] [J9] [J10] what has no place, is gone or would need a lane on a locked map is refused, and nothing is written", () => {
    const { ctx, pain, stageId, touchpointId } = painful(null);
    const refusalOf = (from: string) => {
      const before = Y.encodeStateAsUpdate(ctx.doc);
      const result = followUp(ctx, { from, kind: "action", laneTitle });
      expect(Y.encodeStateAsUpdate(ctx.doc)).toEqual(before);
      return result.ok ? null : result.reason;
    };
    expect(refusalOf("no id")).toBe("invalid");
    expect(refusalOf(SALES)).toBe("not_found");
    must(setMeta(ctx, { structureLocked: true }));
    expect(refusalOf(pain)).toBe("structure_locked");
    must(setMeta(ctx, { structureLocked: false }));
    must(deleteCard(ctx, { cardId: pain }));
    expect(refusalOf(pain)).toBe("not_found");
    must(deleteStage(ctx, { stageId }));
    expect(refusalOf(touchpointId)).toBe("not_found");
  });

  test("[J101] [J80] two people who make a task of the same pain at once both find theirs, each with its way back", () => {
    const { ctx, pain } = painful();
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(ctx.doc));
    const colleague = testContext(other, 2);
    const mine = task(ctx, pain);
    const theirs = task(colleague, pain);
    Y.applyUpdate(ctx.doc, Y.encodeStateAsUpdate(other));
    const { links } = resolve(ctx.doc);
    expect(followUpsOf(links, pain).toSorted()).toEqual(
      [mine, theirs].toSorted(),
    );
    expect([card(ctx, mine)?.text, card(ctx, theirs)?.text]).toEqual([
      "Too slow",
      "Too slow",
    ]);
  });
});
