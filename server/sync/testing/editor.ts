import { randomUUID } from "node:crypto";
import { addCard } from "@/lib/journey/cards";
import type { CommandContext } from "@/lib/journey/command";
import type { ColumnId, LaneId } from "@/lib/journey/ids";
import { resolve } from "@/lib/journey/resolve";
import type { StockClient } from "./stock-client";

/** Adds cards as fast as it is asked to, and remembers which of them the server said are stored. */
export class Editor {
  readonly acknowledged = new Set<string>();
  private readonly origin = {};
  private place: { laneId: LaneId; columnId: ColumnId } | null = null;

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
    void this.client.acknowledged().then(() => this.acknowledged.add(text));
  }

  /** Looked for once: reading the whole map for each card would make the test slower than the server. */
  private findPlace() {
    if (this.place) return this.place;
    const { stages, lanes } = resolve(this.client.doc);
    if (!stages[0] || !lanes[0]) throw new Error("no cell to write in");
    return (this.place = { laneId: lanes[0].id, columnId: stages[0].id });
  }
}
