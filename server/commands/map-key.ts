import { createHash, randomUUID } from "node:crypto";
import { sortedJson } from "@/lib/journey/plain";
import { pool } from "@/server/db/pool";
import { authorKey, type LogActor } from "@/server/log/contract";

/** Under what a request is written into the log, and the ids that it gives to what it makes. */
export interface RequestKey {
  readonly idemKey: string;
  /** Everything up to what the request says; null where the asker gave no key. */
  readonly prefix: string | null;
  readonly newId: (index: number) => string;
}

const sha256 = (text: string) => createHash("sha256").update(text).digest();

/** A UUID (version 8) out of a text: the same request makes things with the same ids. */
function idOf(text: string): string {
  const bytes = sha256(text).subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-");
}

/**
 * The key of a request: with a key of the asker's own the same for the same words, otherwise one of its own, by
 * which its place in the log is found.
 */
export function requestKey(
  { journeyId, author }: { journeyId: string; author: LogActor },
  given: string | null,
  said: unknown,
): RequestKey {
  if (given === null)
    return {
      idemKey: `u${randomUUID()}`,
      prefix: null,
      newId: () => randomUUID(),
    };
  const prefix = `r${sha256(`${authorKey(author)}\n${given}`).toString("hex")}`;
  const idemKey = prefix + sha256(sortedJson(said)).toString("hex");
  const newId = (index: number) => idOf(`${journeyId}\n${idemKey}\n${index}`);
  return { idemKey, prefix, newId };
}

// No stop between the two parts: what sorts between hexadecimal digits does so in every language.
const findSql = `
SELECT seq, idem_key FROM document_update
WHERE journey_id = $1 AND idem_key >= $2 AND idem_key < $2 || 'g' AND length(idem_key) = 129
LIMIT 1`;

/** What was done under an asker's key before, if anything. */
export async function findKey(
  journeyId: string,
  prefix: string,
): Promise<{ readonly seq: number; readonly idemKey: string } | null> {
  const { rows } = await pool().query<{ seq: string; idem_key: string }>(
    findSql,
    [journeyId, prefix],
  );
  const row = rows[0];
  return row ? { seq: Number(row.seq), idemKey: row.idem_key } : null;
}

const turns = new Map<string, Promise<unknown>>();

/** Lets requests under one key pass one after the other, so that the second finds what the first did. */
export async function inTurnOf<T>(
  key: string | null,
  work: () => Promise<T>,
): Promise<T> {
  if (key === null) return work();
  const before = turns.get(key) ?? Promise.resolve();
  const turn = before.then(work, work);
  turns.set(key, turn);
  try {
    return await turn;
  } finally {
    if (turns.get(key) === turn) turns.delete(key);
  }
}
