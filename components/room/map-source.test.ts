import { expect, test, vi } from "vitest";
import type { Card, JourneyMap, Stage } from "@/lib/journey/journey-map";
import { MapSource } from "./map-source";

const card = { id: "c" } as unknown as Card;
const stage = { id: "s" } as unknown as Stage;

/** A source that follows a map which a test changes. */
function following() {
  const listeners = new Set<() => void>();
  let map = new MapSource(null).get();
  const source = new MapSource(null);
  source.follow({
    get: () => map,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  return {
    source,
    change(parts: Partial<JourneyMap>) {
      map = { ...map, ...parts };
      for (const listener of listeners) listener();
    },
  };
}

test("[A5] of a change those are told who look at the cell or the part that it changes, and nobody else", () => {
  const { source, change } = following();
  const [whole, stages, both, mine, other] = Array.from({ length: 5 }, () =>
    vi.fn(),
  );
  source.subscribe(whole!);
  source.toParts(["stages"])(stages!);
  source.toParts(["lanes", "stages"])(both!);
  const leave = source.toCell("lane:column")(mine!);
  source.toCell("lane:other")(other!);
  const calls = () =>
    [whole, stages, both, mine, other].map((told) => told!.mock.calls.length);

  change({ cells: { "lane:column": [card] } });
  expect(calls()).toEqual([1, 0, 0, 1, 0]);
  change({ stages: [stage] });
  expect(calls()).toEqual([2, 1, 1, 1, 0]);
  leave();
  change({ cells: {} });
  expect(calls()).toEqual([3, 1, 1, 1, 0]);
});

test("the way to a part stays the same function, so that nobody subscribes anew when they are drawn again", () => {
  const { source } = following();
  expect(source.toParts(["lanes", "stages"])).toBe(
    source.toParts(["lanes", "stages"]),
  );
  expect(source.toCell("a:b")).toBe(source.toCell("a:b"));
  expect(source.toCell("a:b")).not.toBe(source.toCell("a:c"));
});
