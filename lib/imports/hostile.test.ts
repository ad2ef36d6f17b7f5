import { describe, expect, it, test } from "vitest";
import { IMPORT_LIMITS, type ImportTable } from "./contract";
import { readCases } from "./cases";
import { datesOf, readMoment } from "./dates";
import { importMapping } from "./mapping";
import { matchTouchpoints } from "./match";
import { isNumberLike, readLeadingNumber, readNumber } from "./numbers";
import { readRecords } from "./read-records";
import { recognise } from "./recognise";
import { readText } from "./testing/files";

/** As long as a cell may be; what goes back over all of it for each of its characters does not come to an end here. */
const long = IMPORT_LIMITS.cell;

const hostile = [
  ["letters", "a".repeat(long)],
  ["spaces", " ".repeat(long)],
  ["digits", "1".repeat(long)],
  ["points and commas", "1.,".repeat(long / 3)],
  ["minus signs", "-".repeat(long)],
  ["opening tags", "<a".repeat(long / 2)],
  ["stars", "*".repeat(long)],
  ["hash marks", `#${" ".repeat(long - 1)}`],
  ["at signs", "a@".repeat(long / 2)],
  ["brackets", "{".repeat(long)],
] as const;

describe("[IM-09] no cell and no name of a column takes long, whatever stands in it", () => {
  test.each(hostile)("%s, in every reader of a cell", (_, text) => {
    expect(isNumberLike(text)).toBe(false);
    expect([readNumber(text, "."), readNumber(text, ",")]).toEqual([
      null,
      null,
    ]);
    expect(readLeadingNumber(text)).toBeOneOf([null, 1]);
    for (const style of [
      "yearFirst",
      "dayFirst",
      "compact",
      "unixSeconds",
    ] as const)
      expect(readMoment(text, style)).toBe("notDate");
    expect(datesOf([text], { isNamedSo: true, language: "en" })).toBeNull();
    expect(
      matchTouchpoints([text], [{ id: "1", title: text }]).size,
    ).toBeLessThanOrEqual(1);
  });

  test.each(hostile)("%s, in a whole file", async (_, text) => {
    const { tables } = await readText(
      `${text};name\n${text};1\n${text};${text}\n`,
    );
    expect(tables.length).toBeGreaterThan(0);
    for (const table of tables) expect(readAll(table)).toBeTruthy();
    const { problems } = await readText(`${text}\n\n${text}`, "a.json");
    expect(problems).toBeTruthy();
  });
});

function readAll(table: ImportTable) {
  const { mapping } = recognise(table);
  expect(importMapping.safeParse(mapping).error).toBeUndefined();
  return [readRecords(table, mapping), readCases(table, mapping)];
}

describe("[IM-03] a mapping that was confirmed", () => {
  it("is refused where it contradicts itself", async () => {
    const { tables } = await readText("case,activity,time\n1,a,2026-05-01\n");
    const { mapping } = recognise(tables[0]!);
    const [first, ...others] = mapping.columns;
    const bad = [
      { ...mapping, columns: [{ ...first!, role: "activity" }, ...others] },
      { ...mapping, columns: [{ ...first!, column: 5 }, ...others] },
      { ...mapping, columns: [{ ...first!, role: "value" }, ...others] },
      { ...mapping, columns: others },
      { ...mapping, columns: [] },
      { ...mapping, extra: 1 },
      { ...mapping, shape: "answers" },
    ];
    for (const one of bad)
      expect(importMapping.safeParse(one).success).toBe(false);
    expect(importMapping.safeParse(mapping).success).toBe(true);
  });

  it("reads another table without harm", async () => {
    const wide = await readText(
      "score,touchpoint,date,comment\n5,a,2026-05-01,one\n4,b,2026-05-01,two\n",
    );
    const narrow = await readText("x,y\n1,2\n");
    const { mapping } = recognise(wide.tables[0]!);
    const read = readRecords(narrow.tables[0]!, mapping);
    expect(read.rows).toBe(1);
    expect(read.records).toHaveLength(1);
  });
});
