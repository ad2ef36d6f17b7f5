import { expect, test } from "vitest";
import * as Y from "yjs";
import { addCard, deleteCard, moveCard } from "@/lib/journey/cards";
import type { CardId } from "@/lib/journey/ids";
import { resolve } from "@/lib/journey/resolve";
import { addChecklistItem, removeChecklistItem } from "@/lib/journey/checklist";
import { deleteStage } from "@/lib/journey/stages";
import { textOf } from "@/lib/journey/texts";
import { must, testDocument } from "@/lib/journey/testing/context";
import type { TestContext } from "@/lib/journey/testing/context";
import { trackText } from "@/lib/journey/undo";
import { addTouchpoint } from "@/lib/journey/touchpoints";
import { LiveDocument } from "./live-document";
import { RoomLeft } from "./room-left";
import { smallSeed } from "./testing/seed";

const full = { kind: "tainted", reason: "map_full" };

/** A tab with a map of twenty cards in its first stage. */
function openTab() {
  const tab = testDocument(smallSeed);
  const { stages, lanes } = resolve(tab.doc);
  const stageId = stages[0]!.id;
  const at = { laneId: lanes[0]!.id, columnId: stageId, before: null };
  for (let n = 0; n < 20; n++) must(addCard(tab, { ...at, text: `card ${n}` }));
  const text = textOf(tab.doc, { kind: "meta", field: "title" })!;
  return { ...tab, text, stageId };
}

const stateOf = ({ doc }: TestContext) => Y.encodeStateAsUpdate(doc);

/** The document of a server that has what a tab has, as large as that or larger at most. */
function serverOf(tab: TestContext, maxBytes = stateOf(tab).length) {
  const live = new LiveDocument({ snapshot: stateOf(tab), tail: [] }, maxBytes);
  live.learnAuthors(new Map([[tab.doc.clientID, `user:${tab.actorId}`]]));
  const frames: Uint8Array[] = [];
  tab.doc.on("update", (update: Uint8Array) => frames.push(update));
  return {
    live,
    /** Gives the server what the tab wrote meanwhile, each for itself. */
    take: () =>
      frames
        .splice(0)
        .map((frame) => live.integrate([frame], `user:${tab.actorId}`).stop),
  };
}

test("[WS-15] a full map refuses to grow letter by letter as well", () => {
  const tab = openTab();
  const maxBytes = stateOf(tab).length + 1_000;
  const { live, take } = serverOf(tab, maxBytes);
  let taken = 0;
  for (; taken < 5_000; taken++) {
    tab.text.insert(tab.text.length, "y");
    if (take()[0] !== null) break;
  }
  expect(taken).toBeGreaterThan(900);
  expect(live.encodeWhole().length).toBeLessThanOrEqual(maxBytes);
});

test("[WS-15] on a full map a stage with twenty cards goes to the trash in one piece, and comes back", () => {
  const tab = openTab();
  const { live, take } = serverOf(tab);
  must(deleteStage(tab, { stageId: tab.stageId }));
  expect(tab.undo.undo().ok).toBe(true);
  expect(tab.undo.redo().ok).toBe(true);
  expect(take()).toEqual([null, null, null]);
  expect(resolve(live.doc)).toEqual(resolve(tab.doc));
  expect(resolve(live.doc).stages).toHaveLength(1);
});

test("[WS-15] what is deleted from a full map may be put back by undoing that", () => {
  const tab = openTab();
  tab.text.insert(0, "x".repeat(5_000));
  // As full as typing makes it.
  const { live, take } = serverOf(tab, (stateOf(tab).length * 128) / 127);
  const typing = trackText(tab.undo, tab.text, { origin: tab.origin });
  tab.doc.transact(() => tab.text.delete(100, 4_000), tab.origin);
  typing.close();
  expect(take()).toEqual([null]);
  expect(tab.undo.undo().ok).toBe(true);
  expect(take()).toEqual([null]);
  expect(resolve(live.doc)).toEqual(resolve(tab.doc));
});

const changes: [string, (tab: ReturnType<typeof openTab>) => void][] = [
  [
    "more in the mark of the trash",
    ({ doc, actorId: by, stageId }) =>
      doc
        .getMap<Y.Map<unknown>>("stages")
        .get(stageId)!
        .set("del", { by, at: 1, more: "x".repeat(5_000) }),
  ],
  [
    "a mark of the trash where nothing can be in it",
    ({ doc, actorId: by }) => doc.getMap("meta").set("del", { by, at: 1 }),
  ],
  [
    "a word beside the trash",
    (tab) =>
      tab.doc.transact(() => {
        must(deleteStage(tab, { stageId: tab.stageId }));
        tab.text.insert(0, "one word more, and another".repeat(5));
      }),
  ],
  [
    "a card",
    (tab) => {
      const { lanes, stages } = resolve(tab.doc);
      const at = { laneId: lanes[0]!.id, columnId: stages[1]!.id };
      must(addCard(tab, { ...at, before: null, text: "one more" }));
    },
  ],
];

test.each(changes)("[WS-15] a full map does not take %s", (_what, change) => {
  const tab = openTab();
  const { take } = serverOf(tab);
  change(tab);
  expect(take()).toContainEqual(full);
});

test("[WS-15] on a nearly full map a value may take the place of another", () => {
  const tab = openTab();
  const { take } = serverOf(tab, stateOf(tab).length + 100);
  const { lanes, stages, cells } = resolve(tab.doc);
  const card = Object.values(cells).flat()[0]!;
  const at = { laneId: lanes[0]!.id, columnId: stages[1]!.id };
  must(moveCard(tab, { ...at, before: null, cardId: card.id }));
  expect(take()).toEqual([null]);
});

test("[WS-15] a check question is taken off its list on a full map", () => {
  const tab = openTab();
  const { touchpointId } = must(addTouchpoint(tab, { stageId: tab.stageId }));
  const { itemId } = must(addChecklistItem(tab, { touchpointId, text: "?" }));
  const { live, take } = serverOf(tab);
  must(removeChecklistItem(tab, { touchpointId, itemId }));
  expect(take()).toEqual([null]);
  expect(resolve(live.doc)).toEqual(resolve(tab.doc));
});

test("[WS-15] clearing up has its end too, so that a map does not grow by being cleared for ever", () => {
  const tab = openTab();
  const transactions: Y.Transaction[] = [];
  tab.doc.on("afterTransaction", (one) => transactions.push(one));
  must(deleteStage(tab, { stageId: tab.stageId }));
  const takes = (bytes: number) =>
    new RoomLeft(100_000, 100_000).takes(transactions[0]!, {
      atMost: bytes,
      measure: () => bytes,
    });
  expect(takes(101_000)).toBe(true);
  expect(takes(625_000)).toBe(true);
  expect(takes(625_001)).toBe(false);
});

test("[WS-15] a map that was larger already is cleared up and changed, and does not grow", () => {
  const tab = openTab();
  const { live, take } = serverOf(tab, stateOf(tab).length / 2);
  const { lanes, stages, cells } = resolve(tab.doc);
  const cards = Object.values(cells).flat() as { id: CardId }[];
  const [card, other] = cards;
  const at = { laneId: lanes[0]!.id, columnId: stages[1]!.id };
  must(deleteCard(tab, { cardId: other!.id }));
  must(moveCard(tab, { ...at, before: null, cardId: card!.id }));
  expect(take()).toEqual([null, null]);
  expect(Object.values(resolve(live.doc).cells).flat()).toHaveLength(
    cards.length - 1,
  );
  must(addCard(tab, { ...at, before: null, text: "one more" }));
  expect(take()).toEqual([full]);
});
