import { afterAll, beforeAll, expect, test } from "vitest";
import { resolve } from "@/lib/journey/resolve";
import { pool } from "@/server/db/pool";
import { prisma } from "@/server/db/prisma";
import { documentOf } from "@/server/log/document-of";
import { PostgresLog } from "@/server/log/postgres";
import { startTestApp, type TestApp } from "@/test/app";
import { grow } from "./grow";
import { findHome } from "./people";

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const dayMs = 24 * 60 * 60 * 1000;

test("a grown map has its people, a year of edits, and two among their authors who have left", async () => {
  const workspaceId = app.workspace.id;
  await prisma().channel.create({
    data: { workspaceId, key: "phone", name: "Telefon", icon: "phone" },
  });
  const { userId: ownerId } = app.people.owner;
  const { email } = await prisma().user.findUniqueOrThrow({
    where: { id: ownerId },
  });
  const home = await findHome(email);
  expect(home).toMatchObject({ workspaceId, ownerId });
  const size = { cards: 60, edits: 48 };
  const journeyId = await grow(home!, size);

  const { rows } = await pool().query<{ at: Date; actor_id: string }>(
    `SELECT at, actor_id FROM document_update WHERE journey_id = $1 AND seq > 1 ORDER BY seq`,
    [journeyId],
  );
  expect(rows.length).toBeGreaterThan(size.edits / 2);
  const times = rows.map(({ at }) => at.getTime());
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  const days = (times.at(-1)! - times[0]!) / dayMs;
  expect(days).toBeGreaterThan(300);
  expect(times[0]).toBeLessThan(Date.now() - 364 * dayMs);
  expect(times.at(-1)).toBeLessThanOrEqual(Date.now());

  const authors = new Set(rows.map((row) => row.actor_id));
  expect(authors.size).toBe(3);
  const members = await prisma().membership.findMany({
    where: { workspaceId, userId: { in: [...authors] } },
  });
  expect(members.map(({ userId }) => userId)).toEqual([ownerId]);
  const left = await prisma().stakeholder.findMany({
    where: { workspaceId, archivedAt: { not: null } },
    select: { id: true },
  });
  expect(left).toHaveLength(2);

  const stored = await new PostgresLog(pool(), () => undefined).load(journeyId);
  const map = resolve(documentOf(stored!));
  expect(map.issues).toEqual([]);
  expect(map.personas).toHaveLength(3);
  expect(Object.values(map.cells).flat()).toHaveLength(size.cards);
  expect(await prisma().cardRow.count({ where: { journeyId } })).toBe(
    size.cards,
  );
  const owners = map.stages.flatMap(({ touchpoints }) =>
    touchpoints.flatMap((held) => held.owners.map((one) => one.stakeholderId)),
  );
  expect(left.some(({ id }) => owners.includes(id as never))).toBe(true);
});
