import type { Page } from "@playwright/test";
import { expect } from "./expect";
import {
  heading,
  newcomerOption,
  record,
  shareDialog,
  type Hands,
} from "./hands";
import { addTouchpoint, gridOf, saved } from "./map";

const cardBox = (page: Page) =>
  page.getByRole("textbox", { name: "Text of the card" });

/** The main job as most people do it: pointing, and typing words. */
export const byPointer: Hands = {
  async signUp(page, { name, email, password }) {
    await page.goto("/");
    await page.getByRole("link", { name: "Create an account" }).first().click();
    await page.getByLabel("Your name").fill(name);
    await page.getByLabel("Email address").fill(email);
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Create account" }).click();
    await page.waitForURL(/\/w\/[^/]+\/journeys$/);
  },
  async join(page, invitation) {
    await page.goto(invitation);
    await page.getByRole("button", { name: "Join the workspace" }).click();
    await page.waitForURL(/\/journeys$/);
  },
  async createFromCanvas(page, title) {
    await page.getByRole("button", { name: "New journey" }).first().click();
    const dialog = page.getByRole("dialog", { name: "New journey" });
    await dialog.getByLabel("Title").fill(title);
    await dialog
      .getByRole("radio", { name: /^Customer Journey Mapping Canvas/ })
      .check({ force: true });
    await dialog.getByRole("button", { name: "Create journey" }).click();
    await page.waitForURL(/\/journeys\/[0-9a-f-]{36}$/);
    await expect(gridOf(page)).toBeVisible();
    await saved(page);
  },
  async addPersona(page, name) {
    await page.getByRole("button", { name: "Add persona" }).click();
    await page.getByRole("combobox", { name: /persona/i }).fill(name);
    await page
      .getByRole("option", { name: `Create persona “${name}”` })
      .click();
    await expect(
      page.getByRole("button", { name: `About ${name}` }),
    ).toBeVisible();
    await page.keyboard.press("Escape");
  },
  addTouchpoint,
  async feel(page, touchpoint, key) {
    await heading(page, touchpoint).click();
    await page.keyboard.press(key);
    // There are two of them: the one that the map began with, and Petra.
    const whose = page
      .getByRole("menu", { name: /^Who feels/ })
      .getByRole("menuitem")
      .first();
    await expect(whose).toBeFocused();
    await whose.click();
  },
  async openRecord(page, touchpoint) {
    await heading(page, touchpoint).click();
    await page.keyboard.press("Space");
    const panel = record(page, touchpoint);
    await expect(panel).toBeVisible();
    return panel;
  },
  async attach(page, panel, file) {
    const chosen = page.waitForEvent("filechooser");
    await panel.getByRole("button", { name: "Upload" }).click();
    await (await chosen).setFiles(file);
  },
  async makeResponsible(page, panel, name) {
    const responsible = panel.getByRole("combobox", {
      name: "Make someone responsible",
    });
    // A list closes when what it belongs to is scrolled, and filling a box out of sight scrolls to it.
    await responsible.click();
    await responsible.fill(name);
    await newcomerOption(page, name).click();
  },
  async closeRecord(page, panel) {
    await panel.getByRole("button", { name: "Close" }).first().click();
    await expect(panel).toBeHidden();
  },
  async writeCard(page, cell, text) {
    await cell.click();
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
    await expect(cell).toContainText(text);
  },
  async openCard(page, cell) {
    await cell.getByRole("listitem").dblclick();
    await expect(cardBox(page)).toBeFocused();
    return cardBox(page);
  },
  async writeBehind(page, touchpoint, more) {
    await heading(page, touchpoint).dblclick();
    await page.keyboard.type(more);
    await page.keyboard.press("Enter");
    await expect(heading(page, touchpoint + more)).toBeVisible();
  },
  async goToTouchpoints(page) {
    await page.getByRole("link", { name: "All journeys" }).click();
    await page
      .getByRole("navigation", { name: "Workspace" })
      .getByRole("link", { name: "Touchpoints" })
      .click();
    await page.waitForURL(/\/touchpoints$/);
  },
  async makeLink(page) {
    await page.getByRole("button", { name: "Share" }).click();
    const dialog = shareDialog(page);
    await dialog.getByRole("button", { name: "Create link" }).click();
    return dialog.getByLabel("Address of the link").first().inputValue();
  },
  async revokeLink(page) {
    await shareDialog(page)
      .getByRole("button", { name: /^Revoke/ })
      .click();
  },
  async tryToChange(page, text) {
    const card = page.getByText(text);
    await card.dblclick();
    await page.keyboard.type("Stranger");
    await page.keyboard.press("Enter");
    await card.click();
    await page.keyboard.press("Delete");
    await card.click({ button: "right" });
    await page.keyboard.press("Escape");
    const from = (await card.boundingBox())!;
    await page.mouse.move(from.x + 10, from.y + 5);
    await page.mouse.down();
    await page.mouse.move(from.x + 300, from.y + 5, { steps: 4 });
    await page.mouse.up();
  },
};
