import path from "node:path";
import {
  expect,
  test,
  type Browser,
  type Locator,
  type Page,
} from "@playwright/test";
import { root } from "../scripts/processes.mjs";
import type { Hands } from "./hands";
import { inviteToWorkspace, saved } from "./map";
import type { Person, SignUpOptions } from "./people";
import type { TestServer } from "./server";

const picture = path.join(root, "e2e/files/chat-window.png");
const both = "Today I want to run and my back stays well";

interface Stage {
  readonly server: TestServer;
  readonly browser: Browser;
  readonly signUp: (options?: SignUpOptions) => Promise<Person>;
}

const needsRow = (page: Page): Locator =>
  page.getByRole("row", { name: /^Customer needs/ });
const cellOf = (page: Page): Locator =>
  needsRow(page).getByRole("gridcell").first();
const feelingOf = (page: Page, touchpoint: string): Locator =>
  page.getByRole("slider", { name: new RegExp(touchpoint) }).first();

/** One person is seen by the other: in the header, and where they are. */
async function expectSeen(page: Page, name: string): Promise<void> {
  await expect(
    page.getByRole("button", { name: "1 other person is here" }),
  ).toBeVisible();
  await expect(cellOf(page)).toContainText(name);
}

/** Both write into the same card, letter by letter, at the same time. */
async function typeTogether(mine: Locator, hers: Locator): Promise<void> {
  await mine.press("End");
  await hers.press("Home");
  await Promise.all([
    mine.pressSequentially(" and my back stays well", { delay: 15 }),
    hers.pressSequentially("Today ", { delay: 25 }),
  ]);
  for (const box of [mine, hers]) await expect(box).toHaveValue(both);
}

/** A picture that a server sent and a browser could draw. */
const expectPicture = (panel: Locator): Promise<void> =>
  expect
    .poll(() =>
      panel
        .locator("img")
        .first()
        .evaluate((image: HTMLImageElement) => image.naturalWidth),
    )
    .toBeGreaterThan(0);

/**
 * The main job, from signing up to a link that is revoked: a team of two maps a journey, live, with whatever hands.
 */
export async function mapTogether(
  hands: Hands,
  { server, browser, signUp }: Stage,
): Promise<void> {
  const context = await browser.newContext({
    baseURL: server.url,
    locale: "en-GB",
  });
  const page = await context.newPage();
  const email = `ada-${Date.now()}@example.org`;
  await test.step("sign up, and a journey from the canvas", async () => {
    const password = "kettle orbit lamp 42";
    await hands.signUp(page, { name: "Ada Lovelace", email, password });
    await hands.createFromCanvas(page, "Buying running shoes");
  });
  const mapUrl = page.url();
  const workspace = new URL(mapUrl).pathname.split("/")[2] ?? "";

  await test.step("a persona, touchpoints and emotions", async () => {
    await hands.addPersona(page, "Petra");
    const [shop, chat] = ["Sees our shop window", "Asks in the chat"];
    await hands.addTouchpoint(page, { stage: 1, title: shop! });
    await hands.addTouchpoint(page, { stage: 2, title: chat! });
    await hands.feel(page, shop!, "4");
    await hands.feel(page, chat!, "1");
    await expectFeelings(page);
  });

  await test.step("a picture and an owner without an account", async () => {
    const panel = await hands.openRecord(page, "Asks in the chat");
    await hands.attach(page, panel, picture);
    await expect(
      panel.getByRole("button", { name: "chat-window.png", exact: true }),
    ).toBeVisible();
    await expectPicture(panel);
    await hands.makeResponsible(page, panel, "Noor Jansen");
    await expect(
      panel.getByRole("button", { name: "Remove Noor Jansen" }),
    ).toBeVisible();
    await hands.closeRecord(page, panel);
    await saved(page);
  });

  const invitation = await inviteToWorkspace(page, {
    workspace,
    role: "editor",
  });
  const grace = await signUp({ name: "Grace Hopper" });
  await hands.join(grace.page, `/invite/${invitation}`);
  await grace.page.goto(mapUrl);
  await saved(grace.page);

  await test.step("two people write in one card, and each sees the other", async () => {
    await hands.writeCard(page, cellOf(page), "I want to run");
    await expect(cellOf(grace.page)).toContainText("I want to run");
    const hers = await hands.openCard(grace.page, cellOf(grace.page));
    await expectSeen(page, "Grace Hopper");
    const mine = await hands.openCard(page, cellOf(page));
    await expectSeen(grace.page, "Ada Lovelace");
    await typeTogether(mine, hers);
    for (const each of [page, grace.page]) {
      await each.keyboard.press("Enter");
      await saved(each);
    }
  });

  await test.step("the server is killed and started again; people stay signed in, and everything is there", async () => {
    await server.kill();
    await expect(page.request.get("/api/health/ready")).rejects.toThrow();
    await server.restart();
    await page.goto(mapUrl);
    const me = await page.request.get("/api/v1/me");
    expect(await me.json()).toMatchObject({ email });
    await expect(cellOf(page)).toContainText(both);
    await expect(
      page.getByRole("button", { name: "About Petra" }),
    ).toBeVisible();
    await expectFeelings(page);
    await saved(page);
    const panel = await hands.openRecord(page, "Asks in the chat");
    await expectPicture(panel);
    await expect(
      panel.getByRole("button", { name: "Remove Noor Jansen" }),
    ).toBeVisible();
    await hands.closeRecord(page, panel);
    await saved(grace.page);
  });

  await test.step("[R73] the owner's row is found in the table of all touchpoints", async () => {
    await hands.goToTouchpoints(page);
    const row = page.getByRole("row", { name: /Noor Jansen/ });
    await expect(row).toContainText("Asks in the chat");
    await expect(row).toContainText("Buying running shoes");
  });

  await test.step("the list shows the map by a picture of what is on it", async () => {
    await page.goto(`/w/${workspace}/journeys`);
    const card = page.getByRole("article").filter({
      has: page.getByRole("link", { name: "Buying running shoes" }),
    });
    await expect(
      card.getByRole("img", { name: /5 stages, 2 touchpoints/ }),
    ).toBeVisible();
  });

  await test.step("[SH-06] a link shows the map to a stranger, who can change nothing, until it is revoked", async () => {
    await page.goto(mapUrl);
    await saved(page);
    const link = await hands.makeLink(page);
    const stranger = await (
      await browser.newContext({ locale: "en-GB" })
    ).newPage();
    const sent: string[] = [];
    stranger.on("request", (request) => {
      if (request.method() !== "GET") sent.push(request.url());
    });
    stranger.on("websocket", (socket) => sent.push(socket.url()));
    await stranger.goto(link);
    await expect(stranger.getByText(both)).toBeVisible();
    await expect(stranger.getByText("Noor Jansen")).toHaveCount(0);
    await expectUntouched(stranger, grace.page, async () => {
      await hands.tryToChange(stranger, both);
      await expect(stranger.getByRole("textbox")).toHaveCount(0);
      await expect(stranger.getByRole("menu")).toHaveCount(0);
    });
    expect(sent).toEqual([]);

    await hands.writeBehind(grace.page, "Asks in the chat", " at night");
    await expect(
      stranger.getByText("Asks in the chat at night").first(),
    ).toBeVisible();

    await hands.revokeLink(page);
    await expect(stranger.getByText("This link no longer works")).toBeVisible();
    await expect(stranger.getByText("Today I want to run")).toHaveCount(0);
    expect((await stranger.goto(link))?.status()).toBe(404);
    await stranger.context().close();
  });
  await context.close();
}

async function expectFeelings(page: Page): Promise<void> {
  await expect(feelingOf(page, "Sees our shop window")).toHaveAttribute(
    "aria-valuetext",
    "Happy",
  );
  await expect(feelingOf(page, "Asks in the chat")).toHaveAttribute(
    "aria-valuetext",
    "Very angry",
  );
}

/** Whatever is done, the map is the same afterwards: on the stranger's screen, and for whoever may write it. */
async function expectUntouched(
  stranger: Page,
  member: Page,
  work: () => Promise<void>,
): Promise<void> {
  const { pathname } = new URL(member.url());
  const api = pathname.replace("/w/", "/api/v1/workspaces/");
  const read = async () => {
    const answer = await member.request.get(api);
    const { map } = (await answer.json()) as { map: object };
    const shown = await stranger.getByRole("table").first().innerText();
    return { map, shown };
  };
  // What is read comes from rows, which follow the map.
  await expect
    .poll(async () => JSON.stringify((await read()).map))
    .toContain(both);
  const before = await read();
  await work();
  expect(await read()).toEqual(before);
}
