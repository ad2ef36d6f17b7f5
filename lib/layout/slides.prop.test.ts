import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { slideNow, slidesOf } from "./slides";

const maps = fc
  .array(fc.integer({ min: 0, max: 15 }), { maxLength: 8 })
  .map((counts) =>
    counts.map((count, stage) => ({
      id: `s${stage}`,
      touchpoints: Array.from({ length: count }, (_, at) => ({
        id: `s${stage}t${at}`,
      })),
    })),
  );
const lanes = fc
  .array(fc.integer({ min: 1, max: 300 }), { maxLength: 12 })
  .map((heights) => heights.map((height, at) => ({ id: `l${at}`, height })));
const most = fc.integer({ min: -1, max: 9 });
const height = fc.integer({ min: 0, max: 800 });

describe("slides", () => {
  it("[A4] show every touchpoint in order with every lane once, and never two stages together", () => {
    fc.assert(
      fc.property(maps, lanes, most, height, (stages, rows, columns, room) => {
        const slides = slidesOf(stages, {
          most: columns,
          height: room,
          lanesOf: () => rows,
        });
        const told = slides.flatMap(({ stageId, touchpointIds, laneIds }) =>
          touchpointIds.flatMap((id) => {
            expect(id.startsWith(stageId)).toBe(true);
            return laneIds.map((lane) => `${id} ${lane}`);
          }),
        );
        const all = stages.flatMap(({ touchpoints }) =>
          touchpoints.flatMap(({ id }) => rows.map((row) => `${id} ${row.id}`)),
        );
        expect([...told].sort()).toEqual([...all].sort());
        for (const slide of slides) {
          expect(slide.touchpointIds.length).toBeLessThanOrEqual(
            Math.max(1, columns),
          );
          const used = rows
            .filter(({ id }) => slide.laneIds.includes(id))
            .reduce((sum, row) => sum + row.height, 0);
          if (slide.laneIds.length > 1) expect(used).toBeLessThanOrEqual(room);
        }
        expect(new Set(slides.map((slide) => slide.stageId)).size).toBe(
          stages.length,
        );
      }),
    );
  });

  it("fill the pages of a stage alike", () => {
    const touchpoints = Array.from({ length: 10 }, (_, at) => ({
      id: `${at}`,
    }));
    const pages = slidesOf([{ id: "s", touchpoints }], {
      most: 8,
      height: 1,
      lanesOf: () => [],
    });
    expect(pages.map((slide) => slide.touchpointIds.length)).toEqual([5, 5]);
  });

  it("[A4] stay where they are while colleagues change other stages", () => {
    fc.assert(
      fc.property(
        maps,
        most,
        fc.nat(),
        fc.nat(),
        (stages, columns, at, out) => {
          const room = { most: columns, height: 100, lanesOf: () => [] };
          const before = slidesOf(stages, room);
          const slide = before[at % Math.max(1, before.length)];
          const gone = stages[out % Math.max(1, stages.length)];
          if (!slide || !gone) return;
          const after = slidesOf(
            stages.filter(({ id }) => id !== gone.id),
            room,
          );
          const index = slideNow(after, {
            slide,
            index: before.indexOf(slide),
          });
          if (gone.id !== slide.stageId)
            expect(after[index]?.touchpointIds).toEqual(slide.touchpointIds);
          else expect(index).toBeLessThan(Math.max(1, after.length));
        },
      ),
    );
  });
});
