// Long because each figure is one function, and what they share is the order in which one browser measures them.
// node bench/editor-figures.mjs [--only opening,typing | --without memory] [--cards 2000,5000] [--rounds 5] [--maps 50]
// [--minutes 60]: what the editor costs in Chromium over a production build, beside limits measured in the same run; Markdown.
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { findChromium } from "../scripts/chromium.mjs";
import { root, run, sleep } from "../scripts/processes.mjs";
import {
  cellsDrawn,
  heapOf,
  mainThreadTimes,
  scrollAcross,
  sessionOf,
  timeToFirstKey,
  typeKeys,
  untilQuiet,
  watchKeys,
} from "./editor/clocks.mjs";
import { gather } from "./editor/colleagues.mjs";
import {
  findWords,
  readRows,
  servePlain,
  writeLetter,
} from "./editor/plain-table.mjs";
import { quantile } from "./figures.mjs";
import { startOwnServer } from "./own-server.mjs";
import { signUp } from "./sign-up.mjs";

const email = "bench@example.org";
const grid = '[role="grid"]';
const saved = '[data-testid="save-status"][data-status="saved"]';
const keysPerRound = 40;
const editsPerRound = 20;
const colleagues = 20;
const editsPerSecond = 5;
const viewport = { width: 1440, height: 900 };

const { values: options } = parseArgs({
  options: {
    only: { type: "string" },
    without: { type: "string", default: "" },
    cards: { type: "string", default: "2000,5000" },
    rounds: { type: "string", default: "5" },
    maps: { type: "string", default: "50" },
    minutes: { type: "string", default: "60" },
  },
});
const rounds = Number(options.rounds);
const rows = [];
const half = (values) => quantile(values, 0.5);
const most = (values) => quantile(values, 0.95);
const ms = (value) => `${value.toFixed(1)} ms`;

/** One line of the table. `ratio` is what must not be more than `allowed`. */
function tell(what, { ours, limit = "", ratio, allowed }) {
  const isKept = ratio <= allowed;
  const shown = Number(ratio.toFixed(2));
  rows.push([what, ours, limit, shown, allowed, isKept ? "yes" : "NO"]);
  console.error(`${what}: ${ours} ${limit} (${shown}, at most ${allowed})`);
}

/** A line that stands beside a figure to tell more of it, with no limit of its own. */
function tellMore(what, ours) {
  rows.push([what, ours, "", "", "", ""]);
  console.error(`${what}: ${ours}`);
}

async function grow(server, cards) {
  const env = { DATABASE_URL: server.databaseUrl, DATA_DIR: server.dataDir };
  const task = ["scripts/server-task.mjs", "server/grown-map/main.ts", email];
  const output = await run(process.execPath, [...task, "--cards", cards], {
    env,
    cwd: root,
  });
  return /journeys\/([0-9a-f-]{36})/.exec(output)[1];
}

async function openPage({ context, url }) {
  const page = await context.newPage();
  await page.goto(url);
  await page.locator(saved).waitFor();
  return page;
}

/** The same, once it has done what it does by itself after that: what it costs to open is measured by itself. */
async function openAndRest(of) {
  const page = await openPage(of);
  const session = await sessionOf(page);
  await untilQuiet(session);
  await session.detach();
  return page;
}

/** A field in which a card is written; the same card every time. */
async function beginWriting(page) {
  await page.locator(`${grid} [data-card]`).first().dblclick();
  await page.locator("textarea[data-editor]").waitFor();
  await page.evaluate(watchKeys);
}

async function measureOpening(it) {
  const target = `${grid} [data-card]`;
  const kept = await it.newContext();
  const first = await openPage({ context: kept, url: it.url });
  // A device has its copy once the worker that keeps it is at rest; while it begins it takes the processor from who opens.
  await first.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await first.close();
  const times = { fresh: [], kept: [], plain: [] };
  const later = { fresh: [], kept: [], plain: [] };
  const visit = async (name, context, page) => {
    const visited = await timeToFirstKey(context, page);
    times[name].push(visited.time);
    later[name].push(visited);
    await visited.page.close();
  };
  for (let round = 0; round < rounds; round++) {
    const [fresh, plain] = [await it.newContext(), await it.newContext()];
    await visit("fresh", fresh, { url: it.url, target });
    await visit("kept", kept, { url: it.url, target });
    await visit("plain", plain, { url: it.plain, target: "textarea" });
    await Promise.all([fresh.close(), plain.close()]);
  }
  await kept.close();
  const limit = `${ms(half(times.plain))} plain table`;
  for (const [name, allowed] of [
    ["kept", 2.5],
    ["fresh", 5],
  ]) {
    const ours = half(times[name]);
    it.grows[`opening, ${name}`] = ours;
    const ratio = ours / half(times.plain);
    const how = name === "kept" ? "with" : "without";
    tell(
      `${it.name}: navigation to first key, ${how} a copy on the device, p50`,
      { ours: ms(ours), limit, ratio, allowed },
    );
    for (const [what, at] of [
      ["page alive with that key", "alive"],
      ["that key saved", "saved"],
    ])
      tellMore(
        `${it.name}: navigation to ${what}, ${how} a copy on the device, p50`,
        ms(half(later[name].map((visited) => visited[at]))),
      );
  }
}

/** Types in turns in our page and in a bare field; then again while colleagues edit. */
async function measureTyping(it) {
  const context = await it.newContext();
  const page = await openAndRest({ context, url: it.url });
  await beginWriting(page);
  const bare = await context.newPage();
  await bare.goto(it.plainEmpty);
  await bare.locator("textarea").focus();
  await bare.evaluate(watchKeys);
  const times = { ours: [], bare: [] };
  for (let round = -1; round < rounds; round++) {
    for (const [name, at] of [
      ["ours", page],
      ["bare", bare],
    ]) {
      await at.bringToFront();
      const paints = await typeKeys(at, keysPerRound);
      if (round >= 0) times[name].push(...paints);
    }
  }
  await page.bringToFront();
  const cells = await cellsDrawn(page, () => page.keyboard.press("k"));
  it.grows.typing = most(times.ours);
  tell(`${it.name}: key to paint, p95`, {
    ours: ms(most(times.ours)),
    limit: `${ms(most(times.bare))} bare field`,
    ratio: most(times.ours) / most(times.bare),
    allowed: 2,
  });
  const drawn = { ours: String(cells), ratio: cells, allowed: 1 };
  tell(`${it.name}: cells drawn by a key`, drawn);
  await context.close();
}

/** A page in which a letter costs what it costs the browser: nothing of ours runs there. */
async function openBare(context, url) {
  const page = await context.newPage();
  await page.goto(url);
  const session = await sessionOf(page, "threadTicks");
  await untilQuiet(session);
  await page.evaluate(findWords);
  const pause = () => page.evaluate(() => undefined);
  const edit = () => page.evaluate(writeLetter);
  return { page, pause, edit, times: [], idle: [], sessions: [session] };
}

async function measureArrivals(it) {
  const context = await it.newContext();
  const page = await openPage({ context, url: it.url });
  const session = await sessionOf(page, "threadTicks");
  const clock = await sessionOf(page);
  const people = await gather(await it.roomOf(context), 1);
  const [cardId] = await cardsOf(page);
  await untilQuiet(session);
  const table = await openBare(context, it.plain);
  const paragraph = await openBare(context, it.plainParagraph);
  const ours = {
    page,
    pause: () => undefined,
    edit: () => people.edit(cardId),
    times: [],
    idle: [],
    sessions: [session, clock],
  };
  await page.bringToFront();
  const cells = await cellsDrawn(page, ours.edit);
  for (let round = -1; round < rounds; round++)
    for (const one of [ours, table, paragraph]) {
      await one.page.bringToFront();
      await untilQuiet(one.sessions[0]);
      // As of keys the first round does not count: what runs for the first time is compiled then.
      const [idle, times] = round < 0 ? [[], []] : [one.idle, one.times];
      for (let edit = 0; edit < editsPerRound; edit++) {
        idle.push(await mainThreadTimes(one.sessions, one.pause));
        times.push(await mainThreadTimes(one.sessions, one.edit));
      }
    }
  people.leave();
  /** What an edit takes more than a pause, by one of the page's sessions. */
  const workOf = ({ times, idle }, by = 0) => {
    const rest = half(idle.map((time) => time[by]));
    return times.map((time) => Math.max(0, time[by] - rest));
  };
  const said = (work) => `${ms(most(work))}, p50 ${ms(half(work))}`;
  const work = workOf(ours);
  it.grows.arrival = most(work);
  const drawn = { ours: String(cells), ratio: cells, allowed: 1 };
  tell(`${it.name}: cells drawn by a colleague's edit`, drawn);
  tell(`${it.name}: main thread for a colleague's edit, p95 (ms)`, {
    ours: said(work),
    limit: `${ms(half(ours.idle.map(([time]) => time)))} idle, taken off`,
    ratio: most(work),
    allowed: 4,
  });
  const tellWork = (what, of, by = 0) =>
    tellMore(`${it.name}: ${what}, p95`, said(workOf(of, by)));
  tellWork("the same by the clock on the wall", ours, 1);
  tellWork("the same letter in the static table", table);
  tellWork("the same letter in a page of one paragraph", paragraph);
  await context.close();
}

const cardsOf = (page) =>
  page
    .locator(`${grid} [data-card]`)
    .evaluateAll((cards) => cards.map(({ dataset }) => dataset.card));

async function measureCrowd(it) {
  const context = await it.newContext();
  const page = await openAndRest({ context, url: it.url });
  await beginWriting(page);
  const people = await gather(await it.roomOf(context), colleagues);
  const [, ...others] = await cardsOf(page);
  const times = { alone: [], together: [] };
  for (let round = 0; round < rounds; round++) {
    times.alone.push(...(await typeKeys(page, keysPerRound)));
    const stop = people.keepEditing(others, editsPerSecond);
    await sleep(500);
    times.together.push(...(await typeKeys(page, keysPerRound)));
    stop();
    await sleep(500);
  }
  people.leave();
  tell(
    `${it.name}: key to paint, ${colleagues} colleagues at ${editsPerSecond}/s, p95`,
    {
      ours: ms(most(times.together)),
      limit: `${ms(most(times.alone))} alone`,
      ratio: most(times.together) / most(times.alone),
      allowed: 1.5,
    },
  );
  await context.close();
}

async function measureScrolling(it) {
  const context = await it.newContext();
  const ours = await openAndRest({ context, url: it.url });
  const plain = await context.newPage();
  await plain.goto(it.plain);
  const slow = { ours: 0, plain: 0 };
  for (let round = 0; round < rounds; round++)
    for (const [name, page] of [
      ["ours", ours],
      ["plain", plain],
    ]) {
      await page.bringToFront();
      const frames = await scrollAcross(page);
      slow[name] += frames.filter((time) => time > 50).length;
    }
  tell(`${it.name}: frames over 50 ms while scrolling across`, {
    ours: String(slow.ours),
    limit: `${slow.plain} plain table`,
    ratio: slow.ours,
    allowed: slow.plain,
  });
  await context.close();
}

/** From the map to the list and back on one of the others, without a new page. */
async function visitInTurn(page, { slug, ids }, count) {
  for (let index = 1; index <= count; index++) {
    await page.locator(`a[href="/w/${slug}/journeys"]:visible`).first().click();
    const id = ids[index % ids.length];
    await page
      .locator(`a[href="/w/${slug}/journeys/${id}"]:visible`)
      .first()
      .click();
    await page.locator(grid).waitFor();
    await page.locator(saved).waitFor();
  }
}

async function measureMemory(it) {
  const context = await it.newContext();
  const page = await openPage({ context, url: it.url });
  const session = await sessionOf(page);
  // All lanes have come alive by then, whatever else the machine does.
  await untilQuiet(session);
  const first = await heapOf(session);
  await beginWriting(page);
  const until = Date.now() + Number(options.minutes) * 60_000;
  while (Date.now() < until) await typeKeys(page, keysPerRound);
  await page.keyboard.press("Escape");
  const count = Number(options.maps);
  // An even number, so that the map of the beginning is the last one.
  await visitInTurn(page, it.maps, count + (count % 2));
  await untilQuiet(session);
  const last = await heapOf(session);
  tell(
    `${it.name}: memory after ${options.minutes} min of typing and ${count} maps`,
    {
      ours: `${last.toFixed(1)} MB`,
      limit: `${first.toFixed(1)} MB at first`,
      ratio: last / first,
      allowed: 1.3,
    },
  );
  await context.close();
}

/** Kilobytes of script as they are sent, until the map is live and nobody has touched it. */
async function measureBytes(it) {
  const context = await it.newContext();
  const page = await context.newPage();
  const scripts = [];
  page.on("requestfinished", (request) => {
    if (request.resourceType() === "script") scripts.push(request);
  });
  await page.goto(it.url);
  await page.locator(saved).waitFor();
  const sizes = await Promise.all(scripts.map((script) => script.sizes()));
  const bytes = sizes.reduce((sum, size) => sum + size.responseBodySize, 0);
  const kB = bytes / 1000;
  const ours = `${kB.toFixed(0)} kB`;
  tell("Script of the map page (kB, gzip)", { ours, ratio: kB, allowed: 260 });
  await context.close();
}

/** From the smaller to the larger map nothing may grow faster than the number of cards. */
function measureGrowth([small, large]) {
  for (const [what, ours] of Object.entries(large.grows)) {
    const before = small.grows[what];
    tell(`From ${small.cards} to ${large.cards} cards: ${what}`, {
      ours: ms(ours),
      limit: ms(before),
      ratio: ours / Math.max(before, 1),
      allowed: large.cards / small.cards,
    });
  }
}

const measures = {
  opening: measureOpening,
  typing: measureTyping,
  arrivals: measureArrivals,
  crowd: measureCrowd,
  scrolling: measureScrolling,
  memory: measureMemory,
};
const wanted = options.only?.split(",");
const unwanted = options.without.split(",");
const isWanted = (name) =>
  (!wanted || wanted.includes(name)) && !unwanted.includes(name);

/** Does a part and says how long that took. */
async function timed(name, work) {
  const from = performance.now();
  await work();
  const seconds = (performance.now() - from) / 1000;
  console.error(`… ${name} took ${seconds.toFixed(0)} s`);
}

async function measureMap(tools, cards, isFirst) {
  const { server, plain, newContext, slug, ids } = tools;
  const id = ids.at(-1);
  const url = `${server.url}/w/${slug}/journeys/${id}`;
  const context = await newContext();
  // Lanes below the fold come once the page is alive; before, the table would hold a quarter of the words at most.
  const page = await openAndRest({ context, url });
  const table = await page.evaluate(readRows);
  await context.close();
  const it = {
    name: `${cards} cards`,
    cards: Number(cards),
    grows: {},
    url,
    plain: await plain.add(cards, table),
    plainEmpty: plain.empty,
    plainParagraph: plain.paragraph,
    newContext,
    maps: { slug, ids: [id, ids[0]] },
    roomOf: async (from) => ({
      url: server.url,
      journeyId: id,
      cookies: await from.cookies(),
    }),
  };
  for (const [name, measure] of Object.entries(measures))
    if (isWanted(name) && (name !== "memory" || isFirst))
      await timed(`${cards} cards, ${name}`, () => measure(it));
  return it;
}

// All colleagues are one person here, who may not have so many maps open.
const server = await startOwnServer({
  LIMIT_SOCKETS_PER_USER: String(3 * colleagues),
});
const plain = await servePlain();
const browser = await chromium.launch({
  executablePath: findChromium() ?? undefined,
});
try {
  const first = await browser.newContext({ baseURL: server.url });
  const { slug, sample } = await signUp(first, email);
  const storageState = await first.storageState();
  const newContext = async () => {
    const context = await browser.newContext({ storageState, viewport });
    // The larger map on a slow machine takes its time; what never comes still ends the run.
    context.setDefaultTimeout(180_000);
    return context;
  };
  const ids = [sample];
  const maps = [];
  for (const cards of options.cards.split(",")) {
    ids.push(await grow(server, cards));
    const tools = { server, plain, newContext, slug, ids };
    // An hour of writing says the same on any map, so the first one is enough.
    maps.push(await measureMap(tools, cards, maps.length === 0));
  }
  if (isWanted("bytes"))
    await measureBytes({
      newContext,
      url: `${server.url}/w/${slug}/journeys/${sample}`,
    });
  if (maps.length === 2) measureGrowth(maps);
  const head = ["what", "ours", "beside", "measured", "at most", "kept"];
  for (const row of [head, head.map(() => "---"), ...rows])
    console.log(`| ${row.join(" | ")} |`);
} finally {
  await browser.close();
  plain.stop();
  await server.stop();
}
