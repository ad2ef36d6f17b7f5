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

const mostEntries = 40;

/** Chooses from the menu of the selection as someone without a pointer does. */
async function choose(page: Page, name: string): Promise<void> {
  await page.keyboard.press("Shift+F10");
  const entry: Locator = page.getByRole("menuitem", { name, exact: true });
  await expect(entry).toBeVisible();
  const isThere = () => entry.evaluate((own) => own === document.activeElement);
  for (let at = 0; at < mostEntries && !(await isThere()); at += 1)
    await page.keyboard.press("ArrowDown");
  await expect(entry).toBeFocused();
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
  const strip = header.locator("[data-funnel]");
  await expect(strip).toHaveText(/% go on, .+% leave/);

  await header.focus();
  await choose(page, "Journey breaks off here");
  await expect(header.getByText("Breaks off here")).toBeVisible();
  await expect(
    page.getByRole("button", { name: `Breaks off: ${title}` }),
  ).toBeVisible();

  await header.focus();
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
