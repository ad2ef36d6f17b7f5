import { expect, test, vi } from "vitest";
import { readRows } from "./read-rows";

test("never holds more than one map in an answer", async () => {
  const query = vi.fn((_: string, [id]: string[]) =>
    Promise.resolve({ rows: id === "gone" ? [] : [{ id, CardRow: [] }] }),
  );
  const db = { query } as unknown as Parameters<typeof readRows>[0];
  const rows = await readRows(db, ["one", "gone", "two"]);
  expect([...rows]).toEqual([
    ["one", { CardRow: [] }],
    ["two", { CardRow: [] }],
  ]);
  expect(query.mock.calls.map(([, values]) => values)).toEqual([
    ["one"],
    ["gone"],
    ["two"],
  ]);
});
