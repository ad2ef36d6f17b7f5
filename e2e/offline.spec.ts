import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { startDeafNetwork } from "./deaf-network";
import { expect, test } from "./fixtures";
import { gridOf, inviteToWorkspace, saved } from "./map";
import type { Person } from "./people";

const rowOf = (page: Page) =>
  gridOf(page).getByRole("row", { name: /^Customer needs/ });
const cardOf = (page: Page, text: string) =>
  gridOf(page).getByRole("listitem").filter({ hasText: text });
const badge = (page: Page) => page.getByTestId("save-status");

async function write(page: Page, at: number, text: string): Promise<void> {
  await rowOf(page).getByRole("gridcell").nth(at).click();
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
  await expect(cardOf(page, text)).toBeVisible();
}

/** The address of a new map of theirs. */
async function newMap({ page, workspace }: Person): Promise<string> {
  const made = await page.request.post(
    `/api/v1/workspaces/${workspace}/journeys`,
    { data: { source: { kind: "template", key: "mapping-canvas" } } },
  );
  const { id } = (await made.json()) as { id: string };
  return `/w/${workspace}/journeys/${id}`;
}

/** What this browser keeps of maps. */
const keptBy = (page: Page): Promise<string[]> =>
  page.evaluate(async () => [
    ...(await indexedDB.databases()).map(({ name = "" }) => name),
    ...Object.keys(localStorage),
    ...(await caches.keys()),
  ]);

/** Waits until the page of a map lies on this device, after everything that it may load. */
const pageKept = (page: Page, address: string): Promise<void> =>
  expect
    .poll(
      () =>
        page.evaluate(async (path) => {
          for (const name of await caches.keys())
            if (
              name.startsWith("waymark:pages:") &&
              (await (await caches.open(name)).match(path))
            )
              return true;
          return false;
        }, address),
      { timeout: 60_000 },
    )
    .toBe(true);

test("[A6] offline is said at once, what two tabs wrote is kept on the device, and signing out erases it", async ({
  signUp,
}) => {
  const ada = await signUp();
  const { page, context } = ada;
  const address = await newMap(ada);
  await page.goto(address);
  const second = await context.newPage();
  await second.goto(address);
  for (const tab of [page, second]) await saved(tab);
  await context.setOffline(true);
  for (const tab of [page, second])
    await expect(badge(tab)).toHaveAttribute("data-status", "offline", {
      timeout: 1_000,
    });
  await write(page, 0, "Written in the first tab");
  await write(second, 1, "Written in the second tab");
  // As a browser that is ended: what this tab wrote is on the device only.
  await second.close();
  await context.setOffline(false);
  await saved(page);
  await page.reload();
  await saved(page);
  const other = await ada.anotherBrowser();
  await other.goto(address);
  for (const text of ["first tab", "second tab"])
    await expect(cardOf(other, text)).toBeVisible();

  await page.goto(`/w/${ada.workspace}/journeys`);
  expect((await keptBy(page)).join()).toContain("waymark:");
  // Browsers obey this header on safe connections only, and a team may run this on a plain local network.
  await page.route("**/api/v1/me/session", async (route) => {
    const response = await route.fetch();
    const { "clear-site-data": _, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
  await page.getByRole("button", { name: /^Your account/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.waitForURL("/");
  expect((await keptBy(page)).filter((name) => /waymark:/.test(name))).toEqual(
    [],
  );
});

test("[FT-15] [A6] what was written without a network is there when the map is opened again without one, is saved with the next, and is shown to nobody else", async ({
  signUp,
}) => {
  const ada = await signUp({ browser: { serviceWorkers: "allow" } });
  const { context } = ada;
  const address = await newMap(ada);
  await ada.page.goto(address);
  await saved(ada.page);
  await pageKept(ada.page, address);
  await context.setOffline(true);
  await expect(badge(ada.page)).toHaveAttribute("data-status", "offline");
  await write(ada.page, 0, "Written before it was closed");
  await ada.page.close();

  const page = await context.newPage();
  await page.goto(address);
  await expect(cardOf(page, "before it was closed")).toBeVisible();
  await expect(badge(page)).toHaveAttribute("data-status", "offline");
  await write(page, 1, "Written after it was opened");
  await page.goto(`/w/${ada.workspace}/journeys`);
  await expect(
    page.getByRole("heading", { name: "No connection" }),
  ).toBeVisible();
  await page.locator(`a[href="${address}"]`).click();
  await expect(cardOf(page, "after it was opened")).toBeVisible();
  await context.setOffline(false);
  await saved(page);
  const other = await ada.anotherBrowser({});
  await other.goto(address);
  for (const text of ["before it was closed", "after it was opened"])
    await expect(cardOf(other, text)).toBeVisible();

  const grace = await signUp({ name: "Grace Hopper" });
  // As if she had signed in where Ada never signed out.
  await context.clearCookies();
  await context.addCookies(await grace.context.cookies());
  await page.goto(`/w/${grace.workspace}/journeys`);
  await expect
    .poll(async () => (await keptBy(page)).join())
    .not.toContain("waymark:pages:");
  await context.setOffline(true);
  await expect(page.goto(address)).rejects.toThrow("net::");
});

test("[A6] where no WebSocket gets through work is saved all the same, others see it, and sockets are taken up again", async ({
  signUp,
  server,
}) => {
  const ada = await signUp();
  const address = await newMap(ada);
  await ada.page.goto(address);
  await saved(ada.page);
  const invitation = await inviteToWorkspace(ada.page, {
    workspace: ada.workspace,
    role: "editor",
  });
  const grace = await signUp({ name: "Grace Hopper", invitation });
  const network = await startDeafNetwork(server.url);
  await grace.page.goto(network.url + address);
  await saved(grace.page);
  await write(grace.page, 0, "By plain requests");
  await saved(grace.page);
  await expect(cardOf(ada.page, "By plain requests")).toBeVisible();
  await write(ada.page, 1, "By socket");
  await expect(cardOf(grace.page, "By socket")).toBeVisible();
  await expect(
    ada.page.getByRole("button", { name: /1 other person is here/ }),
  ).toBeVisible();
  expect(network.sockets()).toBe(0);
  network.letSocketsThrough();
  await grace.page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect.poll(() => network.sockets()).toBeGreaterThan(1);
  await saved(grace.page);
  await write(grace.page, 2, "By socket again");
  await expect(cardOf(ada.page, "By socket again")).toBeVisible();
  await network.close();
});

test("[C15] a change that was refused is kept in words over a reload, and the map goes on without one", async ({
  signUp,
}) => {
  const ada = await signUp();
  const { page } = ada;
  const address = await newMap(ada);
  let isRefusing = false;
  await page.routeWebSocket(/\/sync\//, (socket) => {
    const onward = socket.connectToServer();
    socket.onMessage((message) => {
      // The first update from here on: 0 is a sync frame, 2 in it an update.
      const isUpdate =
        message[0] === (0 as never) && message[1] === (2 as never);
      if (!isRefusing || !isUpdate) return onward.send(message);
      isRefusing = false;
      void socket.close({ code: 4409, reason: "schema" });
    });
  });
  await page.goto(address);
  await saved(page);
  const opened = Date.now();
  await page.evaluate((at) => Object.assign(window, { at }), opened);
  await rowOf(page).getByRole("gridcell").nth(0).click();
  isRefusing = true;
  await page.keyboard.type("My refused words");
  const notice = page.getByTestId("recovery");
  await expect(notice).toContainText("was not taken");
  await saved(page);
  await page.keyboard.press("Escape");
  await expect(cardOf(page, "refused words")).toHaveCount(0);
  await write(page, 1, "Written after it");
  await saved(page);
  expect(await page.evaluate(() => Reflect.get(window, "at") as number)).toBe(
    opened,
  );
  await page.reload();
  await saved(page);
  await notice.getByRole("button", { name: "Show changes" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Customer needs");
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Download" }).click();
  const file = await (await download).path();
  expect(await readFile(file, "utf8")).toMatch(/- Added · Card\n {2}My?/);
  await dialog.getByRole("button", { name: "Discard" }).click();
  await expect(notice).toHaveCount(0);
  await page.reload();
  await saved(page);
  await expect(notice).toHaveCount(0);
});
