import { afterAll, beforeAll, expect, test } from "vitest";
import { lastStaleDay } from "@/lib/insight/staleness";
import { closePool, pool } from "@/server/db/pool";
import { closePrisma, prisma } from "@/server/db/prisma";
import { forgetEnv } from "@/server/env";
import { createTestDatabase, type TestDatabase } from "@/test/postgres";
import { staleDaySql } from "./ageing";
import { journeySummary } from "./journeys";
import { makeTeam } from "./testing/team";
import type { TouchpointsFilter } from "./touchpoint-filter";
import { listTouchpoints } from "./touchpoints";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  forgetEnv();
});
afterAll(async () => {
  await closePrisma();
  await closePool();
  await database.drop();
});

const any = {
  journeyId: null,
  stage: null,
  owner: null,
  channelId: null,
  emotion: null,
  q: null,
};

test("[R52] [N03] a list says, sorts out and pictures what the curve shows: evidence where it decides, else the team", async () => {
  const team = await makeTeam("felt");
  const { workspaceId, personaId } = team;
  const list = async (change: Partial<TouchpointsFilter> = {}) => {
    const filter = { ...any, workspaceId, ...change };
    const { touchpoints } = await listTouchpoints(filter, {
      after: null,
      limit: 100,
    });
    return touchpoints;
  };
  const [phone, mail] = await list();
  const said = (at: typeof phone, change: object) =>
    prisma().evidence.create({
      data: {
        workspaceId,
        journeyId: at!.journey.id,
        touchpointId: at!.id,
        kind: "hard",
        origin: "survey",
        value: 4.2,
        scaleLow: 1,
        scaleHigh: 5,
        sd: 0.5,
        n: 40,
        heldOn: new Date(),
        ...change,
      },
    });
  // The team thinks them very angry there, and has said nothing of the mail.
  await said(phone, { personaId });
  await said(mail, { value: 2, n: 3 });
  // Two voices are not enough.
  await said((await list())[2], { value: 1, n: 2 });
  // What is about the persona itself goes before what is about everybody.
  await said(phone, { value: 1, n: 500 });
  const now = await list();
  expect(now.slice(0, 3).map(({ emotions }) => emotions)).toMatchObject([
    [{ value: -2, evidence: { kind: "hard", n: 40 } }],
    [{ value: null, evidence: { n: 3, mean: -1 } }],
    [{ value: 2, evidence: null }],
  ]);
  expect(now[0]?.emotions[0]?.evidence?.mean).toBeCloseTo(1.2);
  expect(now[0]?.emotions[0]?.evidence?.interval?.low).toBeCloseTo(1.04, 2);
  const ids = async (change: Partial<TouchpointsFilter>) =>
    (await list({ journeyId: phone!.journey.id, ...change })).map(
      ({ id }) => id,
    );
  expect(await ids({ emotion: 1 })).toEqual([phone!.id]);
  expect(await ids({ emotion: -2 })).toEqual([]);
  expect(await ids({ emotion: -1 })).toEqual([mail!.id]);
  expect(await ids({ emotion: 2 })).toEqual([now[2]!.id]);
  expect(await ids({ emotion: "none" })).toEqual([]);
  expect(await list({ emotion: 1 })).toMatchObject([{ id: phone!.id }]);
  const summary = await journeySummary({
    workspaceId,
    journeyId: phone!.journey.id,
  });
  expect(summary?.preview).toMatchObject({
    curve: [expect.closeTo(1.2), -1, 2],
    proven: [true, true, false],
  });
});

test("[N03] the database and the product call the same day old, whatever the month, and a list holds to the workspace's own", async () => {
  const team = await makeTeam("ageing");
  const { workspaceId, personaId } = team;
  const old = (staleMonths: number) =>
    prisma().workspace.update({
      where: { id: workspaceId },
      data: { staleMonths },
    });
  const days = ["2028-02-29", "2028-03-31", "2026-12-31", "2026-01-01"];
  for (const staleMonths of [1, 6, 12, 13, 120]) {
    await old(staleMonths);
    for (const today of days) {
      const sql = staleDaySql({ workspace: "$1", today: "$2" });
      const { rows } = await pool().query<{ day: string }>(
        `SELECT to_char(${sql}, 'YYYY-MM-DD') AS day`,
        [workspaceId, today],
      );
      expect([today, staleMonths, rows[0]?.day]).toEqual([
        today,
        staleMonths,
        lastStaleDay({ today, staleMonths }),
      ]);
    }
  }
  const [journeyId] = team.journeys;
  const { id: touchpointId } = await prisma().touchpointRow.findFirstOrThrow({
    where: { journeyId, stageId: { not: null } },
  });
  const place = { workspaceId, journeyId: journeyId!, touchpointId };
  await prisma().evidence.create({
    data: {
      ...place,
      personaId,
      kind: "hard",
      origin: "survey",
      value: 4,
      scaleLow: 1,
      scaleHigh: 5,
      n: 40,
      heldOn: new Date(Date.now() - 200 * 24 * 60 * 60 * 1000),
    },
  });
  const stale = async () => {
    const summary = await journeySummary(place);
    const { touchpoints } = await listTouchpoints(
      { ...any, workspaceId, journeyId: place.journeyId },
      { after: null, limit: 100 },
    );
    const found = touchpoints.flatMap(({ emotions }) =>
      emotions.flatMap(({ evidence }) => evidence ?? []),
    );
    return [summary?.evidence.stale, found.map(({ isStale }) => isStale)];
  };
  await old(12);
  expect(await stale()).toEqual([0, [false]]);
  await old(6);
  expect(await stale()).toEqual([1, [true]]);
});
