import { describe, expect, test } from "vitest";
import { z } from "zod";
import { expectedMetrics, hasSamples } from "@/test/samples";
import { meanFrom } from "./mean";
import { npsFrom } from "./nps";
import { proportionOf } from "./proportion";

const pair = z.tuple([z.number(), z.number()]);
const nps = z.object({
  n: z.number(),
  promoters: z.number(),
  passives: z.number(),
  detractors: z.number(),
  nps: z.number(),
  standard_error: z.number(),
  ci95_adjusted_wald: pair,
});
const mean = z.object({
  n: z.number(),
  mean: z.number(),
  sd: z.number(),
  ci95_t: pair,
});
const share = z.object({
  rated: z.number(),
  top2: z.number(),
  csat: z.number(),
  ci95_wilson: pair,
});
const expected = z.object({
  "surveys/nps-retail-fr.csv": z.object({
    all: nps,
    by_t: z.record(z.string(), nps),
    satisfaction_0_10: mean,
  }),
  "support/tickets-kaggle.csv": z.object({
    mean,
    by_channel: z.record(z.string(), share),
  }),
});

/** They were written with four decimals, some of them made from numbers that were. */
const digits = 3;

// Counts of files that are not ours; what reads those files is tested where it is.
describe.skipIf(!hasSamples)("[R59] the answers that others computed", () => {
  const answers = () => expected.parse(expectedMetrics());

  test("Net Promoter Scores with their intervals", () => {
    const { all, by_t } = answers()["surveys/nps-retail-fr.csv"];
    for (const one of [all, ...Object.values(by_t)]) {
      const found = npsFrom(one)!;
      expect(found.passives).toBe(one.passives);
      expect(found.score).toBeCloseTo(one.nps, digits);
      expect(found.standardError).toBeCloseTo(one.standard_error, digits);
      const [low, high] = one.ci95_adjusted_wald;
      expect(found.interval.low).toBeCloseTo(low, digits);
      expect(found.interval.high).toBeCloseTo(high, digits);
    }
  });

  test("means with their intervals", () => {
    const all = answers();
    for (const one of [
      all["surveys/nps-retail-fr.csv"].satisfaction_0_10,
      all["support/tickets-kaggle.csv"].mean,
    ]) {
      const { interval } = meanFrom(one);
      expect(interval!.low).toBeCloseTo(one.ci95_t[0], digits);
      expect(interval!.high).toBeCloseTo(one.ci95_t[1], digits);
    }
  });

  test("shares of the two best answers with their intervals", () => {
    const channels = answers()["support/tickets-kaggle.csv"].by_channel;
    for (const one of Object.values(channels)) {
      const found = proportionOf(one.top2, one.rated)!;
      expect(100 * found.share).toBeCloseTo(one.csat, digits);
      expect(100 * found.interval.low).toBeCloseTo(one.ci95_wilson[0], digits);
      expect(100 * found.interval.high).toBeCloseTo(one.ci95_wilson[1], digits);
    }
  });
});
