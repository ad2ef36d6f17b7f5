import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Stage } from "../journey/journey-map";
import { layoutBand } from "./band";
import { layoutDiagram, type DiagramRoom } from "./line-diagram";

const limits = {
  columnAtLeast: 104,
  columnAtMost: 280,
  heightAtLeast: 260,
  heightAtMost: 720,
};

const room: fc.Arbitrary<DiagramRoom> = fc
  .record({
    width: fc.integer({ min: -50, max: 4_000 }),
    height: fc.integer({ min: -50, max: 2_000 }),
  })
  .map((size) => ({ ...limits, ...size }));

const stages = fc
  .array(fc.tuple(fc.nat(8), fc.boolean()), { maxLength: 8 })
  .map((counts) =>
    counts.map(([count, collapsed], at) => ({
      id: `s${at}`,
      collapsed,
      touchpoints: Array.from({ length: count }, (_, n) => ({
        id: `s${at}t${n}`,
        title: "",
      })),
    })),
  )
  .map((made) => made as unknown as readonly Stage[]);

describe("layoutDiagram", () => {
  it("[R53] sets every moment of contact in order, side by side, also those of folded stages", () => {
    fc.assert(
      fc.property(stages, room, (given, size) => {
        const { columns, width, height } = layoutDiagram(given, size);
        expect(columns.map(({ touchpointId }) => touchpointId)).toEqual(
          given.flatMap(({ touchpoints }) => touchpoints.map(({ id }) => id)),
        );
        let edge = 0;
        for (const { x, width: wide, centre } of columns) {
          expect(x).toBe(edge);
          expect(wide).toBeGreaterThanOrEqual(limits.columnAtLeast);
          expect(wide).toBeLessThanOrEqual(limits.columnAtMost);
          expect(centre).toBe(x + wide / 2);
          edge += wide;
        }
        expect(width).toBe(edge);
        expect(height).toBeGreaterThanOrEqual(limits.heightAtLeast);
        expect(height).toBeLessThanOrEqual(limits.heightAtMost);
      }),
    );
  });

  it("[R53] fits the screen where its columns stay readable, and scrolls where they would not", () => {
    fc.assert(
      fc.property(stages, room, (given, size) => {
        const { columns, width } = layoutDiagram(given, size);
        if (columns.length === 0) expect(width).toBe(0);
        else if (columns.length * limits.columnAtLeast <= size.width)
          expect(width).toBeLessThanOrEqual(size.width);
        else expect(width).toBe(columns.length * limits.columnAtLeast);
      }),
    );
  });
});

describe("layoutBand", () => {
  const frame = { height: 200, padding: 20 };
  const value = fc.double({ min: -4, max: 4, noNaN: true });
  const inputs = fc
    .array(fc.option(fc.record({ low: value, high: value })), { maxLength: 20 })
    .map((given) => given.map((interval, at) => ({ x: at * 50, interval })));

  it("[R50] has one whisker for each range, the right way up and inside the frame", () => {
    fc.assert(
      fc.property(inputs, (given) => {
        const { whiskers } = layoutBand(given, frame);
        expect(whiskers.map(({ x }) => x)).toEqual(
          given.flatMap(({ x, interval }) => (interval ? x : [])),
        );
        for (const { top, bottom } of whiskers) {
          expect(top).toBeLessThanOrEqual(bottom);
          expect(top).toBeGreaterThanOrEqual(frame.padding);
          expect(bottom).toBeLessThanOrEqual(frame.height - frame.padding);
        }
      }),
    );
  });

  it("[R50] colours only between neighbours that both have a range", () => {
    fc.assert(
      fc.property(inputs, (given) => {
        const flags = given.map(({ interval }) => (interval ? "x" : " "));
        const runs = flags.join("").match(/xx+/g) ?? [];
        const { areas } = layoutBand(given, frame);
        expect(areas).toHaveLength(runs.length);
        for (const area of areas) {
          expect(area).toMatch(/^M[^MZ]+Z$/);
          expect(area).not.toContain("NaN");
        }
      }),
    );
  });
});
