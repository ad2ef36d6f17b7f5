import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { ImportProgress } from "@/lib/imports/progress";
import { forgetEnv } from "@/server/env";
import { bundleProgram } from "@/test/child-program";
import { withSettings } from "@/test/with-settings";
import { readInThread } from "./import-worker";
import type { ImportJob } from "./job";
import { readImport } from "./read-import";

// Longer than a test may take, so that no thread here is ended by its time but the one that is meant to be.
withSettings(() => ({
  LIMIT_IMPORT_SECONDS: "600",
  AUTH_SECRET: "s".repeat(32),
}));

let bundle: Awaited<ReturnType<typeof bundleProgram>>;
let folder: string;
beforeAll(async () => {
  bundle = await bundleProgram("server/imports/worker-main.ts");
  folder = await mkdtemp(path.join(tmpdir(), "waymark-thread-"));
});
afterAll(async () => {
  await bundle.remove();
  await rm(folder, { recursive: true });
});

const lasting = () => new AbortController().signal;
const jobOf = (text: string): ImportJob => ({
  bytes: new Uint8Array(Buffer.from(text)),
  fileName: "survey.csv",
  table: 0,
  settings: null,
  isProposing: true,
  isForReal: false,
  language: "en",
  touchpoints: [
    { id: "0198c000-0000-7000-8000-00000000f001", title: "Checkout" },
  ],
  personas: [],
  saved: [],
  leastAnswers: 5,
  today: "2026-11-29",
});

/** A thread that does what it is told instead of reading. */
async function threadThat(does: string): Promise<string> {
  const script = path.join(folder, `${does.length}.mjs`);
  await writeFile(script, does);
  return script;
}

test("a file is read in a thread as it is read anywhere else, and so is how far it is", async () => {
  const text = "Page,How satisfied are you?\nCheckout,4\nCheckout,5\nCart,1\n";
  const options = { signal: lasting(), script: bundle.outfile };
  const [there, here]: ImportProgress[][] = [[], []];
  const tell = (progress: ImportProgress) => there?.push(progress);
  const result = await readInThread(jobOf(text), { ...options, tell });
  const answer = await readImport(jobOf(text), (said) => here?.push(said));
  expect(result).toEqual({ ok: true, answer });
  expect(there).toEqual(here);
});

test("[FT-37] a thread that never ends is ended after its time, and only it", async () => {
  const script = await threadThat("setInterval(() => {}, 1_000);");
  vi.stubEnv("LIMIT_IMPORT_SECONDS", "1");
  forgetEnv();
  const result = await readInThread(jobOf("a"), { signal: lasting(), script });
  vi.stubEnv("LIMIT_IMPORT_SECONDS", "600");
  forgetEnv();
  expect(result).toEqual({ ok: false, reason: "import_too_heavy" });
});

test("a thread that needs too much memory dies alone", async () => {
  const script = await threadThat(
    "const all = []; for (;;) all.push(new Array(1e6).fill(all.length));",
  );
  const result = await readInThread(jobOf("a"), { signal: lasting(), script });
  expect(result).toEqual({ ok: false, reason: "import_too_heavy" });
});

test("[IM-08] the thread of somebody who has gone is ended", async () => {
  const script = await threadThat("setInterval(() => {}, 10_000_000);");
  const controller = new AbortController();
  const result = readInThread(jobOf("a"), {
    signal: controller.signal,
    script,
  });
  controller.abort();
  expect(await result).toEqual({ ok: false, reason: "import_too_heavy" });
});

test("when too many wait, the next one is asked to come again", async () => {
  const script = await threadThat("setInterval(() => {}, 10_000_00);");
  const controller = new AbortController();
  const { signal } = controller;
  const waiting = Array.from({ length: 7 }, () =>
    readInThread(jobOf("a"), { signal, script }),
  );
  expect(await readInThread(jobOf("a"), { signal: lasting(), script })).toEqual(
    { ok: false, reason: "unavailable", retryAfterSeconds: 15 },
  );
  controller.abort();
  await Promise.all(waiting);
});
