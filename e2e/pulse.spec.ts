import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "@playwright/test";
import { violationsInBoth } from "./axe";
import { believedHappy } from "./believed";
import { expect, test } from "./fixtures";
import { gridOf, saved } from "./map";

const phone = { width: 390, height: 844 };
const small = { width: 320, height: 640 };

/** Another site that shows an address in a frame. */
async function openShop(address: string) {
  const server = createServer((_, response) => {
    response.setHeader("content-type", "text/html");
    response.end(
      `<!doctype html><html lang="en"><title>A shop</title><iframe title="Pulse" src="${address}" width="380" height="640"></iframe></html>`,
    );
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

/** Somebody without an account, on a phone. */
const openPhone = (browser: Browser, viewport = phone, hasScript = true) =>
  browser.newContext({
    locale: "en-GB",
    viewport,
    hasTouch: true,
    javaScriptEnabled: hasScript,
  });

const fits = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);

const dead = (page: Page, name: string) =>
  expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

test("[N06] [R60] [SH-11] [PR-08] a pulse answered on a phone is counted on an open map at once, and has a score with the fifth answer", async ({
  signUp,
  browser,
  server,
}) => {
  test.setTimeout(240_000);
  const { page, workspace } = await signUp();
  const { id, title, journey } = await believedHappy(page, workspace);
  await page.goto(`/w/${workspace}/journeys/${journey.id}?touchpoint=${id}`);
  await saved(page);
  const point = gridOf(page).getByRole("slider", { name: title }).first();
  await expect(point).toHaveAttribute("aria-valuetext", "Happy");
  const panel = page.getByRole("complementary", { name: title });
  await panel.getByRole("button", { name: "Ask with a pulse" }).click();
  await panel.getByRole("button", { name: "New pulse" }).click();
  const form = panel.getByRole("form", { name: "New pulse" });
  await expect(form.getByRole("checkbox", { name: title })).toBeChecked();
  await form.getByLabel("Name (optional)").fill("Poster at the till");
  await form.getByRole("button", { name: "Make the pulse" }).click();
  const address = await panel.getByLabel("Address of the pulse").inputValue();
  expect(new URL(address).pathname).toMatch(/^\/q\/q-/);
  await panel.getByRole("button", { name: "QR code" }).click();
  const code = panel.getByRole("img", { name: /QR code of/ });
  await expect
    .poll(() => code.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);

  // The first answer, by keyboard alone.
  const first = await openPhone(browser);
  const theirs = await first.newPage();
  const asked: string[] = [];
  theirs.on("request", (request) => asked.push(request.url()));
  const path = new URL(address).pathname;
  const url = server.url + path;
  const answer = await theirs.goto(url);
  expect(answer?.headers()).toMatchObject({
    "referrer-policy": "no-referrer",
    "x-robots-tag": "noindex, nofollow, noarchive",
    "cache-control": "private, no-store",
    "x-frame-options": "DENY",
  });
  await expect(theirs.getByRole("heading", { name: title })).toBeVisible();
  expect(await fits(theirs)).toBe(true);
  expect(await violationsInBoth(theirs)).toEqual([]);
  await theirs.getByRole("radio", { name: "Very angry" }).focus();
  await theirs.keyboard.press("Space");
  await theirs.keyboard.press("ArrowRight");
  await expect(
    theirs.getByRole("radio", { name: "Angry", exact: true }),
  ).toBeChecked();
  await theirs
    .getByLabel(/Would you like to say why/)
    .fill("The queue <b>is</b> long");
  // In another language, with what was written.
  await theirs.getByRole("link", { name: "Nederlands" }).click();
  await expect(
    theirs.getByRole("radio", { name: "Boos", exact: true }),
  ).toBeChecked();
  await expect(theirs.locator("html")).toHaveAttribute("lang", "nl");
  await theirs.getByRole("button", { name: "Antwoord versturen" }).click();
  await dead(theirs, "Bedankt");
  expect(await violationsInBoth(theirs)).toEqual([]);
  expect(await first.cookies()).toEqual([]);
  for (const one of asked)
    expect(new URL(one).origin).toBe(new URL(server.url).origin);
  await expect(
    panel.getByText("1 answer · a score from 5 answers on").first(),
  ).toBeVisible();
  await expect(point).toHaveAttribute("aria-valuetext", "Happy");
  await first.close();

  // The second without a script, on a narrower one.
  const second = await openPhone(browser, small, false);
  const bare = await second.newPage();
  await bare.goto(url);
  await bare.getByRole("radio", { name: "Neutral" }).check();
  await bare.getByRole("button", { name: "Send answer" }).click();
  await dead(bare, "Thank you");
  await second.close();
  await expect(
    panel.getByText("2 answers · a score from 5 answers on").first(),
  ).toBeVisible();

  // The third in a frame of a site that the pulse names.
  const shop = await openShop(url);
  const pulses = `/api/v1/workspaces/${workspace}/journeys/${journey.id}/pulses`;
  const listed = await page.request.get(pulses);
  const [{ id: pulseId }] = (
    (await listed.json()) as { pulses: [{ id: string }] }
  ).pulses;
  const one = `/api/v1/workspaces/${workspace}/pulses/${pulseId}`;
  const named = await page.request.patch(one, {
    data: { frameOrigins: [shop.url] },
  });
  expect(named.ok(), await named.text()).toBe(true);
  const third = await openPhone(browser);
  const around = await third.newPage();
  await around.goto(shop.url);
  const frame = around.frameLocator("iframe");
  await frame.getByRole("radio", { name: "Neutral" }).check();
  await frame.getByRole("button", { name: "Send answer" }).click();
  await expect(frame.getByRole("heading", { name: "Thank you" })).toBeVisible();
  expect(await third.cookies()).toEqual([]);
  shop.close();

  const send = async () => {
    const sent = await third.request.put(`${server.url}/api/v1/pulse/answers`, {
      data: { touchpointId: id, key: randomUUID(), face: 1, comment: "" },
      headers: { authorization: `Bearer ${path.replace("/q/", "")}` },
    });
    expect(sent.status()).toBe(204);
  };
  await send();
  await expect(
    panel.getByText("4 answers · a score from 5 answers on").first(),
  ).toBeVisible();
  await expect(point).toHaveAttribute("aria-valuetext", "Happy");
  await send();
  await expect(point).toHaveAttribute(
    "aria-valuetext",
    "By evidence: Angry (2 of 5, pulse, 5 answers), between 1 and 3.2. The team says: Happy",
  );
  await panel.getByRole("button", { name: "Show comments" }).click();
  await expect(panel.getByText("The queue <b>is</b> long")).toBeVisible();

  // Closed and revoked, each said on a page of its own.
  await panel.getByRole("button", { name: "Close the pulse" }).click();
  await expect(panel.getByText("Closed", { exact: true })).toBeVisible();
  const late = await third.newPage();
  expect((await late.goto(url))?.status()).toBe(410);
  await dead(late, "This pulse is closed");
  expect(await violationsInBoth(late)).toEqual([]);
  const revoked = await page.request.delete(one);
  expect(revoked.status()).toBe(204);
  expect((await late.goto(url))?.status()).toBe(404);
  await dead(late, "There is nothing to answer here");
  expect(await violationsInBoth(late)).toEqual([]);
  await third.close();
});
