// node bench/first-figures.mjs: from a clean clone to the first page, and how long a second start takes.
import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { freePort, root, run, sleep } from "../scripts/processes.mjs";

const timeoutMs = 15 * 60_000;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "waymark-figures-"));
// PostgreSQL has an account of its own when root runs it.
fs.chmodSync(folder, 0o755);

const answers = (url) =>
  fetch(url).then(
    (answer) => answer.ok,
    () => false,
  );

/** Seconds from the command to the first page, then stops it again. */
async function timeToFirstPage() {
  const port = await freePort();
  const since = performance.now();
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: folder,
    stdio: "inherit",
    env: {
      ...process.env,
      PORT: String(port),
      NEXT_DIST_DIR: undefined,
      DATA_DIR: undefined,
    },
  });
  const until = Date.now() + timeoutMs;
  while (!(await answers(`http://localhost:${port}/`))) {
    if (child.exitCode !== null || Date.now() > until)
      throw new Error("It did not start");
    await sleep(50);
  }
  const seconds = (performance.now() - since) / 1000;
  child.kill("SIGTERM");
  await once(child, "exit");
  return seconds;
}

try {
  await run("git", ["clone", "--quiet", root, folder]);
  const first = await timeToFirstPage();
  const second = await timeToFirstPage();
  console.log(`Clean clone to first page: ${first.toFixed(1)} s`);
  console.log(`Second start to first page: ${second.toFixed(1)} s`);
} finally {
  fs.rmSync(folder, { recursive: true });
}
