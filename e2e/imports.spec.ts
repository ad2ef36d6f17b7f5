import type { Locator, Page } from "@playwright/test";
import pg from "pg";
import { violationsInBoth } from "./axe";
import { believedHappy } from "./believed";
import { expect, test } from "./fixtures";
import { gridOf, make, saved } from "./map";

/** Forty answers from 1 to 5, 1.4 on average, and whom they are from. */
const survey = (title: string) =>
  [
    `Timestamp,How satisfied were you? (${title}),Email address`,
    ...Array.from(
      { length: 40 },
      (_, at) =>
        `2026-11-${String(1 + (at % 28)).padStart(2, "0")},${at < 24 ? 1 : 2},someone${at}@people.example`,
    ),
    "",
  ].join("\n");

/** A button by its key, as somebody without a mouse presses it. */
async function press(button: Locator): Promise<void> {
  await button.focus();
  await button.press("Enter");
}

const isReadSideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

/** While this lasts an import comes as far as writing down what it brings, and waits there. */
async function held(
  databaseUrl: string,
  during: () => Promise<void>,
): Promise<void> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    await client.query(`BEGIN; LOCK TABLE "ImportRun" IN SHARE MODE`);
    await during();
  } finally {
    await client.end();
  }
}

test("[R58] [N03] a survey that is imported by keyboard moves the curve of an open map and says what it rests on, cancelled on the way, imported while the page is away and undone in the end", async ({
  signUp,
  server,
}) => {
  test.setTimeout(180_000);
  const { page: map, workspace, context } = await signUp();
  const { title, journey } = await believedHappy(map, workspace);
  const url = `/w/${workspace}/journeys/${journey.id}`;
  await map.goto(url);
  await saved(map);
  const point = gridOf(map).getByRole("slider", { name: title }).first();
  await expect(point).toHaveAttribute("aria-valuetext", "Happy");

  const page = await context.newPage();
  await page.goto(`${url}/imports`);
  await expect(page.getByText("Nothing has been imported yet.")).toBeVisible();
  const choosing = page.waitForEvent("filechooser");
  await press(page.getByRole("button", { name: "Choose a file" }));
  await (
    await choosing
  ).setFiles({
    name: "survey.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(survey(title)),
  });
  const heading = (name: string) =>
    page.getByRole("heading", { name, level: 2 });
  await expect(heading("What is in the file?")).toBeFocused();
  await expect(
    page.getByRole("button", { name: /Role of “Email address”/ }),
  ).toContainText("Personal: left out");
  expect(await violationsInBoth(page)).toEqual([]);
  await press(page.getByRole("button", { name: "Next" }));

  await expect(heading("Which touchpoint is it about?")).toBeFocused();
  const place = page.getByRole("button", {
    name: /Touchpoint of “The whole file”/,
  });
  await press(place);
  const option = page.getByRole("option", { name: title, exact: true });
  await expect(option).toBeVisible();
  await page.keyboard.type(title.slice(0, 12));
  await expect(option).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(place).toContainText(title);
  await press(page.getByRole("button", { name: "Next" }));

  await expect(heading("What will be written")).toBeFocused();
  await expect(page.getByText("Mean 1.4 of 1 to 5")).toBeVisible();
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await violationsInBoth(page)).toEqual([]);
  expect(await isReadSideways(page)).toBe(false);
  const importing = page.getByRole("button", { name: "Import", exact: true });
  const progress = page.getByRole("progressbar", {
    name: "Storing the evidence",
  });
  await held(server.databaseUrl, async () => {
    await press(importing);
    await expect(progress).toBeVisible();
    expect(await violationsInBoth(page)).toEqual([]);
    expect(await isReadSideways(page)).toBe(false);
    await press(page.getByRole("button", { name: /^Cancel the import/ }));
    await expect(page.getByText("Nothing of it was kept.")).toBeVisible();
    await press(importing);
    await expect(progress).toBeVisible();
    await page.reload();
    await expect(progress).toBeVisible();
  });
  await expect(progress).toBeHidden();
  await expect(point).toHaveAttribute(
    "aria-valuetext",
    "By evidence: Very angry (1.4 of 5, measured, n = 40), between 1.2 and 1.6. The team says: Happy",
  );

  await press(
    page.getByRole("button", { name: "Undo the import of “survey.csv”" }),
  );
  const asked = page.getByRole("alertdialog");
  await expect(asked).toContainText("1 piece of evidence goes.");
  await press(asked.getByRole("button", { name: "Undo import" }));
  await expect(page.getByText("Undone", { exact: true })).toBeVisible();
  await expect(point).toHaveAttribute("aria-valuetext", "Happy");
});

/** Six orders: all begin with the cart, five sign in twenty minutes later, and two of these pay the day after. */
function log(): string {
  const event = (name: string, at: string) =>
    `<event><string key="concept:name" value="${name}"/><date key="time:timestamp" value="2026-09-${at}.000+02:00"/></event>`;
  const traces = Array.from({ length: 6 }, (_, at) => {
    const events = [
      event("Cart", `0${at + 1}T10:00:00`),
      ...(at < 5 ? [event("Log in", `0${at + 1}T10:20:00`)] : []),
      ...(at < 2 ? [event("Payment", `0${at + 2}T10:20:00`)] : []),
      ...(at === 5 ? [event("Newsletter", "09T08:00:00")] : []),
    ];
    return `<trace><string key="concept:name" value="order-${at}"/>${events.toReversed().join("")}</trace>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><log xes.version="1.0">${traces.join("")}</log>`;
}

test("[N15] an event log tells on the map how many come by, how long they wait and where they end, without moving a feeling, and is taken back as a whole", async ({
  signUp,
}) => {
  test.setTimeout(180_000);
  const { page, workspace, context } = await signUp();
  const base = `/workspaces/${workspace}/journeys`;
  const journeyId = await make(page, base, {
    title: "Orders",
    source: { kind: "blank" },
  });
  const at = `${base}/${journeyId}`;
  const stageId = await make(page, `${at}/stages`, { title: "Buy" });
  const touchpoints: string[] = [];
  for (const title of ["Cart", "Log in", "Pay"])
    touchpoints.push(await make(page, `${at}/touchpoints`, { stageId, title }));
  const url = `/w/${workspace}/journeys/${journeyId}`;

  await page.goto(`${url}/imports`);
  const heading = (name: string) =>
    page.getByRole("heading", { name, level: 2 });
  const next = page.getByRole("button", { name: "Next" });
  await page.locator("input[type=file]").setInputFiles({
    name: "orders.xes",
    mimeType: "application/xml",
    buffer: Buffer.from(log()),
  });
  await expect(heading("What is in the file?")).toBeFocused();
  await next.click();
  await expect(heading("Which touchpoint is it about?")).toBeFocused();
  const place = (name: string) =>
    page.getByRole("button", { name: `Touchpoint of “${name}”` });
  await expect(place("Cart")).toContainText("Cart");
  await expect(place("Newsletter")).toContainText("None: leave out");
  await place("Payment").click();
  await page.getByRole("option", { name: "Pay", exact: true }).click();
  await next.click();
  await expect(heading("What will be written")).toBeFocused();
  const told = page.getByRole("region", { name: "What the event log tells" });
  await expect(told.getByRole("row", { name: /^Log in/ })).toContainText(
    /83\.3%.*20 minutes/,
  );
  await expect(page.getByText("1 value without a touchpoint")).toBeVisible();
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(
    page.getByText("11 pieces of evidence were added to 3 touchpoints."),
  ).toBeVisible();

  const map = await context.newPage();
  await map.goto(`${url}?touchpoint=${touchpoints.at(1)}`);
  await saved(map);
  const panel = map.getByRole("complementary", { name: "Touchpoint: Log in" });
  const facts = panel.getByRole("region", { name: "What the event log tells" });
  await expect(facts).toContainText("Cases that come by83.3%");
  await expect(facts).toContainText("Median wait20 minutes");
  await expect(facts).toContainText("Cases that end here60%");
  await expect(facts).toContainText("Most often nextPay: 100%");
  await map.getByRole("button", { name: "More about this map" }).click();
  await map.getByRole("menuitem", { name: "Evaluation" }).click();
  const guide = map.getByRole("complementary", { name: "Guide" });
  await expect(guide.getByText("Where most cases end")).toBeVisible();
  await expect(guide).toContainText("median 24 hours");
  await expect(guide).toContainText("Nobody has said yet how the touchpoints");

  await page
    .getByRole("button", { name: "Undo the import of “orders.xes”" })
    .click();
  const asked = page.getByRole("alertdialog");
  await expect(asked).toContainText("11 pieces of evidence go.");
  await asked.getByRole("button", { name: "Undo import" }).click();
  await expect(page.getByText("Undone", { exact: true })).toBeVisible();
  await expect(guide.getByText("Where most cases end")).toBeHidden();
});
