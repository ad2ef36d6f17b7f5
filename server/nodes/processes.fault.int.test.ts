import {
  afterAll,
  afterEach,
  beforeAll,
  describe,
  expect,
  test,
  vi,
} from "vitest";
import type pg from "pg";
import { hashPassword } from "@/server/auth/password";
import { endSession } from "@/server/auth/sessions";
import { deleteWorkspace } from "@/server/commands/delete-workspace";
import { pool } from "@/server/db/pool";
import { prisma } from "@/server/db/prisma";
import { freePort } from "@/scripts/processes.mjs";
import type { CardId } from "@/lib/journey/ids";
import { resolve } from "@/lib/journey/resolve";
import { textOf } from "@/lib/journey/texts";
import { env } from "@/server/env";
import { PostgresLog } from "@/server/log/postgres";
import { createJourney, storedDocument } from "@/server/sync/testing/lab";
import { smallSeed } from "@/server/sync/testing/seed";
import type { StockClient } from "@/server/sync/testing/stock-client";
import { startTestApp, type Principal, type TestApp } from "@/test/app";
import { childProgram, type ChildProgram } from "@/test/child-program";
import { ownRedis } from "@/test/redis";
import { nodeBus } from "./nodes";
import { areEqual, sit, titleOf, write } from "./testing/people";

const redis = await ownRedis();
let app: TestApp;
const servers: Child[] = [];
const open: { destroy(): void }[] = [];

interface Child extends ChildProgram {
  readonly port: number;
  readonly address: string;
  headersOf(person: Principal): Record<string, string>;
}

/** The server for sockets alone. */
async function socketServer(): Promise<Child> {
  const port = await freePort();
  const program = await childProgram(
    "server/nodes/testing/sockets-process.ts",
    {
      PORT: String(port),
      DATABASE_URL: app.databaseUrl,
      DATA_DIR: app.dataDir,
      AUTH_SECRET: env.AUTH_SECRET,
      REDIS_URL: redis!.url,
    },
  );
  const child: Child = {
    ...program,
    port,
    address: `ws://localhost:${port}/sync`,
    headersOf: ({ headers }) => ({
      ...headers,
      origin: `http://localhost:${port}`,
    }),
  };
  servers.push(child);
  return child;
}

const log = (): PostgresLog =>
  new PostgresLog(pool() as pg.Pool, () => undefined);
const stored = (journeyId: string) => storedDocument(log(), journeyId);
const journeys = () => `/workspaces/${app.workspace.slug}/journeys`;

function sitAt(child: Child, person: Principal, journeyId: string) {
  const client = sit(child, person, journeyId);
  open.push(client);
  return client;
}

async function at(child: Child, person: Principal, journeyId: string) {
  const client = sitAt(child, person, journeyId);
  await client.synced();
  return client;
}

describe.runIf(redis)("servers as processes of their own", () => {
  let [one, two]: Child[] = [];
  beforeAll(async () => {
    await redis!.start();
    app = await startTestApp({
      env: { REDIS_URL: redis!.url, LIMIT_CONNECTS_PER_MINUTE: "10000" },
    });
    [one, two] = [await socketServer(), await socketServer()];
    await Promise.all([one.start(), two.start()]);
    await vi.waitUntil(() => nodeBus().isShared, 10_000);
  });
  afterEach(() => {
    for (const client of open.splice(0)) client.destroy();
  });
  afterAll(async () => {
    for (const server of servers) await server.remove();
    await app.stop();
    await redis!.kill();
  });

  test("[2.11] a server for sockets alone serves them and what a share link streams, and sends pages and API away", async () => {
    const journeyId = await createJourney(smallSeed, app.workspace.id);
    const client = await at(one!, app.people.editor, journeyId);
    expect(titleOf(client.doc)).toBe("Buying running shoes");
    const get = (path: string) => fetch(`http://localhost:${one!.port}${path}`);
    expect((await get("/api/v1/me")).status).toBe(421);
    expect((await get("/w/acme")).status).toBe(421);
    expect((await get("/api/health/ready")).status).toBe(200);
    expect((await get(`/s/${"A".repeat(43)}/live`)).status).toBe(404);
  });

  test("[C18] [WS-07] [WS-08] a role that is changed, a member who is removed and a map that is deleted on one node act on the other", async () => {
    const journeyId = await createJourney(smallSeed, app.workspace.id);
    const person = async (name: string) => {
      const someone = await app.addPerson(name);
      await app.addMember(app.workspace.id, someone.userId, "editor");
      return { someone, client: await at(one!, someone, journeyId) };
    };
    const [ann, ben] = [await person("ann"), await person("ben")];
    const typing = setInterval(() => write(ann.client, "x"), 100);
    const members = `/workspaces/${app.workspace.slug}/members`;
    const { owner } = app.people;
    const changed = await owner.send(
      "PATCH",
      `${members}/${ann.someone.userId}`,
      { role: "viewer" },
    );
    expect(changed.status).toBeLessThan(300);
    await vi.waitFor(() => expect(ann.client.closes).toContain(4501), 5_000);
    await vi.waitFor(
      () =>
        expect(ann.client.heard).toContainEqual({
          kind: "state",
          state: "readonly",
        }),
      5_000,
    );
    clearInterval(typing);
    const before = titleOf(await stored(journeyId));
    write(ann.client, "too late");
    const removed = await owner.send(
      "DELETE",
      `${members}/${ben.someone.userId}`,
    );
    expect(removed.status).toBeLessThan(300);
    await vi.waitFor(() => expect(ben.client.closes).toContain(4403), 5_000);
    expect(titleOf(await stored(journeyId))).toBe(before);
    const here = await at(two!, app.people.editor, journeyId);
    const deleted = await owner.send("DELETE", `${journeys()}/${journeyId}`);
    expect(deleted.status).toBeLessThan(300);
    await vi.waitFor(() => expect(here.closes).toContain(4404), 5_000);
  });

  test("[C18] [WS-08] a session that ends, a token that is revoked and a workspace that is deleted on one node act on the other, and nobody comes back", async () => {
    const journeyId = await createJourney(smallSeed, app.workspace.id);
    const { id: workspaceId } = await app.addWorkspace("elsewhere");
    const there = await createJourney(smallSeed, workspaceId);
    const [cem, dee] = [await app.addPerson("cem"), await app.addPerson("dee")];
    await app.addMember(app.workspace.id, cem.userId, "editor");
    await app.addMember(workspaceId, dee.userId, "owner");
    await prisma().user.update({
      where: { id: dee.userId },
      data: { passwordHash: await hashPassword("a password of dee") },
    });
    const token = await app.addToken(
      { userId: cem.userId, workspaceId: app.workspace.id },
      "write",
    );
    const sit = async () => ({
      session: await at(one!, cem, journeyId),
      program: await at(one!, token, journeyId),
      workspace: await at(one!, dee, there),
    });
    const seats = await sit();

    const { id: sessionId } = await prisma().session.findFirstOrThrow({
      where: { userId: cem.userId },
    });
    const made = await prisma().apiToken.findFirstOrThrow({
      where: { userId: cem.userId },
    });
    const tokens = `/workspaces/${app.workspace.slug}/api-tokens`;
    const revoked = await cem.send("DELETE", `${tokens}/${made.id}`);
    expect(revoked.status).toBeLessThan(300);
    await endSession({ userId: cem.userId, sessionId });
    const actor = { kind: "member", role: "owner", workspaceId } as const;
    await deleteWorkspace(
      { actor: { ...actor, userId: dee.userId }, ip: "192.0.2.1" },
      "a password of dee",
    );
    const codes = { session: 4401, program: 4401, workspace: 4404 };
    for (const name of ["session", "program", "workspace"] as const)
      await vi.waitFor(
        () => expect(seats[name].closes, name).toContain(codes[name]),
        5_000,
      );
    const again = {
      session: sitAt(one!, cem, journeyId),
      program: sitAt(one!, token, journeyId),
      workspace: sitAt(one!, dee, there),
    };
    for (const name of ["session", "program", "workspace"] as const)
      await vi.waitFor(
        () => expect(again[name].closes, name).toContain(codes[name]),
        5_000,
      );
  });

  test("[C18] [SH-04] a share link that is revoked on one node ends its streams on the other, and changes of rows are told", async () => {
    const journeyId = await createJourney(smallSeed, app.workspace.id);
    const { editor } = app.people;
    const made = await editor.send(
      "POST",
      `${journeys()}/${journeyId}/share-links`,
      {},
    );
    const link = (await made.json()) as { id: string; url: string };
    expect(made.status).toBe(201);
    const path = new URL(link.url, "http://localhost").pathname;
    const response = await fetch(`http://localhost:${one!.port}${path}/live`);
    expect(response.status).toBe(200);
    const client = await at(two!, editor, journeyId);
    const text = response.text();
    const revoked = await editor.send(
      "DELETE",
      `${journeys()}/${journeyId}/share-links/${link.id}`,
    );
    expect(revoked.status).toBeLessThan(300);
    expect(await text).toContain("event: ended");
    await vi.waitFor(
      () =>
        expect(
          client.heard.filter(({ kind }) => kind === "event").length,
        ).toBeGreaterThan(0),
      5_000,
    );
  });

  test("[C1] two people on two nodes type in one card, one node is killed: nothing acknowledged is lost, and the other goes on", async () => {
    const journeyId = await createJourney(smallSeed, app.workspace.id);
    const ada = await at(one!, app.people.editor, journeyId);
    const bob = await at(two!, app.people.admin, journeyId);
    const map = resolve(ada.doc);
    const cardId = Object.values(map.cells).flat()[0]!.id as CardId;
    const known = new Map<StockClient, Set<string>>([
      [ada, new Set()],
      [bob, new Set()],
    ]);
    let count = 0;
    const type = (client: StockClient) => {
      if (!client.provider.wsconnected) return;
      const word = `<${(count += 1)}>`;
      textOf(client.doc, { kind: "card", id: cardId })!.insert(0, word);
      void client.acknowledged().then(() => known.get(client)!.add(word));
    };
    const typing = setInterval(() => [ada, bob].forEach(type), 10);
    const text = (doc: StockClient["doc"]) =>
      String(textOf(doc, { kind: "card", id: cardId }));
    const isBusy = (least: number) =>
      vi.waitFor(() => {
        for (const words of known.values())
          expect(words.size).toBeGreaterThan(least);
      }, 30_000);
    await isBusy(40);
    await one!.kill();
    const saved = [...known.get(ada)!];
    const after = text(await stored(journeyId));
    for (const word of saved) expect(after).toContain(word);
    const left = known.get(bob)!.size;
    await vi.waitFor(
      () => expect(known.get(bob)!.size).toBeGreaterThan(left + 20),
      20_000,
    );
    clearInterval(typing);
    await bob.acknowledged();
    await vi.waitFor(() => {
      for (const word of saved) expect(text(bob.doc)).toContain(word);
    }, 10_000);
    await one!.start();
    await ada.synced();
    await ada.acknowledged();
    await areEqual([ada.doc, bob.doc], () => stored(journeyId), 10_000);
    for (const words of known.values())
      for (const word of words) expect(text(ada.doc)).toContain(word);
  });
});
