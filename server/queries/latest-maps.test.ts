import { expect, test } from "vitest";
import { LatestMaps } from "./latest-maps";

const at = (headSeq: number, epoch = 1) => ({ headSeq, epoch });

test("a map is the one that was read as long as nothing was written and nothing restored", () => {
  const maps = new LatestMaps<string>(2);
  maps.keep("a", at(5), "as of 5");
  expect(maps.get("a", at(5))).toBe("as of 5");
  expect(maps.get("a", at(6))).toBeNull();
  expect(maps.get("a", at(4))).toBeNull();
  expect(maps.get("a", at(5, 2))).toBeNull();
  expect(maps.get("b", at(5))).toBeNull();
  maps.keep("a", at(6), "as of 6");
  expect(maps.get("a", at(6))).toBe("as of 6");
});

test("of more maps than are kept the one goes that nobody asked for longest", () => {
  const maps = new LatestMaps<string>(2);
  for (const name of ["a", "b"]) maps.keep(name, at(1), name);
  maps.get("a", at(1));
  maps.keep("c", at(1), "c");
  expect(["a", "b", "c"].map((name) => maps.get(name, at(1)))).toEqual([
    "a",
    null,
    "c",
  ]);
});
