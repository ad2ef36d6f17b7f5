import type { Page } from "@playwright/test";
import pg from "pg";
import { violations, violationsInBoth } from "./axe";
import { expect, test } from "./fixtures";
import { gridOf, inviteToWorkspace, saved } from "./map";
import type { TestServer } from "./server";

/** The address of a map from the canvas, with one card. */
async function createMap(page: Page, workspace: string): Promise<string> {
  const answer = await page.request.post(
    `/api/v1/workspaces/${workspace}/journeys`,
    {
      data: {
        title: "Buying running shoes",
        source: { kind: "template", key: "mapping-canvas" },
      },
    },
  );
  expect(answer.status(), await answer.text()).toBe(201);
  const { id } = (await answer.json()) as { id: string };
  return `/w/${workspace}/journeys/${id}`;
}

const needs = (page: Page) =>
  page.getByRole("row", { name: /^Customer needs/ });

async function write(page: Page, text: string): Promise<void> {
  await needs(page).getByRole("gridcell").first().click();
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
  await expect(needs(page)).toContainText(text);
  await saved(page);
}

/** Lets a map be as old as it cannot become while a test runs, and has the job done that comes every morning. */
async function ageAndRemind(
  { databaseUrl }: TestServer,
  journeyId: string,
): Promise<void> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const isDue = async () => {
    const { rowCount } = await client.query(
      `UPDATE "Journey" SET "createdAt" = now() - interval '31 days' WHERE id = $1 AND "reviewEveryDays" = 30`,
      [journeyId],
    );
    return rowCount;
  };
  await expect.poll(isDue).toBe(1);
  await client.query(
    `SELECT graphile_worker.add_job('remind-of-reviews', '{}')`,
  );
  await client.end();
}

const versions = (page: Page) =>
  page.getByRole("listbox", { name: "Versions" });

test("[N09] [R84] two people name a version, see what changed since, restore it and take that back; and the stale map reminds its owner", async ({
  signUp,
  mailbox,
  server,
}) => {
  test.setTimeout(300_000);
  const ada = await signUp();
  const { page, workspace } = ada;
  const mapUrl = await createMap(page, workspace);
  const invitation = await inviteToWorkspace(page, {
    workspace,
    role: "editor",
  });
  const grace = await signUp({ name: "Grace Hopper", invitation });

  await page.goto(mapUrl);
  await expect(gridOf(page)).toBeVisible();
  await saved(page);
  await write(page, "I want to run");

  await test.step("a version is named in the history", async () => {
    await page.getByRole("button", { name: "More about this map" }).click();
    await page.getByRole("menuitem", { name: "History" }).click();
    await expect(
      page.getByRole("heading", { name: "History: Buying running shoes" }),
    ).toBeVisible();
    await expect(versions(page).getByRole("option")).toHaveCount(1);
    const answer = await page.request.post(
      `/api/v1/workspaces/${workspace}/journeys/${mapUrl.split("/").at(-1)}/versions`,
      { data: {}, headers: { origin: new URL(page.url()).origin } },
    );
    expect(answer.status()).toBe(201);
    // It appears by itself.
    await expect(versions(page).getByRole("option")).toHaveCount(2);
    await versions(page).getByRole("option").first().click();
    await page.getByRole("button", { name: "Name this version" }).click();
    const dialog = page.getByRole("dialog", { name: "Name this version" });
    await dialog
      .getByLabel("Name", { exact: true })
      .fill("Before the workshop");
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(
      versions(page).getByRole("option", { name: /Before the workshop/ }),
    ).toBeVisible();
  });

  await test.step("the other edits on", async () => {
    await grace.page.goto(mapUrl);
    await saved(grace.page);
    await needs(grace.page).getByText("I want to run").dblclick();
    const field = grace.page.getByRole("textbox", { name: "Text of the card" });
    await field.press("End");
    await field.pressSequentially(" without pain");
    await grace.page.keyboard.press("Enter");
    await saved(grace.page);
  });

  await test.step("what changed since is listed and marked, with who did it", async () => {
    await page.getByRole("button", { name: /Compare with/ }).click();
    await page.getByRole("option", { name: "The map as it is now" }).click();
    const changes = page.getByRole("region", { name: "Changes" });
    await expect(changes).toContainText("1 difference");
    await expect(changes.locator("ins")).toContainText("without pain");
    await expect(changes).toContainText("Grace Hopper");
    const cell = needs(page).getByRole("cell").first();
    await expect(cell).toContainText("changed");
    await expect(cell).toContainText("I want to run");
    await expect(cell).not.toContainText("without pain");
    expect(await violationsInBoth(page)).toEqual([]);
  });

  await test.step("restored, and the other's screen follows", async () => {
    await page.getByRole("button", { name: "Restore this version" }).click();
    const question = page.getByRole("alertdialog", {
      name: "Restore “Before the workshop”?",
    });
    await expect(question).toContainText("One thing on the map changes back");
    expect(await violations(page)).toEqual([]);
    await question.getByRole("button", { name: "Restore" }).click();
    await expect(needs(grace.page)).not.toContainText("without pain");
    await expect(needs(grace.page)).toContainText("I want to run");
    await expect(
      versions(page).getByRole("option", { name: /^Restored/ }),
    ).toHaveAttribute("aria-selected", "true");
  });

  await test.step("taken back by restoring what was kept, with the keyboard alone", async () => {
    await versions(page)
      .getByRole("option", { name: /^Restored/ })
      .focus();
    await page.keyboard.press("ArrowDown");
    const before = versions(page).getByRole("option", {
      name: /^Before restoring/,
    });
    await expect(before).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(before).toHaveAttribute("aria-selected", "true");
    await expect(page.getByRole("region", { name: "Changes" })).toContainText(
      "1 difference",
    );
    const restore = page.getByRole("button", { name: "Restore this version" });
    // The list has the focus until all that its choice brings is drawn.
    await expect(async () => {
      await restore.focus();
      await expect(restore).toBeFocused({ timeout: 500 });
    }).toPass();
    await page.keyboard.press("Enter");
    const question = page.getByRole("alertdialog", {
      name: /^Restore “Before restoring/,
    });
    await question.getByRole("button", { name: "Restore" }).focus();
    await page.keyboard.press("Enter");
    await expect(needs(grace.page)).toContainText("I want to run without pain");
  });

  const waiting = page.getByRole("link", {
    name: /The review of a map is due/,
  });
  await test.step("[N05] a stale map reminds its owner by mail and in the inbox, and both lead to its review", async () => {
    const asked = await page.request.patch(
      `/api/v1/workspaces${mapUrl.slice(2)}/map`,
      {
        data: { reviewEveryDays: 30 },
        headers: { origin: new URL(page.url()).origin },
      },
    );
    expect(asked.status(), await asked.text()).toBe(200);
    await ageAndRemind(server, mapUrl.split("/").at(-1) ?? "");
    const mail = await mailbox.newestTo(ada.email);
    expect(mail.subject).toBe("“Buying running shoes” is due for review");
    await page.goto(await mailbox.linkTo(ada.email));
    await expect(page.getByRole("tabpanel", { name: "Review" })).toContainText(
      "Due for review since",
    );
    await expect(
      page.getByRole("button", { name: "Review due" }),
    ).toBeVisible();
    await page.goto(`/w/${workspace}/inbox`);
    await expect(page.getByText("1 unread").first()).toBeAttached();
    await waiting.click();
    await saved(page);
  });

  await test.step("[N05] the map is reviewed, and what changed since then is one press away", async () => {
    const review = page.getByRole("tabpanel", { name: "Review" });
    await expect(review).toContainText("It was never reviewed.");
    await review.getByRole("button", { name: "Mark as reviewed" }).focus();
    await page.keyboard.press("Enter");
    await expect(review).toContainText(/Last reviewed on .* by Ada Lovelace/);
    await expect(
      page.getByRole("button", { name: /^Reviewed on / }),
    ).toBeVisible();
    expect(await violationsInBoth(page, "[data-region=panel]")).toEqual([]);
    await write(grace.page, "A second need");
    await review
      .getByRole("link", { name: "See what changed since then" })
      .click();
    const changes = page.getByRole("region", { name: "Changes" });
    await expect(changes).toContainText("1 difference");
    await expect(changes).toContainText("A second need");
    await page.goto(`/w/${workspace}/inbox?show=all`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(waiting).toHaveCount(0);
  });

  await test.step("from the keyboard of the map, and on a phone", async () => {
    await grace.page.getByRole("columnheader").nth(1).click();
    await grace.page.keyboard.press("h");
    await expect(versions(grace.page)).toBeVisible();
    await grace.page.setViewportSize({ width: 390, height: 844 });
    expect(await violations(grace.page)).toEqual([]);
    await versions(grace.page).getByRole("option").first().click();
    await expect(
      grace.page.getByRole("region", { name: "Changes" }),
    ).toBeVisible();
    const width = await grace.page.evaluate(
      () => document.documentElement.scrollWidth,
    );
    expect(width).toBeLessThanOrEqual(390);
    expect(await violations(grace.page)).toEqual([]);
  });
});
