import * as Y from "yjs";
import { moveCard, setCard } from "@/lib/journey/cards";
import type { CommandContext } from "@/lib/journey/command";
import { setEmotion } from "@/lib/journey/emotions";
import type { Card, JourneyMap } from "@/lib/journey/journey-map";
import { resolve } from "@/lib/journey/resolve";
import { setText } from "@/lib/journey/texts";
import { COLOURS } from "@/lib/journey/vocabulary";

/** One edit of the past: what it changed, who did it and when. */
export interface PastEdit {
  readonly data: Uint8Array;
  readonly userId: string;
  readonly at: Date;
  readonly clientId: number;
}

export interface PastYear {
  readonly userIds: readonly string[];
  readonly edits: number;
  readonly until: Date;
  random(): number;
  newId(): string;
}

const yearMs = 365 * 24 * 60 * 60 * 1000;

/**
 * A year of work on a finished map: texts grow, cards move within their lane, points of the curve change.
 * The map keeps its counts; only its history and its words change.
 */
export function liveThroughAYear(doc: Y.Doc, year: PastYear): PastEdit[] {
  const edits: PastEdit[] = [];
  const map = resolve(doc);
  const cards = Object.values(map.cells).flat();
  const pick = <T>(from: readonly T[]): T =>
    from[Math.floor(year.random() * from.length)]!;
  for (let number = 0; number < year.edits; number++) {
    const userId = pick(year.userIds);
    const at = new Date(
      year.until.getTime() - yearMs * (1 - number / year.edits),
    );
    const collect = (data: Uint8Array) =>
      edits.push({ data, userId, at, clientId: doc.clientID });
    doc.on("update", collect);
    const ctx: CommandContext = {
      doc,
      actorId: userId,
      now: () => at.getTime(),
      newId: year.newId,
      random: year.random,
      origin: "history",
    };
    edit(ctx, { map, card: pick(cards), kind: number % 4, pick });
    doc.off("update", collect);
  }
  return edits;
}

interface Choice {
  readonly map: JourneyMap;
  readonly card: Card;
  readonly kind: number;
  pick<T>(from: readonly T[]): T;
}

function edit(ctx: CommandContext, { map, card, kind, pick }: Choice): void {
  if (kind === 0) {
    const text = `${card.text} (Stand ${new Date(ctx.now()).toISOString().slice(0, 7)})`;
    setText(ctx, { kind: "card", id: card.id }, text);
  } else if (kind === 1 && card.laneId && card.columnId) {
    moveCard(ctx, {
      cardId: card.id,
      laneId: card.laneId,
      columnId: card.columnId,
      before: null,
    });
  } else if (kind === 2) {
    // Only points that have a value change: half of them stay without one.
    const curve = pick(map.curves);
    const point = pick(curve.points.filter(({ value }) => value !== null));
    const value = pick([-2, -1, 0, 1, 2] as const);
    setEmotion(ctx, {
      touchpointId: point.touchpointId,
      personaId: curve.personaId,
      value,
    });
  } else {
    setCard(ctx, { cardId: card.id, colour: pick(COLOURS) });
  }
}
