import http from "node:http";
import type { AddressInfo } from "node:net";
import type pg from "pg";
import { afterEach, expect, test } from "vitest";
import { answerHealth } from "./health";

let server: http.Server | undefined;

afterEach(() => server?.close());

/** What a watcher gets from a server whose database answers like this. */
async function ask(
  path: string,
  query: () => Promise<unknown>,
  isStopping = false,
) {
  const pool = () => ({ query }) as unknown as pg.Pool;
  const own = http.createServer((request, response) => {
    const readiness = { pool, isStopping: () => isStopping };
    if (!answerHealth(request.url ?? "", response, readiness))
      response.writeHead(404).end();
  });
  server = own;
  await new Promise<void>((listening) => own.listen(0, "127.0.0.1", listening));
  const { port } = own.address() as AddressInfo;
  return fetch(`http://127.0.0.1:${port}${path}`);
}

const there = () => Promise.resolve();
const gone = () => Promise.reject(new Error("gone"));

test("a server is ready when its database answers", async () => {
  expect((await ask("/api/health/ready", there)).status).toBe(200);
});

test("a server whose database is gone asks to be left alone, and lives", async () => {
  const answer = await ask("/api/health/ready", gone);
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([
    503,
    "5",
  ]);
  expect((await ask("/api/health/live", gone)).status).toBe(200);
});

test("a server that stops is not ready any more", async () => {
  expect((await ask("/api/health/ready", there, true)).status).toBe(503);
});

test("nothing else is answered", async () => {
  expect((await ask("/api/health/other", there)).status).toBe(404);
});
