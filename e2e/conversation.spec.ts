import type { Locator, Page } from "@playwright/test";
import pg from "pg";
import { violationsInBoth } from "./axe";
import { expect, test } from "./fixtures";
import { gridOf, inviteToWorkspace, make, saved, walk } from "./map";
import type { TestServer } from "./server";

interface Listed {
  readonly id: string;
  readonly title: string;
  readonly journey: { readonly id: string };
}

test("[A5] what a commenter says on a phone, naming a colleague by keyboard, is live on the colleague's map, in their inbox, and is resolved where the link leads", async ({
  signUp,
}) => {
  test.setTimeout(180_000);
  const { page, workspace } = await signUp({ name: "Ada Brown" });
  const answer = await page.request.get(
    `/api/v1/workspaces/${workspace}/touchpoints`,
  );
  const { touchpoints } = (await answer.json()) as { touchpoints: Listed[] };
  const { id, title, journey } = touchpoints[0]!;
  const map = `/w/${workspace}/journeys/${journey.id}`;
  await page.goto(map);
  await saved(page);

  const role = "commenter";
  const invitation = await inviteToWorkspace(page, { workspace, role });
  const grace = await signUp({ name: "Grace Hopper", invitation });
  const phone = grace.page;
  await phone.setViewportSize({ width: 390, height: 700 });
  await phone.goto(`${map}?touchpoint=${id}`);
  const panel = phone.getByRole("dialog", { name: `Touchpoint: ${title}` });
  const field = panel.getByRole("textbox", {
    name: "Comment on this touchpoint",
  });
  await field.focus();
  await phone.keyboard.type("Is this still so, @ada");
  const people = panel.getByRole("listbox", { name: "People" });
  await expect(people.getByRole("option", { name: "Ada Brown" })).toBeVisible();
  expect(await violationsInBoth(phone, "[role=dialog]")).toEqual([]);
  await phone.keyboard.press("Enter");
  await expect(people).toBeHidden();
  await expect(field).toHaveValue("Is this still so, @Ada Brown ");
  await phone.keyboard.press("Control+Enter");
  await expect(panel.getByText("@Ada Brown")).toBeVisible();
  await expect(field).toHaveValue("");
  const isReadSideways = () =>
    phone.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(await isReadSideways()).toBe(false);

  const heading = gridOf(page).getByRole("columnheader", { name: title });
  await heading.getByRole("button", { name: /^1 open conversation/ }).click();
  const side = page.getByRole("complementary", { name: "Conversation" });
  await expect(side.getByText("Is this still so,")).toBeVisible();

  await page.goto(`/w/${workspace}/inbox?show=all`);
  const told = page.getByRole("link", { name: /Grace Hopper mentioned you$/ });
  await expect(told).toBeVisible();
  expect(await violationsInBoth(page)).toEqual([]);
  await told.click();
  const thread = page.getByRole("article", {
    name: "Conversation begun by Grace Hopper",
  });
  await expect(thread).toBeFocused();
  expect(await violationsInBoth(page, "[data-region=panel]")).toEqual([]);
  await thread.getByRole("button", { name: "Resolve" }).click();
  await expect(thread.getByText("Resolved by Ada Brown")).toBeVisible();
  // Where it was said it leaves the open ones.
  await expect(panel.getByText("No open conversation here yet.")).toBeVisible();
});

/** A map of one stage with one touchpoint and one pain, and its reader as somebody who can be made responsible. */
async function scene(page: Page, workspace: string, reader: string) {
  const base = `/workspaces/${workspace}`;
  const id = await make(page, `${base}/journeys`, {
    source: { kind: "blank" },
  });
  const map = `${base}/journeys/${id}`;
  const columnId = await make(page, `${map}/stages`, { title: "Buy" });
  await make(page, `${map}/touchpoints`, {
    stageId: columnId,
    title: "Checkout",
  });
  const lane = { kind: "pain", title: "Pains", span: "stage" };
  const laneId = await make(page, `${map}/lanes`, lane);
  const text = "Nobody answers";
  const cardId = await make(page, `${map}/cards`, { laneId, columnId, text });
  const list = await page.request.get(`/api/v1${base}/members`);
  const { members } = (await list.json()) as {
    members: { userId: string; name: string }[];
  };
  const { userId = "" } = members.find(({ name }) => name === reader) ?? {};
  await make(page, `${base}/stakeholders`, {
    kind: "person",
    name: reader,
    email: null,
    jobTitle: "",
    note: "",
    colour: "grey",
    userId,
  });
  return { id, cardId, userId };
}

/** Walks to a heading of the map as somebody without a pointer does. */
async function walkTo(page: Page, heading: Locator): Promise<void> {
  const stops = "[data-cell][tabindex='0'], [data-card][tabindex='0']";
  await gridOf(page).locator(stops).first().focus();
  const [row, leaf] = await Promise.all(
    ["data-row", "data-leaf"].map((name) => heading.getAttribute(name)),
  );
  await walk(page, row ?? "", leaf ?? "");
}

/** Says something in a field that has the focus, and sees it said. */
async function say(page: Page, field: Locator, text: string): Promise<void> {
  await expect(field).toBeFocused();
  await page.keyboard.type(text);
  await page.keyboard.press("Control+Enter");
  await expect(
    page.locator("[data-region=panel]").getByText(text),
  ).toBeVisible();
}

/** Has the mail about what is new made now, which otherwise waits two minutes for more of it. */
async function hurry(
  { databaseUrl }: TestServer,
  userId: string,
): Promise<void> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  // Asked for once more under its name the queue does it now, and wakes whoever works; where it was done, nothing is left.
  await client.query(
    `SELECT graphile_worker.add_job('mail-notices', json_build_object('userId', split_part(key, ':', 2)), max_attempts => 12, job_key => key)
     FROM graphile_worker.jobs WHERE key = $1`,
    [`notices:${userId}`],
  );
  await client.end();
}

test("[R71] [N10] [PR-11] with the keyboard a card, a stage and the map are talked about and somebody is made responsible, who hears of it live, in the inbox, in a mail of their language that one click stops, and in the activity", async ({
  signUp,
  mailbox,
  server,
}) => {
  test.setTimeout(180_000);
  const { page, workspace } = await signUp({ name: "Ada Brown" });
  const role = "editor";
  const invitation = await inviteToWorkspace(page, { workspace, role });
  const name = "Grace Hopper";
  const grace = await signUp({ name, invitation, locale: "nl" });
  const { id, cardId, userId } = await scene(page, workspace, name);
  const map = `/w/${workspace}/journeys/${id}`;
  const panel = page.locator("[data-region=panel]");
  const field = (of: string) =>
    panel.getByRole("textbox", { name: `Comment on ${of}` });

  // Open before anything is said to her.
  await grace.page.goto(`/w/${workspace}/inbox`);
  await page.goto(`${map}?card=${cardId}`);
  await saved(page);
  await field("this card").focus();
  await page.keyboard.type("Every second call, @gra");
  await expect(
    panel.getByRole("option", { name: "Grace Hopper" }),
  ).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+Enter");
  await expect(panel.getByText("@Grace Hopper")).toBeVisible();

  await page.goto(map);
  await saved(page);
  const heading = (text: string) =>
    gridOf(page).getByRole("columnheader", { name: text });
  await walkTo(page, heading("Buy"));
  await page.keyboard.press("c");
  await say(page, field("this stage"), "Is this one stage?");
  await panel
    .getByRole("button", { name: "Show all conversations of the map" })
    .press("Enter");
  await field("the map").focus();
  await say(page, field("the map"), "Ready for the board");
  await panel
    .getByRole("button", { name: "Send me no mails about this map" })
    .press("Enter");
  await expect(
    panel.getByRole("button", { name: "Send me mails about this map again" }),
  ).toBeVisible();

  await walkTo(page, heading("Checkout"));
  await page.keyboard.press("o");
  const whom = page.getByRole("dialog", { name: "Who is responsible?" });
  await expect(whom.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("Grace");
  await expect(whom.getByRole("option")).toHaveText(/Grace Hopper/);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(whom).toBeHidden();
  await saved(page);

  await test.step("[A5] both stand in the inbox that was open all the time", async () => {
    const { page: theirs } = grace;
    const news = theirs.getByRole("button", { name: /^\d nieuw$/ });
    const given = theirs.getByRole("link", {
      name: /Ada Brown maakte je verantwoordelijk voor een touchpoint$/,
    });
    // It looks by itself three times a minute, and whenever somebody comes back to it. They come one after the other.
    await expect(async () => {
      await theirs.evaluate(() =>
        document.dispatchEvent(new Event("visibilitychange")),
      );
      await news.click({ timeout: 2_000 });
      await expect(given).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await expect(
      theirs.getByRole("link", { name: /Ada Brown noemde je$/ }),
    ).toBeVisible();
  });

  await test.step("[PR-11] the mail is theirs to read and to stop", async () => {
    await hurry(server, userId);
    const newest = async () => (await mailbox.newestTo(grace.email)).text;
    await expect.poll(newest).toContain("Ada Brown noemde je");
    const text = await newest();
    expect(text).toContain("> Every second call, @Grace Hopper");
    const stop = /https?:\/\/\S+(\/u\/\S+)/.exec(text)?.[1] ?? "";
    await grace.page.goto(stop);
    await grace.page.getByRole("button", { name: "Stoppen" }).click();
    await expect(
      grace.page.getByRole("heading", { name: "De mails zijn gestopt" }),
    ).toBeVisible();
  });

  await grace.page.goto(`/w/${workspace}/activity`);
  const did = grace.page
    .getByRole("listitem")
    .filter({ hasText: "opmerking geschreven" });
  for (const what of ["Buy", "de kaart", "Nobody answers"])
    await expect(did.filter({ hasText: what })).not.toHaveCount(0);
});
