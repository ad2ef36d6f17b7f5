import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What the scheme of colours can change; all else is the same in light and in dark. */
const OF_COLOUR = ["color-contrast", "link-in-text-block"];

interface Asked {
  /** By colours alone, where nothing else is another than when it was asked before. */
  readonly coloursOnly?: boolean;
  /** A part of the page, by its selector. */
  readonly within?: string;
}

/** Waits until colours that were changing are what they will stay; while they change they are nobody's choice. */
const settled = (page: Page): Promise<unknown> =>
  page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((one) => one instanceof CSSTransition)
        .map((one) => one.finished),
    ),
  );

/** What is wrong on a page by WCAG 2.2 AA, in a line each. */
export async function violations(
  page: Page,
  { coloursOnly = false, within }: Asked = {},
): Promise<string[]> {
  // React Aria speaks of options that are gone a moment later, and leaves the words for seconds.
  const axe = new AxeBuilder({ page }).exclude("[data-live-announcer]");
  // Otherwise it opens a page of its own for each answer, for frames from elsewhere, which there are none of.
  axe.setLegacyMode();
  if (within) axe.include(within);
  await settled(page);
  const asked = coloursOnly ? axe.withRules(OF_COLOUR) : axe.withTags(WCAG);
  const found = await asked.analyze();
  return found.violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );
}

/** What is wrong in light or in dark. */
export async function violationsInBoth(
  page: Page,
  within?: string,
): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "light" });
  const inLight = await violations(page, { within });
  await page.emulateMedia({ colorScheme: "dark" });
  const inDark = await violations(page, { within, coloursOnly: true });
  await page.emulateMedia({ colorScheme: "light" });
  return [...inLight, ...inDark.map((line) => `in dark, ${line}`)];
}
