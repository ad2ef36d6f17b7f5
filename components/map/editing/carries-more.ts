import type { CardId } from "@/lib/journey/ids";
import type { JourneyMap } from "@/lib/journey/journey-map";

/** Whether a card says something besides its words, so that it stays when they are taken away. */
export function carriesMore(map: JourneyMap, id: CardId): boolean {
  const card = Object.values(map.cells)
    .flat()
    .find((held) => held.id === id);
  const facts =
    card?.metric ?? card?.decision ?? card?.score ?? card?.task ?? null;
  return facts !== null || (map.attachments[id]?.length ?? 0) > 0;
}
