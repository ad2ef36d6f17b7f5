import * as Y from "yjs";

/** What somebody's browser sends who types, and now and then colours a card. It never ends. */
export function* editsOf(snapshot: Uint8Array): Generator<Uint8Array, void> {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, snapshot);
  let last: Uint8Array | null = null;
  doc.on("update", (update: Uint8Array) => (last = update));
  const all = [...doc.getMap<Y.Map<unknown>>("cards").values()];
  for (let at = 0; ; at++) {
    const card = all[at % all.length]!;
    const text = card.get("text") as Y.Text;
    if (at % 8 === 0) card.set("colour", at % 16 === 0 ? "blue" : "green");
    else text.insert(text.length, "x");
    yield last!;
  }
}
