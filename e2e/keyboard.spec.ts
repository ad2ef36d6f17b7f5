import path from "node:path";
import type { Locator, Page } from "@playwright/test";
import { root } from "../scripts/processes.mjs";
import { expect, test } from "./fixtures";
import { gridOf, saved } from "./map";

const picture = path.join(root, "e2e/files/chat-window.png");
const mostStops = 90;

/** Goes there with Tab (or Shift+Tab) alone, as someone without a pointer does. */
async function reach(
  page: Page,
  target: Locator,
  key: "Tab" | "Shift+Tab" = "Tab",
): Promise<void> {
  await expect(target).toBeVisible();
  // Held by its node: while a list of choices is open, the rest of the page has no roles.
  const node = await target.elementHandle();
  for (let stop = 0; stop < mostStops; stop++) {
    if (await node?.evaluate((own) => own === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(
    `${mostStops} stops with ${key} did not lead to ${String(target)}`,
  );
}

async function press(
  page: Page,
  target: Locator,
  key = "Enter",
): Promise<void> {
  await reach(page, target);
  await page.keyboard.press(key);
}

async function write(page: Page, label: string, text: string): Promise<void> {
  await reach(page, page.getByLabel(label, { exact: true }));
  await page.keyboard.type(text);
}

/** From the heading row of the touchpoints: a new one under the stage where the selection is. */
async function nameTouchpoint(page: Page, title: string): Promise<void> {
  await page.keyboard.press("Control+Enter");
  await expect(
    page.getByRole("textbox", { name: "Name of the touchpoint" }),
  ).toBeFocused();
  await page.keyboard.type(title);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("columnheader", { name: title })).toBeVisible();
}

test("[N10] the whole job is done with the keyboard alone", async ({
  browser,
  server,
}) => {
  test.setTimeout(180_000);
  const context = await browser.newContext({
    baseURL: server.url,
    locale: "en-GB",
  });
  const page = await context.newPage();

  await test.step("sign up", async () => {
    await page.goto("/sign-up");
    await write(page, "Your name", "Ada Lovelace");
    await write(page, "Email address", `keys-${Date.now()}@example.org`);
    await write(page, "Password", "kettle orbit lamp 42");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/w\/[^/]+\/journeys$/);
  });

  await test.step("create a journey from the canvas", async () => {
    await press(
      page,
      page.getByRole("button", { name: "New journey" }).first(),
    );
    const dialog = page.getByRole("dialog", { name: "New journey" });
    await reach(page, dialog.getByLabel("Title"));
    await page.keyboard.type("Buying running shoes");
    await reach(
      page,
      dialog.getByRole("radio", { name: /^Customer Journey Mapping Canvas/ }),
    );
    await press(page, dialog.getByRole("button", { name: "Create journey" }));
    await page.waitForURL(/\/journeys\/[0-9a-f-]{36}$/);
    await expect(gridOf(page)).toBeVisible();
    await saved(page);
  });

  await test.step("add a persona", async () => {
    await press(page, page.getByRole("button", { name: "Add persona" }));
    await page.keyboard.type("Petra");
    await expect(
      page.getByRole("option", { name: "Create persona “Petra”" }),
    ).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(
      page.getByRole("button", { name: "About Petra" }),
    ).toBeVisible();
    await page.keyboard.press("Escape");
  });

  await test.step("add a card and a touchpoint, and set its emotion", async () => {
    const first = page
      .getByRole("row", { name: /^Customer needs/ })
      .getByRole("gridcell")
      .first();
    await reach(page, first);
    await page.keyboard.type("I want to run");
    await page.keyboard.press("Enter");
    await expect(page.getByText("I want to run")).toBeVisible();
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    await nameTouchpoint(page, "Asks in the chat");
    await page.keyboard.press("ArrowUp");
    await expect(
      page.getByRole("columnheader", { name: "Asks in the chat" }),
    ).toBeFocused();
    await page.keyboard.press("1");
    // There are two of them: the one that the map began with, and Petra.
    const whose = page.getByRole("menu", { name: /^Who feels/ });
    await expect(whose.getByRole("menuitem").first()).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(
      page.getByRole("slider", { name: /Asks in the chat/ }).first(),
    ).toHaveAttribute("aria-valuetext", "Very angry");
  });

  await test.step("attach a picture and name an owner without an account", async () => {
    const heading = page.getByRole("columnheader", {
      name: "Asks in the chat",
    });
    await page.keyboard.press("Space");
    const panel = page.getByRole("complementary", { name: /Asks in the chat/ });
    const chosen = page.waitForEvent("filechooser");
    await press(page, panel.getByRole("button", { name: "Upload" }));
    await (await chosen).setFiles(picture);
    await expect(
      panel.getByRole("button", { name: "chat-window.png", exact: true }),
    ).toBeVisible();
    await reach(
      page,
      panel.getByRole("combobox", { name: "Make someone responsible" }),
    );
    await page.keyboard.type("Noor Jansen");
    await expect(
      page.getByRole("option", {
        name: "Add “Noor Jansen”, no account needed",
      }),
    ).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(
      panel.getByRole("button", { name: "Remove Noor Jansen" }),
    ).toBeVisible();
    await expect(async () => {
      await page.keyboard.press("Escape");
      await expect(panel).toBeHidden({ timeout: 500 });
    }).toPass();
    await expect(heading).toBeFocused();
    await saved(page);
  });

  await test.step("share a link and revoke it", async () => {
    await press(page, page.getByRole("button", { name: "Share" }), "Enter");
    const dialog = page.getByRole("dialog", { name: /^Share/ });
    await press(page, dialog.getByRole("button", { name: "Create link" }));
    const link = await dialog
      .getByLabel("Address of the link")
      .first()
      .inputValue();
    const stranger = await browser.newContext();
    expect((await stranger.request.get(link)).status()).toBe(200);
    await press(page, dialog.getByRole("button", { name: /^Revoke/ }));
    await expect
      .poll(async () => (await stranger.request.get(link)).status())
      .toBe(404);
    await stranger.close();
  });
  await context.close();
});
