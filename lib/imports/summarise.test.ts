import { describe, expect, it, test } from "vitest";
import { readRecords } from "./read-records";
import { recognise } from "./recognise";
import { summarise } from "./summarise";
import { tableOf } from "./testing/files";
import {
  codes,
  expectWritable,
  one,
  options,
  other,
  persona,
  read,
} from "./testing/summed";

describe("[R59] answers", () => {
  const survey =
    "timestamp,touchpoint,score,comment,segment\n" +
    "2026-05-01,Cart,9,Good,young\n" +
    "2026-05-20,Cart,10,,old\n" +
    "2026-06-02,Cart,3,Slow,old\n" +
    "2026-06-03,Shop,NA,Closed,old\n" +
    "2026-06-04,Elsewhere,8,,old\n" +
    "2026-06-04,,7,,old\n" +
    "2026-06-04,Robots,0,,old\n";

  it("become a mean on their own scale, with n, spread, interval and days", async () => {
    const records = await read(survey);
    const summary = summarise(records, options({ Cart: one }));
    expectWritable(summary);
    const [group] = summary.groups;
    expect(group).toMatchObject({
      touchpointId: one,
      question: "score",
      from: "2026-05-01",
      to: "2026-06-02",
      records: 3,
    });
    expect(group!.evidence).toMatchObject({
      kind: "hard",
      origin: "survey",
      scale: { low: 0, high: 10, isHighBad: false, isShare: false },
      n: 3,
      heldFrom: "2026-05-01",
      heldOn: "2026-06-02",
      source: "survey.csv",
      note: "score",
      measure: "mean",
    });
    expect(group!.evidence!.value).toBeCloseTo(22 / 3, 10);
    expect(group!.evidence!.sd).toBeCloseTo(3.7859, 3);
    expect(group!.evidence!.interval).toEqual({
      low: 0,
      high: 10,
    });
  });

  it("drop no value of the file in silence: unmatched ones are listed with their number, and so is what was left out", async () => {
    const records = await read(survey);
    expect(records.keys).toEqual([
      { key: "Cart", count: 3 },
      { key: "Shop", count: 1 },
      { key: "Elsewhere", count: 1 },
      { key: "", count: 1 },
      { key: "Robots", count: 1 },
    ]);
    const summary = summarise(records, options({ Cart: one, Robots: null }));
    expect(summary.unmatched).toEqual([
      { key: "Shop", count: 1 },
      { key: "Elsewhere", count: 1 },
      { key: "", count: 1 },
    ]);
    expect(summary.leftOut).toEqual([{ key: "Robots", count: 1 }]);
    const all = new Map([["", one]]);
    const rest = { ...options({}), touchpoints: all };
    expect(summarise(records, rest).groups[0]!.records).toBe(1);
  });

  it("count those who were asked and gave no answer beside those who did", async () => {
    const summary = summarise(await read(survey), options({ Shop: one }));
    expect(summary.groups).toMatchObject([{ records: 1, evidence: null }]);
  });

  it("are apart by month and by persona where somebody wants that", async () => {
    const records = await read(survey);
    expect(records.segments.map(({ key }) => key)).toEqual(["young", "old"]);
    const months = summarise(records, options({ Cart: one }, { by: "month" }));
    expect(
      months.groups.map(({ from, evidence }) => [from, evidence!.n]),
    ).toEqual([
      ["2026-05-01", 2],
      ["2026-06-02", 1],
    ]);
    const personas = new Map([["old", persona]]);
    const people = summarise(records, options({ Cart: one }, { personas }));
    expect(
      people.groups.map(({ personaId, evidence }) => [personaId, evidence!.n]),
    ).toEqual([
      [null, 1],
      [persona, 2],
    ]);
    expectWritable(people);
  });

  it("[R57] are apart by channel where somebody wants that, and each piece says which", async () => {
    const text = "satisfaction,channel\n5,phone\n4,phone\n1,chat\n2,chat\n3,\n";
    const records = await read(text);
    const told = (by: "all" | "channel") => {
      const summary = summarise(records, options({ "": one }, { by }));
      expectWritable(summary);
      return summary.evidence.map(({ note, value, n }) => [note, value, n]);
    };
    expect(told("channel")).toEqual([
      ["satisfaction (phone)", 4.5, 2],
      ["satisfaction (chat)", 1.5, 2],
      ["satisfaction", 3, 1],
    ]);
    expect(told("all")).toEqual([["satisfaction", 3, 5]]);
  });

  it("[R58] bring the newest words of customers where somebody decides it, each once", async () => {
    const text = `${survey}2026-06-05,Cart,5,Slow,old\n`;
    const records = await read(text);
    const without = summarise(records, options({ Cart: one }));
    expect(without.evidence).toHaveLength(1);
    const withQuotes = { withQuotes: true, mostQuotes: 1 };
    const summary = summarise(records, options({ Cart: one }, withQuotes));
    expectWritable(summary);
    expect(summary.evidence.slice(1)).toMatchObject([
      {
        kind: "soft",
        quote: "Slow",
        heldOn: "2026-06-05",
        value: null,
        n: null,
      },
    ]);
    expect(summary.moreQuotes).toBe(1);
  });

  it("of two kinds become a share with Wilson's interval, and only answered ones count", async () => {
    const rows = ["Good", "Good", "Good", "Bad", "Offered", "Unoffered"];
    const text = `when,Satisfaction\n${rows.map((word) => `2026-05-01,${word}\n`).join("")}`;
    const summary = summarise(await read(text), options({ "": one }));
    expectWritable(summary);
    expect(summary.groups[0]).toMatchObject({
      records: 6,
      evidence: {
        value: 75,
        n: 4,
        sd: null,
        scale: { low: 0, high: 100, isHighBad: false, isShare: true },
        measure: "share",
        counted: { metric: null, asked: 6 },
      },
    });
    expect(summary.evidence[0]!.interval!.low).toBeCloseTo(30.06, 1);
    expect(summary.evidence[0]!.interval!.high).toBeCloseTo(95.44, 1);
  });

  it("weigh what the file says, and their number stays the number of answers", async () => {
    const records = await read("satisfaction,weight\n5,3\n1,1\n");
    const [piece] = summarise(records, options({ "": one })).evidence;
    expect(piece).toMatchObject({ value: 4, n: 2 });
  });

  it("that all are the best stay on their scale, whatever they weigh", async () => {
    const rows = ["5,1.1", "5,2.2", "5,3.3", "5,0.3", "5,0.6"];
    const records = await read(`satisfaction,weight\n${rows.join("\n")}\n`);
    const scale = { low: 1, high: 5 };
    const mapped = records.records.map((record) => ({
      ...record,
      scale: record.scale && { ...record.scale, ...scale },
    }));
    const summary = summarise(
      { ...records, records: mapped },
      options({ "": one }),
    );
    expectWritable(summary);
    expect(summary.evidence).toMatchObject([{ value: 5, n: 5 }]);
  });

  it("in the other way to write decimals are told and never cut to what stands before the point", async () => {
    const text = "satisfaction;channel\n8.5;web\n9;web\n7,5;web\n";
    const whole = text.replace("8.5", "10").replace("7,5", "0");
    const { mapping } = recognise(await tableOf(whole));
    const columns = mapping.columns.map((column) => ({
      ...column,
      decimal: "," as const,
    }));
    const { records, problems } = readRecords(await tableOf(text), {
      ...mapping,
      columns,
    });
    expect(records.map(({ value }) => value)).toEqual([null, 9, 7.5]);
    expect(problems.listed).toMatchObject([
      { code: "notNumber", row: 2, column: 1, text: "8.5" },
    ]);
  });

  it("where all say the same have no spread that could be stored", async () => {
    const summary = summarise(
      await read("satisfaction\n4\n4\n4\n5\n".replace("5\n", "4\n")),
      options({ "": one }),
    );
    expectWritable(summary);
    expect(summary.evidence[0]).toMatchObject({ value: 4, sd: null, n: 3 + 1 });
  });

  it("of several questions find a touchpoint each", async () => {
    const records = await read(
      "Satisfied with cart,Satisfied with return\n5,1\n4,\n3,2\n",
    );
    const summary = summarise(
      records,
      options({ "Satisfied with cart": one, "Satisfied with return": other }),
    );
    expect(
      summary.groups.map(({ evidence }) => [evidence!.value, evidence!.n]),
    ).toEqual([
      [4, 3],
      [1.5, 2],
    ]);
  });

  it("[IM-03] that fit no scale are told by row and column, and the others are read", async () => {
    const table = await tableOf(
      "date,satisfaction\n2026-05-01,4\n2026-13-01,5\nlater,2\n2026-05-01,77\n2026-05-01,well\n",
    );
    const { mapping } = recognise(
      await tableOf("date,satisfaction\n2026-05-01,4\n2026-05-02,2\n"),
    );
    const { problems, records } = readRecords(table, mapping);
    expect(
      problems.listed.map(({ code, row, column, columnName, text }) => [
        code,
        row,
        column,
        columnName,
        text,
      ]),
    ).toEqual([
      ["impossibleDate", 3, 1, "date", "2026-13-01"],
      ["notDate", 4, 1, "date", "later"],
      ["offScale", 5, 2, "satisfaction", "77"],
      ["notNumber", 6, 2, "satisfaction", "well"],
    ]);
    expect(problems.fatal).toBeNull();
    expect(records.map(({ value }) => value)).toEqual([4, 5, 2, null, null]);
    expect(codes(problems.counts).notNumber).toBe(1);
  });

  it("in words that the scale does not have are told as well", async () => {
    const mapping = recognise(
      await tableOf("a,Mood\n1,satisfied\n2,dissatisfied\n3,neutral\n"),
    ).mapping;
    const { problems } = readRecords(
      await tableOf("a,Mood\n1,Satisfied\n2,so so\n"),
      mapping,
    );
    expect(problems.listed).toMatchObject([
      { code: "unknownWord", row: 3, column: 2, text: "so so" },
    ]);
  });
});

test("[IM-03] no piece holds what no database takes, whatever a name of a file or a unit brings", async () => {
  const records = await read("page,visits\n/a,7\n");
  const own = records.records.map((record) => ({
    ...record,
    unit: `${"v".repeat(39)}😀`,
  }));
  const source = `a\0b${"😀".slice(0, 1)}`;
  const [piece] = summarise(
    { ...records, records: own },
    options({ "/a": one }, { source }),
  ).evidence;
  expect(piece).toMatchObject({ unit: "v".repeat(39), source: "ab\uFFFD" });
});

test("[IM-03] a long key is not cut within a character", async () => {
  const long = `${"a".repeat(299)}😀`;
  const read = readRecords(
    await tableOf(`touchpoint,satisfaction\n${long},4\nb,2\n`),
    recognise(await tableOf("touchpoint,satisfaction\na,4\nb,2\n")).mapping,
  );
  expect(read.keys[0]!.key).toBe("a".repeat(299));
});
