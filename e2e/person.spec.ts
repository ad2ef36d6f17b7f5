import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { violationsInBoth } from "./axe";
import { expect, test } from "./fixtures";
import { gridOf } from "./map";

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

/** A map with a task of somebody who has no account. */
async function giveTask(page: Page, workspace: string) {
  const email = `noor-${randomUUID()}@example.org`;
  const person = await send<{ id: string }>(
    page,
    "post",
    `${workspace}/stakeholders`,
    { kind: "person", name: "Noor Jansen", email },
  );
  const journey = await send<{ id: string }>(
    page,
    "post",
    `${workspace}/journeys`,
    { title: "Buying shoes", source: { kind: "blank" } },
  );
  const at = `${workspace}/journeys/${journey.id}`;
  const { map } = await send<{ map: { stages: { id: string }[] } }>(
    page,
    "get",
    at,
  );
  const [laneId, cardId] = [randomUUID(), randomUUID()];
  await send(page, "post", `${at}/lanes`, {
    id: laneId,
    kind: "action",
    title: "To do",
  });
  await send(page, "post", `${at}/cards`, {
    id: cardId,
    laneId,
    columnId: map.stages[0]?.id,
    text: "Call the customer back",
    task: { stakeholderId: person.id, status: "open", due: "2026-01-05" },
  });
  return { email, cardId, map: `/w/${at}`, personId: person.id };
}

/** Goes there with Tab alone, as someone without a pointer does. */
async function reach(page: Page, target: Locator): Promise<void> {
  const isThere = () =>
    target.evaluate((node) => node === document.activeElement);
  for (let stop = 0; stop < 20 && !(await isThere()); stop += 1)
    await page.keyboard.press("Tab");
  await expect(target).toBeFocused();
}

test("[N04] [R72] someone without an account opens the link of a mail on a phone and ticks a task off, and the open map shows it", async ({
  signUp,
  mailbox,
  browser,
  server,
}) => {
  const { page, workspace } = await signUp();
  const work = await giveTask(page, workspace);
  await page.goto(`/w/${workspace}/stakeholders/${work.personId}`);
  await page.getByRole("button", { name: "Make a link" }).click();
  await expect(page.getByLabel("Address of the personal link")).toBeVisible();
  const link = `${workspace}/stakeholders/${work.personId}/personal-link`;
  const mailed = await page.request.post(`/api/v1/workspaces/${link}/mail`);
  expect(mailed.status()).toBe(204);
  await page.goto(work.map);
  await expect(gridOf(page)).toBeVisible();
  const card = page.locator(`[data-card="${work.cardId}"]`);
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
