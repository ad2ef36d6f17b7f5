import fc from "fast-check";
import { expect, test } from "vitest";
import { addCard, setCard } from "./cards";
import { duplicateCard } from "./duplicate-card";
import { lacksReason } from "./decision";
import { entityOf, rootOf } from "./document";
import type { CardId } from "./ids";
import { projectRows } from "./projection";
import { readCard } from "./records";
import { resolve } from "./resolve";
import { full, meet, peerOf } from "./testing/full-map";
import { must } from "./testing/context";
import type { TestContext } from "./testing/context";
import { DECISION_STATUSES } from "./vocabulary";

const decisions = fc.option(
  fc.record({
    status: fc.constantFrom(...DECISION_STATUSES),
    reason: fc.constantFrom("", " \n", "The law says so"),
  }),
);
const steps = fc.array(
  fc.tuple(
    fc.constantFrom(0, 1),
    fc.oneof(
      decisions.map((decision) => ({ decision })),
      fc.constantFrom("undo", "redo", "meet" as const),
    ),
  ),
  { minLength: 1, maxLength: 60, size: "max" },
);

function painOf({ doc }: TestContext, cardId: CardId) {
  return readCard(cardId, entityOf(doc, "cards", cardId)!).value;
}

function scene() {
  const { ctx, lane, stage } = full();
  const cell = { laneId: lane("Pains"), columnId: stage("Decision") };
  const { cardId } = must(addCard(ctx, { ...cell, text: "Too slow" }));
  ctx.undo.clear();
  return { ctx, cardId };
}

test("[J99] [R76] two people never bring a pain to stay as it is without a reason", () => {
  fc.assert(
    fc.property(steps, (script) => {
      const { ctx, cardId } = scene();
      const people = [ctx, peerOf(ctx)] as const;
      for (const [who, act] of script) {
        const person = people[who];
        if (act === "meet") meet(...people);
        else if (act === "undo" || act === "redo") person.undo[act]();
        else if (typeof act === "object") setCard(person, { cardId, ...act });
        const { decision } = painOf(person, cardId);
        expect(
          decision?.status === "wont-change" && lacksReason(decision),
        ).toBe(false);
      }
    }),
    { numRuns: 40 },
  );
});

test("[J99] a refused decision leaves the card and the undo stack alone", () => {
  const { ctx, cardId } = scene();
  const before = painOf(ctx, cardId);
  const decision = { status: "wont-change", reason: " \n" } as const;
  expect(setCard(ctx, { cardId, colour: "red", decision })).toEqual({
    ok: false,
    reason: "reason_missing",
  });
  expect(painOf(ctx, cardId)).toEqual(before);
  expect(ctx.undo.canUndo()).toBe(false);
});

test("[J99] a document that says so without a reason is read, changed and copied as it stands", () => {
  const { ctx, cardId } = scene();
  const decision = { status: "wont-change", reason: "" };
  const card = rootOf(ctx.doc, "cards").get(cardId) as unknown as Map<
    string,
    unknown
  >;
  card.set("decision", decision);
  must(setCard(ctx, { cardId, colour: "red" }));
  const copy = must(duplicateCard(ctx, { cardId }));
  for (const id of [cardId, copy.cardId])
    expect(painOf(ctx, id)).toMatchObject({ decision, colour: "red" });
});

test("[J105] [N17] a decision says who made it and when, and is theirs until somebody decides otherwise", () => {
  const { ctx, cardId } = scene();
  const other = peerOf(ctx);
  const decision = { status: "accepted", reason: "Comes up often" } as const;
  const told = { by: "somebody else", at: 1 };
  must(setCard(ctx, { cardId, decision: { ...decision, stamp: told } }));
  const first = painOf(ctx, cardId).decision?.stamp;
  expect(first?.by).toBe(ctx.actorId);
  meet(ctx, other);
  must(setCard(other, { cardId, decision }));
  meet(ctx, other);
  expect(painOf(ctx, cardId).decision?.stamp).toEqual(first);
  must(setCard(other, { cardId, decision: { ...decision, status: "solved" } }));
  meet(ctx, other);
  expect(painOf(ctx, cardId).decision?.stamp?.by).toBe(other.actorId);
  const row = projectRows(resolve(ctx.doc), {
    workspaceId: "w",
    journeyId: "j",
  }).CardRow.find(({ id }) => id === cardId);
  expect(row?.decidedById).toBe(other.actorId);
  expect(row?.decidedAt).toBe(painOf(ctx, cardId).decision?.stamp?.at);
});
