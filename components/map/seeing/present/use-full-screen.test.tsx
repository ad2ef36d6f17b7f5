import { renderHook } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { useFullScreen } from "./use-full-screen";

let full: Element | null;
const ask = vi.fn(async () => void (full = document.documentElement));
const exit = vi.fn(async () => void (full = null));
const changed = () => document.dispatchEvent(new Event("fullscreenchange"));

beforeEach(() => {
  full = null;
  vi.clearAllMocks();
  Object.defineProperties(document, {
    fullscreenElement: { configurable: true, get: () => full },
    exitFullscreen: { configurable: true, value: exit },
  });
  document.documentElement.requestFullscreen = ask;
});

it("[A4] presenting takes the whole screen, and whoever leaves that leaves it", () => {
  const onLeave = vi.fn();
  const { unmount } = renderHook(() => useFullScreen(onLeave));
  expect(ask).toHaveBeenCalledOnce();
  changed();
  expect(onLeave).not.toHaveBeenCalled();
  full = null;
  changed();
  expect(onLeave).toHaveBeenCalledOnce();
  unmount();
  expect(exit).not.toHaveBeenCalled();
});

it("[A4] ending it gives the screen back, and where a browser refuses it goes on in its window", async () => {
  const shown = renderHook(() => useFullScreen(() => undefined));
  changed();
  shown.unmount();
  expect(exit).toHaveBeenCalledOnce();
  ask.mockRejectedValueOnce(new Error("not allowed"));
  full = null;
  const onLeave = vi.fn();
  renderHook(() => useFullScreen(onLeave));
  changed();
  expect(onLeave).not.toHaveBeenCalled();
});
