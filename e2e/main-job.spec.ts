import path from "node:path";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { root } from "../scripts/processes.mjs";
import { addTouchpoint, gridOf, inviteToWorkspace, saved } from "./map";

const picture = path.join(root, "e2e/files/chat-window.png");

async function signUpByHand(page: Page): Promise<string> {
  await page.goto("/");
  await page.getByRole("link", { name: "Create an account" }).first().click();
  await page.getByLabel("Your name").fill("Ada Lovelace");
  await page.getByLabel("Email address").fill(`ada-${Date.now()}@example.org`);
  await page
    .getByLabel("Password", { exact: true })
    .fill("kettle orbit lamp 42");
  await page.getByRole("button", { name: "Create account" }).click();
  await page.waitForURL(/\/w\/[^/]+\/journeys$/);
  return new URL(page.url()).pathname.split("/")[2] ?? "";
}

async function createFromCanvas(page: Page): Promise<void> {
  await page.getByRole("button", { name: "New journey" }).first().click();
  const dialog = page.getByRole("dialog", { name: "New journey" });
  await dialog.getByLabel("Title").fill("Buying running shoes");
  await dialog
    .getByRole("radio", { name: /^Customer Journey Mapping Canvas/ })
    .check({ force: true });
  await dialog.getByRole("button", { name: "Create journey" }).click();
  await page.waitForURL(/\/journeys\/[0-9a-f-]{36}$/);
  await expect(gridOf(page)).toBeVisible();
  await saved(page);
}

async function addPersona(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Add persona" }).click();
  await page.getByRole("combobox", { name: /persona/i }).fill(name);
  await page.getByRole("option", { name: `Create persona “${name}”` }).click();
  await expect(
    page.getByRole("button", { name: `About ${name}` }),
  ).toBeVisible();
  await page.keyboard.press("Escape");
}

/** Both write into the same card, letter by letter, at the same time. */
async function typeTogether(first: Locator, second: Locator): Promise<void> {
  await Promise.all([
    first.pressSequentially(" and my back stays well", { delay: 15 }),
    second.pressSequentially("Today ", { delay: 25 }),
  ]);
}

test("[N12] [R71] a team maps a journey together, from signing up to a link that is revoked", async ({
  server,
  signUp,
  browser,
}) => {
  test.setTimeout(240_000);
  const context = await browser.newContext({
    baseURL: server.url,
    locale: "en-GB",
  });
  const page = await context.newPage();
  const workspace = await signUpByHand(page);
  await createFromCanvas(page);
  const mapUrl = page.url();

  await test.step("a persona, touchpoints and emotions", async () => {
    await addPersona(page, "Petra");
    await addTouchpoint(page, { stage: 1, title: "Sees our shop window" });
    await addTouchpoint(page, { stage: 2, title: "Asks in the chat" });
    for (const [title, key] of [
      ["Sees our shop window", "4"],
      ["Asks in the chat", "1"],
    ] as const) {
      await page.getByRole("columnheader", { name: title }).click();
      await page.keyboard.press(key);
    }
    await expect(
      page.getByRole("slider", { name: /Asks in the chat/ }).first(),
    ).toHaveAttribute("aria-valuetext", "Very angry");
  });

  await test.step("a picture and an owner without an account", async () => {
    await page.getByRole("columnheader", { name: "Asks in the chat" }).click();
    await page.keyboard.press("Space");
    const panel = page.getByRole("complementary", { name: /Asks in the chat/ });
    const chosen = page.waitForEvent("filechooser");
    await panel.getByRole("button", { name: "Upload" }).click();
    await (await chosen).setFiles(picture);
    await expect(
      panel.getByRole("button", { name: "chat-window.png", exact: true }),
    ).toBeVisible();
    await expect(panel.locator("img").first()).toHaveJSProperty(
      "complete",
      true,
    );
    const responsible = panel.getByRole("combobox", {
      name: "Make someone responsible",
    });
    // A list closes when what it belongs to is scrolled, and filling a box out of sight scrolls to it.
    await responsible.click();
    await responsible.fill("Noor Jansen");
    await page
      .getByRole("option", { name: "Add “Noor Jansen”, no account needed" })
      .click();
    await expect(
      panel.getByRole("button", { name: "Remove Noor Jansen" }),
    ).toBeVisible();
    await page.keyboard.press("Escape");
    await saved(page);
  });

  const invitation = await inviteToWorkspace(page, {
    workspace,
    role: "editor",
  });
  const grace = await signUp({ name: "Grace Hopper", invitation });
  await grace.page.goto(mapUrl);

  await test.step("two people write in one card and see each other", async () => {
    const lane = page.getByRole("row", { name: /^Customer needs/ });
    await lane.getByRole("gridcell").first().click();
    await page.keyboard.type("I want to run");
    await page.keyboard.press("Enter");
    const ofGrace = grace.page.getByRole("row", { name: /^Customer needs/ });
    await expect(ofGrace).toContainText("I want to run");
    await ofGrace.getByText("I want to run").dblclick();
    const hers = grace.page.getByRole("textbox", { name: "Text of the card" });
    await hers.press("Home");
    await expect(
      page.getByRole("button", { name: "1 other person is here" }),
    ).toBeVisible();
    await expect(lane.getByRole("gridcell").first()).toContainText(
      "Grace Hopper",
    );
    await lane.getByText("I want to run").dblclick();
    const mine = page.getByRole("textbox", { name: "Text of the card" });
    await mine.press("End");
    await typeTogether(mine, hers);
    const both = "Today I want to run and my back stays well";
    await expect(mine).toHaveValue(both);
    await expect(hers).toHaveValue(both);
    await page.keyboard.press("Enter");
    await grace.page.keyboard.press("Enter");
    await saved(page);
    await saved(grace.page);
  });

  await test.step("the server is killed and started again; everything is there", async () => {
    await server.kill();
    await server.restart();
    await page.goto(mapUrl);
    await expect(
      page.getByRole("row", { name: /^Customer needs/ }),
    ).toContainText("Today I want to run and my back stays well");
    await expect(
      page.getByRole("columnheader", { name: "Asks in the chat" }),
    ).toBeVisible();
    await expect(
      page.getByRole("button", { name: "About Petra" }),
    ).toBeVisible();
    await saved(grace.page);
  });

  await test.step("[R73] the owner's row is found in the table of all touchpoints", async () => {
    await page.goto(`/w/${workspace}/touchpoints`);
    const row = page.getByRole("row", { name: /Noor Jansen/ });
    await expect(row).toContainText("Asks in the chat");
    await expect(row).toContainText("Buying running shoes");
  });

  await test.step("[SH-06] a link shows the map to a stranger, who can change nothing, until it is revoked", async () => {
    await page.goto(mapUrl);
    await page.getByRole("button", { name: "Share" }).click();
    const dialog = page.getByRole("dialog", { name: /^Share/ });
    await dialog.getByRole("button", { name: "Create link" }).click();
    const link = await dialog
      .getByLabel("Address of the link")
      .first()
      .inputValue();
    const stranger = await (
      await browser.newContext({ locale: "en-GB" })
    ).newPage();
    await stranger.goto(link);
    await expect(
      stranger.getByText("Today I want to run and my back stays well"),
    ).toBeVisible();
    await expect(stranger.getByRole("textbox")).toHaveCount(0);
    await expect(stranger.getByText("Noor Jansen")).toHaveCount(0);

    await grace.page.getByText("Asks in the chat").first().click();
    await grace.page.keyboard.press("F2");
    await grace.page.keyboard.type(" at night");
    await grace.page.keyboard.press("Enter");
    await expect(
      stranger.getByText("Asks in the chat at night").first(),
    ).toBeVisible();

    await dialog.getByRole("button", { name: /^Revoke/ }).click();
    await expect(stranger.getByText("This link no longer works")).toBeVisible();
    await expect(stranger.getByText("Today I want to run")).toHaveCount(0);
    expect((await stranger.goto(link))?.status()).toBe(404);
    await stranger.context().close();
  });
  await context.close();
});
