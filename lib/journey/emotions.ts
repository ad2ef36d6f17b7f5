import { Plan, refusalOf, refuse } from "./command";
import type { CommandContext, CommandResult } from "./command";
import { findRoot } from "./document";
import type { PersonaId, TouchpointId } from "./ids";
import { readAs } from "./kind";
import { liveEntity } from "./lists";
import { emotionValue } from "./schema";
import type { Emotion } from "./vocabulary";

/** Sets what a linked persona feels at a touchpoint, as the team reads it; null: no value yet. */
export function setEmotion(
  ctx: CommandContext,
  args: {
    readonly touchpointId: TouchpointId;
    readonly personaId: PersonaId;
    readonly value: Emotion | null;
  },
): CommandResult {
  const refusal = refusalOf(ctx, "content");
  if (refusal !== null) return refusal;
  const { touchpointId, personaId, value } = args;
  if (value !== null && readAs(emotionValue, value) === undefined)
    return refuse("invalid");
  const isLinked = findRoot(ctx.doc, "personas")?.has(personaId) ?? false;
  if (!isLinked || liveEntity(ctx.doc, "touchpoints", touchpointId) === null) {
    return refuse("not_found");
  }
  const key = `${touchpointId}:${personaId}`;
  new Plan(ctx).set(["emotions", key], value ?? undefined).commit(touchpointId);
  return { ok: true };
}
