import { describe, expect, test } from "vitest";
import { z } from "zod";
import { knownFigures } from "@/test/known-figures";
import { expectedMetrics, hasSamples } from "@/test/samples";
import { meanFrom } from "./mean";
import { npsFrom } from "./nps";
import { proportionOf } from "./proportion";
import { z95 } from "./student";

const pair = z.tuple([z.number(), z.number()]);
// Strict, so that an answer that nobody compares is no answer that is thought to be compared.
const nps = z.strictObject({
  n: z.number(),
  promoters: z.number(),
  passives: z.number(),
  detractors: z.number(),
  nps: z.number(),
  standard_error: z.number(),
  ci95_trinomial: pair,
  ci95_adjusted_wald: pair,
  /** Compared where the file itself is read. */
  mean_0_10: z.number(),
});
const mean = z.strictObject({
  n: z.number(),
  mean: z.number(),
  sd: z.number(),
  ci95_t: pair,
});
const share = z.strictObject({
  rated: z.number(),
  top2: z.number(),
  csat: z.number(),
  ci95_wilson: pair,
});
const expected = z.strictObject({
  "surveys/nps-retail-fr.csv": z.strictObject({
    all: nps,
    /** Compared where the file itself is read. */
    missing: z.number(),
    by_t: z.record(z.string(), nps),
    satisfaction_0_10: mean,
  }),
  "support/tickets-kaggle.csv": z.strictObject({
    rows: z.number(),
    rated: z.number(),
    csat_top2_box: z.number(),
    ci95_wilson: pair,
    mean,
    by_channel: z.record(z.string(), share),
  }),
  /** Compared with its curves, in lib/insight. */
  mermaid: z.unknown(),
  note: z.string(),
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
      // The simple interval is not shown; it proves the standard error that the difference of two scores rests on.
      const half = z95 * found.standardError;
      expect(found.score - half).toBeCloseTo(one.ci95_trinomial[0], digits);
      expect(found.score + half).toBeCloseTo(one.ci95_trinomial[1], digits);
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
    const all = answers()["support/tickets-kaggle.csv"];
    const channels = Object.values(all.by_channel);
    const sum = (key: "rated" | "top2") =>
      channels.reduce((total, one) => total + one[key], 0);
    expect(sum("rated")).toBe(all.rated);
    const whole = {
      rated: all.rated,
      top2: sum("top2"),
      csat: all.csat_top2_box,
      ci95_wilson: all.ci95_wilson,
    };
    for (const one of [whole, ...channels]) {
      const found = proportionOf(one.top2, one.rated)!;
      expect(100 * found.share).toBeCloseTo(one.csat, digits);
      expect(100 * found.interval.low).toBeCloseTo(one.ci95_wilson[0], digits);
      expect(100 * found.interval.high).toBeCloseTo(one.ci95_wilson[1], digits);
    }
  });

  test("are those with which our pages are proved where the files are not", () => {
    const all = answers();
    const { nps, satisfaction } = knownFigures.shop;
    const shop = all["surveys/nps-retail-fr.csv"];
    expect(nps).toEqual({
      n: shop.all.n,
      promoters: shop.all.promoters,
      detractors: shop.all.detractors,
      mean: shop.all.mean_0_10,
      score: shop.all.nps,
      interval: shop.all.ci95_adjusted_wald,
    });
    const measured = ({ n, mean: of, sd, ci95_t }: z.infer<typeof mean>) => ({
      n,
      mean: of,
      sd,
      interval: ci95_t,
    });
    expect(satisfaction).toEqual(measured(shop.satisfaction_0_10));
    const rated = all["support/tickets-kaggle.csv"];
    const {
      rows,
      n,
      best,
      share: part,
      shareInterval,
      ...rest
    } = knownFigures.tickets;
    expect([rows, n, part, shareInterval]).toEqual([
      rated.rows,
      rated.rated,
      rated.csat_top2_box,
      rated.ci95_wilson,
    ]);
    expect({ n, ...rest }).toEqual(measured(rated.mean));
    expect((100 * best) / n).toBeCloseTo(part, digits);
  });
});
