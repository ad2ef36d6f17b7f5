import type { Page } from "@playwright/test";

/**
 * What can be touched and is smaller than 44 pixels (WCAG 2.5.5), by the styles that a page has where fingers point at it. It
 * asks the page as it stands: on a touch screen a map begins by being read. A link in a sentence is as high as its line.
 */
export const smallForFingers = (
  page: Page,
  within = "body",
): Promise<string[]> => page.evaluate(findSmall, within);

/** Runs in the page. */
function findSmall(within: string): string[] {
  const FINGER = 44;
  const controls = `a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button],
    [role^=menuitem], [role=option], [role=radio], [role=checkbox], [role=switch], [role=tab], [role=slider]`;
  const styles = [...document.styleSheets].flatMap(({ cssRules }) =>
    forFingers(cssRules),
  );
  if (styles.length === 0) throw new Error("Nothing is for fingers here.");
  const sheet = new CSSStyleSheet();
  // Sizes do not glide to what they will be, however shortly.
  sheet.replaceSync(
    `${styles.join("\n").replaceAll("(pointer: coarse)", "(min-width: 0px)")}
    *, ::before, ::after { transition-property: none !important; }`,
  );
  const before = [...document.adoptedStyleSheets];
  document.adoptedStyleSheets = [...before, sheet];
  const small = smallOnes();
  document.adoptedStyleSheets = before;
  return small;

  function forFingers(rules: CSSRuleList): string[] {
    return [...rules].flatMap((rule) => {
      if (rule instanceof CSSLayerBlockRule) {
        const inside = forFingers(rule.cssRules).join("\n");
        return inside ? [`@layer ${rule.name} { ${inside} }`] : [];
      }
      const { cssText } = rule;
      return cssText.includes("(pointer: coarse)") ? [cssText] : [];
    });
  }

  function smallOnes(): string[] {
    return [...document.querySelectorAll(within)]
      .flatMap((part) => [...part.querySelectorAll<HTMLElement>(controls)])
      .filter((element) => isTouched(element) && !isInSentence(element))
      .flatMap((element) => {
        const [width, height] = targetOf(element);
        const isLarge = width > FINGER - 1 && height > FINGER - 1;
        return isLarge ? [] : [lineOf(element, width, height)];
      });
  }

  function lineOf(element: HTMLElement, width: number, height: number): string {
    const { ariaLabel, textContent, tagName, className } = element;
    const name = (ariaLabel ?? textContent ?? "").trim().slice(0, 40);
    return `${Math.round(width)} × ${Math.round(height)}: ${tagName} “${name}” ${className}`;
  }

  /** Whether it is drawn on the page, and takes touches. */
  function isTouched(element: HTMLElement): boolean {
    const isSeen = element.checkVisibility({
      opacityProperty: true,
      visibilityProperty: true,
    });
    const { right, bottom, width, height } = element.getBoundingClientRect();
    return (
      isSeen &&
      !element.matches(":disabled") &&
      // What stands for a box that is drawn in another way.
      !element.closest("[aria-hidden=true]") &&
      right > 0 &&
      bottom + scrollY > 0 &&
      width > 2 &&
      height > 2
    );
  }

  /** What takes its touches: all of its label, and what it lays over the place around it. */
  function targetOf(element: HTMLElement): [number, number] {
    const own = element.getBoundingClientRect();
    const label = element.closest("label")?.getBoundingClientRect() ?? own;
    const around = ["::before", "::after"]
      .map((part) => getComputedStyle(element, part))
      .filter(
        ({ content, position }) =>
          content !== "none" && position === "absolute",
      )
      .map(({ width, height }) => [width, height].map(Number.parseFloat));
    return [
      Math.max(own.width, label.width, ...around.map(([width]) => width!)),
      Math.max(
        own.height,
        label.height,
        ...around.map(([, height]) => height!),
      ),
    ];
  }

  /** Whether words stand before or behind it in the same line. */
  function isInSentence(element: HTMLElement): boolean {
    if (getComputedStyle(element).display !== "inline") return false;
    const around = element.parentElement?.childNodes ?? [];
    return [...around].some(
      ({ nodeType, textContent }) =>
        nodeType === Node.TEXT_NODE && textContent?.trim(),
    );
  }
}
