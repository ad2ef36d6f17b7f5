import { describe, expect, test } from "vitest";
import type { ColumnMapping } from "./contract";
import { readRecords } from "./read-records";
import { recognise } from "./recognise";
import { summarise } from "./summarise";
import { tableOf } from "./testing/files";
import { expectWritable, one, options, other, read } from "./testing/summed";

async function told(text: string, change: Partial<ColumnMapping> = {}) {
  const table = await tableOf(text);
  const { mapping, questions } = recognise(table);
  const columns = mapping.columns.map((column) =>
    column.role === "rate" ? { ...column, ...change } : column,
  );
  const { records, problems } = readRecords(table, { ...mapping, columns });
  const rates = records.filter(({ figure }) => figure === "rate");
  const asked = questions.filter(({ about }) => about === "rate");
  return { values: rates.map(({ value }) => value), asked, problems };
}

describe("[R57] columns of rates", () => {
  test.each([
    ["with a sign", "Open rate\n46 %\n9 %", [46, 9], 0],
    ["of which one is beyond 1", "Open rate\n46\n0.5", [46, 0.5], 0],
    ["none of which is beyond 1", "Open rate\n0.46\n0.09", [46, 9], 1],
    ["with a comma", "Klickrate\n46,1\n37,4", [46.1, 37.4], 0],
  ])("%s are read by all their values", async (_, rows, values, questions) => {
    const text = rows
      .split("\n")
      .map((cell, at) => `${at === 0 ? "Page" : `/${at}`};${cell}`);
    const found = await told(`${text.join("\n")}\n`);
    expect(found.values).toEqual(values);
    expect(found.asked).toHaveLength(questions);
  });

  test("that people say are in per cent are no fractions, but for cells with a sign of their own", async () => {
    const text = "Page,Open rate\n/a,0.4\n/b,0.9\n";
    expect((await told(text, { rateIs: "percent" })).values).toEqual([
      0.4, 0.9,
    ]);
    const mixed = "Page,Open rate\n/a,0.4\n/b,90%\n";
    expect((await told(mixed, { rateIs: "fraction" })).values).toEqual([
      40, 90,
    ]);
  });

  test("beyond all are told with their row, and are none", async () => {
    const more = Array.from({ length: 20 }, (_, at) => `/${at},0.4\n`).join("");
    const text = `Page,Open rate\n/a,0.4\n/b,1.2\n/c,many\n${more}`;
    const { values, problems } = await told(text, { rateIs: "fraction" });
    expect(values.slice(0, 4)).toEqual([40, null, null, 40]);
    expect(problems.listed).toMatchObject([
      { code: "offScale", row: 3, column: 2 },
      { code: "notNumber", row: 4, column: 2 },
    ]);
  });

  test("of a table of touchpoints and their drop-off are what is lost there, and no feeling", async () => {
    const records = await read(
      "touchpoint;drop-off;open rate\nPay;46,1 %;40 %\nCart;37,4 %;20 %\n",
    );
    const { evidence } = summarise(records, options({ Pay: one, Cart: other }));
    expectWritable({
      evidence,
      groups: [],
      unmatched: [],
      leftOut: [],
      moreQuotes: 0,
    });
    const figures = evidence.map(({ note, measure, value, unit, scale }) => [
      note,
      measure,
      value,
      unit,
      scale,
    ]);
    expect(figures).toEqual([
      ["drop-off", "lost", 46.1, "%", null],
      ["open rate", "rate", 40, "%", null],
      ["drop-off", "lost", 37.4, "%", null],
      ["open rate", "rate", 20, "%", null],
    ]);
  });
});

describe("[R57] how long tickets take", () => {
  const head = "Ticket ID,Ticket Type,Ticket Status,Ticket Subject";

  test("is the median in hours, whatever the column counts in", async () => {
    const text =
      "Conversation,Closed,Status,Priority,Topic,First response time (minutes)\n" +
      "1,2026-03-01,closed,low,Refund,30\n2,2026-03-01,closed,low,Refund,90\n" +
      "3,2026-03-01,closed,low,Refund,6000\n4,2026-03-01,closed,low,Refund,\n";
    const records = await read(text);
    const summary = summarise(records, options({ Refund: one }));
    expectWritable(summary);
    expect(summary.evidence[0]).toMatchObject({
      kind: "hard",
      origin: "tickets",
      measure: "duration",
      value: 1.5,
      unit: "h",
      n: 3,
      scale: null,
    });
    const even = text
      .replace("6000", "60")
      .replace("low,Refund,\n", "low,Refund,120\n");
    const [piece] = summarise(
      await read(even),
      options({ Refund: one }),
    ).evidence;
    expect([piece!.value, piece!.n]).toEqual([1.25, 4]);
  });

  test("is the time from the first response to the resolution, and one that lies before it is told by its row and averaged nowhere", async () => {
    const text =
      `${head},First Response Time,Time to Resolution,Customer Satisfaction Rating\n` +
      "1,Refund,Closed,a,2023-06-01 10:00:00,2023-06-01 12:00:00,3\n" +
      "2,Refund,Closed,b,2023-06-01 10:00:00,2023-06-01 09:00:00,4\n" +
      "3,Refund,Closed,c,2023-06-01 10:00:00,2023-06-01 14:00:00,5\n" +
      "4,Refund,Open,d,2023-06-01 10:00:00,,\n";
    const records = await read(text);
    expect(records.problems.listed).toMatchObject([
      { code: "impossibleDuration", row: 3, column: 6 },
    ]);
    const { evidence } = summarise(records, options({ Refund: one }));
    const piece = evidence.find(({ measure }) => measure === "duration");
    expect(piece).toMatchObject({ value: 3, n: 2, note: "Time to Resolution" });
  });

  test("that is less than nothing is told by its row", async () => {
    const text =
      "Conversation,Closed,Status,Priority,Topic,Handling time (h)\n" +
      "1,2026-03-01,closed,low,Refund,-2\n2,2026-03-01,closed,low,Refund,5\n";
    const { problems } = await read(text);
    expect(problems.listed).toMatchObject([
      { code: "impossibleDuration", row: 2, column: 6, text: "-2" },
    ]);
  });
});
