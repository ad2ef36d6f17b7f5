import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { AfterPaint } from "./after-paint";

let paint: (() => void)[];
let painted: AfterPaint;
let done: string[];

beforeEach(() => {
  vi.useFakeTimers();
  paint = [];
  done = [];
  vi.stubGlobal("requestAnimationFrame", (draw: () => void) =>
    paint.push(draw),
  );
  painted = new AfterPaint();
});
afterEach(() => {
  painted.stop();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const draw = () => {
  for (const drawing of paint.splice(0)) drawing();
  vi.advanceTimersByTime(1);
};
const one = () => void done.push("one");
const two = () => void done.push("two");

it("does once after the page was painted what was asked for, in its order", () => {
  painted.ask(one);
  painted.ask(two);
  painted.ask(one);
  expect(done).toEqual([]);
  expect(paint).toHaveLength(1);
  draw();
  expect(done).toEqual(["one", "two"]);
  vi.advanceTimersByTime(200);
  painted.ask(one);
  draw();
  expect(done).toEqual(["one", "two", "one"]);
});

it("does it all the same in a page that is not painted, and at once in one that is hidden", () => {
  painted.ask(one);
  vi.advanceTimersByTime(50);
  expect(done).toEqual(["one"]);
  vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
  painted.ask(two);
  expect(done).toEqual(["one", "two"]);
});

it("does not do what is done already, and nothing once it is over", () => {
  painted.ask(one);
  painted.ask(two);
  painted.forget(one);
  draw();
  expect(done).toEqual(["two"]);
  painted.ask(one);
  painted.stop();
  draw();
  vi.advanceTimersByTime(200);
  expect(done).toEqual(["two"]);
});

it("leaves for the next time what asks again while it is done", () => {
  const again = () => {
    done.push("again");
    painted.ask(again);
  };
  painted.ask(again);
  draw();
  expect(done).toEqual(["again"]);
  draw();
  expect(done).toEqual(["again", "again"]);
});

it("what fails is told, and keeps nothing else from being done", () => {
  const reported = vi.fn();
  vi.stubGlobal("reportError", reported);
  painted.ask(() => {
    throw new Error("no");
  });
  painted.ask(two);
  draw();
  expect(done).toEqual(["two"]);
  expect(reported).toHaveBeenCalledTimes(1);
});
