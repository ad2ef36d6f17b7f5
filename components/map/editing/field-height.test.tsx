import { afterEach, beforeEach, expect, test, vi } from "vitest";

/** Of the words, as a browser would lay them out: so many signs in a line, so many pixels for one. */
const SIGNS = 10;
const LINE = 20;

let field: HTMLTextAreaElement;
let measurings: number;
/** As a style tells it. */
let lineHeight: string;
/** By how many pixels lines with signs of another script are higher than the others. */
let taller: number;
/** Where the words decide how wide a field is, there is nothing left of it once it is held. */
let widthWhenHeld: number;
let width: number;
let resized: () => void;

const naturalHeight = () =>
  taller +
  LINE *
    field.value
      .split("\n")
      .reduce(
        (sum, line) => sum + Math.max(1, Math.ceil(line.length / SIGNS)),
        0,
      );

const isHeld = () => field.style.contain === "size layout";

async function load(canSizeItself: boolean) {
  vi.resetModules();
  vi.stubGlobal("CSS", { supports: () => canSizeItself });
  return import("./field-height");
}

beforeEach(() => {
  field = document.createElement("textarea");
  document.body.append(field);
  measurings = 0;
  lineHeight = `${LINE}px`;
  taller = 0;
  width = 200;
  widthWhenHeld = 200;
  vi.stubGlobal("getComputedStyle", () => ({
    get height() {
      measurings += 1;
      // What is still held, or fixed, says nothing of the words.
      const { height } = field.style;
      const sizing = field.style.getPropertyValue("field-sizing");
      const isNatural = height === "" && sizing === "" && !isHeld();
      return isNatural ? `${naturalHeight()}px` : height;
    },
    lineHeight,
    get width() {
      return `${isHeld() ? Math.min(width, widthWhenHeld) : width}px`;
    },
  }));
  vi.stubGlobal(
    "ResizeObserver",
    class {
      constructor(tell: () => void) {
        resized = tell;
      }
      observe = () => undefined;
      disconnect = () => (resized = () => undefined);
    },
  );
  vi.stubGlobal("requestAnimationFrame", (call: () => void) => {
    call();
    return 1;
  });
  Object.defineProperty(field, "scrollHeight", {
    get: () => Math.max(naturalHeight(), parseFloat(field.style.height) || 0),
  });
  Object.defineProperty(field, "clientHeight", {
    get: () => parseFloat(field.style.height),
  });
});
afterEach(() => {
  field.remove();
  vi.unstubAllGlobals();
});

test("[A1] a field in which somebody writes is held as high as its words, and gets a line when they need another", async () => {
  const { fitHeight, keepHeight } = await load(true);
  field.value = "five5";
  fitHeight(field);
  expect(field.style.height).toBe("20px");
  expect(isHeld()).toBe(true);
  for (const key of "abcde") {
    field.value += key;
    keepHeight(field);
  }
  expect(measurings).toBe(1);
  field.value = `z${field.value}`;
  keepHeight(field);
  expect(field.style.height).toBe("40px");
  field.value += "\n\n";
  keepHeight(field);
  expect(field.style.height).toBe("80px");
  expect(measurings).toBe(1);
  expect(isHeld()).toBe(true);
});

test.each([
  ["a line is higher than others", "20px", 3],
  ["nobody can tell how high a line is", "normal", 0],
])(
  "[A1] it is measured anew when its words need another line and %s",
  async (_, height, more) => {
    const { fitHeight, keepHeight } = await load(true);
    lineHeight = height;
    field.value = "five5";
    fitHeight(field);
    field.value += " and 文字";
    taller = more;
    keepHeight(field);
    expect(field.style.height).toBe(`${40 + more}px`);
    expect(measurings).toBe(2);
  },
);

test.each([
  ["a\nb\nc", "a\nb", "40px"],
  ["a\nb", "six666", "20px"],
  ["01234567\n01234567\n01", "0123456789\n0123456789", "40px"],
  ["one\nline\nless", "one line and less of them", "60px"],
  ["some words that wrap", "", "20px"],
])(
  "[A1] it is as high as its words when they are taken away or replaced: %j by %j",
  async (before, after, height) => {
    const { fitHeight, keepHeight } = await load(true);
    field.value = before;
    fitHeight(field);
    field.value = after;
    keepHeight(field);
    expect(field.style.height).toBe(height);
  },
);

test("[A1] a field that is as wide as its words is left to the browser", async () => {
  const { fitHeight, keepHeight } = await load(true);
  widthWhenHeld = 40;
  field.value = "five5";
  fitHeight(field);
  field.value = "five5 and more";
  keepHeight(field);
  expect(isHeld()).toBe(false);
  expect(field.style.height).toBe("");
  expect(measurings).toBe(1);
});

test("[A1] its lines are counted anew when it becomes wider or narrower, and when the window changes", async () => {
  const { fitHeight, followWidth } = await load(true);
  field.value = "five5";
  fitHeight(field);
  const stop = followWidth(field);
  const once = measurings;
  resized();
  expect(measurings).toBe(once);
  width = 90;
  resized();
  expect(measurings).toBe(once + 1);
  window.dispatchEvent(new Event("resize"));
  expect(measurings).toBe(once + 2);
  stop();
  window.dispatchEvent(new Event("resize"));
  expect(measurings).toBe(once + 2);
});

test("[A1] where a browser cannot let a field size itself it is measured at every key", async () => {
  const { fitHeight, keepHeight } = await load(false);
  field.value = "five5";
  fitHeight(field);
  field.value = "eleven11111";
  keepHeight(field);
  expect(field.style.height).toBe("40px");
  expect(isHeld()).toBe(false);
});
