import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { addTouchpoint, gridOf, saved } from "./map";
import { askAs } from "./raw";

/** Another site, which notes what browsers tell it about where they come from. */
async function openOtherSite() {
  const told: (string | undefined)[] = [];
  const server = createServer(({ headers, url }, response) => {
    if (url === "/study") told.push(headers.referer);
    response.setHeader("content-type", "text/html");
    response.end("<title>A study</title>");
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/study`,
    told,
    close: () => server.close(),
  };
}

async function mapWithLink(page: Page, workspace: string, url: string) {
  const made = await page.request.post(
    `/api/v1/workspaces/${workspace}/journeys`,
    {
      data: {
        title: "Buying running shoes",
        source: { kind: "template", key: "mapping-canvas" },
      },
    },
  );
  const { id } = (await made.json()) as { id: string };
  await page.goto(`/w/${workspace}/journeys/${id}`);
  await expect(gridOf(page)).toBeVisible();
  await addTouchpoint(page, { stage: 1, title: "Reads a study" });
  await page.getByRole("columnheader", { name: "Reads a study" }).click();
  await page.keyboard.press("Space");
  const panel = page.getByRole("complementary", { name: /Reads a study/ });
  await panel.getByRole("button", { name: "Add link" }).click();
  await panel.getByLabel("Address").fill(url);
  await panel.getByLabel("Name (optional)").fill("The study");
  await panel.getByRole("button", { name: "Add link" }).last().click();
  await expect(panel.getByRole("link", { name: /The study/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await saved(page);
  const shared = await page.request.post(
    `/api/v1/workspaces/${workspace}/journeys/${id}/share-links`,
    { data: {} },
  );
  return ((await shared.json()) as { url: string }).url;
}

test("[SH-08] [SH-10] [SH-11] a visitor's browser asks nobody else, is told of no person, and tells nobody where it was", async ({
  signUp,
  browser,
  server,
}) => {
  test.setTimeout(120_000);
  const outside = await openOtherSite();
  const { page, workspace, email, name } = await signUp({
    name: "Wilhelmina Drucker",
  });
  const link = await mapWithLink(page, workspace, outside.url);

  const visitor = await browser.newContext({ locale: "en-GB" });
  const shown = await visitor.newPage();
  const asked: string[] = [];
  const bodies: Promise<string>[] = [];
  shown.on("request", (request) => asked.push(request.url()));
  shown.on("response", (response) => {
    const isStream = response.url().endsWith("/live");
    if (!isStream) bodies.push(response.text().catch(() => ""));
  });
  await shown.goto(link);
  const study = shown.getByRole("link", { name: /The study/ }).first();
  await expect(study).toBeVisible();
  await expect
    .poll(() => asked.some((url) => url.endsWith("/live")))
    .toBe(true);
  for (const url of asked)
    expect(new URL(url).origin).toBe(new URL(server.url).origin);
  const received = (await Promise.all(bodies)).join("");
  expect(received).toContain("Reads a study");
  for (const word of [email, name, workspace])
    expect(received).not.toContain(word);

  const [opened] = await Promise.all([
    shown.waitForEvent("popup"),
    study.click(),
  ]);
  await expect(opened).toHaveTitle("A study");
  expect(await opened.evaluate(() => window.opener === null)).toBe(true);
  expect(await opened.evaluate(() => document.referrer)).toBe("");
  expect(outside.told).toEqual([undefined]);
  await visitor.close();
  outside.close();
});

test("[SH-15] an address that is made to look like a style sheet or a script shows no map, and nobody may keep the answer", async ({
  server,
  teams,
}) => {
  const ask = askAs(server);
  const kept = await ask(teams.link);
  expect(kept.status).toBe(200);
  for (const end of ["/x.css", ";.js", "%2f..", "%2Fx.css", "/live.css"]) {
    const { status, headers, body } = await ask(teams.link + end);
    expect(status, end).toBe(404);
    expect(headers["cache-control"], end).toMatch(/no-store/);
    expect(body, end).not.toContain(teams.ours.journeyId);
  }
});
