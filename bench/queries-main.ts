// The program behind bench/queries.mjs: fills two workspaces of one database and asks both what the pages ask.
import { performance } from "node:perf_hooks";
import { closePool, pool } from "@/server/db/pool";
import { closePrisma, prisma } from "@/server/db/prisma";
import { listAttention } from "@/server/queries/attention";
import { listChannels } from "@/server/queries/channels";
import { readDigest, type DigestReceiver } from "@/server/queries/digest";
import { listEvidence } from "@/server/queries/evidence";
import { readEvidenceGroups } from "@/server/queries/evidence-groups";
import { readFunnelCounts } from "@/server/queries/funnel-counts";
import { listJourneys } from "@/server/queries/journeys";
import { findDuties, findMine } from "@/server/queries/mine";
import { listOpportunities } from "@/server/queries/opportunities";
import { listPains } from "@/server/queries/pains";
import { listResponsibilities } from "@/server/queries/responsibilities";
import { listStakeholders } from "@/server/queries/stakeholders";
import { listTasks } from "@/server/queries/tasks";
import { listTouchpoints } from "@/server/queries/touchpoints";
import { fillManyRows, type ManyIds } from "@/test/many-rows";

const runs = Number(process.argv[2]);
const withPlans = process.argv[3] === "plans";
/** Each page of a workspace of this size is to be answered within so many milliseconds, at p95. */
const limitMs = 300;
const full = { journeys: 200, touchpointsEach: 50, evidenceEach: 10 };
const tenth = { ...full, journeys: full.journeys / 10 };
const say = (line: string) => process.stdout.write(`${line}\n`);

interface Team extends ManyIds {
  readonly userId: string;
  readonly journeyId: string;
}

/** The stakeholder of the rows is a member, who looks at their own page. */
async function teamOf(ids: ManyIds): Promise<Team> {
  const { workspaceId, stakeholderId } = ids;
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
  await prisma().stakeholder.update({
    where: { workspaceId_id: { workspaceId, id: stakeholderId } },
    data: { userId },
  });
  const { id: journeyId } = await prisma().journey.findFirstOrThrow({
    where: { workspaceId },
  });
  return { ...ids, userId, journeyId };
}

const start = { after: null, limit: 50 };
const everything = { journeyId: null, stage: null, channelId: null };

/** What each page asks, by its name. */
const pages: Readonly<Record<string, (team: Team) => Promise<unknown>>> = {
  "journeys with coverage": ({ workspaceId }) =>
    listJourneys({ workspaceId, state: "active" }),
  attention: ({ workspaceId }) => listAttention({ workspaceId }),
  touchpoints: ({ workspaceId }) =>
    listTouchpoints(
      { ...everything, workspaceId, owner: null, emotion: null, q: null },
      start,
    ),
  "touchpoints without owner": ({ workspaceId }) =>
    listTouchpoints(
      { ...everything, workspaceId, owner: "none", emotion: null, q: null },
      start,
    ),
  "touchpoints by words": ({ workspaceId }) =>
    listTouchpoints(
      { ...everything, workspaceId, owner: null, emotion: "none", q: "nt 3" },
      start,
    ),
  mine: ({ workspaceId, userId }) => findMine({ workspaceId, userId }),
  "page of a stakeholder": ({ workspaceId, stakeholderId }) =>
    findDuties({ workspaceId, stakeholderId, withFinished: false }),
  stakeholders: ({ workspaceId }) =>
    listStakeholders({ workspaceId, archived: false, withEmail: false }),
  responsibilities: ({ workspaceId }) =>
    listResponsibilities({ workspaceId, journeyId: null }),
  tasks: ({ workspaceId }) =>
    listTasks(
      {
        workspaceId,
        journeyId: null,
        status: "unfinished",
        person: null,
        overdueOn: null,
      },
      { ...start, sort: "due", isDown: false },
    ),
  opportunities: ({ workspaceId }) =>
    listOpportunities(
      { workspaceId, journeyId: null, isScored: null },
      { ...start, sort: "priority", isDown: true },
    ),
  pains: ({ workspaceId }) =>
    listPains({ workspaceId, journeyId: null, decision: "undecided" }, start),
  decisions: ({ workspaceId }) =>
    listPains({ workspaceId, journeyId: null, decision: "decided" }, start),
  "evidence of a workspace": ({ workspaceId, userId }) =>
    listEvidence(
      {
        actor: { kind: "member", role: "editor", userId, workspaceId },
        journeyId: null,
        touchpointId: null,
        personaId: null,
      },
      start,
    ),
  "evidence of a map": ({ workspaceId, userId, journeyId }) =>
    listEvidence(
      {
        actor: { kind: "member", role: "editor", userId, workspaceId },
        journeyId,
        touchpointId: null,
        personaId: null,
      },
      start,
    ),
  "curve and funnel of a map": ({ workspaceId, journeyId }) =>
    Promise.all([
      readEvidenceGroups({ workspaceId, journeyId }),
      readFunnelCounts({ workspaceId, journeyId }),
    ]),
  channels: ({ workspaceId }) => listChannels({ workspaceId }),
  "digest of one": ({ workspaceId, stakeholderId }) =>
    readDigest({
      receiver: { workspaceId, stakeholderId, owned: [] } as Pick<
        DigestReceiver,
        "workspaceId" | "stakeholderId" | "owned"
      > as DigestReceiver,
      today: new Date().toISOString().slice(0, 10),
    }),
};

async function p95(ask: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let at = -3; at < runs; at += 1) {
    const began = performance.now();
    await ask();
    // The first ones fill caches and make connections.
    if (at >= 0) took.push(performance.now() - began);
  }
  return took.toSorted((a, b) => a - b)[Math.ceil(runs * 0.95) - 1] ?? 0;
}

/** What the database does for every statement of a page. */
async function tellPlans(name: string, ask: () => Promise<unknown>) {
  const held = pool();
  const asked: (readonly [string, unknown[]])[] = [];
  const query = held.query.bind(held) as (...of: unknown[]) => unknown;
  const heard = (sql: string, values: unknown[]) => {
    asked.push([sql, values]);
    return query(sql, values);
  };
  Object.assign(held, { query: heard });
  await ask();
  Object.assign(held, { query });
  for (const [sql, values] of asked) {
    const { rows } = await held.query<{ "QUERY PLAN": string }>(
      `EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) ${sql}`,
      values,
    );
    say(`\n--- ${name}`);
    for (const row of rows) say(row["QUERY PLAN"]);
  }
}

const small = await teamOf(await fillManyRows(tenth));
const large = await teamOf(await fillManyRows(full));
await pool().query("ANALYZE");
say(`| page | a tenth, p95 | whole, p95 | growth | at most ${limitMs} ms |`);
say("| --- | ---: | ---: | ---: | --- |");
for (const [name, ask] of Object.entries(pages)) {
  const [few, many] = [
    await p95(() => ask(small)),
    await p95(() => ask(large)),
  ];
  const isGood = many <= limitMs ? "yes" : "NO";
  say(
    `| ${name} | ${few.toFixed(1)} ms | ${many.toFixed(1)} ms | ${(many / few).toFixed(1)} × | ${isGood} |`,
  );
}
if (withPlans)
  for (const [name, ask] of Object.entries(pages))
    await tellPlans(name, () => ask(large));
await closePrisma();
await closePool();
