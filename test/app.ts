import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Role } from "@/lib/access/roles";
import { createApi } from "@/server/api/app";
import { newApiToken } from "@/server/auth/api-token";
import { hashSecret } from "@/server/auth/secrets";
import { sealSession } from "@/server/auth/session-token";
import { forgetEnv } from "@/server/env";
import { closePool, pool } from "@/server/db/pool";
import { closePrisma, prisma } from "@/server/db/prisma";
import { addressHeader } from "@/server/http/address";
import { stopWorks } from "@/server/imports/works";
import { closeLimits } from "@/server/limits/stores";
import { closeNodes } from "@/server/nodes/nodes";
import { beginSyncCore, stopSyncCore } from "@/server/sync/sync-core";
import { visitorCookie } from "@/server/share/visitor";
import { createTestDatabase } from "./postgres";

const host = "localhost:3000";

/** Someone who sends requests to the app under test. */
export interface Principal {
  readonly name: string;
  /** Empty for nobody and for programs' own ids. */
  readonly userId: string;
  /** Headers that prove who this is. */
  readonly headers: Readonly<Record<string, string>>;
  /** Paths are below /api/v1 unless they start with /api. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** A request with a JSON body. */
  send(method: string, path: string, body?: unknown): Promise<Response>;
}

const roles = ["owner", "admin", "editor", "commenter", "viewer"] as const;
export const principalNames = [
  "anon",
  "outsider",
  "viewer",
  "commenter",
  "editor",
  "admin",
  "owner",
  "tokR",
  "tokW",
] as const;
export type PrincipalName = (typeof principalNames)[number];

export interface TestWorkspace {
  readonly id: string;
  readonly slug: string;
}

/** The app over a database of its own, with a workspace of five members and another of an outsider. */
export interface TestApp {
  readonly people: Readonly<Record<PrincipalName, Principal>>;
  readonly workspace: TestWorkspace;
  /** The outsider's own. */
  readonly other: TestWorkspace;
  readonly databaseUrl: string;
  readonly dataDir: string;
  /** As main.ts hands requests over, the caller's address included. */
  request(path: string, init?: RequestInit, ip?: string): Promise<Response>;
  /** A person who belongs to nothing yet, signed in. */
  addPerson(name: string, email?: string): Promise<Principal>;
  /** Someone who has opened a share link. */
  asVisitor(linkId: string): Principal;
  /** A stakeholder without an account, by the secret of their personal link. */
  asPerson(secret: string): Principal;
  /** Whoever answers a pulse, by the secret of its link. */
  asRespondent(secret: string): Principal;
  addMember(workspaceId: string, userId: string, role: Role): Promise<void>;
  addWorkspace(slug: string): Promise<TestWorkspace>;
  addToken(
    of: { userId: string; workspaceId: string },
    scope: "read" | "write",
  ): Promise<Principal>;
  /** Rows of every table but the audit, the limits' counters and what rooms keep by themselves, for "nothing changed". */
  countRows(): Promise<Record<string, number>>;
  stop(): Promise<void>;
}

export interface TestAppOptions {
  /** Settings on top of the usual ones; a limit is given as text. */
  readonly env?: Readonly<Record<string, string>>;
  /** The rows of a map follow each change at once, where a test asks for them again and again. */
  readonly rowsFollowAtOnce?: boolean;
}

function useSettings(settings: Record<string, string>): () => void {
  const before = Object.keys(settings).map(
    (name) => [name, process.env[name]] as const,
  );
  Object.assign(process.env, settings);
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
}

/** Made once per app: planning a count of every table takes longer than counting. */
async function prepareCount(): Promise<() => Promise<Record<string, number>>> {
  const { rows: tables } = await pool().query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public'
       AND table_name NOT IN ('AuditEvent', 'RateLimit', '_prisma_migrations', 'document_snapshot')
     ORDER BY 1`,
  );
  // A room that empties meanwhile keeps a version and a snapshot of itself, and what was done on a map is told with its
  // rows; nobody asked for those.
  const only: Record<string, string> = {
    JourneyVersion: ` WHERE "actorId" IS NOT NULL`,
    Activity: " WHERE slot IS NULL",
  };
  const asked = (name: string) => only[name] ?? "";
  const counts = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS name, count(*)::int AS n FROM "${name}"${asked(name)}`,
  );
  const query = { name: "count rows", text: counts.join(" UNION ALL ") };
  return async () => {
    const { rows } = await pool().query<{ name: string; n: number }>(query);
    return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
  };
}

async function createSession(userId: string): Promise<string> {
  const { id } = await prisma().session.create({ data: { userId } });
  return `waymark-session=${await sealSession({ userId, sessionId: id })}`;
}

function toRequest(path: string, init: RequestInit, ip: string): Request {
  const headers = new Headers(init.headers);
  if (!headers.has("host")) headers.set("host", host);
  headers.set(addressHeader, ip);
  const target = path.startsWith("/api") ? path : `/api/v1${path}`;
  return new Request(`http://${host}${target}`, {
    ...init,
    headers,
    // Node asks for it wherever the body is a stream.
    ...(init.body && { duplex: "half" }),
  } as RequestInit);
}

/**
 * Starts the API in this process over a fresh database. The settings are read once per process, so a
 * test file that wants others starts its one app with them.
 */
export async function startTestApp(
  options: TestAppOptions = {},
): Promise<TestApp> {
  const database = await createTestDatabase();
  const dataDir = await mkdtemp(path.join(tmpdir(), "waymark-app-"));
  const restore = useSettings({
    NODE_ENV: "test",
    DATABASE_URL: database.url,
    DATA_DIR: dataDir,
    AUTH_SECRET: randomBytes(32).toString("hex"),
    LOG_LEVEL: "silent",
    LIMIT_SIGN_UP_PER_ADDRESS: "1000",
    ...options.env,
  });
  forgetEnv();
  if (options.rowsFollowAtOnce) beginSyncCore({ projectionMs: 0 });
  const api = createApi();
  let count: ReturnType<typeof prepareCount> | null = null;
  const request = async (
    target: string,
    init: RequestInit = {},
    ip = "192.0.2.1",
  ) => api.fetch(toRequest(target, init, ip));

  function toPrincipal(
    name: string,
    userId: string,
    headers: Record<string, string>,
  ): Principal {
    const fetch = (target: string, init: RequestInit = {}) =>
      request(target, {
        ...init,
        headers: {
          ...headers,
          ...Object.fromEntries(new Headers(init.headers)),
        },
      });
    return {
      name,
      userId,
      headers,
      fetch,
      send: (method, target, body) =>
        fetch(target, {
          method,
          ...(body !== undefined && {
            body: JSON.stringify(body),
            headers: { "content-type": "application/json" },
          }),
        }),
    };
  }

  async function addPerson(name: string, email = `${name}@people.example`) {
    const user = await prisma().user.create({
      data: { email, name, passwordHash: "none: signs in by a made session" },
    });
    const cookie = await createSession(user.id);
    return toPrincipal(name, user.id, {
      cookie,
      origin: `http://${host}`,
      "sec-fetch-site": "same-origin",
    });
  }

  function asVisitor(linkId: string) {
    const site = { origin: `http://${host}`, isHttps: false, isLoopback: true };
    const [cookie = ""] = visitorCookie(site, linkId).split(";", 1);
    return toPrincipal("link", "", { cookie });
  }

  const asPerson = (secret: string) =>
    toPrincipal("person", "", { authorization: `Bearer ${secret}` });

  const asRespondent = (secret: string) =>
    toPrincipal("pulse", "", { authorization: `Bearer ${secret}` });

  async function addMember(workspaceId: string, userId: string, role: Role) {
    await prisma().membership.create({ data: { workspaceId, userId, role } });
  }

  async function addWorkspace(slug: string) {
    const { id } = await prisma().workspace.create({
      data: { slug, name: slug },
    });
    return { id, slug };
  }

  async function addToken(
    of: { userId: string; workspaceId: string },
    scope: "read" | "write",
  ) {
    const secret = newApiToken();
    await prisma().apiToken.create({
      data: {
        ...of,
        scope,
        name: scope,
        tokenHash: hashSecret(secret),
        lastFour: secret.slice(-4),
      },
    });
    return toPrincipal(scope === "read" ? "tokR" : "tokW", of.userId, {
      authorization: `Bearer ${secret}`,
    });
  }

  const workspace = await addWorkspace("acme");
  const other = await addWorkspace("other");
  const members = Object.fromEntries(
    await Promise.all(
      roles.map(async (role) => {
        const person = await addPerson(role);
        await addMember(workspace.id, person.userId, role);
        return [role, person] as const;
      }),
    ),
  ) as Record<(typeof roles)[number], Principal>;
  const outsider = await addPerson("outsider");
  await addMember(other.id, outsider.userId, "owner");
  const ofEditor = {
    userId: members.editor.userId,
    workspaceId: workspace.id,
  };

  return {
    people: {
      ...members,
      outsider,
      anon: toPrincipal("anon", "", {}),
      tokR: await addToken(ofEditor, "read"),
      tokW: await addToken(ofEditor, "write"),
    },
    workspace,
    other,
    databaseUrl: database.url,
    dataDir,
    request,
    addPerson,
    asVisitor,
    asPerson,
    asRespondent,
    addMember,
    addWorkspace,
    addToken,
    countRows: async () => (await (count ??= prepareCount()))(),
    async stop() {
      await stopWorks();
      await stopSyncCore();
      await closeNodes();
      closeLimits();
      await closePrisma();
      await closePool();
      await database.drop();
      restore();
      forgetEnv();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
