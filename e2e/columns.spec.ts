import { expect, test } from "./fixtures";
import { gridOf, openSample, saved } from "./map";

test("[A3] a column is made wider by its edge, taken hold of from either side, and what was set is the same after a reload", async ({
  signUp,
}) => {
  const { page, workspace } = await signUp();
  await openSample(page, workspace);
  await saved(page);
  const heading = gridOf(page).locator('[data-drag="touchpoint"]').first();
  const width = async () => Math.round((await heading.boundingBox())!.width);
  const before = await width();

  const id = await heading.getAttribute("data-id");
  /** From so many pixels beside the line between the two columns. */
  const pull = async (beside: number, by: number) => {
    const { x, y, width: wide } = (await heading.boundingBox())!;
    // Over the heading that the hand comes from, then to the edge.
    await page.mouse.move(x + wide + 15 * beside, y + 30);
    await page.mouse.move(x + wide + beside, y + 30, { steps: 6 });
    await expect(page.locator(`[data-resize="${id}"]`)).toBeVisible();
    await page.mouse.down();
    await page.mouse.move(x + wide + by, y + 90, { steps: 8 });
    await page.mouse.up();
  };
  await pull(-3, 60);
  await expect
    .poll(async () => Math.abs((await width()) - before - 63))
    .toBeLessThan(4);
  const wider = await width();
  await pull(2, -40);
  await expect
    .poll(async () => Math.abs((await width()) - wider + 42))
    .toBeLessThan(4);
  const last = await width();
  await page.reload();
  await saved(page);
  expect(await width()).toBe(last);
});
