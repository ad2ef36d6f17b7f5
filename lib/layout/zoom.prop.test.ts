import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  anchoredScroll,
  clampZoom,
  fitBox,
  fitZoom,
  stepZoom,
  wheelZoom,
  ZOOM,
} from "./zoom";

const zooms = fc.double({ min: ZOOM.least, max: ZOOM.most, noNaN: true });
const pixels = fc.integer({ min: 0, max: 20_000 });
const sizes = fc.record({
  width: fc.integer({ min: 1, max: 20_000 }),
  height: fc.integer({ min: 1, max: 20_000 }),
});
const within = (zoom: number) =>
  expect(zoom).toSatisfy((z: number) => z >= ZOOM.least && z <= ZOOM.most);

describe("zoom", () => {
  it("[A4] keeps what is under the pointer there, from any level to any other", () => {
    fc.assert(
      fc.property(zooms, zooms, pixels, pixels, (from, to, scroll, at) => {
        const under = (scroll + at) / from;
        const after = anchoredScroll({ scroll, at, from, to });
        expect(under * to - after).toBeCloseTo(at, 3);
      }),
    );
  });

  it("[A4] never leaves 25 to 200 per cent, whatever wheel and steps do", () => {
    fc.assert(
      fc.property(zooms, fc.double({ noNaN: true }), (zoom, delta) => {
        within(wheelZoom(zoom, delta));
        within(stepZoom(zoom, 1));
        within(stepZoom(zoom, -1));
        within(clampZoom(delta));
      }),
    );
  });

  it("steps up and down through the same levels", () => {
    const up = ZOOM.choices
      .slice(1)
      .reduce((seen) => [...seen, stepZoom(seen.at(-1) ?? 0, 1)], [
        ZOOM.choices[0],
      ] as number[]);
    expect(up).toEqual(ZOOM.choices);
    expect(stepZoom(ZOOM.most, 1)).toBe(ZOOM.most);
    expect(stepZoom(1.1, -1)).toBe(1);
  });

  it("fits all of a map unless it would be too small to be drawn, and enlarges nothing", () => {
    fc.assert(
      fc.property(sizes, sizes, (content, frame) => {
        const zoom = fitZoom(content, frame);
        expect(zoom).toBeLessThanOrEqual(1);
        if (zoom === ZOOM.least) return;
        expect(content.width * zoom).toBeLessThanOrEqual(frame.width + 1e-6);
        expect(content.height * zoom).toBeLessThanOrEqual(frame.height + 1e-6);
      }),
    );
  });

  it("brings a selection clear of the headings that stay in view", () => {
    const head = { width: 196, height: 90 };
    const boxes = fc.record({
      left: fc.integer({ min: 196, max: 9_000 }),
      top: fc.integer({ min: 90, max: 4_000 }),
      width: fc.integer({ min: 60, max: 2_000 }),
      height: fc.integer({ min: 36, max: 1_000 }),
    });
    const frame = { width: 1_240, height: 800 };
    fc.assert(
      fc.property(boxes, (box) => {
        const { zoom, left, top } = fitBox({ box, frame, head });
        within(zoom);
        expect(box.left * zoom - left).toBeGreaterThanOrEqual(
          head.width * zoom - 1e-6,
        );
        expect(box.top * zoom - top).toBeGreaterThanOrEqual(
          head.height * zoom - 1e-6,
        );
        if (zoom === ZOOM.least) return;
        expect((box.left + box.width) * zoom - left).toBeLessThanOrEqual(
          frame.width + 1e-6,
        );
      }),
    );
  });
});
