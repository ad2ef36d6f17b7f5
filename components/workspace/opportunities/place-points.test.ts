import { expect, test } from "vitest";
import type { Opportunity } from "@/lib/api/opportunities";
import { placePoints, quarterOf } from "./place-points";

const row = (
  cardId: string,
  score: [customerValue: number, businessValue: number, effort: number] | null,
): Opportunity => ({
  cardId,
  text: cardId,
  journey: { id: "j", title: "" },
  stage: null,
  touchpoint: null,
  tasks: { all: 0, done: 0 },
  seq: 1,
  score: score && {
    customerValue: score[0],
    businessValue: score[1],
    effort: score[2],
  },
  priority: null,
  rank: null,
  origin: null,
});

test("[R77] what falls on one spot of the matrix stands there together, and what has no score stands nowhere", () => {
  const rows = [
    row("a", [50, 50, 3]),
    row("b", [40, 60, 3]),
    row("c", [100, 0, 3]),
    row("d", null),
    row("e", [100, 100, 0]),
  ];
  const idsBy = (value: "worth" | "customer") =>
    placePoints(rows, value).map((point) =>
      point.rows.map(({ cardId }) => cardId).join(""),
    );
  expect(idsBy("worth")).toEqual(["abc", "e"]);
  expect(idsBy("customer")).toEqual(["a", "b", "c", "e"]);
  expect(placePoints(rows, "worth")[1]).toMatchObject({ x: 0, y: 1 });
});

test("[R77] what is worth much for little comes first, and what lies on a middle line counts for the better side", () => {
  const of = (customerValue: number, effort: number) =>
    quarterOf({ customerValue, businessValue: 0, effort }, "customer");
  expect([of(50, 2.5), of(50, 3), of(49, 2.5), of(49, 3)]).toEqual([
    "first",
    "plan",
    "later",
    "rather-not",
  ]);
});
