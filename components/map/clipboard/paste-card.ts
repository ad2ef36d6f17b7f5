import { addCard, setCard } from "@/lib/journey/cards";
import type { CommandContext } from "@/lib/journey/command";
import { mayDecide } from "@/lib/journey/decision";
import { hang } from "@/lib/journey/fill-cells";
import type { ColumnId, LaneId } from "@/lib/journey/ids";
import type { CopiedCard } from "@/lib/formats/copied-cells";
import type { Catalogue } from "../drawing/catalogue";
import { knownPerson } from "./known-person";

export interface PasteSpot {
  readonly laneId: LaneId;
  readonly columnId: ColumnId;
}

type People = Pick<Catalogue, "stakeholders" | "stakeholderOf">;

/** What a copied card says here; an owner whom nobody knows becomes a part of its words. */
export function cardFill(card: CopiedCard, catalogue: People) {
  const { colour, metric, decision, score, task } = card;
  const { stakeholderId, unknown } = knownPerson(card, catalogue);
  const own = task && { status: task.status, due: task.due, stakeholderId };
  return {
    attachments: card.attachments ?? [],
    text: unknown === null ? card.text : `${card.text} (${unknown})`,
    values: {
      colour,
      metric,
      decision: decision && mayDecide(decision) ? decision : null,
      score,
      task: own,
    },
  };
}

/** Writes one copied card. */
export function pasteCard(
  ctx: CommandContext,
  card: CopiedCard,
  target: { readonly spot: PasteSpot; readonly catalogue: People },
): boolean {
  const { text, values, attachments } = cardFill(card, target.catalogue);
  const made = addCard(ctx, { ...target.spot, text });
  if (!made.ok) return false;
  setCard(ctx, { cardId: made.cardId, ...values });
  hang(ctx, made.cardId, { attachments });
  return true;
}
