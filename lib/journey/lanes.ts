import * as v from "valibot";
import { Plan, freeId, refusalOf, refuse } from "./command";
import type { CommandContext, CommandResult } from "./command";
import { revive, softDelete } from "./deletion";
import { copyLane } from "./duplicate";
import { newLane } from "./entities";
import { isId } from "./ids";
import type { ColumnId, LaneId } from "./ids";
import { readAs } from "./kind";
import { MAX_STRING } from "./limits";
import { listOf, liveEntity, placeBefore } from "./lists";
import { planPatch } from "./patch";
import { cellHints, laneValues } from "./schema";
import { parseValue } from "./values";
import { LANE_KIND_INFO } from "./vocabulary";
import type { LaneKind, Span, Visibility } from "./vocabulary";

const newLaneSchema = v.object({
  kind: laneValues.kind,
  span: v.optional(laneValues.span),
  hint: v.nullish(laneValues.hint),
  visibility: v.optional(laneValues.visibility),
});

/** Adds a lane; its kind and span are fixed from then on. */
export function addLane(
  ctx: CommandContext,
  args: {
    readonly kind: LaneKind;
    readonly title: string;
    /** Absent: what is usual for the kind. */
    readonly span?: Span;
    readonly before?: LaneId | null;
    readonly hint?: string | null;
    readonly visibility?: Visibility;
    readonly id?: LaneId;
  },
): CommandResult<{ readonly laneId: LaneId }> {
  const refusal = refusalOf(ctx, "structure");
  if (refusal !== null) return refusal;
  const { title } = args;
  if (title.length > MAX_STRING) return refuse("too_long");
  const parsed = readAs(newLaneSchema, args);
  if (parsed === undefined) return refuse("invalid");
  const placement = placeBefore(
    listOf(ctx.doc, "lanes"),
    args.before ?? null,
    ctx,
  );
  if (placement === null) return refuse("not_found");
  const laneId = freeId(ctx, "lanes", args.id);
  if (laneId === null) return refuse("invalid");
  const { kind, hint, visibility = "customer" } = parsed;
  const span = parsed.span ?? LANE_KIND_INFO[kind].defaultSpan;
  const plan = new Plan(ctx);
  for (const { id, pos } of placement.rekeyed)
    plan.set(["lanes", id, "pos"], pos);
  const fields = {
    pos: placement.keys[0]!,
    kind,
    span,
    visibility,
    title,
    hint,
  };
  plan.create(["lanes", laneId], newLane(fields)).commit(laneId);
  return { ok: true, laneId };
}

/** Moves a lane with all its cards. */
export function moveLane(
  ctx: CommandContext,
  args: { readonly laneId: LaneId; readonly before: LaneId | null },
): CommandResult {
  const refusal = refusalOf(ctx, "structure");
  if (refusal !== null) return refusal;
  const { laneId, before } = args;
  const list = listOf(ctx.doc, "lanes");
  const index = list.findIndex(({ id }) => id === laneId);
  if (index < 0) return refuse("not_found");
  if (before === laneId || (list[index + 1]?.id ?? null) === before)
    return { ok: true };
  const placement = placeBefore(list.toSpliced(index, 1), before, ctx);
  if (placement === null) return refuse("not_found");
  const plan = new Plan(ctx).set(["lanes", laneId, "pos"], placement.keys[0]);
  for (const { id, pos } of placement.rekeyed)
    plan.set(["lanes", id, "pos"], pos);
  plan.commit(laneId);
  return { ok: true };
}

const patchSchema = v.strictObject({
  hint: v.nullish(laneValues.hint),
  visibility: v.optional(laneValues.visibility),
  height: v.nullish(laneValues.height),
  collapsed: v.optional(laneValues.collapsed),
});

export interface LanePatch {
  readonly hint?: string | null;
  readonly visibility?: Visibility;
  /** Pixels; null: as high as its content. */
  readonly height?: number | null;
  readonly collapsed?: boolean;
  readonly cellHint?: {
    readonly columnId: ColumnId;
    readonly hint: string | null;
  };
}

/** Sets registers of a lane; its title is a text. */
export function setLane(
  ctx: CommandContext,
  args: { readonly laneId: LaneId } & LanePatch,
): CommandResult {
  const refusal = refusalOf(ctx, "content");
  if (refusal !== null) return refusal;
  const { laneId, cellHint, ...patch } = args;
  const parsed = readAs(patchSchema, patch);
  if (parsed === undefined) return refuse("invalid");
  const lane = liveEntity(ctx.doc, "lanes", laneId);
  if (lane === null) return refuse("not_found");
  const plan = planPatch(new Plan(ctx), ["lanes", laneId], parsed);
  if (cellHint !== undefined) {
    const { [cellHint.columnId]: _old, ...others } =
      parseValue(lane.get("cellHints"), cellHints) ?? {};
    const hints =
      cellHint.hint === null
        ? others
        : { ...others, [cellHint.columnId]: cellHint.hint };
    if (!isId(cellHint.columnId) || readAs(cellHints, hints) === undefined)
      return refuse("invalid");
    plan.set(["lanes", laneId, "cellHints"], hints);
  }
  plan.commit(laneId);
  return { ok: true };
}

/** Moves a lane to the trash, with its cards. */
export function deleteLane(
  ctx: CommandContext,
  args: { readonly laneId: LaneId },
): CommandResult {
  return softDelete(ctx, "lanes", args.laneId);
}

/** Takes a lane out of the trash, with the cards that were deleted together with it. */
export function reviveLane(
  ctx: CommandContext,
  args: { readonly laneId: LaneId },
): CommandResult {
  return revive(ctx, "lanes", args.laneId);
}

/** Copies a lane with its cards, right below itself. */
export function duplicateLane(
  ctx: CommandContext,
  args: { readonly laneId: LaneId },
): CommandResult<{ readonly laneId: LaneId }> {
  const refusal = refusalOf(ctx, "structure");
  if (refusal !== null) return refusal;
  const list = listOf(ctx.doc, "lanes");
  const index = list.findIndex(({ id }) => id === args.laneId);
  if (index < 0) return refuse("not_found");
  const placement = placeBefore(list, list[index + 1]?.id ?? null, ctx)!;
  const plan = new Plan(ctx);
  for (const { id, pos } of placement.rekeyed)
    plan.set(["lanes", id, "pos"], pos);
  const laneId = copyLane({ ctx, plan }, args.laneId, placement.keys[0]!);
  if (laneId === null) return refuse("too_many_cards");
  plan.commit(laneId);
  return { ok: true, laneId };
}
