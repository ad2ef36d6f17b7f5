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

/** What a request shows of who it is, of which only the row behind it says whether it holds. */
export type Shown =
  | {
      readonly kind: "session";
      readonly sessionId: string;
      readonly userId: string;
    }
  | { readonly kind: "token"; readonly hash: string };

interface SessionRow {
  readonly id: string;
  readonly userId: string;
  readonly stale: boolean;
}

interface TokenRow {
  readonly id: string;
  readonly tokenHash: string;
  readonly userId: string;
  readonly workspaceId: string;
  readonly scope: string;
  readonly stale: boolean;
}

/** A session or a token that holds. */
export type CredentialRow = SessionRow | TokenRow;

/** Sessions `s` that hold, of users `u`. Revoked, idle and suspended are one answer: there is no session. */
export const liveSessions = {
  columns: `s.id, s."userId", s."lastSeenAt" < now() - make_interval(secs => ${touchSeconds}) AS stale`,
  from: `"Session" s JOIN "User" u ON u.id = s."userId"`,
  where: `s."revokedAt" IS NULL AND u."suspendedAt" IS NULL
  AND s."lastSeenAt" > now() - make_interval(days => ${idleDays})
  AND s."createdAt" > now() - make_interval(days => ${absoluteDays})`,
} as const;

/** Tokens `t` that hold, of users `u`. */
export const liveTokens = {
  columns: `t.id, t."tokenHash", t."userId", t."workspaceId", t.scope,
       coalesce(t."lastUsedAt" < now() - make_interval(secs => ${touchSeconds}), true) AS stale`,
  from: `"ApiToken" t JOIN "User" u ON u.id = t."userId"`,
  where: `t."revokedAt" IS NULL AND u."suspendedAt" IS NULL
  AND (t."expiresAt" IS NULL OR t."expiresAt" > now())`,
} as const;

const touchSql = {
  session: `UPDATE "Session" SET "lastSeenAt" = now() WHERE id = ANY($1)`,
  token: `UPDATE "ApiToken" SET "lastUsedAt" = now() WHERE id = ANY($1)`,
} as const;

/** Writes down that those of the rows were seen of which that was not written for a while. */
export async function noteSeen(
  kind: Shown["kind"],
  rows: readonly { readonly id: string; readonly stale: boolean }[],
): Promise<void> {
  const stale = rows.filter((row) => row.stale).map(({ id }) => id);
  if (stale.length > 0) await pool().query(touchSql[kind], [stale]);
}

const findSession = together(
  async (ids: readonly string[]) => {
    const { columns, from, where } = liveSessions;
    const { rows } = await pool().query<SessionRow>({
      name: "find-sessions",
      text: `SELECT ${columns} FROM ${from} WHERE s.id = ANY($1) AND ${where}`,
      values: [ids],
    });
    await noteSeen("session", rows);
    return new Map(rows.map((row) => [row.id, row]));
  },
  (id) => id,
);

const findToken = together(
  async (hashes: readonly string[]) => {
    const { columns, from, where } = liveTokens;
    const { rows } = await pool().query<TokenRow>({
      name: "find-tokens",
      text: `SELECT ${columns} FROM ${from} WHERE t."tokenHash" = ANY($1) AND ${where}`,
      values: [hashes],
    });
    await noteSeen("token", rows);
    return new Map(rows.map((row) => [row.tokenHash, row]));
  },
  (hash) => hash,
);

/** Who a row is that was found for what was shown; null for a session of somebody else. */
export function identityOf(shown: Shown, row: CredentialRow): Identity | null {
  const { id, userId } = row;
  if (shown.kind === "session")
    return shown.userId === userId
      ? { kind: "user", userId, sessionId: id }
      : null;
  const { workspaceId, scope } = row as TokenRow;
  return {
    kind: "token",
    tokenId: id,
    userId,
    workspaceId,
    scope: scope === "write" ? "write" : "read",
  };
}

/**
 * What a request shows: a bearer token if there is one, else the session cookie.
 *
 * @returns null where that can be no credential of ours, whatever is wrong with it.
 */
export async function shownBy(request: Credentials): Promise<Shown | null> {
  const authorization = headerOf(request.headers, "authorization");
  if (authorization !== undefined) {
    const bearer = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    return bearer && isApiToken(bearer)
      ? { kind: "token", hash: hashSecret(bearer) }
      : null;
  }
  const site = siteOf(headerOf(request.headers, "host"));
  if (!site) return null;
  const cookies =
    request.cookies ?? parseCookies(headerOf(request.headers, "cookie"));
  const session = cookies[cookiePolicy(site).sessionName];
  const pointer = session ? await openSession(session) : null;
  if (!pointer || !isId(pointer.sessionId)) return null;
  return { kind: "session", ...pointer };
}

/**
 * Who sends this request. The row behind what they show is read each time, so that what was revoked ends with the
 * next request.
 *
 * @returns null for nobody, whatever was wrong with what they showed.
 */
export async function identify(request: Credentials): Promise<Identity | null> {
  const shown = await shownBy(request);
  if (!shown) return null;
  const row =
    shown.kind === "session"
      ? await findSession(shown.sessionId)
      : await findToken(shown.hash);
  return row && identityOf(shown, row);
}
