import { expect, test } from "vitest";
import { daysOf, momentsOf } from "./days";
import { originsIn } from "./origins";

test("[N06] a pulse is open from the beginning of its first day to the end of its last one, here", () => {
  const days = { opensOn: "2026-11-30", closesOn: "2026-12-31" };
  const moments = momentsOf(days);
  expect(new Date(moments.opensAt!).getHours()).toBe(0);
  const end = new Date(moments.closesAt!);
  expect([end.getFullYear(), end.getMonth(), end.getDate()]).toEqual([
    2027, 0, 1,
  ]);
  expect(daysOf(moments)).toEqual(days);
  const never = { opensOn: null, closesOn: null };
  expect(daysOf(momentsOf(never))).toEqual(never);
});

test("[SH-09] sites that may frame a pulse are scheme and host alone; what is none is refused", () => {
  expect(
    originsIn("https://Shop.example/returns?x=1\n\nshop.example:8443"),
  ).toEqual(["https://shop.example", "https://shop.example:8443"]);
  expect(originsIn("")).toEqual([]);
  for (const wrong of [
    "javascript:alert(1)",
    "https://a b.example'",
    "*",
    "https://*.example",
  ])
    expect(originsIn(wrong)).toBeNull();
  const many = Array.from({ length: 11 }, (_, at) => `s${at}.example`);
  expect(originsIn(many.join("\n"))).toBeNull();
});
