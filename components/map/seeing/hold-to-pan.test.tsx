import { cleanup, fireEvent } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { holdToPan } from "./hold-to-pan";
import type { Viewport } from "./viewport";

const panBy = vi.fn();
let frame: HTMLElement;
let stop: () => void;

beforeEach(() => {
  panBy.mockClear();
  document.body.innerHTML = `<div id="frame"><div id="cell" tabindex="0"></div><textarea></textarea></div>`;
  frame = document.getElementById("frame")!;
  frame.setPointerCapture = () => undefined;
  stop = holdToPan(frame, { panBy } as unknown as Viewport);
});
afterEach(() => {
  stop();
  cleanup();
});

const part = (selector: string) =>
  document.querySelector<HTMLElement>(selector)!;

/** A pointer at a place; whether the browser and the map go on to deal with it. */
function point(type: string, [x, y]: readonly [number, number], button = 0) {
  const place = { clientX: x, clientY: y, button };
  const event = new MouseEvent(type, {
    ...place,
    bubbles: true,
    cancelable: true,
  });
  return fireEvent(part("#cell"), Object.assign(event, { pointerId: 1 }));
}
const space = (type: "keyDown" | "keyUp", on = "#cell") => {
  part(on).focus();
  return fireEvent[type](part(on), { key: " " });
};

it("[A4] the held space bar drags the map, and opens nothing when it is let go", () => {
  const opened = vi.fn();
  frame.addEventListener("keyup", opened);
  space("keyDown");
  expect(frame.dataset.pan).toBe("ready");
  expect(point("pointerdown", [100, 50])).toBe(false);
  expect(frame.dataset.pan).toBe("dragging");
  // A hand trembles.
  point("pointermove", [101, 51]);
  expect(panBy).not.toHaveBeenCalled();
  point("pointermove", [90, 30]);
  expect(panBy).toHaveBeenCalledExactlyOnceWith(10, 20);
  point("pointerup", [90, 30]);
  space("keyUp");
  expect(opened).not.toHaveBeenCalled();
  expect(frame.dataset.pan).toBe("");
  point("pointermove", [0, 0]);
  expect(panBy).toHaveBeenCalledOnce();
});

it("[A4] [A1] a space bar under which nothing was dragged is told to the map, which opens what is selected", () => {
  const opened = vi.fn();
  frame.addEventListener("keyup", opened);
  space("keyDown");
  space("keyUp");
  expect(opened).toHaveBeenCalledOnce();
});

it("[A4] the middle button drags without a key, and where text is written a space is a space", () => {
  point("pointerdown", [10, 10], 1);
  point("pointermove", [0, 0]);
  expect(panBy).toHaveBeenCalledExactlyOnceWith(10, 10);
  point("pointerup", [0, 0], 1);
  expect(space("keyDown", "textarea")).toBe(true);
  expect(frame.dataset.pan).toBe("");
  expect(point("pointerdown", [10, 10])).toBe(true);
});
