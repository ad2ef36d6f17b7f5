import * as Y from "yjs";
import { expect, test } from "vitest";
import { moveCard } from "./cards";
import { resolve } from "./resolve";
import { must, testContext, testDocument } from "./testing/context";
import { seededRandom } from "./testing/random";
import { replaceText, textOf } from "./texts";

test("[J81] a thousand moves by three people cost at most 12 bytes each", () => {
  const cards = Array.from({ length: 20 }, (_, index) => ({
    text: `Card ${index}`,
  }));
  const { doc: start } = testDocument({
    stages: ["a", "b", "c"].map((key) => ({ key, title: key })),
    lanes: [{ key: "l", kind: "pain", title: "Pains", cards: { a: cards } }],
  });
  const update = Y.encodeStateAsUpdate(start);
  const people = [1, 2, 3].map((seed) => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, update);
    return testContext(doc, seed);
  });
  const random = seededRandom(8);
  const pick = <T>(list: readonly T[]): T =>
    list[Math.floor(random() * list.length)]!;
  const sizeBefore = update.length;
  let writes = 0;
  for (const ctx of people)
    ctx.doc.on("update", (_: Uint8Array, origin: unknown) => {
      if (origin === ctx.origin) writes += 1;
    });
  for (let count = 0; count < 1_000; count += 1) {
    const ctx = pick(people);
    const { cells, lanes, stages } = resolve(ctx.doc);
    const target = { laneId: lanes[0]!.id, columnId: pick(stages).id };
    must(
      moveCard(ctx, {
        cardId: pick(Object.values(cells).flat()).id,
        ...target,
        before: null,
      }),
    );
    if (count % 5 === 0) meet(start, ctx.doc);
  }
  for (const ctx of people) meet(start, ctx.doc);
  const grown = Y.encodeStateAsUpdate(start).length - sizeBefore;
  expect(grown / writes).toBeLessThanOrEqual(12);
});

test("[J81] typed text costs at most twice itself", () => {
  const ctx = testDocument();
  const text = textOf(ctx.doc, { kind: "meta", field: "scenario" })!;
  const before = Y.encodeStateAsUpdate(ctx.doc).length;
  const words = "A runner with back pain looks for shoes. ".repeat(50);
  for (let end = 1; end <= words.length; end += 1)
    replaceText(text, words.slice(0, end), ctx.origin);
  expect(Y.encodeStateAsUpdate(ctx.doc).length - before).toBeLessThanOrEqual(
    2 * words.length,
  );
});

/** A server and one person tell each other what they have. */
function meet(server: Y.Doc, person: Y.Doc): void {
  Y.applyUpdate(
    server,
    Y.encodeStateAsUpdate(person, Y.encodeStateVector(server)),
  );
  Y.applyUpdate(
    person,
    Y.encodeStateAsUpdate(server, Y.encodeStateVector(person)),
  );
}
