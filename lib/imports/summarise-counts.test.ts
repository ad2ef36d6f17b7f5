import { describe, expect, it, test } from "vitest";
import { readRecords } from "./read-records";
import { recognise } from "./recognise";
import { summarise } from "./summarise";
import { tableOf } from "./testing/files";
import { expectWritable, one, options, other, read } from "./testing/summed";

describe("tickets", () => {
  const tickets =
    "Ticket ID,Ticket Type,Ticket Channel,Ticket Status,First Response Time,Customer Satisfaction Rating\n" +
    "1,Refund,Chat,Closed,2026-05-01 10:00:00,5\n" +
    "2,Refund,Chat,Open,2026-05-03 10:00:00,\n" +
    "3,Delivery,Email,Closed,2026-05-02 10:00:00,2\n";

  it("count at their touchpoint, rated or not, beside the ratings", async () => {
    const records = await read(tickets);
    expect(records).toMatchObject({
      shape: "tickets",
      tool: "ticketTable",
      rows: 3,
    });
    const summary = summarise(records, options({ Refund: one }));
    expectWritable(summary);
    expect(summary.evidence).toMatchObject([
      {
        measure: "mean",
        value: 5,
        n: 1,
        origin: "tickets",
        scale: { low: 1, high: 5 },
      },
      {
        measure: "tickets",
        value: 2,
        heldFrom: "2026-05-01",
        heldOn: "2026-05-03",
      },
    ]);
    expect(records.records.map(({ channel }) => channel)).toEqual([
      "Chat",
      "Chat",
      "Email",
    ]);
  });

  it("that name a touchpoint in two tags are one answer about it", async () => {
    const records = await read(tickets.replaceAll("Refund", "money late"), {
      separator: " ",
    });
    const { evidence } = summarise(records, options({ money: one, late: one }));
    expect(
      evidence.map(({ measure, n, value }) => [measure, n, value]),
    ).toEqual([
      ["mean", 1, 5],
      ["tickets", null, 2],
    ]);
  });

  it("with several tags are about each of them", async () => {
    const records = await read(tickets.replaceAll("Refund", "money late"), {
      separator: " ",
    });
    expect(records.keys).toEqual([
      { key: "money", count: 2 },
      { key: "late", count: 2 },
      { key: "Delivery", count: 1 },
    ]);
  });
});

describe("[R57] counts", () => {
  const pages =
    '"date","page","visits","visitors"\n' +
    "2026-05-01,/cart,10,8\n2026-05-01,/cart/login,4,3\n2026-05-02,/cart,20,12\n";

  it("add up visits and never people, and are no feelings", async () => {
    const summary = summarise(
      await read(pages),
      options({ "/cart": one, "/cart/login": one }),
    );
    expectWritable(summary);
    expect(summary.evidence).toMatchObject([
      {
        measure: "count",
        value: 34,
        unit: "visits",
        scale: null,
        n: null,
        origin: "analytics",
      },
      // On the first day at least eight came, on the second twelve.
      { measure: "perDay", value: 10, unit: "visitors", scale: null },
    ]);
    expect(summary.evidence[0]).toMatchObject({
      heldFrom: "2026-05-01",
      heldOn: "2026-05-02",
    });
  });

  it("of a report without dates are about its period", async () => {
    const records = await read(
      "# Start date: 20260901\n# End date: 20260930\n\nPage path,Views\n/a,12\n",
    );
    const [piece] = summarise(records, options({ "/a": one })).evidence;
    expect(piece).toMatchObject({
      value: 12,
      heldFrom: "2026-09-01",
      heldOn: "2026-09-30",
    });
  });

  const funnel =
    "Step,Active users,Abandonments,Abandonment rate\n1. Cart,1000,0,0\n2. Log in,374,0,0\n3. Pay,300,0,0\n";

  it("of a funnel tell how many are lost at each step, with interval", async () => {
    const summary = summarise(
      await read(funnel),
      options({ "1. Cart": one, "3. Pay": other }),
    );
    expectWritable(summary);
    expect(summary.evidence).toMatchObject([
      {
        touchpointId: one,
        measure: "count",
        value: 1000,
        unit: "Active users",
      },
      {
        touchpointId: one,
        measure: "lost",
        value: 62.6,
        unit: "%",
        n: 1000,
        scale: null,
      },
      { touchpointId: other, measure: "count", value: 300 },
    ]);
    expect(summary.evidence[1]!.interval!.low).toBeCloseTo(59.56, 1);
    expect(summary.unmatched).toEqual([{ key: "2. Log in", count: 1 }]);
  });

  it("of steps at one touchpoint are lost after the last of them", async () => {
    const summary = summarise(
      await read(funnel),
      options({ "1. Cart": one, "2. Log in": one, "3. Pay": other }),
    );
    expect(summary.evidence[1]).toMatchObject({
      measure: "lost",
      value: 70,
      n: 1000,
    });
  });

  it("[N15] of an open funnel tell nobody as lost, and every piece says which kind it was, in no language", async () => {
    const places = { "1. Cart": one, "3. Pay": other };
    const open = summarise(
      await read(funnel, { isClosed: false }),
      options(places),
    );
    expectWritable(open);
    const told = { note: "Active users", counted: { isClosed: false } };
    expect(open.evidence).toMatchObject([
      { measure: "count", value: 1000, interval: null, ...told },
      { measure: "count", value: 300, interval: null, ...told },
    ]);
    const closed = summarise(await read(funnel), options(places));
    for (const { note, counted } of closed.evidence)
      expect([note, counted?.isClosed]).toEqual(["Active users", true]);
    expect(closed.groups[0]!.question).toBe("Active users");
  });

  it("have no share where an open funnel grows", async () => {
    const open = funnel.replace("2. Log in,374", "2. Log in,1200");
    const summary = summarise(await read(open), options({ "1. Cart": one }));
    expect(summary.evidence.map(({ measure }) => measure)).toEqual(["count"]);
  });

  test.each([
    ["-5", "notCount"],
    ["many", "notNumber"],
  ] as const)("%s is none", async (cell, code) => {
    const { mapping } = recognise(await tableOf(pages));
    const { problems } = readRecords(
      await tableOf(`date,page,visits,visitors\n2026-05-01,/a,${cell},1\n`),
      mapping,
    );
    expect(problems.listed).toMatchObject([{ code, row: 2, column: 3 }]);
  });
});
