import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Locator, Page } from "@playwright/test";
import { root } from "../scripts/processes.mjs";
import { cutBySpacing, hiddenFocus, tooWide } from "./adapted";
import { violations, violationsInBoth } from "./axe";
import { smallForFingers } from "./fingers";
import { expect, test } from "./fixtures";
import { linkPages } from "./link-pages";
import { gridOf } from "./map";
import { access, at, guarded, pagesFor } from "./pages";

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

/** What a page shows besides what it shows at its plain address. */
const views: Readonly<Record<string, readonly string[]>> = {
  "/w/[slug]/journeys": [
    "?view=attention",
    "?view=compare",
    "?state=archived",
    "?state=deleted",
  ],
  "/w/[slug]/tasks": ["?view=board"],
  "/w/[slug]/opportunities": ["?view=matrix", "?view=pains"],
  "/w/[slug]/inbox": ["?show=all"],
  "/w/[slug]/stakeholders": ["?view=matrix", "?view=matrix&journey=[id]"],
};

/** What a page is empty without. */
const content: Readonly<Record<string, (page: Page) => Locator>> = {
  "/w/[slug]/journeys/[id]": gridOf,
  "/w/[slug]/journeys/[id]/history": (page) => page.getByRole("table").first(),
  "/w/[slug]/stakeholders/[stakeholderId]": (page) =>
    page.getByRole("table").first(),
  "/w/[slug]/stakeholders?view=matrix&journey=[id]": (page) =>
    page.getByRole("table").first(),
};

/** Where the way of the focus is walked too, in a window in which little has room. */
const walked = [
  "/w/[slug]/journeys",
  "/w/[slug]/journeys?view=attention",
  "/w/[slug]/touchpoints",
  "/w/[slug]/tasks?view=board",
  "/w/[slug]/opportunities",
  "/w/[slug]/opportunities?view=matrix",
  "/w/[slug]/opportunities?view=pains",
  "/w/[slug]/mine",
  "/w/[slug]/personas",
  "/w/[slug]/stakeholders",
  "/w/[slug]/stakeholders?view=matrix",
  "/w/[slug]/channels",
  "/w/[slug]/settings/members",
  "/w/[slug]/settings/tokens",
];

const LAPTOP = { width: 1280, height: 800 };
/** A window of 1280 by 1024 at four times its size. */
const ENLARGED = { width: 320, height: 256 };

/** Routes of the build that are no page: a picture, what signs people in, and what stands in for the whole page. */
const noPages = ["/icon.svg", "/api/auth/[...nextauth]", "/_global-error"];

/** The cookies that docs/self-hosting.md names. */
async function namedCookies(): Promise<Set<string>> {
  const file = path.join(root, "docs/self-hosting.md");
  const [, section = ""] = (await readFile(file, "utf8")).split("## Cookies\n");
  const table = section.split("\n## ")[0] ?? "";
  return new Set(
    [...table.matchAll(/^\| `([\w-]+)`/gm)].map(([, name]) => name!),
  );
}

test("[N10] [PR-08] every page that a stranger may open is accessible in light and in dark, asks no other host, and sets no cookie but those that are named", async ({
  page,
  server,
  mailbox,
  teams,
}) => {
  test.setTimeout(300_000);
  const links = await linkPages(teams, { server, mailbox });
  const isPage = (name: string) => !noPages.includes(name);
  const elsewhere = new Set<string>();
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    const isWeb = /^(https?|wss?):$/.test(protocol);
    if (isWeb && origin !== new URL(server.url).origin) elsewhere.add(origin);
  });
  const pages = [
    ...pagesFor("open"),
    ...pagesFor("link"),
    ...pagesFor("inner"),
  ].filter(isPage);
  for (const name of pages) {
    const [first, ...others] = links[name] ?? [];
    if (access[name] !== "open")
      expect(first, `a link for ${name}`).toBeTruthy();
    const plain = { address: name, status: 200 };
    const asked = access[name] === "open" ? [plain, first] : [first];
    for (const one of [...asked, ...others]) {
      if (!one) continue;
      const { address, status } = one;
      // A link that is about to be over is asked for until it is.
      await expect
        .poll(async () => (await page.goto(address))?.status(), address)
        .toBe(status);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(await violationsInBoth(page), address).toEqual([]);
    }
  }
  expect([...elsewhere]).toEqual([]);
  const named = await namedCookies();
  expect(named.size).toBeGreaterThan(0);
  const set = (await page.context().cookies()).map(({ name }) => name);
  expect(set.filter((name) => !named.has(name))).toEqual([]);
});

// What is asked of a page is asked while it is open: to load it costs more than any of the answers.
test("[N10] [A8] every page of a workspace and of an account is accessible in light and in dark, stays whole with text spaced as WCAG 1.4.12 says, and at 320 pixels, and at 400 %, is not read sideways, is large enough for fingers and shows its focus", async ({
  signUp,
}) => {
  test.setTimeout(480_000);
  const { page, workspace } = await signUp();
  const { journeys, stakeholders } = await ownersOf(page, workspace);
  const team = {
    slug: workspace,
    journeyId: journeys[0]!.id,
    stakeholderId: stakeholders[0]!.id,
  };
  const seen = new Set<string>();
  const left = new Set(walked.map((page) => at(page, team)));
  for (const name of guarded)
    for (const view of ["", ...(views[name] ?? [])]) {
      const shown = name + view;
      await page.setViewportSize(LAPTOP);
      await page.goto(at(shown, team));
      // Some addresses lead on to another page, which has its own turn.
      if (seen.has(page.url())) continue;
      seen.add(page.url());
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(
        content[shown]?.(page) ?? page.locator("body"),
      ).toBeVisible();
      expect(await violationsInBoth(page), shown).toEqual([]);
      expect(await cutBySpacing(page), shown).toEqual([]);
      await page.setViewportSize(ENLARGED);
      await expect.poll(() => tooWide(page), shown).toBe(0);
      expect.soft(await smallForFingers(page), shown).toEqual([]);
      const { pathname, search } = new URL(page.url());
      if (left.delete(pathname + search))
        expect(await hiddenFocus(page, 12), shown).toEqual([]);
    }
  expect([...left], "pages that were to be walked through").toEqual([]);

  await page.setViewportSize(LAPTOP);
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

/** Takes away all that a workspace begins with, as far as people can take it away. */
async function empty(page: Page, workspace: string): Promise<void> {
  const base = `/api/v1/workspaces/${workspace}`;
  for (const list of ["journeys", "personas", "stakeholders"]) {
    const answer = await page.request.get(`${base}/${list}`);
    const { [list]: all = [] } = (await answer.json()) as Record<
      string,
      { id: string }[]
    >;
    expect(all.length, list).toBeGreaterThan(0);
    for (const { id } of all) {
      const gone = await page.request.delete(`${base}/${list}/${id}`);
      expect(gone.ok(), `${list}: ${await gone.text()}`).toBe(true);
    }
  }
}

test("[N10] lists that have nothing say so accessibly", async ({ signUp }) => {
  const { page, workspace } = await signUp();
  await empty(page, workspace);
  for (const [list, words] of [
    ["journeys", "No journeys yet"],
    ["touchpoints", "No touchpoints yet"],
    ["personas", "No personas yet"],
    ["stakeholders", "No stakeholders yet"],
  ] as const) {
    await page.goto(`/w/${workspace}/${list}`);
    await expect(page.getByRole("heading", { name: words })).toBeVisible();
    expect(await violations(page), list).toEqual([]);
  }
});
