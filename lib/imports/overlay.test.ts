import { describe, expect, it } from "vitest";
import { newEvidence } from "../api/evidence";
import { readCases } from "./cases";
import { overlay } from "./overlay";
import { overlayEvidence } from "./overlay-evidence";
import { recognise } from "./recognise";
import { tableOf } from "./testing/files";

const [cart, login, pay] = [1, 2, 3].map(
  (number) => `01980000-0000-7000-8000-00000000000${number}`,
) as [string, string, string];

const activities = new Map<string, string | null>([
  ["Cart", cart],
  ["Log in", login],
  ["Password", login],
  ["Pay", pay],
  ["Ping", null],
]);

async function casesOf(lines: readonly string[]) {
  const table = await tableOf(["case,activity,time", ...lines].join("\n"));
  return readCases(table, recognise(table).mapping);
}

describe("[N15] cases of an event log", () => {
  it("are in the order of their time, and of the file where it is the same", async () => {
    const {
      cases,
      activities: found,
      period,
    } = await casesOf([
      "b,Pay,2026-05-02T10:00:00+02:00",
      "a,Log in,2026-05-01T10:05:00Z",
      "a,Second,2026-05-01T10:00:00Z",
      "b,Cart,2026-05-02T07:59:00Z",
      "a,Third,2026-05-01T12:00:00+02:00",
    ]);
    const paths = cases.map(({ id, events }) => [
      id,
      ...events.map(({ activity }) => activity),
    ]);
    expect(paths).toEqual([
      ["b", "Cart", "Pay"],
      ["a", "Second", "Third", "Log in"],
    ]);
    expect(found[0]).toEqual({ key: "Pay", count: 1 });
    expect(period).toEqual({ from: "2026-05-01", to: "2026-05-02" });
  });

  it.each([
    [
      "oldest",
      ["a,One,2026-05-01", "a,Untimed,", "a,Two,2026-05-02", "a,Late,"],
      ["One", "Untimed", "Two", "Late"],
    ],
    [
      "newest",
      ["a,Two,2026-05-02", "a,Untimed,", "a,One,2026-05-01", "a,Early,"],
      ["Early", "One", "Untimed", "Two"],
    ],
    [
      "any",
      [
        "a,One,2026-05-01",
        "a,Three,2026-05-03",
        "a,After,",
        "a,Two,2026-05-02",
      ],
      ["One", "Two", "Three", "After"],
    ],
    ["none", ["a,Two,", "a,One,"], ["Two", "One"]],
  ] as const)(
    "keep an event without a time beside its neighbour, in a file with the %s first",
    async (_, lines, order) => {
      const { cases } = await casesOf(lines);
      expect(cases[0]!.events.map(({ activity }) => activity)).toEqual(order);
    },
  );

  it("[IM-03] leave out rows without a case or an activity, and tell which", async () => {
    const { problems, cases } = await casesOf([
      "a,Cart,2026-05-01",
      ",Cart,2026-05-01",
      "a,,2026-05-01",
      "a,Pay,2026-99-01",
    ]);
    expect(problems.listed.map(({ code, row }) => [code, row])).toEqual([
      ["noCase", 3],
      ["noActivity", 4],
      ["impossibleDate", 5],
    ]);
    expect(cases[0]!.events).toHaveLength(2);
  });
});

describe("[N15] an event log laid over a map", () => {
  const log = [
    // Comes back to the cart; two events of logging in are one visit, and what is no touchpoint is no part of the path.
    "a,Cart,2026-05-01T10:00:00Z",
    "a,Log in,2026-05-01T10:01:00Z",
    "a,Ping,2026-05-01T10:02:00Z",
    "a,Password,2026-05-01T10:03:00Z",
    "a,Cart,2026-05-01T10:13:00Z",
    "a,Log in,2026-05-01T10:15:00Z",
    "a,Pay,2026-05-01T11:15:00Z",
    "b,Cart,2026-05-01T10:00:00Z",
    "b,Log in,2026-05-01T10:03:00Z",
    "c,Cart,2026-05-02T10:00:00Z",
    "d,Ping,2026-05-02T10:00:00Z",
    "d,Elsewhere,2026-05-02T10:00:00Z",
  ];

  it("tells who comes by, how long they waited, who ends there and where they go on", async () => {
    const report = overlay(await casesOf(log), activities);
    expect(report).toMatchObject({ cases: 3, outside: 1 });
    const [first, second, third] = report.touchpoints;
    const minutes = (count: number) => count * 60_000;
    expect(first).toMatchObject({
      touchpointId: cart,
      reach: { count: 3, n: 3 },
      visits: 4,
      wait: { n: 1, median: minutes(10) },
      ends: { count: 1, n: 3 },
      next: { touchpointId: login, share: { count: 3, n: 3 } },
    });
    expect(second).toMatchObject({
      touchpointId: login,
      reach: { count: 2, n: 3 },
      visits: 3,
      wait: { n: 3, median: minutes(2), long: minutes(3) },
      ends: { count: 1, n: 2 },
      // Once back to the cart and once on to pay: the one that the log has first.
      next: { touchpointId: cart, share: { count: 1, n: 2 } },
    });
    expect(third).toMatchObject({
      touchpointId: pay,
      wait: { n: 1, median: minutes(60), long: minutes(60) },
      ends: { count: 1, n: 1 },
      next: null,
    });
  });

  it("lists activities that nobody has mapped, and those left out", async () => {
    const report = overlay(await casesOf(log), activities);
    expect(report.unmatched).toEqual([{ key: "Elsewhere", count: 1 }]);
    expect(report.leftOut).toEqual([{ key: "Ping", count: 2 }]);
  });

  it("takes nine of ten for the long wait, and the middle of two for the median", async () => {
    const lines = Array.from({ length: 20 }, (_, at) => [
      `c${at},Cart,2026-05-01T10:00:00Z`,
      `c${at},Pay,2026-05-01T10:00:${String(at + 1).padStart(2, "0")}Z`,
    ]).flat();
    const { touchpoints } = overlay(await casesOf(lines), activities);
    expect(touchpoints[1]!.wait).toEqual({
      n: 20,
      median: 10_500,
      long: 18_000,
    });
  });

  it("knows no wait of less than nothing, in a file with the newest first and a time that is lacking", async () => {
    const lines = [
      "a,Pay,2026-05-01T12:00:00Z",
      "a,Log in,2026-05-01T11:00:00Z",
      "a,Cart,2026-05-01T10:00:00Z",
      "a,Ping,",
    ];
    const { touchpoints } = overlay(await casesOf(lines), activities);
    const waits = touchpoints.map(({ touchpointId, wait }) => [
      touchpointId,
      wait?.median ?? null,
    ]);
    expect(waits).toEqual([
      [cart, null],
      [login, 3_600_000],
      [pay, 3_600_000],
    ]);
  });

  it("becomes evidence that can be written, without a scale of feelings", async () => {
    const report = overlay(await casesOf(log), activities);
    const pieces = overlayEvidence(report, {
      day: "2026-11-29",
      source: "log.csv",
    });
    for (const draft of pieces) {
      const { measure: _, interval: __, counted: ___, ...fields } = draft;
      expect(
        newEvidence.safeParse({ ...fields, journeyId: cart }).error,
      ).toBeUndefined();
    }
    expect(
      pieces.filter(({ touchpointId }) => touchpointId === login),
    ).toMatchObject([
      {
        measure: "cases",
        value: 2,
        scale: null,
        heldFrom: "2026-05-01",
        heldOn: "2026-05-02",
      },
      { measure: "reach", unit: "%", n: 3 },
      { measure: "ends", value: 50, unit: "%", n: 2 },
      { measure: "wait", unit: "h", n: 3 },
    ]);
  });
});
