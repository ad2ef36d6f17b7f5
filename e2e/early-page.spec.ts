import type { Browser, Page } from "@playwright/test";
import { expect, test } from "./fixtures";

const newContext = (browser: Browser, baseURL: string, scripts = true) =>
  browser.newContext({
    baseURL,
    locale: "en-GB",
    serviceWorkers: "block",
    javaScriptEnabled: scripts,
  });

/** Opens a page as on a slow line: it is drawn, and its scripts come when the function is called. */
async function openSlowly(page: Page, address: string) {
  let letIn = () => {};
  const gate = new Promise<void>((done) => {
    letIn = done;
  });
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await gate;
    await route.continue();
  });
  await page.goto(address, { waitUntil: "commit" });
  return () => letIn();
}

test("[N10] on a slow line who signs in writes, corrects and presses Enter before the page can answer, and is in once it can", async ({
  signUp,
  browser,
  server,
}) => {
  const person = await signUp();
  const context = await newContext(browser, server.url);
  const page = await context.newPage();
  const awake = await openSlowly(page, "/sign-in");
  const email = page.getByRole("textbox", { name: "Email" });
  await email.click();
  await page.keyboard.type(`x${person.email}`);
  await page.keyboard.press("Home");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Tab");
  await page.keyboard.type(person.password);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/sign-in$/);
  awake();
  await page.waitForURL(`**/w/${person.workspace}**`);
  await context.close();
});

test("[N10] on a slow line a password goes on where it is written when the page begins to answer", async ({
  browser,
  server,
}) => {
  const context = await newContext(browser, server.url);
  const page = await context.newPage();
  const awake = await openSlowly(page, "/sign-in");
  const password = page.getByLabel("Password", { exact: true });
  await password.click();
  await page.keyboard.type("kettle-or");
  await page.keyboard.press("ArrowLeft");
  awake();
  // Some of it falls before, some in the middle of it, and some after.
  const rest = "once upon a time by the river";
  await page.keyboard.type(rest, { delay: 40 });
  await page.waitForLoadState("load");
  await expect(password).toBeFocused();
  await expect(password).toHaveValue(`kettle-o${rest}r`);
  await page.getByRole("button", { name: "Show password" }).click();
  await expect(password).toHaveAttribute("type", "text");
  await expect(password).toHaveValue(`kettle-o${rest}r`);
  await context.close();
});

test("[N10] on a slow line a button that is pressed and pressed again opens its dialog once the page can answer", async ({
  signUp,
}) => {
  const { page, workspace } = await signUp();
  const awake = await openSlowly(page, `/w/${workspace}/journeys`);
  const button = page.getByRole("button", { name: "New journey" }).first();
  await button.click();
  await button.click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  awake();
  await expect(page.getByRole("dialog")).toBeVisible();
});

test("[N10] a password stands in no address, even where no script ever runs", async ({
  browser,
  server,
}) => {
  const context = await newContext(browser, server.url, false);
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByRole("textbox", { name: "Email" }).fill("ada@example.org");
  await page.getByLabel("Password", { exact: true }).fill("kettle-orbit");
  const sent = page.waitForRequest((request) => request.isNavigationRequest());
  await page.keyboard.press("Enter");
  const request = await sent;
  expect([request.method(), new URL(request.url()).search]).toEqual([
    "POST",
    "",
  ]);
  await context.close();
});
