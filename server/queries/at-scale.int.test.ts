import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { forgetEnv } from "@/server/env";
import { closePool, pool } from "@/server/db/pool";
import { closePrisma, prisma } from "@/server/db/prisma";
import { createTestDatabase, type TestDatabase } from "@/test/postgres";
import { listAttention } from "./attention";
import { listChannels } from "./channels";
import { placeOf } from "./cursor";
import { listEvidence, evidencePlaceOf } from "./evidence";
import { readEvidenceGroups } from "./evidence-groups";
import { listJourneys } from "./journeys";
import { findDuties } from "./mine";
import { listOpportunities } from "./opportunities";
import { listPains } from "./pains";
import { listResponsibilities } from "./responsibilities";
import { listStakeholders } from "./stakeholders";
import { listTasks } from "./tasks";
import { listTouchpoints } from "./touchpoints";
import type { TouchpointsFilter } from "./touchpoint-filter";

const journeys = 200;
const touchpointsEach = 50;
const evidenceEach = 10;
/** Generous, for a machine that is busy with other things: it catches plans that read everything once per row. */
const mostMs = 5_000;

let database: TestDatabase;
let workspaceId: string;
let stakeholderId: string;
let channelId: string;

/** Rows of a workspace as the projector would leave them, and as many again of another beside it. */
async function fill(evidence: number): Promise<void> {
  const db = prisma();
  ({ id: workspaceId } = await db.workspace.create({
    data: { slug: randomUUID(), name: "Many" },
  }));
  const { id: personaId } = await db.persona.create({
    data: { workspaceId, name: "Mark" },
  });
  ({ id: stakeholderId } = await db.stakeholder.create({
    data: { workspaceId, kind: "team", name: "Team" },
  }));
  ({ id: channelId } = await db.channel.create({
    data: { workspaceId, name: "Phone" },
  }));
  const ask = (sql: string) =>
    pool().query(sql.replaceAll(":w", `'${workspaceId}'::uuid`));
  await ask(
    `INSERT INTO "Journey" (id, "workspaceId", title) SELECT gen_random_uuid(), :w, 'Journey ' || n FROM generate_series(1, ${journeys}) n`,
  );
  const each = `FROM "Journey" j WHERE j."workspaceId" = :w`;
  await ask(
    `INSERT INTO "JourneyPersona" SELECT :w, j.id, '${personaId}', 0, 1 ${each}`,
  );
  await ask(
    `INSERT INTO "StageRow" SELECT :w, j.id, gen_random_uuid(), n, 'Stage ' || n, '', NULL, 1 FROM "Journey" j, generate_series(0, 4) n WHERE j."workspaceId" = :w`,
  );
  await ask(
    `INSERT INTO "TouchpointRow" ("workspaceId", "journeyId", id, "stageId", ordinal, title, message, "actualMessage", notes, "searchQueries", "asOfSeq")
     SELECT :w, s."journeyId", gen_random_uuid(), s.id, s.ordinal * 10 + n, 'Touchpoint ' || n, '', '', '', '', 1
     FROM "StageRow" s, generate_series(0, ${touchpointsEach / 5 - 1}) n WHERE s."workspaceId" = :w`,
  );
  const half = `FROM "TouchpointRow" t WHERE t."workspaceId" = :w AND t.ordinal % 2 = 0`;
  await ask(
    `INSERT INTO "EmotionRow" SELECT :w, t."journeyId", t.id, '${personaId}', 1, 1 ${half}`,
  );
  // Ten pieces at every touchpoint: one old, one a figure that is no feeling.
  await ask(
    `INSERT INTO "Evidence" (id, "workspaceId", "journeyId", "touchpointId", kind, origin, value, "scaleLow", "scaleHigh", n, "heldOn", "updatedAt")
     SELECT gen_random_uuid(), :w, t."journeyId", t.id, 'soft', 'survey', 1 + n % 5, CASE WHEN n > 0 THEN 1 END, CASE WHEN n > 0 THEN 5 END,
            n + 1, current_date - n * 40, now()
     FROM "TouchpointRow" t, generate_series(0, ${evidence - 1}) n WHERE t."workspaceId" = :w`,
  );
  await ask(
    `INSERT INTO "TouchpointOwner" SELECT :w, t."journeyId", t.id, '${stakeholderId}', 'responsible', 1 ${half}`,
  );
  await ask(
    `INSERT INTO "TouchpointChannel" SELECT :w, t."journeyId", t.id, '${channelId}', 1 ${half}`,
  );
  // Pains and opportunities in each stage, and at each touchpoint a task, most of them made of a pain.
  const card = `INSERT INTO "CardRow" ("workspaceId", "journeyId", id, "laneId", "columnId", ordinal, kind, text, "decisionStatus",
      "decisionReason", "customerValue", "businessValue", effort, "originId", "asOfSeq")`;
  await ask(
    `${card} SELECT :w, s."journeyId", gen_random_uuid(), s.id, s.id, n, 'pain', 'Pain ' || n,
       CASE n WHEN 0 THEN NULL ELSE 'accepted' END, '', NULL, NULL, NULL, NULL, 1
     FROM "StageRow" s, generate_series(0, 1) n WHERE s."workspaceId" = :w`,
  );
  await ask(
    `${card} SELECT :w, s."journeyId", gen_random_uuid(), s.id, s.id, n, 'opportunity', 'Opportunity ' || n,
       NULL, NULL, s.ordinal * 10 + n, 50, n, NULL, 1
     FROM "StageRow" s, generate_series(0, 1) n WHERE s."workspaceId" = :w`,
  );
  await ask(
    `${card} SELECT :w, t."journeyId", gen_random_uuid(), t.id, t.id, 0, 'action', 'Task ' || t.ordinal, NULL, NULL, NULL, NULL, NULL,
       (SELECT c.id FROM "CardRow" c WHERE c."journeyId" = t."journeyId" AND c."columnId" = t."stageId" AND c.kind = 'pain' AND c.ordinal = 0), 1
     FROM "TouchpointRow" t WHERE t."workspaceId" = :w`,
  );
  await ask(
    `INSERT INTO "TaskRow" ("workspaceId", "journeyId", "cardId", "stakeholderId", status, due, text, "touchpointId", "asOfSeq")
     SELECT :w, c."journeyId", c.id, CASE WHEN t.ordinal % 2 = 0 THEN '${stakeholderId}'::uuid END,
       (ARRAY['open', 'doing', 'done', 'dropped'])[t.ordinal % 4 + 1], date '2026-01-01' + t.ordinal, c.text, t.id, 1
     FROM "CardRow" c JOIN "TouchpointRow" t ON t."journeyId" = c."journeyId" AND t.id = c."columnId"
     WHERE c."workspaceId" = :w AND c.kind = 'action'`,
  );
}

beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  forgetEnv();
  await fill(1);
  await fill(evidenceEach);
  await pool().query("ANALYZE");
});
afterAll(async () => {
  await closePrisma();
  await closePool();
  await database.drop();
});

async function inTime<T>(ask: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const answer = await ask();
  expect(performance.now() - start).toBeLessThan(mostMs);
  return answer;
}

const any: Omit<TouchpointsFilter, "workspaceId"> = {
  journeyId: null,
  stage: null,
  owner: null,
  channelId: null,
  emotion: null,
  q: null,
};

test("[R17] two hundred journeys are listed with their pictures in one short question", async () => {
  const list = await inTime(() =>
    listJourneys({ workspaceId, state: "active" }),
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
  const [journey] = await listJourneys({ workspaceId, state: "active" });
  const journeyId = journey!.id;
  const asked = vi.spyOn(pool(), "query");
  const groups = await inTime(() =>
    readEvidenceGroups({ workspaceId, journeyId }),
  );
  const actor = {
    kind: "member",
    userId: randomUUID(),
    role: "viewer",
    workspaceId,
  } as const;
  const filter = { actor, journeyId, touchpointId: null, personaId: null };
  const first = await inTime(() =>
    listEvidence(filter, { after: null, limit: 50 }),
  );
  const statements = asked.mock.calls as unknown as [string, unknown[]][];
  asked.mockRestore();
  expect(groups).toHaveLength(touchpointsEach);
  for (const group of groups)
    expect(group).toMatchObject({
      soft: evidenceEach,
      valued: evidenceEach - 1,
      weight: 54,
    });
  const after = evidencePlaceOf(first.nextCursor!);
  const next = await inTime(() => listEvidence(filter, { after, limit: 50 }));
  const ids = [...first.evidence, ...next.evidence].map(({ id }) => id);
  expect(new Set(ids).size).toBe(100);
  for (const [statement, values] of statements) {
    const { rows } = await pool().query<Record<string, string>>(
      `EXPLAIN ${statement}`,
      values,
    );
    const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
    expect(plan).not.toContain('Seq Scan on "Evidence"');
  }
});

test("[R46] ten thousand touchpoints are paged through and narrowed quickly", async () => {
  const all = journeys * touchpointsEach;
  const filters: [Partial<TouchpointsFilter>, number][] = [
    [{}, all],
    [{ owner: "none" }, all / 2],
    [{ owner: stakeholderId, channelId, emotion: 1 }, all / 2],
    [{ emotion: "none", q: "point 3" }, all / 10],
    [{ stage: "stage 2" }, all / 5],
  ];
  for (const [filter, total] of filters) {
    const page = { after: null, limit: 50 };
    const found = await inTime(() =>
      listTouchpoints({ ...any, workspaceId, ...filter }, page),
    );
    expect(found.total).toBe(total);
    const after = placeOf(found.nextCursor!);
    const next = await inTime(() =>
      listTouchpoints({ ...any, workspaceId, ...filter }, { after, limit: 50 }),
    );
    const ids = [...found.touchpoints, ...next.touchpoints].map(({ id }) => id);
    expect(new Set(ids).size).toBe(100);
  }
});

test("[R73] [R86] who owns and what is used is counted quickly", async () => {
  const stakeholders = await inTime(() =>
    listStakeholders({ workspaceId, archived: false, withEmail: false }),
  );
  expect(stakeholders[0]?.responsible).toBe((journeys * touchpointsEach) / 2);
  const channels = await inTime(() => listChannels({ workspaceId }));
  expect(channels[0]).toMatchObject({
    journeys,
    touchpoints: (journeys * touchpointsEach) / 2,
  });
});

test("[R73] who does what is read at once for all journeys, and for one of them without reading the others", async () => {
  const { journeys: all } = await inTime(() =>
    listResponsibilities({ workspaceId, journeyId: null }),
  );
  expect(all).toHaveLength(journeys);
  for (const { touchpoints, withoutOwner, stages } of all)
    expect([touchpoints, withoutOwner, stages.length]).toEqual([
      touchpointsEach,
      touchpointsEach / 2,
      5,
    ]);
  const asked = vi.spyOn(pool(), "query");
  const { journeys: one } = await inTime(() =>
    listResponsibilities({ workspaceId, journeyId: all[0]!.id }),
  );
  const [statement, values] = asked.mock.calls[0] as unknown as [
    string,
    unknown[],
  ];
  expect(asked).toHaveBeenCalledOnce();
  asked.mockRestore();
  const { rows } = await pool().query<Record<string, string>>(
    `EXPLAIN ${statement}`,
    values,
  );
  const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
  expect(plan).toContain("Index");
  expect(plan).not.toMatch(/Seq Scan on "(Touchpoint|Stage)/);
  expect(one[0]?.stages[0]).toMatchObject({
    touchpoints: 10,
    withoutOwner: 5,
    stakeholders: [{ id: stakeholderId, responsible: 5, involved: 0 }],
  });
  const duties = await inTime(() =>
    findDuties({ workspaceId, stakeholderId, withFinished: false }),
  );
  expect(duties.total).toBe((journeys * touchpointsEach) / 2);
  expect(duties.touchpoints).toHaveLength(1_000);
});

test("[R17] [R56] which of two hundred journeys need somebody is told in one statement", async () => {
  const asked = vi.spyOn(pool(), "query");
  const found = await inTime(() => listAttention({ workspaceId }));
  expect(asked).toHaveBeenCalledOnce();
  asked.mockRestore();
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
    const asked = vi.spyOn(pool(), "query");
    const first = { sort, isDown: false, after: null, limit: 50 };
    const found = await inTime(() => listTasks(filter, first));
    expect(asked).toHaveBeenCalledTimes(2);
    asked.mockRestore();
    const all = journeys * touchpointsEach;
    const { open, doing, done, dropped } = found.counts;
    expect(open + doing + done + dropped).toBe(all);
    const after = placeOf(found.nextCursor!);
    const next = await inTime(() => listTasks(filter, { ...first, after }));
    const ids = [...found.tasks, ...next.tasks].map(({ cardId }) => cardId);
    expect([sort, new Set(ids).size]).toEqual([sort, 100]);
  }
});

test("[R77] [N17] two thousand opportunities have their places and two thousand pains what became of them, each page in two questions", async () => {
  const asked = vi.spyOn(pool(), "query");
  const { opportunities, counts } = await inTime(() =>
    listOpportunities(
      { workspaceId, journeyId: null, isScored: null },
      { sort: "priority", isDown: true, after: null, limit: 50 },
    ),
  );
  expect(counts.scored).toBe(journeys * 10);
  // The best one of each journey shares the first place.
  expect(opportunities.map(({ rank }) => rank)).toEqual(Array(50).fill(1));
  const { pains } = await inTime(() =>
    listPains(
      { workspaceId, journeyId: null, decision: "undecided" },
      { after: null, limit: 50 },
    ),
  );
  expect(asked).toHaveBeenCalledTimes(4);
  asked.mockRestore();
  expect(pains[0]?.tasks).toEqual({
    all: touchpointsEach / 5,
    done: expect.any(Number),
  });
});
