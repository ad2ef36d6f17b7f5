import { randomUUID } from "node:crypto";
import * as Y from "yjs";
import { newCard } from "@/lib/journey/entities";

/** Of so many edits each kind comes once, and all others are letters: people type most. */
const round = 16;

type Loc = readonly [string, string, string];

/**
 * What somebody's browser sends who types, and now and then takes a letter away, colours a card, moves one or adds one.
 * Each kind makes things of a shape of its own: the first of a kind that is met only later makes what was compiled for
 * the others worthless. It never ends.
 */
export function* editsOf(snapshot: Uint8Array): Generator<Uint8Array, void> {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, snapshot);
  let last: Uint8Array | null = null;
  doc.on("update", (update: Uint8Array) => (last = update));
  const cards = doc.getMap<Y.Map<unknown>>("cards");
  const all = [...cards.values()];
  for (let at = 0; ; at++) {
    const card = all[at % all.length]!;
    const text = card.get("text") as Y.Text;
    const loc = card.get("loc") as Loc;
    const kind = at % round;
    if (kind === 0)
      card.set("colour", at % (2 * round) === 0 ? "blue" : "green");
    else if (kind === 4) card.set("loc", [...loc]);
    else if (kind === 8 && text.length > 0) text.delete(0, 1);
    else if (kind === 12)
      cards.set(randomUUID(), newCard(loc, "text", { text: "x" }).entity);
    else text.insert(text.length, "x");
    yield last!;
  }
}
