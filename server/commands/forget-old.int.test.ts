import { randomUUID } from "node:crypto";
import pg from "pg";
import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  test,
} from "vitest";
import { grantAppRole } from "@/scripts/app-role.mjs";
import { appPassword } from "@/scripts/shared-postgres.mjs";
import { pool } from "@/server/db/pool";
import { prisma } from "@/server/db/prisma";
import { startTestApp, type TestApp } from "@/test/app";
import { forgetOld } from "./forget-old";

const dayMs = 24 * 60 * 60 * 1000;
const ago = (days: number) => new Date(Date.now() - days * dayMs);
let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  await forgetOld(new Date());
});
afterAll(() => app.stop());

const userId = () => app.people.editor.userId;
const workspaceId = () => app.workspace.id;

/** Makes one row that has to stay and several that have to go, and sees them go once. */
async function expectForgotten(
  kind: keyof Awaited<ReturnType<typeof forgetOld>>,
  count: number,
) {
  expect(await forgetOld(new Date())).toMatchObject({ [kind]: count });
  expect(await forgetOld(new Date())).toMatchObject({ [kind]: 0 });
}

describe("[PR-07] what is kept for a time only", () => {
  test("sessions that open nothing any more", async () => {
    await prisma().session.createMany({
      data: [
        { userId: userId() },
        { userId: userId(), lastSeenAt: ago(13.9), createdAt: ago(20) },
        { userId: userId(), revokedAt: ago(0.5) },
        { userId: userId(), revokedAt: ago(1.1) },
        { userId: userId(), lastSeenAt: ago(14.1) },
        { userId: userId(), createdAt: ago(30.1) },
      ],
    });
    await expectForgotten("sessions", 3);
  });

  test("evidence that was deleted longer ago than it can be brought back", async () => {
    const row = {
      workspaceId: workspaceId(),
      kind: "soft",
      origin: "service",
      quote: "Too slow",
      heldOn: ago(400),
    };
    await prisma().evidence.createMany({
      data: [
        row,
        { ...row, deletedAt: ago(29.9) },
        { ...row, deletedAt: ago(30.1) },
      ],
    });
    await expectForgotten("evidence", 1);
  });

  test("what somebody was told half a year ago", async () => {
    const { id: journeyId } = await prisma().journey.create({
      data: { workspaceId: workspaceId() },
    });
    const row = {
      workspaceId: workspaceId(),
      userId: userId(),
      journeyId,
      kind: "task",
      entityId: journeyId,
    };
    await prisma().notification.createMany({
      data: [
        row,
        { ...row, createdAt: ago(179.9) },
        { ...row, createdAt: ago(180.1) },
      ],
    });
    await expectForgotten("notifications", 1);
  });

  test("how far an import was, a day ago", async () => {
    const { id: journeyId } = await prisma().journey.create({
      data: { workspaceId: workspaceId() },
    });
    const row = {
      workspaceId: workspaceId(),
      journeyId,
      kind: "import",
      fileName: "survey.csv",
    };
    await prisma().importWork.createMany({
      data: [
        row,
        { ...row, createdAt: ago(0.9) },
        { ...row, createdAt: ago(1.1) },
      ],
    });
    await expectForgotten("importWorks", 1);
  });

  test("mailed links that were used or have expired", async () => {
    const link = (change: object) => ({
      purpose: "reset",
      tokenHash: randomUUID(),
      userId: userId(),
      expiresAt: ago(-1),
      ...change,
    });
    await prisma().verificationToken.createMany({
      data: [
        link({}),
        link({ expiresAt: ago(2.9) }),
        link({ expiresAt: ago(3.1) }),
        link({ usedAt: ago(3.1) }),
      ],
    });
    await expectForgotten("linkTokens", 2);
  });

  test("API tokens that work no more", async () => {
    const token = (change: object) => ({
      workspaceId: workspaceId(),
      userId: userId(),
      name: "token",
      tokenHash: randomUUID(),
      lastFour: "abcd",
      scope: "read",
      ...change,
    });
    await prisma().apiToken.createMany({
      data: [
        token({ createdAt: ago(500) }),
        token({ expiresAt: ago(29) }),
        token({ expiresAt: ago(31) }),
        token({ revokedAt: ago(31) }),
      ],
    });
    await expectForgotten("apiTokens", 2);
  });

  test("invitations that nobody used in thirty days", async () => {
    const invitation = (change: object) => ({
      workspaceId: workspaceId(),
      email: "guest@mail.example",
      role: "viewer",
      tokenHash: randomUUID(),
      tokenSealed: "sealed",
      invitedById: userId(),
      expiresAt: ago(-7),
      ...change,
    });
    await prisma().invitation.createMany({
      data: [
        invitation({}),
        invitation({ createdAt: ago(29) }),
        invitation({ createdAt: ago(40), acceptedAt: ago(39) }),
        invitation({ createdAt: ago(31) }),
      ],
    });
    await expectForgotten("invitations", 1);
  });

  test("the list of mails, but none that is still to be sent", async () => {
    const mail = (change: object) => ({
      key: randomUUID(),
      kind: "reset",
      messageId: randomUUID(),
      ...change,
    });
    await prisma().outgoingMail.createMany({
      data: [
        mail({ createdAt: ago(29), sentAt: ago(29) }),
        mail({ createdAt: ago(31), sealed: "sealed" }),
        mail({ createdAt: ago(31), sentAt: ago(31) }),
        mail({ createdAt: ago(31), gaveUpAt: ago(29) }),
      ],
    });
    await expectForgotten("mails", 2);
  });

  test("jobs that gave up", async () => {
    for (const days of [29, 31]) {
      await pool().query(`SELECT graphile_worker.add_job('send-mail', '{}')`);
      await pool().query(
        `UPDATE graphile_worker._private_jobs SET attempts = max_attempts, updated_at = $1 WHERE attempts = 0`,
        [ago(days)],
      );
    }
    await expectForgotten("failedJobs", 1);
  });

  test("counters of limits whose time is over", async () => {
    await prisma().rateLimit.createMany({
      data: [
        { key: "over", expire: BigInt(Date.now() - 1) },
        { key: "running", expire: BigInt(Date.now() + dayMs) },
      ],
    });
    await expectForgotten("counters", 1);
  });
});

describe("[PR-07] the audit list", () => {
  const event = (days: number) => ({
    workspaceId: workspaceId(),
    actorKind: "user",
    action: "journey:delete",
    subjectKind: "journey",
    outcome: "done",
    ip: "192.0.2.1",
    at: ago(days),
  });

  test("loses addresses after 90 days and entries after 365", async () => {
    await prisma().auditEvent.createMany({
      data: [89, 91, 364, 366, 800].map(event),
    });
    const done = await forgetOld(new Date());
    expect(done).toMatchObject({ auditEvents: 2, addresses: 2 });
    const left = await prisma().auditEvent.findMany({
      where: { action: "journey:delete" },
      orderBy: { at: "desc" },
    });
    expect(left.map(({ ip }) => ip)).toEqual(["192.0.2.1", "", ""]);
  });

  test("[PR-10] loses nothing younger, whatever the server's account asks for", async () => {
    await prisma().auditEvent.createMany({ data: [10, 400].map(event) });
    const client = new pg.Client(
      await grantAppRole(app.databaseUrl, appPassword),
    );
    await client.connect();
    const { rows } = await client.query(
      `SELECT forget_audit_events(1000) AS gone, forget_audit_addresses(1000) AS blank`,
    );
    await expect(client.query(`DELETE FROM "AuditEvent"`)).rejects.toThrow(
      "permission denied",
    );
    await client.end();
    expect(rows).toEqual([{ gone: 1, blank: 0 }]);
  });
});
