import fc from "fast-check";
import { expect, test } from "vitest";
import { idOf, viewOf } from "../testing/test-grid";
import type { Plan } from "../testing/test-grid";
import { follow } from "./follow";
import { startState, turn } from "./grid-state";
import type { GridState, GridView, Intent } from "./grid-state";
import { cellAt, cellOf, leafAt } from "./shape";
import type { Point } from "./shape";

const plans: fc.Arbitrary<Plan> = fc.record({
  stages: fc.array(fc.integer({ min: -2, max: 3 }), {
    minLength: 1,
    maxLength: 4,
  }),
  lanes: fc.array(
    fc.record({
      kind: fc.constantFrom("text", "pain", "message", "emotion", "line"),
      span: fc.constantFrom("stage", "touchpoint"),
      collapsed: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  cards: fc.dictionary(
    fc
      .tuple(
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom("a", "b"),
        fc.integer({ min: 1, max: 8 }),
      )
      .map(([lane, kind, column]) => `${lane}:${kind}${column}`),
    fc.integer({ min: 1, max: 4 }),
    { maxKeys: 12 },
  ),
  canWrite: fc.boolean(),
});

/** An intent before it is known which cells and cards there are. */
const intents = fc.array(
  fc.record({
    kind: fc.constantFrom(
      "go",
      "select",
      "pick",
      "toggle",
      "select-all",
      "enter",
      "type",
      "add",
      "leave",
      "commit",
    ),
    step: fc.constantFrom(
      "left",
      "right",
      "up",
      "down",
      "jump-left",
      "jump-down",
      "grid-start",
      "grid-end",
      "row-end",
    ),
    extend: fc.boolean(),
    then: fc.constantFrom("down", "right", "left", "stay", "another"),
    cell: fc.nat(400),
    card: fc.nat(8),
  }),
  { maxLength: 60, size: "max" },
);
type Wish = typeof intents extends fc.Arbitrary<(infer One)[]> ? One : never;

function pointsIn({ shape }: GridView): Point[] {
  return shape.rows.flatMap((row) =>
    [-1, ...shape.leaves.keys()]
      .filter((index) => cellAt(shape, row, index) !== null)
      .map((index) => ({ row, leaf: leafAt(shape, index) })),
  );
}

function intentOf(wish: Wish, view: GridView): Intent {
  const { kind, step, extend, then } = wish;
  const points = pointsIn(view);
  const point = points[wish.cell % points.length] as Point;
  const cell = cellOf(view.shape, point);
  const cards = cell ? view.cardsOf(cell) : [];
  const card = cards[wish.card] ?? null;
  switch (kind) {
    case "go":
      return { type: kind, step, extend };
    case "select":
      return { type: kind, point, card, extend };
    case "toggle":
      return { type: "pick", at: { point, card } };
    case "pick":
      return { type: kind, at: null };
    case "commit":
      return { type: kind, then };
    default:
      return { type: kind } as Intent;
  }
}

/** What must be so whatever somebody presses and in whatever order. */
function expectSound(state: GridState, view: GridView): void {
  const cell = cellOf(view.shape, state.point);
  expect(cell, "the selection is on the map").not.toBeNull();
  if (state.anchor) {
    expect(cellOf(view.shape, state.anchor)).not.toBeNull();
    expect(state.card, "a block of cells is no card").toBeNull();
    expect(state.edit, "nobody writes in a block").toBeNull();
  }
  if (state.card !== null && cell)
    expect(view.cardsOf(cell), "its card is in its cell").toContain(state.card);
  const ids = state.picks.map(({ id }) => id);
  expect(new Set(ids).size, "nothing is chosen twice").toBe(ids.length);
  if (!state.edit) return;
  expect(view.canWrite, "who only reads never writes").toBe(true);
  expect(ids, "who writes works on one thing").toEqual([]);
  const { target } = state.edit;
  if (target.kind === "new-card") {
    expect(cell?.lane?.key).toBe(target.laneId);
    expect(cell?.columnId).toBe(target.columnId);
  } else if (target.ref.kind === "card" && cell) {
    expect(view.cardsOf(cell)).toContain(target.ref.id);
  }
}

test("[A1] a cell is selected or written in, never both and never elsewhere, whatever is pressed", () => {
  fc.assert(
    fc.property(plans, intents, (plan, wishes) => {
      const view = viewOf(plan);
      let state = startState(view.shape);
      for (const wish of wishes) {
        state = turn(state, intentOf(wish, view), view).state;
        expectSound(state, view);
      }
    }),
    { numRuns: 300 },
  );
});

test("[A1] Esc leads out of everything, one thing at a time, to a single selected cell", () => {
  fc.assert(
    fc.property(plans, intents, (plan, wishes) => {
      const view = viewOf(plan);
      let state = startState(view.shape);
      for (const wish of wishes)
        state = turn(state, intentOf(wish, view), view).state;
      for (let press = 0; press < 4; press += 1)
        state = turn(state, { type: "leave" }, view).state;
      expect(state).toMatchObject({
        anchor: null,
        card: null,
        edit: null,
        picks: [],
      });
    }),
    { numRuns: 150 },
  );
});

test("[A3] whatever a colleague removes, what is selected, chosen or written is on the map afterwards", () => {
  fc.assert(
    fc.property(plans, plans, intents, (plan, other, wishes) => {
      const before = viewOf(plan);
      const after = viewOf({ ...other, canWrite: plan.canWrite });
      let state = startState(before.shape);
      for (const wish of wishes)
        state = turn(state, intentOf(wish, before), before).state;
      const followed = follow(state, before.shape, after);
      if (after.shape.leaves.length > 0)
        expect(cellOf(after.shape, followed.point)).not.toBeNull();
      if (followed.anchor)
        expect(cellOf(after.shape, followed.anchor)).not.toBeNull();
      const columns = after.shape.leaves.map(({ key }) => key as string);
      for (const { kind, id } of followed.picks)
        if (kind === "touchpoint") expect(columns).toContain(id);
        else expect(after.whereIs(id)).not.toBeNull();
    }),
    { numRuns: 300 },
  );
});

test("an id of a card is that of its cell, so that the promises above can be broken", () => {
  const view = viewOf({
    stages: [1],
    lanes: [{ kind: "text" }],
    cards: { "1:b1": 2 },
  });
  const [point] = pointsIn(view).filter(
    (one) => (cellOf(view.shape, one)?.role ?? "") === "cards",
  );
  const cell = point && cellOf(view.shape, point);
  expect(cell && view.cardsOf(cell)).toEqual([
    idOf("d", 10_010),
    idOf("d", 10_011),
  ]);
});
