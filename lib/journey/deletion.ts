import { Plan, refusalOf, refuse } from "./command";
import type { CommandContext, CommandResult } from "./command";
import { entityOf, findRoot } from "./document";
import type { EntityRoot } from "./document";
import type { EntityId } from "./ids";
import { isId } from "./ids";
import { MAX_CARDS } from "./limits";
import {
  cardLocOf,
  countLiveCards,
  deletionOf,
  entitiesIn,
  liveEntity,
  touchpointLocOf,
} from "./lists";
import type { Deletion } from "./schema";

interface Member {
  readonly root: EntityRoot;
  readonly id: string;
}

/** Deletions are marks: what others typed into the entity meanwhile stays with it, in the trash. */
export function softDelete(
  ctx: CommandContext,
  root: EntityRoot,
  id: EntityId,
): CommandResult {
  const refusal = refusalOf(
    ctx,
    root === "cards" || root === "attachments" ? "content" : "structure",
  );
  if (refusal !== null) return refusal;
  if (liveEntity(ctx.doc, root, id) === null) return refuse("not_found");
  const stamp: Deletion = { by: ctx.actorId, at: ctx.now() };
  const plan = new Plan(ctx);
  for (const member of [{ root, id }, ...contentsOf(ctx, root, id)]) {
    if (liveEntity(ctx.doc, member.root, member.id) === null) continue;
    plan.set([member.root, member.id, "del"], stamp);
  }
  plan.commit(id);
  return { ok: true };
}

/** Takes an entity out of the trash, with everything that was deleted in the same stroke. */
export function revive(
  ctx: CommandContext,
  root: EntityRoot,
  id: EntityId,
): CommandResult {
  const refusal = refusalOf(
    ctx,
    root === "cards" || root === "attachments" ? "content" : "structure",
  );
  if (refusal !== null) return refusal;
  const entity = isId(id) ? entityOf(ctx.doc, root, id) : null;
  const stamp = entity === null ? null : deletionOf(entity);
  if (stamp === null) return refuse("not_found");
  const revived = [{ root, id }, ...contentsOf(ctx, root, id)].filter(
    (member) => {
      const held = entityOf(ctx.doc, member.root, member.id);
      const mark = held === null ? null : deletionOf(held);
      return mark !== null && mark.by === stamp.by && mark.at === stamp.at;
    },
  );
  const cards = revived.filter((member) => member.root === "cards").length;
  if (cards > 0 && countLiveCards(ctx.doc) + cards > MAX_CARDS)
    return refuse("too_many_cards");
  const plan = new Plan(ctx);
  for (const member of revived)
    plan.set([member.root, member.id, "del"], undefined);
  plan.commit(id);
  return { ok: true };
}

/**
 * What stands in a stage, under a touchpoint or in a lane and goes to the trash with it. What others
 * put there at the same time is not among it and waits in the tray.
 */
function contentsOf(
  ctx: CommandContext,
  root: EntityRoot,
  id: string,
): Member[] {
  if (root === "lanes")
    return cardsWhere(ctx, (columnId, laneId) => laneId === id);
  if (root === "touchpoints")
    return cardsWhere(ctx, (columnId) => columnId === id);
  if (root !== "stages") return [];
  const columns = new Set([id]);
  const touchpoints: Member[] = [];
  for (const [touchpointId, entity] of entitiesIn(
    findRoot(ctx.doc, "touchpoints"),
  )) {
    if (touchpointLocOf(entity)?.[0] !== id) continue;
    columns.add(touchpointId);
    touchpoints.push({ root: "touchpoints", id: touchpointId });
  }
  return [
    ...touchpoints,
    ...cardsWhere(ctx, (columnId) => columns.has(columnId)),
  ];
}

function cardsWhere(
  ctx: CommandContext,
  isInside: (columnId: string, laneId: string) => boolean,
): Member[] {
  const members: Member[] = [];
  for (const [id, entity] of entitiesIn(findRoot(ctx.doc, "cards"))) {
    const loc = cardLocOf(entity);
    if (loc !== null && isInside(loc[0], loc[1]))
      members.push({ root: "cards", id });
  }
  return members;
}
