import { gzipSync } from "node:zlib";
import { describe, expect, it, test } from "vitest";
import { readCases } from "./cases";
import { IMPORT_LIMITS } from "./contract";
import { readTables } from "./read-tables";
import { recognise } from "./recognise";
import { bytesOf, readText, tableOf } from "./testing/files";
import { unpack } from "./unpack";

const event = (name: string, time: string, more = "") =>
  `<event><string key="concept:name" value="${name}"/><date key="time:timestamp" value="${time}"/>${more}</event>`;

const log = (inner: string, head = "") =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${head}<log xes.version="1.0" xmlns="http://www.xes-standard.org/">
  <extension name="Concept" prefix="concept" uri="http://example.org"/>
  <global scope="event"><string key="concept:name" value="name"/><string key="only:default" value="x"/></global>
  <classifier name="Both" keys="org:group 'lifecycle:transition'"/>
  <string key="concept:name" value="the log"/>${inner}</log>`;

const started = '<string key="lifecycle:transition" value="start"/>';
const complete =
  '<string key="lifecycle:transition" value="complete"><string key="concept:name" value="nested"/></string>';

const small = log(
  `<trace><int key="concept:name" value="7"/><string key="kind" value="web"/>${event("Cart", "2026-05-01T10:00:00.000+02:00", started)}${event("Cart", "2026-05-01T10:01:00.000+02:00", complete)}${event("R&amp;D &lt;b&gt;", "2026-05-01T10:02:00+02:00", complete)}</trace><trace>${event("Cart", "2026-05-02T10:00:00Z", complete)}</trace>`,
);

describe("[N15] XES", () => {
  it("becomes a table of events: what belongs to the trace, then what belongs to the event", async () => {
    const table = await tableOf(small, "a.xes");
    expect(table.columns.map(({ name }) => name)).toEqual([
      "case:concept:name",
      "concept:name",
      "time:timestamp",
      "lifecycle:transition",
      "case:kind",
    ]);
    expect(table.rows.map(({ cells }) => cells.slice(0, 2))).toEqual([
      ["7", "Cart"],
      ["7", "Cart"],
      ["7", "R&D <b>"],
      // A trace that nobody named is called by its place.
      ["2", "Cart"],
    ]);
  });

  test.each(["timeCompleted", "dateCompleted", "timestamp"])(
    "of a modelling language for customer journeys tells its time in %s, and who has done what in words of its own",
    async (time) => {
      const eventAt = (type: string, at: string) =>
        `<event><string key="EventType" value="${type}"/><string key="channel" value="letter"/><string key="${time}" value="${at}"/></event>`;
      const text = log(
        `<trace><string key="journey" value="a"/>${eventAt("Invoice", "2013-11-06 10:00:00.250")}${eventAt("Order", "2013-11-05 10:00:00.000")}</trace>`,
      );
      const table = await tableOf(text, "a.xes");
      const { tool, mapping } = recognise(table);
      expect(tool).toBe("xes");
      const [only] = readCases(table, mapping).cases;
      expect(only!.events).toEqual([
        { activity: "Order", at: Date.parse("2013-11-05T10:00:00Z") },
        { activity: "Invoice", at: Date.parse("2013-11-06T10:00:00Z") },
      ]);
    },
  );

  it("is known, and an event that starts and completes counts once", async () => {
    const table = await tableOf(small, "a.xes");
    const { tool, isSure, mapping } = recognise(table);
    expect({ tool, isSure }).toEqual({ tool: "xes", isSure: true });
    const read = readCases(table, mapping);
    expect(read.problems.listed).toEqual([]);
    expect(read.leftOut).toBe(1);
    expect(read.cases).toEqual([
      {
        id: "7",
        events: [
          { activity: "Cart", at: Date.parse("2026-05-01T08:01:00Z") },
          { activity: "R&D <b>", at: Date.parse("2026-05-01T08:02:00Z") },
        ],
      },
      {
        id: "2",
        events: [{ activity: "Cart", at: Date.parse("2026-05-02T10:00:00Z") }],
      },
    ]);
  });

  it("takes the keys of the classifier where events have no name", async () => {
    const bare = `<trace><event><string key="org:group" value="Shop"/>${started}</event></trace>`;
    const table = await tableOf(log(bare), "a.xes");
    expect(table.rows[0]!.cells.slice(0, 2)).toEqual(["1", "Shop+start"]);
  });

  it("is read packed as well, and not beyond its limit", async () => {
    const { tables } = await readTables(gzipSync(small), "a.xes.gz");
    expect(tables[0]!.rows).toHaveLength(4);
    const much = gzipSync(Buffer.alloc(1_000_000));
    expect(await unpack(much, "gzip", 999_999)).toBe("tooMany");
    expect(await unpack(much, "gzip", 1_000_000)).toHaveLength(1_000_000);
  });

  test.each([
    [
      "declarations of its own",
      log("", '<!DOCTYPE log [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>\n'),
      "declarations",
    ],
    [
      "files elsewhere",
      log("", '<!DOCTYPE log SYSTEM "http://127.0.0.1/x.dtd">\n'),
      "declarations",
    ],
    [
      "entities that nobody declared",
      log('<trace><string key="a" value="&xxe;"/></trace>'),
      "notXml",
    ],
    ["no end", log("<trace>").slice(0, -6), "notXml"],
    ["another kind of XML", "<html><body/></html>", "unreadable"],
    ["no events", log("<trace/>"), "empty"],
    [
      "a hundred thousand levels",
      log(`${"<list>".repeat(100_000)}`),
      "tooDeep",
    ],
  ])("[IM-03] refuses a file with %s", async (_, text, code) => {
    const { problems, tables } = await readText(text, "a.xes");
    expect(problems.fatal?.code).toBe(code);
    expect(tables.every(({ rows }) => rows.length === 0)).toBe(true);
  });

  it("[IM-03] refuses one event more than fit", async () => {
    const many = event("a", "2026-05-01").repeat(IMPORT_LIMITS.rows + 1);
    const { problems } = await readTables(
      bytesOf.utf8(log(`<trace>${many}</trace>`)),
      "a.xes",
    );
    expect(problems.fatal).toMatchObject({
      code: "tooManyRows",
      row: IMPORT_LIMITS.rows + 1,
    });
  });
});
