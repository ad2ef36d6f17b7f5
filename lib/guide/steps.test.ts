import { describe, expect, test } from "vitest";
import { createDocument } from "../journey/create";
import { resolve } from "../journey/resolve";
import type { JourneySeed } from "../journey/seed";
import { guideOf } from "./steps";
import type { GuideItemId } from "./steps";

let count = 0;
const newId = () =>
  `0198c000-0000-7000-8000-${String((count += 1)).padStart(12, "0")}`;
const persona = "0198c000-0000-7000-8000-00000000aaaa" as never;
const person = "0198c000-0000-7000-8000-00000000bbbb" as never;
const channel = "0198c000-0000-7000-8000-00000000cccc" as never;

function mapOf(seed: Partial<JourneySeed>) {
  const empty = {
    title: "",
    locale: "en",
    personas: [],
    stages: [],
    lanes: [],
  };
  const doc = createDocument(
    { newId, random: () => 0.5 },
    { ...empty, ...seed },
  );
  return resolve(doc);
}
function itemsOf(seed: Partial<JourneySeed>) {
  const items = guideOf(mapOf(seed)).flatMap((step) => step.items);
  return (id: GuideItemId) => items.find((item) => item.id === id);
}

describe("[R81] the three steps are read off the map", () => {
  test("nothing of an empty map is done, and nothing of it leads to a place that is not there", () => {
    const steps = guideOf(mapOf({}));
    expect(steps.map(({ id, done }) => [id, done])).toEqual([
      ["who", 0],
      ["contacts", 0],
      ["optimise", 0],
    ]);
    for (const item of steps.flatMap(({ items }) => items))
      expect(item).toMatchObject({ isDone: false, at: null });
  });

  test("an item counts what is missing and leads to the first place that lacks it", () => {
    const seed: Partial<JourneySeed> = {
      stages: [
        {
          key: "a",
          title: "Find",
          touchpoints: [
            { key: "1", title: "Ad", channels: [channel] },
            { key: "2", title: "Shop" },
            { key: "3", title: "Till" },
          ],
        },
        { key: "b", title: "Use" },
      ],
    };
    const map = mapOf(seed);
    const item = itemsOf(seed);
    expect(item("channels")).toMatchObject({ isDone: false, missing: 2 });
    expect(item("touchpoints")).toMatchObject({ isDone: false, missing: 1 });
    expect(item("stages")).toMatchObject({ isDone: true, missing: 0 });
    const [who] = guideOf(map);
    expect(who?.done).toBe(0);
    const places = guideOf(map).flatMap(({ items }) => items);
    const ids = [
      ...map.stages.map(({ id }) => id as string),
      ...map.stages.flatMap((s) => s.touchpoints.map(({ id }) => id as string)),
    ];
    for (const { at } of places) if (at) expect(ids).toContain(at);
    expect(places.find(({ id }) => id === "channels")?.at).toBe(
      map.stages[0]?.touchpoints[1]?.id,
    );
  });

  test("[R15] [R84] a map with everything is done in all three steps, the word for the customer and the review among it", () => {
    const steps = guideOf(
      mapOf({
        scenario: "Gives for the first time",
        customerWord: "donor",
        reviewEveryDays: 90,
        personas: [persona],
        stages: [
          {
            key: "a",
            title: "Give",
            touchpoints: [
              {
                key: "1",
                title: "Form",
                message: "Thank you",
                channels: [channel],
                owners: [{ stakeholderId: person, role: "responsible" }],
                emotions: { [persona]: 1 },
              },
            ],
          },
        ],
        lanes: [
          {
            key: "p",
            kind: "pain",
            span: "stage",
            title: "",
            cards: { a: [{ text: "Slow" }] },
          },
          {
            key: "t",
            kind: "action",
            span: "stage",
            title: "",
            cards: { a: [{ text: "Call" }] },
          },
        ],
      }),
    );
    for (const { items, done } of steps) expect(done).toBe(items.length);
  });

  test("a map without touchpoints has no place for what touchpoints have", () => {
    const item = itemsOf({ stages: [{ key: "a", title: "Find" }] });
    expect(item("owners")).toMatchObject({ isDone: false, at: null });
  });
});
