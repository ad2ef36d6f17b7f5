import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Locator, Page } from "@playwright/test";
import { root } from "../scripts/processes.mjs";
import { expect, test } from "./fixtures";
import { gridOf, inviteToWorkspace, openSample, saved } from "./map";

const picture = path.join(root, "e2e/files/chat-window.png");

// Each test opens the map anew, some several times.
test.setTimeout(120_000);

/**
 * Takes a thing by its left and carries it to a spot of another, counted in shares of that one. It is let go once the
 * line shows it behind the other, or within it.
 */
async function carry(
  thing: Locator,
  to: Locator,
  at: { readonly x: number; readonly y: number; readonly line: Line },
): Promise<void> {
  const page = thing.page();
  const { mouse } = page;
  await thing.scrollIntoViewIfNeeded();
  const from = await thing.boundingBox();
  if (!from) throw new Error("It is not drawn.");
  await mouse.move(from.x + 16, from.y + 14);
  await mouse.down();
  let step = 0;
  const isShown = async () => {
    // Looked at each time: what was taken back just before may still move things. A pointer that rests says nothing.
    const goal = await to.boundingBox();
    if (!goal) return false;
    const [right, bottom] = [goal.x + goal.width, goal.y + goal.height];
    step = 1 - step;
    const [x, y] = [goal.x + goal.width * at.x, goal.y + goal.height * at.y];
    await mouse.move(x + step, y + step, { steps: 4 });
    const line = await page.locator("[data-drop-line]").boundingBox();
    if (!line) return false;
    if (at.line === "right") return Math.abs(line.x - right) < 12;
    if (at.line === "bottom") return Math.abs(line.y - bottom) < 12;
    const isAcross = line.x > goal.x - 12 && line.x < right;
    return isAcross && line.y > goal.y - 12 && line.y < bottom + 12;
  };
  await expect.poll(isShown).toBe(true);
  // A faded copy stays where it was.
  await expect(thing).toHaveClass(/opacity-40/);
  await mouse.up();
}

/** Where the line stands that shows where a thing would land. */
type Line = "right" | "bottom" | "within";

const cards = (page: Page) => gridOf(page).locator("[data-card]");
const cells = (page: Page) =>
  gridOf(page)
    .getByRole("row", { name: /^Customer needs/ })
    .getByRole("gridcell");

/** What a browser does with Ctrl+V when a file lies on the clipboard. */
async function pasteFile(
  page: Page,
  file: { readonly type: string; readonly base64: string },
): Promise<void> {
  await page.evaluate(({ type, base64 }) => {
    const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
    const data = new DataTransfer();
    data.items.add(new File([bytes], "screenshot", { type }));
    const options = { clipboardData: data, bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new ClipboardEvent("paste", options));
  }, file);
}

test("[A3] cards are chosen together and changed together, each kind of thing lands where it is dragged to, by keys as well, and all is taken back in one step each", async ({
  signUp,
}) => {
  const { page, workspace } = await signUp();
  await openSample(page, workspace);
  await saved(page);
  const before = await cards(page).count();
  await cards(page).nth(0).click();
  await cards(page)
    .nth(1)
    .click({ modifiers: ["ControlOrMeta"] });
  const bar = page.getByRole("toolbar", { name: /^What to do with/ });
  await expect(bar).toContainText("2 cards");
  await page.keyboard.press("F6");
  await expect(bar.getByRole("button").first()).toBeFocused();
  await bar.getByRole("button", { name: "Delete" }).click();
  await expect(cards(page)).toHaveCount(before - 2);
  await page.keyboard.press("Control+z");
  await expect(cards(page)).toHaveCount(before);
  await page.keyboard.press("Escape");

  await page.setViewportSize({ width: 1900, height: 1000 });
  const grid = gridOf(page);
  const ids = (kind: string) =>
    grid
      .locator(`[data-drag=${kind}]`)
      .evaluateAll((things) =>
        things.map((thing) => (thing as HTMLElement).dataset.id ?? ""),
      );
  const thing = (kind: string, id: string) =>
    grid.locator(`[data-drag=${kind}][data-id="${id}"]`);
  /** Carries the first of a kind behind the second, by pointer and by keys, and takes it back each time. */
  const swap = async (
    kind: string,
    at: { x: number; y: number; line: Line },
  ) => {
    const inOrder = await ids(kind);
    const [first = "", second = "", ...others] = inOrder;
    await carry(thing(kind, first), thing(kind, second), at);
    const after = [second, first, ...others];
    await expect.poll(() => ids(kind)).toEqual(after);
    await page.keyboard.press("Control+z");
    await expect.poll(() => ids(kind)).toEqual(inOrder);
    await thing(kind, first).click({ position: { x: 16, y: 14 } });
    await page.keyboard.press("m");
    await page.keyboard.press(at.line === "right" ? "ArrowRight" : "ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(() => ids(kind)).toEqual(after);
    await page.keyboard.press("Control+z");
    await expect.poll(() => ids(kind)).toEqual(inOrder);
  };
  await swap("touchpoint", { x: 0.8, y: 0.5, line: "right" });
  await swap("lane", { x: 0.5, y: 0.8, line: "bottom" });
  await swap("stage", { x: 0.8, y: 0.5, line: "right" });

  const card = cells(page).first().locator("[data-card]").first();
  const id = (await card.getAttribute("data-card")) ?? "";
  await carry(card, cells(page).nth(1), { x: 0.5, y: 0.9, line: "within" });
  const moved = cells(page).nth(1).locator(`[data-card="${id}"]`);
  const back = cells(page).first().locator(`[data-card="${id}"]`);
  await expect(moved).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(back).toBeVisible();
  await back.click();
  await page.keyboard.press("Control+ArrowRight");
  await expect(moved).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(back).toBeVisible();

  await test.step("[A3] sweeping over the paper of cells selects them, as Shift and the arrows do", async () => {
    const selected = () => grid.locator("[aria-selected=true]").count();
    const corner = { x: 4, y: 4 };
    const end = await cells(page).nth(1).boundingBox();
    await cells(page).first().hover({ position: corner });
    await page.mouse.down();
    await page.mouse.move(end!.x + 4, end!.y + 4, { steps: 4 });
    await expect.poll(selected).toBe(2);
    await page.mouse.up();
    await page.keyboard.press("Escape");
    await expect.poll(selected).toBe(1);
    await cells(page).first().click({ position: corner });
    await page.keyboard.press("Shift+ArrowRight");
    await expect.poll(selected).toBe(2);
  });
});

/** How wide and high a field is, and how a browser would have it by its words alone. */
const sizes = (field: Locator) =>
  field.evaluate((element) => {
    const own = element as HTMLTextAreaElement;
    const is = [own.offsetWidth, own.offsetHeight];
    const twin = own.cloneNode() as HTMLTextAreaElement;
    twin.removeAttribute("style");
    twin.value = own.value;
    own.after(twin);
    const byWords = [twin.offsetWidth, twin.offsetHeight];
    twin.remove();
    return { is, byWords };
  });

test("[A1] a field of the map is as wide and high as its words at every key, in cards and in all headings", async ({
  signUp,
}) => {
  const { page, workspace } = await signUp();
  await openSample(page, workspace);
  await saved(page);
  const field = page.locator("textarea[data-editor]");
  const fits = async () =>
    expect
      .poll(async () => {
        const { is, byWords } = await sizes(field);
        return `${is.join(" × ")}, by its words ${byWords.join(" × ")}`;
      })
      .toMatch(/^(.*), by its words \1$/);
  const heads = gridOf(page);
  for (const thing of [
    cards(page).first(),
    heads.locator('[data-drag="stage"]').first(),
    heads.locator('[data-drag="touchpoint"]').first(),
    heads.locator('[data-drag="lane"]').first(),
  ]) {
    await thing.dblclick({ position: { x: 24, y: 14 } });
    await field.waitFor();
    await fits();
    for (const words of [" and", " so on, until another line", " or two"]) {
      await page.keyboard.type(words);
      await fits();
    }
    await page.keyboard.press("Shift+Home");
    await page.keyboard.type("w");
    await fits();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("Zuständigkeitsbereich");
    await fits();
    await page.keyboard.press("Escape");
    await expect(field).toBeHidden();
  }
});

test("[A2] a pasted picture becomes a card, a wrong file is refused in words, and a reader pastes nothing", async ({
  signUp,
}) => {
  const { page, workspace } = await signUp();
  const url = await openSample(page, workspace);
  await saved(page);
  const png = {
    type: "image/png",
    base64: (await readFile(picture)).toString("base64"),
  };
  await cells(page)
    .first()
    .click({ position: { x: 4, y: 4 } });
  await pasteFile(page, png);
  const card = cells(page).first().locator("[data-card]").last();
  await expect(card.locator("img")).toBeVisible();
  await pasteFile(page, { type: "video/mp4", base64: "AAAA" });
  await expect(page.getByText(/What can be pasted: pictures/)).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(cells(page).first().locator("[data-card] img")).toHaveCount(0);
  const invitation = await inviteToWorkspace(page, {
    workspace,
    role: "viewer",
  });
  const reader = await signUp({ name: "Grace Hopper", invitation });
  await reader.page.goto(url);
  await expect(gridOf(reader.page)).toBeVisible();
  await cells(reader.page)
    .first()
    .click({ position: { x: 4, y: 4 } });
  await pasteFile(reader.page, png);
  await expect(
    reader.page.getByText("You can only read this map"),
  ).toBeVisible();
});

test("[A8] F6 walks through the parts of the page and back; the address of a map opens a touchpoint or card, and says quietly when it is gone", async ({
  signUp,
}) => {
  const { page, workspace } = await signUp();
  const url = await openSample(page, workspace);
  await saved(page);
  await test.step("[A8] F6 walks through the parts and back", async () => {
    await cells(page)
      .first()
      .click({ position: { x: 4, y: 4 } });
    const part = () =>
      page.evaluate(
        () =>
          document.activeElement?.closest<HTMLElement>("[data-region]")?.dataset
            .region,
      );
    await page.keyboard.press("Space");
    await expect(page.getByRole("complementary")).toBeFocused();
    const seen: (string | undefined)[] = [];
    for (let step = 0; step < 5; step += 1) {
      await page.keyboard.press("F6");
      seen.push(await part());
    }
    expect(seen).toEqual(["foot", "header", "scenario", "map", "panel"]);
    await page.keyboard.press("Shift+F6");
    expect(await part()).toBe("map");
  });

  const heading = gridOf(page).locator("[data-drag=touchpoint]").nth(1);
  const touchpointId = (await heading.getAttribute("data-id")) ?? "";
  const title = (await heading.textContent()) ?? "";
  const cardId = (await cards(page).nth(2).getAttribute("data-id")) ?? "";
  await test.step("[A6] who writes on a card while the touchpoint of the address is on its way writes there", async () => {
    const panel = "**/static/map/touchpoint-panel-*.js";
    let come: () => void = () => undefined;
    const asked = new Promise<void>((isAsked) => {
      void page.route(panel, async (route) => {
        isAsked();
        await new Promise<void>((done) => (come = done));
        await route.continue();
      });
    });
    await page.goto(`${url}?touchpoint=${touchpointId}`);
    await saved(page);
    await asked;
    const first = cards(page).first();
    await first.click();
    await page.keyboard.type("Written meanwhile");
    come();
    await expect(page.getByRole("complementary")).toBeVisible();
    await page.keyboard.type(" and after");
    await page.keyboard.press("Enter");
    await expect(first).toHaveText("Written meanwhile and after");
    await page.unroute(panel);
  });
  await page.goto(`${url}?touchpoint=${touchpointId}`);
  await saved(page);
  await expect(page.getByRole("complementary")).toBeVisible();
  await expect(heading).toHaveAttribute("data-mark", "active");
  expect(title).not.toBe("");
  await page.goto(`${url}?card=${cardId}`);
  await saved(page);
  await expect(page.getByRole("complementary")).toBeVisible();
  await page.goto(`${url}?card=00000000-0000-7000-8000-000000000000`);
  await saved(page);
  await expect(
    page.getByText("This card is no longer on the map."),
  ).toBeVisible();
  await expect(page.getByRole("complementary")).toHaveCount(0);

  await test.step("[A6] who follows a link right after writing is asked nothing and loses nothing", async () => {
    let questions = 0;
    page.on("dialog", (dialog) => {
      questions += 1;
      void dialog.accept();
    });
    await cards(page).nth(0).dblclick();
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("The last word");
    await page.getByRole("link", { name: "All journeys" }).click();
    await page.waitForURL((at) => at.pathname.endsWith("/journeys"));
    expect(questions).toBe(0);
    await page.goBack();
    await saved(page);
    await expect(cards(page).nth(0)).toHaveText("The last word");
  });
});

test("[A7] Ctrl+K finds touchpoints from any page, and on a map does what is named in any of the three languages", async ({
  signUp,
}) => {
  const { page, workspace } = await signUp();
  const palette = page.getByRole("dialog", { name: "Search or do something" });
  const found = (name: string | RegExp) =>
    palette.getByRole("menuitem", { name });
  await page.goto(`/w/${workspace}/personas`);
  await expect(page.getByRole("button", { name: /^Search/ })).toBeVisible();
  // The page is drawn before it hears keys.
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(palette).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await page.keyboard.type("pays");
  await expect(found(/^Pays/)).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(gridOf(page)).toBeVisible();
  await saved(page);
  await page.keyboard.press("Escape");

  const count = await cards(page).count();
  await cards(page).first().click();
  await page.keyboard.press("Control+k");
  await expect(palette).toBeVisible();
  await page.keyboard.type("dupliceren");
  await expect(found("Duplicate")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(palette).toBeHidden();
  await expect(cards(page)).toHaveCount(count + 1);
  await page.keyboard.press("Control+k");
  await expect(palette).toBeVisible();
  await page.keyboard.type("undo");
  await expect(found("Undo")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(cards(page)).toHaveCount(count);
});
