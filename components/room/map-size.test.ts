import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { addCard } from "@/lib/journey/cards";
import { addLane } from "@/lib/journey/lanes";
import { addStage } from "@/lib/journey/stages";
import { must, testDocument } from "@/lib/journey/testing/context";
import { aboutBytes } from "./about-bytes";
import { MapSize, type LargeMap } from "./map-size";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A map with cards of so many letters. */
function mapOf(cards: number, letters: number): Y.Doc {
  const ctx = testDocument();
  const { stageId } = must(addStage(ctx, { title: "Buy" }));
  const lane = { kind: "text", title: "Needs", span: "stage" } as const;
  const { laneId } = must(addLane(ctx, lane));
  const text = "m".repeat(letters);
  for (let card = 0; card < cards; card++)
    must(addCard(ctx, { laneId, columnId: stageId, text }));
  return ctx.doc;
}

function shares(doc: Y.Doc): number {
  const parts = aboutBytes(doc);
  let part = parts.next();
  while (!part.done) part = parts.next();
  return part.value / Y.encodeStateAsUpdate(doc).length;
}

test.each([
  ["of short cards", () => mapOf(200, 8)],
  ["of long texts", () => mapOf(20, 5_000)],
  [
    "that lost most of what it had",
    () => {
      const doc = mapOf(200, 300);
      for (const card of doc.getMap<Y.Map<Y.Text>>("cards").values())
        card.get("text")?.delete(0, 290);
      return doc;
    },
  ],
  [
    "into which something was pasted",
    () => {
      const doc = mapOf(1, 1);
      doc.getMap("cards").forEach((card) => {
        const reason = "x".repeat(16_000);
        (card as Y.Map<unknown>).set("decision", { status: "open", reason });
      });
      return doc;
    },
  ],
])(
  "[2.9] how large a map is, %s, is known within a tenth without encoding it",
  (_what, make) => {
    expect(Math.abs(shares(make()) - 1)).toBeLessThan(0.1);
  },
);

/** The time comes to look, and what is needed for it. */
async function letLook(): Promise<void> {
  vi.runAllTimers();
  await vi.dynamicImportSettled();
  await vi.runAllTimersAsync();
}

function watched(doc: Y.Doc, mapWarningBytes: number) {
  const told: (LargeMap | null)[] = [];
  const size = new MapSize(doc, (large) => told.push(large));
  size.limit({ mapWarningBytes, mapBytes: 4 * mapWarningBytes });
  return { told, size };
}

test("[2.9] a map that grows large is said to be, and not any more once it is smaller", async () => {
  const doc = mapOf(1, 1);
  const { told, size } = watched(doc, 100_000);
  await letLook();
  expect(told).toEqual([]);
  const text = doc.getMap<Y.Map<Y.Text>>("cards").values().next().value!;
  text.get("text")!.insert(0, "m".repeat(100_000));
  await letLook();
  expect(told).toEqual([{ bytes: expect.any(Number), mostBytes: 400_000 }]);
  expect(told[0]!.bytes).toBeGreaterThan(100_000);
  text.get("text")!.delete(0, 90_000);
  await letLook();
  expect(told).toHaveLength(2);
  expect(told[1]).toBeNull();
  size.stop();
});

test("[2.9] a large map is weighed bit by bit, and what is written meanwhile counts", async () => {
  const doc = mapOf(500, 8);
  const { told, size } = watched(doc, 100_000);
  await vi.dynamicImportSettled();
  vi.advanceTimersByTime(10_000);
  await vi.dynamicImportSettled();
  // It has begun, and somebody pastes.
  const text = doc.getMap<Y.Map<Y.Text>>("cards").values().next().value!;
  text.get("text")!.insert(0, "m".repeat(100_000));
  expect(told).toEqual([]);
  await vi.runAllTimersAsync();
  expect(told).toHaveLength(1);
  const { bytes } = told[0]!;
  expect(Math.abs(bytes / Y.encodeStateAsUpdate(doc).length - 1)).toBeLessThan(
    0.1,
  );
  size.stop();
});

test("[2.9] a map that is left while it is weighed says nothing more", async () => {
  const doc = mapOf(500, 8);
  const { told, size } = watched(doc, 1_000);
  vi.advanceTimersByTime(10_000);
  await vi.dynamicImportSettled();
  size.stop();
  await vi.runAllTimersAsync();
  expect(told).toEqual([]);
});

test("[2.9] nothing is said of the size while the server names no limit", async () => {
  const doc = mapOf(20, 5_000);
  const told: unknown[] = [];
  const size = new MapSize(doc, (large) => told.push(large));
  size.limit({});
  await letLook();
  expect(told).toEqual([]);
  size.stop();
});
