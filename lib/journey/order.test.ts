import * as fc from "fast-check";
import { expect, test } from "vitest";
import { REKEY_POS } from "./limits";
import { comparePlaced, isOrderKey, keysBetween, placeAt } from "./order";
import type { Placed } from "./order";
import { seededRandom } from "./testing/random";

const random = seededRandom(3);
const key = fc
  .array(fc.constantFrom("0", "1", "9", "A", "Z", "a", "z"), {
    minLength: 1,
    maxLength: 8,
  })
  .map((digits) => digits.join(""));

function inserted(
  list: readonly Placed[],
  index: number,
  id: string,
): Placed[] {
  const { keys, rekeyed } = placeAt(list, index, { count: 1, random });
  const moved = new Map(rekeyed.map((item) => [item.id, item.pos]));
  const others = list.map((item) => ({
    ...item,
    pos: moved.get(item.id) ?? item.pos,
  }));
  return others.toSpliced(index, 0, { id, pos: keys[0]! });
}

test("[J22] keys lie strictly between their neighbours, in order, and are valid", () => {
  fc.assert(
    fc.property(key, key, fc.integer({ min: 1, max: 20 }), (a, b, count) => {
      const [lower, upper] = a < b ? [a, b] : [b, a];
      const keys = keysBetween(lower, upper, { count, random });
      if (keys === null) return;
      const all = [lower, ...keys, upper];
      expect(all).toEqual(all.toSorted());
      expect(new Set(all).size).toBe(all.length);
      expect(keys.every(isOrderKey)).toBe(true);
    }),
  );
});

test("[J22] keys come from the randomness handed in", () => {
  const draw = (seed: number) =>
    keysBetween("a", null, { count: 3, random: seededRandom(seed) });
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
});

test("[J23] nothing fits between equal keys, nor between keys equal but for zeros", () => {
  expect(keysBetween("a", "a", { count: 1, random })).toBeNull();
  expect(keysBetween("a", "a00", { count: 1, random })).toBeNull();
});

test("[J23] nothing fits before a key of zeros only; the list gets new keys", () => {
  expect(keysBetween(null, "0", { count: 1, random })).toBeNull();
  expect(keysBetween(null, "000", { count: 1, random })).toBeNull();
  const list = ["0", "00", "a"].map((pos, at) => ({ id: `${at}`, pos }));
  const after = inserted(list, 0, "new").toSorted(comparePlaced);
  expect(after.map(({ id }) => id)).toEqual(["new", "0", "1", "2"]);
});

test("[J23] [J24] an item placed anywhere in any sorted list stands there, whatever the keys", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(key, fc.constant("~")), { maxLength: 12 }),
      fc.nat(),
      (keys, at) => {
        const list = keys
          .map((pos, index) => ({ id: `id${index}`, pos }))
          .sort(comparePlaced);
        const index = at % (list.length + 1);
        const after = inserted(list, index, "new");
        expect(after.toSorted(comparePlaced).map(({ id }) => id)).toEqual(
          after.map(({ id }) => id),
        );
      },
    ),
  );
});

test("[J23] only the run of equals to the right gets new keys", () => {
  const list = ["a", "k", "k", "k", "z"].map((pos, index) => ({
    id: `${index}`,
    pos,
  }));
  const { rekeyed } = placeAt(list, 2, { count: 1, random });
  expect(rekeyed.map(({ id }) => id)).toEqual(["2", "3"]);
});

test("[J24] a thousand insertions at one spot leave no key longer than the limit", () => {
  let list: Placed[] = inserted(inserted([], 0, "first"), 1, "last");
  for (let count = 0; count < 1_000; count += 1)
    list = inserted(list, 1, `id${count}`);
  expect(Math.max(...list.map(({ pos }) => pos.length))).toBeLessThanOrEqual(
    REKEY_POS,
  );
  expect(list.toSorted(comparePlaced)).toEqual(list);
});

test("[J22] a list that grows at its end keeps short keys", () => {
  let list: Placed[] = [];
  for (let count = 0; count < 500; count += 1)
    list = inserted(list, list.length, `id${count}`);
  expect(list.at(-1)!.pos.length).toBeLessThanOrEqual(6);
});
