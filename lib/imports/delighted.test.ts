import { describe, expect, test } from "vitest";
import { namedScore } from "../metrics/counted";
import { readRecords } from "./read-records";
import { recognise } from "./recognise";
import { summarise } from "./summarise";
import { readText, tableOf } from "./testing/files";
import { expectWritable, one, options } from "./testing/summed";
import { withholdFew } from "./withhold";

const answer = (kind: string, score: number, id = 1) => ({
  id: String(id),
  survey_type: kind,
  score,
  comment: "Fine",
  created_at: 1790000000,
});

describe("[R59] what Delighted tells", () => {
  const metrics = {
    nps: 21,
    promoter_count: 36,
    promoter_percent: 36,
    passive_count: 49,
    passive_percent: 49,
    detractor_count: 15,
    detractor_percent: 15,
    response_count: 100,
  };

  test.each([
    ["by itself", metrics],
    ["within an answer", { data: { metrics } }],
  ])(
    "a report of a score (%s) is its counts, with n and limits, and moves no curve",
    async (_, file) => {
      const table = await tableOf(JSON.stringify(file), "metrics.json");
      const { tool, isSure, mapping } = recognise(table);
      expect([tool, isSure]).toEqual(["delighted", true]);
      const summary = summarise(
        readRecords(table, mapping),
        options({ "": one }),
      );
      expectWritable(summary);
      const [piece] = summary.evidence;
      expect(piece).toMatchObject({
        measure: "score",
        value: 21,
        unit: "NPS",
        scale: null,
        sd: null,
        n: 100,
        counted: { metric: "nps", best: 36, worst: 15 },
      });
      const score = namedScore(piece!.counted!, piece!.n);
      if (score?.metric !== "nps") throw new Error("no score");
      expect(score.nps.interval.low).toBeCloseTo(7.2, 1);
      expect(score.nps.interval.high).toBeCloseTo(33.6, 1);
    },
  );

  test("[N06] a score of four people is a number of people and no score", async () => {
    const few = { promoter_count: 3, passive_count: 1, detractor_count: 0 };
    const table = await tableOf(JSON.stringify(few), "metrics.json");
    const { mapping } = recognise(table);
    const { evidence } = summarise(
      readRecords(table, mapping),
      options({ "": one }),
    );
    expect(withholdFew(evidence[0]!, 5)).toMatchObject({
      n: 4,
      value: null,
      counted: null,
    });
  });

  test.each([
    [
      "of nobody",
      { promoter_count: 0, passive_count: 0, detractor_count: 0 },
      "empty",
    ],
    [
      "of less than nobody",
      { promoter_count: -1, passive_count: 0, detractor_count: 0 },
      "empty",
    ],
    [
      "of half people",
      { promoter_count: 1.5, passive_count: 0, detractor_count: 0 },
      "empty",
    ],
    [
      "of more than can be imported",
      { promoter_count: 1e12, passive_count: 1e12, detractor_count: 1 },
      "tooManyRows",
    ],
  ])("[IM-03] a report %s is refused", async (_, report, code) => {
    const { problems } = await readText(JSON.stringify(report), "a.json");
    expect(problems.fatal?.code).toBe(code);
  });

  test("answers to surveys of several kinds are a table each, on the scale of its own", async () => {
    const list = [
      answer("nps", 9, 1),
      answer("csat", 4, 2),
      answer("nps", 3, 3),
    ];
    const { tables, problems } = await readText(JSON.stringify(list), "a.json");
    expect(problems.listed).toEqual([]);
    const seen = tables.map((table) => {
      const { columns } = recognise(table).mapping;
      const value = columns.find(({ role }) => role === "value");
      const { metric, low, high } = value!.scale!;
      return [table.index, table.name, metric, low, high, table.rows.length];
    });
    expect(seen).toEqual([
      [0, "nps", "nps", 0, 10, 2],
      [1, "csat", "csat", 1, 5, 1],
    ]);
    // Rows keep their place in the file.
    expect(tables[0]!.rows.map(({ at }) => at)).toEqual([1, 3]);
  });

  test("answers of one kind, and lists of something else, are one table", async () => {
    const same = [answer("nps", 9, 1), answer("nps", 3, 2)];
    expect(
      (await readText(JSON.stringify(same), "a.json")).tables,
    ).toHaveLength(1);
    const others = [{ survey_type: "a" }, { survey_type: "b" }];
    expect(
      (await readText(JSON.stringify(others), "a.json")).tables,
    ).toHaveLength(1);
  });
});
