import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Request } from "@playwright/test";
import { nextFolder, serverFolder } from "../scripts/build.mjs";
import { root } from "../scripts/processes.mjs";
import { isForTests, liftsGuard, settingsIn } from "../test/ways-around";
import { expect, test } from "./fixtures";
import { gridOf, openSample, saved } from "./map";

/** Of script, as it is sent. It may be 260 kB (bench/EDITOR.md), and what it weighs is to be noticed before that. */
const MOST_SCRIPT_BYTES = 240_000;

/** Names that only the server has a use for; one in a browser's script means that its module got there too. */
const ofTheServer =
  /AUTH_SECRET|DATABASE_URL|SMTP_URL|S3_SECRET|passwordHash|postgresql:\/\/|node:fs|PrismaClient/;

async function scriptsIn(...names: string[]): Promise<string[]> {
  const folder = path.join(root, ...names);
  const files = await readdir(folder, { recursive: true });
  return files
    .filter((file) => file.endsWith(".js"))
    .map((file) => path.join(folder, file));
}

const scripts = () => scriptsIn(nextFolder(), "static");

test("[SC-07] what browsers are sent holds nothing of the server", async () => {
  const files = await scripts();
  expect(files.length).toBeGreaterThan(10);
  for (const file of files) {
    const found = ofTheServer.exec(await readFile(file, "utf8"));
    expect(found?.[0], path.basename(file)).toBeUndefined();
  }
});

test("[RL-04] what runs in production has no other way for tests, and no setting that lifts a guard", async () => {
  const programs = await scriptsIn(serverFolder());
  const pages = await scriptsIn(nextFolder(), "server");
  const names = programs.map((file) => path.basename(file));
  expect(names).toEqual(expect.arrayContaining(["main.js", "doctor.js"]));
  expect(pages.length).toBeGreaterThan(100);
  for (const file of [...programs, ...pages]) {
    const found = isForTests.exec(await readFile(file, "utf8"));
    expect(found?.[0], path.relative(root, file)).toBeUndefined();
  }
  const main = await readFile(
    path.join(root, serverFolder(), "main.js"),
    "utf8",
  );
  const settings = settingsIn(main, 2);
  expect(settings).toContain("LIMIT_SIGN_IN_PER_ADDRESS");
  expect(settings.filter((name) => liftsGuard.test(name))).toEqual([]);
});

test("[A6] pages and the server that sends them know the name of their build", async () => {
  const stamp = path.join(root, nextFolder(), "waymark-build");
  const name = (await readFile(stamp, "utf8")).slice(0, 16);
  const main = path.join(root, serverFolder(), "main.js");
  expect(await readFile(main, "utf8")).toContain(name);
  const texts = await Promise.all(
    (await scripts()).map((file) => readFile(file, "utf8")),
  );
  expect(texts.some((text) => text.includes(name))).toBe(true);
});

test("[N13] what browsers are sent speaks our three languages and no other", async () => {
  const texts = await Promise.all(
    (await scripts()).map((file) => readFile(file, "utf8")),
  );
  const all = texts.join("");
  expect(all).toContain("Druk op Enter");
  expect(all).not.toContain("Appuyez sur");
});

test("[SC-08] no page can be made to tell the source of a server function: there are none", async () => {
  const manifest = path.join(
    root,
    nextFolder(),
    "server/server-reference-manifest.json",
  );
  const { node, edge } = JSON.parse(await readFile(manifest, "utf8")) as {
    node: object;
    edge: object;
  };
  expect([node, edge]).toEqual([{}, {}]);
});

test("what draws menus, dialogs, pickers and other views is not sent before one is opened, and pages and live documents share one copy of Yjs", async ({
  browser,
  server,
  signUp,
}) => {
  const { page: first, workspace } = await signUp();
  const list = await first.request.get(
    `/api/v1/workspaces/${workspace}/journeys`,
  );
  const { journeys } = (await list.json()) as { journeys: { id: string }[] };
  // A browser that has nothing of it yet, and a pointer that nobody moves.
  const context = await browser.newContext({
    baseURL: server.url,
    storageState: await first.context().storageState(),
  });
  const page = await context.newPage();
  const scripts: Request[] = [];
  page.on("requestfinished", (request) => {
    if (request.resourceType() === "script") scripts.push(request);
  });
  await page.goto(`/w/${workspace}/journeys/${journeys[0]?.id}`);
  await expect(gridOf(page)).toBeVisible();
  await saved(page);
  expect(await readFile(server.logFile, "utf8")).not.toContain("Yjs was");
  const sizes = await Promise.all(scripts.map((script) => script.sizes()));
  await context.close();
  const sent = sizes.reduce((sum, size) => sum + size.responseBodySize, 0);
  expect(sent).toBeGreaterThan(100_000);
  expect(sent).toBeLessThan(MOST_SCRIPT_BYTES);
});

test("[N10] nothing is added to the style of a page once it is drawn: the browser would lay out the whole map again", async ({
  signUp,
}) => {
  const { page, workspace } = await signUp();
  await page.addInitScript(() => {
    const added: string[] = [];
    Object.assign(globalThis, { addedStyles: added });
    document.addEventListener("DOMContentLoaded", () =>
      new MutationObserver((changes) => {
        const sheets = "style, link[rel=stylesheet]";
        for (const node of changes.flatMap(({ addedNodes }) => [
          ...addedNodes,
        ])) {
          if (!(node instanceof Element)) continue;
          if (node.matches(sheets) || node.querySelector(sheets))
            added.push(node.outerHTML.slice(0, 200));
        }
      }).observe(document, { subtree: true, childList: true }),
    );
  });
  const added = () =>
    page.evaluate(
      () => (globalThis as unknown as { addedStyles: string[] }).addedStyles,
    );
  await openSample(page, workspace);
  await saved(page);
  await page
    .getByRole("toolbar", { name: "Stages" })
    .getByRole("button")
    .first()
    .press("Enter");
  expect(await added()).toEqual([]);
  const touch = await page
    .locator("[data-react-aria-pressable]")
    .first()
    .evaluate((it) => getComputedStyle(it).touchAction);
  // A second tap there is a press, and does not zoom.
  expect(touch).not.toBe("auto");
  await page.goto(`/w/${workspace}/journeys`);
  await page
    .getByRole("button", { name: "New journey" })
    .first()
    .press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  expect(await added()).toEqual([]);
});
