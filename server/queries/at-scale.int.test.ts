import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { forgetEnv } from "@/server/env";
import { closePool, pool } from "@/server/db/pool";
import { closePrisma, prisma } from "@/server/db/prisma";
import { fillManyAnswers } from "@/test/many-answers";
import { fillManyRows } from "@/test/many-rows";
import { createTestDatabase, type TestDatabase } from "@/test/postgres";
import { listActivity } from "./activity";
import { listAttention } from "./attention";
import { listChannels } from "./channels";
import { placeOf } from "./cursor";
import { listEvidence, evidencePlaceOf } from "./evidence";
import { readEvidenceGroups } from "./evidence-groups";
import { readFunnelCounts } from "./funnel-counts";
import { listImports } from "./imports";
import { countUnread, listInbox } from "./inbox";
import { listJourneys } from "./journeys";
import { findDuties } from "./mine";
import { listOpportunities } from "./opportunities";
import { momentPlaceOf } from "./moment-cursor";
import { listPains } from "./pains";
import { listPulses, readPulseComments } from "./pulses";
import { listResponsibilities } from "./responsibilities";
import { listStakeholders } from "./stakeholders";
import { listTasks } from "./tasks";
import { listTouchpoints } from "./touchpoints";
import type { TouchpointsFilter } from "./touchpoint-filter";

const journeys = 200;
const touchpointsEach = 50;
const evidenceEach = 10;
/** All rows of both workspaces a few times over; a plan that reads everything once per row reads a hundred times that. */
const mostRows = 1_000_000;
/** Of one map: what stands on it a few times over, and nothing of other maps. */
const mostOfOne = 5_000;

let database: TestDatabase;
let workspaceId: string;
let stakeholderId: string;
let channelId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  forgetEnv();
  const size = { journeys, touchpointsEach };
  await fillManyRows({ ...size, evidenceEach: 1 });
  // As many again beside it, of which nothing may be read.
  ({ workspaceId, stakeholderId, channelId } = await fillManyRows({
    ...size,
    evidenceEach,
  }));
  await pool().query("ANALYZE");
});
afterAll(async () => {
  await closePrisma();
  await closePool();
  await database.drop();
});

interface Node {
  readonly "Relation Name"?: string;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly "Rows Removed by Filter"?: number;
  readonly "Rows Removed by Index Recheck"?: number;
  readonly Plans?: readonly Node[];
}

/** How many rows of tables a plan went through, those that it threw away among them. */
function rowsOf(node: Node): number {
  const { Plans: below = [], "Relation Name": table } = node;
  const passed =
    node["Actual Rows"] +
    (node["Rows Removed by Filter"] ?? 0) +
    (node["Rows Removed by Index Recheck"] ?? 0);
  const own = table === undefined ? 0 : passed * node["Actual Loops"];
  return below.reduce((sum, one) => sum + rowsOf(one), own);
}

type Statement = readonly [sql: string, values: unknown[]];

/** Asks, and looks at what the database went through for it: time says more of the machine than of the question. */
async function reading<T>(
  most: number,
  ask: () => Promise<T>,
): Promise<{ answer: T; statements: readonly Statement[] }> {
  const asked = vi.spyOn(pool(), "query");
  const answer = await ask();
  const statements = asked.mock.calls as unknown as Statement[];
  asked.mockRestore();
  for (const [sql, values] of statements) {
    const { rows } = await pool().query<{ "QUERY PLAN": { Plan: Node }[] }>(
      `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${sql}`,
      values,
    );
    const plan = rows[0]!["QUERY PLAN"][0]!.Plan;
    expect(rowsOf(plan)).toBeLessThan(most);
  }
  return { answer, statements };
}

const read = async <T>(ask: () => Promise<T>, most = mostRows): Promise<T> =>
  (await reading(most, ask)).answer;

const any: Omit<TouchpointsFilter, "workspaceId"> = {
  journeyId: null,
  stage: null,
  owner: null,
  channelId: null,
  emotion: null,
  q: null,
};

test("[R17] two hundred journeys are listed with their pictures in one question", async () => {
  const list = await read(() =>
    listJourneys({ workspaceId, state: "active", owner: null }),
  );
  expect(list).toHaveLength(journeys);
  for (const journey of list)
    expect(journey).toMatchObject({
      touchpoints: touchpointsEach,
      withoutOwner: touchpointsEach / 2,
      coverage: { known: touchpointsEach / 2, of: touchpointsEach },
      evidence: { felt: touchpointsEach, grounded: touchpointsEach, stale: 0 },
    });
});

test("[N03] a hundred thousand pieces of evidence are summed up for a map without reading those of others, and paged through", async () => {
  const [journey] = await listJourneys({
    workspaceId,
    state: "active",
    owner: null,
  });
  const journeyId = journey!.id;
  const ofOne = { workspaceId, journeyId };
  const groups = await read(() => readEvidenceGroups(ofOne), mostOfOne);
  expect(await read(() => readFunnelCounts(ofOne), mostOfOne)).toBeNull();
  const actor = {
    kind: "member",
    userId: randomUUID(),
    role: "viewer",
    workspaceId,
  } as const;
  const filter = { actor, journeyId, touchpointId: null, personaId: null };
  const first = await read(
    () => listEvidence(filter, { after: null, limit: 50 }),
    mostOfOne,
  );
  expect(groups).toHaveLength(touchpointsEach);
  for (const group of groups)
    expect(group).toMatchObject({
      soft: evidenceEach,
      valued: evidenceEach - 1,
      weight: 54,
    });
  const after = evidencePlaceOf(first.nextCursor!);
  const next = await read(
    () => listEvidence(filter, { after, limit: 50 }),
    mostOfOne,
  );
  const ids = [...first.evidence, ...next.evidence].map(({ id }) => id);
  expect(new Set(ids).size).toBe(100);
});

test("[R46] ten thousand touchpoints are paged through and narrowed without reading them once for each", async () => {
  const all = journeys * touchpointsEach;
  const filters: [Partial<TouchpointsFilter>, number][] = [
    [{}, all],
    [{ owner: "none" }, all / 2],
    // What the evidence of each touchpoint comes to is neutral, whatever the team says.
    [{ owner: stakeholderId, channelId, emotion: 0 }, all / 2],
    [{ emotion: 0, q: "point 3" }, all / 10],
    [{ stage: "stage 2" }, all / 5],
  ];
  for (const [filter, total] of filters) {
    const page = { after: null, limit: 50 };
    const found = await read(() =>
      listTouchpoints({ ...any, workspaceId, ...filter }, page),
    );
    expect(found.total).toBe(total);
    const after = placeOf(found.nextCursor!);
    const next = await read(() =>
      listTouchpoints({ ...any, workspaceId, ...filter }, { after, limit: 50 }),
    );
    const ids = [...found.touchpoints, ...next.touchpoints].map(({ id }) => id);
    expect(new Set(ids).size).toBe(100);
    expect(found.touchpoints[0]?.emotions).toMatchObject([
      { evidence: { n: 54, mean: expect.closeTo(0.407, 3) } },
    ]);
  }
  const unknown = await read(() =>
    listTouchpoints(
      { ...any, workspaceId, emotion: "none" },
      { after: null, limit: 50 },
    ),
  );
  expect(unknown.total).toBe(0);
});

test("[R73] [R86] who owns and what is used is counted in one go", async () => {
  const stakeholders = await read(() =>
    listStakeholders({ workspaceId, archived: false, withEmail: false }),
  );
  expect(stakeholders[0]?.responsible).toBe((journeys * touchpointsEach) / 2);
  const channels = await read(() => listChannels({ workspaceId }));
  expect(channels[0]).toMatchObject({
    journeys,
    touchpoints: (journeys * touchpointsEach) / 2,
  });
});

test("[R73] who does what is read at once for all journeys, and for one of them without reading the others", async () => {
  const { journeys: all } = await read(() =>
    listResponsibilities({ workspaceId, journeyId: null }),
  );
  expect(all).toHaveLength(journeys);
  for (const { touchpoints, withoutOwner, stages } of all)
    expect([touchpoints, withoutOwner, stages.length]).toEqual([
      touchpointsEach,
      touchpointsEach / 2,
      5,
    ]);
  const { answer, statements } = await reading(mostOfOne, () =>
    listResponsibilities({ workspaceId, journeyId: all[0]!.id }),
  );
  expect(statements).toHaveLength(1);
  const { journeys: one } = answer;
  expect(one[0]?.stages[0]).toMatchObject({
    touchpoints: 10,
    withoutOwner: 5,
    stakeholders: [{ id: stakeholderId, responsible: 5, involved: 0 }],
  });
  const duties = await read(() =>
    findDuties({ workspaceId, stakeholderId, withFinished: false }),
  );
  expect(duties.total).toBe((journeys * touchpointsEach) / 2);
  expect(duties.touchpoints).toHaveLength(1_000);
});

test("[R17] [R56] which of two hundred journeys need somebody is told in one statement", async () => {
  const { answer: found, statements } = await reading(mostRows, () =>
    listAttention({ workspaceId }),
  );
  expect(statements).toHaveLength(1);
  expect(found).toHaveLength(journeys);
  for (const journey of found)
    expect(journey).toMatchObject({
      touchpoints: touchpointsEach,
      withoutOwner: touchpointsEach / 2,
      unhappy: 0,
      reasons: expect.arrayContaining(["withoutOwner"]),
    });
});

test("[R05] ten thousand tasks are paged through in every order and counted, each page in two questions", async () => {
  const filter = {
    workspaceId,
    journeyId: null,
    status: "unfinished",
    person: null,
    overdueOn: null,
  } as const;
  for (const sort of ["due", "status", "person", "journey", "text"] as const) {
    const first = { sort, isDown: false, after: null, limit: 50 };
    const { answer: found, statements } = await reading(mostRows, () =>
      listTasks(filter, first),
    );
    expect(statements).toHaveLength(2);
    const all = journeys * touchpointsEach;
    const { open, doing, done, dropped } = found.counts;
    expect(open + doing + done + dropped).toBe(all);
    const after = placeOf(found.nextCursor!);
    const next = await read(() => listTasks(filter, { ...first, after }));
    const ids = [...found.tasks, ...next.tasks].map(({ cardId }) => cardId);
    expect([sort, new Set(ids).size]).toEqual([sort, 100]);
  }
});

test("[R77] [N17] two thousand opportunities have their places and two thousand pains what became of them, each page in two questions", async () => {
  const { answer, statements } = await reading(mostRows, () =>
    listOpportunities(
      { workspaceId, journeyId: null, isScored: null, owner: null },
      { sort: "priority", isDown: true, after: null, limit: 50 },
    ),
  );
  const { opportunities, counts } = answer;
  expect(counts.scored).toBe(journeys * 10);
  // The best one of each journey shares the first place.
  expect(opportunities.map(({ rank }) => rank)).toEqual(Array(50).fill(1));
  const found = await reading(mostRows, () =>
    listPains(
      { workspaceId, journeyId: null, decision: "undecided", owner: null },
      { after: null, limit: 50 },
    ),
  );
  expect([statements.length, found.statements.length]).toEqual([2, 2]);
  const { pains } = found.answer;
  expect(pains[0]?.tasks).toEqual({
    all: touchpointsEach / 5,
    done: expect.any(Number),
  });
});

test("[N06] [N03] of sixty pulses with six thousand answers, three hundred imports, two thousand notices and twenty thousand deeds a page reads what it shows", async () => {
  const { id: userId } = await prisma().user.create({
    data: {
      name: "Ada",
      email: `${workspaceId}@example.org`,
      passwordHash: "-",
    },
  });
  await prisma().membership.create({
    data: { workspaceId, userId, role: "editor" },
  });
  const [journey] = await listJourneys({
    workspaceId,
    state: "active",
    owner: null,
  });
  const journeyId = journey!.id;
  await fillManyAnswers(
    { workspaceId, userId, stakeholderId, journeyId },
    {
      comments: 2_000,
      notices: 2_000,
      pulses: 60,
      answersEach: 100,
      imports: 300,
      deeds: 20_000,
    },
  );
  await pool().query("ANALYZE");
  const actor = {
    kind: "member",
    role: "editor",
    userId,
    workspaceId,
  } as const;
  const first = { after: null, limit: 5 };
  const pulses = await read(
    () =>
      listPulses(
        {
          actor,
          journeyId,
          allowPublicLinks: true,
          touchpointId: null,
          standing: "live",
        },
        first,
      ),
    mostOfOne,
  );
  const answers = pulses.pulses[0]!.results.map((result) => result.answers);
  expect(answers.reduce((sum, one) => sum + one, 0)).toBe(100);
  const asked = { workspaceId, pulseId: pulses.pulses[0]!.id };
  const said = await read(
    () => readPulseComments({ ...asked, touchpointId: null }, first),
    mostOfOne,
  );
  for (const { comments, nextCursor } of said.touchpoints) {
    expect(comments).toHaveLength(5);
    expect(nextCursor).not.toBeNull();
  }
  const runs = { workspaceId, journeyId };
  const newest = await read(() => listImports(runs, first), mostOfOne);
  const after = momentPlaceOf(newest.nextCursor!);
  const older = await read(
    () => listImports(runs, { after, limit: 5 }),
    mostOfOne,
  );
  const ids = [...newest.imports, ...older.imports].map(({ id }) => id);
  expect(new Set(ids).size).toBe(10);
  const whose = { workspaceId, userId };
  const unread = await read(
    () => listInbox({ ...whose, isUnreadOnly: true }, first),
    mostOfOne,
  );
  expect(unread.items).toHaveLength(5);
  expect(await read(() => countUnread(whose), mostOfOne)).toBe(200);
  const all = { actor, allowPublicLinks: true, userId: null, topic: null };
  for (const narrowed of [
    { journeyId: null },
    { journeyId },
    { journeyId: null, userId },
    { journeyId: null, topic: "evidence" as const },
  ]) {
    const feed = { ...all, ...narrowed };
    const deeds = await read(() => listActivity(feed, first), mostOfOne);
    expect(deeds.items).toHaveLength(5);
  }
});
