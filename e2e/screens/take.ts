import { mkdir } from "node:fs/promises";
import path from "node:path";
import {
  expect,
  type Browser,
  type BrowserContextOptions,
  type Page,
} from "@playwright/test";
import { writeWebp } from "../../scripts/webp.mjs";
import type { Screen, Shown } from "./screens";

/** A laptop, and a phone in the hand. */
const devices: Readonly<Record<string, BrowserContextOptions>> = {
  wide: { viewport: { width: 1440, height: 900 } },
  phone: {
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
  },
};

interface Album {
  readonly browser: Browser;
  readonly folder: string;
  /** What a browser must know to be signed in. */
  readonly session: BrowserContextOptions;
  readonly shown: Shown;
}

/** Nothing on the page is on its way any more. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  // What has just opened is painted with the next frame.
  await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    await frame();
    await frame();
  });
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getTiming().iterations !== Infinity)
        .map(({ finished }) => finished),
    ).then(() => undefined),
  );
  await expect(
    page.locator(":is([aria-busy=true], .animate-spin):visible"),
  ).toHaveCount(0);
}

async function take(page: Page, file: string): Promise<void> {
  const picture = await page.screenshot({
    animations: "disabled",
    caret: "hide",
  });
  await writeWebp(picture, file);
}

/** The first sheet of paper, which is the same on every device. */
async function takePaper(page: Page, file: string): Promise<void> {
  await page.emulateMedia({ media: "print" });
  await settled(page);
  const sheet = page.locator("[data-print-page]").first();
  await writeWebp(await sheet.screenshot(), file);
  await page.emulateMedia({ media: null });
}

/** Pictures each screen on a laptop and on a phone, in light and in dark. */
export async function takeAll(
  screens: readonly Screen[],
  { browser, folder, session, shown }: Album,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [device, options] of Object.entries(devices)) {
    const context = await browser.newContext({
      ...session,
      ...options,
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    for (const screen of screens) {
      if (screen.isPaper && device !== "wide") continue;
      await page.emulateMedia({ colorScheme: "light" });
      await page.goto(screen.address(shown));
      await screen.prepare?.(page);
      if (screen.isPaper) {
        await takePaper(page, path.join(folder, `${screen.name}.webp`));
        continue;
      }
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await settled(page);
        const name = `${screen.name}-${device}-${colorScheme}.webp`;
        await take(page, path.join(folder, name));
      }
    }
    await context.close();
  }
}
