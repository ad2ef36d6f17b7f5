import { describe, expect, test } from "vitest";
import type { CardId, LaneId, TouchpointId } from "@/lib/journey/ids";
import { idOf, viewOf } from "../testing/test-grid";
import { turn } from "./grid-state";
import type { GridState, Intent } from "./grid-state";
import { selectedCells } from "./selected-cells";

const view = viewOf({
  stages: [2, 0, 1],
  lanes: [
    { kind: "text" },
    { kind: "text", span: "stage" },
    { kind: "message" },
    { kind: "channel" },
  ],
  cards: { "1:b1": 1, "1:b2": 3 },
});
const lane = (number: number) => idOf<LaneId>("c", number);
const column = (number: number) => idOf<TouchpointId>("b", number);

function on(
  row: GridState["point"]["row"],
  leaf: GridState["point"]["leaf"],
): GridState {
  return {
    point: { row, leaf },
    anchor: null,
    card: null,
    picks: [],
    edit: null,
  };
}

const oneCard = on(lane(1), column(1));
const manyCards = on(lane(1), column(2));
const noCards = on(lane(1), column(3));
const cards = view.cardsOf({
  row: lane(1),
  from: 1,
  to: 1,
  role: "cards",
  columnId: column(2),
  lane: view.shape.lanes[0] ?? null,
});

function after(state: GridState, ...intents: Intent[]): GridState {
  return intents.reduce((now, intent) => turn(now, intent, view).state, state);
}

const go = (
  step: "left" | "right" | "up" | "down",
  extend = false,
): Intent => ({
  type: "go",
  step,
  extend,
});

describe("a cell is selected or written in, never both", () => {
  test("[A1] Enter on a cell with one card writes in it", () => {
    const { edit } = after(oneCard, { type: "enter" });
    expect(edit?.target).toMatchObject({ kind: "text", ref: { kind: "card" } });
    expect(edit?.replace).toBe(false);
  });

  test("[A1] typing replaces the only card, and adds one where there are several or none", () => {
    expect(after(oneCard, { type: "type" }).edit).toMatchObject({
      replace: true,
      target: { kind: "text" },
    });
    expect(after(manyCards, { type: "type" }).edit?.target.kind).toBe(
      "new-card",
    );
    expect(after(noCards, { type: "type" }).edit?.target.kind).toBe("new-card");
  });

  test("Enter on a cell with several cards enters it, the arrows stay inside, Esc leaves", () => {
    const inside = after(manyCards, { type: "enter" });
    expect(inside.card).toBe(cards[0]);
    expect(inside.edit).toBeNull();
    const last = after(inside, go("down"), go("right"), go("down"));
    expect(last.card).toBe(cards[2]);
    expect(last.point).toEqual(manyCards.point);
    expect(after(last, { type: "leave" })).toEqual(manyCards);
  });

  test("[A1] Enter commits and goes down, inside a cell to its next card", () => {
    const written = after(
      oneCard,
      { type: "enter" },
      { type: "commit", then: "down" },
    );
    expect(written.edit).toBeNull();
    expect(written.point.row).toBe(lane(2));
    const inside = after(
      manyCards,
      { type: "enter" },
      { type: "enter" },
      { type: "commit", then: "down" },
    );
    expect(inside.card).toBe(cards[1]);
    expect(inside.point).toEqual(manyCards.point);
  });

  test("[A1] Tab commits and keeps writing in the next cell with words", () => {
    const next = after(
      oneCard,
      { type: "enter" },
      { type: "commit", then: "right" },
    );
    expect(next.point.leaf).toBe(column(2));
    expect(next.edit?.target).toMatchObject({ ref: { id: cards[0] } });
    const back = after(next, { type: "commit", then: "left" });
    expect(back.point.leaf).toBe(column(1));
    expect(back.edit).not.toBeNull();
  });

  test("Ctrl+Enter adds a card behind the selected one", () => {
    const state = { ...manyCards, card: cards[0] as CardId };
    expect(after(state, { type: "add" }).edit?.target).toMatchObject({
      kind: "new-card",
      before: cards[1],
    });
  });

  test("[A1] Shift extends from where it began, and a step without it lets go", () => {
    const block = after(
      on(lane(1), column(1)),
      go("right", true),
      go("down", true),
    );
    const cells = selectedCells(block, view.shape);
    expect(cells.map((row) => row.length)).toEqual([2, 1]);
    expect(after(block, go("down")).anchor).toBeNull();
  });

  test("[A1] Ctrl+A selects the lane, again the map", () => {
    const once = after(oneCard, { type: "select-all" });
    expect(selectedCells(once, view.shape)).toHaveLength(1);
    const twice = after(once, { type: "select-all" });
    expect(selectedCells(twice, view.shape)).toHaveLength(4);
  });
});

describe("cells that are no text", () => {
  test("a chosen value is opened, not written", () => {
    const { state, effect } = turn(
      on(lane(4), column(1)),
      { type: "enter" },
      view,
    );
    expect(effect?.type).toBe("open-field");
    expect(state.edit).toBeNull();
    expect(after(state, { type: "type" }).edit).toBeNull();
  });

  test("a heading is renamed with Enter, and typing there writes nothing", () => {
    const heading = on("touchpoints", column(1));
    expect(after(heading, { type: "enter" }).edit?.target).toMatchObject({
      ref: { kind: "touchpoint", field: "title" },
    });
    expect(after(heading, { type: "type" }).edit).toBeNull();
  });

  test("under a stage without touchpoints Enter asks for one", () => {
    const empty = on("touchpoints", view.shape.leaves[2]?.key ?? "head");
    expect(turn(empty, { type: "enter" }, view).effect?.type).toBe(
      "add-touchpoint",
    );
  });

  test("who may not write selects, and never writes", () => {
    const reader = { ...view, canWrite: false };
    for (const intent of [
      { type: "enter" },
      { type: "type" },
      { type: "add" },
    ] as const) {
      expect(turn(oneCard, intent, reader).state.edit).toBeNull();
      expect(turn(oneCard, intent, reader).effect).toBeNull();
    }
  });
});
