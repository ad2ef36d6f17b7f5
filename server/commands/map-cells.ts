import { cellFor, type CellAddress } from "@/lib/journey/cell";
import {
  Plan,
  refusalOf,
  refuse,
  type CommandContext,
  type CommandResult,
} from "@/lib/journey/command";
import { newCard } from "@/lib/journey/entities";
import { cellKey, type CardId } from "@/lib/journey/ids";
import { MAX_CARDS } from "@/lib/journey/limits";
import { cardsIn, countLiveCards, placeBefore } from "@/lib/journey/lists";
import type { Placed } from "@/lib/journey/order";

interface NewCard extends CellAddress {
  readonly id: CardId;
  readonly before?: CardId | null | undefined;
  readonly text?: string | undefined;
}

/**
 * Adds cards as `addCard` does, and remembers what stands in the cells from one to the next: to look through
 * a full map for each of 500 would hold up everyone for seconds.
 */
export class Cells {
  private live: number | null = null;
  private readonly lists = new Map<string, Placed[]>();

  /** Something else than added cards has changed. */
  forget(): void {
    this.live = null;
    this.lists.clear();
  }

  add(ctx: CommandContext, card: NewCard): CommandResult {
    const refusal = refusalOf(ctx, "content");
    if (refusal !== null) return refusal;
    const { laneId, columnId, id, text, before = null } = card;
    const cell = cellFor(ctx.doc, card);
    if (!cell.ok) return cell;
    this.live ??= countLiveCards(ctx.doc);
    if (this.live >= MAX_CARDS) return refuse("too_many_cards");
    const list = this.listOf(ctx, card);
    const placement = placeBefore(list, before, ctx);
    if (placement === null) return refuse("not_found");
    const plan = new Plan(ctx);
    for (const other of placement.rekeyed)
      plan.set(["cards", other.id, "loc"], [columnId, laneId, other.pos]);
    const pos = placement.keys[0]!;
    const made = newCard([columnId, laneId, pos], cell.cardKind, { text });
    plan.create(["cards", id], made).commit(id);
    this.live += 1;
    const index =
      before === null
        ? list.length
        : list.findIndex((placed) => placed.id === before);
    list.splice(index, 0, { id, pos });
    if (placement.rekeyed.length > 0)
      this.lists.delete(cellKey(laneId, columnId));
    return { ok: true };
  }

  private listOf(ctx: CommandContext, address: CellAddress): Placed[] {
    const key = cellKey(address.laneId, address.columnId);
    const list = this.lists.get(key) ?? cardsIn(ctx.doc, address);
    this.lists.set(key, list);
    return list;
  }
}
