import { describe, expect, it, test } from "vitest";
import { IMPORT_LIMITS } from "./contract";
import { readTables } from "./read-tables";
import { bytesOf, cellsOf, readText, tableOf } from "./testing/files";

const survey = "Frage,Kanal\nWie gefällt Ihnen das?,Geschäft\n";
const bom = "\uFEFF";

describe("[IM-03] text in any encoding", () => {
  test.each([
    ["utf-8", bytesOf.utf8(survey)],
    ["utf-8", bytesOf.utf8(bom + survey)],
    ["utf-16le", bytesOf.utf16le(bom + survey)],
    ["utf-16le", bytesOf.utf16le(survey)],
    ["utf-16be", bytesOf.utf16be(bom + survey)],
    ["windows-1252", bytesOf.latin1(survey)],
  ])("reads the same from %s", async (encoding, bytes) => {
    const read = await readTables(bytes, "a.csv");
    expect(read.encoding).toBe(encoding);
    expect(read.problems.listed).toEqual([]);
    expect(read.tables[0]!.columns.map(({ name }) => name)).toEqual([
      "Frage",
      "Kanal",
    ]);
    expect(cellsOf(read.tables[0]!)).toEqual([
      ["Wie gefällt Ihnen das?", "Geschäft"],
    ]);
  });

  it("counts what is no character and reads the rest", async () => {
    // An é as DOS wrote it, within a word of a Windows file, and a byte that Windows never used.
    const bytes = bytesOf.latin1("a,b\nd\x82j\xE0,\x9D\n");
    const { tables, problems } = await readTables(bytes, "a.csv");
    expect(problems.counts).toEqual({ replacedCharacters: 2 });
    expect(problems.fatal).toBeNull();
    expect(cellsOf(tables[0]!)).toEqual([["d\uFFFDjà", "\uFFFD"]]);
  });

  it("takes zeros out of a text and tells how many", async () => {
    const { tables, problems } = await readText("a,b\n1\0,2\n3,\0\0\n");
    expect(problems.counts).toEqual({ nul: 3 });
    expect(cellsOf(tables[0]!)).toEqual([
      ["1", "2"],
      ["3", ""],
    ]);
  });
});

describe("[IM-03] rows and cells", () => {
  test.each([
    ["\n", "line feeds"],
    ["\r\n", "both"],
    ["\r", "carriage returns alone"],
  ])("ends lines with %j (%s)", async (end) => {
    const table = await tableOf(["a,b", "1,2", "3,4", ""].join(end));
    expect(cellsOf(table)).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
  });

  it("keeps line breaks within quotation marks, and numbers rows as a spreadsheet does", async () => {
    const table = await tableOf('a,b\n"one\ntwo",2\n3,"say ""hi"""\n');
    expect(table.rows).toEqual([
      { at: 2, cells: ["one\ntwo", "2"] },
      { at: 3, cells: ["3", 'say "hi"'] },
    ]);
  });

  test.each([",", ";", "\t", "|"])(
    "finds that %j divides the cells, quoted ones aside",
    async (mark) => {
      const rows = [
        ["id", "note", "value"],
        ["1", '"a, b; c\td | e"', "x"],
        ["2", '", ; \t |"', "y"],
      ];
      const text = rows.map((row) => row.join(mark)).join("\n");
      const { delimiter, tables } = await readText(text);
      expect(delimiter).toBe(mark);
      expect(tables[0]!.columns).toHaveLength(3);
    },
  );

  it("is not misled by decimal commas", async () => {
    const { delimiter } = await readText("a;b;c\n1,5;2,5;3,5\n1,0;2,0;3,0\n");
    expect(delimiter).toBe(";");
  });

  it("honours a first line that names the delimiter", async () => {
    const { delimiter, tables } = await readText("sep=|\na,b|c\n1,2|3\n");
    expect(delimiter).toBe("|");
    expect(tables[0]!.rows).toEqual([{ at: 3, cells: ["1,2", "3"] }]);
  });

  it("[IM-04] takes formulas and markup as the text that they are", async () => {
    const cell = "=cmd|' /c calc'!A1";
    const table = await tableOf(`a\tb\n${cell}\t<script>alert(1)</script>\n`);
    expect(cellsOf(table)).toEqual([[cell, "<script>alert(1)</script>"]]);
  });
});

describe("[IM-03] tables", () => {
  it("keeps what stands before the header", async () => {
    const table = await tableOf(
      "# ----\n# Shop, Ltd\n# 20260901-20260930\n\nPage,Users\n/a,3\n",
    );
    expect(table.preamble).toEqual(["----", "Shop, Ltd", "20260901-20260930"]);
    expect(table.rows).toEqual([{ at: 6, cells: ["/a", "3"] }]);
  });

  it("takes a title in one cell as no header", async () => {
    const table = await tableOf("Survey of May\nq,n\na,1\n");
    expect(table.name).toBe("Survey of May");
    expect(table.columns.map(({ name }) => name)).toEqual(["q", "n"]);
  });

  it("offers each of several tables divided by blank lines", async () => {
    const { tables } = await readText(
      "# Start date: 20260901\n\nDay,Users\n0,5\n1,7\n\nChannel,Sessions\nDirect,4\n\n# Second\nPage,Views,Users\n/a,1,1\n",
    );
    expect(
      tables.map(({ columns }) => columns.map(({ name }) => name)),
    ).toEqual([
      ["Day", "Users"],
      ["Channel", "Sessions"],
      ["Page", "Views", "Users"],
    ]);
    expect(tables.map(({ index }) => index)).toEqual([0, 1, 2]);
    expect(tables.map(({ rows }) => rows.length)).toEqual([2, 1, 1]);
  });

  it("goes on after a blank line where no other table begins", async () => {
    const table = await tableOf("when,score\nMay,5\n\nJune,4\n\n\n");
    expect(table.rows.map(({ at }) => at)).toEqual([2, 4]);
  });

  it("names columns that nobody named, and those of one name apart", async () => {
    const table = await tableOf('"",a,a,\n1,2,3,4\n');
    expect(table.columns.map(({ name }) => name)).toEqual([
      "column 1",
      "a",
      "a 2",
      "column 4",
    ]);
  });

  it("reads question and choice from two header rows", async () => {
    const table = await tableOf(
      [
        "RespondentID,Which have you seen?,,Your age?",
        ",The first,The second,Response",
        "1,The first,,30",
        "2,,The second,40",
      ].join("\n"),
    );
    expect(table.columns.map(({ name }) => name)).toEqual([
      "RespondentID",
      "Which have you seen? – The first",
      "Which have you seen? – The second",
      "Your age?",
    ]);
    expect(table.rows).toHaveLength(2);
  });

  it("reads name, question and import id from three header rows", async () => {
    const table = await tableOf(
      [
        "StartDate,Q1",
        "Startdatum,Hoe tevreden bent u?",
        '"{""ImportId"":""startDate""}","{""ImportId"":""QID1""}"',
        "2026-05-01,4",
      ].join("\n"),
    );
    expect(table.columns[1]).toEqual({
      index: 1,
      name: "Hoe tevreden bent u?",
      parts: ["Q1", "Hoe tevreden bent u?", '{"ImportId":"QID1"}'],
    });
    expect(table.rows).toEqual([{ at: 4, cells: ["2026-05-01", "4"] }]);
  });

  it("takes a first answer in words for no second header", async () => {
    const table = await tableOf("q1,q2\nyes,no\n3,4\n");
    expect(table.rows).toHaveLength(2);
    const open = await tableOf("day,nps,\nMay,,slow\nJune,4,good\n");
    expect(open.rows).toHaveLength(2);
  });

  it("keeps rows with too few or too many cells, and tells which", async () => {
    const { tables, problems } = await readText("a,b,c\n1,2\n1,2,3,4\n1,2,3\n");
    expect(cellsOf(tables[0]!)).toEqual([
      ["1", "2", "", ""],
      ["1", "2", "3", "4"],
      ["1", "2", "3", ""],
    ]);
    expect(problems.listed.map(({ code, row }) => [code, row])).toEqual([
      ["raggedRow", 2],
      ["raggedRow", 3],
    ]);
  });

  test.each([
    "Grand total",
    "Gesamtergebnis",
    "Insgesamt",
    "Algemeen totaal",
    "Eindtotaal",
    "Total général",
  ])("leaves out a last row that is called %s", async (name) => {
    const { tables } = await readText(`Page,Users\n/a,6\n/b,4\n${name},10\n`);
    expect(cellsOf(tables[0]!)).toEqual([
      ["/a", "6"],
      ["/b", "4"],
    ]);
  });

  it("leaves sums out of the rows, but no answer that is called total", async () => {
    const { tables, problems } = await readText(
      "Page,Users\n,10,Grand total\n/a,6\nTotal,4\n/b,0\nTotal,10\n",
    );
    expect(tables[0]!.rows.map(({ at }) => at)).toEqual([3, 4, 5]);
    expect(tables[0]!.totals.map(({ at }) => at)).toEqual([2, 6]);
    expect(problems.counts).toEqual({ totalRow: 2 });
  });
});

describe("[IM-03] what cannot be imported is told with its place, and nothing throws", () => {
  it("names without rows: says so, and shows the names", async () => {
    const { tables, problems } = await readText("CustomerID;Theme\n");
    expect(problems.fatal).toMatchObject({ code: "headerOnly" });
    expect(tables[0]!.columns).toHaveLength(2);
  });

  test.each(["", " \n\n", bom])("an empty file: %j", async (text) => {
    expect((await readText(text)).problems.fatal?.code).toBe("empty");
  });

  it("a quotation mark that nothing closes: the row where it opens", async () => {
    const { problems } = await readText('a,b\n1,2\n3,"four\n5,6\n');
    expect(problems.fatal).toMatchObject({ code: "openQuote", row: 3 });
  });

  it("text after a closing quotation mark: a problem, and the rest is read", async () => {
    const { problems, tables } = await readText('a,b\n"x"y,2\n"3",4\n');
    expect(problems.counts.strayQuote).toBe(1);
    expect(problems.fatal).toBeNull();
    expect(tables).toHaveLength(1);
  });

  it("one row more than fit", async () => {
    const row = "a,1\n";
    const full = `q,n\n${row.repeat(IMPORT_LIMITS.rows)}`;
    expect((await readText(full)).problems.fatal).toBeNull();
    expect((await readText(full + row)).problems.fatal).toMatchObject({
      code: "tooManyRows",
      row: IMPORT_LIMITS.rows + 2,
    });
    const twice = `${full}\nother,table,here\n${"1,2,3\n".repeat(3_000)}`;
    expect((await readText(twice)).problems.fatal?.code).toBe("tooManyRows");
  });

  it("a cell of a megabyte", async () => {
    const { problems } = await readText(`a,b\n1,${"x".repeat(1_000_000)}\n`);
    expect(problems.fatal).toMatchObject({
      code: "tooLongCell",
      row: 2,
      column: 2,
      columnName: "b",
    });
  });

  it("more columns than fit", async () => {
    const names = Array.from({ length: 20_000 }, () => "a").join(",");
    const { problems } = await readText(`${names}\n1,2\n`);
    expect(problems.fatal).toMatchObject({
      code: "tooManyColumns",
      column: IMPORT_LIMITS.columns + 1,
    });
  });

  it("more bytes than fit", async () => {
    const bytes = new Uint8Array(IMPORT_LIMITS.bytes + 1);
    const { problems } = await readTables(bytes, "a.csv");
    expect(problems.fatal?.code).toBe("tooManyBytes");
  });

  test.each([
    [
      "a picture",
      [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13],
    ],
    ["a document", [...bytesOf.utf8("%PDF-1.7\n1 0 obj")]],
    ["a broken workbook", [0x50, 0x4b, 0x03, 0x04, 1, 2, 3]],
    ["a broken packed file", [0x1f, 0x8b, 0x08, 0, 1, 2, 3]],
  ])("%s", async (_, bytes) => {
    const { problems } = await readTables(Uint8Array.from(bytes), "a.csv");
    expect(problems.fatal?.code).toBe("unreadable");
  });

  it("lists a hundred of each problem and counts them all", async () => {
    const { problems } = await readText(`a,b\n${"1\n".repeat(500)}`);
    expect(problems.counts.raggedRow).toBe(500);
    expect(problems.listed).toHaveLength(100);
  });
});

describe("JSON", () => {
  const answers = [
    { id: 1, score: 9, person: { plan: "pro" }, tags: ["a", "b"], note: null },
    { id: 2, score: 3.5, ok: true },
  ];

  it("makes a table of a list of objects, fields within fields named by their path", async () => {
    const table = await tableOf(JSON.stringify(answers), "a.json");
    expect(table.isTyped).toBe(true);
    expect(table.columns.map(({ name }) => name)).toEqual([
      "id",
      "score",
      "person.plan",
      "tags",
      "note",
      "ok",
    ]);
    expect(cellsOf(table)).toEqual([
      ["1", "9", "pro", "a, b", "", ""],
      ["2", "3.5", "", "", "", "true"],
    ]);
  });

  it("finds the list within an object", async () => {
    const text = JSON.stringify({ meta: { n: 2 }, data: answers });
    expect((await tableOf(text, "a.json")).rows).toHaveLength(2);
  });

  it("[IM-03] takes out characters that no database takes", async () => {
    const text = '[{"a\\u0000":"x\\u0000y","b":"\\ud800z"}]';
    const table = await tableOf(text, "a.json");
    expect(table.columns.map(({ name }) => name)).toEqual(["a", "b"]);
    expect(cellsOf(table)).toEqual([["xy", "\uFFFDz"]]);
  });

  it("[IM-03] keeps hostile names as names, and refuses what is no JSON", async () => {
    const table = await tableOf(
      '[{"__proto__":"a","constructor":"b"}]',
      "a.json",
    );
    expect(table.columns.map(({ name }) => name)).toEqual([
      "__proto__",
      "constructor",
    ]);
    expect(({} as Record<string, unknown>).a).toBeUndefined();
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    for (const [text, code] of [
      ['[{"a":1},', "notJson"],
      ["[1,2]", "empty"],
      ["{}", "empty"],
    ] as const)
      expect((await readText(text, "a.json")).problems.fatal?.code).toBe(code);
    expect((await readText(deep, "a.json")).problems.fatal).not.toBeNull();
  });
});
