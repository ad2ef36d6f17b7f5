import { violationsInBoth } from "./axe";
import { expect, test } from "./fixtures";
import { gridOf, inviteToWorkspace, saved } from "./map";

interface Listed {
  readonly id: string;
  readonly title: string;
  readonly journey: { readonly id: string };
}

test("[A5] what a commenter says on a phone, naming a colleague by keyboard, is live on the colleague's map, in their inbox, and is resolved where the link leads", async ({
  signUp,
}) => {
  test.setTimeout(180_000);
  const { page, workspace } = await signUp({ name: "Ada Brown" });
  const answer = await page.request.get(
    `/api/v1/workspaces/${workspace}/touchpoints`,
  );
  const { touchpoints } = (await answer.json()) as { touchpoints: Listed[] };
  const { id, title, journey } = touchpoints[0]!;
  const map = `/w/${workspace}/journeys/${journey.id}`;
  await page.goto(map);
  await saved(page);

  const role = "commenter";
  const invitation = await inviteToWorkspace(page, { workspace, role });
  const grace = await signUp({ name: "Grace Hopper", invitation });
  const phone = grace.page;
  await phone.setViewportSize({ width: 390, height: 700 });
  await phone.goto(`${map}?touchpoint=${id}`);
  const panel = phone.getByRole("dialog", { name: `Touchpoint: ${title}` });
  const field = panel.getByRole("textbox", {
    name: "Comment on this touchpoint",
  });
  await field.focus();
  await phone.keyboard.type("Is this still so, @ada");
  const people = panel.getByRole("listbox", { name: "People" });
  await expect(people.getByRole("option", { name: "Ada Brown" })).toBeVisible();
  expect(await violationsInBoth(phone, "[role=dialog]")).toEqual([]);
  await phone.keyboard.press("Enter");
  await expect(people).toBeHidden();
  await expect(field).toHaveValue("Is this still so, @Ada Brown ");
  await phone.keyboard.press("Control+Enter");
  await expect(panel.getByText("@Ada Brown")).toBeVisible();
  await expect(field).toHaveValue("");
  const isReadSideways = () =>
    phone.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(await isReadSideways()).toBe(false);

  const heading = gridOf(page).getByRole("columnheader", { name: title });
  await heading.getByRole("button", { name: /^1 open conversation/ }).click();
  const side = page.getByRole("complementary", { name: "Conversation" });
  await expect(side.getByText("Is this still so,")).toBeVisible();

  await page.goto(`/w/${workspace}/inbox?show=all`);
  const told = page.getByRole("link", { name: /Grace Hopper mentioned you$/ });
  await expect(told).toBeVisible();
  expect(await violationsInBoth(page)).toEqual([]);
  await told.click();
  const thread = page.getByRole("article", {
    name: "Conversation begun by Grace Hopper",
  });
  await expect(thread).toBeFocused();
  expect(await violationsInBoth(page, "[data-region=panel]")).toEqual([]);
  await thread.getByRole("button", { name: "Resolve" }).click();
  await expect(thread.getByText("Resolved by Ada Brown")).toBeVisible();
  // Where it was said it leaves the open ones.
  await expect(panel.getByText("No open conversation here yet.")).toBeVisible();
});
