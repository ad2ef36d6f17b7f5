import { describe, expect, it } from "vitest";
import { curveWords } from "./curve-words";

const readings = (...values: (number | null)[]) =>
  values.map((value, key) => ({ key, value }));

describe("curveWords", () => {
  it("joins neighbouring steps of one direction into a leg", () => {
    const words = curveWords(readings(0, 1, 2, -2, -2, 0));
    expect(
      words.kind === "legs" &&
        words.legs.map(({ direction, from, to }) => [
          direction,
          from.key,
          to.key,
        ]),
    ).toEqual([
      ["rises", 0, 2],
      ["drops", 2, 3],
      ["stays", 3, 4],
      ["rises", 4, 5],
    ]);
  });

  it("names the deepest drop between two neighbouring known points", () => {
    const words = curveWords(readings(2, 1, null, -2, 0));
    expect(words.kind === "legs" && words.deepestDrop).toEqual({
      direction: "drops",
      from: { key: 1, value: 1 },
      to: { key: 3, value: -2 },
    });
  });

  it("knows no drop on a curve that only rises", () => {
    const words = curveWords(readings(-1, 0, 0, 2));
    expect(words.kind === "legs" && words.deepestDrop).toBeNull();
  });

  it("[R52] counts the points without a value and tells an empty and a single-point curve apart", () => {
    expect(curveWords(readings(null, null))).toEqual({
      kind: "empty",
      unknown: 2,
    });
    expect(curveWords(readings(null, 1))).toEqual({
      kind: "single",
      at: { key: 1, value: 1 },
      unknown: 1,
    });
  });
});
