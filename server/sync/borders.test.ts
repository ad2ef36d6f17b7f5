import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { deleteCard } from "@/lib/journey/cards";
import { createDocument } from "@/lib/journey/create";
import { duplicateCard } from "@/lib/journey/duplicate-card";
import { newCard } from "@/lib/journey/entities";
import type { CardId } from "@/lib/journey/ids";
import { MAX_CARDS, MAX_DEPTH, MAX_STRING } from "@/lib/journey/limits";
import { resolve } from "@/lib/journey/resolve";
import { textOf } from "@/lib/journey/texts";
import { must, testContext } from "@/lib/journey/testing/context";
import { LiveDocument } from "./live-document";
import { smallSeed } from "./testing/seed";

const refused = { kind: "tainted", reason: "schema" };
const title = { kind: "meta", field: "title" } as const;

/** A server with a map, and tabs of people who have it. */
function serverWith(cards: number) {
  const seed = {
    ...smallSeed,
    lanes: [
      {
        key: "l1",
        kind: "text" as const,
        title: "Needs",
        cards: { s1: Array.from({ length: cards }, () => ({ text: "" })) },
      },
    ],
  };
  const doc = createDocument(testContext(), seed);
  const snapshot = Y.encodeStateAsUpdate(doc);
  const live = new LiveDocument({ snapshot, tail: [] }, Infinity);
  live.learnAuthors(new Map());
  let people = 1;
  const join = () => {
    const tab = testContext(new Y.Doc(), ++people);
    Y.applyUpdate(tab.doc, live.encode());
    const frames: Uint8Array[] = [];
    tab.doc.on("update", (update: Uint8Array) => frames.push(update));
    const give = () =>
      live.integrate(frames.splice(0), `user:${tab.actorId}`).stop;
    const { stages, lanes, cells } = resolve(tab.doc);
    const at = {
      laneId: lanes[0]!.id,
      columnId: stages[0]!.id,
      before: null,
    };
    const cardId = Object.values(cells).flat()[0]?.id as CardId;
    return { ...tab, give, at, cardId, title: textOf(tab.doc, title)! };
  };
  return { live, join };
}

const nested = (levels: number): unknown =>
  levels === 0 ? 1 : [nested(levels - 1)];

test("[J75] [WS-15] card 5,001 is refused however it is made, and one less makes room for one", () => {
  const { join } = serverWith(MAX_CARDS - 1);
  const ada = join();
  const add = () =>
    ada.doc
      .getMap("cards")
      .set(
        ada.newId(),
        newCard([ada.at.columnId, ada.at.laneId, "zz"], "text").entity,
      );
  add();
  expect(ada.give()).toBeNull();
  must(deleteCard(ada, { cardId: ada.cardId }));
  add();
  expect(ada.give()).toBeNull();
  add();
  expect(ada.give()).toEqual(refused);
});

test("[J78] [WS-15] a value of twelve levels is taken, and one of thirteen is not", () => {
  const { join } = serverWith(1);
  for (const [levels, stop] of [
    [MAX_DEPTH, null],
    [MAX_DEPTH + 1, { kind: "refused", reason: "forbidden_content" }],
  ] as const) {
    const ada = join();
    ada.doc.getMap("meta").set("later", nested(levels));
    expect(ada.give()).toEqual(stop);
  }
});

describe("[J78] [WS-15] of one text", () => {
  test.each([
    ["in one piece", [MAX_STRING + 1]],
    ["in pieces", [MAX_STRING / 2, MAX_STRING / 2, 1]],
  ])("more than 20,000 characters are refused %s", (_how, pieces) => {
    const { join } = serverWith(1);
    const ada = join();
    ada.title.delete(0, ada.title.length);
    const stops = pieces.map((length) => {
      ada.title.insert(ada.title.length, "x".repeat(length));
      return ada.give();
    });
    expect(stops.pop()).toEqual(refused);
    expect(stops.every((stop) => stop === null)).toBe(true);
  });

  test("what two people wrote at the same time is taken, and from then on it is never longer than it was, undone deletions and copies included", () => {
    const { join, live } = serverWith(1);
    const [ada, grace] = [join(), join()];
    for (const one of [ada, grace]) {
      textOf(one.doc, { kind: "card", id: one.cardId })!.insert(
        0,
        "x".repeat(15_000),
      );
      expect(one.give()).toBeNull();
    }
    const later = join();
    const text = textOf(later.doc, { kind: "card", id: later.cardId })!;
    expect(text.length).toBe(30_000);
    must(duplicateCard(later, { cardId: later.cardId }));
    expect(later.give()).toBeNull();
    later.doc.transact(() => {
      text.delete(0, 100);
      text.insert(0, "y".repeat(50));
    });
    expect(later.give()).toBeNull();
    text.insert(0, "z".repeat(50));
    expect(later.give()).toBeNull();
    const words = text.toString();
    text.delete(0, words.length);
    expect(later.give()).toBeNull();
    // As undoing it does: the same words, as new ones.
    text.insert(0, words);
    expect(later.give()).toBeNull();
    text.insert(0, "z");
    expect(later.give()).toEqual(refused);
    expect(resolve(live.doc).meta.title).toBe(smallSeed.title);
  });

  test("as much in a card that somebody makes is refused", () => {
    const { join } = serverWith(1);
    const ada = join();
    const { entity, later } = newCard(
      [ada.at.columnId, ada.at.laneId, "zz"],
      "text",
      { text: "x".repeat(MAX_STRING + 1) },
    );
    ada.doc.transact(() => {
      ada.doc.getMap("cards").set(ada.newId(), entity);
      for (const [key, words] of later)
        (entity.get(key) as Y.Text).insert(0, words);
    });
    expect(ada.give()).toEqual(refused);
  });

  test("as much is taken from whoever brings the work of many after a backup was restored", () => {
    const { join, live } = serverWith(1);
    const ada = join();
    ada.title.insert(0, "x".repeat(MAX_STRING + 1));
    const frame = Y.encodeStateAsUpdate(ada.doc, live.stateVector());
    expect(live.integrate([frame], "user:relay", true).stop).toBeNull();
  });
});
