import { describe, expect, it } from "vitest";
import {
  freshnessOf,
  reminderAt,
  reminderDueAt,
  reviewDueAt,
} from "./freshness";

const day = (number: number) => new Date(Date.UTC(2026, 0, number));
const map = {
  reviewEveryDays: 30,
  reviewedAt: null,
  createdAt: day(1).toISOString(),
};

describe("[R84] [N05] a map that is to be reviewed", () => {
  it("is due so many days after it was made, and after each review again", () => {
    expect(reviewDueAt(map)).toEqual(day(31));
    const reviewedAt = day(20).toISOString();
    expect(reviewDueAt({ ...map, reviewedAt })).toEqual(day(50));
  });

  it("is fresh until that moment and due from it on", () => {
    expect(freshnessOf(map, day(30))).toBe("fresh");
    expect(freshnessOf(map, day(31))).toBe("due");
  });

  it("is never due where nobody asked for reviews", () => {
    expect(freshnessOf({ ...map, reviewEveryDays: null }, day(999))).toBe(
      "unasked",
    );
  });

  it("is spoken of on the day and every thirty days from then on", () => {
    const due = day(31);
    expect(
      [30, 31, 60, 61, 91].map((number) => reminderAt(due, day(number))),
    ).toEqual([null, 0, 0, 1, 2]);
    expect([0, 1].map((nth) => reminderDueAt(due, nth))).toEqual([
      day(31),
      day(61),
    ]);
  });
});
