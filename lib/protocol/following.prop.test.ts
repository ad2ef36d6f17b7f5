import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leadsTo, tabOf } from "./following";
import { readPresence } from "./presence";
import type { Presence } from "./presence";

const PEOPLE = ["a", "b", "c", "d", "e"];
const presence = (id: string, more: object): Presence => {
  const user = { id, name: id, colour: "blue", role: "editor" };
  const read = readPresence({ user, ...more });
  if (!read) throw new Error("no presence");
  return read;
};
const crowds = fc
  .array(fc.option(fc.constantFrom(...PEOPLE)), { minLength: 5, maxLength: 5 })
  .map((follows) =>
    follows.map((whom, at) => presence(PEOPLE[at] ?? "", { follows: whom })),
  );

describe("following", () => {
  it("[A5] is known through any number of people in between, also where they go in circles", () => {
    fc.assert(
      fc.property(crowds, (crowd) => {
        for (const from of PEOPLE) {
          const reached = new Set<string>();
          let here: string | null = from;
          for (let step = 0; step < PEOPLE.length && here; step++) {
            here = crowd.find(({ user }) => user.id === here)?.follows ?? null;
            if (here) reached.add(here);
          }
          for (const to of PEOPLE)
            expect(leadsTo(crowd, from, to)).toBe(reached.has(to));
        }
      }),
    );
  });

  it("[A5] goes after the tab in use, not after one in the background", () => {
    const look = { view: "map" };
    const hidden = presence("a", { follows: null });
    const idle = presence("a", { look, isIdle: true });
    const used = presence("a", { look });
    expect(tabOf([hidden, idle, used], "a")).toBe(used);
    expect(tabOf([hidden, idle], "a")).toBe(idle);
    expect(tabOf([hidden], "a")).toBe(hidden);
    expect(tabOf([used], "b")).toBeNull();
  });
});
