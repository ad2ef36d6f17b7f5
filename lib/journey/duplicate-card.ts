import { Plan, refusalOf, refuse } from "./command";
import type { CommandContext, CommandResult } from "./command";
import { copyCard } from "./duplicate";
import type { CardId } from "./ids";
import { MAX_CARDS } from "./limits";
import {
  cardLocOf,
  cardsIn,
  countLiveCards,
  liveEntity,
  placeBefore,
} from "./lists";

/** Copies a card with its attachments, right behind itself. */
export function duplicateCard(
  ctx: CommandContext,
  args: { readonly cardId: CardId },
): CommandResult<{ readonly cardId: CardId }> {
  const refusal = refusalOf(ctx, "content");
  if (refusal !== null) return refusal;
  const source = liveEntity(ctx.doc, "cards", args.cardId);
  const loc = source === null ? null : cardLocOf(source);
  if (loc === null) return refuse("not_found");
  if (countLiveCards(ctx.doc) >= MAX_CARDS) return refuse("too_many_cards");
  const [columnId, laneId] = loc;
  const list = cardsIn(ctx.doc, { columnId, laneId });
  const next =
    list[list.findIndex(({ id }) => id === args.cardId) + 1]?.id ?? null;
  const placement = placeBefore(list, next, ctx)!;
  const plan = new Plan(ctx);
  for (const { id, pos } of placement.rekeyed)
    plan.set(["cards", id, "loc"], [columnId, laneId, pos]);
  const cardId = copyCard({ ctx, plan }, args.cardId, [
    columnId,
    laneId,
    placement.keys[0]!,
  ]);
  if (cardId === null) return refuse("not_found");
  plan.commit(cardId);
  return { ok: true, cardId };
}
