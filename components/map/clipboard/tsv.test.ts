import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTsv, writeTsv } from "./tsv";

describe("a block from a spreadsheet", () => {
  test("Excel's line break at the end is not a row", () => {
    expect(readTsv("a\tb\r\nc\td\r\n")).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
  });

  test("only one empty row at the end is dropped, a second one was copied on purpose", () => {
    expect(readTsv("a\n\n")).toEqual([["a"], [""]]);
    expect(readTsv("a\t\n\t\n")).toEqual([
      ["a", ""],
      ["", ""],
    ]);
  });

  test("Google Sheets ends without a line break and loses nothing", () => {
    expect(readTsv("a\tb\nc\td")).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
  });

  test("a quoted cell with line breaks, tabs and quotes stays one cell", () => {
    expect(readTsv('"first\nsecond"\t"say ""hi""\tnow"\n')).toEqual([
      ["first\nsecond", 'say "hi"\tnow'],
    ]);
  });

  test("a quote that is only a character of the words stays one", () => {
    expect(readTsv('"12" screen\t5" nails')).toEqual([
      ['"12" screen', '5" nails'],
    ]);
    expect(readTsv('"open')).toEqual([['"open']]);
  });

  test("an empty text is one empty cell", () => {
    expect(readTsv("")).toEqual([[""]]);
  });
});

test("what is copied out is pasted back as it was", () => {
  const cell = fc.string({
    unit: fc.constantFrom("a", "é", '"', "\t", "\n", " ", "=", "👩‍🚒"),
  });
  const block = fc.integer({ min: 1, max: 4 }).chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
      minLength: 1,
      maxLength: 4,
    }),
  );
  fc.assert(
    fc.property(block, (rows) => {
      expect(readTsv(`${writeTsv(rows)}\n`)).toEqual(rows);
    }),
  );
});
