import { isPlacedTouchpoint } from "./cell";
import { Plan, freeId, refusalOf, refuse } from "./command";
import type { CommandContext, CommandResult } from "./command";
import { findRoot } from "./document";
import { newTouchpoint } from "./entities";
import { RECOVERY } from "./failure-kinds";
import { isId } from "./ids";
import type { TouchpointId } from "./ids";
import { readAs } from "./kind";
import type { Timing } from "./journey-map";
import { MAX_STRING } from "./limits";
import {
  liveEntity,
  placeBefore,
  touchpointLocOf,
  touchpointsOf,
} from "./lists";
import { touchpointFields } from "./schema";

/**
 * Says at which touchpoint the journey breaks off; null takes it back. One that breaks off does not end well, so a
 * journey that was called anything else is called unsuccessful in the same step.
 */
export function setBreakOff(
  ctx: CommandContext,
  { touchpointId }: { readonly touchpointId: TouchpointId | null },
): CommandResult {
  const refusal = refusalOf(ctx, "content");
  if (refusal !== null) return refusal;
  const plan = new Plan(ctx);
  if (touchpointId === null) {
    plan.set(["meta", "breaksOffAt"], undefined).commit();
    return { ok: true };
  }
  if (!isId(touchpointId)) return refuse("invalid");
  if (!isPlacedTouchpoint(ctx.doc, touchpointId)) return refuse("not_found");
  plan
    .set(["meta", "breaksOffAt"], touchpointId)
    // Whoever called it so before may take that back, and must not take this mark away with it.
    .say(["meta", "outcome"], "unsuccessful")
    .commit(touchpointId);
  return { ok: true };
}

/**
 * Adds a touchpoint by which the organisation gets in touch after another one has failed, in one step: right behind
 * it and what follows up on it already, begun by the organisation, so long after the failure, with a link from it.
 */
export function addRecovery(
  ctx: CommandContext,
  args: {
    /** The touchpoint that fails. */
    readonly touchpointId: TouchpointId;
    readonly title?: string | undefined;
    readonly timing: Timing;
    readonly id?: TouchpointId | undefined;
  },
): CommandResult<{ readonly touchpointId: TouchpointId }> {
  const refusal = refusalOf(ctx, "structure");
  if (refusal !== null) return refusal;
  const { touchpointId: from, title = "" } = args;
  if (title.length > MAX_STRING) return refuse("too_long");
  const when = readAs(touchpointFields.timing, args.timing);
  if (when === undefined || !isId(from)) return refuse("invalid");
  const { doc } = ctx;
  if (!isPlacedTouchpoint(doc, from)) return refuse("not_found");
  const [stageId] = touchpointLocOf(liveEntity(doc, "touchpoints", from)!)!;
  const list = touchpointsOf(doc, stageId);
  const links = findRoot(doc, "links");
  const isRecovery = (id: string) =>
    links?.has(`${from}:${id}:${RECOVERY}`) ?? false;
  let at = list.findIndex(({ id }) => id === from) + 1;
  while (at < list.length && isRecovery(list[at]!.id)) at += 1;
  const placement = placeBefore(list, list[at]?.id ?? null, ctx)!;
  const touchpointId = freeId<TouchpointId>(ctx, "touchpoints", args.id);
  if (touchpointId === null) return refuse("invalid");
  const plan = new Plan(ctx);
  for (const { id, pos } of placement.rekeyed)
    plan.set(["touchpoints", id, "loc"], [stageId, pos]);
  const values = { initiator: "organisation", timing: when };
  const loc = [stageId, placement.keys[0]!] as const;
  plan
    .create(
      ["touchpoints", touchpointId],
      newTouchpoint(loc, { title }, values),
    )
    .set(["links", `${from}:${touchpointId}:${RECOVERY}`], true)
    .commit(touchpointId);
  return { ok: true, touchpointId };
}
