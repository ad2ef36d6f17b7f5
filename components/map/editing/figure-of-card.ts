import { readFigure } from "@/lib/insight/read-figure";
import { setCard } from "@/lib/journey/cards";
import type { CommandContext } from "@/lib/journey/command";
import type { CardId } from "@/lib/journey/ids";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { setText } from "@/lib/journey/texts";
import { cardOn } from "../facts/card-on";

/**
 * Turns "46,1 % do not pay", once it is written on a metric card, into the figure and what else it says. Words that
 * merely begin with a number stay words: without a sign, only a number and its unit are a figure.
 */
export function takeFigure(
  ctx: CommandContext,
  map: JourneyMap,
  cardId: CardId,
): void {
  const card = cardOn(map, cardId);
  if (card?.kind !== "metric" || card.metric) return;
  const read = readFigure(card.text, map.meta.locale);
  if (!read || (read.rest !== "" && !read.isSign)) return;
  const { value, unit, rest } = read;
  setCard(ctx, { cardId, metric: { value, unit } });
  setText(ctx, { kind: "card", id: cardId }, rest);
}
