import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { addTouchpoint, gridOf, inviteToWorkspace, saved } from "./map";
import type { Person } from "./people";

/** Every text of the map as a screen shows it, cell by cell. */
async function shownOn(page: Page): Promise<string[]> {
  return gridOf(page)
    .locator("[data-cell]")
    .evaluateAll((cells) =>
      cells.map((cell) => {
        const words = [...cell.querySelectorAll("p, [class*=line-clamp]")];
        return `${cell.getAttribute("data-cell")} ${words.map((one) => one.textContent).join("|")}`;
      }),
    );
}

/** Both screens come to show the same, and neither shows an error in its place. */
async function expectEqual(one: Page, other: Page): Promise<void> {
  await saved(one);
  await saved(other);
  await expect
    .poll(async () => (await shownOn(one)).join("\n"))
    .toBe((await shownOn(other)).join("\n"));
  for (const page of [one, other]) await expect(gridOf(page)).toBeVisible();
}

const rowOf = (page: Page) =>
  gridOf(page).getByRole("row", { name: /^Customer needs/ });
const cellOf = (page: Page, at: number): Locator =>
  rowOf(page).getByRole("gridcell").nth(at);
const cardOf = (page: Page, text: string | RegExp): Locator =>
  gridOf(page).getByRole("listitem").filter({ hasText: text });

async function write(page: Page, at: number, text: string): Promise<void> {
  await cellOf(page, at).click();
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
  await expect(cardOf(page, text)).toBeVisible();
}

/** Two people with the same new map before them. */
async function meet(
  signUp: (options?: object) => Promise<Person>,
): Promise<[Page, Page]> {
  const ada = await signUp();
  const made = await ada.page.request.post(
    `/api/v1/workspaces/${ada.workspace}/journeys`,
    {
      data: {
        source: { kind: "template", key: "mapping-canvas" },
        title: "Shoes",
      },
    },
  );
  expect(made.status(), await made.text()).toBe(201);
  const { id } = (await made.json()) as { id: string };
  const url = `/w/${ada.workspace}/journeys/${id}`;
  await ada.page.goto(url);
  await saved(ada.page);
  const invitation = await inviteToWorkspace(ada.page, {
    workspace: ada.workspace,
    role: "editor",
  });
  const grace = await signUp({ name: "Grace Hopper", invitation });
  await grace.page.goto(url);
  await saved(grace.page);
  return [ada.page, grace.page];
}

test("[A5] two people write in one card, letter by letter, and both keep their words", async ({
  signUp,
}) => {
  test.setTimeout(120_000);
  const [ada, grace] = await meet(signUp);
  await write(ada, 0, "I want to run");
  for (const page of [ada, grace]) await cardOf(page, "want to run").dblclick();
  await grace.keyboard.press("Home");
  await Promise.all([
    ada.keyboard.type(" without pain", { delay: 15 }),
    grace.keyboard.type("Today ", { delay: 25 }),
  ]);
  for (const page of [ada, grace]) await page.keyboard.press("Enter");
  await expect(cardOf(ada, "Today I want to run without pain")).toBeVisible();
  await expectEqual(ada, grace);
  await ada.keyboard.press("Control+z");
  await expect(cardOf(grace, /^Today I want to run$/)).toBeVisible();
  await expectEqual(ada, grace);
});

test("[A3] a card that one deletes while the other writes in it is offered back", async ({
  signUp,
}) => {
  test.setTimeout(120_000);
  const [ada, grace] = await meet(signUp);
  await write(ada, 0, "I want to run");
  await cardOf(grace, "I want to run").dblclick();
  await grace.keyboard.press("End");
  await grace.keyboard.type(" far");
  await expect(cardOf(ada, "I want to run far")).toBeVisible();
  await cardOf(ada, "I want to run far").click();
  await ada.keyboard.press("Delete");
  const notice = grace.getByText(
    /^Ada Lovelace deleted what you were writing\./,
  );
  await expect(notice).toBeVisible();
  await expectEqual(ada, grace);
  await grace.getByRole("button", { name: "Restore" }).click();
  await expect(cardOf(ada, "I want to run far")).toBeVisible();
  await expectEqual(ada, grace);
  await ada.keyboard.press("Control+z");
  await expectEqual(ada, grace);
  await ada.keyboard.press("Control+Shift+z");
  await expectEqual(ada, grace);
});

test("[A3] a stage that is deleted while a card is dragged into it takes the card with it or leaves it, alike for both", async ({
  signUp,
}) => {
  test.setTimeout(120_000);
  const [ada, grace] = await meet(signUp);
  await write(ada, 0, "I want to run");
  const from = await cardOf(grace, "I want to run").boundingBox();
  const to = await cellOf(grace, 1).boundingBox();
  if (!from || !to) throw new Error("The map is not drawn.");
  await grace.mouse.move(from.x + 40, from.y + 10);
  await grace.mouse.down();
  await grace.mouse.move(to.x + 40, to.y + 20, { steps: 8 });
  const stage = gridOf(ada).getByRole("row").first().locator("[data-cell]");
  const gone = (await stage.nth(1).textContent()) ?? "";
  await stage.nth(1).click();
  await ada.keyboard.press("Shift+F10");
  await ada.getByRole("menuitem", { name: "Delete stage" }).click();
  await expect(stage.filter({ hasText: gone })).toHaveCount(0);
  await expect(
    gridOf(grace).getByRole("columnheader", { name: gone }),
  ).toHaveCount(0);
  await grace.mouse.move(to.x + 50, to.y + 24, { steps: 3 });
  await grace.mouse.up();
  await expectEqual(ada, grace);
  await ada.keyboard.press("Control+z");
  await expect(
    gridOf(grace).getByRole("columnheader", { name: gone }),
  ).toHaveCount(1);
  await expectEqual(ada, grace);
  await cellOf(grace, 0).click();
  await grace.keyboard.press("Control+z");
  await expectEqual(ada, grace);
});

/** Takes a thing by its middle and carries it up or down, without letting go. */
async function hold(thing: Locator, by: number): Promise<void> {
  const { mouse } = thing.page();
  const box = await thing.boundingBox();
  if (!box) throw new Error("It is not drawn.");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await mouse.move(x, y);
  await mouse.down();
  await mouse.move(x, y + by, { steps: 5 });
}

test("[A5] a colleague sees where I hold an emotion, until I let go", async ({
  signUp,
}) => {
  test.setTimeout(120_000);
  const [ada, grace] = await meet(signUp);
  await addTouchpoint(ada, { stage: 1, title: "Asks in the chat" });
  await ada.getByRole("columnheader", { name: "Asks in the chat" }).click();
  await ada.keyboard.press("3");
  const point = ada.getByRole("slider", { name: /Asks in the chat/ }).first();
  await point.scrollIntoViewIfNeeded();
  await hold(point, -60);
  await expect(grace.locator("[data-preview]")).toContainText("Ada Lovelace");
  await ada.mouse.up();
  await expect(grace.locator("[data-preview]")).toHaveCount(0);
  await expect(
    grace.getByRole("slider", { name: /Asks in the chat/ }).first(),
  ).toHaveAttribute("aria-valuetext", /happy/i);
  await hold(point, 60);
  await expect(grace.locator("[data-preview]")).toHaveCount(1);
  await ada.close();
  await expect(grace.locator("[data-preview]")).toHaveCount(0);
});
