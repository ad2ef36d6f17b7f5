// What is measured inside a page. Every function here runs in the browser or drives it.
import { sleep } from "../../scripts/processes.mjs";

/**
 * Notes when a key first stands in a field, when it stands in the field of a page that is alive, and when it is saved;
 * put in before the page begins.
 */
function watchFirstKey() {
  const look = () => {
    const now = performance.now();
    const field = document.activeElement;
    if (field instanceof HTMLTextAreaElement && field.value.includes("x")) {
      globalThis.acceptedAt ??= now;
      if ("editor" in field.dataset) globalThis.aliveAt ??= now;
    }
    const badge = document.querySelector("[data-testid=save-status]");
    if (globalThis.aliveAt && badge?.dataset.status === "saved")
      globalThis.savedAt ??= now;
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

const mostMs = 180_000;
/** Of a quarter of a second. */
const quietMs = 5;

const middleOf = (selector) => {
  const box = document.querySelector(selector)?.getBoundingClientRect();
  return box && box.width > 0
    ? { x: box.x + Math.min(box.width / 2, 60), y: box.y + 12 }
    : null;
};

/**
 * Milliseconds from the navigation until a key that is pressed stands where it belongs: it is tried all the time. Of a
 * map also until its page is alive with that key in its own field, and until that is saved.
 */
export async function timeToFirstKey(context, { url, target }) {
  const page = await context.newPage();
  await page.addInitScript(watchFirstKey);
  await page.goto(url, { waitUntil: "commit" });
  let at;
  const end = Date.now() + mostMs;
  while ((at = await page.evaluate(() => globalThis.acceptedAt)) == null) {
    const spot = await page.evaluate(middleOf, target);
    if (spot) {
      await page.mouse.click(spot.x, spot.y);
      await page.keyboard.press("x");
    }
    if (Date.now() > end) throw new Error(`No key was accepted at ${url}`);
    await sleep(25);
  }
  if (target === "textarea") return { page, time: at };
  await page.waitForFunction(() => globalThis.savedAt);
  const more = await page.evaluate(() => ({
    alive: globalThis.aliveAt,
    saved: globalThis.savedAt,
  }));
  return { page, time: at, ...more };
}

/** From now on notes for each key how long it takes until what it did is painted. */
export function watchKeys() {
  globalThis.paints = [];
  window.addEventListener(
    "keydown",
    ({ timeStamp }) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () =>
          globalThis.paints.push(performance.now() - timeStamp);
        port2.postMessage(null);
      }),
    { capture: true },
  );
}

/** Types so many keys, about twenty in a second; milliseconds from each key to its paint. */
export async function typeKeys(page, count) {
  await page.evaluate(() => void (globalThis.paints.length = 0));
  for (let index = 0; index < count; index++) {
    await page.keyboard.press("abcdefghij"[index % 10]);
    await sleep(45);
  }
  await page.waitForFunction(
    (wanted) => globalThis.paints.length >= wanted,
    count,
  );
  return page.evaluate(() => globalThis.paints.slice());
}

/** React gives an element new properties whenever it draws it; so it can be told from outside which cells it drew. */
function noteCells() {
  const propsOf = (element) => {
    const key = Object.keys(element).find((it) =>
      it.startsWith("__reactProps"),
    );
    return key && element[key];
  };
  const seen = new Map();
  for (const cell of document.querySelectorAll("[role=gridcell]"))
    for (const it of [cell, ...cell.querySelectorAll("*")])
      seen.set(it, propsOf(it));
  globalThis.drawnCells = () => {
    const cells = new Set();
    for (const cell of document.querySelectorAll("[role=gridcell]"))
      for (const it of [cell, ...cell.querySelectorAll("*")])
        if (seen.get(it) !== propsOf(it)) cells.add(cell);
    return cells.size;
  };
}

/** How many cells were drawn by what `act` did. */
export async function cellsDrawn(page, act) {
  await page.evaluate(noteCells);
  await act();
  await sleep(300);
  return page.evaluate(() => globalThis.drawnCells());
}

/** Milliseconds that the main thread worked while `act` ran and shortly after, by the clock of each line. */
export async function mainThreadTimes(sessions, act) {
  const read = (session) => session.send("Performance.getMetrics");
  const readAll = async () =>
    (await Promise.all(sessions.map(read))).map(
      ({ metrics }) =>
        metrics.find(({ name }) => name === "TaskDuration").value * 1000,
    );
  const before = await readAll();
  await act();
  await sleep(250);
  const after = await readAll();
  return after.map((time, index) => time - before[index]);
}

/** Waits until a page has done what it does by itself after it was opened: its main thread rests for a second. */
export async function untilQuiet(session) {
  const end = Date.now() + mostMs;
  for (let rests = 0; rests < 4;) {
    const [time] = await mainThreadTimes([session], () => undefined);
    rests = time < quietMs ? rests + 1 : 0;
    if (Date.now() > end) throw new Error("The page did not come to rest");
  }
}

/** Scrolls across and back; milliseconds between frames meanwhile. */
export async function scrollAcross(page) {
  await page.mouse.move(700, 500);
  await page.evaluate(() => {
    globalThis.frames = [];
    let last = performance.now();
    const note = (now) => {
      globalThis.frames?.push(now - last);
      last = now;
      if (globalThis.frames) requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
  for (const [x, y] of [
    [240, 0],
    [0, 160],
    [-240, -160],
  ])
    for (let step = 0; step < 40; step++) {
      await page.mouse.wheel(x, y);
      await sleep(16);
    }
  return page.evaluate(() => {
    const { frames } = globalThis;
    globalThis.frames = undefined;
    return frames;
  });
}

/** Megabytes that a tab holds once what it no longer needs is gone. */
export async function heapOf(session) {
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const { value } = metrics.find(({ name }) => name === "JSHeapUsedSize");
  return value / 1e6;
}

/**
 * A line to the browser's own figures of a page.
 *
 * @param timeDomain - "threadTicks" counts the processor time of the main thread alone, "timeTicks" also what it waited for
 *   a processor that others used.
 */
export async function sessionOf(page, timeDomain = "timeTicks") {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain });
  return session;
}
