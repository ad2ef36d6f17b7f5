import { describe, expect, it } from "vitest";
import type { VersionAuthors } from "@/lib/api/versions";
import type { CardId, TouchpointId } from "@/lib/journey/ids";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { storyOf } from "./story";

const pay = "pay" as TouchpointId;
const map = {
  cells: {
    "lane:pay": [{ id: "slow" as CardId }],
    "lane:cart": [{ id: "far" }],
  },
  attachments: { pay: [{ id: "bill" }] },
} as unknown as JourneyMap;
const person = (id: string) =>
  ({ kind: "user", id, name: id, at: "", edits: 1 }) as const;
const touch = (
  root: string,
  id: string,
  [field, by, at]: [string, number, string],
) => ({
  root,
  id,
  field,
  by,
  at: `2026-11-0${at}:00.000Z`,
});

describe("the story of a touchpoint", () => {
  it("[R84] tells who wrote what and when, the latest first and each sitting once", () => {
    const authors: VersionAuthors = {
      isComplete: true,
      people: [person("ada"), person("bo")],
      fields: [
        touch("touchpoints", "pay", ["title", 0, "1T10:00"]),
        touch("touchpoints", "pay", ["message", 1, "3T09:00"]),
        touch("cards", "slow", ["text", 1, "3T09:30"]),
        touch("attachments", "bill", ["name", 1, "4T09:00"]),
        touch("cards", "far", ["text", 0, "5T09:00"]),
        touch("touchpoints", "cart", ["title", 0, "5T09:00"]),
      ],
    };
    const told = storyOf(map, pay, authors).map(({ author, parts }) => [
      author.id,
      parts.map(({ root, field }) => `${root}.${field}`),
    ]);
    expect(told).toEqual([
      ["bo", ["attachments.name"]],
      ["bo", ["cards.text", "touchpoints.message"]],
      ["ada", ["touchpoints.title"]],
    ]);
  });
});
