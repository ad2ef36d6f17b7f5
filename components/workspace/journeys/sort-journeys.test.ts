import { expect, test } from "vitest";
import type { JourneySummary } from "@/lib/api/journeys";
import { findJourneys, sortJourneys } from "./sort-journeys";

const journey = (over: Partial<JourneySummary>): JourneySummary => ({
  id: "00000000-0000-4000-8000-000000000001",
  title: "",
  state: "current",
  outcome: "open",
  locale: "en",
  keeper: null,
  createdById: null,
  personas: [],
  touchpoints: 0,
  withoutOwner: 0,
  coverage: { known: 0, of: 0 },
  reviewEveryDays: null,
  evidence: { felt: 0, grounded: 0, stale: 0 },
  reviewedAt: null,
  createdAt: "2026-01-01T00:00:00.000Z",
  editedAt: "2026-01-01T00:00:00.000Z",
  archivedAt: null,
  deletedAt: null,
  preview: { stages: [], curve: [], proven: [] },
  ...over,
});

test("[A9] titles are sorted as the language sorts them, numbers by value", () => {
  const titles = ["Zoo", "Äpfel", "Reise 10", "Reise 9"];
  const sorted = sortJourneys(
    titles.map((title) => journey({ title })),
    "title",
    "de",
  );
  expect(sorted.map(({ title }) => title)).toEqual([
    "Äpfel",
    "Reise 9",
    "Reise 10",
    "Zoo",
  ]);
});

test("[N05] the journey whose review is longest overdue comes first, those without a review last", () => {
  const rows = [
    journey({ title: "never" }),
    journey({ title: "late", reviewEveryDays: 90 }),
    journey({
      title: "soon",
      reviewEveryDays: 30,
      reviewedAt: "2025-06-01T00:00:00.000Z",
    }),
  ];
  expect(sortJourneys(rows, "review", "en").map(({ title }) => title)).toEqual([
    "soon",
    "late",
    "never",
  ]);
});

test("[A9] a search finds words whatever their accents, also in a persona's name", () => {
  const rows = [
    journey({ title: "Café bezoeken" }),
    journey({
      title: "Schoenen",
      personas: [
        {
          id: "00000000-0000-4000-8000-000000000002",
          name: "Zoë",
          colour: "blue",
        },
      ],
    }),
  ];
  expect(findJourneys(rows, "CAFE").map(({ title }) => title)).toEqual([
    "Café bezoeken",
  ]);
  expect(findJourneys(rows, "zoe schoen").map(({ title }) => title)).toEqual([
    "Schoenen",
  ]);
  expect(findJourneys(rows, "")).toHaveLength(2);
});
