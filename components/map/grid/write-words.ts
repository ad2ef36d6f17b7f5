import type { Card } from "@/lib/journey/journey-map";
import { isSameJson } from "@/lib/journey/plain";
import { isLong } from "../drawing/unfolded";
import { letGo, writeText } from "./held-words";

type Place = Text | "field" | null;

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
  const places = drawn.map((card, index) => placeOf(box, card, index));
  const canWrite =
    drawn.length === now.length &&
    drawn.every((card, index) => isWritable(card, now[index], places[index]));
  for (const [index, { text }] of (canWrite ? now : drawn).entries())
    write(places[index], text, canWrite);
  return canWrite;
}

function write(place: Place | undefined, text: string, isDone: boolean) {
  if (!place || place === "field") return;
  // What is drawn next may be as high as it likes.
  if (!isDone && place.parentElement) letGo(place.parentElement);
  if (place.data === text) return;
  if (isDone && !isLong(text)) writeText(place, text);
  else place.data = text;
}

/** Where the words of a card stand; the field in which they are being written, which shows them itself; or nowhere. */
function placeOf(box: HTMLElement, { id }: Card, index: number): Place {
  const isHere = (it: Element | undefined): it is HTMLElement =>
    it instanceof HTMLElement && it.dataset.card === id;
  const there = box.children[index];
  // A card that is being added stands among them and is none of them yet.
  const card = isHere(there) ? there : [...box.children].find(isHere);
  if (card?.querySelector("[data-editor]")) return "field";
  const words = card?.querySelector("[data-words]")?.firstChild;
  return words instanceof Text && !words.nextSibling ? words : null;
}

function isWritable(
  card: Card,
  now: Card | undefined,
  place: Place | undefined,
): boolean {
  if (card === now) return true;
  if (!now || !isSameJson({ ...card, text: "" }, { ...now, text: "" }))
    return false;
  // What stands around the words is drawn when the field is closed.
  if (card.text === now.text || place === "field") return true;
  return !!place && now.text !== "" && isLong(card.text) === isLong(now.text);
}
