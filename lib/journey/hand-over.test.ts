import { expect, test } from "vitest";
import { addCard, deleteCard, setCard } from "./cards";
import { findRoot } from "./document";
import { handOver, ownersAt } from "./hand-over";
import type { CardId } from "./ids";
import { addLane } from "./lanes";
import { setOwner } from "./owners";
import { must } from "./testing/context";
import { full } from "./testing/full-map";
import { SALES, SUPPORT } from "./testing/sample";
import {
  addTouchpoint,
  deleteTouchpoint,
  reviveTouchpoint,
} from "./touchpoints";

/** A map at whose three first touchpoints Sales has a part, and who has which tasks. */
function owned() {
  const { ctx, map } = full();
  for (const key of findRoot(ctx.doc, "owners")!.keys())
    findRoot(ctx.doc, "owners")!.delete(key);
  for (const cardId of findRoot(ctx.doc, "cards")!.keys())
    setCard(ctx, { cardId: cardId as CardId, task: null });
  const stageId = map.stages[0]!.id;
  const add = () => must(addTouchpoint(ctx, { stageId })).touchpointId;
  const at = [add(), add(), add()] as const;
  for (const [touchpointId, role] of [
    [at[0], "responsible"],
    [at[1], "involved"],
    [at[2], "responsible"],
  ] as const)
    must(setOwner(ctx, { touchpointId, stakeholderId: SALES, role }));
  const { laneId } = must(addLane(ctx, { kind: "action", title: "To do" }));
  const task = (status: "open" | "doing" | "done", stakeholderId = SALES) => {
    const { cardId } = must(addCard(ctx, { laneId, columnId: stageId }));
    must(setCard(ctx, { cardId, task: { stakeholderId, status, due: null } }));
    return cardId;
  };
  return { ctx, at, task };
}

const whose = ({ ctx }: ReturnType<typeof owned>, cardId: CardId) =>
  (
    findRoot(ctx.doc, "cards")!.get(cardId) as {
      get(key: string): { stakeholderId: string };
    }
  ).get("task").stakeholderId;

const both = { from: SALES, to: SUPPORT };

test("[J100] [R71] [R73] handing over gives all roles and open tasks to one other, and says how many", () => {
  const map = owned();
  const { ctx, at, task } = map;
  const [open, doing, done] = [task("open"), task("doing"), task("done")];
  expect(must(handOver(ctx, both))).toMatchObject({
    responsible: 2,
    involved: 1,
    tasks: 2,
  });
  expect(at.map((id) => [...ownersAt(ctx.doc, id)])).toEqual([
    [[SUPPORT, "responsible"]],
    [[SUPPORT, "involved"]],
    [[SUPPORT, "responsible"]],
  ]);
  expect([open, doing, done].map((id) => whose(map, id))).toEqual([
    SUPPORT,
    SUPPORT,
    SALES,
  ]);
});

test("[J100] who has a part already keeps the greater one", () => {
  const { ctx, at } = owned();
  for (const [touchpointId, role] of [
    [at[0], "involved"],
    [at[1], "responsible"],
  ] as const)
    must(setOwner(ctx, { touchpointId, stakeholderId: SUPPORT, role }));
  must(handOver(ctx, both));
  expect(at.map((id) => [...ownersAt(ctx.doc, id)])).toEqual(
    at.map(() => [[SUPPORT, "responsible"]]),
  );
});

test("[J100] done again it writes nothing, and one step takes all of it back", () => {
  const { ctx, at } = owned();
  const before = at.map((id) => [...ownersAt(ctx.doc, id)]);
  must(handOver(ctx, both));
  let writes = 0;
  ctx.doc.on("update", () => (writes += 1));
  expect(must(handOver(ctx, both))).toMatchObject({
    responsible: 0,
    involved: 0,
    tasks: 0,
  });
  expect(writes).toBe(0);
  ctx.undo.undo();
  expect(at.map((id) => [...ownersAt(ctx.doc, id)])).toEqual(before);
});

test("[J100] [J8] what is deleted keeps its people, and a stakeholder is not handed to themselves", () => {
  const map = owned();
  const { ctx, at, task } = map;
  const cardId = task("open");
  must(deleteCard(ctx, { cardId }));
  must(deleteTouchpoint(ctx, { touchpointId: at[0] }));
  expect(must(handOver(ctx, both))).toMatchObject({ responsible: 1, tasks: 0 });
  must(reviveTouchpoint(ctx, { touchpointId: at[0] }));
  expect([...ownersAt(ctx.doc, at[0])]).toEqual([[SALES, "responsible"]]);
  expect(whose(map, cardId)).toBe(SALES);
  expect(handOver(ctx, { from: SALES, to: SALES })).toEqual({
    ok: false,
    reason: "invalid",
  });
});
