import { pool } from "@/server/db/pool";
import type { Principal } from "@/test/app";

export interface Answer {
  readonly status: number;
  readonly id: string;
  readonly seq: number;
  readonly code: string;
  readonly entity: Record<string, unknown>;
  readonly results: { op: string; id: string }[];
  readonly current: unknown;
  readonly errors: unknown;
}

/** What goes with a request besides its path. */
export interface Enclosed {
  readonly body?: unknown;
  readonly key?: string;
}

/**
 * Sends a request about a map and reads its answer, whatever it is.
 *
 * @param base - the path of the journey; `request` is a method and the path below it.
 */
export async function callMap(
  base: { who: Principal; journey: string },
  request: string,
  { body, key }: Enclosed = {},
): Promise<Answer> {
  const [method = "", path = ""] = request.split(" ");
  const response = await base.who.fetch(`${base.journey}${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
    headers: {
      ...(body !== undefined && { "content-type": "application/json" }),
      ...(key && { "idempotency-key": key }),
    },
  });
  const answer = (await response.json()) as Omit<Answer, "status">;
  return { ...answer, status: response.status };
}

/** How many rows the log of a journey has. */
export async function countUpdates(journeyId: string): Promise<number> {
  const { rows } = await pool().query<{ n: number }>(
    "SELECT count(*)::int AS n FROM document_update WHERE journey_id = $1",
    [journeyId],
  );
  return rows[0]!.n;
}
