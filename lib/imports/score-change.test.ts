import { describe, expect, test } from "vitest";
import { npsDifference, npsFrom } from "../metrics/nps";
import { scoreChange, type ScoredPiece } from "./score-change";

const piece = (
  month: number,
  [n, best, worst]: readonly [number, number, number],
  change: Partial<ScoredPiece> = {},
): ScoredPiece => ({
  about: "a",
  from: `2026-0${month}-01`,
  to: `2026-0${month}-28`,
  n,
  counted: { metric: "nps", best, worst, goodFrom: null },
  ...change,
});
const may = piece(5, [100, 36, 15]);
const june = piece(6, [100, 40, 15]);

describe("[R59] two Net Promoter Scores of one question", () => {
  test("are no clear change where the interval of their difference has 0 in it", () => {
    const change = scoreChange(june, [june, may])!;
    expect(change.points).toBeCloseTo(4);
    expect(change.isClear).toBe(false);
    // 1.96 times the root of both standard errors squared.
    expect(change.interval.low).toBeCloseTo(-15.1375, 3);
    expect(change.interval.high).toBeCloseTo(23.1375, 3);
    expect(change.before).toEqual({ from: may.from, to: may.to });
  });

  test("differ clearly in either direction where it has not", () => {
    const [low, high] = [
      npsFrom({ n: 100, promoters: 20, detractors: 40 })!,
      npsFrom({ n: 100, promoters: 60, detractors: 10 })!,
    ];
    expect(npsDifference(high, low).isClear).toBe(true);
    expect(npsDifference(low, high).isClear).toBe(true);
    expect(npsDifference(low, low).isClear).toBe(false);
  });

  test("are those next to each other in time, of the same question, with nobody in both", () => {
    const april = piece(4, [50, 10, 10]);
    const other = piece(5, [90, 1, 1], { about: "b" });
    const within = piece(5, [9, 9, 0], { to: june.from });
    const named = { ...may.counted!, metric: "csat" } as const;
    const satisfied = piece(5, [80, 4, 4], { counted: named });
    const all = [april, june, other, within, satisfied, may];
    expect(scoreChange(june, all)!.before.from).toBe(may.from);
    expect(scoreChange(april, all)).toBeNull();
    expect(scoreChange(satisfied, all)).toBeNull();
  });
});
