import { cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useKeepInSight } from "./use-keep-in-sight";

let frame: HTMLElement;
let resized: () => void = () => undefined;
const scrolled = vi.fn();

const boxAt = (left: number, width: number) => () =>
  ({ left, right: left + width }) as DOMRect;

function widthOf(width: number): void {
  Object.defineProperty(frame, "clientWidth", {
    value: width,
    configurable: true,
  });
  frame.getBoundingClientRect = boxAt(0, width);
}

function selectAt(left: number): void {
  const cell = document.createElement("div");
  cell.dataset.mark = "active";
  cell.getBoundingClientRect = boxAt(left, 200);
  cell.scrollIntoView = scrolled;
  frame.append(cell);
}

beforeEach(() => {
  frame = document.createElement("div");
  widthOf(1400);
  vi.stubGlobal(
    "ResizeObserver",
    class {
      constructor(callback: () => void) {
        resized = callback;
      }
      observe = () => undefined;
      disconnect = () => undefined;
    },
  );
  renderHook(() => useKeepInSight({ current: frame }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  scrolled.mockReset();
});

it("what is selected stays in sight when a panel opens beside the map", () => {
  selectAt(1200);
  widthOf(900);
  resized();
  expect(scrolled).toHaveBeenCalledOnce();
});

it("whoever has scrolled away from the selection is not taken back to it", () => {
  selectAt(2000);
  widthOf(900);
  resized();
  expect(scrolled).not.toHaveBeenCalled();
});

it("a map that gets wider stays where it is", () => {
  selectAt(1200);
  widthOf(1500);
  resized();
  expect(scrolled).not.toHaveBeenCalled();
});
