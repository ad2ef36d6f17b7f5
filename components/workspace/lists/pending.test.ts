import { expect, test } from "vitest";
import { mergeRows, withPending } from "./pending";

const row = (key: string, seq: number, status = "open") => ({
  key,
  seq,
  status,
});
const keyOf = ({ key }: { key: string }) => key;

test("what was changed here shows until the list tells it, and what others made of it shows afterwards", () => {
  const pending = [
    { key: "a", patch: { status: "doing" }, seq: 7 },
    { key: "a", patch: { status: "done" }, seq: null },
    { key: "b", patch: { status: "dropped" }, seq: 7 },
  ];
  expect(withPending(row("a", 6), "a", pending).status).toBe("done");
  expect(withPending(row("a", 6), "a", pending.slice(0, 1)).status).toBe(
    "doing",
  );
  expect(withPending(row("a", 7), "a", pending.slice(0, 1)).status).toBe(
    "open",
  );
  expect(withPending(row("c", 1), "c", pending).status).toBe("open");
});

test("a row that somebody changed stays in its place when the filter no longer finds it; others come and go", () => {
  const before = [row("a", 1), row("b", 1), row("c", 1)];
  const after = [row("a", 1), row("d", 2)];
  expect(
    mergeRows({ before, after }, keyOf, new Set(["b"])).map(keyOf),
  ).toEqual(["a", "b", "d"]);
  expect(mergeRows({ before, after }, keyOf, new Set()).map(keyOf)).toEqual([
    "a",
    "d",
  ]);
});
