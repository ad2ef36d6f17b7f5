import { expect, test } from "vitest";
import type { KnownStamps } from "@/lib/journey/stamps";
import { LatestStamps } from "./latest-stamps";

const stampsOf = (size: number) => ({ size }) as KnownStamps;

test("[J106] of more stamps than are kept those of the map go that was put away longest ago", () => {
  const latest = new LatestStamps(10);
  const [a, b, c] = [stampsOf(4), stampsOf(4), stampsOf(4)];
  latest.keep("a", a);
  latest.keep("b", b);
  latest.keep("a", a);
  latest.keep("c", c);
  expect(["a", "b", "c"].map((name) => latest.take(name))).toEqual([
    a,
    undefined,
    c,
  ]);
  expect(latest.take("a")).toBeUndefined();
  latest.keep("b", b);
  latest.keep("c", stampsOf(11));
  expect(["b", "c"].map((name) => latest.take(name))).toEqual([
    undefined,
    undefined,
  ]);
});
