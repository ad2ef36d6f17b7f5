import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { pool } from "@/server/db/pool";
import { prisma } from "@/server/db/prisma";
import { listInbox } from "@/server/queries/inbox";
import { createJourney } from "@/server/sync/testing/lab";
import { smallSeed } from "@/server/sync/testing/seed";
import { gatherNotices } from "./gather-notices";
import { reviewJourney } from "./review-journey";
import { findStoppableNotices } from "@/server/person/stop-notices";
import { startTestApp, type Principal, type TestApp } from "@/test/app";
import { settleJobs } from "@/test/jobs";
import { remindOfReviews } from "./remind-of-reviews";

const dayMs = 24 * 60 * 60 * 1000;
const from = new Date("2026-01-01T12:00:00Z");
const day = (days: number) => new Date(from.getTime() + days * dayMs);
let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ env: { APP_URL: "https://maps.example" } });
});
beforeEach(async () => {
  await prisma().journey.deleteMany();
  await prisma().noticeWish.deleteMany();
});
afterAll(() => app.stop());

/** A map that is to be reviewed every ninety days. */
async function journey(change: object = {}): Promise<string> {
  const { id } = await prisma().journey.create({
    data: {
      workspaceId: app.workspace.id,
      title: "Eine Brille kaufen",
      createdById: app.people.editor.userId,
      createdAt: from,
      reviewEveryDays: 90,
      ...change,
    },
  });
  return id;
}

interface SentMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

async function outbox(): Promise<SentMail[]> {
  await settleJobs();
  const folder = path.join(app.dataDir, "outbox");
  const names = (await readdir(folder)).filter((name) =>
    name.endsWith(".json"),
  );
  const files = names.map((name) => readFile(path.join(folder, name), "utf8"));
  return (await Promise.all(files)).map((text) => JSON.parse(text) as SentMail);
}

test("[R84] [N05] a stale map reminds its keeper once, in their language, and again after thirty days", async () => {
  const { userId } = app.people.admin;
  await prisma().user.update({
    where: { id: userId },
    data: { locale: "de" },
  });
  const id = await journey({ keeperId: userId });
  expect(await remindOfReviews(day(89.9))).toBe(0);
  expect(await remindOfReviews(day(90))).toBe(1);
  expect(await remindOfReviews(day(91))).toBe(0);
  expect(await remindOfReviews(day(119.9))).toBe(0);
  expect(await remindOfReviews(day(120))).toBe(1);
  const mails = await outbox();
  expect(mails.map(({ to }) => to)).toEqual([
    "admin@people.example",
    "admin@people.example",
  ]);
  expect(mails[0]).toMatchObject({
    subject: "Überprüfung von „Eine Brille kaufen“ ist fällig",
  });
  expect(mails[0]?.text).toContain("1. April 2026");
  expect(mails[0]?.text).toContain(
    `https://maps.example/w/acme/journeys/${id}`,
  );
});

test("[R84] a review puts the next reminder off", async () => {
  await journey({ reviewedAt: day(60) });
  expect(await remindOfReviews(day(149))).toBe(0);
  expect(await remindOfReviews(day(150))).toBe(1);
});

test("[R84] without a keeper who belongs, whoever made the map is told, and else an owner", async () => {
  const leaver = await app.addPerson("leaver");
  const before = (await outbox()).length;
  await journey({ keeperId: leaver.userId });
  await journey({ keeperId: leaver.userId, createdById: leaver.userId });
  expect(await remindOfReviews(day(90))).toBe(2);
  const told = (await outbox()).slice(before).map(({ to }) => to);
  expect(told.toSorted()).toEqual([
    "editor@people.example",
    "owner@people.example",
  ]);
});

test("[R84] [AZ-21] who has left when the mail goes out gets none", async () => {
  const leaver = await app.addPerson("gone");
  await app.addMember(app.workspace.id, leaver.userId, "editor");
  await journey({ keeperId: leaver.userId });
  const before = (await outbox()).length;
  expect(await remindOfReviews(day(90))).toBe(1);
  await prisma().membership.deleteMany({ where: { userId: leaver.userId } });
  expect(await outbox()).toHaveLength(before);
});

const inbox = async ({ userId }: Principal) => {
  const whose = { workspaceId: app.workspace.id, userId, isUnreadOnly: false };
  const { items } = await listInbox(whose, { after: null, limit: 50 });
  return items.map(({ kind, journey: { id } }) => [kind, id]);
};

test("[R84] [N05] a reminder waits in the inbox as well, once, and is gone when somebody has reviewed the map", async () => {
  const { admin, editor } = app.people;
  const { id: workspaceId } = app.workspace;
  const id = await createJourney(smallSeed, workspaceId);
  await prisma().journey.update({
    where: { id },
    data: { keeperId: admin.userId, createdAt: from, reviewEveryDays: 90 },
  });
  await remindOfReviews(day(90));
  await remindOfReviews(day(91));
  expect(await inbox(admin)).toEqual([["review", id]]);
  const { userId } = editor;
  const caller = {
    actor: { kind: "member", role: "editor", userId, workspaceId },
    ip: "",
  } as const;
  const reviewed = await reviewJourney(caller, { journeyId: id, note: "" });
  expect(reviewed.ok).toBe(true);
  expect(await inbox(admin)).toEqual([]);
});

test("[R84] what was read is not new again before the next reminder, and what is not asked for any more is gone", async () => {
  const { admin } = app.people;
  const id = await journey({ keeperId: admin.userId });
  await remindOfReviews(day(90));
  await prisma().notification.updateMany({ data: { readAt: day(90) } });
  expect(await remindOfReviews(day(91))).toBe(0);
  const unread = () => prisma().notification.count({ where: { readAt: null } });
  expect(await unread()).toBe(0);
  expect(await remindOfReviews(day(120))).toBe(1);
  expect(await unread()).toBe(1);
  await prisma().journey.update({
    where: { id },
    data: { reviewEveryDays: null },
  });
  expect(await inbox(admin)).toEqual([]);
  await remindOfReviews(day(121));
  expect(await prisma().notification.count()).toBe(0);
});

test("[R84] with another keeper it waits for them, and for nobody else", async () => {
  const { admin, editor } = app.people;
  const id = await journey({ keeperId: admin.userId });
  await remindOfReviews(day(90));
  await prisma().journey.update({
    where: { id },
    data: { keeperId: editor.userId },
  });
  await remindOfReviews(day(91));
  expect(await inbox(admin)).toEqual([]);
  expect(await inbox(editor)).toEqual([["review", id]]);
});

const mute = (journeyId: string) =>
  prisma().journeyMute.create({
    data: {
      workspaceId: app.workspace.id,
      journeyId,
      userId: app.people.editor.userId,
    },
  });
const wish = (change: object) =>
  prisma().noticeWish.create({
    data: {
      workspaceId: app.workspace.id,
      userId: app.people.editor.userId,
      direct: "now",
      others: "daily",
      ...change,
    },
  });

test.each([
  ["muted the map", mute],
  ["stopped the mails", () => wish({ stoppedAt: from })],
  ["wants no mails", () => wish({ direct: "none" })],
  ["wants mails once a week", () => wish({ direct: "weekly" })],
])(
  "[A5] whoever %s is told in the inbox and gets no mail of it",
  async (_, set) => {
    const before = (await outbox()).length;
    const id = await journey();
    await set(id);
    expect(await remindOfReviews(day(90))).toBe(1);
    expect(await outbox()).toHaveLength(before);
    expect(await inbox(app.people.editor)).toEqual([["review", id]]);
  },
);

const change = (id: string, data: object) =>
  prisma().journey.update({ where: { id }, data });

async function archiveAndBack(id: string): Promise<void> {
  await change(id, { archivedAt: day(91) });
  await remindOfReviews(day(91));
  await change(id, { archivedAt: null });
}
async function keepByAnother(id: string): Promise<void> {
  await change(id, { keeperId: app.people.admin.userId });
  await remindOfReviews(day(91));
  await change(id, { keeperId: null });
}
async function mailBefore(id: string): Promise<void> {
  const { key } = await prisma().outgoingMail.findFirstOrThrow({
    where: { key: { startsWith: `review-due:${id}:` } },
  });
  const older = key.replace(`:${app.people.editor.userId}:`, ":");
  await prisma().outgoingMail.update({ where: { key }, data: { key: older } });
  await prisma().notification.deleteMany();
}

test.each([
  ["came back from the archive", archiveAndBack],
  ["came back to its keeper", keepByAnother],
  ["was reminded of by an older version", mailBefore],
])("[R84] of a map that %s nobody is mailed twice", async (_, happen) => {
  const id = await journey();
  const { editor } = app.people;
  const mails = async () =>
    (await outbox()).filter(({ to }) => to === "editor@people.example").length;
  const before = await mails();
  expect(await remindOfReviews(day(90))).toBe(1);
  expect(await mails()).toBe(before + 1);
  await happen(id);
  expect(await remindOfReviews(day(92))).toBe(1);
  expect(await inbox(editor)).toEqual([["review", id]]);
  expect(await gatherNotices(day(93))).toBe(0);
  expect(await mails()).toBe(before + 1);
});

test("[R84] whoever reviews a map while reminders go out is not reminded of it", async () => {
  const id = await journey();
  expect(await remindOfReviews(day(90))).toBe(1);
  const reviewer = await pool().connect();
  const { rows } = await reviewer.query<{ pid: number }>(
    "SELECT pg_backend_pid() AS pid",
  );
  await reviewer.query("BEGIN");
  await reviewer.query(`SELECT 1 FROM "Journey" WHERE id = $1 FOR UPDATE`, [
    id,
  ]);
  const reminded = remindOfReviews(day(120));
  await vi.waitFor(async () => {
    const { rowCount } = await pool().query(
      "SELECT 1 FROM pg_stat_activity WHERE $1 = ANY(pg_blocking_pids(pid))",
      [rows[0]!.pid],
    );
    expect(rowCount).toBe(1);
  }, 10_000);
  const reviewed = [id, day(120)];
  await reviewer.query(
    `UPDATE "Journey" SET "reviewedAt" = $2 WHERE id = $1`,
    reviewed,
  );
  await reviewer.query(`DELETE FROM "Notification" WHERE "journeyId" = $1`, [
    id,
  ]);
  await reviewer.query("COMMIT");
  reviewer.release();
  expect(await reminded).toBe(0);
  expect(await prisma().notification.count()).toBe(0);
});

test("[PR-11] the mail leads to the review, and can be stopped with one press", async () => {
  const id = await journey();
  await remindOfReviews(day(90));
  const link = `/journeys/${id}?review=due`;
  const mail = (await outbox()).find(({ text }) => text.includes(link))!;
  const [, token = ""] = /https:\S+\/u\/(\S+)/.exec(mail.text) ?? [];
  expect(await findStoppableNotices(token)).toMatchObject({
    workspace: "acme",
    userId: app.people.editor.userId,
  });
});

test.each([
  ["is in the archive", { archivedAt: from }],
  ["is in the bin", { deletedAt: from }],
  ["nobody wants to be reviewed", { reviewEveryDays: null }],
])("[R84] nobody is told of a map that %s", async (_, change) => {
  await journey(change);
  expect(await remindOfReviews(day(900))).toBe(0);
});
