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

test("a page that is come back to by the entry of a step goes on to itself: Back shows nothing twice", async () => {
  const before = renderHook(() => useBackStep(true, () => true));
  const { length } = window.history;
  // Left by a link, and come back to.
  before.unmount();
  window.history.pushState(null, "", "#elsewhere");
  const back = told();
  window.history.back();
  await back;
  const passed = told();
  const onBack = vi.fn(() => true);
  renderHook(() => useBackStep(false, onBack));
  await passed;
  const { state } = window.history as { state?: { waymarkStep?: boolean } };
  expect(state?.waymarkStep).toBeUndefined();
  expect(window.history.length).toBe(length + 1);
  expect(onBack).not.toHaveBeenCalled();
});
