import type { Card } from "@/lib/journey/journey-map";
import { isSameJson } from "@/lib/journey/plain";
import { isLong } from "../drawing/unfolded";

/**
 * Writes the words of cards to where they stand, if nothing else of them changed: an edit of somebody else comes with
 * every key of theirs, and to draw its cell for that costs more than the browser takes to show it. Where more than words
 * changed the page says again what was drawn, because React writes only what differs from that.
 *
 * @param drawn - the cards as React drew them in this box.
 * @returns whether the box shows the cards as they are now.
 */
export function writeWords(
  box: HTMLElement | null,
  drawn: readonly Card[],
  now: readonly Card[],
): boolean {
  if (!box) return false;
  const places = placesIn(box);
  const canWrite =
    drawn.length === now.length &&
    drawn.every((card, index) => isInPlace(card, now[index], places));
  for (const { id, text } of canWrite ? now : drawn) {
    const place = places.get(id);
    if (place && place.data !== text) place.data = text;
  }
  return canWrite;
}

/** Where the words of each card stand; not of one that is being written, or has none. */
function placesIn(box: HTMLElement): ReadonlyMap<string | undefined, Text> {
  const places = new Map<string | undefined, Text>();
  for (const card of box.querySelectorAll<HTMLElement>("[data-card]")) {
    const words = card.querySelector("[data-words]")?.firstChild;
    if (words instanceof Text && !words.nextSibling)
      places.set(card.dataset.card, words);
  }
  return places;
}

function isInPlace(
  card: Card,
  now: Card | undefined,
  places: ReadonlyMap<string | undefined, Text>,
): boolean {
  if (card === now) return true;
  if (!now || !isSameJson({ ...card, text: "" }, { ...now, text: "" }))
    return false;
  if (card.text === now.text) return true;
  return (
    now.text !== "" &&
    isLong(card.text) === isLong(now.text) &&
    places.has(card.id)
  );
}
