import type * as v from "valibot";
import { cellFor } from "./cell";
import type { CellAddress } from "./cell";
import { Plan, freeId, refusalOf, refuse } from "./command";
import type { CommandContext, CommandResult } from "./command";
import { mayDecide } from "./decision";
import type { Verdict } from "./decision";
import { revive, softDelete } from "./deletion";
import type { YEntity } from "./document";
import { newCard } from "./entities";
import type { CardId } from "./ids";
import { readAs } from "./kind";
import type { Decision } from "./journey-map";
import { MAX_CARDS, MAX_STRING } from "./limits";
import { cardsIn, countLiveCards, liveEntity, placeBefore } from "./lists";
import { patchOf, planPatch } from "./patch";
import { cardFields } from "./schema";
import { parseValue } from "./values";

/** Adds a card to a cell, before another of it or at its end. */
export function addCard(
  ctx: CommandContext,
  args: CellAddress & {
    readonly before?: CardId | null;
    readonly text?: string;
    readonly id?: CardId;
  },
): CommandResult<{ readonly cardId: CardId }> {
  const refusal = refusalOf(ctx, "content");
  if (refusal !== null) return refusal;
  const { laneId, columnId, text = "" } = args;
  if (text.length > MAX_STRING) return refuse("too_long");
  const cell = cellFor(ctx.doc, args);
  if (!cell.ok) return cell;
  if (countLiveCards(ctx.doc) >= MAX_CARDS) return refuse("too_many_cards");
  const placement = placeBefore(
    cardsIn(ctx.doc, args),
    args.before ?? null,
    ctx,
  );
  if (placement === null) return refuse("not_found");
  const cardId = freeId(ctx, "cards", args.id);
  if (cardId === null) return refuse("invalid");
  const plan = new Plan(ctx);
  for (const { id, pos } of placement.rekeyed)
    plan.set(["cards", id, "loc"], [columnId, laneId, pos]);
  const loc = [columnId, laneId, placement.keys[0]!] as const;
  plan
    .create(["cards", cardId], newCard(loc, cell.cardKind, { text }))
    .commit(cardId);
  return { ok: true, cardId };
}

/** Moves a card to a cell; concurrent moves end in one of the two places, never in a mix of both. */
export function moveCard(
  ctx: CommandContext,
  args: CellAddress & {
    readonly cardId: CardId;
    readonly before: CardId | null;
  },
): CommandResult {
  const refusal = refusalOf(ctx, "content");
  if (refusal !== null) return refusal;
  const { cardId, laneId, columnId, before } = args;
  if (liveEntity(ctx.doc, "cards", cardId) === null) return refuse("not_found");
  const cell = cellFor(ctx.doc, args);
  if (!cell.ok) return cell;
  const list = cardsIn(ctx.doc, args);
  const index = list.findIndex(({ id }) => id === cardId);
  if (
    index >= 0 &&
    (before === cardId || (list[index + 1]?.id ?? null) === before)
  ) {
    return { ok: true };
  }
  const others = list.filter(({ id }) => id !== cardId);
  const placement = placeBefore(others, before, ctx);
  if (placement === null) return refuse("not_found");
  const plan = new Plan(ctx);
  plan.set(["cards", cardId, "loc"], [columnId, laneId, placement.keys[0]]);
  for (const { id, pos } of placement.rekeyed)
    plan.set(["cards", id, "loc"], [columnId, laneId, pos]);
  plan.commit(cardId);
  return { ok: true };
}

const patchSchema = patchOf(cardFields);
/** Registers of a card but its place; null clears, absent leaves alone. */
export type CardPatch = v.InferInput<typeof patchSchema>;

/** Sets registers of a card, in one undo step. */
export function setCard(
  ctx: CommandContext,
  args: { readonly cardId: CardId } & CardPatch,
): CommandResult {
  const refusal = refusalOf(ctx, "content");
  if (refusal !== null) return refusal;
  const { cardId, ...patch } = args;
  const parsed = readAs(patchSchema, patch);
  if (parsed === undefined) return refuse("invalid");
  const { decision } = parsed;
  if (decision && !mayDecide(decision)) return refuse("reason_missing");
  const card = liveEntity(ctx.doc, "cards", cardId);
  if (card === null) return refuse("not_found");
  const values = decision
    ? { ...parsed, decision: stamped(ctx, card, decision) }
    : parsed;
  planPatch(new Plan(ctx), ["cards", cardId], values).commit(cardId);
  return { ok: true };
}

/** A decision with who made it and when; the same one again stays that of whoever made it first. */
function stamped(
  ctx: CommandContext,
  card: YEntity,
  { status, reason }: Verdict,
): Decision {
  const held = parseValue(card.get("decision"), cardFields.decision);
  if (held?.status === status && held.reason === reason) return held;
  return { status, reason, stamp: { by: ctx.actorId, at: ctx.now() } };
}

/** Moves a card to the trash. */
export function deleteCard(
  ctx: CommandContext,
  args: { readonly cardId: CardId },
): CommandResult {
  return softDelete(ctx, "cards", args.cardId);
}

/** Takes a card out of the trash; where its column or lane is gone it waits in the tray. */
export function reviveCard(
  ctx: CommandContext,
  args: { readonly cardId: CardId },
): CommandResult {
  return revive(ctx, "cards", args.cardId);
}
