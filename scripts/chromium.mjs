// A Chromium for the browser tests: the system's, else Playwright's, else installed.
import fs from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { run, runTool } from "./processes.mjs";
import { Notice, step } from "./progress.mjs";

/** The one without windows first: it is the same browser and does the same in less time. */
const names = [
  "chromium-headless-shell",
  "chrome-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
];
const applications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The program to start, or null when there is none. */
export function findChromium() {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const onPath = names.flatMap((name) =>
    folders.map((folder) => path.join(folder, name)),
  );
  const places = [
    process.env.CHROMIUM,
    ...onPath,
    ...applications,
    chromium.executablePath(),
  ];
  return places.find((file) => file && fs.existsSync(file)) ?? null;
}

async function installChromium() {
  const ways = [
    () => runTool("@playwright/test/cli.js", ["install", "chromium"]),
  ];
  if (process.getuid?.() === 0 && fs.existsSync("/usr/bin/apt-get")) {
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    const apt = (...args) => run("apt-get", args, { env });
    const add = (name) => apt("install", "-y", "--no-install-recommends", name);
    ways.push(
      () => apt("update").then(() => add("chromium-headless-shell")),
      () => add("chromium"),
    );
  }
  for (const way of ways) {
    await way().catch(() => {});
    if (findChromium()) return;
  }
}

/** @throws Notice when there is no Chromium and none can be installed. */
export async function ensureChromium(install = installChromium) {
  if (!findChromium()) await step("Installing Chromium", install);
  const found = findChromium();
  if (found) return found;
  throw new Notice(
    "The browser tests need Chromium, and it could not be installed.\nInstall it (Debian: apt install chromium) or name it: CHROMIUM=/path/to/chromium npm test",
  );
}
