import { afterEach, beforeEach, expect, test, vi } from "vitest";

/** Of the words, as a browser would lay them out: so many signs in a line, so many pixels for one. */
const SIGNS = 10;
const LINE = 20;

let field: HTMLTextAreaElement;
let asked: number;

const naturalHeight = () =>
  LINE *
  field.value
    .split("\n")
    .reduce(
      (sum, line) => sum + Math.max(1, Math.ceil(line.length / SIGNS)),
      0,
    );

async function module(canSizeItself: boolean) {
  vi.resetModules();
  vi.stubGlobal("CSS", { supports: () => canSizeItself });
  return import("./field-height");
}

beforeEach(() => {
  field = document.createElement("textarea");
  document.body.append(field);
  asked = 0;
  vi.stubGlobal("getComputedStyle", () => {
    asked += 1;
    const { height } = field.style;
    const isHeld = height !== "" && height !== "auto";
    return { height: isHeld ? height : `${naturalHeight()}px`, width: "200px" };
  });
  Object.defineProperty(field, "scrollHeight", { get: naturalHeight });
  Object.defineProperty(field, "clientHeight", {
    get: () => parseFloat(field.style.height),
  });
});
afterEach(() => {
  field.remove();
  vi.unstubAllGlobals();
});

test("[A1] a field in which somebody writes is held as high as its words, and measured when they need another line", async () => {
  const { fitHeight, keepHeight } = await module(true);
  field.value = "five5";
  fitHeight(field);
  expect(field.style.height).toBe("20px");
  expect(field.style.contain).toBe("size layout");
  for (const key of "abcde") {
    field.value += key;
    keepHeight(field);
  }
  expect(asked).toBe(1);
  field.value += "f";
  keepHeight(field);
  expect(field.style.height).toBe("40px");
  expect(asked).toBe(2);
});

test("[A1] it becomes lower when words are taken away, and when they are replaced by others in fewer lines", async () => {
  const { fitHeight, keepHeight } = await module(true);
  field.value = "a\nb\nc";
  fitHeight(field);
  expect(field.style.height).toBe("60px");
  field.value = "a\nb";
  keepHeight(field);
  expect(field.style.height).toBe("40px");
  field.value = "six666";
  keepHeight(field);
  expect(field.style.height).toBe("20px");
});

test("[A1] where a browser cannot let a field size itself it is measured at every key", async () => {
  const { fitHeight, keepHeight } = await module(false);
  field.value = "five5";
  fitHeight(field);
  field.value = "eleven11111";
  keepHeight(field);
  expect(field.style.height).toBe("40px");
  expect(field.style.contain ?? "").toBe("");
});
