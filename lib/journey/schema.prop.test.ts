import fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod";
import { readAs } from "./kind";
import { cardFields, touchpointFields } from "./schema";

const digits = fc.constantFrom("0", "1", "12", "004", "2.5", "3,75", "");
const part = fc
  .tuple(digits, fc.constantFrom("Y", "M", "W", "D", "H", "S", "T", "P", "-"))
  .map(([number, unit]) => number + unit);
const durations = fc
  .array(part, { maxLength: 7 })
  .map((parts) => parts.join(""));

test("[J44] a duration is one of ISO 8601, as another reader of it says", () => {
  fc.assert(
    fc.property(durations, fc.boolean(), (words, isMarked) => {
      const text = isMarked ? `P${words}` : words;
      expect(readAs(touchpointFields.duration, text) !== undefined).toBe(
        z.iso.duration().safeParse(text).success,
      );
    }),
    { numRuns: 2_000 },
  );
});

const days = fc
  .tuple(
    fc.integer({ min: 0, max: 9_999 }),
    fc.integer({ min: 0, max: 13 }),
    fc.integer({ min: 0, max: 32 }),
    fc.constantFrom("", " ", "T00:00", "Z"),
  )
  .map(
    ([year, month, day, rest]) =>
      `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}${rest}`,
  );

test("[J44] a day is one of the calendar, as another reader of it says", () => {
  const task = { stakeholderId: null, status: "open" };
  fc.assert(
    fc.property(days, (due) => {
      expect(readAs(cardFields.task, { ...task, due }) !== undefined).toBe(
        z.iso.date().safeParse(due).success,
      );
    }),
    {
      numRuns: 2_000,
      examples: [
        ["2024-02-29"],
        ["2023-02-29"],
        ["1900-02-29"],
        ["2023-04-31"],
        ["0000-02-29"],
      ],
    },
  );
});
