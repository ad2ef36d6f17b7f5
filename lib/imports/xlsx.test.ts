import { describe, expect, it, test } from "vitest";
import { readRecords } from "./read-records";
import { readTables } from "./read-tables";
import { recognise } from "./recognise";
import { cellsOf, workbook, zipOf } from "./testing/files";

/** By which an office program knows its own packages. */
const types = { "[Content_Types].xml": "<Types/>" };

describe("[R59] workbooks", () => {
  it("give a table for each sheet, numbers and days as the file has them", async () => {
    const bytes = workbook({
      Answers: [
        ["Date", "Touchpoint", "Satisfaction"],
        [{ serial: 46143 }, "Cart", 4.5],
        [{ serial: 46144.5 }, " R&D <b> ", 1234.25],
        [null, "=1+1", null],
      ],
      Empty: [],
      Pages: [
        ["Report of May", null],
        ["Page", "Visits"],
        ["/a", 7],
      ],
    });
    const { tables, problems } = await readTables(bytes, "a.xlsx");
    expect(problems.listed).toEqual([]);
    expect(tables.map(({ name, isTyped }) => [name, isTyped])).toEqual([
      ["Answers", true],
      ["Pages", true],
    ]);
    expect(cellsOf(tables[0]!)).toEqual([
      ["2026-05-01", "Cart", "4.5"],
      ["2026-05-02T12:00:00.000Z", "R&D <b>", "1234.25"],
      ["", "=1+1", ""],
    ]);
    expect(tables[1]).toMatchObject({ preamble: ["Report of May"] });
    expect(tables[1]!.rows).toEqual([{ at: 3, cells: ["/a", "7"] }]);
  });

  it("are typed, so that nobody is asked what a point is", async () => {
    const bytes = workbook({
      A: [
        ["Page", "Visits"],
        ["/a", 1.125],
        ["/b", 2.125],
      ],
    });
    const [table] = (await readTables(bytes, "a.xlsx")).tables;
    const { mapping, questions } = recognise(table!);
    expect(questions.map(({ about }) => about)).not.toContain("decimal");
    expect(readRecords(table!, mapping).records[0]!.value).toBe(1.125);
  });

  it("with a header over several columns name each of them", async () => {
    const bytes = workbook({
      A: [
        ["Respondent", "How satisfied are you with", null],
        [null, "delivery", "returns"],
        [1, 5, 4],
      ],
    });
    const [table] = (await readTables(bytes, "a.xlsx")).tables;
    expect(table!.columns.map(({ name }) => name)).toEqual([
      "Respondent",
      "How satisfied are you with – delivery",
      "How satisfied are you with – returns",
    ]);
  });

  describe("whose header cells are merged", () => {
    it("name every column that such a cell spans, with one row of names", async () => {
      const bytes = workbook(
        {
          Other: [
            ["a", "b"],
            [1, 2],
          ],
          A: [
            ["Page", "Satisfaction", null, null, "n"],
            ["/a", 5, 4, 3, 9],
          ],
        },
        { merged: { A: ["B1:D1"] } },
      );
      const { tables } = await readTables(bytes, "a.xlsx");
      const names = tables.map(({ columns }) =>
        columns.map(({ name }) => name),
      );
      expect(names).toEqual([
        ["a", "b"],
        ["Page", "Satisfaction", "Satisfaction 2", "Satisfaction 3", "n"],
      ]);
    });

    it("keep what is below, and a title over the whole width stays what it is", async () => {
      const bytes = workbook(
        {
          A: [
            ["Report of May", null, null],
            ["Page", "Satisfied with", null],
            [null, "delivery", "returns"],
            ["/a", 5, 4],
            ["/b", null, 1],
          ],
        },
        { merged: { A: ["A1:C1", "B2:C2", "B4:B5"] } },
      );
      const [table] = (await readTables(bytes, "a.xlsx")).tables;
      expect(table!.preamble).toEqual(["Report of May"]);
      expect(table!.columns.map(({ name }) => name)).toEqual([
        "Page",
        "Satisfied with – delivery",
        "Satisfied with – returns",
      ]);
      // Only of names is a merged cell that of all: of answers nobody gave more than one.
      expect(cellsOf(table!)).toEqual([
        ["/a", "5", "4"],
        ["/b", "", "1"],
      ]);
    });

    it("[IM-03] span no more columns than a table may have", async () => {
      const bytes = workbook(
        {
          A: [
            ["Page", "n"],
            ["/a", 1],
          ],
        },
        { merged: { A: ["B1:XFD1", "XFE1:A1", "A9999999:B9999999"] } },
      );
      const { tables, problems } = await readTables(bytes, "a.xlsx");
      expect(problems.fatal).toBeNull();
      expect(tables[0]!.columns.map(({ name }) => name)).toEqual(["Page", "n"]);
    });
  });

  test.each([
    ["1", "2026-05-01"],
    ["true", "2026-05-01"],
    ["0", "2022-04-30"],
    ["false", "2022-04-30"],
  ])(
    "count days from the year that they name (date1904 is %s)",
    async (date1904, day) => {
      const bytes = workbook(
        {
          A: [
            ["Date", "n"],
            [{ serial: 46143 - 1462 }, 1],
          ],
        },
        { date1904 },
      );
      const [table] = (await readTables(bytes, "a.xlsx")).tables;
      expect(cellsOf(table!)).toEqual([[day, "1"]]);
    },
  );

  it("give the last result of a formula, and nothing where it had none", async () => {
    const of = (type: "n" | "str" | "b" | "e", result: string | null) => ({
      formula: "A1+1",
      type,
      result,
    });
    const bytes = workbook({
      A: [
        ["Page", "Score", "Word", "Is it", "Broken"],
        [
          "/a",
          of("n", "4.5"),
          of("str", "good"),
          of("b", "1"),
          of("e", "#DIV/0!"),
        ],
        ["/b", of("n", null), of("str", ""), of("b", "0"), of("e", "#N/A")],
      ],
    });
    const [table] = (await readTables(bytes, "a.xlsx")).tables;
    expect(cellsOf(table!)).toEqual([
      ["/a", "4.5", "good", "true", ""],
      ["/b", "", "", "false", ""],
    ]);
  });

  test.each([
    ["a zip of something else", zipOf({ "a.png": "hello" }), "unreadable"],
    [
      "a workbook without its sheets",
      zipOf({ ...types, "xl/workbook.xml": "<a/>" }),
      "unreadable",
    ],
    [
      "a sheet that is no XML",
      zipOf({
        ...types,
        "xl/workbook.xml": "<<<",
        "xl/_rels/workbook.xml.rels": "<<<",
      }),
      "unreadable",
    ],
    ["nothing on any sheet", workbook({ A: [] }), "empty"],
  ])("[IM-03] refuse %s", async (_, bytes, code) => {
    const { problems, tables } = await readTables(bytes, "a.xlsx");
    expect(problems.fatal?.code).toBe(code);
    expect(tables).toEqual([]);
  });

  it("[IM-03] refuse what would unpack to too much, before it is unpacked", async () => {
    const bytes = workbook({ A: [["a"], [1]] });
    const view = new DataView(bytes.buffer);
    // What the list of the zip says about the size of its first file.
    const list = view.getUint32(bytes.length - 6, true);
    view.setUint32(list + 24, 0xffff_0000, true);
    const { problems } = await readTables(bytes, "a.xlsx");
    expect(problems.fatal?.code).toBe("tooManyBytes");
  });
});

describe("[R57] archives", () => {
  it("give the tables of every file in them that is read here, called by its file", async () => {
    const bytes = zipOf({
      "export/imported_visitors.csv": "date,visitors\n2026-05-01,7\n",
      "export/": "",
      "export/logo.png": "...",
      "__MACOSX/export/._imported_visitors.csv": "\0\0",
      "export/imported_pages.csv":
        "date,page,visits,visitors\n2026-05-01,/a,9,7\n",
    });
    const { tables, problems, delimiter } = await readTables(bytes, "a.zip");
    expect(problems.listed).toEqual([]);
    expect(delimiter).toBe(",");
    expect(tables.map(({ index, name, file }) => [index, name, file])).toEqual([
      [
        0,
        "imported_visitors.csv",
        { name: "imported_visitors.csv", kind: "csv" },
      ],
      [1, "imported_pages.csv", { name: "imported_pages.csv", kind: "csv" }],
    ]);
    expect(recognise(tables[1]!).tool).toBe("plausible");
  });

  it("[IM-03] are refused where they hold no table, or too many", async () => {
    const many = Array.from({ length: 51 }, (_, at) => [
      `${at}.csv`,
      "a,b\n1,2\n",
    ]);
    const { problems } = await readTables(
      zipOf(Object.fromEntries(many)),
      "a.zip",
    );
    expect(problems.fatal?.code).toBe("tooManyTables");
    const inner = zipOf({ "b.zip": "PK" });
    expect((await readTables(inner, "a.zip")).problems.fatal?.code).toBe(
      "unreadable",
    );
  });
});
