import { headerOf, siteOf, type HeaderBag } from "@/server/http/site";
import { isId } from "@/lib/journey/ids";
import { pool } from "@/server/db/pool";
import { together } from "@/server/db/together";
import { isApiToken } from "./api-token";
import { cookiePolicy, parseCookies } from "./cookies";
import type { Identity } from "./identity";
import { hashSecret } from "./secrets";
import { openSession } from "./session-token";

const idleDays = 14;
const absoluteDays = 30;
/** Being seen is written down at most this often. */
const touchSeconds = 60;

/** What a request carries: a page's, an API call's or a socket's upgrade. */
export interface Credentials {
  readonly headers: HeaderBag;
  /** By name; read from the headers when left out. */
  readonly cookies?: Readonly<Record<string, string | undefined>>;
  readonly ip?: string;
}

// Revoked, idle and suspended are one answer: there is no session.
const sessionsSql = `
SELECT s.id, s."userId", s."lastSeenAt" < now() - make_interval(secs => ${touchSeconds}) AS stale
FROM "Session" s JOIN "User" u ON u.id = s."userId"
WHERE s.id = ANY($1) AND s."revokedAt" IS NULL AND u."suspendedAt" IS NULL
  AND s."lastSeenAt" > now() - make_interval(days => ${idleDays})
  AND s."createdAt" > now() - make_interval(days => ${absoluteDays})`;

const staleIds = (rows: readonly { id: string; stale: boolean }[]) =>
  rows.filter(({ stale }) => stale).map(({ id }) => id);

const findSession = together(
  async (ids: readonly string[]) => {
    const { rows } = await pool().query<{
      id: string;
      userId: string;
      stale: boolean;
    }>({ name: "find-sessions", text: sessionsSql, values: [ids] });
    const stale = staleIds(rows);
    if (stale.length > 0)
      await pool().query(
        `UPDATE "Session" SET "lastSeenAt" = now() WHERE id = ANY($1)`,
        [stale],
      );
    return new Map(rows.map((row) => [row.id, row]));
  },
  (id) => id,
);

async function bySession(value: string): Promise<Identity | null> {
  const pointer = await openSession(value);
  if (!pointer || !isId(pointer.sessionId)) return null;
  const session = await findSession(pointer.sessionId);
  if (session?.userId !== pointer.userId) return null;
  return { kind: "user", userId: session.userId, sessionId: session.id };
}

const tokensSql = `
SELECT t.id, t."tokenHash", t."userId", t."workspaceId", t.scope,
       coalesce(t."lastUsedAt" < now() - make_interval(secs => ${touchSeconds}), true) AS stale
FROM "ApiToken" t JOIN "User" u ON u.id = t."userId"
WHERE t."tokenHash" = ANY($1) AND t."revokedAt" IS NULL AND u."suspendedAt" IS NULL
  AND (t."expiresAt" IS NULL OR t."expiresAt" > now())`;

const findToken = together(
  async (hashes: readonly string[]) => {
    const { rows } = await pool().query<{
      id: string;
      tokenHash: string;
      userId: string;
      workspaceId: string;
      scope: string;
      stale: boolean;
    }>({ name: "find-tokens", text: tokensSql, values: [hashes] });
    const stale = staleIds(rows);
    if (stale.length > 0)
      await pool().query(
        `UPDATE "ApiToken" SET "lastUsedAt" = now() WHERE id = ANY($1)`,
        [stale],
      );
    return new Map(rows.map((row) => [row.tokenHash, row]));
  },
  (hash) => hash,
);

async function byToken(secret: string): Promise<Identity | null> {
  if (!isApiToken(secret)) return null;
  const token = await findToken(hashSecret(secret));
  if (!token) return null;
  return {
    kind: "token",
    tokenId: token.id,
    userId: token.userId,
    workspaceId: token.workspaceId,
    scope: token.scope === "write" ? "write" : "read",
  };
}

/**
 * Who sends this request: a bearer token if there is one, else the session cookie. The row behind
 * it is read each time, so that what was revoked ends with the next request.
 *
 * @returns null for nobody, whatever was wrong with what they showed.
 */
export async function identify(request: Credentials): Promise<Identity | null> {
  const authorization = headerOf(request.headers, "authorization");
  if (authorization !== undefined) {
    const bearer = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    return bearer ? byToken(bearer) : null;
  }
  const site = siteOf(headerOf(request.headers, "host"));
  if (!site) return null;
  const cookies =
    request.cookies ?? parseCookies(headerOf(request.headers, "cookie"));
  const session = cookies[cookiePolicy(site).sessionName];
  return session ? bySession(session) : null;
}
