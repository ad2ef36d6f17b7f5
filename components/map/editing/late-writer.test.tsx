import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { addCard } from "@/lib/journey/cards";
import { addLane } from "@/lib/journey/lanes";
import { addStage } from "@/lib/journey/stages";
import { must, testDocument } from "@/lib/journey/testing/context";
import { textOf } from "@/lib/journey/texts";
import { EditSession } from "./edit-session";
import { LateWriter } from "./late-writer";

let text: Y.Text;
let shown: string;
let writer: LateWriter;

beforeEach(() => {
  vi.useFakeTimers();
  const ctx = testDocument();
  const { stageId } = must(addStage(ctx, { title: "Buy" }));
  const { laneId } = must(
    addLane(ctx, { kind: "text", title: "Needs", span: "stage" }),
  );
  const { cardId } = must(
    addCard(ctx, { laneId, columnId: stageId, text: "shoes" }),
  );
  text = textOf(ctx.doc, { kind: "card", id: cardId })!;
  shown = "shoes";
  const target = { kind: "text", ref: { kind: "card", id: cardId } } as const;
  writer = new LateWriter(
    new EditSession({
      ctx,
      edit: { target, replace: false },
      onChange: (value) => (shown = value),
    }),
  );
});

afterEach(() => {
  writer.stop();
  vi.useRealTimers();
});

const type = (value: string) => {
  shown = value;
  writer.input({ value, selectionEnd: value.length });
};

test("what is typed is on the map after it has been painted", () => {
  type("shoes t");
  type("shoes th");
  expect(text.toString()).toBe("shoes");
  vi.advanceTimersByTime(40);
  expect(text.toString()).toBe("shoes th");
  type("shoes tha");
  vi.advanceTimersByTime(40);
  expect(text.toString()).toBe("shoes tha");
});

test("in a tab that paints nothing it is on the map all the same", () => {
  vi.stubGlobal("requestAnimationFrame", () => 0);
  type("shoes t");
  vi.advanceTimersByTime(200);
  expect(text.toString()).toBe("shoes t");
  vi.unstubAllGlobals();
});

test.each(["beforeunload", "pagehide"])(
  "nothing of it is lost when the page ends (%s)",
  (kind) => {
    type("shoes t");
    window.dispatchEvent(new Event(kind));
    expect(text.toString()).toBe("shoes t");
  },
);

test("[A5] what a colleague writes before it is painted stays, and so does the letter", () => {
  type("shoes t");
  text.insert(0, "Red ");
  expect(shown).toBe("shoes t");
  vi.advanceTimersByTime(40);
  expect(text.toString()).toBe("Red shoes t");
  expect(shown).toBe("Red shoes t");
});

test("[A1] a composition that begins right after a letter keeps both", () => {
  type("shoes t");
  writer.compose({ value: shown, selectionEnd: shown.length }, "start");
  expect(text.toString()).toBe("shoes t");
  type("shoes t¨");
  vi.advanceTimersByTime(200);
  expect(text.toString()).toBe("shoes t");
  writer.compose({ value: "shoes të", selectionEnd: 8 }, "end");
  expect(text.toString()).toBe("shoes të");
});
