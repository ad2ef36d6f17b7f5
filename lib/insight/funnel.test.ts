import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asId, type TouchpointId } from "../journey/ids";
import { seededId, seededRandom } from "../journey/testing/random";
import { funnelOf, lostOnTheWay, type FunnelCounts } from "./funnel";

const random = seededRandom(3);
const ids = Array.from({ length: 6 }, () =>
  asId<TouchpointId>(seededId(random)),
);
const [a, b, c, d] = ids as [
  TouchpointId,
  TouchpointId,
  TouchpointId,
  TouchpointId,
];

const point = (id: TouchpointId, share: number | null = null) => ({
  id,
  dropOff: share === null ? null : { share, reasons: [] },
});

const counted = (...counts: [TouchpointId, number][]): FunnelCounts => ({
  unit: "users",
  source: "Shop",
  heldFrom: null,
  heldOn: "2026-10-31",
  counts: counts.map(([touchpointId, count]) => ({ touchpointId, count })),
});

describe("the funnel of a journey", () => {
  it("[R57] says how many arrive and how many go on", () => {
    const { steps } = funnelOf(
      [point(a), point(b, 0.374), point(c, 0.461)],
      null,
    );
    expect(steps[0]).toMatchObject({ before: 1, after: 1, loss: null });
    expect(steps[1]?.after).toBeCloseTo(0.626);
    expect(steps[2]?.before).toBeCloseTo(0.626);
    expect(steps[2]?.after).toBeCloseTo(0.337, 3);
    expect(steps[2]?.loss).toEqual({
      share: 0.461,
      basis: "said",
      n: null,
      interval: null,
    });
  });

  it("[R57] never grows and never falls below nothing", () => {
    const share = fc.option(fc.double({ min: -1, max: 2, noNaN: true }));
    const count = fc.option(fc.nat(1_000));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(share, count), { maxLength: ids.length }),
        (rows) => {
          const points = rows.map(([said], at) => point(ids[at]!, said));
          const counts = rows.flatMap(([, n], at): [TouchpointId, number][] =>
            n === null ? [] : [[ids[at]!, n]],
          );
          const { steps } = funnelOf(points, counted(...counts));
          for (const { before, after } of steps) {
            expect(after).toBeLessThanOrEqual(before);
            expect(after).toBeGreaterThanOrEqual(0);
          }
        },
      ),
    );
  });

  it("[N07] [N15] takes what was counted before what was said, with its interval and n", () => {
    const points = [point(a, 0.9), point(b, 0.5), point(c), point(d, 0.25)];
    const { steps } = funnelOf(points, counted([a, 1000], [c, 400], [d, 300]));
    // Of a and c the counts tell, and what is said of b in between is in them; behind d nobody counted.
    expect(steps.map(({ loss }) => loss?.basis ?? null)).toEqual([
      "counted",
      null,
      "counted",
      "said",
    ]);
    expect(steps[0]?.loss).toMatchObject({ share: 0.6, n: 1000 });
    expect(steps[0]?.loss?.interval?.low).toBeCloseTo(0.5693, 4);
    expect(steps[0]?.loss?.interval?.high).toBeCloseTo(0.6299, 4);
    expect(steps[2]?.loss).toMatchObject({ share: 0.25, n: 400 });
    expect(steps[3]?.after).toBeCloseTo(0.3 * 0.75);
  });

  it("[R57] makes no loss of a count that grows: more came in on the way than left", () => {
    const { steps } = funnelOf(
      [point(a, 0.2), point(b)],
      counted([a, 100], [b, 120]),
    );
    expect(steps[0]?.loss).toMatchObject({ basis: "said", share: 0.2 });
  });

  it("[R78] calls a step the weakest only where its interval lies apart from those of all others", () => {
    const points = [point(a), point(b), point(c), point(d)];
    const clear = funnelOf(
      points,
      counted([a, 1000], [b, 900], [c, 300], [d, 280]),
    );
    expect(clear.weakest).toMatchObject({ touchpointId: b, isClear: true });
    const close = funnelOf(points, counted([a, 20], [b, 15], [c, 10], [d, 8]));
    expect(close.weakest).toMatchObject({ touchpointId: b, isClear: false });
  });

  it("[R78] of what was only said names the greatest, and calls it never clear", () => {
    const { weakest } = funnelOf([point(a, 0.2), point(b, 0.9)], null);
    expect(weakest).toMatchObject({ touchpointId: b, isClear: false });
  });

  it("[R57] says how many of those who were counted first come to the last, of all that were counted", () => {
    const points = [point(a), point(b), point(c, 0.5), point(d)];
    const { overall } = funnelOf(
      points,
      counted([a, 1000], [b, 400], [d, 300]),
    );
    expect(overall).toMatchObject({ from: a, to: d, kept: { n: 1000 } });
    expect(overall?.kept.share).toBeCloseTo(0.3);
    expect(overall?.kept.interval.low).toBeCloseTo(0.2724, 4);
    expect(funnelOf(points, null).overall).toBeNull();
    // More at the end than at the beginning came in elsewhere.
    expect(funnelOf(points, counted([a, 10], [b, 20])).overall).toBeNull();
  });

  it("[N15] says how many are lost on the way, and whether that was counted or said", () => {
    const points = [point(a, 0.9), point(b), point(c, 0.5)];
    const lost = (...counts: [TouchpointId, number][]) =>
      lostOnTheWay(funnelOf(points, counted(...counts)));
    expect(lost()).toEqual({ share: expect.closeTo(0.95), basis: "said" });
    expect(lost([a, 100], [b, 80])).toEqual({
      share: expect.closeTo(0.6),
      basis: "both",
    });
    expect(lostOnTheWay(funnelOf([point(a)], null))).toBeNull();
    const two = funnelOf([point(a), point(b)], counted([a, 100], [b, 80]));
    expect(lostOnTheWay(two)).toEqual({
      share: expect.closeTo(0.2),
      basis: "counted",
    });
  });

  it("knows nothing where nobody counted or said anything", () => {
    expect(funnelOf([point(a), point(b)], null)).toMatchObject({
      isKnown: false,
      weakest: null,
    });
    expect(funnelOf([], null)).toMatchObject({ steps: [], isKnown: false });
  });
});
