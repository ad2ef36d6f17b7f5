import { describe, expect, it, test } from "vitest";
import { importMapping } from "./mapping";
import { readRecords } from "./read-records";
import { recognise } from "./recognise";
import { readText, tableOf } from "./testing/files";
import { rolesOf, scaleAt, see } from "./testing/seen";

describe("tickets", () => {
  it("Zendesk: tags name the touchpoint, a word the satisfaction", async () => {
    const found = await see([
      "Summation column,Id,Requester,Requester email,Assignee,Subject,Tags,Status,Via,Ticket type,Created at,Satisfaction Score,Group stations",
      "1,9,A,a@example.com,B,Where is it?,delivery late,Solved,Chat,Question,2026-03-01 09:12,Good,1",
      "2,8,C,c@example.com,B,Coupon fails,checkout,Solved,Email,Question,2026-03-01 09:12,Offered,1",
    ]);
    expect(found.tool).toBe("zendesk");
    expect(rolesOf(found)).toEqual([
      "ignored",
      "ignored",
      "personal",
      "personal",
      "personal",
      "text",
      "touchpoint",
      "ignored",
      "channel",
      "ignored",
      "date",
      "value",
      "ignored",
    ]);
    expect(found.mapping.separator).toBe(" ");
    expect(scaleAt(found, 11)!.words).toEqual([
      { word: "bad", value: 0 },
      { word: "Good", value: 1 },
      { word: "Offered", value: null },
    ]);
  });

  it("a table of tickets of no known tool", async () => {
    const found = await see([
      "Conversation,Closed,Status,Priority,Kanaal,Onderwerp,CSAT,E-mail",
      "c1,2026-03-01,closed,low,chat,Levering,5,a@example.com",
      "c2,2026-03-02,closed,low,mail,Retour,2,b@example.com",
    ]);
    expect(found).toMatchObject({ tool: "tickets", isSure: false });
    expect(rolesOf(found)).toEqual([
      "ignored",
      "date",
      "ignored",
      "ignored",
      "channel",
      "touchpoint",
      "value",
      "personal",
    ]);
  });
});

describe("[R57] analytics", () => {
  it("GA4 overview: every table of it is of the same account and time", async () => {
    const lines = [
      "# ----",
      "# Reports snapshot",
      "# Account: Shop",
      "# ----",
      "#",
      "# Start date: 20260901",
      "# End date: 20260930",
      "",
      "Page title,Views",
      "Cart,620",
      "",
      "Event name,Event count,Total users",
      "page_view,900,300",
    ];
    const { tables } = await readText(lines.join("\n"));
    const seen = tables.map((table) => {
      const { tool, mapping } = recognise(table);
      return [tool, mapping.columns[0]!.role, mapping.period?.to];
    });
    expect(seen).toEqual([
      ["ga4Report", "touchpoint", "2026-09-30"],
      ["ga4Report", "touchpoint", "2026-09-30"],
    ]);
  });

  it("GA4 report: period above, people not to be added up, averages left out", async () => {
    const found = await see([
      "# ----",
      "# Pages and screens",
      "# Account: Shop",
      "# Property: Web",
      "# ----",
      "#",
      "# All Users",
      "# Start date: 20260901",
      "# End date: 20260930",
      "",
      "Page path and screen class,Views,Active users,Views per active user,Event count",
      "/cart,620,310,2,900",
    ]);
    expect(found.tool).toBe("ga4Report");
    expect(rolesOf(found)).toEqual([
      "touchpoint",
      "count",
      "count",
      "ignored",
      "count",
    ]);
    expect(found.mapping.columns.map(({ isAdditive }) => isAdditive)).toEqual([
      false,
      true,
      false,
      false,
      true,
    ]);
    expect(found.mapping.period).toEqual({
      from: "2026-09-01",
      to: "2026-09-30",
    });
  });

  it("GA4 funnel: steps in their order, by device the exact rows for all", async () => {
    const found = await see([
      "# 20260901-20260930",
      "",
      "Step,Device category,Active users,Completion rate,Abandonments,Abandonment rate",
      "1. Cart,Total,100,0.8,20,0.2",
      "1. Cart,mobile,60,0.8,12,0.2",
      "2. Payment,Total,80,1,0,0",
    ]);
    expect(found.tool).toBe("ga4Funnel");
    expect(rolesOf(found)).toEqual([
      "step",
      "segment",
      "count",
      "ignored",
      "ignored",
      "ignored",
    ]);
    expect(found.mapping.leaveOut).toEqual([
      { column: 1, leaveOut: [], keepOnly: ["Total"], why: "parts" },
    ]);
    expect(found.mapping.isClosed).toBe(true);
    expect(found.questions).toContainEqual({
      about: "openOrClosed",
      column: null,
    });
  });

  it("[R57] GA4 funnel by more countries than anybody could name: every one is counted once, in the row for all", async () => {
    const countries = Array.from({ length: 150 }, (_, at) => `Land ${at}`);
    const rows = (step: string) => [
      ...countries.map((country) => `${step},${country},2,0.5,1,0.5`),
      `${step},Gesamtergebnis,300,0.5,150,0.5`,
    ];
    const table = await tableOf(
      [
        "Step,Country,Active users,Completion rate,Abandonments,Abandonment rate",
        ...rows("1. Cart"),
        ...rows("2. Payment"),
      ].join("\n"),
    );
    const { mapping, tool } = recognise(table);
    expect(tool).toBe("ga4Funnel");
    expect(importMapping.safeParse(mapping).error).toBeUndefined();
    const { records, leftOut } = readRecords(table, mapping);
    expect(records.map(({ key, value }) => [key, value])).toEqual([
      ["1. Cart", 300],
      ["2. Payment", 300],
    ]);
    expect(leftOut).toBe(300);
  });

  it("Matomo and Plausible", async () => {
    const matomo = await see([
      "label,nb_visits,nb_uniq_visitors,bounce_rate,metadata_url",
      "/a,5,4,31%,https://shop.example/a",
    ]);
    expect(matomo.tool).toBe("matomo");
    expect(rolesOf(matomo)).toEqual([
      "touchpoint",
      "count",
      "count",
      "rate",
      "ignored",
    ]);
    const plausible = await see([
      '"date","hostname","page","visits","visitors","pageviews"',
      '"2026-02-09","shop.example","/a",8,7,9',
    ]);
    expect(plausible.tool).toBe("plausible");
    expect(rolesOf(plausible)).toEqual([
      "date",
      "ignored",
      "touchpoint",
      "count",
      "count",
      "count",
    ]);
    expect(plausible.mapping.columns[4]!.isAdditive).toBe(false);
  });

  it("any table of counts, in another language", async () => {
    const found = await see(
      "Seite;Besuche;Absprungrate\n/a;1.234;0,5\n/b;7;0,25\n",
    );
    expect(found).toMatchObject({ tool: "counts", isSure: false });
    expect(rolesOf(found)).toEqual(["touchpoint", "count", "rate"]);
    expect(found.questions).toContainEqual({ about: "decimal", column: 1 });
  });
});

describe("[N15] event logs", () => {
  test.each([
    ["case_id,activity,timestamp,channel", "eventLog"],
    ["CaseID,Activity,Timestamp,channel", "eventLog"],
    ["case:concept:name,concept:name,time:timestamp,channel", "eventLog"],
    ["customer_id,touchpoint_type,touchpoint_date,channel", "eventLog"],
  ])("finds case, activity and time in %s", async (header, tool) => {
    const found = await see([header, "c1,Cart,2026-05-01T10:00:00Z,app"]);
    expect(found.tool).toBe(tool);
    expect(rolesOf(found)).toEqual(["case", "activity", "time", "ignored"]);
  });

  it("logs of the Dutch insurance for employees, by their own columns", async () => {
    const found = await see([
      "CustomerID;AgeCategory;Gender;Office_U;Office_W;EventDateTime;EventType;HandlingChannelID",
      "7;30-39;V;1;2;2026-07-01 10:00:00;Question;3",
    ]);
    expect(found).toMatchObject({ tool: "uwvLog", isSure: true });
    expect(rolesOf(found)).toEqual([
      "case",
      "ignored",
      "ignored",
      "ignored",
      "ignored",
      "time",
      "activity",
      "ignored",
    ]);
  });

  it("counts an event once that is there when it starts and when it is complete", async () => {
    const found = await see([
      "case id,activity,timestamp,lifecycle:transition",
      "1,A,2026-05-01T10:00:00Z,start",
      "1,A,2026-05-01T10:05:00Z,complete",
    ]);
    expect(found.mapping.leaveOut).toEqual([
      { column: 3, leaveOut: ["start"], why: "began" },
    ]);
  });
});

describe("personal data is left out until somebody decides otherwise", () => {
  test.each([
    ["Your name", "Jan Jansen"],
    ["Telefoonnummer", "06 12345678"],
    ["contact", "jan@example.com"],
    ["host", "192.0.2.7"],
    ["Klantnummer", "A-77"],
    ["RecipientLastName", "Jansen"],
    ["Latitude", "52.09"],
  ])("%s", async (name, cell) => {
    const found = await see([
      `${name},satisfaction`,
      `${cell},4`,
      `${cell}1,5`,
    ]);
    expect(rolesOf(found)).toEqual(["personal", "value"]);
    expect(found.questions).toContainEqual({ about: "personal", column: 0 });
  });
});
