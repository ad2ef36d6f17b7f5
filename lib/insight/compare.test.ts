import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareCurves, sumsOf, type CurvePoint } from "./compare";
import type { EvidenceReading } from "./evidence";

const proven = (mean: number, half: number | null): EvidenceReading => ({
  kind: "soft",
  mean,
  n: 40,
  answers: 0,
  pieces: 1,
  interval: half === null ? null : { low: mean - half, high: mean + half },
  newest: "2026-10-31",
  isStale: false,
});

const point = (title: string, more: Partial<CurvePoint> = {}): CurvePoint => ({
  id: title || "untitled",
  title,
  own: null,
  evidence: null,
  ...more,
});

const verdict = (first: Partial<CurvePoint>, second: Partial<CurvePoint>) =>
  compareCurves([point("Pay", first)], [point("Pay", second)])[0]!.verdict;

describe("two curves beside each other", () => {
  it("[R54] differ clearly only where their intervals lie apart", () => {
    expect(
      verdict({ evidence: proven(-1, 0.3) }, { evidence: proven(0.5, 0.3) }),
    ).toEqual({ kind: "clear", by: 1.5 });
    expect(
      verdict({ evidence: proven(-1, 1) }, { evidence: proven(0.5, 1) }),
    ).toEqual({ kind: "unclear", by: 1.5 });
  });

  it("[R52] of what is only assumed a difference is told and called unproven", () => {
    expect(verdict({ own: -2 }, { own: 1 })).toEqual({
      kind: "unproven",
      by: 3,
    });
    expect(verdict({ own: 2 }, { own: -2, evidence: proven(1, null) })).toEqual(
      { kind: "unproven", by: -1 },
    );
    expect(verdict({ own: 1 }, { own: 1 })).toEqual({ kind: "same" });
    expect(verdict({ own: 1 }, {})).toEqual({ kind: "unknown" });
  });

  it("share a row where a copy is still called the same, and keep the order of both", () => {
    const names = (points: ReturnType<typeof compareCurves>) =>
      points.map(({ first, second }) => [
        first?.title ?? null,
        second?.title ?? null,
      ]);
    const first = ["Search", "Compare", "Pay"].map((title) => point(title));
    const second = [" search", "Chat", "Pay"].map((title) =>
      point(title, { id: `copy of ${title}` }),
    );
    expect(names(compareCurves(first, second))).toEqual([
      ["Search", " search"],
      ["Compare", null],
      [null, "Chat"],
      ["Pay", "Pay"],
    ]);
    const untitled = point("", { id: "one" });
    const other = point("", { id: "other" });
    expect(names(compareCurves([untitled], [other]))).toHaveLength(2);
    expect(compareCurves([untitled], [other])[0]?.verdict.kind).toBe("missing");
  });

  it("lose no touchpoint of either", () => {
    const titles = fc.array(fc.constantFrom("a", "b", "c", "d"));
    fc.assert(
      fc.property(titles, titles, (one, other) => {
        const first = one.map((title, at) => point(title, { id: `1${at}` }));
        const second = other.map((title, at) => point(title, { id: `2${at}` }));
        const rows = compareCurves(first, second);
        expect(rows.flatMap((row) => row.first ?? [])).toEqual(first);
        expect(rows.flatMap((row) => row.second ?? [])).toEqual(second);
      }),
    );
  });

  it("are counted, clear ones apart from those that nobody can be sure of", () => {
    const points = compareCurves(
      [
        point("a", { evidence: proven(-1, 0.1) }),
        point("b", { evidence: proven(1, 0.1) }),
        point("c", { own: 1 }),
        point("d"),
      ],
      [
        point("a", { evidence: proven(1, 0.1) }),
        point("b", { evidence: proven(-1, 0.1) }),
        point("c", { own: 2 }),
      ],
    );
    expect(sumsOf(points)).toEqual({ both: 3, better: 1, worse: 1, unsure: 1 });
  });
});
