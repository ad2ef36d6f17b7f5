import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { BrowserContext, Page } from "@playwright/test";
import pg from "pg";
import { root } from "../scripts/processes.mjs";
import { expect, test } from "./fixtures";
import { saved } from "./map";
import type { TestServer } from "./server";
import { attempts, createHand } from "./hostile-words";
import { LANE_KINDS } from "../lib/journey/vocabulary";

const hand = createHand();
const short = () => hand.take(100);
const line = () => hand.take(200);
const long = () => hand.take(2_000);

interface Made {
  readonly id: string;
}

/** A workspace whose every word is an attempt, made by its owner over the API. */
async function fillWith(page: Page, slug: string) {
  const base = `/api/v1/workspaces/${slug}`;
  const send = async <T = Made>(
    method: "post" | "patch" | "put",
    path: string,
    data: object,
  ): Promise<T> => {
    const url = path.startsWith("/") ? `/api/v1${path}` : `${base}/${path}`;
    const answer = await page.request[method](url, { data });
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
    return (answer.status() === 204 ? {} : await answer.json()) as T;
  };
  const make = (path: string, data: object) => send("post", path, data);

  const name = short();
  await send("patch", "/me", { name });
  const persona = await make("personas", {
    name: line(),
    summary: long(),
    goals: long(),
    pains: long(),
    whyUs: long(),
    attributes: [{ name: line(), value: long() }],
  });
  const channel = await make("channels", {
    name: short(),
    icon: "phone",
    medium: "offline",
  });
  const noor = await make("stakeholders", {
    kind: "person",
    name: line(),
    email: "noor@example.org",
  });
  const journey = await make("journeys", {
    title: line(),
    source: { kind: "blank" },
  });
  const map = `journeys/${journey.id}`;
  await send("patch", `${map}/map`, {
    title: line(),
    scenario: long(),
    customerWord: line(),
  });
  const stage = await make(`${map}/stages`, {
    title: line(),
    description: long(),
  });
  const touchpoint = await make(`${map}/touchpoints`, {
    stageId: stage.id,
    title: line(),
    message: long(),
    actualMessage: long(),
    searchQueries: long(),
    inspiration: long(),
    notes: long(),
    receiver: line(),
    dependsOn: line(),
    momentOfTruth: { kind: "first", reason: long() },
    timing: { offset: "P1D", after: line() },
    dropOff: { share: 0.2, reasons: [{ text: line(), share: 0.1 }] },
  });
  const at = `${map}/touchpoints/${touchpoint.id}`;
  await make(`${at}/checklist`, { text: line() });
  await make(`${map}/attachments`, {
    on: touchpoint.id,
    name: line(),
    url: 'https://example.org/" onmouseover=alert(1) x="',
  });
  await send("put", `${map}/personas/${persona.id}`, {});
  await send("put", `${at}/channels/${channel.id}`, {});
  await send("put", `${at}/owners/${noor.id}`, { role: "responsible" });
  await send("put", `${at}/emotions/${persona.id}`, { value: -2 });
  for (const kind of LANE_KINDS) {
    const lane = await make(`${map}/lanes`, { kind, title: line() });
    const answer = await page.request.post(`${base}/${map}/cards`, {
      data: { laneId: lane.id, columnId: stage.id, text: long() },
    });
    // Lanes of some kinds hold no cards.
    if (!answer.ok()) continue;
    const { id } = (await answer.json()) as Made;
    if (kind === "pain")
      await send("patch", `${map}/cards/${id}`, {
        decision: { status: "wont-change", reason: long() },
      });
    if (kind === "action")
      await send("patch", `${map}/cards/${id}`, {
        task: { stakeholderId: noor.id, status: "open", due: null },
      });
  }
  await make("evidence", {
    kind: "soft",
    origin: "interview",
    quote: long(),
    source: line(),
    note: long(),
    unit: "",
    heldOn: "2026-11-01",
    journeyId: journey.id,
    touchpointId: touchpoint.id,
    personaId: persona.id,
  });
  await make(`${map}/threads`, {
    anchor: { kind: "touchpoint", id: touchpoint.id },
    body: long(),
  });
  const share = await send<{ url: string }>("post", `${map}/share-links`, {
    name: short(),
    showOwners: true,
  });
  const pulse = await send<{ url: string }>("post", `${map}/pulses`, {
    name: short(),
    intro: hand.take(500),
    audience: "customers",
    touchpointIds: [touchpoint.id],
    locale: "en",
  });
  const personal = await send<{ url: string }>(
    "post",
    `stakeholders/${noor.id}/personal-link`,
    {},
  );
  await send("patch", `/workspaces/${slug}`, { name: short() });
  const pathOf = ({ url }: { url: string }) => new URL(url).pathname;
  return {
    journeyId: journey.id,
    touchpointId: touchpoint.id,
    stakeholderId: noor.id,
    links: [share, pulse, personal].map(pathOf),
  };
}

/** Notes every dialog that opens and everything that the policy of a page had to stop. */
async function watch(context: BrowserContext) {
  const seen: string[] = [];
  context.on("dialog", (dialog) => {
    seen.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await context.exposeBinding("tellStopped", (_, what: string) => {
    seen.push(what);
  });
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const { tellStopped } = window as unknown as {
        tellStopped: (what: string) => void;
      };
      tellStopped(
        `${location.pathname}${location.search}: ${event.violatedDirective}: ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}:${event.columnNumber}`,
      );
    });
  });
  return seen;
}

/**
 * A file that is a page with a script, though no upload of one is taken: a picture whose bytes and row are changed in
 * storage. @returns its address.
 */
async function forcePage(
  page: Page,
  { dataDir, databaseUrl }: TestServer,
  workspace: string,
): Promise<string> {
  const files = path.join(dataDir, "files");
  const listed = () => readdir(files, { recursive: true }).catch(() => []);
  const before = new Set(await listed());
  const answer = await page.request.post(
    `/api/v1/workspaces/${workspace}/files?name=a.png`,
    {
      data: await readFile(path.join(root, "e2e/files/chat-window.png")),
      headers: { "content-type": "image/png" },
    },
  );
  const { fileId } = (await answer.json()) as { fileId: string };
  const isNew = (name: string) => !before.has(name) && name.includes(path.sep);
  for (const name of (await listed()).filter(isNew))
    await writeFile(
      path.join(files, name),
      "<!doctype html><title>It ran</title><script>alert(1)</script>",
    );
  const client = new pg.Client(databaseUrl);
  await client.connect();
  await client.query(
    `UPDATE "FileObject" SET mime = 'text/html', name = 'x.html' WHERE id = $1`,
    [fileId],
  );
  await client.end();
  return `/api/v1/workspaces/${workspace}/files/${fileId}`;
}

/** What of a page came from words that were taken for markup. */
const markupIn = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("*")].flatMap((node) => {
      const bad = [...node.attributes].filter(
        ({ name, value }) =>
          name.startsWith("on") ||
          (/^(href|src|action|data|formaction)$/.test(name) &&
            /^\s*(javascript|vbscript|data:text)/i.test(value)),
      );
      const isForeign = node.matches(
        "iframe, object, embed, marquee, base, meta[http-equiv=refresh], img[src=x], audio, video, math, form[action^=java], animate",
      );
      return bad.length > 0 || isForeign ? [node.outerHTML.slice(0, 200)] : [];
    }),
  );

test("[RT-01] [IM-04] [UP-09] more than two hundred attempts to be taken for markup are words on every page that shows them, to members and to strangers, and a page forced into storage runs nothing", async ({
  signUp,
  browser,
  server,
}) => {
  test.setTimeout(300_000);
  const { page, context, workspace } = await signUp();
  const seen = await watch(context);
  const made = await fillWith(page, workspace);
  expect(hand.count()).toBeGreaterThan(200);
  expect(hand.count()).toBe(attempts.length);

  const w = `/w/${workspace}`;
  const map = `${w}/journeys/${made.journeyId}`;
  const views = ["map", "line", "table", "outline", "canvas", "channels"];
  const pages = [
    ...views.map((view) => `${map}?view=${view}`),
    `${map}?touchpoint=${made.touchpointId}`,
    `${map}/history`,
    `${w}/journeys`,
    `${w}/journeys?view=attention`,
    `${w}/touchpoints`,
    `${w}/tasks`,
    `${w}/opportunities`,
    `${w}/opportunities?view=decisions`,
    `${w}/activity`,
    `${w}/personas`,
    `${w}/channels`,
    `${w}/stakeholders/${made.stakeholderId}`,
    `${w}/stakeholders?view=matrix&journey=${made.journeyId}`,
    `${w}/settings/members`,
  ];
  const look = async (who: Page, address: string) => {
    const answer = await who.goto(address);
    expect(answer?.status(), address).toBe(200);
    // Some of the words are there, so it is a page that shows them, and nothing of it is on its way any more.
    await expect(who.locator("main"), address).toContainText("alert(1)");
    if (/\/journeys\/[-0-9a-f]{36}\?view=/.test(address)) await saved(who);
    await expect(
      who.locator(":is([aria-busy=true], .animate-spin):visible"),
    ).toHaveCount(0);
    expect(await markupIn(who), address).toEqual([]);
  };
  for (const address of pages) await look(page, address);

  // In a page of its own: one that is sent a file to keep goes nowhere.
  const opened = await context.newPage();
  const kept = opened.waitForEvent("download");
  const forced = await forcePage(page, server, workspace);
  await expect(opened.goto(forced)).rejects.toThrow(/Download is starting/);
  expect((await kept).suggestedFilename()).toBe("x.html");

  const stranger = await browser.newContext({
    baseURL: server.url,
    locale: "en-GB",
  });
  const theirs = await watch(stranger);
  const visitor = await stranger.newPage();
  for (const address of made.links) await look(visitor, address);
  expect([...seen, ...theirs]).toEqual([]);
  await stranger.close();
});
