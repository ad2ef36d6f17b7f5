import type { Page } from "@playwright/test";
import { violationsInBoth } from "./axe";
import { expect, test } from "./fixtures";
import { gridOf } from "./map";

type Ids = Record<"journeys" | "stakeholders", { id: string }[]>;

/** What is in a workspace from its beginning. */
async function ownersOf(page: Page, workspace: string): Promise<Ids> {
  const [journeys, stakeholders] = await Promise.all(
    (["journeys", "stakeholders"] as const).map(async (list) => {
      const answer = await page.request.get(
        `/api/v1/workspaces/${workspace}/${list}`,
      );
      return ((await answer.json()) as Ids)[list];
    }),
  );
  return { journeys: journeys!, stakeholders: stakeholders! };
}

const sections = [
  "journeys",
  "journeys?view=attention",
  "touchpoints",
  "tasks?view=list",
  "tasks?view=board",
  "opportunities",
  "opportunities?view=matrix",
  "opportunities?view=pains",
  "mine",
  "inbox?show=all",
  "activity",
  "stakeholders",
  "stakeholders?view=matrix",
  "channels",
  "personas",
  "settings",
];

for (const path of ["/", "/sign-in", "/sign-up", "/reset"]) {
  test(`[N10] ${path} is accessible to a stranger, in light and in dark`, async ({
    page,
  }) => {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await violationsInBoth(page)).toEqual([]);
  });
}

test("[N10] every page of a workspace is accessible, in light and in dark", async ({
  signUp,
}) => {
  test.setTimeout(300_000);
  const { page, workspace } = await signUp();
  for (const section of sections) {
    await page.goto(`/w/${workspace}/${section}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await violationsInBoth(page), section).toEqual([]);
  }
  const { journeys, stakeholders } = await ownersOf(page, workspace);
  for (const part of [
    `stakeholders/${stakeholders[0]?.id}`,
    `stakeholders?view=matrix&journey=${journeys[0]?.id}`,
  ]) {
    await page.goto(`/w/${workspace}/${part}`);
    await expect(page.getByRole("table").first()).toBeVisible();
    expect(await violationsInBoth(page), part).toEqual([]);
  }
  await page.goto(`/w/${workspace}/touchpoints`);
  await page
    .getByRole("checkbox", { name: "Choose all on this page" })
    .first()
    .check({ force: true });
  await expect(
    page.getByRole("region", { name: "Chosen touchpoints" }),
  ).toBeVisible();
  expect(await violationsInBoth(page), "chosen touchpoints").toEqual([]);
});

test("[N10] a map is accessible, in light and in dark", async ({ signUp }) => {
  test.setTimeout(120_000);
  const { page, workspace } = await signUp();
  const { journeys } = await ownersOf(page, workspace);
  await page.goto(`/w/${workspace}/journeys/${journeys[0]?.id}`);
  await expect(gridOf(page)).toBeVisible();
  expect(await violationsInBoth(page)).toEqual([]);
});
