import type { CardId } from "@/lib/journey/ids";
import type { Card, JourneyMap } from "@/lib/journey/journey-map";

/** The card of a map by its id; null where there is none. */
export function cardOn(map: JourneyMap, id: CardId | null): Card | null {
  if (id === null) return null;
  return (
    Object.values(map.cells)
      .flat()
      .find((card) => card.id === id) ?? null
  );
}
