import fc from "fast-check";
import { expect, test } from "vitest";
import { asId } from "@/lib/journey/ids";
import type { ColumnId } from "@/lib/journey/ids";
import { ColumnStore, WIDTHS } from "./column-store";
import type { Shelf } from "./column-store";
import { COLUMN_METRICS } from "./measures";

const column = asId<ColumnId>("0198c000-0000-7000-8000-00000000c001");

class MemoryShelf implements Shelf {
  readonly kept = new Map<string, string>();
  getItem = (name: string) => this.kept.get(name) ?? null;
  setItem = (name: string, value: string) => void this.kept.set(name, value);
  removeItem = (name: string) => void this.kept.delete(name);
}

test("[A3] a column keeps the width that somebody gave it, within what can be read, also after a reload", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), (wanted) => {
      const shelf = new MemoryShelf();
      const width = new ColumnStore("a", shelf).set(column, wanted);
      expect(width).toBeGreaterThanOrEqual(WIDTHS.least);
      expect(width).toBeLessThanOrEqual(WIDTHS.most);
      expect(new ColumnStore("a", shelf).widthOf(column)).toBe(width);
      expect(new ColumnStore("b", shelf).get().size).toBe(0);
    }),
  );
});

test("[A3] the standard width comes back and leaves nothing behind", () => {
  const shelf = new MemoryShelf();
  const store = new ColumnStore("a", shelf);
  store.set(column, 400);
  expect(store.set(column, null)).toBe(COLUMN_METRICS.touchpoint);
  expect(shelf.kept.size).toBe(0);
});

test("widths that nobody can have written are forgotten, and so are all where the browser keeps nothing", () => {
  for (const bad of ["{", "[1]", `{"x":1}`, `{"x":"wide"}`, "null"]) {
    const shelf = new MemoryShelf();
    shelf.setItem("a", bad);
    expect(new ColumnStore("a", shelf).get().size).toBe(0);
  }
  const store = new ColumnStore("a", null);
  store.set(column, 300);
  expect(store.widthOf(column)).toBe(300);
});
