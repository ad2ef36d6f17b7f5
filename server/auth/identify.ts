import { headerOf, siteOf, type HeaderBag } from "@/server/http/site";
import { pool } from "@/server/db/pool";
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
const sessionSql = `
SELECT s.id, s."userId", s."lastSeenAt" < $2::timestamptz - make_interval(secs => ${touchSeconds}) AS stale
FROM "Session" s JOIN "User" u ON u.id = s."userId"
WHERE s.id = $1 AND s."userId" = $3 AND s."revokedAt" IS NULL AND u."suspendedAt" IS NULL
  AND s."lastSeenAt" > $2::timestamptz - make_interval(days => ${idleDays})
  AND s."createdAt" > $2::timestamptz - make_interval(days => ${absoluteDays})`;

async function bySession(value: string, now: Date): Promise<Identity | null> {
  const pointer = await openSession(value);
  if (!pointer) return null;
  const { rows } = await pool().query<{
    id: string;
    userId: string;
    stale: boolean;
  }>(sessionSql, [pointer.sessionId, now, pointer.userId]);
  const session = rows[0];
  if (!session) return null;
  if (session.stale)
    await pool().query(
      `UPDATE "Session" SET "lastSeenAt" = $2 WHERE id = $1 AND "lastSeenAt" < $2`,
      [session.id, now],
    );
  return { kind: "user", userId: session.userId, sessionId: session.id };
}

const tokenSql = `
SELECT t.id, t."userId", t."workspaceId", t.scope,
       coalesce(t."lastUsedAt" < $2::timestamptz - make_interval(secs => ${touchSeconds}), true) AS stale
FROM "ApiToken" t JOIN "User" u ON u.id = t."userId"
WHERE t."tokenHash" = $1 AND t."revokedAt" IS NULL AND u."suspendedAt" IS NULL
  AND (t."expiresAt" IS NULL OR t."expiresAt" > $2)`;

async function byToken(secret: string, now: Date): Promise<Identity | null> {
  if (!isApiToken(secret)) return null;
  const { rows } = await pool().query<{
    id: string;
    userId: string;
    workspaceId: string;
    scope: string;
    stale: boolean;
  }>(tokenSql, [hashSecret(secret), now]);
  const token = rows[0];
  if (!token) return null;
  if (token.stale)
    await pool().query(
      `UPDATE "ApiToken" SET "lastUsedAt" = $2 WHERE id = $1`,
      [token.id, now],
    );
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
export async function identify(
  request: Credentials,
  now = new Date(),
): Promise<Identity | null> {
  const authorization = headerOf(request.headers, "authorization");
  if (authorization !== undefined) {
    const bearer = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    return bearer ? byToken(bearer, now) : null;
  }
  const site = siteOf(headerOf(request.headers, "host"));
  if (!site) return null;
  const cookies =
    request.cookies ?? parseCookies(headerOf(request.headers, "cookie"));
  const session = cookies[cookiePolicy(site).sessionName];
  return session ? bySession(session, now) : null;
}
