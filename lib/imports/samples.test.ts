// Longer than most: it is a list of what the files of others hold, one after the other.
import { namedScore } from "../metrics/counted";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { expectedMetrics, hasSamples, sampleFile } from "@/test/samples";
import { newEvidence } from "../api/evidence";
import { npsOf } from "../metrics/nps";
import { readCases } from "./cases";
import type { ImportMapping } from "./contract";
import { overlay } from "./overlay";
import { readRecords } from "./read-records";
import { readTables } from "./read-tables";
import { recognise } from "./recognise";
import type { RecordsRead, Summary } from "./results";
import { summarise } from "./summarise";

const pair = z.tuple([z.number(), z.number()]);
const nps = z.object({
  n: z.number(),
  promoters: z.number(),
  passives: z.number(),
  detractors: z.number(),
  nps: z.number(),
  ci95_adjusted_wald: pair,
  mean_0_10: z.number(),
});
const answers = z.object({
  "surveys/nps-retail-fr.csv": z.object({
    all: nps,
    missing: z.number(),
    by_t: z.record(z.string(), nps),
    satisfaction_0_10: z.object({
      n: z.number(),
      mean: z.number(),
      sd: z.number(),
      ci95_t: pair,
    }),
  }),
});

/** The answers were written with four decimals. */
const digits = 3;

async function open(name: string) {
  const read = await readTables(sampleFile(name), name.split("/").at(-1)!);
  const [table] = read.tables;
  if (!table) throw new Error(JSON.stringify(read.problems));
  return { ...read, table, found: recognise(table, "nl") };
}

/** The summary with each key at a touchpoint of its own, by which it is found again. */
function byKey(read: RecordsRead): {
  summary: Summary;
  id: (key: string) => string;
} {
  const ids = new Map(
    read.keys.map(({ key }, at) => [
      key,
      `01980000-0000-7000-8000-${String(at).padStart(12, "0")}`,
    ]),
  );
  const summary = summarise(read, {
    touchpoints: ids,
    personas: new Map(),
    by: "all",
    day: "2026-11-29",
    source: "sample",
    withQuotes: true,
    mostQuotes: 3,
  });
  for (const draft of summary.evidence) {
    const { measure: _, interval: __, counted: ___, ...fields } = draft;
    expect(
      newEvidence.safeParse({ ...fields, journeyId: fields.touchpointId })
        .error,
    ).toBeUndefined();
  }
  expect(summary.unmatched).toEqual([]);
  return { summary, id: (key) => ids.get(key)! };
}

const withRole = (
  mapping: ImportMapping,
  index: number,
  role: "touchpoint" | "ignored",
): ImportMapping => ({
  ...mapping,
  touchpointFrom: "column",
  columns: mapping.columns.map((column) =>
    column.column === index
      ? { ...column, role, scale: null, decimal: null, dates: null }
      : column,
  ),
});

// Files of others, with the answers that others computed; what holds for them is proved by files of our own beside.
describe.skipIf(!hasSamples)("[R59] surveys of others", () => {
  test("a French shop: the Net Promoter Score of all and of each month, and the mean satisfaction", async () => {
    const expected =
      answers.parse(expectedMetrics())["surveys/nps-retail-fr.csv"];
    const { table, found, encoding, problems } = await open(
      "surveys/nps-retail-fr.csv",
    );
    expect(encoding).toBe("windows-1252");
    expect(problems.fatal).toBeNull();
    // Letters that DOS wrote into a Windows file.
    expect(problems.counts.replacedCharacters).toBeGreaterThan(10);
    expect(table.rows).toHaveLength(150);
    expect(table.columns[0]!.name).toBe("column 1");

    const read = readRecords(table, {
      ...found.mapping,
      touchpointFrom: "whole",
    });
    expect(read.problems.counts).toEqual({});
    const { summary } = byKey(read);
    const group = summary.groups.find(({ question }) => question === "nps")!;
    expect(group.records - group.evidence!.n!).toBe(expected.missing);
    expectNps(group, expected.all);
    const satisfied = summary.groups.find(
      ({ question }) => question === "satisfaction",
    )!;
    const { mean, n, sd, ci95_t } = expected.satisfaction_0_10;
    expect(satisfied.evidence).toMatchObject({
      n,
      scale: { low: 0, high: 10 },
    });
    expect(satisfied.evidence!.value).toBeCloseTo(mean, digits);
    expect(satisfied.evidence!.sd).toBeCloseTo(sd, digits);
    expect(satisfied.evidence!.interval!.low).toBeCloseTo(ci95_t[0], digits);
    expect(satisfied.evidence!.interval!.high).toBeCloseTo(ci95_t[1], digits);

    const months = readRecords(table, withRole(found.mapping, 8, "touchpoint"));
    const { summary: each, id } = byKey(months);
    for (const [month, one] of Object.entries(expected.by_t)) {
      const own = each.groups.find(
        ({ question, touchpointId }) =>
          question === "nps" && touchpointId === id(month),
      )!;
      expectNps(own, one);
    }
  });

  function expectNps(
    group: Summary["groups"][number],
    expected: z.infer<typeof nps>,
  ): void {
    const { n, counted } = group.evidence!;
    const score = namedScore(counted!, n);
    const found = score?.metric === "nps" ? score.nps : null!;
    expect(found).toMatchObject({
      n: expected.n,
      promoters: expected.promoters,
      passives: expected.passives,
      detractors: expected.detractors,
    });
    expect(found.score).toBeCloseTo(expected.nps, digits);
    expect(found.interval.low).toBeCloseTo(
      expected.ci95_adjusted_wald[0],
      digits,
    );
    expect(found.interval.high).toBeCloseTo(
      expected.ci95_adjusted_wald[1],
      digits,
    );
    expect(group.evidence!.value).toBeCloseTo(expected.mean_0_10, digits);
  }

  test("French brands asked by Google Forms", async () => {
    const { table, found, problems } = await open(
      "surveys/googleforms-brands-fr.csv",
    );
    expect(problems.listed).toEqual([]);
    expect(table.rows).toHaveLength(30);
    expect(found).toMatchObject({ tool: "googleForms", isSure: true });
    expect(found.mapping.columns[0]).toMatchObject({
      role: "date",
      dates: "dayFirst",
    });
    expect(found.mapping.columns[3]!.role).toBe("text");
    expect(found.mapping.columns[4]!.scale).toMatchObject({
      metric: "nps",
      high: 10,
    });
    const read = readRecords(table, withRole(found.mapping, 1, "touchpoint"));
    // One brand is called Total, and is no sum.
    expect(read.keys).toContainEqual({ key: "Total", count: 5 });
    expect(byKey(read).summary.groups[0]).toMatchObject({ from: "2021-11-08" });
  });

  test("SurveyMonkey with two header rows: choices belong to the question at their left", async () => {
    const { table, found } = await open(
      "surveys/surveymonkey-two-header-rows.csv",
    );
    expect(table.columns).toHaveLength(38);
    expect(table.rows).toHaveLength(40);
    expect(found.tool).toBe("surveyMonkey");
    expect(table.columns[15]!.name).toMatch(
      /^Please state whether .* – Han Solo$/,
    );
    expect(
      found.mapping.columns[15]!.scale!.words.map(({ value }) => value),
    ).toEqual([1, 2, 3, 4, 5]);
    // Whoever does not know somebody has no opinion about them.
    const boba = found.mapping.columns.find(({ scale }) =>
      scale?.words.some(({ value }) => value === null),
    )!;
    expect(boba.scale!.words.at(-1)).toEqual({
      word: "Unfamiliar (N/A)",
      value: null,
    });
    const read = readRecords(table, found.mapping);
    expect(read.problems.listed).toEqual([]);
    const { summary } = byKey(read);
    expect(summary.groups[0]).toMatchObject({
      records: 40,
      evidence: { n: 34 },
    });
    expect(summary.groups[0]!.evidence!.value).toBeCloseTo(
      (24 * 5 + 5 * 4 + 4 * 3 + 2) / 34,
      10,
    );
  });

  test("SurveyMonkey with one header row", async () => {
    const { table, found, problems } = await open(
      "surveys/surveymonkey-one-header.csv",
    );
    expect(problems.listed).toEqual([]);
    expect(found.tool).toBe("surveyMonkey");
    expect(found.mapping.columns[0]!.role).toBe("personal");
    expect(found.mapping.columns[7]!.scale).toMatchObject({ low: 1, high: 5 });
    const read = readRecords(table, found.mapping);
    const important = byKey(read).summary.groups.find(({ question }) =>
      question.startsWith("In your opinion, how important"),
    );
    expect(important!.evidence!.n).toBeGreaterThan(50);
  });

  test("Qualtrics with three header rows", async () => {
    const { table, found } = await open(
      "surveys/qualtrics-three-header-rows.csv",
    );
    expect(table.rows).toHaveLength(1);
    expect(found.tool).toBe("qualtrics");
    expect(table.columns[17]).toMatchObject({
      name: "This is a multiple choice question.",
    });
    const roles = found.mapping.columns.map(({ role }) => role);
    expect(roles.filter((role) => role === "personal")).toHaveLength(7);
    expect(roles.indexOf("date")).toBe(7);
  });

  test("the survey of American public services, with its mark of the encoding", async () => {
    const { table, found, encoding } = await open("surveys/gov-cx-a11-bom.csv");
    expect(encoding).toBe("utf-8");
    expect(table.columns[0]!.name).toBe("external_id");
    expect(found.tool).toBe("federalCx");
    const { summary } = byKey(readRecords(table, found.mapping));
    expect(summary.groups[0]!.evidence).toMatchObject({
      value: 100,
      n: table.rows.length,
      scale: { isShare: true },
    });
    expect(
      summary.evidence.some(({ quote }) => quote.startsWith("Very intuitive")),
    ).toBe(true);
  });

  test("Delighted: seconds since 1970, and the touchpoint in what is known of the person", async () => {
    const { table, found } = await open("surveys/delighted-list.json");
    expect(found.tool).toBe("delighted");
    const read = readRecords(table, found.mapping);
    expect(read.keys).toEqual([
      { key: "Live chat", count: 1 },
      { key: "Checkout", count: 1 },
    ]);
    expect(read.records).toMatchObject([
      { day: "2026-06-06", value: 9, text: "Snel geholpen, dank!" },
      { day: "2026-06-07", value: 3, text: "" },
    ]);
    expect(npsOf(read.records.map(({ value }) => value!))!.score).toBe(0);
  });
});

describe.skipIf(!hasSamples)("tickets and analytics of others", () => {
  test("Zendesk: words for satisfaction, tags as touchpoints", async () => {
    const { table, found } = await open("support/zendesk-constructed.csv");
    expect(found.tool).toBe("zendesk");
    const read = readRecords(table, found.mapping);
    expect(read.problems.listed).toEqual([]);
    const { summary, id } = byKey(read);
    const about = (key: string, question: string) =>
      summary.groups.find(
        (group) =>
          group.touchpointId === id(key) && group.question === question,
      )!;
    const late = about("levering", "Satisfaction Score");
    // Its resolution is in hours, the other times are in minutes.
    const took = (question: string) => about("levering", question).evidence;
    expect(took("Resolution time")).toMatchObject({
      measure: "duration",
      value: 25,
      unit: "h",
      n: 1,
    });
    expect(took("First reply time in minutes")!.value).toBeCloseTo(14 / 60);
    expect(late.evidence).toMatchObject({
      value: 100,
      n: 1,
      scale: { isShare: true },
    });
    const returned = about("retour", "Satisfaction Score");
    expect(returned).toMatchObject({ records: 1, evidence: null });
    const people = ["a@example.com", "A. Klant", "B. Agent"];
    expect(
      people.some((who) => JSON.stringify(read.records).includes(who)),
    ).toBe(false);
  });

  test("[R57] GA4 exploration: the sum of all is no page", async () => {
    const { table, found } = await open(
      "analytics/ga4-exploration-constructed.csv",
    );
    expect(found.tool).toBe("ga4Exploration");
    expect(table.totals).toHaveLength(1);
    const read = readRecords(table, found.mapping);
    expect(read.keys.map(({ key }) => key)).toEqual([
      "/cart",
      "/checkout/login",
      "/checkout/shipping",
      "/checkout/payment",
      "/checkout/thank-you",
    ]);
    const { summary } = byKey(read);
    const valuesOf = (measure: string) =>
      summary.evidence.flatMap((piece) =>
        piece.measure === measure ? piece.value : [],
      );
    expect(valuesOf("count")).toEqual([310, 240, 198, 131, 104]);
    // It writes fractions, which no column of its own says.
    expect(valuesOf("rate")).toEqual([81, 62, 55, 71, 92]);
    expect(summary.groups[0]).toMatchObject({
      from: "2026-09-01",
      question: "Active users",
    });
    expect(found.mapping.period).toEqual({
      from: "2026-09-01",
      to: "2026-09-30",
    });
  });

  test("Matomo in UTF-16", async () => {
    const { table, found, encoding } = await open(
      "analytics/matomo-utf16-constructed.csv",
    );
    expect(encoding).toBe("utf-16le");
    expect(found.tool).toBe("matomo");
    const { summary, id } = byKey(readRecords(table, found.mapping));
    const payment = summary.evidence.filter(
      ({ touchpointId }) => touchpointId === id("/checkout/payment"),
    );
    expect(payment.map(({ value, unit }) => [value, unit])).toEqual([
      [812, "nb_visits"],
      [930, "nb_hits"],
      [31, "%"],
      [46, "%"],
    ]);
  });

  test("Plausible: visits are added up, visitors are not", async () => {
    const pages = await open(
      "analytics/plausible/imported_pages_20230209_20240123.csv",
    );
    expect(pages.found.tool).toBe("plausible");
    expect(pages.found.mapping.touchpointFrom).toBe("column");
    const days = await open(
      "analytics/plausible/imported_visitors_20230209_20240123.csv",
    );
    const { summary } = byKey(readRecords(days.table, days.found.mapping));
    const of = (unit: string) =>
      summary.evidence.find((piece) => piece.unit === unit)!;
    expect(of("visitors")).toMatchObject({
      measure: "perDay",
      heldFrom: "2023-02-09",
    });
    expect(of("visitors").value).toBeCloseTo(
      (119 + 166 + 117 + 221 + 1449 + 1724 + 4226 + 5793 + 4941) / 9,
      6,
    );
    expect(of("visits")).toMatchObject({
      measure: "count",
      value: 134 + 180 + 128 + 237 + 1722 + 1962 + 5915 + 7969 + 6987,
    });
  });
});

describe.skipIf(!hasSamples)("[N15] event logs of others", () => {
  test("names of columns alone can be mapped, and nobody takes them for a log", async () => {
    const { table, found, problems, delimiter } = await open(
      "eventlogs/bpi2016-complaints.header-only.csv",
    );
    expect(problems.fatal?.code).toBe("headerOnly");
    expect(delimiter).toBe(";");
    expect(table.columns).toHaveLength(18);
    expect(found.tool).toBe("uwvLog");
    const roles = found.mapping.columns.map(({ role }) => role);
    expect([
      roles.indexOf("case"),
      roles.indexOf("activity"),
      roles.indexOf("time"),
    ]).toEqual([0, 15, 7]);
  });

  test("120 checkouts: who comes by, how long they wait, who ends where", async () => {
    const { table, found } = await open("eventlogs/checkout-constructed.csv");
    expect(found.tool).toBe("eventLog");
    const read = readCases(table, found.mapping);
    expect(read.problems.listed).toEqual([]);
    const ids = new Map(read.activities.map(({ key }) => [key, key]));
    const report = overlay(read, ids);
    expect(report).toMatchObject({ cases: 120, outside: 0, unmatched: [] });
    // Counted by another program.
    const seconds = 1_000;
    const expected: Record<
      string,
      readonly [number, number, number | null, number | null, string | null]
    > = {
      Cart: [120, 14, null, null, "Log in"],
      "Log in": [97, 7, 213, 364, "Shipping cost"],
      "Shipping cost": [87, 7, 194, 367, "Billing address"],
      "Billing address": [78, 5, 158, 374, "Delivery address"],
      "Delivery address": [68, 3, 228, 362, "Payment"],
      Payment: [65, 65, 205, 367, null],
      "Follow-up e-mail": [19, 19, 11_072, 11_168, null],
    };
    expect(report.touchpoints).toHaveLength(7);
    for (const {
      touchpointId,
      reach,
      ends,
      wait,
      next,
    } of report.touchpoints) {
      const [cases, last, median, long, onward] = expected[touchpointId]!;
      expect([reach.count, ends.count, next?.touchpointId ?? null]).toEqual([
        cases,
        last,
        onward,
      ]);
      expect(wait && [wait.median / seconds, wait.long / seconds]).toEqual(
        median && [median, long],
      );
    }
  });
});
