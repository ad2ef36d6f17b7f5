import type { Locator, Page } from "@playwright/test";
import { cutBySpacing, readSideways, tooWide } from "./adapted";
import { violationsInBoth } from "./axe";
import { smallForFingers } from "./fingers";
import { expect, test } from "./fixtures";
import { gridOf, inviteToWorkspace, saved } from "./map";
import type { Person } from "./people";

/** The sample map of somebody's workspace. */
async function addressOf({ page, workspace }: Person): Promise<string> {
  const answer = await page.request.get(
    `/api/v1/workspaces/${workspace}/journeys`,
  );
  const { journeys } = (await answer.json()) as { journeys: { id: string }[] };
  return `/w/${workspace}/journeys/${journeys[0]?.id}`;
}

const switchOf = (page: Page): Locator =>
  page.getByRole("button", { name: /^View: / });

/** Chooses a view as someone without a pointer does. */
async function choose(page: Page, name: string): Promise<void> {
  await switchOf(page).focus();
  await page.keyboard.press("Enter");
  const item = page.getByRole("menuitemradio", { name });
  await expect(item).toBeVisible();
  await page.keyboard.type(name);
  await expect(item).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(switchOf(page)).toHaveAccessibleName(`View: ${name}`);
}

/** What each view is known by. */
const views = [
  ["line", (page: Page) => page.getByRole("group", { name: "Emotion curve" })],
  ["table", (page: Page) => page.getByRole("grid", { name: /^Touchpoints/ })],
  ["outline", (page: Page) => page.getByTestId("map-outline")],
  ["canvas", (page: Page) => page.getByRole("region", { name: /^Canvas/ })],
  ["channels", (page: Page) => page.getByRole("grid", { name: /^Channels/ })],
  [
    "responsibilities",
    (page: Page) => page.getByRole("grid", { name: /^Responsibilities/ }),
  ],
] as const;

/** How far the page itself can be scrolled, which its parts do in its place. */
const pageScroll = (page: Page): Promise<[number, number]> =>
  page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    return [scrollWidth - innerWidth, scrollHeight - innerHeight];
  });

// What is asked of a view is asked while it is open: to load it costs more than any of the answers.
test("[N10] [R54] [A8] every view is accessible in light and in dark, scrolls inside the page, stays whole with text spaced as WCAG 1.4.12 says, at 320 pixels is not read sideways, and is accessible and large enough for fingers as wide as a phone", async ({
  signUp,
}) => {
  test.setTimeout(240_000);
  const person = await signUp();
  const { page } = person;
  const address = await addressOf(person);
  for (const [view, shown] of views) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`${address}?view=${view}`);
    await saved(page);
    await expect(shown(page)).toBeVisible();
    expect(await violationsInBoth(page), view).toEqual([]);
    expect(await pageScroll(page), view).toEqual([0, 0]);
    expect(await cutBySpacing(page), view).toEqual([]);
    await page.setViewportSize({ width: 320, height: 256 });
    await expect.poll(() => tooWide(page), view).toBe(0);
    expect.soft(await readSideways(page), view).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => tooWide(page), view).toBe(0);
    const onPhone = await violationsInBoth(page);
    expect.soft(onPhone, `${view} on a phone`).toEqual([]);
    expect.soft(await smallForFingers(page), view).toEqual([]);
  }
});

test("[R54] [R53] [R49] [R88] every view is used with the keyboard alone, and remembered", async ({
  signUp,
}) => {
  test.setTimeout(180_000);
  const person = await signUp();
  const { page } = person;
  const address = await addressOf(person);
  await page.goto(address);
  await saved(page);

  await test.step("the line takes a feeling", async () => {
    await choose(page, "Line diagram");
    const pays = page.getByRole("slider", { name: "Pays" });
    await pays.focus();
    await page.keyboard.press("3");
    await expect(pays).toHaveAttribute("aria-valuetext", "Neutral");
    await page.keyboard.press("Control+z");
    await expect(pays).toHaveAttribute("aria-valuetext", "Very unsatisfying");
  });

  await test.step("the table sorts, and opens a touchpoint", async () => {
    await choose(page, "Table");
    const head = page.getByRole("columnheader", { name: "Mark" });
    await head.getByRole("button").focus();
    await page.keyboard.press("Enter");
    await expect(head).toHaveAttribute("aria-sort", "ascending");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowRight");
    const first = page.getByRole("button", { name: "Pays", exact: true });
    await expect(first).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(
      page.getByRole("complementary", { name: /Pays/ }),
    ).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(first).toBeFocused();
  });

  await test.step("the canvas takes card after card", async () => {
    await choose(page, "Canvas");
    await page
      .getByRole("button", { name: "Add card: Questions, Decision" })
      .focus();
    await page.keyboard.press("Enter");
    await page.keyboard.type("Is it safe?");
    await page.keyboard.press("Enter");
    await page.keyboard.type("And fast?");
    await page.keyboard.press("Escape");
    const sheet = page.getByRole("region", { name: /^Canvas/ });
    await expect(sheet.getByText("Is it safe?")).toBeVisible();
  });

  await test.step("channels and responsibilities are given and taken", async () => {
    await choose(page, "Channels");
    const mail = page.getByRole("button", { name: "E-mail at Pays" });
    await mail.focus();
    await page.keyboard.press("Enter");
    await expect(mail).toHaveAttribute("aria-pressed", "true");
    await choose(page, "Responsibilities");
    const team = (role: string) =>
      page.getByRole("button", {
        name: `Customer service, Asks a question on Instagram: ${role}`,
      });
    await expect(page.getByText("1 of 15 touchpoints")).toBeVisible();
    await team("no role").focus();
    await page.keyboard.press("Enter");
    await expect(team("responsible")).toBeFocused();
    await expect(
      page.getByText("Every touchpoint has somebody who is responsible."),
    ).toBeVisible();
  });

  await test.step("it is remembered for this map, and the address asks for another", async () => {
    await expect(page).toHaveURL(/view=responsibilities/);
    await saved(page);
    await page.goto(address);
    await expect(switchOf(page)).toHaveAccessibleName("View: Responsibilities");
    await page.goto(`${address}?view=outline`);
    await expect(page.getByTestId("map-outline")).toBeVisible();
    await choose(page, "Map");
    await expect(gridOf(page)).toBeVisible();
    await expect(page).not.toHaveURL(/view=/);
  });
});

test("[R54] [A5] two people see each other's edits in different views", async ({
  signUp,
}) => {
  test.setTimeout(120_000);
  const ada = await signUp();
  const address = await addressOf(ada);
  await ada.page.goto(`${address}?view=line`);
  await saved(ada.page);
  const invitation = await inviteToWorkspace(ada.page, {
    workspace: ada.workspace,
    role: "editor",
  });
  const grace = await signUp({ name: "Grace Hopper", invitation });
  await grace.page.goto(`${address}?view=table`);
  const cell = (level: string) =>
    grace.page.getByRole("button", { name: `Pays, Mark, 41: ${level}` });
  await expect(cell("Very angry")).toBeVisible();
  const point = ada.page.getByRole("slider", { name: "Pays" });
  await point.focus();
  await ada.page.keyboard.press("4");
  await expect(cell("Happy")).toBeVisible();
  await cell("Happy").focus();
  await grace.page.keyboard.press("2");
  await expect(point).toHaveAttribute("aria-valuetext", "Unsatisfying");
});

test("[R54] [SH-06] a visitor of a shared link has the views of what it shows, and only those", async ({
  signUp,
  browser,
}) => {
  test.setTimeout(120_000);
  const ada = await signUp();
  const address = await addressOf(ada);
  const [, , slug, , id] = address.split("/");
  const made = await ada.page.request.post(
    `/api/v1/workspaces/${slug}/journeys/${id}/share-links`,
    {
      data: { showOwners: false },
    },
  );
  const { url } = (await made.json()) as { url: string };
  const context = await browser.newContext({ locale: "en-GB" });
  const page = await context.newPage();
  await page.goto(`${url}?view=channels`);
  await expect(page.getByRole("grid", { name: /^Channels/ })).toBeVisible();
  expect(await violationsInBoth(page)).toEqual([]);
  await switchOf(page).click();
  await expect(
    page.getByRole("menuitemradio", { name: "Table" }),
  ).toBeVisible();
  await expect(
    page.getByRole("menuitemradio", { name: "Responsibilities" }),
  ).toHaveCount(0);
  await page.getByRole("menuitemradio", { name: "Line diagram" }).click();
  await expect(page.getByRole("img", { name: /^Pays: / })).toBeVisible();
  await expect(page.getByRole("slider")).toHaveCount(0);
  await context.close();
});
