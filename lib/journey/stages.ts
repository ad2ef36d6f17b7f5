import * as v from "valibot";
import { Plan, freeId, refusalOf, refuse } from "./command";
import type { CommandContext, CommandResult } from "./command";
import { softDelete, revive } from "./deletion";
import { copyStage } from "./duplicate";
import { newStage } from "./entities";
import type { StageId } from "./ids";
import { readAs } from "./kind";
import { MAX_STRING } from "./limits";
import { listOf, liveEntity, placeBefore } from "./lists";
import { stageValues } from "./schema";
import type { Colour } from "./vocabulary";

/** Adds a stage before another, or at the end. */
export function addStage(
  ctx: CommandContext,
  args: {
    readonly title?: string;
    readonly before?: StageId | null;
    readonly id?: StageId;
  } = {},
): CommandResult<{ readonly stageId: StageId }> {
  const refusal = refusalOf(ctx, "structure");
  if (refusal !== null) return refusal;
  if ((args.title?.length ?? 0) > MAX_STRING) return refuse("too_long");
  const placement = placeBefore(
    listOf(ctx.doc, "stages"),
    args.before ?? null,
    ctx,
  );
  if (placement === null) return refuse("not_found");
  const stageId = freeId(ctx, "stages", args.id);
  if (stageId === null) return refuse("invalid");
  const plan = new Plan(ctx);
  for (const { id, pos } of placement.rekeyed)
    plan.set(["stages", id, "pos"], pos);
  plan.create(
    ["stages", stageId],
    newStage({ pos: placement.keys[0]!, title: args.title }),
  );
  plan.commit(stageId);
  return { ok: true, stageId };
}

/** Moves a stage with all that is in it; concurrent moves of one stage end in one of the two places. */
export function moveStage(
  ctx: CommandContext,
  args: { readonly stageId: StageId; readonly before: StageId | null },
): CommandResult {
  const refusal = refusalOf(ctx, "structure");
  if (refusal !== null) return refusal;
  const { stageId, before } = args;
  const list = listOf(ctx.doc, "stages");
  const index = list.findIndex(({ id }) => id === stageId);
  if (index < 0) return refuse("not_found");
  if (before === stageId || (list[index + 1]?.id ?? null) === before)
    return { ok: true };
  const placement = placeBefore(list.toSpliced(index, 1), before, ctx);
  if (placement === null) return refuse("not_found");
  const plan = new Plan(ctx).set(["stages", stageId, "pos"], placement.keys[0]);
  for (const { id, pos } of placement.rekeyed)
    plan.set(["stages", id, "pos"], pos);
  plan.commit(stageId);
  return { ok: true };
}

const patchSchema = v.strictObject({
  colour: v.nullish(stageValues.colour),
  collapsed: v.optional(stageValues.collapsed),
});

/** Sets the colour of a stage (null: none) or whether it is folded for everyone. */
export function setStage(
  ctx: CommandContext,
  args: {
    readonly stageId: StageId;
    readonly colour?: Colour | null;
    readonly collapsed?: boolean;
  },
): CommandResult {
  const refusal = refusalOf(ctx, "content");
  if (refusal !== null) return refusal;
  const { stageId, ...patch } = args;
  const parsed = readAs(patchSchema, patch);
  if (parsed === undefined) return refuse("invalid");
  if (liveEntity(ctx.doc, "stages", stageId) === null)
    return refuse("not_found");
  const plan = new Plan(ctx);
  for (const [key, value] of Object.entries(parsed)) {
    if (value !== undefined)
      plan.set(["stages", stageId, key], value ?? undefined);
  }
  plan.commit(stageId);
  return { ok: true };
}

/** Moves a stage to the trash, with its touchpoints and the cards in their columns. */
export function deleteStage(
  ctx: CommandContext,
  args: { readonly stageId: StageId },
): CommandResult {
  return softDelete(ctx, "stages", args.stageId);
}

/** Takes a stage out of the trash, with what was deleted together with it. */
export function reviveStage(
  ctx: CommandContext,
  args: { readonly stageId: StageId },
): CommandResult {
  return revive(ctx, "stages", args.stageId);
}

/** Copies a stage, with its touchpoints and the cards in their columns, right behind itself. */
export function duplicateStage(
  ctx: CommandContext,
  args: { readonly stageId: StageId },
): CommandResult<{ readonly stageId: StageId }> {
  const refusal = refusalOf(ctx, "structure");
  if (refusal !== null) return refusal;
  const list = listOf(ctx.doc, "stages");
  const index = list.findIndex(({ id }) => id === args.stageId);
  if (index < 0) return refuse("not_found");
  const placement = placeBefore(list, list[index + 1]?.id ?? null, ctx)!;
  const plan = new Plan(ctx);
  for (const { id, pos } of placement.rekeyed)
    plan.set(["stages", id, "pos"], pos);
  const stageId = copyStage({ ctx, plan }, args.stageId, placement.keys[0]!);
  if (stageId === null) return refuse("too_many_cards");
  plan.commit(stageId);
  return { ok: true, stageId };
}
