import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addSums,
  isEnough,
  readSums,
  sumPieces,
  type EvidencePiece,
} from "./evidence-sums";
import { FEELING_SCALES, FEELING_SCALE_NAMES } from "./feeling-scales";
import { piece } from "./testing/pieces";

const ageing = { today: "2026-11-29", staleMonths: 12 };
const read = (...pieces: EvidencePiece[]) =>
  readSums(sumPieces(pieces), ageing);
const voice = (value: number) =>
  piece({ kind: "soft", value, n: null, sd: null });

const anyPiece = fc
  .record({
    kind: fc.constantFrom("hard" as const, "soft" as const),
    scaleName: fc.constantFrom(...FEELING_SCALE_NAMES),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    hasValue: fc.boolean(),
    sd: fc.option(fc.double({ min: 0.01, max: 3, noNaN: true })),
    n: fc.option(fc.integer({ min: 1, max: 10_000 })),
    heldOn: fc.constantFrom("2024-01-01", "2026-01-31", "2026-10-31"),
    isPulse: fc.boolean(),
  })
  .map(({ scaleName, at, hasValue, ...rest }): EvidencePiece => {
    const scale = FEELING_SCALES[scaleName];
    const value = scale.low + at * (scale.high - scale.low);
    return hasValue
      ? { ...rest, scale, isShare: scale.isShare, value }
      : { ...rest, scale: null, isShare: false, value: null };
  });
const pieces = fc.array(anyPiece, { maxLength: 8 });

describe("what pieces of evidence say together", () => {
  it("[N03] is their mean, weighted by how many each rests on", () => {
    expect(
      read(piece({ value: 5, n: 30 }), piece({ value: 1, n: 10 }))?.mean,
    ).toBe(1);
  });

  it("[R59] is compared across scales, and turned where more is worse", () => {
    expect(read(piece({ value: 10, scale: FEELING_SCALES.mark }))?.mean).toBe(
      2,
    );
    expect(read(piece({ value: 5, scale: FEELING_SCALES.effort }))?.mean).toBe(
      -2,
    );
    const share = { value: 25, scale: FEELING_SCALES.satisfied, isShare: true };
    expect(read(piece(share))?.mean).toBe(-1);
  });

  it("[N03] has the interval of all answers as one sample", () => {
    // Ten answers of mean 4 and deviation 1: 4 ± 2.262157 / √10.
    const one = read(piece());
    expect(one?.interval?.low).toBeCloseTo(1 - 0.71536, 4);
    expect(one?.interval?.high).toBeCloseTo(1 + 0.71536, 4);
    // The answers 1, 2, 3, 4, 5, said one by one.
    const five = read(...[1, 2, 3, 4, 5].map(voice));
    expect(five?.mean).toBe(0);
    expect(five?.interval?.high).toBeCloseTo(1.9633, 3);
  });

  it("[N03] has the interval of Wilson where all of it are shares", () => {
    const scale = FEELING_SCALES.satisfied;
    const share = (value: number, n: number) =>
      piece({ value, n, scale, isShare: true, sd: null });
    const one = read(share(80, 10))?.interval;
    expect(one?.low).toBeCloseTo(4 * 0.4902 - 2, 3);
    expect(one?.high).toBeCloseTo(4 * 0.9433 - 2, 3);
    expect(read(share(50, 4), share(100, 6))?.interval).toEqual(one);
  });

  it("[N03] has no interval where a piece does not tell how far its answers lie apart", () => {
    expect(read(piece(), piece({ sd: null }))?.interval).toBeNull();
    expect(read(piece({ n: null }))?.interval).toBeNull();
    // Three who agree are no proof that a fourth would.
    expect(read(voice(2), voice(2), voice(2))?.interval).toBeNull();
  });

  it("[R52] is nothing as long as it is one or two voices", () => {
    expect(read(voice(1))).toBeNull();
    expect(read(voice(1), voice(2))).toBeNull();
    expect(read(voice(1), voice(2), voice(3))).toMatchObject({ n: 3 });
    expect(read(piece({ kind: "soft", n: 3 }))).toMatchObject({ kind: "soft" });
  });

  it("[R52] counts one measurement that does not say on how many: everybody who came by", () => {
    expect(read(piece({ n: null, sd: null }))).toMatchObject({
      kind: "hard",
      n: 1,
    });
    expect(read(piece({ n: 2 }))).toBeNull();
  });

  it("[R57] leaves words and figures about something else out of the curve", () => {
    const figure = piece({ value: 46.1, scale: null, sd: null });
    expect(
      sumPieces([figure, piece({ value: null, scale: null })]),
    ).toMatchObject({ hard: 2, valued: 0 });
    expect(read(figure, figure, figure)).toBeNull();
  });

  it("[N06] counts answers to a pulse at once, and reads them once they have a value", () => {
    const pulse = { kind: "soft", isPulse: true } as const;
    const few = piece({ ...pulse, value: null, scale: null, n: 4 });
    expect(sumPieces([few])).toMatchObject({ answers: 4, scored: 0 });
    expect(read(few)).toBeNull();
    const enough = piece({ ...pulse, n: 7 });
    expect(read(enough)).toMatchObject({ n: 7, answers: 7, kind: "soft" });
    // Beside what else is known it says how many of n they are; those too few are none of them.
    expect(read(enough, few, piece({ n: 30 }))).toMatchObject({
      n: 37,
      answers: 7,
      kind: "hard",
    });
    expect(read(piece())?.answers).toBe(0);
  });

  it("[N05] is as old as its newest value", () => {
    const old = piece({ heldOn: "2025-11-29" });
    expect(read(old)).toMatchObject({ newest: "2025-11-29", isStale: true });
    expect(read(old, piece({ heldOn: "2025-11-30" }))?.isStale).toBe(false);
    const word = piece({ value: null, scale: null, heldOn: "2026-11-28" });
    expect(read(old, word)?.isStale).toBe(true);
  });

  it("does not depend on how pieces are grouped or ordered", () => {
    fc.assert(
      fc.property(pieces, pieces, (some, others) => {
        const all = sumPieces([...some, ...others]);
        const parts = addSums(sumPieces(others), sumPieces(some));
        expect({ ...parts, total: 0, squares: 0, within: 0 }).toEqual({
          ...all,
          total: 0,
          squares: 0,
          within: 0,
        });
        expect(parts.total).toBeCloseTo(all.total, 4);
        expect(parts.squares).toBeCloseTo(all.squares, 4);
        expect(parts.within === null).toBe(all.within === null);
      }),
    );
  });

  it("stays on the scale of emotions, with the mean inside its interval", () => {
    fc.assert(
      fc.property(pieces, (all) => {
        const sums = sumPieces(all);
        const found = readSums(sums, ageing);
        expect(found !== null).toBe(isEnough(sums));
        if (!found) return;
        expect(Math.abs(found.mean)).toBeLessThanOrEqual(2 + 1e-9);
        if (!found.interval) return;
        expect(found.interval.low).toBeLessThanOrEqual(found.mean + 1e-6);
        expect(found.interval.high).toBeGreaterThanOrEqual(found.mean - 1e-6);
        expect(found.interval.low).toBeGreaterThanOrEqual(-2 - 1e-9);
        expect(found.interval.high).toBeLessThanOrEqual(2 + 1e-9);
      }),
    );
  });
});
