import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { prisma } from "@/server/db/prisma";
import { startTestApp, type TestApp } from "@/test/app";
import { settleJobs } from "@/test/jobs";
import { remindOfLinks } from "./remind-of-links";

const dayMs = 24 * 60 * 60 * 1000;
const from = new Date("2026-01-01T12:00:00Z");
const day = (days: number) => new Date(from.getTime() + days * dayMs);
let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ env: { APP_URL: "https://maps.example" } });
});
beforeEach(() => prisma().journey.deleteMany());
afterAll(() => app.stop());

async function link(change: object = {}): Promise<string> {
  const workspaceId = app.workspace.id;
  const { id: journeyId } = await prisma().journey.create({
    data: { workspaceId, title: "Een bril kopen" },
  });
  const { id } = await prisma().shareLink.create({
    data: {
      workspaceId,
      journeyId,
      name: "Bureau",
      tokenHash: journeyId,
      tokenSealed: "sealed",
      createdById: app.people.editor.userId,
      createdAt: from,
      expiresAt: day(30),
      ...change,
    },
  });
  return id;
}

async function outbox(): Promise<
  { to: string; subject: string; text: string }[]
> {
  await settleJobs();
  const folder = path.join(app.dataDir, "outbox");
  const names = (await readdir(folder)).filter((name) =>
    name.endsWith(".json"),
  );
  const files = names.map((name) => readFile(path.join(folder, name), "utf8"));
  return (await Promise.all(files)).map(
    (text) => JSON.parse(text) as { to: string; subject: string; text: string },
  );
}

test("[SH-03] whoever made a link is told once, three days before it ends, in their language", async () => {
  await prisma().user.update({
    where: { id: app.people.editor.userId },
    data: { locale: "nl" },
  });
  await link();
  expect(await remindOfLinks(day(26.9))).toBe(0);
  expect(await remindOfLinks(day(27.1))).toBe(1);
  expect(await remindOfLinks(day(27.2))).toBe(0);
  expect(await remindOfLinks(day(29))).toBe(0);
  const [mail, ...others] = await outbox();
  expect(others).toEqual([]);
  expect(mail).toMatchObject({
    to: "editor@people.example",
    subject: "De link ‘Bureau’ vervalt op 31 januari 2026",
  });
  expect(mail?.text).toContain("Een bril kopen");
  expect(mail?.text).toContain("https://maps.example/w/acme/journeys/");
  expect(mail?.text).toContain("omdat je daar een account hebt");
});

test.each([
  ["was revoked", { revokedAt: from }],
  ["has ended", { expiresAt: day(20) }],
  ["was made for two days", { createdAt: day(26), expiresAt: day(28) }],
  ["never ends", { expiresAt: null }],
])("[SH-03] nobody is told of a link that %s", async (_, change) => {
  await link(change);
  expect(await remindOfLinks(day(27.5))).toBe(0);
});

test("[SH-03] who has left the workspace is not told", async () => {
  const leaver = await app.addPerson("leaver");
  await link({ createdById: leaver.userId });
  expect(await remindOfLinks(day(27.5))).toBe(0);
});

test("[SH-03] nobody is told of a link to a map in the trash", async () => {
  await link();
  await prisma().journey.updateMany({ data: { deletedAt: from } });
  expect(await remindOfLinks(day(27.5))).toBe(0);
});
