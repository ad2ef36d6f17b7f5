import * as v from "valibot";
import { Plan, refusalOf, refuse } from "./command";
import type { CommandContext, CommandResult } from "./command";
import { findRoot } from "./document";
import type { PersonaId } from "./ids";
import { isId } from "./ids";
import { readAs } from "./kind";
import { personasOf, placeBefore } from "./lists";
import { metaValues } from "./schema";
import type { JourneyState, Outcome } from "./vocabulary";

export interface MetaPatch {
  readonly customerWord?: string;
  readonly state?: JourneyState;
  readonly outcome?: Outcome;
  /** Null: no reminder. */
  readonly reviewEveryDays?: number | null;
  readonly locale?: string;
  readonly structureLocked?: boolean;
}

const patchSchema = v.strictObject({
  customerWord: v.optional(metaValues.customerWord),
  state: v.optional(metaValues.state),
  outcome: v.optional(metaValues.outcome),
  reviewEveryDays: v.nullish(metaValues.reviewEveryDays),
  locale: v.optional(metaValues.locale),
  structureLocked: v.optional(metaValues.structureLocked),
});

/** Changes what the journey says of itself; its title and scenario are texts. */
export function setMeta(ctx: CommandContext, patch: MetaPatch): CommandResult {
  const refusal = refusalOf(ctx, "content");
  if (refusal !== null) return refusal;
  const parsed = readAs(patchSchema, patch);
  if (parsed === undefined) return refuse("invalid");
  const plan = new Plan(ctx);
  for (const [key, value] of Object.entries(parsed)) {
    if (value !== undefined) plan.set(["meta", key], value ?? undefined);
  }
  plan.commit();
  return { ok: true };
}

/** Makes the map be about one more persona, or moves a linked one. */
export function linkPersona(
  ctx: CommandContext,
  args: { readonly personaId: PersonaId; readonly before?: PersonaId | null },
): CommandResult {
  const refusal = refusalOf(ctx, "content");
  if (refusal !== null) return refusal;
  if (!isId(args.personaId)) return refuse("invalid");
  const list = personasOf(ctx.doc).filter(({ id }) => id !== args.personaId);
  const isLinked = findRoot(ctx.doc, "personas")?.has(args.personaId) ?? false;
  if (isLinked && args.before === undefined) return { ok: true };
  const placement = placeBefore(list, args.before ?? null, ctx);
  if (placement === null) return refuse("not_found");
  const plan = new Plan(ctx).set(
    ["personas", args.personaId],
    placement.keys[0],
  );
  for (const { id, pos } of placement.rekeyed) plan.set(["personas", id], pos);
  plan.commit();
  return { ok: true };
}

/** Takes a persona off the map; its emotions stay in the document and return with it. */
export function unlinkPersona(
  ctx: CommandContext,
  args: { readonly personaId: PersonaId },
): CommandResult {
  const refusal = refusalOf(ctx, "content");
  if (refusal !== null) return refusal;
  if (!(findRoot(ctx.doc, "personas")?.has(args.personaId) ?? false))
    return refuse("not_found");
  new Plan(ctx).set(["personas", args.personaId], undefined).commit();
  return { ok: true };
}
