import type { Locator, Page } from "@playwright/test";
import { violationsInBoth } from "./axe";
import { smallForFingers } from "./fingers";
import { expect, test } from "./fixtures";
import { gridOf, saved } from "./map";

test.setTimeout(180_000);

/** Nothing of WCAG 2.2 AA is broken in a part of the page, in either light, and fingers hit what is in it. */
async function expectSound(page: Page, selector: string): Promise<void> {
  expect(await violationsInBoth(page, selector)).toEqual([]);
  expect(await smallForFingers(page, selector)).toEqual([]);
}

async function press(target: Locator): Promise<void> {
  await target.focus();
  await target.press("Enter");
}

/** Chooses in the menu of the map by its words. */
async function fromMapMenu(page: Page, name: string): Promise<void> {
  await press(page.getByRole("button", { name: "More about this map" }));
  await press(page.getByRole("menuitem", { name }));
}

test("[R81] [R82] [R15] [A7] the first minutes by keyboard alone: a template that can be seen, the guide, the evaluation, and the map as a template", async ({
  signUp,
}) => {
  const { page, workspace } = await signUp();
  await page.goto(`/w/${workspace}/journeys`);
  await press(page.getByRole("button", { name: "New journey" }).first());
  const dialog = page.getByRole("dialog", { name: "New journey" });
  const search = dialog.getByRole("searchbox", { name: "Search templates" });
  await search.fill("key moment");
  const canvas = dialog.getByRole("radio", { name: /^Service canvas/ });
  await canvas.focus();
  await page.keyboard.press("Space");
  await expect(
    dialog.getByRole("region", { name: "Preview of “Service canvas”" }).last(),
  ).toBeVisible();
  await expectSound(page, "[role=dialog]");
  // Enter on what is chosen begins with it, as in every form.
  await canvas.focus();
  await page.keyboard.press("Enter");
  await expect(gridOf(page)).toBeVisible();

  await test.step("[R81] the guide leads to the place where a step is done", async () => {
    await press(page.getByRole("button", { name: "Next tip" }));
    await press(page.getByRole("button", { name: "Next tip" }));
    await press(page.getByRole("button", { name: "Open the guide" }));
    const guide = page.getByRole("complementary", { name: "Guide" });
    await guide
      .getByRole("textbox", { name: "Word for the customer" })
      .fill("donor");
    await page.keyboard.press("Enter");
    await expect(
      guide.getByRole("heading", { name: "Who is the donor?" }),
    ).toBeVisible();
    await press(guide.getByRole("button", { name: /Name the stages/ }));
    await expect(page.locator("[data-cell]:focus")).toBeVisible();
    await saved(page);
    await expectSound(page, "[data-region=panel]");
    await guide.getByRole("tab", { name: "Three steps" }).focus();
    await page.keyboard.press("ArrowRight");
    await expect(
      guide.getByText("As soon as there are touchpoints"),
    ).toBeVisible();
    await expectSound(page, "[data-region=panel]");
    await page.keyboard.press("ArrowRight");
  });

  await test.step("[R82] a question is ticked and noted, and both are there after a reload", async () => {
    const tick = page.getByRole("checkbox", { name: /How is after-care/ });
    await tick.focus();
    await page.keyboard.press("Space");
    await page
      .getByRole("textbox", { name: "Note on: After-care" })
      .fill("We call after a week");
    await page.keyboard.press("Tab");
    await expect(page.getByText("Last by Ada Lovelace")).toBeVisible();
    await expectSound(page, "[data-region=panel]");
    await page.reload();
    await saved(page);
    await fromMapMenu(page, "Evaluation");
    await expect(tick).toBeChecked();
    await expect(
      page.getByRole("textbox", { name: "Note on: After-care" }),
    ).toHaveValue("We call after a week");
  });

  await test.step("[R16] the map is kept as a template and begins the next one", async () => {
    await fromMapMenu(page, "Save as template");
    const form = page.getByRole("dialog", { name: "Save as template" });
    await form.getByRole("textbox", { name: "Name" }).fill("Our way");
    await page.keyboard.press("Enter");
    await expect(form).toBeHidden();
    await page.goto(`/w/${workspace}/journeys`);
    await press(page.getByRole("button", { name: "New journey" }).first());
    await expect(page.getByRole("radio", { name: /^Our way/ })).toBeChecked();
  });
});
