import type { Locator, Page } from "@playwright/test";
import { expect } from "./expect";
import {
  heading,
  newcomerOption,
  record,
  shareDialog,
  type Hands,
} from "./hands";
import { gridOf, saved, walk } from "./map";

const mostStops = 90;

/** Goes there with Tab alone, as someone without a pointer does. */
async function reach(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  // Held by its node: while a list of choices is open, the rest of the page has no roles.
  const node = await target.elementHandle();
  for (let stop = 0; stop < mostStops; stop++) {
    if (await node?.evaluate((own) => own === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${mostStops} stops did not lead to ${String(target)}`);
}

async function press(page: Page, target: Locator): Promise<void> {
  await reach(page, target);
  await page.keyboard.press("Enter");
}

async function write(page: Page, label: string, text: string): Promise<void> {
  await reach(page, page.getByLabel(label, { exact: true }));
  await page.keyboard.type(text);
}

/** Into the map with Tab, and in it with the arrows. */
async function goTo(page: Page, cell: Locator): Promise<void> {
  const [row, leaf] = await Promise.all(
    ["data-row", "data-leaf"].map((name) => cell.getAttribute(name)),
  );
  const isInside = await gridOf(page).evaluate((grid) =>
    grid.contains(document.activeElement),
  );
  // One cell of the map, or one card in it, is the stop of the Tab key.
  if (!isInside)
    await reach(
      page,
      gridOf(page)
        .locator("[data-cell][tabindex='0'], [data-card][tabindex='0']")
        .first(),
    );
  await walk(page, row ?? "", leaf ?? "");
}

/** From the list under a box: the one that makes a new one stands last and alone. */
async function takeNew(page: Page, option: Locator): Promise<void> {
  await expect(option).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
}

/** The main job without a pointer. */
export const byKeys: Hands = {
  async signUp(page, { name, email, password }) {
    await page.goto("/");
    await press(
      page,
      page.getByRole("link", { name: "Create an account" }).first(),
    );
    await page.waitForURL(/\/sign-up$/);
    await write(page, "Your name", name);
    await write(page, "Email address", email);
    await write(page, "Password", password);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/w\/[^/]+\/journeys$/);
  },
  async join(page, invitation) {
    await page.goto(invitation);
    await press(page, page.getByRole("button", { name: "Join the workspace" }));
    await page.waitForURL(/\/journeys$/);
  },
  async createFromCanvas(page, title) {
    await press(
      page,
      page.getByRole("button", { name: "New journey" }).first(),
    );
    const dialog = page.getByRole("dialog", { name: "New journey" });
    await reach(page, dialog.getByLabel("Title"));
    await page.keyboard.type(title);
    const canvas = dialog.getByRole("radio", {
      name: /^Customer Journey Mapping Canvas/,
    });
    await reach(page, canvas);
    // It is the one that is chosen first: chosen it is by whoever has been at another one.
    await page.keyboard.press("ArrowDown");
    await expect(canvas).not.toBeChecked();
    await page.keyboard.press("ArrowUp");
    await expect(canvas).toBeChecked();
    await press(page, dialog.getByRole("button", { name: "Create journey" }));
    await page.waitForURL(/\/journeys\/[0-9a-f-]{36}$/);
    await expect(gridOf(page)).toBeVisible();
    await saved(page);
  },
  async addPersona(page, name) {
    await press(page, page.getByRole("button", { name: "Add persona" }));
    await page.keyboard.type(name);
    await takeNew(
      page,
      page.getByRole("option", { name: `Create persona “${name}”` }),
    );
    await expect(
      page.getByRole("button", { name: `About ${name}` }),
    ).toBeVisible();
    await page.keyboard.press("Escape");
  },
  async addTouchpoint(page, { stage, title }) {
    const stages = gridOf(page).getByRole("row").first().locator("[data-cell]");
    await goTo(page, stages.nth(stage - 1));
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Control+Enter");
    await expect(
      page.getByRole("textbox", { name: "Name of the touchpoint" }),
    ).toBeFocused();
    await page.keyboard.type(title);
    await page.keyboard.press("Enter");
    await expect(heading(page, title)).toBeVisible();
  },
  async feel(page, touchpoint, key) {
    await goTo(page, heading(page, touchpoint));
    await page.keyboard.press(key);
    // There are two of them: the one that the map began with, and Petra.
    const whose = page
      .getByRole("menu", { name: /^Who feels/ })
      .getByRole("menuitem")
      .first();
    await expect(whose).toBeFocused();
    await page.keyboard.press("Enter");
  },
  async openRecord(page, touchpoint) {
    await goTo(page, heading(page, touchpoint));
    await page.keyboard.press("Space");
    const panel = record(page, touchpoint);
    await expect(panel).toBeFocused();
    return panel;
  },
  async attach(page, panel, file) {
    const chosen = page.waitForEvent("filechooser");
    await press(page, panel.getByRole("button", { name: "Upload" }));
    await (await chosen).setFiles(file);
  },
  async makeResponsible(page, panel, name) {
    await reach(
      page,
      panel.getByRole("combobox", { name: "Make someone responsible" }),
    );
    await page.keyboard.type(name);
    await takeNew(page, newcomerOption(page, name));
  },
  async closeRecord(page, panel) {
    await expect(async () => {
      await page.keyboard.press("Escape");
      await expect(panel).toBeHidden({ timeout: 500 });
    }).toPass();
    // Back where it was opened from.
    await expect(page.locator("[data-cell]:focus")).toBeVisible();
  },
  async writeCard(page, cell, text) {
    await goTo(page, cell);
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
    await expect(cell).toContainText(text);
  },
  async openCard(page, cell) {
    await goTo(page, cell);
    await page.keyboard.press("Enter");
    const box = page.getByRole("textbox", { name: "Text of the card" });
    await expect(box).toBeFocused();
    return box;
  },
  async writeBehind(page, touchpoint, more) {
    await goTo(page, heading(page, touchpoint));
    await page.keyboard.press("F2");
    await page.keyboard.type(more);
    await page.keyboard.press("Enter");
    await expect(heading(page, touchpoint + more)).toBeVisible();
  },
  async goToTouchpoints(page) {
    await press(page, page.getByRole("link", { name: "All journeys" }));
    const way = page.getByRole("navigation", { name: "Workspace" });
    await press(page, way.getByRole("link", { name: "Touchpoints" }));
    await page.waitForURL(/\/touchpoints$/);
  },
  async makeLink(page) {
    await press(page, page.getByRole("button", { name: "Share" }));
    const dialog = shareDialog(page);
    await press(page, dialog.getByRole("button", { name: "Create link" }));
    return dialog.getByLabel("Address of the link").first().inputValue();
  },
  async revokeLink(page) {
    await press(
      page,
      shareDialog(page).getByRole("button", { name: /^Revoke/ }),
    );
  },
  async tryToChange(page) {
    // Wherever Tab leads on the map, none of the keys that write elsewhere does.
    await reach(page, page.getByRole("region", { name: /^Journey map/ }));
    for (const key of ["Enter", "F2", "S", "Enter", "Delete", "Backspace"])
      await page.keyboard.press(key);
    await page.keyboard.press("Control+Enter");
    await page.keyboard.press("Shift+F10");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+z");
  },
};
