import { describe, expect, test } from "vitest";
import type { FileLayout, ImportTable } from "./contract";
import { readTables } from "./read-tables";
import { bytesOf, cellsOf, workbook } from "./testing/files";

async function readAs(
  bytes: Uint8Array,
  layout: FileLayout,
  name = "a.csv",
): Promise<ImportTable> {
  const { tables, problems } = await readTables(bytes, name, { layout });
  expect(problems.fatal).toBeNull();
  return tables[0]!;
}

const namesOf = ({ columns }: ImportTable) => columns.map(({ name }) => name);

describe("[R58] how a file is read can be said by hand", () => {
  const rows = bytesOf.utf8("Checkout,4\nDelivery,5\nReturns,1\n");

  test("with no row of names every row is data, and columns are called by their place", async () => {
    const table = await readAs(rows, { headerRows: 0 });
    expect(namesOf(table)).toEqual(["column 1", "column 2"]);
    expect(table.columns.map(({ parts }) => parts)).toEqual([[], []]);
    expect(cellsOf(table)).toEqual([
      ["Checkout", "4"],
      ["Delivery", "5"],
      ["Returns", "1"],
    ]);
    expect(table.rows[0]!.at).toBe(1);
  });

  test("and a row that lost cells or sums up the others is known without names too", async () => {
    const text = "Checkout,4,a\nDelivery\n,9,\n,12,,Grand total\n";
    const { tables, problems } = await readTables(bytesOf.utf8(text), "a.csv", {
      layout: { headerRows: 0 },
    });
    expect(problems.counts).toMatchObject({ raggedRow: 1, totalRow: 1 });
    expect(tables[0]!.rows).toHaveLength(3);
  });

  test.each([
    [1, ["How was", "it?"], 3],
    [2, ["How was – the shop", "it? – or the app"], 2],
    [3, ["How was – the shop – 4", "it? – or the app – 5"], 1],
  ])("with %i rows of names", async (headerRows, names, left) => {
    const file = bytesOf.utf8("How was,it?\nthe shop,or the app\n4,5\n3,2\n");
    const table = await readAs(file, { headerRows });
    expect(namesOf(table)).toEqual(names);
    expect(table.rows).toHaveLength(left);
  });

  test("more rows of names than there are rows are told, and nothing is made up", async () => {
    const { problems } = await readTables(bytesOf.utf8("a,b\n1,2\n"), "a.csv", {
      layout: { headerRows: 3 },
    });
    expect(problems.fatal?.code).toBe("headerOnly");
  });

  test("a workbook has rows of names as well", async () => {
    const bytes = workbook({
      A: [
        ["Checkout", 4],
        ["Delivery", 5],
      ],
    });
    const table = await readAs(bytes, { headerRows: 0 }, "a.xlsx");
    expect(cellsOf(table)).toEqual([
      ["Checkout", "4"],
      ["Delivery", "5"],
    ]);
  });

  test("another sign divides the cells", async () => {
    const file = bytesOf.utf8("Page;Said,More\nA;one, two\nB;three, four\n");
    const table = await readAs(file, { delimiter: "," });
    expect(cellsOf(table)[0]).toEqual(["A;one", "two"]);
    const tabs = bytesOf.utf8("a|b\tc\n1|2\t3\n");
    expect(namesOf(await readAs(tabs, { delimiter: "\t" }))).toEqual([
      "a|b",
      "c",
    ]);
  });

  test.each([
    ["utf-8", bytesOf.utf8("Größe,Café\n1,2\n")],
    [
      "utf-8",
      Uint8Array.of(0xef, 0xbb, 0xbf, ...bytesOf.utf8("Größe,Café\n1,2\n")),
    ],
    ["utf-16le", bytesOf.utf16le("Größe,Café\n1,2\n")],
    ["utf-16le", bytesOf.utf16le("\uFEFFGröße,Café\n1,2\n")],
    ["utf-16be", bytesOf.utf16be("Größe,Café\n1,2\n")],
    ["windows-1252", bytesOf.latin1("Größe,Café\n1,2\n")],
  ] as const)("bytes mean what somebody says: %s", async (encoding, bytes) => {
    expect(namesOf(await readAs(bytes, { encoding }))).toEqual([
      "Größe",
      "Café",
    ]);
  });

  test("bytes that mean nothing in that encoding are counted, and the rest is read", async () => {
    const { tables, problems, encoding } = await readTables(
      bytesOf.latin1("Größe,n\n1,2\n"),
      "a.csv",
      { layout: { encoding: "utf-8" } },
    );
    expect(encoding).toBe("utf-8");
    expect(problems.counts.replacedCharacters).toBe(1 + 1);
    expect(cellsOf(tables[0]!)).toEqual([["1", "2"]]);
  });
});
