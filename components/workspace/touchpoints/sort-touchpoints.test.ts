import { expect, test } from "vitest";
import type { TouchpointListItem } from "@/lib/api/touchpoints";
import { sortTouchpoints } from "./sort-touchpoints";
import { touchpointRow } from "./testing/touchpoint-row";

const id = "00000000-0000-4000-8000-000000000001";
const persona = { id, name: "Mark", colour: "blue" };

const touchpoint = (title: string, over: Partial<TouchpointListItem> = {}) =>
  touchpointRow({ title, ...over });

const titles = (rows: TouchpointListItem[]) => rows.map(({ title }) => title);

test.each(["ascending", "descending"] as const)(
  "[R73] touchpoints that nobody owns come last, %s",
  (direction) => {
    const owner = {
      id,
      kind: "person",
      colour: "red",
      role: "responsible",
    } as const;
    const rows = [
      touchpoint("nobody"),
      touchpoint("ben", { owners: [{ ...owner, name: "Ben" }] }),
      touchpoint("ann", { owners: [{ ...owner, name: "Ann" }] }),
    ];
    const sorted = titles(
      sortTouchpoints(rows, { key: "owner", direction }, "en"),
    );
    expect(sorted.at(-1)).toBe("nobody");
    expect(sorted[0]).toBe(direction === "ascending" ? "ann" : "ben");
  },
);

test("[R56] [R77] [R78] the worst felt touchpoint comes first", () => {
  const rows = [
    touchpoint("happy", { emotions: [{ persona, value: 2, evidence: null }] }),
    touchpoint("unknown"),
    touchpoint("mixed", {
      emotions: [
        { persona, value: -2, evidence: null },
        { persona, value: 1, evidence: null },
      ],
    }),
  ];
  const sorted = sortTouchpoints(
    rows,
    { key: "emotion", direction: "ascending" },
    "en",
  );
  expect(titles(sorted)).toEqual(["mixed", "happy", "unknown"]);
});

test("[R52] rows are sorted by what evidence says, before what the team believes", () => {
  const evidence = {
    kind: "hard",
    mean: -1.8,
    n: 40,
    pieces: 1,
    answers: 0,
    interval: null,
    newest: "2026-10-31",
    isStale: false,
  } as const;
  const rows = [
    touchpoint("said", { emotions: [{ persona, value: -1, evidence: null }] }),
    touchpoint("proven", { emotions: [{ persona, value: 2, evidence }] }),
  ];
  const sort = { key: "emotion", direction: "ascending" } as const;
  expect(titles(sortTouchpoints(rows, sort, "en"))).toEqual(["proven", "said"]);
});
