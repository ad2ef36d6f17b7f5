import { expect, test } from "vitest";
import { addCard } from "@/lib/journey/cards";
import { addLane } from "@/lib/journey/lanes";
import { resolve } from "@/lib/journey/resolve";
import { addStage } from "@/lib/journey/stages";
import { must, testDocument } from "@/lib/journey/testing/context";
import { lanesAtFirst } from "./lanes-at-first";
import { shapeOf } from "./shape";

/** How many of so many lanes are sent at first, each with these words in one of sixty columns. */
function sentOf(lanes: number, words: string): number {
  const ctx = testDocument();
  const stages = Array.from({ length: 60 }, (_, at) =>
    must(addStage(ctx, { title: `Stage ${at}` })),
  );
  for (let at = 0; at < lanes; at++) {
    const title = `Lane ${at}`;
    const { laneId } = must(
      addLane(ctx, { kind: "text", title, span: "stage" }),
    );
    const { stageId: columnId } = stages[at]!;
    if (words !== "") must(addCard(ctx, { laneId, columnId, text: words }));
  }
  const map = resolve(ctx.doc);
  return lanesAtFirst(shapeOf(map), map);
}

test("a large map is sent with as many lanes as a large screen shows", () => {
  expect(sentOf(25, "")).toBe(8);
  expect(sentOf(25, "A word")).toBe(8);
  // Twelve lines of 20 pixels and its edges: six of them are more than 1,440 pixels.
  expect(sentOf(25, "word ".repeat(150))).toBe(6);
});

test("a small map is sent whole", () => {
  expect(sentOf(3, "word ".repeat(150))).toBe(3);
});
