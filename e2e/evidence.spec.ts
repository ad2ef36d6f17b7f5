import { violationsInBoth } from "./axe";
import { believedHappy } from "./believed";
import { expect, test } from "./fixtures";
import { gridOf, inviteToWorkspace, saved } from "./map";

test("[R52] [N03] evidence that a commenter brings on a phone moves the curve on an editor's screen and says what it rests on", async ({
  signUp,
}) => {
  test.setTimeout(120_000);
  const { page, workspace } = await signUp();
  const { id, title, journey } = await believedHappy(page, workspace);
  const url = `/w/${workspace}/journeys/${journey.id}`;
  await page.goto(url);
  await saved(page);
  const point = gridOf(page).getByRole("slider", { name: title }).first();
  await expect(point).toHaveAttribute("aria-valuetext", "Happy");

  const role = "commenter";
  const invitation = await inviteToWorkspace(page, { workspace, role });
  const grace = await signUp({ name: "Grace Hopper", invitation });
  const phone = grace.page;
  await phone.setViewportSize({ width: 320, height: 640 });
  await phone.goto(`${url}?touchpoint=${id}`);
  const panel = phone.getByRole("dialog", {
    name: `Touchpoint: ${title}`,
  });
  await panel.getByRole("button", { name: "Add evidence" }).click();
  const dialog = phone.getByRole("dialog", { name: "Add evidence" });
  await dialog.getByLabel("Figure", { exact: true }).fill("1.4");
  await dialog.getByLabel("How many (n)").fill("40");
  await dialog
    .getByLabel("Source", { exact: true })
    .fill("Survey after delivery");
  expect(await violationsInBoth(phone, "[role=dialog]")).toEqual([]);
  const isReadSideways = () =>
    phone.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(await isReadSideways()).toBe(false);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(panel.getByText("Survey after delivery")).toBeVisible();
  expect(await isReadSideways()).toBe(false);

  const told = "By evidence: Very angry (1.4 of 5, measured, n = 40)";
  await expect(point).toHaveAttribute(
    "aria-valuetext",
    `${told}. The team says: Happy`,
  );
  await expect(
    panel.getByText(told.replace("By evidence: ", "")).first(),
  ).toBeVisible();

  await panel.getByRole("button", { name: "Delete evidence" }).click();
  await expect(point).toHaveAttribute("aria-valuetext", "Happy");
  await panel.getByRole("button", { name: "Undo" }).click();
  await expect(point).toHaveAttribute(
    "aria-valuetext",
    new RegExp("^By evidence"),
  );
});
