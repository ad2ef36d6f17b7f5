import type { ServerResponse } from "node:http";
import type pg from "pg";

const patienceMs = 1_000;

/** Whether the process should get requests now. */
export interface Readiness {
  readonly pool: () => pg.Pool;
  readonly isStopping: () => boolean;
}

function answer(
  response: ServerResponse,
  status: 200 | 503,
  text: string,
): void {
  if (status === 503) response.setHeader("retry-after", "5");
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify({ status: text }));
}

async function isDatabaseThere(pool: pg.Pool): Promise<boolean> {
  const asked = pool.query("SELECT 1").then(
    () => true,
    () => false,
  );
  const late = new Promise<boolean>((settle) => {
    setTimeout(() => settle(false), patienceMs).unref();
  });
  return Promise.race([asked, late]);
}

/**
 * Answers `/api/health/live` (the process reacts) and `/api/health/ready` (send it requests).
 *
 * @returns false for every other path.
 */
export function answerHealth(
  path: string,
  response: ServerResponse,
  { pool, isStopping }: Readiness,
): boolean {
  if (path === "/api/health/live") {
    answer(response, 200, "live");
    return true;
  }
  if (path !== "/api/health/ready") return false;
  if (isStopping()) {
    answer(response, 503, "stopping");
    return true;
  }
  void isDatabaseThere(pool()).then((isThere) =>
    answer(
      response,
      isThere ? 200 : 503,
      isThere ? "ready" : "database unavailable",
    ),
  );
  return true;
}
