import type * as v from "valibot";
import { Plan, freeId, refusalOf, refuse } from "./command";
import type { CommandContext, CommandResult } from "./command";
import { revive, softDelete } from "./deletion";
import { copyTouchpoint } from "./duplicate";
import { newTouchpoint } from "./entities";
import type { StageId, TouchpointId } from "./ids";
import { readAs } from "./kind";
import { MAX_STRING } from "./limits";
import {
  liveEntity,
  placeBefore,
  touchpointLocOf,
  touchpointsOf,
} from "./lists";
import { patchOf, planPatch } from "./patch";
import { touchpointFields } from "./schema";

/** Adds a touchpoint to a stage, before another of it or at its end. */
export function addTouchpoint(
  ctx: CommandContext,
  args: {
    readonly stageId: StageId;
    readonly before?: TouchpointId | null;
    readonly title?: string;
    readonly id?: TouchpointId;
  },
): CommandResult<{ readonly touchpointId: TouchpointId }> {
  const refusal = refusalOf(ctx, "structure");
  if (refusal !== null) return refusal;
  const { stageId, title } = args;
  if ((title?.length ?? 0) > MAX_STRING) return refuse("too_long");
  if (liveEntity(ctx.doc, "stages", stageId) === null)
    return refuse("not_found");
  const placement = placeBefore(
    touchpointsOf(ctx.doc, stageId),
    args.before ?? null,
    ctx,
  );
  if (placement === null) return refuse("not_found");
  const touchpointId = freeId(ctx, "touchpoints", args.id);
  if (touchpointId === null) return refuse("invalid");
  const plan = new Plan(ctx);
  for (const { id, pos } of placement.rekeyed)
    plan.set(["touchpoints", id, "loc"], [stageId, pos]);
  plan.create(
    ["touchpoints", touchpointId],
    newTouchpoint([stageId, placement.keys[0]!], { title }),
  );
  plan.commit(touchpointId);
  return { ok: true, touchpointId };
}

/** Moves a touchpoint, with the cards under it, to a stage: before another of it or at its end. */
export function moveTouchpoint(
  ctx: CommandContext,
  args: {
    readonly touchpointId: TouchpointId;
    readonly stageId: StageId;
    readonly before: TouchpointId | null;
  },
): CommandResult {
  const refusal = refusalOf(ctx, "structure");
  if (refusal !== null) return refusal;
  const { touchpointId, stageId, before } = args;
  const entity = liveEntity(ctx.doc, "touchpoints", touchpointId);
  if (entity === null || liveEntity(ctx.doc, "stages", stageId) === null)
    return refuse("not_found");
  const list = touchpointsOf(ctx.doc, stageId);
  const index = list.findIndex(({ id }) => id === touchpointId);
  const isThere = index >= 0 && touchpointLocOf(entity)?.[0] === stageId;
  if (
    isThere &&
    (before === touchpointId || (list[index + 1]?.id ?? null) === before)
  ) {
    return { ok: true };
  }
  const others = list.filter(({ id }) => id !== touchpointId);
  const placement = placeBefore(others, before, ctx);
  if (placement === null) return refuse("not_found");
  const plan = new Plan(ctx).set(
    ["touchpoints", touchpointId, "loc"],
    [stageId, placement.keys[0]],
  );
  for (const { id, pos } of placement.rekeyed)
    plan.set(["touchpoints", id, "loc"], [stageId, pos]);
  plan.commit(touchpointId);
  return { ok: true };
}

const patchSchema = patchOf(touchpointFields);
/** Every register of a touchpoint but its place; null clears, absent leaves alone. */
export type TouchpointPatch = v.InferInput<typeof patchSchema>;

/** Sets registers of a touchpoint, in one undo step. */
export function setTouchpoint(
  ctx: CommandContext,
  args: {
    readonly touchpointId: TouchpointId;
    readonly patch: TouchpointPatch;
  },
): CommandResult {
  const refusal = refusalOf(ctx, "content");
  if (refusal !== null) return refusal;
  const { touchpointId } = args;
  const parsed = readAs(patchSchema, args.patch);
  if (parsed === undefined) return refuse("invalid");
  if (liveEntity(ctx.doc, "touchpoints", touchpointId) === null)
    return refuse("not_found");
  planPatch(new Plan(ctx), ["touchpoints", touchpointId], parsed).commit(
    touchpointId,
  );
  return { ok: true };
}

/** Moves a touchpoint to the trash, with the cards under it; its owners and emotions return with it. */
export function deleteTouchpoint(
  ctx: CommandContext,
  args: { readonly touchpointId: TouchpointId },
): CommandResult {
  return softDelete(ctx, "touchpoints", args.touchpointId);
}

/** Takes a touchpoint out of the trash, with the cards that were deleted together with it. */
export function reviveTouchpoint(
  ctx: CommandContext,
  args: { readonly touchpointId: TouchpointId },
): CommandResult {
  return revive(ctx, "touchpoints", args.touchpointId);
}

/** Copies a touchpoint with all that it says, its owners, emotions and the cards under it, right behind itself. */
export function duplicateTouchpoint(
  ctx: CommandContext,
  args: { readonly touchpointId: TouchpointId },
): CommandResult<{ readonly touchpointId: TouchpointId }> {
  const refusal = refusalOf(ctx, "structure");
  if (refusal !== null) return refusal;
  const source = liveEntity(ctx.doc, "touchpoints", args.touchpointId);
  const stageId = source === null ? undefined : touchpointLocOf(source)?.[0];
  if (
    stageId === undefined ||
    liveEntity(ctx.doc, "stages", stageId) === null
  ) {
    return refuse("not_found");
  }
  const list = touchpointsOf(ctx.doc, stageId);
  const next =
    list[list.findIndex(({ id }) => id === args.touchpointId) + 1]?.id ?? null;
  const placement = placeBefore(list, next, ctx)!;
  const plan = new Plan(ctx);
  for (const { id, pos } of placement.rekeyed)
    plan.set(["touchpoints", id, "loc"], [stageId, pos]);
  const loc = [stageId, placement.keys[0]!] as const;
  const touchpointId = copyTouchpoint({ ctx, plan }, args.touchpointId, loc);
  if (touchpointId === null) return refuse("too_many_cards");
  plan.commit(touchpointId);
  return { ok: true, touchpointId };
}
