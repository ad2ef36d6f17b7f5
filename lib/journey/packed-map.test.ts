import { expect, test } from "vitest";
import { packMap, unpackMap } from "./packed-map";
import { resolve } from "./resolve";
import { testDocument } from "./testing/context";
import { doEverything } from "./testing/everything";

test("a map comes out of its packing as it went in, and smaller", () => {
  const ctx = testDocument();
  doEverything(ctx);
  const map = resolve(ctx.doc);
  const packed = packMap(map);
  expect(Object.values(map.cells).flat().length).toBeGreaterThan(0);
  expect(unpackMap(packed)).toEqual(map);
  expect(packed.length).toBeLessThan(JSON.stringify(map).length);
  expect(packMap(map)).toBe(packed);
});

test("a cell whose lane or column is not on the map keeps its name on the way", () => {
  const ctx = testDocument();
  doEverything(ctx);
  const map = resolve(ctx.doc);
  const cards = Object.values(map.cells)[0]!;
  const cells = {
    ...map.cells,
    [`${map.lanes[0]!.id}:${ctx.newId()}`]: cards,
    [`${ctx.newId()}:${map.stages[0]!.id}`]: cards,
  };
  const names = Object.keys(unpackMap(packMap({ ...map, cells })).cells);
  expect(names).toEqual(Object.keys(cells));
});
