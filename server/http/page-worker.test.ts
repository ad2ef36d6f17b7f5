import http from "node:http";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { endingWorker } from "@/lib/kept/ending-worker";
import { withSettings } from "@/test/with-settings";
import { answerWorker, pageWorkerScript } from "./page-worker";

const folder = mkdtempSync(path.join(tmpdir(), "waymark-worker-"));
const program = path.join(folder, "main.js");
let server: http.Server | undefined;
afterEach(() => server?.close());

const ask = async (address: string) => {
  const own = http.createServer((request, response) => {
    if (!answerWorker(request.url ?? "", response, "script()"))
      response.writeHead(404).end();
  });
  server = own;
  await new Promise<void>((listening) => own.listen(0, "127.0.0.1", listening));
  return fetch(
    `http://127.0.0.1:${(own.address() as AddressInfo).port}${address}`,
  );
};

test("[HD-01] the worker is sent as a script that may ask nobody but us", async () => {
  const answer = await ask("/worker.js");
  expect(answer.headers.get("content-type")).toMatch(/^text\/javascript/);
  expect(answer.headers.get("content-security-policy")).toBe(
    "default-src 'none'; connect-src 'self'; frame-ancestors 'none'",
  );
  expect(await answer.text()).toBe("script()");
  expect((await ask("/worker.js/x")).status).toBe(404);
});

test("where nothing was built, as while developing, workers are ended", () => {
  expect(pageWorkerScript(program)).toBe(endingWorker);
});

test("what was built beside the server is sent", () => {
  writeFileSync(path.join(folder, "page-worker.js"), "built()");
  expect(pageWorkerScript(program)).toBe("built()");
});

describe("with KEPT_PAGES=off", () => {
  withSettings(() => ({ KEPT_PAGES: "off" }));

  test("workers are ended", () => {
    writeFileSync(path.join(folder, "page-worker.js"), "built()");
    expect(pageWorkerScript(program)).toBe(endingWorker);
    rmSync(folder, { recursive: true });
  });
});
