// npm test: every check and every test, two at a time, in data folders of its own. The last line counts.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { checkNode, install } from "./install.mjs";
import { Interrupted, interrupted } from "./interrupt.mjs";
import { root, run } from "./processes.mjs";
import { elapsed, Notice, report, say, step } from "./progress.mjs";

process.env.NEXT_DIST_DIR ??= ".next-test";
process.env.NEXT_TELEMETRY_DISABLED = "1";
// In a clean clone the build is made once; who works here has a cache from `npm run test:e2e`, and keeps it.
if (!fs.existsSync(path.join(root, process.env.NEXT_DIST_DIR, "cache")))
  process.env.WAYMARK_BUILD_ONCE = "1";
const reports = path.join(root, "test-results", "reports");
const lanes = Math.min(2, os.availableParallelism());

/** Longest first, after the browser tests, so that the lanes end together. `test:unit` has the boundaries too. */
const scripts = ["test:integration", "test:unit", "test:properties"];

/** What no clock is held to: done while the tests wait for something. `lint` checks the types too. */
const patientScripts = ["lint", "knip", "format:check", "lock:check"];

/** Passed, failed and skipped tests in a report of Vitest or Playwright. */
function countsIn(file) {
  const { numPassedTests, numFailedTests, numPendingTests, stats } = JSON.parse(
    fs.readFileSync(file, "utf8"),
  );
  if (!stats)
    return {
      passed: numPassedTests,
      failed: numFailedTests,
      skipped: numPendingTests,
    };
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  };
}

/** Runs one script of package.json; a script without a report of tests counts as one test. */
async function runScript(name, options = {}) {
  const file = path.join(reports, `${name.replace(":", "-")}.json`);
  const reporters = [
    "--",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ];
  const args = /^test:(unit|properties|integration)$/.test(name)
    ? reporters
    : [];
  let words = null;
  try {
    const env = { E2E_REPORT: file, NO_COLOR: "1" };
    const npm = ["run", "--silent", name, ...args];
    await step(name, () =>
      run("npm", npm, { env, detached: true, ...options }),
    );
  } catch (error) {
    words = error.output ?? String(error);
    sayFailure(name, words.slice(-20_000));
  }
  const hasPassed = words === null;
  const { passed, failed, skipped } = fs.existsSync(file)
    ? countsIn(file)
    : { passed: Number(hasPassed), failed: 0, skipped: 0 };
  return {
    name,
    passed,
    failed: hasPassed ? failed : Math.max(failed, 1),
    skipped,
    words,
  };
}

/** Answers that others computed are compared only where their files lie beside the project. */
function whySkipped() {
  const samples = path.join(root, "..", "shared", "samples");
  return fs.existsSync(samples)
    ? ""
    : ": the files of others, with their answers, are not in ../shared/samples";
}

function sayFailure(name, words) {
  const line = "-".repeat(80);
  say(`${line}\n${name} failed:\n${words}\n${line}`);
}

/**
 * Works through the jobs, so many at a time, and beside them through those that are patient: they have what the others
 * leave of the processor. A lane that has nothing left to do takes of those too, and has as much of it as any.
 */
async function inLanes(jobs, patientJobs) {
  const results = [];
  const work = async (queue, options) => {
    for (let job = queue.shift(); job; job = queue.shift())
      results.push(...(await job(options)));
  };
  const lane = async () => {
    await work(jobs);
    await work(patientJobs);
  };
  const beside = () => work(patientJobs, { isPatient: true });
  await Promise.all([...Array.from({ length: lanes }, lane), beside()]);
  return results;
}

async function prepare() {
  checkNode();
  await install();
  fs.rmSync(reports, { recursive: true, force: true });
  fs.mkdirSync(reports, { recursive: true });
  const { generateClient } = await import("./prisma.mjs");
  await generateClient((work) => step("Generating the database client", work));
}

async function ensureBrowser() {
  try {
    const { ensureChromium } = await import("./chromium.mjs");
    await ensureChromium();
    return true;
  } catch (error) {
    if (!(error instanceof Notice)) throw error;
    say(error.message);
    return false;
  }
}

/** The build that the browser uses counts as a test: it checks that the product can be built. */
async function buildAndBrowse() {
  const { build } = await import("./build.mjs");
  try {
    await build();
  } catch (error) {
    say(error.message);
    return [{ name: "build", passed: 0, failed: 1, skipped: 0 }];
  }
  const browsed = (await ensureBrowser())
    ? await runScript("test:e2e")
    : { name: "test:e2e", passed: 0, failed: 1, skipped: 0 };
  return [{ name: "build", passed: 1, failed: 0, skipped: 0 }, browsed];
}

async function testAll() {
  await prepare();
  const jobOf = (name) => async (options) => [await runScript(name, options)];
  const results = await inLanes(
    [buildAndBrowse, ...scripts.map(jobOf)],
    patientScripts.map(jobOf),
  );
  const sum = (key) =>
    results.reduce((total, result) => total + result[key], 0);
  const failures = results.filter(({ failed }) => failed > 0);
  const broken = failures.map(({ name }) => name);
  // Again, and last: whoever keeps only the end of what was printed finds the reason in it.
  for (const { name, words } of failures)
    if (words) sayFailure(name, words.slice(-4_000));
  say(
    `\n${broken.length ? `Failed: ${broken.join(", ")}` : "All is well"} after ${elapsed()}`,
  );
  const skipped = sum("skipped");
  if (skipped > 0) say(`${skipped} skipped${whySkipped()}`);
  say(`${sum("passed")} passed, ${sum("failed")} failed`);
  return broken.length ? 1 : 0;
}

try {
  process.exitCode = await Promise.race([testAll(), interrupted]);
} catch (error) {
  process.exitCode = error instanceof Interrupted ? 130 : report(error);
}
process.exit();
