import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { contradicts } from "./contradiction";

const edit = fc.record({
  who: fc.nat(2),
  kind: fc.constantFrom("type", "erase", "set", "meet"),
  at: fc.nat(30),
  text: fc.string({ unit: "grapheme", minLength: 1, maxLength: 6 }),
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

/** Three people who write into one text and one map, and meet now and then. */
function play(edits: readonly Edit[]): { docs: Y.Doc[]; sent: Uint8Array[] } {
  const docs = [1, 2, 3].map((id) => {
    const doc = new Y.Doc();
    doc.clientID = id;
    return doc;
  });
  const sent: Uint8Array[] = [];
  for (const doc of docs)
    doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "network") sent.push(update);
    });
  for (const { who, kind, at, text } of edits) {
    const doc = docs[who] as Y.Doc;
    const words = doc.getText("words");
    if (kind === "type") words.insert(Math.min(at, words.length), text);
    if (kind === "set") doc.getMap("values").set(`k${at % 3}`, { text });
    if (kind === "erase") words.delete(0, Math.min(at, words.length));
    if (kind === "meet")
      for (const other of docs)
        Y.applyUpdate(other, Y.encodeStateAsUpdate(doc), "network");
  }
  return { docs, sent };
}

const says = (doc: Y.Doc, update: Uint8Array) =>
  Y.decodeUpdate(update).structs.some(
    (struct) => !(struct instanceof Y.Skip) && contradicts(doc, struct),
  );

test("[C16] what is sent again, in whatever pieces, contradicts nothing", () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 40 }), (edits) => {
      const { docs, sent } = play(edits);
      const server = new Y.Doc();
      for (const update of sent) Y.applyUpdate(server, update);
      for (const update of sent) expect(says(server, update)).toBe(false);
      for (const doc of docs)
        expect(says(server, Y.encodeStateAsUpdate(doc))).toBe(false);
      const whole = Y.mergeUpdates(sent.length > 0 ? sent : [noUpdate]);
      expect(says(server, whole)).toBe(false);
    }),
    { numRuns: 1_000 },
  );
});

const noUpdate = new Uint8Array([0, 0]);

test("[C16] the same clocks with other words, another place or another key do", () => {
  const server = new Y.Doc();
  const write = (change: (doc: Y.Doc) => void) => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, base);
    doc.clientID = 7;
    const before = Y.encodeStateVector(doc);
    change(doc);
    return Y.encodeStateAsUpdate(doc, before);
  };
  server.getText("words").insert(0, "base");
  const base = Y.encodeStateAsUpdate(server);
  const first = write((doc) => doc.getText("words").insert(0, "abc"));
  Y.applyUpdate(server, first);
  expect(says(server, first)).toBe(false);
  for (const change of [
    (doc: Y.Doc) => doc.getText("words").insert(0, "abd"),
    (doc: Y.Doc) => doc.getText("words").insert(2, "abc"),
    (doc: Y.Doc) => doc.getMap("values").set("k", "abc"),
  ])
    expect(says(server, write(change))).toBe(true);
});
