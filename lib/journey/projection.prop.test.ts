import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createLiveMap } from "./live-map";
import type { CardId } from "./ids";
import { isSameJson } from "./plain";
import { diffRows, projectRows, type RowChanges } from "./projection";
import {
  PROJECTION_KEYS,
  type ProjectionRows,
  type ProjectionTable,
} from "./projection-rows";
import { resolve } from "./resolve";
import { setText } from "./texts";
import { must, testDocument } from "./testing/context";
import { ACT_NAMES, realActs, stopTyping } from "./testing/acts";
import { doEverything } from "./testing/everything";
import { START } from "./testing/start";
import { World } from "./testing/world";

const scope = {
  workspaceId: "6a4e8a3c-0a7e-4a52-9d35-5d9f6a1f0001",
  journeyId: "6a4e8a3c-0a7e-4a52-9d35-5d9f6a1f0002",
};

const step = fc.tuple(
  fc.constantFrom(...ACT_NAMES),
  fc.nat(60),
  fc.nat(60),
  fc.nat(60),
);

/** The difference as its definition has it: every row is looked for by its key. */
function plainDifference(
  before: ProjectionRows,
  after: ProjectionRows,
): RowChanges {
  const changes = (Object.keys(PROJECTION_KEYS) as ProjectionTable[]).map(
    (table) => {
      const keyOf = (row: object) =>
        PROJECTION_KEYS[table]
          .map((column) => (row as Record<string, unknown>)[column])
          .join("/");
      const find = (rows: readonly object[], row: object) =>
        rows.find((other) => keyOf(other) === keyOf(row));
      return [
        table,
        {
          upsert: after[table].filter(
            (row) => !isSameJson(find(before[table], row), row),
          ),
          remove: before[table].filter((row) => !find(after[table], row)),
        },
      ];
    },
  );
  return Object.fromEntries(changes) as RowChanges;
}

test("[J48] rows of a map that is kept up to date, and what changed among them, are those of a map read anew", () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 25 }), (steps) => {
      const world = new World(START, 1);
      const person = world.people[0]!;
      const live = createLiveMap(person.doc);
      let before = projectRows(live.get(), scope);
      for (const [name, a, b, c] of steps) {
        realActs[name](person, { a, b, c }, world);
        const rows = projectRows(live.get(), scope);
        expect(rows).toEqual(projectRows(resolve(person.doc), scope));
        expect(diffRows(before, rows)).toEqual(plainDifference(before, rows));
        before = rows;
      }
      stopTyping(person);
      world.end();
    }),
    { numRuns: 40 },
  );
});

test("[J48] the row of a card that did not change is the object that it was", () => {
  const ctx = testDocument();
  doEverything(ctx);
  const live = createLiveMap(ctx.doc);
  const before = projectRows(live.get(), scope).CardRow;
  const [first] = before;
  must(setText(ctx, { kind: "card", id: first!.id as CardId }, "Other words"));
  const after = projectRows(live.get(), scope).CardRow;
  expect(before.length).toBeGreaterThan(3);
  expect(after[0]).toMatchObject({ text: "Other words" });
  expect(after.slice(1)).toEqual(before.slice(1));
  for (const [index, row] of after.slice(1).entries())
    expect(row).toBe(before[index + 1]);

  const elsewhere = { ...scope, journeyId: scope.workspaceId };
  expect(projectRows(live.get(), elsewhere).CardRow[1]).toMatchObject(
    elsewhere,
  );
});
