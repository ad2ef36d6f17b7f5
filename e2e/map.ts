import type { Locator, Page } from "@playwright/test";
import { expect } from "./expect";

/** The map of the page. */
export const gridOf = (page: Page): Locator =>
  page.getByRole("grid", { name: /^Journey map/ });

/**
 * Waits until the server has said that everything written here is stored. Not by `expect`: at each look at which nothing
 * is found it reads the whole page aloud, to have something to tell, and so it slows the very page that is being opened.
 */
export async function saved(page: Page): Promise<void> {
  await page
    .getByRole("button", { name: /^Saved\. Everything you wrote/ })
    .waitFor({ timeout: 30_000 });
}

/** Adds a touchpoint at the end of a stage, counted from 1, and names it. */
export async function addTouchpoint(
  page: Page,
  { stage, title }: { readonly stage: number; readonly title: string },
): Promise<void> {
  const row = gridOf(page).getByRole("row").nth(1);
  await row
    .getByRole("button", { name: /^Add touchpoint/ })
    .nth(stage - 1)
    .click();
  await page
    .getByRole("textbox", { name: "Name of the touchpoint" })
    .fill(title);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("columnheader", { name: title })).toBeVisible();
}

/** Makes something by the API, as whoever is signed in, and returns its id. */
export async function make(
  page: Page,
  path: string,
  data: object,
): Promise<string> {
  const answer = await page.request.post(`/api/v1${path}`, { data });
  expect(answer.status(), await answer.text()).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

/** Makes a link that lets one person join, and returns its token. */
export async function inviteToWorkspace(
  page: Page,
  { workspace, role }: { readonly workspace: string; readonly role: string },
): Promise<string> {
  const answer = await page.request.post(
    `/api/v1/workspaces/${workspace}/invitations`,
    { data: { role } },
  );
  expect(answer.status(), await answer.text()).toBeLessThan(300);
  const { url } = (await answer.json()) as { url: string };
  return new URL(url).pathname.split("/").at(-1) ?? "";
}

/** What the page says of the cell that has the focus. */
export const focused = (
  page: Page,
  name: "row" | "leaf" | "cell",
): Promise<string | undefined> =>
  page.evaluate(
    (key) =>
      document.activeElement instanceof HTMLElement
        ? document.activeElement.dataset[key]
        : undefined,
    name,
  );

/** Walks with the arrows from the first cell down to a row and right to a column. */
export async function walk(
  page: Page,
  row: string,
  column: string,
): Promise<void> {
  const until = async (what: "row" | "leaf", goal: string, key: string) => {
    for (let step = 0; step < 20; step++) {
      if ((await focused(page, what)) === goal) return;
      const before = await focused(page, "cell");
      await page.keyboard.press(key);
      await expect.poll(() => focused(page, "cell")).not.toBe(before);
    }
    throw new Error(`${key} did not lead to ${goal}`);
  };
  await page.keyboard.press("Control+Home");
  await until("row", row, "ArrowDown");
  await until("leaf", column, "ArrowRight");
}

/** Opens the sample map of a workspace. @returns its address. */
export async function openSample(
  page: Page,
  workspace: string,
): Promise<string> {
  const answer = await page.request.get(
    `/api/v1/workspaces/${workspace}/journeys`,
  );
  const { journeys } = (await answer.json()) as { journeys: { id: string }[] };
  const url = `/w/${workspace}/journeys/${journeys[0]?.id}`;
  await page.goto(url);
  await expect(gridOf(page)).toBeVisible();
  return url;
}
