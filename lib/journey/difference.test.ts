import { expect, test } from "vitest";
import * as Y from "yjs";
import { addCard, deleteCard, moveCard, setCard } from "./cards";
import { addChannel, removeChannel } from "./channels";
import { difference } from "./difference";
import { applyDifference } from "./difference-apply";
import { rewriteText, textDifference } from "./difference-text";
import type { Change } from "./difference-types";
import { entityOf } from "./document";
import { setEmotion } from "./emotions";
import { asId } from "./ids";
import type { ChannelId } from "./ids";
import type { JourneyMap } from "./journey-map";
import { setMeta } from "./meta";
import { notesOf, setNotesText } from "./notes";
import { setOwner } from "./owners";
import { resolve } from "./resolve";
import { deleteStage, moveStage, setStage } from "./stages";
import { must, testDocument } from "./testing/context";
import type { TestContext } from "./testing/context";
import { ANNA, FULL_SEED, SALES } from "./testing/sample";
import { setText, textOf } from "./texts";
import { deleteTouchpoint, setTouchpoint } from "./touchpoints";

function since(ctx: TestContext, change: (map: JourneyMap) => void): Change[] {
  const before = resolve(ctx.doc);
  change(before);
  return [...difference(before, resolve(ctx.doc))];
}

const kindsOf = (changes: readonly Change[]) =>
  changes.map((change) =>
    "thing" in change ? `${change.kind} ${change.thing.kind}` : change.kind,
  );

test("[J90] each change is called what it was", () => {
  const ctx = testDocument(FULL_SEED);
  const FAX = asId<ChannelId>("00000000-0000-7000-8000-0000000000f1");
  const changes = since(ctx, ({ stages, lanes, cells }) => {
    const touchpointId = stages[0]!.touchpoints[0]!.id;
    const [pain, other] = cells[`${lanes[4]!.id}:${stages[0]!.id}`]!;
    const to = { laneId: lanes[4]!.id, columnId: stages[1]!.id };
    must(setText(ctx, { kind: "meta", field: "title" }, "Buying boots"));
    must(setText(ctx, { kind: "card", id: pain!.id }, "My back hurts"));
    must(setCard(ctx, { cardId: pain!.id, colour: "blue" }));
    must(moveCard(ctx, { cardId: other!.id, ...to, before: null }));
    must(addCard(ctx, { ...to, text: "New" }));
    must(setEmotion(ctx, { touchpointId, personaId: ANNA, value: 2 }));
    must(
      setOwner(ctx, { touchpointId, stakeholderId: SALES, role: "involved" }),
    );
    must(addChannel(ctx, { touchpointId, channelId: FAX }));
    must(setTouchpoint(ctx, { touchpointId, patch: { medium: "offline" } }));
  });
  expect(kindsOf(changes).sort()).toEqual(
    [
      "added card",
      "channel",
      "emotion",
      "moved card",
      "owner",
      "renamed",
      "set",
      "set",
      "text",
    ].sort(),
  );
  const moved = changes.find((change) => change.kind === "moved");
  expect(moved?.from.list).not.toBe(moved?.to.list);
});

test("[J94] of a list that was turned round in one place only one thing has moved", () => {
  const ctx = testDocument({
    stages: ["a", "b", "c", "d", "e"].map((key) => ({ key, title: key })),
  });
  const changes = since(ctx, ({ stages }) =>
    must(moveStage(ctx, { stageId: stages[4]!.id, before: stages[0]!.id })),
  );
  expect(changes).toMatchObject([
    { kind: "moved", from: { at: 4 }, to: { at: 0, after: null } },
  ]);
});

test("[J95] what went with a stage comes back with it, places and all", () => {
  const ctx = testDocument(FULL_SEED);
  const before = resolve(ctx.doc);
  const cards = [...ctx.doc.getMap("cards").keys()];
  const placeOf = () =>
    cards.map((id) => entityOf(ctx.doc, "cards", id)?.get("loc"));
  const places = placeOf();
  must(deleteStage(ctx, { stageId: before.stages[0]!.id }));
  const back = difference(resolve(ctx.doc), before);
  expect([...new Set(kindsOf(back))]).toEqual([
    "revived stage",
    "revived touchpoint",
    "revived card",
    "revived attachment",
  ]);
  must(applyDifference(ctx, back));
  expect(resolve(ctx.doc)).toEqual(before);
  expect(placeOf()).toEqual(places);
});

test("[J8] [J95] attachments of what a restore removes stay with it", () => {
  const ctx = testDocument(FULL_SEED);
  const full = resolve(ctx.doc);
  const touchpointId = full.stages[0]!.touchpoints[0]!.id;
  must(deleteTouchpoint(ctx, { touchpointId }));
  const without = resolve(ctx.doc);
  must(applyDifference(ctx, difference(without, full)));
  must(applyDifference(ctx, difference(full, without)));
  must(applyDifference(ctx, difference(resolve(ctx.doc), full)));
  expect(resolve(ctx.doc)).toEqual(full);
});

test("[J10] [J96] a locked structure is not restored around its lock; words are", () => {
  const ctx = testDocument(FULL_SEED);
  const before = resolve(ctx.doc);
  const stageId = before.stages[1]!.id;
  must(setText(ctx, { kind: "stage", id: stageId, field: "title" }, "Choice"));
  must(setMeta(ctx, { structureLocked: true }));
  const words = difference(resolve(ctx.doc), before);
  expect(applyDifference(ctx, words)).toEqual({ ok: true });
  must(deleteStage(ctx, { stageId }));
  must(setMeta(ctx, { structureLocked: true }));
  const stages = difference(resolve(ctx.doc), {
    ...before,
    meta: { ...before.meta, structureLocked: true },
  });
  const held = resolve(ctx.doc);
  expect(applyDifference(ctx, stages)).toEqual({
    ok: false,
    reason: "structure_locked",
  });
  expect(resolve(ctx.doc)).toEqual(held);
});

test("[J91] nothing is written where nothing differs", () => {
  const ctx = testDocument(FULL_SEED);
  let updates = 0;
  ctx.doc.on("update", () => (updates += 1));
  must(applyDifference(ctx, difference(resolve(ctx.doc), resolve(ctx.doc))));
  expect(updates).toBe(0);
});

test("[J30] undo of the tab knows nothing of a difference that was applied", () => {
  const ctx = testDocument(FULL_SEED);
  const before = resolve(ctx.doc);
  must(setStage(ctx, { stageId: before.stages[0]!.id, colour: "red" }));
  must(applyDifference(ctx, difference(resolve(ctx.doc), before)));
  expect(ctx.undo.undo()).toMatchObject({ ok: false, reason: "changed_since" });
});

test("[J93] notes are written in paragraph by paragraph", () => {
  const ctx = testDocument(FULL_SEED);
  const before = resolve(ctx.doc);
  const touchpointId = before.stages[0]!.touchpoints[0]!.id;
  must(
    setNotesText(ctx, { touchpointId, text: "First line\nLine two!\nThree" }),
  );
  const paragraphs = notesOf(ctx.doc, touchpointId)!.toArray();
  must(applyDifference(ctx, difference(resolve(ctx.doc), before)));
  expect(resolve(ctx.doc)).toEqual(before);
  expect(notesOf(ctx.doc, touchpointId)!.toArray()).toEqual(
    paragraphs.slice(0, 2),
  );
});

test("[J92] a text difference keeps the words between two changes", () => {
  expect(textDifference("the red shoe fits", "the blue shoe fits me")).toEqual([
    { is: "same", text: "the " },
    { is: "removed", text: "red" },
    { is: "added", text: "blue" },
    { is: "same", text: " shoe fits" },
    { is: "added", text: " me" },
  ]);
});

test.each([1, 2])(
  "[J93] what someone types on at the end of a word stays behind it while the word is put back (%i)",
  (clientId) => {
    // Of two things at one place Yjs puts first whose client has the smaller number: both ways must do.
    const [server, browser] = [new Y.Doc(), new Y.Doc()];
    server.clientID = clientId;
    browser.clientID = 3 - clientId;
    const text = server.getText("");
    text.insert(0, "Decisionabc");
    Y.applyUpdate(browser, Y.encodeStateAsUpdate(server));
    const theirs = browser.getText("");
    theirs.insert(theirs.length, "d");
    rewriteText(text, "Decisionabc", "Decision");
    Y.applyUpdate(server, Y.encodeStateAsUpdate(browser));
    expect(text.toString()).toBe("Decisiond");
  },
);

test("[J90] a card that comes and goes is nothing", () => {
  const ctx = testDocument(FULL_SEED);
  const changes = since(ctx, ({ lanes, stages, cells }) => {
    const cell = { laneId: lanes[4]!.id, columnId: stages[0]!.id };
    const { cardId } = must(addCard(ctx, cell));
    must(deleteCard(ctx, { cardId }));
    const [card] = cells[`${cell.laneId}:${cell.columnId}`]!;
    const text = textOf(ctx.doc, { kind: "card", id: card!.id })!;
    text.insert(0, "x");
    text.delete(0, 1);
    const { id: touchpointId, channels } = stages[0]!.touchpoints[0]!;
    must(removeChannel(ctx, { touchpointId, channelId: channels[0]! }));
    must(addChannel(ctx, { touchpointId, channelId: channels[0]! }));
  });
  expect(changes).toEqual([]);
});
