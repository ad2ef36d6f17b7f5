import { useCallback } from "react";
import { useCommands } from "@/components/room/use-commands";
import { useJourneyMap } from "@/components/room/use-journey-map";
import { setCard, type CardPatch } from "@/lib/journey/cards";
import { cellKey, type CardId } from "@/lib/journey/ids";
import type { Card, JourneyMap } from "@/lib/journey/journey-map";

/** A card wherever it lies, in the tray too; null where it is gone. */
export function useCard(id: CardId): Card | null {
  return useJourneyMap((map) => findCard(map, id));
}

export function findCard(map: JourneyMap, id: CardId): Card | null {
  for (const cards of Object.values(map.cells)) {
    const found = cards.find((card) => card.id === id);
    if (found) return found;
  }
  return map.tray.cards.find((card) => card.id === id) ?? null;
}

/** Sets registers of one card; null clears. */
export function useSetCard(id: CardId): (patch: CardPatch) => void {
  const { run } = useCommands();
  return useCallback(
    (patch) => void run((ctx) => setCard(ctx, { cardId: id, ...patch })),
    [run, id],
  );
}

/** The name of the lane and of the column that a card lies in. */
export function useCardPlace(card: Card | null): string {
  return useJourneyMap((map) => {
    if (
      !card?.laneId ||
      !card.columnId ||
      !map.cells[cellKey(card.laneId, card.columnId)]
    )
      return "";
    const lane = map.lanes.find(({ id }) => id === card.laneId);
    const columns = map.stages.flatMap((stage) => [
      stage,
      ...stage.touchpoints,
    ]);
    const column = columns.find(({ id }) => id === card.columnId);
    return [lane?.title, column?.title].filter(Boolean).join(" · ");
  });
}
