import type { Page } from "@playwright/test";
import axe from "axe-core";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What the scheme of colours can change; all else is the same in light and in dark. */
const OF_COLOUR = ["color-contrast", "link-in-text-block"];

interface Asked {
  /** By colours alone, where nothing else is another than when it was asked before. */
  readonly coloursOnly?: boolean;
  /** A part of the page, by its selector. */
  readonly within?: string;
}

/** Waits until what fades in or changes its colour has done so; meanwhile its colours are nobody's choice. */
const settled = (page: Page): Promise<unknown> =>
  page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(
          ({ effect }) => effect?.getComputedTiming().iterations !== Infinity,
        )
        .map((one) => one.finished),
    ),
  );

interface Question {
  context: { exclude: string[]; include?: string[] };
  runOnly: { type: "rule" | "tag"; values: string[] };
}

/**
 * What is wrong, in a line each. Runs in the page: all else that axe tells is much, and stays there. It keeps no source of
 * what it looked at, which nobody reads: for each text that would be all of the page that lies behind it.
 */
async function linesOf({ context, runOnly }: Question): Promise<string[]> {
  const { axe: there } = window as unknown as { axe: typeof axe };
  const { violations: found } = await there.run(context, {
    runOnly,
    resultTypes: ["violations"],
  });
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );
}

/** What is wrong on a page by WCAG 2.2 AA, in a line each. */
export async function violations(
  page: Page,
  { coloursOnly = false, within }: Asked = {},
): Promise<string[]> {
  const question: Question = {
    context: {
      // React Aria speaks of options that are gone a moment later, and leaves the words for seconds.
      exclude: ["[data-live-announcer]"],
      ...(within && { include: [within] }),
    },
    runOnly: coloursOnly
      ? { type: "rule", values: OF_COLOUR }
      : { type: "tag", values: WCAG },
  };
  // It is half a megabyte: once for each page that was loaded.
  if (!(await page.evaluate(() => "axe" in window)))
    await page.evaluate(`${axe.source}; axe.configure({ noHtml: true });`);
  await settled(page);
  return page.evaluate(linesOf, question);
}

/**
 * What is wrong in light or in dark. It begins with the one in which the page is and ends with the other: to find all
 * styles anew costs more than either look.
 */
export async function violationsInBoth(
  page: Page,
  within?: string,
): Promise<string[]> {
  const isDark = await page.evaluate(
    () => matchMedia("(prefers-color-scheme: dark)").matches,
  );
  const [now, then] = isDark ? DARK_FIRST : LIGHT_FIRST;
  const first = await violations(page, { within });
  await page.emulateMedia({ colorScheme: then });
  const other = await violations(page, { within, coloursOnly: true });
  return [
    ...first.map((line) => `in ${now}, ${line}`),
    ...other.map((line) => `in ${then}, ${line}`),
  ];
}

const LIGHT_FIRST = ["light", "dark"] as const;
const DARK_FIRST = ["dark", "light"] as const;
