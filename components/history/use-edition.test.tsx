import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useEdition } from "./use-edition";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function pass(ms: number): void {
  act(() => {
    vi.advanceTimersByTime(ms);
  });
}

test("[N09] who changed what since a version is asked again once the map has come to rest, not at each letter", () => {
  const { result, rerender } = renderHook(({ map }) => useEdition(map), {
    initialProps: { map: "A" },
  });
  for (const map of ["AB", "ABC", "ABCD"]) {
    rerender({ map });
    pass(600);
    expect(result.current).toBe(0);
  }
  pass(600);
  expect(result.current).toBe(1);
  pass(5_000);
  expect(result.current).toBe(1);
});
