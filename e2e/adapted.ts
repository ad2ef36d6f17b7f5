import { expect, type Page } from "@playwright/test";

/** The spacing of text that a page must bear (WCAG 1.4.12). */
const SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }
`;

/** Texts of which more is hidden, or that reach out of their control, once they are spaced. */
export async function cutBySpacing(page: Page): Promise<string[]> {
  // What is out of sight is left out of the layout, and may come into it between the two looks.
  const drawn = await page.addStyleTag({
    content: "* { content-visibility: visible !important; }",
  });
  const before = new Set(await page.evaluate(findCut));
  const style = await page.addStyleTag({ content: SPACING });
  const after = await page.evaluate(findCut);
  for (const tag of [style, drawn])
    await tag.evaluate((element) => (element as Element).remove());
  return after.filter((line) => !before.has(line));
}

/** Runs in the page. */
function findCut(): string[] {
  const lines: string[] = [];
  for (const element of document.body.querySelectorAll<HTMLElement>("*")) {
    const words = [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.textContent?.trim() ?? "")
      .join(" ")
      .trim();
    // What only readers of screens get, and what is empty, is seen by nobody.
    if (!words || !element.checkVisibility({ opacityProperty: true })) continue;
    const { width, height } = element.getBoundingClientRect();
    if (width <= 1 || height <= 1) continue;
    // One line that ends in dots ends in them anyway, and is whole where it is opened.
    const { textOverflow, webkitLineClamp } = getComputedStyle(element);
    if (textOverflow === "ellipsis" || webkitLineClamp !== "none") continue;
    const range = document.createRange();
    range.selectNodeContents(element);
    const text = range.getBoundingClientRect();
    const box = boxOf(element);
    // As what holds the words for readers of screens: its one pixel cuts every word, at any spacing.
    if (box.width <= 1 || box.height <= 1) continue;
    // The space at which a line breaks hangs out of it.
    const space = 0.75 * Number.parseFloat(getComputedStyle(element).fontSize);
    const isOut =
      text.bottom > box.bottom + 2 ||
      text.top < box.top - 2 ||
      text.right > box.right + space;
    if (isOut) lines.push(`${element.tagName.toLowerCase()}: ${words}`);
  }
  return lines;

  /** What holds a text: the control that it names, or what cuts off what does not fit. */
  function boxOf(element: HTMLElement): DOMRect {
    let holder = element;
    while (holder.parentElement && holder !== document.body) {
      const { overflowX, overflowY, display } = getComputedStyle(holder);
      const cuts = [overflowX, overflowY].some((one) =>
        ["hidden", "clip"].includes(one),
      );
      const scrolls = [overflowX, overflowY].some((one) =>
        ["auto", "scroll"].includes(one),
      );
      if (scrolls) break;
      if (cuts && display !== "inline") return holder.getBoundingClientRect();
      if (holder.matches("button, a, [role=button], [role=tab]"))
        return holder.getBoundingClientRect();
      holder = holder.parentElement;
    }
    return new DOMRect(-1e6, -1e6, 2e6, 2e6);
  }
}

/** What still moves by itself, or takes its time, for somebody who asked for less of that. */
export function movements(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const A_FRAME_MS = 16;
    const seconds = (list: string) =>
      Math.max(...list.split(",").map((one) => Number.parseFloat(one) || 0));
    const slow = [...document.querySelectorAll("*")].flatMap((element) => {
      const style = getComputedStyle(element);
      const longest = Math.max(
        seconds(style.transitionDuration),
        seconds(style.animationDuration),
      );
      const isSlow = longest * 1_000 > A_FRAME_MS;
      const isSmooth = style.scrollBehavior === "smooth";
      return isSlow || isSmooth
        ? [`${element.tagName}.${element.className}`]
        : [];
    });
    const running = document
      .getAnimations()
      .filter((one) => one.effect?.getTiming().iterations === Infinity)
      .map(() => "an animation without end");
    return [...slow, ...running];
  });
}

/** How much wider the page is than its window. */
export function tooWide(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}

/**
 * What is read sideways in a box of its own although it is no table and no drawing, which alone need both directions
 * (WCAG 1.4.10). A row of buttons that is walked along is not read.
 */
export function readSideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const rows = "nav, [role=toolbar], [role=group], input, textarea";
    const figures = "table, [role=grid], [role=slider], [role=img]";
    return [...document.body.querySelectorAll("*")]
      .filter(
        (element) =>
          element.scrollWidth > element.clientWidth + 1 &&
          ["auto", "scroll"].includes(getComputedStyle(element).overflowX) &&
          element.checkVisibility() &&
          !element.closest(rows) &&
          !element.querySelector(figures),
      )
      .map(({ tagName, className }) => `${tagName}.${String(className)}`);
  });
}

/**
 * Walks through the page with Tab. A list that is still fading away may lie over what has the focus; what
 * stays over it may not.
 *
 * @returns what had the focus while none of it could be seen (WCAG 2.4.11), and what lay over it.
 */
export async function hiddenFocus(
  page: Page,
  steps: number,
): Promise<string[]> {
  const hidden: string[] = [];
  for (let step = 0; step < steps; step += 1) {
    await page.keyboard.press("Tab");
    let cover: string | null = null;
    await expect
      .poll(async () => (cover = await page.evaluate(coverOfFocus)), {
        timeout: 5_000,
      })
      .toBeNull()
      .catch(() => hidden.push(String(cover)));
  }
  return hidden;
}

/** What has the focus and what lies over all of it; null when some of it is seen. Runs in the page. */
function coverOfFocus(): string | null {
  const element = document.activeElement;
  // A label in sight stands for the bare box that it draws.
  if (!element || element === document.body || element.closest("label"))
    return null;
  const { left, top, width, height } = element.getBoundingClientRect();
  const places = [0.1, 0.5, 0.9].flatMap((x) =>
    [0.1, 0.5, 0.9].map((y) =>
      document.elementFromPoint(left + width * x, top + height * y),
    ),
  );
  const isSeen = places.some(
    (at) => at && (element.contains(at) || at.contains(element)),
  );
  const over = places.find(Boolean)?.outerHTML.slice(0, 120);
  return isSeen
    ? null
    : `${element.outerHTML.slice(0, 120)} under ${over ?? "nothing: it is out of sight"}`;
}
