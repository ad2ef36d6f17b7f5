import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { addCard, deleteCard, reviveCard, setCard } from "@/lib/journey/cards";
import { entityOf } from "@/lib/journey/document";
import { duplicateCard } from "@/lib/journey/duplicate-card";
import type { CardId } from "@/lib/journey/ids";
import { readCard } from "@/lib/journey/records";
import { resolve } from "@/lib/journey/resolve";
import {
  must,
  testContext,
  testDocument,
  type TestContext,
} from "@/lib/journey/testing/context";
import { LiveDocument } from "./live-document";
import { smallSeed } from "./testing/seed";

const decisions = ["accepted", "in-work", "solved"] as const;

/** A room, a pain on its map, and people who are in it with a browser each. */
function scene(people: number) {
  const ctx = testDocument(smallSeed);
  const { stages, lanes } = resolve(ctx.doc);
  const place = { laneId: lanes[0]!.id, columnId: stages[0]!.id };
  const { cardId } = must(addCard(ctx, { ...place, text: "Too slow" }));
  const state = Y.encodeStateAsUpdate(ctx.doc);
  const live = new LiveDocument({ snapshot: state, tail: [] }, 2 ** 30);
  live.learnAuthors(new Map());
  const browsers = Array.from({ length: people }, (_, at) => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, state);
    return testContext(doc, at + 2);
  });
  return { live, browsers, cardId, place };
}

/** A document as it is made anew when its room is opened again, or doubts what it has. */
function reopened(live: LiveDocument, browsers: readonly TestContext[]) {
  const stored = { snapshot: live.encode(), tail: [] };
  // What stands is gathered anew, and not remembered beside it.
  live.stamps.forgetStanding(live.doc);
  const fresh = new LiveDocument(stored, 2 ** 30, live.stamps);
  fresh.learnAuthors(
    new Map(
      browsers.map(({ doc, actorId }) => [doc.clientID, `user:${actorId}`]),
    ),
  );
  live.destroy();
  return fresh;
}

/** Sends what the room has not got yet. Returns what it added of its own. */
function send(live: LiveDocument, { doc, actorId }: TestContext) {
  const update = Y.encodeStateAsUpdate(doc, live.stateVector());
  const { completion, stop } = live.integrate([update], `user:${actorId}`);
  expect(stop).toBeNull();
  return completion;
}

const hear = (live: LiveDocument, { doc }: TestContext) =>
  Y.applyUpdate(doc, live.encode(Y.encodeStateVector(doc)));

const cardOf = (doc: Y.Doc, cardId: CardId) =>
  readCard(cardId, entityOf(doc, "cards", cardId)!);

const acts = fc.oneof(
  fc.constantFrom(...decisions).map((status) => ({ status })),
  fc.constantFrom("copy", "delete", "revive", "undo", "redo" as const),
  fc.constantFrom("meet", "meet", "reopen" as const),
);
/** Who does it, and whether to the card that everybody has or to the newest of their own copies. */
const steps = fc.tuple(fc.constantFrom(0, 1), acts, fc.boolean());
const script = fc.array(steps, {
  minLength: 1,
  maxLength: 40,
  size: "max",
});

test("[J106] [N17] whatever honest people decide, copy, delete, revive, undo and redo, at once or later, the room changes nobody's name", () => {
  fc.assert(
    fc.property(script, (steps) => {
      const { browsers, cardId: first, ...room } = scene(2);
      let { live } = room;
      const copies: CardId[] = [];
      for (const [who, act, isOfCopy] of steps) {
        const ctx = browsers[who]!;
        const cardId = (isOfCopy && copies[who]) || first;
        const reason = "The law says so";
        if (typeof act === "object")
          setCard(ctx, { cardId, decision: { ...act, reason } });
        else if (act === "copy") {
          const copied = duplicateCard(ctx, { cardId });
          if (copied.ok) copies[who] = copied.cardId;
        } else if (act === "delete") deleteCard(ctx, { cardId });
        else if (act === "revive") reviveCard(ctx, { cardId });
        else if (act === "undo" || act === "redo") ctx.undo[act]();
        else if (act === "reopen") live = reopened(live, browsers);
        else {
          expect(send(live, ctx)).toBeNull();
          hear(live, ctx);
        }
      }
      for (const ctx of browsers) expect(send(live, ctx)).toBeNull();
      live.destroy();
    }),
    { numRuns: 50 },
  );
});

test("[J106] [N17] a change that tells of a decision or a deletion by somebody else is stored under the name of who sent it, everywhere", () => {
  const { live, browsers, cardId } = scene(2);
  const [anna, mallory] = browsers as [TestContext, TestContext];
  const stamp = { by: anna.actorId, at: 1 };
  const card = entityOf(mallory.doc, "cards", cardId)!;
  card.set("decision", { status: "wont-change", reason: "Anna says", stamp });
  card.set("del", stamp);
  expect(send(live, mallory)).not.toBeNull();
  for (const ctx of browsers) hear(live, ctx);
  for (const { doc } of [live, ...browsers]) {
    const { value, del } = cardOf(doc, cardId);
    const own = { by: mallory.actorId, at: 1 };
    expect(value.decision).toMatchObject({ reason: "Anna says", stamp: own });
    expect(del).toEqual(own);
  }
  live.destroy();
});

test("[J106] a decision of somebody else with other words is not theirs, and the same one on another card is a copy", () => {
  const { live, browsers, cardId } = scene(2);
  const [anna, mallory] = browsers as [TestContext, TestContext];
  const decision = { status: "accepted", reason: "Too dear" } as const;
  must(setCard(anna, { cardId, decision }));
  expect(send(live, anna)).toBeNull();
  hear(live, mallory);
  const { cardId: copy } = must(duplicateCard(mallory, { cardId }));
  expect(send(live, mallory)).toBeNull();
  expect(cardOf(live.doc, copy).value.decision?.stamp?.by).toBe(anna.actorId);
  const { stamp } = cardOf(mallory.doc, cardId).value.decision!;
  const reason = "Nobody cares";
  entityOf(mallory.doc, "cards", copy)!.set("decision", {
    ...decision,
    reason,
    stamp,
  });
  expect(send(live, mallory)).not.toBeNull();
  expect(cardOf(live.doc, copy).value.decision).toMatchObject({
    reason,
    stamp: { by: mallory.actorId },
  });
  expect(cardOf(live.doc, cardId).value.decision?.stamp?.by).toBe(anna.actorId);
  live.destroy();
});

test("[J106] a deletion or decision that stood on one thing is not true of another, unless it was copied with it", () => {
  const { live, browsers, cardId, place } = scene(2);
  const [anna, mallory] = browsers as [TestContext, TestContext];
  const other = must(addCard(anna, { ...place, text: "Too dear" })).cardId;
  const solved = { status: "solved", reason: "" } as const;
  must(setCard(anna, { cardId, decision: solved }));
  must(deleteCard(anna, { cardId }));
  expect(send(live, anna)).toBeNull();
  hear(live, mallory);
  const own = must(addCard(mallory, { ...place, text: "My own" })).cardId;
  const held = entityOf(mallory.doc, "cards", cardId)!;
  for (const id of [own, other])
    for (const key of ["del", "decision"])
      entityOf(mallory.doc, "cards", id)!.set(key, held.get(key));
  expect(send(live, mallory)).not.toBeNull();
  const named = (id: CardId) => {
    const { value, del } = cardOf(live.doc, id);
    return [del?.by, value.decision?.stamp?.by];
  };
  expect(named(cardId)).toEqual([anna.actorId, anna.actorId]);
  expect(named(own)).toEqual([mallory.actorId, anna.actorId]);
  expect(named(other)).toEqual([mallory.actorId, mallory.actorId]);
  live.destroy();
});

test("[J106] what stood before a room was opened again is still true for whoever undoes what was written over it", () => {
  const { live, browsers, cardId } = scene(2);
  const [anna, bea] = browsers as [TestContext, TestContext];
  const decided = (status: (typeof decisions)[number]) =>
    ({ cardId, decision: { status, reason: "" } }) as const;
  must(setCard(anna, decided("solved")));
  send(live, anna);
  hear(live, bea);
  must(setCard(bea, decided("in-work")));
  send(live, bea);
  const later = reopened(live, browsers);
  expect(bea.undo.undo().ok).toBe(true);
  expect(send(later, bea)).toBeNull();
  const { stamp } = cardOf(later.doc, cardId).value.decision!;
  expect(stamp?.by).toBe(anna.actorId);
  later.destroy();
});
