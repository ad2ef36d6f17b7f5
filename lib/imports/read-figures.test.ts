import { describe, expect, test } from "vitest";
import type { ColumnMapping } from "./contract";
import { readRecords } from "./read-records";
import { recognise } from "./recognise";
import type { RecordsRead } from "./results";
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

describe("[R57] several rates of one touchpoint", () => {
  const days =
    "Date,Page,Sessions,Users,Bounce rate\n" +
    "2026-10-01,/pay,1000,900,10 %\n2026-10-02,/pay,10,9,90 %\n2026-10-02,/cart,5,5,40 %\n";
  const rateIn = (read: RecordsRead) =>
    summarise(read, options({ "/pay": one, "/cart": other })).evidence.filter(
      ({ measure }) => measure === "rate",
    );

  test("count by how many stand behind each row, and say so with how many that are", async () => {
    const [pay, cart] = rateIn(await read(days));
    expect(pay!.value).toBeCloseTo(10.792, 3);
    expect(pay).toMatchObject({
      n: 1010,
      counted: { rows: 2, isWeighted: true },
    });
    // One row is no mean of any.
    expect(cart).toMatchObject({ value: 40, n: 5, counted: null });
  });

  test("rest on no number of people where people of two days cannot be added up", async () => {
    const [pay] = rateIn(await read(days.replace("Sessions,", "Clicks,")));
    expect(pay!.value).toBeCloseTo(10.792, 3);
    expect(pay).toMatchObject({ n: null, counted: { isWeighted: true } });
  });

  test.each([
    ["no column tells how many", "Date,Page,Rank,Level,Bounce rate"],
    [
      "only those are counted who did it",
      "Date,Page,Bounces,Exits,Bounce rate",
    ],
  ])("are a plain mean where %s, which is told", async (_, head) => {
    const [, ...rows] = days.split("\n");
    const [pay] = rateIn(await read([head, ...rows].join("\n")));
    expect(pay).toMatchObject({
      value: 50,
      n: null,
      counted: { rows: 2, isWeighted: false },
    });
  });

  test("are a plain mean where one of the rows does not tell, for none is left out", async () => {
    const [pay] = rateIn(await read(days.replace("pay,10,", "pay,,")));
    expect(pay).toMatchObject({ value: 50, counted: { isWeighted: false } });
  });

  test("count by the column that somebody chooses, and alike where they choose none", async () => {
    const table = await tableOf(days);
    const { mapping } = recognise(table, "en");
    expect(mapping.columns[4]!.weighedBy).toBe(2);
    const by = (weighedBy: number | null) =>
      rateIn(
        readRecords(table, {
          ...mapping,
          columns: mapping.columns.with(4, {
            ...mapping.columns[4]!,
            weighedBy,
          }),
        }),
      )[0]!;
    expect(by(3).value).toBeCloseTo((900 * 10 + 9 * 90) / 909, 3);
    expect(by(null).value).toBe(50);
    // A column that is no count any more counts nothing.
    expect(by(1).value).toBe(50);
  });

  test("of mails are shares of those that were sent, not of those that were opened", async () => {
    const table = await tableOf(
      "Mail,Opens,Sent,Visits,Open rate\nHello,4,10,3,40 %\n",
    );
    expect(recognise(table, "en").mapping.columns[4]!.weighedBy).toBe(2);
  });

  test("of a row that names a touchpoint twice count once", async () => {
    const text = "Tags,Visits,Bounce rate\npay;late,100,10 %\npay,100,30 %\n";
    const found = await read(text.replaceAll(",", "\t"), { separator: ";" });
    const [pay] = summarise(
      found,
      options({ pay: one, late: one }),
    ).evidence.filter(({ measure }) => measure === "rate");
    expect(pay).toMatchObject({ value: 20, n: 200, counted: { rows: 2 } });
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
