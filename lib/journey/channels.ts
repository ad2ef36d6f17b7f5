import { Plan, refusalOf, refuse } from "./command";
import type { CommandContext, CommandResult } from "./command";
import { isId } from "./ids";
import type { ChannelId, TouchpointId } from "./ids";
import { liveEntity } from "./lists";

interface ChannelArgs {
  readonly touchpointId: TouchpointId;
  readonly channelId: ChannelId;
}

/** Adds a channel to a touchpoint; against a concurrent removal the addition wins. */
export function addChannel(
  ctx: CommandContext,
  args: ChannelArgs,
): CommandResult {
  return mark(ctx, args, true);
}

/** Takes a channel off a touchpoint. */
export function removeChannel(
  ctx: CommandContext,
  args: ChannelArgs,
): CommandResult {
  return mark(ctx, args, undefined);
}

function mark(
  ctx: CommandContext,
  args: ChannelArgs,
  value: true | undefined,
): CommandResult {
  const refusal = refusalOf(ctx, "content");
  if (refusal !== null) return refusal;
  const { touchpointId, channelId } = args;
  if (!isId(channelId)) return refuse("invalid");
  if (liveEntity(ctx.doc, "touchpoints", touchpointId) === null)
    return refuse("not_found");
  new Plan(ctx)
    .set(["channels", `${touchpointId}:${channelId}`], value)
    .commit(touchpointId);
  return { ok: true };
}
