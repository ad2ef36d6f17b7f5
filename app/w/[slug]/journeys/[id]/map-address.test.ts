import { expect, test } from "vitest";
import { addressOfMap } from "./map-address";

const id = "0198c1de-0000-7000-8000-00000000000a";
const of = { slug: "acme", id };
const map = `/w/acme/journeys/${id}`;

test.each([
  `/w/acme/journeys/${id.toUpperCase()}`,
  `/w/acm%65/journeys/${id}`,
  `/w/acme/journeys/%30${id.slice(1)}`,
])("[039] a map is found by %s, with what its address asks for", (asked) => {
  expect(addressOfMap(asked, of)).toBe(map);
  expect(addressOfMap(`${asked}?view=table&_rsc=a1&card=a%20b`, of)).toBe(
    `${map}?view=table&card=a+b`,
  );
});

test("an address that is spelt as ours leads nowhere else", () => {
  expect(addressOfMap(map, of)).toBeNull();
  expect(addressOfMap(`${map}?view=table`, of)).toBeNull();
});
