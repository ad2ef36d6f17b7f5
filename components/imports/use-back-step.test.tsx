import { cleanup, renderHook } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { useBackStep } from "./use-back-step";

afterEach(cleanup);

const told = () =>
  new Promise((done) =>
    window.addEventListener("popstate", done, { once: true }),
  );

test("Back takes a step and comes back to the same entry: browsers pass over one that is added without a touch", async () => {
  const onBack = vi.fn(() => true);
  renderHook(() => useBackStep(true, onBack));
  const add = vi.spyOn(window.history, "pushState");
  const { length } = window.history;
  for (let step = 1; step <= 3; step++) {
    const gone = told();
    window.history.back();
    await gone;
    await told();
    expect(onBack).toHaveBeenCalledTimes(step);
  }
  expect(add).not.toHaveBeenCalled();
  expect(window.history.length).toBe(length);
});

test("a link within the page takes no step", async () => {
  const onBack = vi.fn(() => true);
  renderHook(() => useBackStep(true, onBack));
  const gone = told();
  window.location.hash = "content";
  await gone;
  expect(onBack).not.toHaveBeenCalled();
});
