import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { gridOf, inviteToWorkspace, saved } from "./map";

test.setTimeout(180_000);

async function signIn(
  page: Page,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<void> {
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

test("[A6] [N12] somebody who forgot the password comes back by mail, becomes a reader while the map is open, and is removed from it", async ({
  signUp,
  mailbox,
}) => {
  const ada = await signUp();
  const { workspace } = ada;
  const invitation = await inviteToWorkspace(ada.page, {
    workspace,
    role: "editor",
  });
  const grace = await signUp({ name: "Grace Hopper", invitation });
  const list = await ada.page.request.get(
    `/api/v1/workspaces/${workspace}/journeys`,
  );
  const { journeys } = (await list.json()) as { journeys: { id: string }[] };
  const map = `/w/${workspace}/journeys/${journeys[0]?.id}`;
  const { page, email } = grace;

  await test.step("a new password by the link of a mail, which ends the old session", async () => {
    await page.goto("/reset");
    await page.getByLabel("Email address").fill(email);
    await page.getByRole("button", { name: "Send the link" }).click();
    await expect(page.getByText("Look in your inbox")).toBeVisible();
    await expect
      .poll(() => mailbox.linkTo(email))
      .toContain("/reset/confirm?token=");
    await page.goto(await mailbox.linkTo(email));
    await page
      .getByLabel("New password", { exact: true })
      .fill("another kettle for the lamp 7");
    await page.getByRole("button", { name: "Change password" }).click();
    await expect(page.getByText("Your password was changed.")).toBeVisible();
    await page.goto(map);
    await page.waitForURL(/\/sign-in/);
  });

  await test.step("the old password is turned down in words, and the new one leads to where they were going", async () => {
    await signIn(page, grace);
    await expect(
      page.getByText("Address or password is not right."),
    ).toBeVisible();
    await signIn(page, { email, password: "another kettle for the lamp 7" });
    await page.waitForURL(new RegExp(`${map}$`));
    await saved(page);
    await expect(gridOf(page)).toHaveAttribute("aria-readonly", "false");
  });

  const theirs = ada.page;
  const row = () => theirs.getByRole("row", { name: /Grace Hopper/ });
  await test.step("another role counts on the map that is open", async () => {
    await theirs.goto(`/w/${workspace}/settings/members`);
    await row()
      .getByRole("button", { name: /Role of Grace Hopper/ })
      .click();
    await theirs.getByRole("option", { name: /^Viewer/ }).click();
    await expect(theirs.getByText("Grace Hopper is now Viewer.")).toBeVisible();
    await expect(gridOf(page)).toHaveAttribute("aria-readonly", "true");
  });

  await test.step("who is removed is told on the map that is open, and finds it closed from then on", async () => {
    await row().getByRole("button", { name: "Remove: Grace Hopper" }).click();
    await theirs
      .getByRole("alertdialog", { name: "Remove Grace Hopper?" })
      .getByRole("button", { name: "Remove" })
      .click();
    await expect(row()).toHaveCount(0);
    await expect(
      page.getByRole("alertdialog", { name: "This map is closed to you" }),
    ).toBeVisible();
    await page.goto(map);
    await expect(gridOf(page)).toHaveCount(0);
    await expect(page.getByText("Journey map")).toHaveCount(0);
  });
});
