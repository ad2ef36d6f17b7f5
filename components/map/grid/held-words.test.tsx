import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { letGo, writeText } from "./held-words";

const lineHeight = 20;
const perLine = 10;
let words: HTMLParagraphElement;
let place: Text;
let zoom: number;
let isSeen: boolean;
let tellWidth: (width: number) => void;

/** A browser in which ten characters fill a line. */
beforeEach(() => {
  vi.useFakeTimers();
  words = document.createElement("p");
  place = document.createTextNode("boots");
  words.append(place);
  document.body.append(words);
  zoom = 1;
  isSeen = true;
  const lines = () =>
    place.data
      .split("\n")
      .reduce(
        (sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)),
        0,
      );
  const height = () => parseFloat(words.style.height) || lines() * lineHeight;
  const box = (pixels: number) => ({ height: pixels * zoom }) as DOMRect;
  vi.spyOn(window, "getComputedStyle").mockImplementation(
    () => ({ height: `${height()}px` }) as CSSStyleDeclaration,
  );
  words.getBoundingClientRect = () => box(height());
  words.checkVisibility = () => isSeen;
  // From the head of the first letter to the foot of the last.
  Range.prototype.getBoundingClientRect = () =>
    box((lines() - 1) * lineHeight + 16);
  vi.stubGlobal(
    "ResizeObserver",
    class {
      constructor(tell: (entries: unknown[]) => void) {
        tellWidth = (width) =>
          tell([{ target: words, contentRect: { width } }]);
      }
      observe = () => undefined;
      unobserve = () => undefined;
    },
  );
});
afterEach(() => {
  letGo(words);
  words.remove();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** With the frame in which it is drawn. */
function write(text: string): void {
  writeText(place, text);
  expect(words.textContent).toBe(text);
  vi.advanceTimersByTime(20);
}

const held = () => words.style.height;

test.each([1, 1.5])(
  "[A5] words that a colleague goes on writing are as high as their lines, more of them or fewer, at a zoom of %d",
  (level) => {
    zoom = level;
    write("boots o");
    expect(held()).toBe("");
    write("boots of");
    expect(held()).toBe("20px");
    write("boots of leather");
    expect(held()).toBe("40px");
    write("boots of leather and suede");
    expect(held()).toBe("60px");
    write("boots");
    expect(held()).toBe("20px");
  },
);

test("[A5] they stand in their row as all others do once nobody writes there for a while", () => {
  write("boots o");
  write("boots of");
  vi.advanceTimersByTime(40_000);
  write("boots of leather");
  vi.advanceTimersByTime(40_000);
  expect(held()).toBe("40px");
  vi.advanceTimersByTime(40_000);
  expect(held()).toBe("");
  expect(words.style.contain).toBe("");
});

test("[A5] so do words in a column that becomes wider or narrower, and those that end in an empty line", () => {
  write("boots o");
  write("boots of");
  tellWidth(200);
  expect(held()).toBe("20px");
  tellWidth(300);
  expect(held()).toBe("");
  write("boots of l");
  write("boots of le");
  expect(held()).toBe("40px");
  write("boots of le\n");
  expect(held()).toBe("");
});

test("the browser is not made to lay out words that are out of sight", () => {
  isSeen = false;
  write("boots o");
  write("boots of");
  expect(held()).toBe("");
  expect(getComputedStyle).not.toHaveBeenCalled();
});
