import type { Locator, Page } from "@playwright/test";
import { violationsInBoth } from "./axe";
import { expect, test } from "./fixtures";
import { gridOf, saved } from "./map";

interface Point {
  readonly id: string;
  readonly title: string;
  readonly dropOffShare: number | null;
  readonly breaksOff: boolean;
  readonly stage: { readonly title: string };
  readonly journey: { readonly id: string };
}

const mostSteps = 40;

/** Presses a key until something has the focus. */
async function walkTo(page: Page, target: Locator, key: string): Promise<void> {
  await expect(target).toBeVisible();
  const isThere = () =>
    target.evaluate((own) => own === document.activeElement);
  for (let step = 0; step < mostSteps && !(await isThere()); step += 1)
    await page.keyboard.press(key);
  await expect(target).toBeFocused();
}

/** From anywhere on the map to the heading of a touchpoint. */
async function walkToHeading(page: Page, heading: Locator): Promise<void> {
  await gridOf(page).locator('[tabindex="0"]').first().focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowDown");
  await walkTo(page, heading, "ArrowRight");
}

/** Chooses from the menu of the selection as someone without a pointer does. */
async function choose(page: Page, name: string): Promise<void> {
  await page.keyboard.press("Shift+F10");
  const entry = page.getByRole("menuitem", { name, exact: true });
  await walkTo(page, entry, "ArrowDown");
  await page.keyboard.press("Enter");
}

test("[R80] [R85] [N07] with the keyboard a journey is said to break off at a touchpoint, and a follow-up three hours later is made of that", async ({
  signUp,
}) => {
  test.setTimeout(120_000);
  const { page, workspace } = await signUp();
  const list = async () => {
    const answer = await page.request.get(
      `/api/v1/workspaces/${workspace}/touchpoints`,
    );
    return ((await answer.json()) as { touchpoints: Point[] }).touchpoints;
  };
  const lossy = (await list()).filter(({ dropOffShare }) => dropOffShare);
  const { id, title, stage, journey } = lossy.at(-1)!;
  await page.goto(`/w/${workspace}/journeys/${journey.id}`);
  await saved(page);
  const header = gridOf(page).getByRole("columnheader", { name: title });
  await expect(header).toHaveAccessibleName(/% go on, .+% leave/);

  await walkToHeading(page, header);
  await choose(page, "Journey breaks off here");
  await expect(header.getByText("Breaks off here")).toBeVisible();
  await expect(
    page.getByRole("button", { name: `Breaks off: ${title}` }),
  ).toBeVisible();

  await walkToHeading(page, header);
  await choose(page, "Add a follow-up after this failure");
  const panel = page.getByRole("complementary", {
    name: "Touchpoint: Follow-up",
  });
  await expect(
    panel.getByRole("button", {
      name: `Follows up on the failure of “${title}”`,
    }),
  ).toBeVisible();
  await expect(
    gridOf(page).getByRole("columnheader", { name: /^Follow-up/ }),
  ).toContainText(`3 hr after breaking off at “${title}”`);
  expect(await violationsInBoth(page, "[data-heading]")).toEqual([]);
  await saved(page);
  // Rows follow the document after a moment.
  await expect
    .poll(async () => (await list()).find((one) => one.id === id)?.breaksOff)
    .toBe(true);

  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/w/${workspace}/journeys/${journey.id}?view=outline`);
  await page.getByRole("button", { name: stage.title, exact: true }).click();
  const outline = page.getByTestId("map-outline");
  await expect(outline.getByText("Breaks off here")).toBeVisible();
  await expect(outline.locator("[data-funnel]").first()).toBeVisible();
  expect(
    await page.evaluate(
      () => document.documentElement.scrollWidth > innerWidth,
    ),
  ).toBe(false);
});
