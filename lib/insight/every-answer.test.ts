import { describe, expect, test } from "vitest";
import { z } from "zod";
import { expectedMetrics, hasSamples, sampleFile } from "@/test/samples";
import { peakEndFigures } from "./peak-end";

const curve = z.strictObject({
  valid: z.number(),
  skipped: z.number(),
  mean: z.number(),
  highest: z.number(),
  lowest: z.number(),
  highest_at: z.array(z.number()),
  lowest_at: z.array(z.number()),
  end: z.number(),
  peak: z.number(),
  peak_end: z.number(),
  peak_end_high: z.number(),
  peak_end_low: z.number(),
});
const nothing = z.strictObject({ valid: z.literal(0), skipped: z.number() });
const answers = z.object({
  mermaid: z.record(z.string(), z.union([curve, nothing])),
});
const diagrams = z.object({
  files: z.record(
    z.string(),
    z.looseObject({
      tasks: z.array(z.looseObject({ score: z.unknown() })).optional(),
    }),
  ),
});

const isLevel = (score: unknown): score is number =>
  typeof score === "number" && score >= 1 && score <= 5;

// The diagrams themselves are not read by us: these are the tasks that Mermaid found in them.
describe.skipIf(!hasSamples)("[R55] every answer about 22 diagrams", () => {
  const parsed = () =>
    diagrams.parse(
      JSON.parse(sampleFile("mermaid/expected.json").toString("utf8")),
    );
  const of = (name: string) =>
    (parsed().files[name]?.tasks ?? []).map(({ score }) => score);
  const expected = hasSamples ? answers.parse(expectedMetrics()).mermaid : {};

  test("is about a diagram that is there", () => {
    const names = Object.keys(expected);
    expect(names).toHaveLength(22);
    const { files } = parsed();
    expect(names.filter((name) => !(name in files))).toEqual([]);
  });

  test.each(Object.entries(expected))(
    "%s: what is skipped, where it is highest and lowest, the peak, and both halves of peak and end",
    (name, answer) => {
      const scores = of(name);
      const readings = scores.map((score, key) => ({
        key,
        value: isLevel(score) ? score - 3 : null,
      }));
      const found = peakEndFigures(readings);
      expect(found?.n ?? 0).toBe(answer.valid);
      expect(scores.length - (found?.n ?? 0)).toBe(answer.skipped);
      if (!("mean" in answer)) return;
      const at = (level: number) =>
        readings.flatMap(({ key, value }) => (value === level - 3 ? key : []));
      expect(at(found!.highest)).toEqual(answer.highest_at);
      expect(at(found!.lowest)).toEqual(answer.lowest_at);
      const { peak, last, highest, lowest, mean, remembered } = found!;
      expect(mean).toBeCloseTo(answer.mean, 3);
      expect([highest, lowest, last]).toEqual([
        answer.highest,
        answer.lowest,
        answer.end,
      ]);
      // A curve that is flat has no peak of its own: all of it is as strong.
      expect(peak === null ? last : scores[peak]).toBe(answer.peak);
      expect(remembered).toBeCloseTo(answer.peak_end, 6);
      expect((highest + last) / 2).toBeCloseTo(answer.peak_end_high, 6);
      expect((lowest + last) / 2).toBeCloseTo(answer.peak_end_low, 6);
    },
  );
});
