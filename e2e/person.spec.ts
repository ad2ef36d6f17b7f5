import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { violationsInBoth } from "./axe";
import { expect, test } from "./fixtures";
import { gridOf, saved } from "./map";

const phone = { width: 390, height: 844 };

async function send<T>(
  page: Page,
  method: "get" | "post",
  path: string,
  data?: object,
): Promise<T> {
  const answer = await page.request[method](`/api/v1/workspaces/${path}`, {
    data,
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()) as T;
}

/** A map with one pain, and somebody who has no account. */
async function painfulMap(page: Page, workspace: string) {
  const email = `noor-${randomUUID()}@example.org`;
  const make = (path: string, data: object) =>
    send<{ id: string }>(page, "post", `${workspace}/${path}`, data);
  const noor = { kind: "person", name: "Noor Jansen", email };
  const { id: personId } = await make("stakeholders", noor);
  const source = { kind: "blank" };
  const journey = await make("journeys", { title: "Buying shoes", source });
  const at = `journeys/${journey.id}`;
  const { id: columnId } = await make(`${at}/stages`, { title: "Ask" });
  const lane = { kind: "pain", title: "Pains" };
  const { id: laneId } = await make(`${at}/lanes`, lane);
  const text = "Nobody calls back";
  const { id: painId } = await make(`${at}/cards`, { laneId, columnId, text });
  return { email, personId, painId, journeyId: journey.id };
}

type Work = Awaited<ReturnType<typeof painfulMap>>;

/** Decides about the pain, makes a task of it, and gives that to somebody. The task's card is what is open then. */
async function decideAndAssign(page: Page, slug: string, work: Work) {
  const { journeyId, painId } = work;
  await page.goto(`/w/${slug}/opportunities?view=pains&journey=${journeyId}`);
  const item = page
    .getByRole("listitem")
    .filter({ hasText: "Nobody calls back" });
  await item.getByText("In progress").click();
  await item.getByRole("textbox", { name: "Why?" }).fill("Every second call");
  await item.getByRole("textbox", { name: "Why?" }).blur();
  await page.getByRole("link", { name: "Decisions", exact: true }).click();
  await expect(page.getByText("Nobody calls back")).toBeVisible();
  await page.goto(`/w/${slug}/journeys/${journeyId}?card=${painId}`);
  await saved(page);
  const panel = page.locator("[data-region=panel]");
  await panel.getByRole("button", { name: "Make a task" }).click();
  await expect(
    panel.getByRole("button", { name: "Made of “Nobody calls back”" }),
  ).toBeVisible();
  const text = panel.getByRole("textbox", { name: "Text" });
  await text.fill("Call the customer back");
  await text.blur();
  await panel.getByRole("combobox", { name: "Assign someone" }).fill("Noor");
  await page.getByRole("option", { name: /Noor Jansen/ }).click();
  await saved(page);
}

/** Goes there with Tab alone, as someone without a pointer does. */
async function reach(page: Page, target: Locator): Promise<void> {
  const isThere = () =>
    target.evaluate((node) => node === document.activeElement);
  for (let stop = 0; stop < 20 && !(await isThere()); stop += 1)
    await page.keyboard.press("Tab");
  await expect(target).toBeFocused();
}

test("[N17] [N04] [R72] a pain is decided, becomes the task of someone without an account, who ticks it off on a phone from the mail's link, and the open map shows it", async ({
  signUp,
  mailbox,
  browser,
  server,
}) => {
  const { page, workspace } = await signUp();
  const work = await painfulMap(page, workspace);
  await decideAndAssign(page, workspace, work);
  await page.goto(`/w/${workspace}/stakeholders/${work.personId}`);
  await page.getByRole("button", { name: "Make a link" }).click();
  await expect(page.getByLabel("Address of the personal link")).toBeVisible();
  const link = `${workspace}/stakeholders/${work.personId}/personal-link`;
  const mailed = await page.request.post(`/api/v1/workspaces/${link}/mail`);
  expect(mailed.status()).toBe(204);
  await page.goto(`/w/${workspace}/journeys/${work.journeyId}`);
  await expect(gridOf(page)).toBeVisible();
  const card = page
    .locator("[data-card]")
    .filter({ hasText: "Call the customer back" });
  await expect(card).toContainText("Noor Jansen");

  const context = await browser.newContext({
    baseURL: server.url,
    locale: "en-GB",
    viewport: phone,
    hasTouch: true,
  });
  const theirs = await context.newPage();
  const address = await mailbox.linkTo(work.email);
  const answer = await theirs.goto(address);
  expect(answer?.headers()).toMatchObject({
    "referrer-policy": "no-referrer",
    "x-robots-tag": "noindex, nofollow, noarchive",
    "cache-control": "private, no-store",
  });
  await expect(
    theirs.getByRole("heading", { level: 1, name: "Noor Jansen" }),
  ).toBeVisible();
  const box = theirs.getByRole("checkbox", { name: /Call the customer back/ });
  await expect(box).not.toBeChecked();
  const width = () => theirs.evaluate(() => document.body.scrollWidth);
  expect(await width()).toBeLessThanOrEqual(phone.width);
  expect(await violationsInBoth(theirs)).toEqual([]);

  await reach(theirs, box);
  await theirs.keyboard.press("Space");
  await expect(box).toBeChecked();
  await expect(card).toContainText("Done");
  // What is read anew comes from rows, which follow the map.
  const finished = theirs.getByRole("button", {
    name: "Show finished tasks (1)",
  });
  await expect
    .poll(async () => {
      await theirs.reload();
      return finished.isVisible();
    })
    .toBe(true);
  await finished.click();
  await expect(box).toBeChecked();

  const revoked = await page.request.delete(`/api/v1/workspaces/${link}`);
  expect(revoked.status()).toBe(204);
  await reach(theirs, theirs.getByRole("switch", { name: /Weekly mail/ }));
  await theirs.keyboard.press("Space");
  await expect(
    theirs.getByRole("heading", { name: "This link no longer works" }),
  ).toBeVisible();
  await context.close();
});
