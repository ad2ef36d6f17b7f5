import { describe, expect, test } from "vitest";
import { readAs } from "../journey/kind";
import { journeySeed } from "../journey/seed";
import type { JourneySeed } from "../journey/seed";
import { templateOf } from "./saved";

const id = (n: number) => `0198c000-0000-7000-8000-00000000000${n}`;
const seed = {
  title: "Buying shoes",
  scenario: "Mark has a sore back.",
  customerWord: "runner",
  locale: "en",
  personas: [id(1)],
  stages: [
    {
      key: "s",
      title: "Find",
      description: "First impression",
      colour: "blue",
      attachments: [{ kind: "file", name: "secret.pdf", fileId: id(9) }],
      touchpoints: [
        {
          key: "t",
          title: "Search",
          message: "We know this",
          channels: [id(2)],
          owners: [{ stakeholderId: id(3), role: "responsible" }],
          emotions: { [id(1)]: -2 },
          checklist: [{ text: "Is it found?", done: true }],
          dropOff: { share: 0.4, reasons: [{ text: "Too slow" }] },
        },
      ],
    },
  ],
  lanes: [
    {
      key: "l",
      kind: "action",
      span: "stage",
      title: "To do",
      hint: "Concrete points",
      cards: {
        s: [
          {
            text: "Call back",
            colour: "red",
            task: { stakeholderId: id(3), status: "done", due: "2026-01-01" },
          },
          {
            text: " ",
            attachments: [
              { kind: "link", name: "x", url: "https://a.example" },
            ],
          },
        ],
      },
    },
  ],
} as unknown as JourneySeed;

describe("a map becomes a template", () => {
  test("what is written stays, who and what was felt or measured does not", () => {
    const kept = templateOf(seed, "texts");
    expect(readAs(journeySeed, kept)).toBeDefined();
    const words = JSON.stringify(kept);
    for (const gone of [
      id(1),
      id(3),
      id(9),
      "secret",
      "Too slow",
      "2026-01-01",
    ])
      expect(words).not.toContain(gone);
    expect(kept.scenario).toBe("Mark has a sore back.");
    expect(kept.lanes[0]?.cards).toEqual({
      s: [{ text: "Call back", colour: "red" }],
    });
    expect(kept.stages[0]?.touchpoints?.[0]).toMatchObject({
      message: "We know this",
      channels: [id(2)],
      checklist: ["Is it found?"],
    });
  });

  test("only the structure has stages, touchpoints and lanes with their hints, and no word in a cell", () => {
    const kept = templateOf(seed, "structure");
    expect(readAs(journeySeed, kept)).toBeDefined();
    expect(kept.scenario).toBeUndefined();
    expect(kept.lanes[0]).toMatchObject({
      title: "To do",
      hint: "Concrete points",
    });
    expect(kept.lanes[0]?.cards).toBeUndefined();
    expect(kept.stages[0]?.touchpoints).toEqual([
      { key: "t", title: "Search", channels: [id(2)], medium: undefined },
    ]);
  });
});
