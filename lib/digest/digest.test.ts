import { describe, expect, test } from "vitest";
import { digestOf, type DigestSource } from "./digest";
import { weekOf } from "./week";

const nothing: DigestSource = {
  today: "2026-11-30",
  tasks: [],
  owned: [],
  ownedBefore: [],
  given: [],
};
const task = (text: string, due: string | null = null) => ({
  text,
  due,
  place: "Buying shoes",
});
const owned = (key: string) => ({ key, title: key, journey: "Buying shoes" });
const say = (source: Partial<DigestSource>) =>
  digestOf({ ...nothing, ...source });

describe("a digest", () => {
  test("[N04] is not sent when there is nothing to say", () => {
    expect(say({})).toBeNull();
    expect(say({ owned: [owned("a")], ownedBefore: ["a"] })).toBeNull();
  });

  test("[N04] names what is overdue first, the longest overdue before all, and what has no day last", () => {
    const content = say({
      tasks: [
        task("some day"),
        task("today", "2026-11-30"),
        task("yesterday", "2026-11-29"),
        task("long ago", "2026-01-05"),
        task("later", "2026-12-24"),
      ],
    });
    const texts = (items: readonly { text: string }[] = []) =>
      items.map(({ text }) => text);
    expect(texts(content?.overdue.items)).toEqual(["long ago", "yesterday"]);
    expect(texts(content?.open.items)).toEqual(["today", "later", "some day"]);
  });

  test("[R71] [N04] names a touchpoint once when it becomes theirs, and once when it went to others", () => {
    const given = [{ title: "b", journey: "Buying shoes", owners: ["Ben"] }];
    const first = say({
      owned: [owned("a"), owned("c")],
      ownedBefore: ["a", "b"],
      given,
    });
    expect(first?.gained.items).toEqual([
      { title: "c", journey: "Buying shoes" },
    ]);
    expect(first?.given.items).toEqual(given);
    expect(
      say({ owned: [owned("a"), owned("c")], ownedBefore: ["a", "c"] }),
    ).toBeNull();
  });

  test("a long list is cut, and how much more there is is said", () => {
    const many = Array.from({ length: 40 }, (_, at) => task(`task ${at}`));
    const content = say({ tasks: many });
    expect(content?.open.items).toHaveLength(12);
    expect(content?.open.more).toBe(28);
    expect(content?.gained).toEqual({ items: [], more: 0 });
  });
});

test.each([
  ["2026-11-29T23:59:59Z", "2026-W48"],
  ["2026-11-30T00:00:00Z", "2026-W49"],
  ["2026-12-31T12:00:00Z", "2026-W53"],
  ["2027-01-03T12:00:00Z", "2026-W53"],
  ["2027-01-04T00:00:00Z", "2027-W01"],
  ["2024-12-30T00:00:00Z", "2025-W01"],
])("%s lies in the week %s", (at, week) => {
  expect(weekOf(new Date(at))).toBe(week);
});
