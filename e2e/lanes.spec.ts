import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { focused, gridOf, make, saved, walk } from "./map";
import type { Person } from "./people";

test.setTimeout(180_000);

const kinds = ["message", "channel", "pain", "metric"] as const;
type Made = Record<(typeof kinds)[number] | "pay", string>;

/** A map of one stage with two touchpoints, and lanes of kinds that are edited differently. */
async function open({ page, workspace }: Person): Promise<Made> {
  const journeys = `/workspaces/${workspace}/journeys`;
  const post = (path: string, data: object) =>
    make(page, journeys + path, data);
  const id = await post("", { source: { kind: "blank" }, title: "Shoes" });
  const stageId = await post(`/${id}/stages`, { title: "Buy" });
  const pay = await post(`/${id}/touchpoints`, { stageId, title: "Pay" });
  await post(`/${id}/touchpoints`, { stageId, title: "Wait" });
  const lanes = { pay } as Made;
  for (const kind of kinds) {
    const span =
      kind === "pain" || kind === "metric" ? "touchpoint" : undefined;
    lanes[kind] = await post(`/${id}/lanes`, { kind, title: kind, span });
  }
  await page.goto(`/w/${workspace}/journeys/${id}`);
  await expect(gridOf(page)).toBeVisible();
  await saved(page);
  return lanes;
}

/** Goes there with Tab, as far as it takes. */
async function reach(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  const node = await target.elementHandle();
  for (let stop = 0; stop < 60; stop++) {
    if (await node?.evaluate((own) => own === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab did not lead to ${String(target)}`);
}

/** Chooses one of a group of words, between which the arrows go. */
async function choose(page: Page, group: Locator, name: string): Promise<void> {
  await reach(page, group.getByRole("radio").first());
  const wanted = group.getByRole("radio", { name });
  const names = await group.getByRole("radio").allInnerTexts();
  for (let step = 0; step < names.indexOf(name); step++)
    await page.keyboard.press("ArrowRight");
  await expect(wanted).toBeFocused();
  await page.keyboard.press("Space");
}

test("[N10] [N17] [N02] [R57] [A2] every kind of lane and the panel are worked by keys alone", async ({
  signUp,
}) => {
  const person = await signUp();
  const { page, context } = person;
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { pay, ...lanes } = await open(person);
  const row = (kind: (typeof kinds)[number]) =>
    page.locator(`[data-lane="${lanes[kind]}"]`);
  await gridOf(page).locator("[data-cell][tabindex='0']").focus();

  await walk(page, lanes.pain, pay);
  await page.keyboard.type("Too slow");
  await page.keyboard.press("Enter");
  await walk(page, lanes.pain, pay);
  await page.keyboard.press("Alt+Enter");
  const facts = page.getByRole("dialog");
  await choose(
    page,
    facts.getByRole("radiogroup", { name: "What did you decide?" }),
    "Stays as it is",
  );
  await expect(facts.getByRole("textbox", { name: "Why?" })).toBeFocused();
  await expect(row("pain")).not.toContainText("Stays as it is");
  await page.keyboard.type("The bank decides this");
  await page.keyboard.press("Tab");
  await expect(row("pain")).toContainText("Stays as it is");
  await page.keyboard.press("Escape");
  await expect(facts).toBeHidden();

  await walk(page, lanes.metric, pay);
  await page.keyboard.type("46.1 % leave here");
  await page.keyboard.press("Enter");
  await expect(row("metric").getByText("46.1")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(row("metric")).not.toContainText("leave here");
  await page.keyboard.press("Control+Shift+Z");
  await expect(row("metric").getByText("46.1")).toBeVisible();

  await walk(page, lanes.message, pay);
  await page.evaluate(() =>
    navigator.clipboard.writeText("All is well\tNearly\nWEBSITE\tPigeon post"),
  );
  await page.keyboard.press("Control+v");
  const preview = page.getByRole("alertdialog", { name: "Paste" });
  await expect(preview).toContainText("Create channel “Pigeon post”");
  await reach(page, preview.getByRole("button", { name: "Paste" }));
  await page.keyboard.press("Enter");
  await expect(row("channel")).toContainText("Website");
  await expect(row("channel")).toContainText("Pigeon post");
  await expect(row("message")).toContainText("All is well");
  // Keys that come while the question goes away are nobody's.
  await expect(preview).toBeHidden();
  await expect
    .poll(() => focused(page, "cell"))
    .toBe(`${lanes.message}/${pay}`);

  await walk(page, "touchpoints", pay);
  await page.keyboard.press("Space");
  const panel = page.locator("[data-region=panel]");
  await expect(panel).toBeFocused();
  await choose(
    page,
    panel.getByRole("radiogroup", { name: "How do the two compare?" }),
    "Reality differs",
  );
  await expect(row("message")).toContainText("Reality differs");
  await page.keyboard.press("Escape");
  await expect.poll(() => focused(page, "cell")).toBe(`touchpoints/${pay}`);
  await saved(page);
});

test("[N10] [A3] [A4] [A7] what is done to a map now and then is done by keys alone: settings, moves by name, several chosen, locking, reading, looking up keys", async ({
  signUp,
}) => {
  const person = await signUp();
  const { page } = person;
  const { keyboard } = page;
  const { pay, ...lanes } = await open(person);
  const heads = () =>
    gridOf(page).locator("[data-drag=touchpoint]").allInnerTexts();
  const dialog = page.getByRole("dialog");
  const press = async (target: Locator) => {
    await reach(page, target);
    await keyboard.press("Enter");
  };
  const button = (name: string | RegExp) => page.getByRole("button", { name });
  /** Chooses in the menu that is open, by the beginning of its name. */
  const item = async (name: string) => {
    const found = page.getByRole("menuitem", { name });
    await expect(page.getByRole("menuitem").first()).toBeFocused();
    await keyboard.type(name);
    await expect(found).toBeFocused();
    await keyboard.press("Enter");
    await expect(page.getByRole("menu")).toHaveCount(0);
  };
  const inMapMenu = async (name: string) => {
    await press(button("More about this map"));
    await item(name);
  };
  await gridOf(page).locator("[data-cell][tabindex='0']").focus();

  await test.step("a stage and a lane are set", async () => {
    await walk(page, "stages", pay);
    await keyboard.press("Space");
    await reach(page, dialog.getByRole("textbox", { name: "Description" }));
    await keyboard.type("They compare and pay");
    await press(dialog.getByRole("button", { name: "Done" }));
    await expect(dialog).toHaveCount(0);
    await walk(page, lanes.pain, pay);
    await keyboard.press("Home");
    await keyboard.press("ArrowLeft");
    await expect.poll(() => focused(page, "leaf")).toBe("head");
    await keyboard.press("Space");
    await reach(page, dialog.getByRole("switch", { name: "Folded" }));
    await keyboard.press("Space");
    await press(dialog.getByRole("button", { name: "Done" }));
    await expect(dialog).toHaveCount(0);
    const row = gridOf(page).getByRole("row", { name: /^pain/ });
    await expect(row).toContainText("Folded: no cards");
    await keyboard.press("Control+z");
    await expect(row).not.toContainText("Folded");
  });

  await test.step("a touchpoint is moved by name", async () => {
    const before = await heads();
    await walk(page, "touchpoints", pay);
    await keyboard.press("Shift+F10");
    await item("Move to");
    const place = dialog.getByRole("button", { name: "Before" });
    const end = page.getByRole("option", { name: "At the end" });
    // Half a second after it opened a dialog takes a focus that is nowhere, as between a list and its box (React Aria's
    // way to be heard in VoiceOver): keys as quick as these are asked once more.
    await expect(async () => {
      await press(place);
      await expect(end).toBeVisible();
      await keyboard.press("End");
      await expect(end).toBeFocused();
      await keyboard.press("Enter");
      await expect(page.getByRole("listbox")).toHaveCount(0);
      await expect(place).toBeFocused({ timeout: 2_000 });
    }).toPass();
    await press(dialog.getByRole("button", { name: "Move", exact: true }));
    await expect.poll(heads).toEqual(before.toReversed());
    await expect(dialog).toHaveCount(0);
    await keyboard.press("Control+z");
    await expect.poll(heads).toEqual(before);
  });

  await test.step("several are chosen and coloured, given away or deleted from their bar", async () => {
    await walk(page, "touchpoints", pay);
    await keyboard.press("Shift+Space");
    await keyboard.press("ArrowRight");
    await keyboard.press("Shift+Space");
    const bar = page.getByRole("toolbar", { name: /^What to do with/ });
    await expect(bar).toContainText("2 touchpoints");
    await keyboard.press("F6");
    await expect(bar.locator(":focus")).toHaveCount(1);
    const remove = bar.getByRole("button", { name: "Delete" });
    await expect(async () => {
      await keyboard.press("ArrowRight");
      await expect(remove).toBeFocused({ timeout: 100 });
    }).toPass();
    await keyboard.press("Enter");
    await expect.poll(heads).toEqual([]);
    await keyboard.press("Control+z");
    await expect.poll(heads).toHaveLength(2);
  });

  await test.step("the structure is locked, and the map is only read", async () => {
    const before = await heads();
    const moveRight = async () => {
      await reach(page, gridOf(page).locator("[data-cell][tabindex='0']"));
      await walk(page, "touchpoints", pay);
      await keyboard.press("Control+ArrowRight");
    };
    await inMapMenu("Lock structure");
    await moveRight();
    await expect(page.getByText("Structure is locked").first()).toBeVisible();
    expect(await heads()).toEqual(before);
    await inMapMenu("Unlock structure");
    await press(button("Read without editing"));
    await moveRight();
    await keyboard.press("F2");
    await expect(
      page.getByText("You are reading this map, so nothing was written."),
    ).toBeVisible();
    expect(await heads()).toEqual(before);
    await press(button("You are reading. Edit the map"));
    await moveRight();
    await expect.poll(heads).toEqual(before.toReversed());
  });

  await test.step("keys are looked up, and the curve is drawn in dots", async () => {
    await keyboard.press("?");
    await expect(dialog.getByRole("searchbox")).toBeFocused();
    await keyboard.type("dupl");
    await expect(dialog.getByRole("term")).toHaveText(["Duplicate"]);
    await keyboard.press("Escape");
    await keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
    await inMapMenu("About the curve");
    await choose(
      page,
      dialog.getByRole("radiogroup", { name: "Points of the curve" }),
      "Dots",
    );
    await expect(
      dialog.getByRole("radio", { name: "Dots", checked: true }),
    ).toBeVisible();
  });
});
