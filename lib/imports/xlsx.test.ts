import { describe, expect, it, test } from "vitest";
import { readRecords } from "./read-records";
import { readTables } from "./read-tables";
import { recognise } from "./recognise";
import { cellsOf, workbook, zipOf } from "./testing/files";

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

  test.each([
    ["a zip of something else", zipOf({ "a.txt": "hello" }), "unreadable"],
    [
      "a workbook without its sheets",
      zipOf({ "xl/workbook.xml": "<a/>" }),
      "unreadable",
    ],
    [
      "a sheet that is no XML",
      zipOf({ "xl/workbook.xml": "<<<", "xl/_rels/workbook.xml.rels": "<<<" }),
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
