import type * as Y from "yjs";
import { Plan, refusalOf, refuse } from "./command";
import type { CommandContext, CommandResult } from "./command";
import { findRoot } from "./document";
import { isId } from "./ids";
import type { StakeholderId } from "./ids";
import { deletionOf, entitiesIn, liveEntity } from "./lists";
import { cardValues, ownerRole } from "./schema";
import { parseValue } from "./values";
import type { OwnerRole } from "./vocabulary";

/** How much of a map changed hands. */
export interface HandedOver {
  readonly responsible: number;
  readonly involved: number;
  readonly tasks: number;
}

/** Who has which role at a touchpoint. */
export function ownersAt(
  doc: Y.Doc,
  touchpointId: string,
): Map<string, OwnerRole> {
  const owners = new Map<string, OwnerRole>();
  for (const [key, role] of findRoot(doc, "owners")?.entries() ?? []) {
    if (!key.startsWith(`${touchpointId}:`)) continue;
    const known = parseValue(role, ownerRole);
    if (known) owners.set(key.slice(touchpointId.length + 1), known);
  }
  return owners;
}

/** The touchpoints that are not deleted at which a stakeholder has a role. */
function* rolesOf(
  doc: Y.Doc,
  stakeholderId: StakeholderId,
): Generator<[touchpointId: string, role: OwnerRole]> {
  for (const [key, role] of findRoot(doc, "owners")?.entries() ?? []) {
    const known = parseValue(role, ownerRole);
    if (!known || !key.endsWith(`:${stakeholderId}`)) continue;
    const touchpointId = key.slice(0, -stakeholderId.length - 1);
    if (liveEntity(doc, "touchpoints", touchpointId))
      yield [touchpointId, known];
  }
}

/**
 * Gives one stakeholder everything that another is responsible for or involved in, and their tasks that are
 * neither done nor dropped, in one step. Who has a part already keeps the greater one. Doing it again does nothing.
 */
export function handOver(
  ctx: CommandContext,
  args: { readonly from: StakeholderId; readonly to: StakeholderId },
): CommandResult<HandedOver> {
  const refusal = refusalOf(ctx, "content");
  if (refusal !== null) return refusal;
  const { from, to } = args;
  if (!isId(from) || !isId(to) || from === to) return refuse("invalid");
  const { doc } = ctx;
  const plan = new Plan(ctx);
  const owners = findRoot(doc, "owners");
  const count = { responsible: 0, involved: 0, tasks: 0 };
  for (const [touchpointId, role] of rolesOf(doc, from)) {
    plan.set(["owners", `${touchpointId}:${from}`], undefined);
    const key = `${touchpointId}:${to}`;
    if (owners?.get(key) !== "responsible") plan.set(["owners", key], role);
    count[role] += 1;
  }
  for (const [id, entity] of entitiesIn(findRoot(doc, "cards"))) {
    const task = parseValue(entity.get("task"), cardValues.task);
    const isOpen = task?.status === "open" || task?.status === "doing";
    if (task?.stakeholderId !== from || !isOpen || deletionOf(entity)) continue;
    plan.set(["cards", id, "task"], { ...task, stakeholderId: to });
    count.tasks += 1;
  }
  plan.commit();
  return { ok: true, ...count };
}
