import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { prisma } from "@/server/db/prisma";
import { startTestApp, type TestApp } from "@/test/app";
import { settleJobs } from "@/test/jobs";
import { remindOfReviews } from "./remind-of-reviews";

const dayMs = 24 * 60 * 60 * 1000;
const from = new Date("2026-01-01T12:00:00Z");
const day = (days: number) => new Date(from.getTime() + days * dayMs);
let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ env: { APP_URL: "https://maps.example" } });
});
beforeEach(() => prisma().journey.deleteMany());
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

test.each([
  ["is in the archive", { archivedAt: from }],
  ["is in the bin", { deletedAt: from }],
  ["nobody wants to be reviewed", { reviewEveryDays: null }],
])("[R84] nobody is told of a map that %s", async (_, change) => {
  await journey(change);
  expect(await remindOfReviews(day(900))).toBe(0);
});
