import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { forgetEnv } from "@/server/env";
import { closePool } from "@/server/db/pool";
import { closePrisma, prisma } from "@/server/db/prisma";
import { createTestDatabase, type TestDatabase } from "@/test/postgres";
import { listChannels } from "./channels";
import { cursorOf, placeOf } from "./cursor";
import { journeySummary, listJourneys } from "./journeys";
import { readMapCatalogue } from "./map-catalogue";
import { memberOptions } from "./member-options";
import { findMine } from "./mine";
import { listPersonas } from "./personas";
import { searchWorkspace } from "./search";
import { listStakeholders } from "./stakeholders";
import { listTouchpoints, type PageOf } from "./touchpoints";
import { addJourney, makeTeam, type Team } from "./testing/team";
import type { TouchpointsFilter } from "./touchpoint-filter";

let database: TestDatabase;
let ours: Team;
let theirs: Team;

const filterOf = (
  team: Team,
  filter: Partial<TouchpointsFilter> = {},
): TouchpointsFilter => ({
  workspaceId: team.workspaceId,
  journeyId: null,
  stage: null,
  owner: null,
  channelId: null,
  emotion: null,
  q: null,
  ...filter,
});
const firstPage: PageOf = { after: null, limit: 100 };

beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  forgetEnv();
  ours = await makeTeam("ours");
  theirs = await makeTeam("theirs");
});

afterAll(async () => {
  await closePrisma();
  await closePool();
  await database.drop();
});

describe("searching", () => {
  const search = (q: string) =>
    searchWorkspace({ workspaceId: ours.workspaceId, q });

  test("[A7] finds journeys, touchpoints and people by parts of words in any order, and nothing of other teams", async () => {
    expect(await search("ann our")).toMatchObject({
      journeys: [],
      stakeholders: [{ id: ours.stakeholderId, name: "ours Anna" }],
    });
    const { journeys } = await search("OURS");
    expect(journeys.map(({ id }) => id).sort()).toEqual(
      [...ours.journeys].sort(),
    );
    const { touchpoints } = await search("hone");
    expect(touchpoints.length).toBeGreaterThan(0);
    for (const { journey } of touchpoints)
      expect(ours.journeys).toContain(journey.id);
    expect(await search("theirs")).toEqual({
      journeys: [],
      touchpoints: [],
      stakeholders: [],
    });
  });

  test("[A7] takes every sign as it is written, and without words names the journeys that were edited last", async () => {
    for (const q of ["%", "_", "\\"])
      expect((await search(q)).journeys).toEqual([]);
    const { journeys, touchpoints } = await search("");
    expect(journeys).toHaveLength(2);
    expect(touchpoints).toEqual([]);
  });
});

describe("journeys", () => {
  test("a journey is listed with its people, counts and the small picture of its map", async () => {
    const list = await listJourneys({
      workspaceId: ours.workspaceId,
      state: "active",
      owner: null,
    });
    expect(list.map((journey) => journey.title).sort()).toEqual([
      "ours A",
      "ours B",
    ]);
    expect(list[0]).toMatchObject({
      personas: [{ id: ours.personaId, name: "ours Mark", colour: "blue" }],
      touchpoints: 3,
      withoutOwner: 2,
      coverage: { known: 2, of: 3 },
      keeper: null,
      preview: {
        stages: [
          { title: "Awareness", colour: "blue", touchpoints: 2 },
          { title: "Decision", colour: null, touchpoints: 1 },
        ],
        curve: [-2, null, 2],
      },
    });
  });

  test("archived and deleted journeys are in lists of their own", async () => {
    const archived = await addJourney(ours, "ours archived");
    const deleted = await addJourney(ours, "ours deleted");
    await prisma().journey.update({
      where: { id: archived },
      data: { archivedAt: new Date() },
    });
    await prisma().journey.update({
      where: { id: deleted },
      data: { archivedAt: new Date(), deletedAt: new Date() },
    });
    const idsIn = async (state: "active" | "archived" | "deleted") =>
      (
        await listJourneys({
          workspaceId: ours.workspaceId,
          state,
          owner: null,
        })
      ).map((journey) => journey.id);
    expect(await idsIn("archived")).toEqual([archived]);
    expect(await idsIn("deleted")).toEqual([deleted]);
    expect(await idsIn("active")).toHaveLength(2);
  });

  test("[R71] of those without owner are only journeys with a touchpoint that nobody is responsible for", async () => {
    const { workspaceId } = ours;
    const owned = await addJourney(ours, "ours owned");
    const rows = await prisma().touchpointRow.findMany({
      where: { journeyId: owned, stageId: { not: null } },
    });
    await prisma().touchpointOwner.deleteMany({ where: { journeyId: owned } });
    await prisma().touchpointOwner.createMany({
      data: rows.map(({ id: touchpointId }) => ({
        workspaceId,
        journeyId: owned,
        touchpointId,
        stakeholderId: ours.stakeholderId,
        role: "responsible",
        asOfSeq: 1n,
      })),
    });
    const empty = await prisma().journey.create({
      data: { workspaceId, title: "ours empty" },
    });
    const listed = async (owner: "none" | null) =>
      (await listJourneys({ workspaceId, state: "active", owner })).map(
        ({ title }) => title,
      );
    expect((await listed("none")).toSorted()).toEqual(["ours A", "ours B"]);
    expect(await listed(null)).toHaveLength(4);
    await prisma().journey.deleteMany({
      where: { id: { in: [owned, empty.id] } },
    });
  });

  test("[AZ-02] a journey of another workspace is not found", async () => {
    const journeyId = theirs.journeys[0]!;
    expect(
      await journeySummary({ workspaceId: ours.workspaceId, journeyId }),
    ).toBeNull();
    expect(
      await journeySummary({ workspaceId: theirs.workspaceId, journeyId }),
    ).toMatchObject({ id: journeyId });
  });
});

describe("touchpoints", () => {
  test("they come by journey, then as on the map, without those in a tray", async () => {
    const { touchpoints, total } = await listTouchpoints(
      filterOf(ours),
      firstPage,
    );
    expect(
      touchpoints.map(({ journey, title }) => `${journey.title}: ${title}`),
    ).toEqual([
      "ours A: Phone call",
      "ours A: Mail",
      "ours A: Visit",
      "ours B: Phone call",
      "ours B: Mail",
      "ours B: Visit",
    ]);
    expect(total).toBe(6);
    expect(touchpoints[0]).toMatchObject({
      channels: [{ key: "phone" }],
      owners: [{ id: ours.stakeholderId, role: "responsible" }],
      emotions: [{ persona: { id: ours.personaId }, value: -2 }],
    });
  });

  test("pages follow each other without gap or repetition, also while rows appear", async () => {
    const seen: string[] = [];
    let after: PageOf["after"] = null;
    for (let page = 0; page < 4; page++) {
      const part = await listTouchpoints(filterOf(ours), { after, limit: 2 });
      seen.push(...part.touchpoints.map((touchpoint) => touchpoint.id));
      if (!part.nextCursor) break;
      after = placeOf(part.nextCursor);
    }
    const all = await listTouchpoints(filterOf(ours), firstPage);
    expect(seen).toEqual(all.touchpoints.map((touchpoint) => touchpoint.id));
    expect(all.nextCursor).toBeNull();
  });

  test.each([
    [{ stage: "decision" }, ["Visit", "Visit"]],
    [{ owner: "none" }, ["Mail", "Visit", "Mail", "Visit"]],
    [{ emotion: "none" as const }, ["Mail", "Mail"]],
    [{ emotion: 2 }, ["Visit", "Visit"]],
    [{ q: "PHONE" }, ["Phone call", "Phone call"]],
    [{ q: "100%_s" }, ["Phone call", "Phone call"]],
    [{ q: "100_%" }, []],
  ])("the filter %j keeps %j", async (filter, titles) => {
    const { touchpoints, total } = await listTouchpoints(
      filterOf(ours, filter),
      firstPage,
    );
    expect(touchpoints.map((touchpoint) => touchpoint.title)).toEqual(titles);
    expect(total).toBe(titles.length);
  });

  test("filters by journey, owner and channel are by id", async () => {
    const titles = async (filter: Partial<TouchpointsFilter>) =>
      (
        await listTouchpoints(filterOf(ours, filter), firstPage)
      ).touchpoints.map((touchpoint) => touchpoint.title);
    const journeyId = ours.journeys[0]!;
    expect(await titles({ journeyId })).toHaveLength(3);
    expect(await titles({ journeyId, owner: ours.stakeholderId })).toEqual([
      "Phone call",
      "Mail",
    ]);
    expect(await titles({ journeyId, channelId: ours.channelId })).toEqual([
      "Phone call",
    ]);
  });

  test("[AZ-02] ids of another workspace find nothing", async () => {
    for (const filter of [
      { journeyId: theirs.journeys[0]! },
      { owner: theirs.stakeholderId },
      { channelId: theirs.channelId },
      { q: "theirs" },
    ]) {
      const found = await listTouchpoints(filterOf(ours, filter), firstPage);
      expect(found).toEqual({ touchpoints: [], total: 0, nextCursor: null });
    }
  });

  test("[AP-09] a cursor that is not ours is not believed", () => {
    const cursor = cursorOf(["title", randomUUID(), 1, randomUUID()]);
    expect(placeOf(cursor)).toEqual(expect.any(Array));
    for (const altered of ["", "x", `${cursor}A`, cursor.slice(1), "bnVsbA"])
      expect(placeOf(altered)).toBeNull();
  });
});

describe("people, channels and what is mine", () => {
  test("personas and channels tell how many journeys use them", async () => {
    const { workspaceId } = ours;
    const personas = await listPersonas({ workspaceId, archived: false });
    expect(personas).toMatchObject([{ id: ours.personaId, name: "ours Mark" }]);
    expect(await listChannels({ workspaceId })).toMatchObject([
      { id: ours.channelId, touchpoints: 2, journeys: 2 },
    ]);
  });

  test("[R73] stakeholders tell what each is responsible for and still has to do", async () => {
    const found = await listStakeholders({
      workspaceId: ours.workspaceId,
      archived: false,
      withEmail: true,
    });
    expect(found).toMatchObject([
      {
        id: ours.stakeholderId,
        email: "anna@ours.example",
        member: { id: ours.userId },
        responsible: 2,
        involved: 2,
        openTasks: 2,
      },
    ]);
  });

  test("[AZ-12] addresses are left out for those who may not see them", async () => {
    const found = await listStakeholders({
      workspaceId: ours.workspaceId,
      archived: false,
      withEmail: false,
    });
    expect(found[0]).not.toHaveProperty("email");
  });

  test("[R73] mine are the touchpoints and tasks of the stakeholder that I am", async () => {
    const { workspaceId, userId } = ours;
    const mine = await findMine({ workspaceId, userId });
    expect(mine.stakeholder).toMatchObject({ id: ours.stakeholderId });
    expect(
      mine.touchpoints.map(({ title, myRole }) => [title, myRole]),
    ).toEqual([
      ["Phone call", "responsible"],
      ["Mail", "involved"],
      ["Phone call", "responsible"],
      ["Mail", "involved"],
    ]);
    expect(mine.tasks[0]).toMatchObject({
      text: "Call back",
      due: "2026-03-01",
      journey: { title: "ours A" },
      stage: { title: "Awareness" },
      touchpoint: null,
    });
    expect(await findMine({ workspaceId, userId: theirs.userId })).toEqual({
      stakeholder: null,
      touchpoints: [],
      tasks: [],
    });
  });

  test("[AZ-02] a map may name its own workspace's rows, archived ones last, without addresses", async () => {
    const { workspaceId } = ours;
    const archivedAt = new Date();
    await prisma().stakeholder.create({
      data: { workspaceId, kind: "team", name: "Aaa left", archivedAt },
    });
    const named = await readMapCatalogue({ workspaceId });
    expect(named.stakeholders).toMatchObject([
      { name: "ours Anna", member: { id: ours.userId }, archivedAt: null },
      { name: "Aaa left", member: null, archivedAt },
    ]);
    expect(named.personas.map(({ id }) => id)).toEqual([ours.personaId]);
    expect(named.channels).toMatchObject([
      { id: ours.channelId, key: "phone", archived: false },
    ]);
    expect(JSON.stringify(named)).not.toContain("@");
  });

  test("member options are the members of that workspace by name", async () => {
    expect(await memberOptions({ workspaceId: ours.workspaceId })).toEqual([
      { id: ours.userId, name: "ours" },
    ]);
  });
});

test("who is named on a map and is nobody here counts for nothing, until there is such a person", async () => {
  const late = await makeTeam("late");
  const { workspaceId } = late;
  const listed = async () => {
    const journeys = await listJourneys({
      workspaceId,
      state: "active",
      owner: null,
    });
    const { touchpoints } = await listTouchpoints(filterOf(late), firstPage);
    return {
      withoutOwner: journeys.map((journey) => journey.withoutOwner),
      owners: touchpoints.map(({ owners }) => owners.length),
      emotions: touchpoints.map(({ emotions }) => emotions.length),
    };
  };
  const before = await listed();
  const [journeyId] = late.journeys;
  const visit = await prisma().touchpointRow.findFirstOrThrow({
    where: { journeyId, title: "Visit" },
  });
  const { stakeholderId } = await prisma().touchpointOwner.findFirstOrThrow({
    where: { touchpointId: visit.id },
  });
  const person = { id: stakeholderId, kind: "person", name: "Late" };
  // The same id in another workspace is somebody else.
  await prisma().stakeholder.create({
    data: { ...person, workspaceId: ours.workspaceId },
  });
  expect(await listed()).toEqual(before);
  await prisma().stakeholder.delete({ where: { id: stakeholderId } });
  await prisma().stakeholder.create({ data: { ...person, workspaceId } });
  const after = await listed();
  const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
  expect(sum(after.withoutOwner)).toBe(sum(before.withoutOwner) - 1);
  expect(sum(after.owners)).toBe(sum(before.owners) + 1);
  expect(after.emotions).toEqual(before.emotions);
});
