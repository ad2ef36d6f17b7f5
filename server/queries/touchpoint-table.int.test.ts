import { afterAll, beforeAll, expect, test } from "vitest";
import { closePool } from "@/server/db/pool";
import { closePrisma, prisma } from "@/server/db/prisma";
import { forgetEnv } from "@/server/env";
import { createTestDatabase, type TestDatabase } from "@/test/postgres";
import { listOwners } from "./stakeholders";
import { makeTeam, type Team } from "./testing/team";
import type { TouchpointsFilter } from "./touchpoint-filter";
import { listTouchpoints } from "./touchpoints";

let database: TestDatabase;
let team: Team;

beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  forgetEnv();
  team = await makeTeam("leaving");
});
afterAll(async () => {
  await closePrisma();
  await closePool();
  await database.drop();
});

const filterOf = (owner: string | null): TouchpointsFilter => ({
  workspaceId: team.workspaceId,
  journeyId: null,
  stage: null,
  owner,
  channelId: null,
  emotion: null,
  q: null,
});

test("a page that is asked for by its number is a part of the whole, also the last, and past it there is nothing", async () => {
  const page = (skip: number, limit: number) =>
    listTouchpoints(filterOf(null), { after: null, skip, limit });
  const all = (await page(0, 100)).touchpoints;
  expect(all).toHaveLength(6);
  for (const skip of [0, 4, 6, 5_000_000]) {
    const { touchpoints, total } = await page(skip, 4);
    expect(touchpoints).toEqual(all.slice(skip, skip + 4));
    expect(total).toBe(6);
  }
});

test("[R73] touchpoints can be looked for by whoever was archived and still owns some, and not by who owns nothing any more", async () => {
  const { workspaceId, stakeholderId: id } = team;
  await prisma().stakeholder.createMany({
    data: ["Noor", "Long gone"].map((name) => ({
      workspaceId,
      kind: "person",
      name,
      archivedAt: name === "Noor" ? null : new Date(),
    })),
  });
  const owners = async () =>
    (await listOwners({ workspaceId })).map(({ name, isArchived }) => [
      name,
      isArchived,
    ]);
  expect(await owners()).toEqual([
    ["leaving Anna", false],
    ["Noor", false],
  ]);
  const data = { archivedAt: new Date() };
  await prisma().stakeholder.update({ where: { id }, data });
  expect(await owners()).toEqual([
    ["leaving Anna", true],
    ["Noor", false],
  ]);
  const page = { after: null, limit: 100 };
  expect((await listTouchpoints(filterOf(id), page)).total).toBe(4);
});
