import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pool } from "@/server/db/pool";
import { prisma } from "@/server/db/prisma";
import { closeDisk } from "@/server/files/disk";
import { principalNames, startTestApp, type TestApp } from "@/test/app";
import { AnsweredKeys } from "@/test/matrix/keys";
import { askedRows } from "@/test/asked-rows";
import { reusing } from "@/test/matrix/reuse";
import type { Attempt, MatrixRow } from "@/test/matrix/row";
import { matrix } from "@/test/matrix/rows";
import {
  columns,
  createWorld,
  rightPassword,
  type Column,
  type World,
} from "@/test/matrix/world";
import { hashPassword } from "@/server/auth/password";
import { apiRoutes } from "./app";

let app: TestApp;
let world: World;
const many = "100000";

beforeAll(async () => {
  app = await startTestApp({
    env: {
      LIMIT_SIGN_UP_PER_ADDRESS: many,
      LIMIT_RESET_PER_ADDRESS: many,
      LIMIT_INVITE_PER_WORKSPACE: many,
      LIMIT_SIGN_IN_PER_ACCOUNT: many,
      LIMIT_UPLOAD_PER_MINUTE: many,
      LIMIT_IMPORTS_PER_HOUR: many,
      LIMIT_IMPORT_READS_PER_HOUR: many,
      LIMIT_DENIALS_PER_MINUTE: many,
      LIMIT_PERSON_PER_MINUTE: many,
      LIMIT_PULSE_PER_ADDRESS: many,
    },
  });
  closeDisk();
  world = await createWorld(app);
});
afterAll(() => app.stop());

const routeName = ({ method, path: at }: { method: string; path: string }) =>
  `${method.toUpperCase()} ${at}`;

function send(who: Column, row: MatrixRow, attempt: Attempt) {
  const [method = "", at = ""] = row.route.split(" ");
  const params: Record<string, string> = {
    slug: app.workspace.slug,
    ...attempt.params,
  };
  const target = at.replaceAll(
    /\{(\w+)\}/g,
    (_, name: string) => params[name] ?? `{${name}}`,
  );
  const body = attempt.raw ?? JSON.stringify(attempt.body);
  return world.principal(who).fetch(target + (attempt.query ?? ""), {
    method,
    ...(body !== undefined && { body: body.slice() as BodyInit }),
    headers: {
      ...(attempt.body !== undefined && { "content-type": "application/json" }),
      ...attempt.headers,
    },
  });
}

interface Beside {
  readonly jobs: number;
  readonly denials: number;
  /** Which changes PostgreSQL has seen: the same again means that nobody has written. Empty while somebody is writing. */
  readonly at: string;
}

/** What waits to be done, mails among it, and what was written down as refused. */
async function beside(): Promise<Beside> {
  const { rows } = await pool().query<Beside>({
    name: "beside",
    text: `SELECT (SELECT count(*)::int FROM graphile_worker._private_jobs) AS jobs,
             (SELECT count(*)::int FROM "AuditEvent" WHERE outcome = 'denied') AS denials,
             CASE WHEN pg_snapshot_xmin(now) = pg_snapshot_xmax(now) THEN pg_snapshot_xmax(now)::text ELSE '' END AS at
             FROM pg_current_snapshot() AS now`,
  });
  return rows[0]!;
}

interface Everything {
  readonly rows: Record<string, number>;
  readonly jobs: number;
  readonly denials: number;
}

let last: { readonly at: string; readonly was: Everything } | null = null;

/** All that a refusal must leave as it was, and the count of refusals. */
async function everything({ jobs, denials, at }: Beside): Promise<Everything> {
  const was = { rows: await askedRows(app), jobs, denials };
  last = { at, was };
  return was;
}

/** The same as counting anew; as most cells are refused, the one before has mostly counted already. */
async function everythingBefore(): Promise<Everything> {
  const now = await beside();
  return last && now.at && last.at === now.at ? last.was : everything(now);
}

/** Counted for sure: of what a refusal did. */
const everythingAfter = async () => everything(await beside());

/** Puts back what a cell changes about whoever sent it: sessions that it ended, passwords, membership. */
async function putBack(who: Column): Promise<void> {
  const userId = world.userId(who);
  if (!userId) return;
  await prisma().session.updateMany({
    where: { userId },
    data: { revokedAt: null },
  });
  if (who === "outsider")
    await prisma().membership.deleteMany({
      where: { userId, workspaceId: app.workspace.id },
    });
}

const mayNotSeeAddresses = ["viewer", "commenter"];
const secrets = /argon2|tokenHash|tokenSealed|passwordHash|storageKey/;

/** [AZ-12] What rests in tables only, and others' addresses, leave in no answer to anyone. */
async function expectNoSecret(who: Column, response: Response) {
  if (!response.headers.get("content-type")?.includes("json")) return;
  const text = await response.clone().text();
  expect(text).not.toMatch(secrets);
  if (!mayNotSeeAddresses.includes(who)) return;
  const addresses = text.match(/[\w.-]+@(people|matrix)\.example/g) ?? [];
  const isOwn = (address: string) => address.startsWith(`${who}@`);
  expect(addresses.filter((address) => !isOwn(address))).toEqual([]);
}

const answered = new AnsweredKeys();

/** The description of the API is of everyone and everything; what it says is tested elsewhere. */
const isOfSomeone = ({ route }: MatrixRow) => route !== "GET /openapi.json";

const isDenial = (status: number) => [401, 403, 404].includes(status);

/** For each row, what those act on who are refused or only look. */
const sharedWorlds = new Map<MatrixRow, World>();

function sharedWorld(row: MatrixRow): World {
  const known = sharedWorlds.get(row) ?? reusing(world);
  sharedWorlds.set(row, known);
  return known;
}

const isLooking = ({ route }: MatrixRow) => route.startsWith("GET ");

describe("[AZ-01] the matrix", () => {
  test("has a row for every route and no other", () => {
    const declared = apiRoutes().map(routeName);
    const listed = matrix.map(({ route }) => route);
    expect([...new Set(listed)].sort()).toEqual([...new Set(declared)].sort());
  });

  const cellsOf = ({ cells, person = 404, pulse = 404 }: MatrixRow) => [
    ...cells.split(" "),
    String(person),
    String(pulse),
  ];

  test("every row has a cell for everyone", () => {
    for (const row of matrix)
      expect([row.route, cellsOf(row).length]).toEqual([
        row.route,
        columns.length,
      ]);
  });

  const cells = matrix.flatMap((row) =>
    cellsOf(row).map((status, index) => {
      const who = columns[index] as Column;
      const which = row.when ? `, ${row.when},` : "";
      const title = `${row.route}${which} by ${who}: ${status}`;
      return [title, { row, who, status: Number(status) }] as const;
    }),
  );

  test.each(cells)("%s", async (_, { row, who, status }) => {
    const isRefused = isDenial(status);
    const place = isRefused || isLooking(row) ? sharedWorld(row) : world;
    const attempt = (await row.attempt?.(place, who)) ?? {};
    const before = isRefused ? await everythingBefore() : null;
    const response = await send(who, row, attempt);
    if (!isRefused && !isLooking(row)) await putBack(who);
    expect(response.status).toBe(status);
    await expectNoSecret(who, response);
    const isJson = response.headers.get("content-type")?.includes("json");
    if (response.ok && isJson && isOfSomeone(row))
      answered.note(row.route, who, await response.json());
    if (!before) return;
    const isProof = row.when === "without the right password";
    const reachesProof = isProof && who === "owner";
    const denials = before.denials + (reachesProof ? 0 : 1);
    expect(await everythingAfter()).toEqual({ ...before, denials });
  });
});

test("[AZ-12] the names in answers are those that are written down, for each route and role", async () => {
  expect(answered.count).toBeGreaterThan(200);
  await expect(answered.toString()).toMatchFileSnapshot(
    "../../test/matrix/answered-keys.txt",
  );
});

describe("[AZ-01] with the right password", () => {
  const signedIn = principalNames.filter((name) => name !== "anon");

  test.each(signedIn)(
    "only an owner hands over or deletes: %s",
    async (who) => {
      const workspace = await app.addWorkspace(
        `handed-by-${who.toLowerCase()}`,
      );
      const heir = await app.addPerson(`heir-of-${who}`);
      await app.addMember(workspace.id, heir.userId, "viewer");
      const role = ["tokR", "tokW", "outsider"].includes(who) ? null : who;
      const asker = app.people[who];
      if (role)
        await prisma().membership.create({
          data: { workspaceId: workspace.id, userId: asker.userId, role },
        });
      const passwordHash = await hashPassword(rightPassword);
      await prisma().user.update({
        where: { id: asker.userId },
        data: { passwordHash },
      });
      const at = `/workspaces/${workspace.slug}`;
      const refusal = role ? 403 : 404;
      const before = await askedRows(app);
      const handed = await asker.send("POST", `${at}/transfer`, {
        userId: heir.userId,
        password: rightPassword,
      });
      expect(handed.status).toBe(who === "owner" ? 204 : refusal);
      if (who === "owner")
        await prisma().membership.updateMany({
          where: { workspaceId: workspace.id, userId: asker.userId },
          data: { role: "owner" },
        });
      const deleted = await asker.send("DELETE", at, {
        password: rightPassword,
      });
      expect(deleted.status).toBe(who === "owner" ? 204 : refusal);
      if (who !== "owner") expect(await askedRows(app)).toEqual(before);
    },
  );
});
