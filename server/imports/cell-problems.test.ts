import { expect, test } from "vitest";
import { problemCollector } from "@/lib/imports/problems";
import { cellProblems } from "./cell-problems";

test("[IM-02] cells that lose a value are listed before those that lose none, however many there are", () => {
  const [tables, cells] = [problemCollector(), problemCollector()];
  for (let row = 1; row <= 300; row += 1) {
    tables.add("raggedRow", { row });
    tables.add("totalRow", { row });
    tables.add("strayQuote", { row });
  }
  cells.add("notNumber", { row: 301, column: 1, text: "often" });
  const { listed, counts } = cellProblems([tables.all(), cells.all()]);
  expect(listed[0]).toMatchObject({ code: "notNumber", row: 301 });
  expect(listed).toHaveLength(200);
  expect(counts).toMatchObject({ raggedRow: 300, notNumber: 1 });
});
