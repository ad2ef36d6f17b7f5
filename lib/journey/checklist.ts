import * as Y from "yjs";
import { Plan, refusalOf, refuse } from "./command";
import type { CommandContext, CommandResult } from "./command";
import { newChecklistItem } from "./entities";
import { asId } from "./ids";
import type { ChecklistItemId, TouchpointId } from "./ids";
import { MAX_STRING } from "./limits";
import { checklistOf, deletionOf, liveEntity, placeBefore } from "./lists";
import type { RegisterPath } from "./register";

function checklistIn(
  ctx: CommandContext,
  touchpointId: TouchpointId,
): Y.Map<unknown> | null {
  const held = liveEntity(ctx.doc, "touchpoints", touchpointId)?.get(
    "checklist",
  );
  return held instanceof Y.Map ? held : null;
}

function pathTo(touchpointId: TouchpointId, itemId: string): [...RegisterPath] {
  return ["touchpoints", touchpointId, "checklist", itemId];
}

function hasItem(
  checklist: Y.Map<unknown> | null,
  itemId: ChecklistItemId,
): boolean {
  const item = checklist?.get(itemId);
  return item instanceof Y.Map && deletionOf(item) === null;
}

/** Adds a check question to a touchpoint, before another or at the end. */
export function addChecklistItem(
  ctx: CommandContext,
  args: {
    readonly touchpointId: TouchpointId;
    readonly text?: string;
    readonly before?: ChecklistItemId | null;
  },
): CommandResult<{ readonly itemId: ChecklistItemId }> {
  const refusal = refusalOf(ctx, "content");
  if (refusal !== null) return refusal;
  const { touchpointId, text = "" } = args;
  if (text.length > MAX_STRING) return refuse("too_long");
  const checklist = checklistIn(ctx, touchpointId);
  if (checklist === null) return refuse("not_found");
  const placement = placeBefore(
    checklistOf(checklist),
    args.before ?? null,
    ctx,
  );
  if (placement === null) return refuse("not_found");
  const itemId = asId<ChecklistItemId>(ctx.newId());
  const plan = new Plan(ctx);
  for (const { id, pos } of placement.rekeyed)
    plan.set([...pathTo(touchpointId, id), "pos"], pos);
  plan.create(
    pathTo(touchpointId, itemId),
    newChecklistItem({ pos: placement.keys[0]!, text }),
  );
  plan.commit(touchpointId);
  return { ok: true, itemId };
}

/** Answers a check question, or moves it; its words are a text. */
export function setChecklistItem(
  ctx: CommandContext,
  args: {
    readonly touchpointId: TouchpointId;
    readonly itemId: ChecklistItemId;
    readonly done?: boolean;
    /** Absent: stays where it is; null: last. */
    readonly before?: ChecklistItemId | null;
  },
): CommandResult {
  const refusal = refusalOf(ctx, "content");
  if (refusal !== null) return refusal;
  const { touchpointId, itemId, done, before } = args;
  const checklist = checklistIn(ctx, touchpointId);
  if (checklist === null || !hasItem(checklist, itemId))
    return refuse("not_found");
  const plan = new Plan(ctx);
  if (done !== undefined)
    plan.set([...pathTo(touchpointId, itemId), "done"], done);
  if (before !== undefined && before !== itemId) {
    const others = checklistOf(checklist).filter(({ id }) => id !== itemId);
    const placement = placeBefore(others, before, ctx);
    if (placement === null) return refuse("not_found");
    plan.set([...pathTo(touchpointId, itemId), "pos"], placement.keys[0]);
    for (const { id, pos } of placement.rekeyed)
      plan.set([...pathTo(touchpointId, id), "pos"], pos);
  }
  plan.commit(touchpointId);
  return { ok: true };
}

/** Takes a check question off the list; like every deletion a mark, so that undo brings back its words. */
export function removeChecklistItem(
  ctx: CommandContext,
  args: {
    readonly touchpointId: TouchpointId;
    readonly itemId: ChecklistItemId;
  },
): CommandResult {
  const refusal = refusalOf(ctx, "content");
  if (refusal !== null) return refusal;
  const { touchpointId, itemId } = args;
  if (!hasItem(checklistIn(ctx, touchpointId), itemId))
    return refuse("not_found");
  const stamp = { by: ctx.actorId, at: ctx.now() };
  new Plan(ctx)
    .set([...pathTo(touchpointId, itemId), "del"], stamp)
    .commit(touchpointId);
  return { ok: true };
}
