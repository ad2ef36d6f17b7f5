import { existsSync, readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import path from "node:path";
import { endingWorker } from "@/lib/kept/ending-worker";
import { workerPath } from "@/lib/kept/names";
import { env } from "@/server/env";

/** It runs nothing but itself and asks nobody but us. */
const policy = "default-src 'none'; connect-src 'self'; frame-ancestors 'none'";

/**
 * The worker that keeps pages on devices: built beside the server; the one that ends it where pages are not kept, and
 * where nothing was built, as while developing.
 *
 * @param program - what runs this server.
 */
export function pageWorkerScript(program = process.argv[1]): string {
  if (env.KEPT_PAGES === "off" || !program) return endingWorker;
  const script = path.join(path.dirname(program), "page-worker.js");
  return existsSync(script) ? readFileSync(script, "utf8") : endingWorker;
}

/**
 * Answers the address of the worker. No cache may keep it, so that a newer one is found at once.
 *
 * @returns false for every other path.
 */
export function answerWorker(
  address: string,
  response: ServerResponse,
  script: string,
): boolean {
  if (address !== workerPath) return false;
  response.setHeader("content-security-policy", policy);
  response.writeHead(200, { "content-type": "text/javascript; charset=utf-8" });
  response.end(script);
  return true;
}
