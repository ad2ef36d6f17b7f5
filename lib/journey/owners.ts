import { Plan, refusalOf, refuse } from "./command";
import type { CommandContext, CommandResult } from "./command";
import { findRoot } from "./document";
import { isId } from "./ids";
import type { StakeholderId, TouchpointId } from "./ids";
import { readAs } from "./kind";
import { liveEntity } from "./lists";
import { ownerRole } from "./schema";
import type { OwnerRole } from "./vocabulary";

/** Gives a stakeholder a role at a touchpoint, or takes it away (null); several may be responsible. */
export function setOwner(
  ctx: CommandContext,
  args: {
    readonly touchpointId: TouchpointId;
    readonly stakeholderId: StakeholderId;
    readonly role: OwnerRole | null;
  },
): CommandResult {
  const refusal = refusalOf(ctx, "content");
  if (refusal !== null) return refusal;
  const { touchpointId, stakeholderId, role } = args;
  if (!isId(stakeholderId)) return refuse("invalid");
  if (role !== null && readAs(ownerRole, role) === undefined)
    return refuse("invalid");
  if (liveEntity(ctx.doc, "touchpoints", touchpointId) === null)
    return refuse("not_found");
  const key = `${touchpointId}:${stakeholderId}`;
  new Plan(ctx).set(["owners", key], role ?? undefined).commit(touchpointId);
  return { ok: true };
}

/** Makes one stakeholder the only responsible one, or leaves none (null); the involved stay. */
export function setResponsible(
  ctx: CommandContext,
  args: {
    readonly touchpointId: TouchpointId;
    readonly stakeholderId: StakeholderId | null;
  },
): CommandResult {
  const refusal = refusalOf(ctx, "content");
  if (refusal !== null) return refusal;
  const { touchpointId, stakeholderId } = args;
  if (stakeholderId !== null && !isId(stakeholderId)) return refuse("invalid");
  if (liveEntity(ctx.doc, "touchpoints", touchpointId) === null)
    return refuse("not_found");
  const chosen =
    stakeholderId === null ? null : `${touchpointId}:${stakeholderId}`;
  const plan = new Plan(ctx);
  for (const [key, role] of findRoot(ctx.doc, "owners")?.entries() ?? []) {
    const isReplaced =
      role === "responsible" && key.startsWith(`${touchpointId}:`);
    if (isReplaced && key !== chosen) plan.set(["owners", key], undefined);
  }
  if (chosen !== null) plan.set(["owners", chosen], "responsible");
  plan.commit(touchpointId);
  return { ok: true };
}
