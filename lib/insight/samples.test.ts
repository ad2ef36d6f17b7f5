import { describe, expect, test } from "vitest";
import { z } from "zod";
import { knownFigures } from "@/test/known-figures";
import { expectedMetrics, hasSamples, sampleFile } from "@/test/samples";
import { peakEndFigures, peakLowEnd } from "./peak-end";

const figures = z.object({
  mermaid: z.record(
    z.string(),
    // Strict: a value that nobody compares is one that nobody proves.
    z.strictObject({
      valid: z.number(),
      skipped: z.number(),
      mean: z.number().optional(),
      highest: z.number().optional(),
      lowest: z.number().optional(),
      highest_at: z.array(z.number()).optional(),
      lowest_at: z.array(z.number()).optional(),
      end: z.number().optional(),
      peak: z.number().optional(),
      peak_end: z.number().optional(),
      peak_end_high: z.number().optional(),
      peak_end_low: z.number().optional(),
    }),
  ),
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

// Diagrams of others, with what a program that is not ours made of them.
describe.skipIf(!hasSamples)("[R55] the answers that others computed", () => {
  test("peak and end, both halves, mean, highest and lowest of every diagram, and what was skipped", () => {
    const parsed = sampleFile("mermaid/expected.json").toString("utf8");
    const { files } = diagrams.parse(JSON.parse(parsed));
    const { mermaid } = figures.parse(expectedMetrics());
    const seen = Object.entries(mermaid).map(([name, expected]) => {
      const readings = (files[name]?.tasks ?? []).map(({ score }, key) => ({
        key,
        value: isLevel(score) ? score - 3 : null,
      }));
      const found = peakEndFigures(readings);
      expect([name, found?.n ?? 0]).toEqual([name, expected.valid]);
      if (!found) return 0;
      // Places are counted among the values; there the same is asked of the curve that is drawn.
      const known = readings.filter(({ value }) => value !== null);
      const marks = peakLowEnd(known.map(({ value }, key) => ({ key, value })));
      const isFlat = found.highest === found.lowest;
      expect([name, marks.peak, marks.low]).toEqual([
        name,
        isFlat ? null : expected.highest_at![0],
        isFlat ? null : expected.lowest_at![0],
      ]);
      const peak = readings.find(({ key }) => key === found.peak)?.value;
      expect([name, (peak ?? NaN) + 3]).toEqual([name, expected.peak]);
      expect([name, found]).toEqual([
        name,
        expect.objectContaining({
          skipped: expected.skipped,
          mean: expect.closeTo(expected.mean!, 3),
          highest: expected.highest,
          lowest: expected.lowest,
          last: expected.end,
          remembered: expect.closeTo(expected.peak_end!, 6),
          rememberedHigh: expect.closeTo(expected.peak_end_high!, 6),
          rememberedLow: expect.closeTo(expected.peak_end_low!, 6),
        }),
      ]);
      return 1;
    });
    expect(seen.filter(Boolean).length).toBeGreaterThan(10);
  });

  test("are those with which our pages are proved where the files are not", () => {
    const parsed = sampleFile("mermaid/expected.json").toString("utf8");
    const { files } = diagrams.parse(JSON.parse(parsed));
    const { mermaid } = figures.parse(expectedMetrics());
    for (const { name, scores, ...day } of knownFigures.days) {
      const expected = mermaid[name]!;
      expect(files[name]?.tasks?.map(({ score }) => score)).toEqual(scores);
      expect(day).toEqual({
        mean: expected.mean,
        highest: expected.highest,
        lowest: expected.lowest,
        end: expected.end,
        remembered: expected.peak_end,
        halves: [expected.peak_end_high, expected.peak_end_low],
      });
    }
  });
});
