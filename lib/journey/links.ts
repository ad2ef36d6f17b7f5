import { Plan, refusalOf, refuse } from "./command";
import type { CommandContext, CommandResult } from "./command";
import { ENTITY_ROOTS } from "./document";
import { isId } from "./ids";
import { liveEntity } from "./lists";
import { LINK_KIND } from "./schema";

export interface LinkArgs {
  readonly from: string;
  /** An entity of this map, or another journey. */
  readonly to: string;
  /** Lower-case words with hyphens, such as `solved-by`. */
  readonly kind: string;
}

/** Ties a thing of this map to another one or to another journey: a pain to its opportunity. */
export function link(ctx: CommandContext, args: LinkArgs): CommandResult {
  const refusal = refusalOf(ctx, "content");
  if (refusal !== null) return refusal;
  const { from, to, kind } = args;
  if (!isId(from) || !isId(to) || from === to || !LINK_KIND.test(kind))
    return refuse("invalid");
  if (!ENTITY_ROOTS.some((root) => liveEntity(ctx.doc, root, from) !== null))
    return refuse("not_found");
  new Plan(ctx).set(["links", `${from}:${to}:${kind}`], true).commit();
  return { ok: true };
}

/** Unties two things. */
export function unlink(
  ctx: CommandContext,
  { from, to, kind }: LinkArgs,
): CommandResult {
  const refusal = refusalOf(ctx, "content");
  if (refusal !== null) return refusal;
  new Plan(ctx).set(["links", `${from}:${to}:${kind}`], undefined).commit();
  return { ok: true };
}
