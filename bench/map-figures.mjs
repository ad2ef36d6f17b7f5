// node bench/map-figures.mjs: the bytes of the map page, how long it takes to open, and how long an edit takes
// to another person's screen and to "Saved"; with the sample and with the grown map of 1,000 cards.
import { chromium } from "@playwright/test";
import { findChromium } from "../scripts/chromium.mjs";
import { root, run } from "../scripts/processes.mjs";
import { printSpread } from "./figures.mjs";
import { startOwnServer } from "./own-server.mjs";
import { signUp } from "./sign-up.mjs";

const email = "bench@example.org";
const opens = 5;
const edits = 60;
const grid = '[role="grid"]';

async function grow(server, slug) {
  const env = { DATABASE_URL: server.databaseUrl, DATA_DIR: server.dataDir };
  const task = ["scripts/server-task.mjs", "server/grown-map/main.ts", email];
  const output = await run(process.execPath, task, { env, cwd: root });
  const id = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(output)[0];
  return `/w/${slug}/journeys/${id}`;
}

/** Opens the map with an empty cache, so often; milliseconds until the grid is there, and kilobytes. */
async function measureOpening(browser, storageState, url) {
  const times = [];
  const bytes = { script: 0, all: 0 };
  for (let round = 0; round < opens; round++) {
    const context = await browser.newContext({ storageState });
    const page = await context.newPage();
    const requests = [];
    page.on("requestfinished", (request) => requests.push(request));
    const since = performance.now();
    await page.goto(url, { waitUntil: "commit" });
    await page.locator(grid).waitFor();
    times.push(performance.now() - since);
    await page
      .locator('[data-testid="save-status"][data-status="saved"]')
      .waitFor();
    bytes.script = 0;
    bytes.all = 0;
    for (const request of requests) {
      const { responseBodySize } = await request.sizes();
      bytes.all += responseBodySize;
      if (request.resourceType() === "script") bytes.script += responseBodySize;
    }
    await context.close();
  }
  const kB = (size) => `${(size / 1000).toFixed(0)} kB`;
  console.log(
    `Transferred: ${kB(bytes.script)} of script, ${kB(bytes.all)} in all`,
  );
  printSpread("Open until the grid is there, empty cache", times);
}

/** In the page of the one who looks: when a text appears. */
function watchTexts() {
  globalThis.seenAt = new Map();
  const observer = new MutationObserver((changes) => {
    for (const { target } of changes) {
      const found = /bench-\d+/.exec(target.textContent ?? "")?.[0];
      if (found && !globalThis.seenAt.has(found))
        globalThis.seenAt.set(found, Date.now());
    }
  });
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
  });
}

/** In the page of the one who writes: when the badge says that it is saved. */
function watchBadge() {
  globalThis.savedAt = 0;
  const badge = document.querySelector('[data-testid="save-status"]');
  const note = () => {
    if (badge.dataset.status === "saved") globalThis.savedAt = Date.now();
  };
  new MutationObserver(note).observe(badge, {
    attributeFilter: ["data-status"],
  });
}

/** Replaces the text of the field that has the focus at once, and says when. */
function write(text) {
  const field = document.activeElement;
  const { set } = Object.getOwnPropertyDescriptor(
    HTMLTextAreaElement.prototype,
    "value",
  );
  globalThis.savedAt = 0;
  const at = Date.now();
  set.call(field, text);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  return at;
}

async function measureEdits(browser, storageState, url) {
  const [writer, reader] = await Promise.all(
    [0, 1].map(async () => {
      const page = await (await browser.newContext({ storageState })).newPage();
      await page.goto(url);
      await page
        .locator('[data-testid="save-status"][data-status="saved"]')
        .waitFor();
      return page;
    }),
  );
  await reader.evaluate(watchTexts);
  await writer.evaluate(watchBadge);
  const card = writer.locator(`${grid} [data-card]`).first();
  await card.dblclick();
  await writer.locator("textarea[data-editor]").waitFor();
  const toOthers = [];
  const toSaved = [];
  for (let round = 0; round < edits; round++) {
    const text = `bench-${round}`;
    const at = await writer.evaluate(write, text);
    await reader.waitForFunction(
      (wanted) => globalThis.seenAt.has(wanted),
      text,
    );
    await writer.waitForFunction(() => globalThis.savedAt > 0);
    toOthers.push(
      (await reader.evaluate((wanted) => globalThis.seenAt.get(wanted), text)) -
        at,
    );
    toSaved.push((await writer.evaluate(() => globalThis.savedAt)) - at);
  }
  printSpread("An edit to another screen", toOthers);
  printSpread("An edit to Saved", toSaved);
  await Promise.all([writer, reader].map((page) => page.context().close()));
}

const server = await startOwnServer();
const browser = await chromium.launch({
  executablePath: findChromium() ?? undefined,
});
try {
  const context = await browser.newContext({ baseURL: server.url });
  const { slug, sample } = await signUp(context, email);
  const maps = {
    "The sample": `/w/${slug}/journeys/${sample}`,
    "The grown map": await grow(server, slug),
  };
  const state = await context.storageState();
  for (const [name, path] of Object.entries(maps)) {
    console.log(`\n${name}`);
    await measureOpening(browser, state, server.url + path);
    await measureEdits(browser, state, server.url + path);
  }
} finally {
  await browser.close();
  await server.stop();
}
