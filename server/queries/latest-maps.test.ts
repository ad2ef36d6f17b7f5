import { expect, test } from "vitest";
import { LatestMaps } from "./latest-maps";

const bounds = { most: 2, bytes: 10, largest: 8 };
const made = (map: string, bytes = 1) => ({ map, bytes });
const at = (headSeq: number, epoch = 1) => ({ headSeq, epoch });

test("a map is the one that was read as long as nothing was written and nothing restored", () => {
  const maps = new LatestMaps<string>(bounds);
  maps.keep("a", at(5), made("as of 5"));
  expect(maps.get("a", at(5))).toBe("as of 5");
  expect(maps.get("a", at(6))).toBeNull();
  expect(maps.get("a", at(4))).toBeNull();
  expect(maps.get("a", at(5, 2))).toBeNull();
  expect(maps.get("b", at(5))).toBeNull();
  maps.keep("a", at(6), made("as of 6"));
  expect(maps.get("a", at(6))).toBe("as of 6");
});

test("of more maps than are kept the one goes that nobody asked for longest", () => {
  const maps = new LatestMaps<string>(bounds);
  for (const name of ["a", "b"]) maps.keep(name, at(1), made(name));
  maps.get("a", at(1));
  maps.keep("c", at(1), made("c"));
  expect(["a", "b", "c"].map((name) => maps.get(name, at(1)))).toEqual([
    "a",
    null,
    "c",
  ]);
});

test("of larger maps than are kept those go that nobody asked for longest, and one that is too large is not kept", () => {
  const maps = new LatestMaps<string>(bounds);
  const keep = (name: string, bytes: number) =>
    maps.keep(name, at(1), made(name, bytes));
  const kept = () =>
    ["a", "b", "c"].filter((name) => maps.get(name, at(1)) !== null);
  keep("a", 6);
  keep("a", 6);
  keep("b", 4);
  expect(kept()).toEqual(["a", "b"]);
  keep("c", 7);
  expect(kept()).toEqual(["c"]);
  keep("b", 9);
  expect(kept()).toEqual(["c"]);
  keep("c", 9);
  expect(kept()).toEqual([]);
  keep("a", 6);
  keep("b", 4);
  expect(kept()).toEqual(["a", "b"]);
});
