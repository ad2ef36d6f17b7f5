import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { addCard, deleteCard } from "@/lib/journey/cards";
import { addLane } from "@/lib/journey/lanes";
import { resolve } from "@/lib/journey/resolve";
import { addStage } from "@/lib/journey/stages";
import { must, testContext, testDocument } from "@/lib/journey/testing/context";
import { setText } from "@/lib/journey/texts";
import { countOf, unsentChanges } from "./recovery";

/** With ids of its own: two replicas must not make one thing by accident. */
const contextOf = (doc: Y.Doc) => ({ ...testContext(doc), newId: randomUUID });

function begin() {
  const { doc } = testDocument();
  const ctx = contextOf(doc);
  const { stageId } = must(addStage(ctx, { title: "Buy" }));
  const { laneId } = must(
    addLane(ctx, { kind: "text", title: "Needs", span: "stage" }),
  );
  const { cardId } = must(
    addCard(ctx, { laneId, columnId: stageId, text: "Old" }),
  );
  return { doc, stageId, laneId, cardId };
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

test("[C15] what this tab wrote is kept, and what others did meanwhile is not called mine", () => {
  const { doc, stageId, laneId, cardId } = begin();
  const base = resolve(doc);
  const local = copyOf(doc);
  must(addCard(contextOf(local), { laneId, columnId: stageId, text: "Mine" }));
  must(setText(contextOf(doc), { kind: "card", id: cardId }, "Theirs"));
  must(
    addCard(contextOf(doc), {
      laneId,
      columnId: stageId,
      text: "Theirs too",
    }),
  );
  const changes = unsentChanges({
    base,
    server: resolve(doc),
    local: resolve(local),
  });
  expect(changes).toMatchObject([
    { kind: "added", thing: { value: { text: "Mine" } } },
  ]);
});

test("what was written into something that others removed is kept whole", () => {
  const { doc, cardId } = begin();
  const base = resolve(doc);
  const local = copyOf(doc);
  must(setText(contextOf(local), { kind: "card", id: cardId }, "Rewritten"));
  must(deleteCard(contextOf(doc), { cardId }));
  const changes = unsentChanges({
    base,
    server: resolve(doc),
    local: resolve(local),
  });
  expect(changes).toMatchObject([{ thing: { value: { text: "Rewritten" } } }]);
});

test("what the server has by now is nothing to keep", () => {
  const { doc, stageId, laneId } = begin();
  const base = resolve(doc);
  must(addCard(contextOf(doc), { laneId, columnId: stageId, text: "Both" }));
  const map = resolve(doc);
  expect(unsentChanges({ base, server: map, local: map })).toEqual([]);
});

test("[C22] against another history everything counts that it lacks", () => {
  const { doc, stageId, laneId } = begin();
  const yesterday = resolve(doc);
  must(addCard(contextOf(doc), { laneId, columnId: stageId, text: "Today" }));
  const to = resolve(doc);
  const changes = unsentChanges({ base: null, server: yesterday, local: to });
  expect(
    countOf([
      {
        id: "",
        journeyId: "",
        at: 0,
        code: 4410,
        from: yesterday,
        to,
        changes,
      },
    ]),
  ).toBe(1);
});
