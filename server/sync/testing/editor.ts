import { randomUUID } from "node:crypto";
import { addCard, deleteCard } from "@/lib/journey/cards";
import type { CommandContext } from "@/lib/journey/command";
import type { CardId, ColumnId, LaneId } from "@/lib/journey/ids";
import { resolve } from "@/lib/journey/resolve";
import type { StockClient } from "./stock-client";

/** Adds cards as fast as it is asked to, and remembers which of them the server said are stored. */
export class Editor {
  readonly acknowledged = new Set<string>();
  /** Of which the server said that their deletion is stored. */
  readonly deleted = new Set<string>();
  private readonly cards: { text: string; cardId: CardId }[] = [];
  private readonly origin = {};
  private place: { laneId: LaneId; columnId: ColumnId } | null = null;

  /** Hears of each card at the moment in which the server says that it is stored. */
  onAcknowledged: () => void = () => undefined;

  constructor(readonly client: StockClient) {}

  private get ctx(): CommandContext {
    const { doc } = this.client;
    const now = Date.now;
    return {
      doc,
      actorId: "test",
      now,
      newId: randomUUID,
      random: Math.random,
      origin: this.origin,
    };
  }

  /** Adds one card and asks whether it is stored. The answer may never come. */
  addCard(): void {
    if (!this.client.provider.wsconnected) return;
    const text = randomUUID();
    const added = addCard(this.ctx, { ...this.findPlace(), text });
    if (!added.ok) throw new Error(added.reason);
    void this.client.acknowledged().then(() => {
      this.acknowledged.add(text);
      this.cards.push({ text, cardId: added.cardId });
      this.onAcknowledged();
    });
  }

  /** Deletes the oldest of its cards that are stored: what changes no clock gets lost most easily. */
  deleteCard(): void {
    const oldest = this.cards.shift();
    if (!oldest || !this.client.provider.wsconnected) return;
    const { text, cardId } = oldest;
    const gone = deleteCard(this.ctx, { cardId });
    if (!gone.ok) throw new Error(gone.reason);
    this.acknowledged.delete(text);
    void this.client.acknowledged().then(() => this.deleted.add(text));
  }

  /** As the power failing does it: nothing that is under way is sent any more, and nothing is kept. */
  die(): void {
    const socket = this.client.provider.ws as { terminate?(): void } | null;
    socket?.terminate?.();
    this.client.destroy();
  }

  /** Looked for once: reading the whole map for each card would make the test slower than the server. */
  private findPlace() {
    if (this.place) return this.place;
    const { stages, lanes } = resolve(this.client.doc);
    if (!stages[0] || !lanes[0]) throw new Error("no cell to write in");
    return (this.place = { laneId: lanes[0].id, columnId: stages[0].id });
  }
}
