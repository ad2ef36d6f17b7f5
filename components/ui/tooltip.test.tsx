import {
  act,
  cleanup,
  fireEvent,
  render,
  screen,
} from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Tooltip } from "./tooltip";
import { TooltipLayer } from "./tooltip-layer";

beforeEach(() => {
  vi.useFakeTimers();
  render(
    <>
      <Tooltip text="Everything you wrote is stored" keys="S">
        <button type="button" aria-label="Saved">
          <i />
        </button>
      </Tooltip>
      <TooltipLayer />
    </>,
  );
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const button = () => screen.getByRole("button");
const tip = () => screen.queryByRole("tooltip");
const wait = (): void => {
  act(() => void vi.runAllTimers());
};
const pointAt = (element: Element, pointerType = "mouse") => {
  const event = new MouseEvent("pointerover", { bubbles: true });
  Object.defineProperty(event, "pointerType", { value: pointerType });
  fireEvent(element, event);
};

test("[A8] under a pointer that stays, a tooltip says more and describes its element, and goes with the pointer", () => {
  pointAt(button().querySelector("i")!);
  expect(tip()).toBeNull();
  wait();
  expect(tip()?.textContent).toBe("Everything you wrote is storedS");
  expect(button().getAttribute("aria-describedby")).toBe(tip()?.id);
  pointAt(document.body);
  wait();
  expect(tip()).toBeNull();
  expect(button().hasAttribute("aria-describedby")).toBe(false);
});

test("[A8] a tooltip can be pointed at, and Esc takes it away where the pointer is", () => {
  pointAt(button());
  wait();
  pointAt(tip()!);
  wait();
  expect(tip()).not.toBeNull();
  fireEvent.keyDown(document.body, { key: "Escape" });
  expect(tip()).toBeNull();
});

test("[A8] a press takes a tooltip away, and a finger brings none", () => {
  pointAt(button());
  wait();
  fireEvent.pointerDown(button());
  expect(tip()).toBeNull();
  pointAt(document.body);
  wait();
  pointAt(button(), "touch");
  wait();
  expect(tip()).toBeNull();
});
