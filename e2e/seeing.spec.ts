import type { Page } from "@playwright/test";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test } from "./fixtures";
import { gridOf, inviteToWorkspace, saved } from "./map";
import type { Person } from "./people";

/** The sample map of somebody's workspace. */
async function openSample({ page, workspace }: Person): Promise<string> {
  const answer = await page.request.get(
    `/api/v1/workspaces/${workspace}/journeys`,
  );
  const { journeys } = (await answer.json()) as { journeys: { id: string }[] };
  const address = `/w/${workspace}/journeys/${journeys[0]?.id}`;
  await page.goto(address);
  await saved(page);
  return address;
}

/** Chooses a command by its name, as everything that can be done is found. */
async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press("ControlOrMeta+k");
  const palette = page.getByRole("dialog", { name: "Search or do something" });
  await expect(palette).toBeVisible();
  await page.keyboard.type(name);
  await expect(palette.getByText(name).first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(palette).toBeHidden();
}

const placeOf = (page: Page) =>
  page.locator("[data-map-scroll]").evaluate((frame) => {
    const row = "[data-row=touchpoints]";
    const edge = frame.querySelector("[role=rowheader]");
    const left = edge?.getBoundingClientRect().right ?? 0;
    const first = [...frame.querySelectorAll<HTMLElement>(row)].find(
      (cell) =>
        cell.dataset.leaf !== "head" &&
        cell.getBoundingClientRect().right > left + 4,
    );
    return first?.dataset.leaf;
  });

const level = (page: Page) => page.getByRole("button", { name: /^Zoom: / });

/** The pages of a file as the printer gets them, each with its words. */
async function pagesOf(page: Page): Promise<string[]> {
  const data = await page.pdf({ preferCSSPageSize: true });
  const file = await getDocument({ data: new Uint8Array(data) }).promise;
  const numbers = Array.from({ length: file.numPages }, (_, at) => at + 1);
  const pages = await Promise.all(numbers.map((at) => file.getPage(at)));
  return Promise.all(
    pages.map(async (one) => {
      const { items } = await one.getTextContent();
      const words = items.map((item) => ("str" in item ? item.str : ""));
      const [, , width = 0, height = 0] = one.view;
      // A3 across, in points.
      expect([Math.round(width), Math.round(height)]).toEqual([1191, 842]);
      return words.join("").replaceAll(/\s+/g, "");
    }),
  );
}

test("[A4] [A5] one person looks about, presents and prints by keys alone, and another goes along", async ({
  signUp,
}) => {
  test.setTimeout(180_000);
  const ada = await signUp();
  const address = await openSample(ada);
  const { page } = ada;
  const cells = gridOf(page).locator("[data-row=touchpoints]");
  await cells.nth(1).click();

  await test.step("zoom and the strip of stages", async () => {
    await page.keyboard.press("Shift+Digit1");
    await expect(level(page)).not.toHaveText(/100/);
    await page.keyboard.press("Shift+Digit0");
    await expect(level(page)).toHaveText(/100/);
    const strip = page.getByRole("toolbar", { name: "Stages" });
    await strip.getByRole("button", { name: /^Decision/ }).focus();
    await page.keyboard.press("Enter");
    await expect(
      strip.getByRole("button", { name: /^Decision/ }),
    ).toHaveAttribute("aria-current", "location");
  });

  await test.step("every command is in the list of keys", async () => {
    await cells.nth(1).focus();
    await page.keyboard.press("?");
    const list = page.getByRole("dialog", { name: "Keys" });
    for (const name of ["Present stage by stage", "Print…"])
      await expect(list.getByText(name)).toBeVisible();
    await page.keyboard.press("Escape");
  });

  await test.step("a filter, and a view of what it leaves, which has a link", async () => {
    const all = await cells.count();
    await page.keyboard.press("f");
    const filter = page.getByRole("dialog", { name: "Filter" });
    await filter.locator("summary", { hasText: /^Channel/ }).press("Enter");
    await filter.getByRole("checkbox", { name: "Website" }).press("Space");
    await expect(filter.getByRole("status")).toHaveText(/^\d+ of \d+/);
    const left = Number.parseInt(
      (await filter.getByRole("status").textContent()) ?? "",
      10,
    );
    await expect(cells).toHaveCount(left);
    expect(left).toBeLessThan(all);
    // What was pressed is off now, and the keys still reach the dialog.
    await filter
      .getByRole("button", { name: "Show everything" })
      .press("Enter");
    await expect(cells).toHaveCount(all);
    await page.keyboard.press("Escape");
    await expect(filter).toBeHidden();
    await page.keyboard.press("f");
    await filter.locator("summary", { hasText: /^Channel/ }).press("Enter");
    await filter.getByRole("checkbox", { name: "Website" }).press("Space");
    await expect(cells).toHaveCount(left);
    await filter.getByRole("button", { name: "Save as view…" }).press("Enter");
    const views = page.getByRole("dialog", { name: "Saved views" });
    await views.getByLabel("Name of the view").fill("Only the website");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/saved=/);
    await page.keyboard.press("Escape");
    await page.reload();
    await saved(page);
    const bar = page.getByRole("region", { name: "What is shown" });
    await expect(bar).toContainText("Only the website");
    await expect(cells).toHaveCount(left);
    await bar.getByRole("button", { name: "Show everything" }).press("Enter");
    await expect(cells).toHaveCount(all);
    await expect(page).not.toHaveURL(/saved=/);
    // The button went with its bar, and the map has the focus.
    await expect(gridOf(page).locator("[data-cell]:focus")).toHaveCount(1);
    await cells.nth(1).click();
  });

  await test.step("what the browser finds by itself, to the last lane", async () => {
    const card = gridOf(page).locator("[data-card] p").last();
    const words = ((await card.textContent()) ?? "").slice(0, 24);
    expect(words).not.toBe("");
    const isFound = await page.evaluate((wanted) => {
      const { find } = window as unknown as {
        find: (...how: (string | boolean)[]) => boolean;
      };
      return find.call(window, wanted, false, false, true);
    }, words);
    expect(isFound).toBe(true);
    await cells.nth(1).click();
  });

  await test.step("a presentation stage by stage", async () => {
    await command(page, "Present stage by stage");
    const slide = page.locator("[data-slide]");
    await expect(slide.getByRole("heading", { level: 1 })).toBeVisible();
    await page.keyboard.press("ArrowRight");
    await expect(slide).toHaveAccessibleName(/^Awareness, stage 1 of 5/);
    await page.keyboard.press("Shift+ArrowRight");
    await expect(slide).toHaveAccessibleName(/^Consideration, stage 2 of 5/);
    const written = slide.locator("input, textarea, [contenteditable]");
    await expect(written).toHaveCount(0);
    await page.keyboard.press("End");
    await expect(slide).toHaveAccessibleName(/^Advocacy, stage 5 of 5/);
    await page.keyboard.press("Home");
    await expect(slide).toHaveAccessibleName(/Beginning/);
    await page.keyboard.press("Escape");
    await expect(slide).toHaveCount(0);
  });

  await test.step("pages on paper", async () => {
    await page.keyboard.press("ControlOrMeta+p");
    const dialog = page.getByRole("dialog", { name: "Print" });
    await dialog.getByRole("button", { name: /A4, landscape/ }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("option", { name: "A3, landscape" }).press("Enter");
    await expect(page.getByRole("listbox")).toHaveCount(0);
    await dialog.getByRole("button", { name: /A3/ }).press("Escape");
    await expect(dialog).toHaveCount(0);
    const pages = await pagesOf(page);
    expect(pages.length).toBeGreaterThanOrEqual(5);
    for (const words of pages) {
      expect(words).toContain("Runningshoesforasoreback");
      expect(words).toContain("Persona:Mark");
      expect(words).toContain("Touchpoints");
    }
    const stages = ["Awareness", "Consideration", "Decision", "Retention"];
    for (const stage of [...stages, "Advocacy"])
      expect(pages.some((words) => words.includes(stage))).toBe(true);
    expect(pages[0]).toContain("Emotioncurve");
    expect(pages[0]).toMatch(/\((\+|−|-)[12]\)/);
    expect(pages.join("")).not.toContain("Nexttip");
  });

  await test.step("following, calling and what others carry", async () => {
    const grace = await signUp({
      name: "Grace Hopper",
      invitation: await inviteToWorkspace(page, {
        workspace: ada.workspace,
        role: "editor",
      }),
    });
    const other = grace.page;
    await other.goto(address);
    await saved(other);
    const frame = other.getByText("Following Ada Lovelace – Esc stops");
    await command(other, "Follow Ada Lovelace");
    await expect(frame).toBeVisible();
    await cells.last().click();
    await expect.poll(() => placeOf(other)).toBe(await placeOf(page));
    await page.keyboard.press("Space");
    await expect(other.getByRole("complementary")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(other.getByRole("complementary")).toHaveCount(0);
    await other.keyboard.press("Escape");
    await expect(frame).toHaveCount(0);

    await page.keyboard.press("m");
    await page.keyboard.press("ArrowLeft");
    await expect(other.locator("[data-drop]")).toHaveCount(1);
    await page.keyboard.press("Escape");
    await expect(other.locator("[data-drop]")).toHaveCount(0);

    await other.keyboard.press("Control+Home");
    await expect.poll(() => placeOf(other)).not.toBe(await placeOf(page));
    await command(page, "Bring everyone here");
    await other.getByRole("button", { name: "Go", exact: true }).click();
    await expect.poll(() => placeOf(other)).toBe(await placeOf(page));
  });
});
