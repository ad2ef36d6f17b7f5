import { expect, test } from "vitest";
import { packMap, unpackMap } from "./packed-map";
import { resolve } from "./resolve";
import { testDocument } from "./testing/context";
import { doEverything } from "./testing/everything";

test("a map comes out of its packing as it went in, and smaller", () => {
  const ctx = testDocument();
  doEverything(ctx);
  const map = resolve(ctx.doc);
  const packed = JSON.stringify(packMap(map));
  expect(Object.values(map.cells).flat().length).toBeGreaterThan(0);
  expect(unpackMap(JSON.parse(packed))).toEqual(map);
  expect(packed.length).toBeLessThan(JSON.stringify(map).length);
});
