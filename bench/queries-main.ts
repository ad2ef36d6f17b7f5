// Long because the question of each page is a few lines of one list. The program behind bench/queries.mjs: fills two
// workspaces of one database and asks both what the pages ask.
import { performance } from "node:perf_hooks";
import { closePool, pool } from "@/server/db/pool";
import { closePrisma, prisma } from "@/server/db/prisma";
import { listActivity } from "@/server/queries/activity";
import { listAttention } from "@/server/queries/attention";
import { listChannels } from "@/server/queries/channels";
import { readCurve } from "@/server/queries/curve";
import { readDigest, type DigestReceiver } from "@/server/queries/digest";
import { listEvidence } from "@/server/queries/evidence";
import { readEvidenceGroups } from "@/server/queries/evidence-groups";
import { readFunnelCounts } from "@/server/queries/funnel-counts";
import { handOverPreview } from "@/server/queries/hand-over";
import { listImports, readJourneyFlow } from "@/server/queries/imports";
import { countUnread, listInbox } from "@/server/queries/inbox";
import { journeySummary, listJourneys } from "@/server/queries/journeys";
import { readMapCatalogue } from "@/server/queries/map-catalogue";
import { findDuties, findMine } from "@/server/queries/mine";
import { listOpportunities } from "@/server/queries/opportunities";
import { listPains } from "@/server/queries/pains";
import { findPersonalPage } from "@/server/queries/person";
import { readNews } from "@/server/queries/person-news";
import { listPulses, readPulseComments } from "@/server/queries/pulses";
import { listResponsibilities } from "@/server/queries/responsibilities";
import { readReviews } from "@/server/queries/reviews";
import { readStoredMap } from "@/server/queries/shared-map";
import { listStakeholders } from "@/server/queries/stakeholders";
import { listTasks } from "@/server/queries/tasks";
import {
  findThread,
  listThreads,
  readConversation,
} from "@/server/queries/threads";
import { listTouchpoints } from "@/server/queries/touchpoints";
import { fillManyAnswers, type ManyAnswers } from "@/test/many-answers";
import { fillManyRows, type ManyIds } from "@/test/many-rows";
import { grownMap } from "./grown-map";

const runs = Number(process.argv[2]);
const withPlans = process.argv[3] === "plans";
/** Pages whose names hold this. */
const only = process.argv[4] ?? "";
/** Each page of a workspace of this size is to be answered within so many milliseconds, at p95. */
const limitMs = 300;
const full = { journeys: 200, touchpointsEach: 50, evidenceEach: 10 };
const tenth = { ...full, journeys: full.journeys / 10 };
const answers: ManyAnswers = {
  comments: 20_000,
  notices: 20_000,
  pulses: 200,
  answersEach: 250,
  imports: 2_000,
  deeds: 100_000,
};
const tenthOfAnswers: ManyAnswers = {
  ...answers,
  comments: 2_000,
  notices: 2_000,
  pulses: 20,
  imports: 200,
  deeds: 10_000,
};
const say = (line: string) => process.stdout.write(`${line}\n`);

interface Team extends ManyIds {
  readonly userId: string;
  /** Most of what was said, asked and imported is about this one. */
  readonly journeyId: string;
  readonly pulseId: string;
  readonly threadId: string;
  /** A journey with a document, of fifty touchpoints and a thousand cards. */
  readonly mapId: string;
}

/** The stakeholder of the rows is a member, who looks at their own page. */
async function teamOf(ids: ManyIds, size: ManyAnswers): Promise<Team> {
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
    orderBy: { title: "asc" },
  });
  const whose = { ...ids, userId, journeyId };
  await fillManyAnswers(whose, size);
  const { id: pulseId } = await prisma().pulse.findFirstOrThrow({
    where: { workspaceId },
  });
  const { id: threadId } = await prisma().commentThread.findFirstOrThrow({
    where: { workspaceId },
  });
  return { ...whose, pulseId, threadId, mapId: await grownMap(whose) };
}

const actorOf = ({ workspaceId, userId }: Team) =>
  ({ kind: "member", role: "editor", userId, workspaceId }) as const;

const start = { after: null, limit: 50 };
const everything = { journeyId: null, stage: null, channelId: null };

/** What each page asks, by its name. */
const pages: Readonly<Record<string, (team: Team) => Promise<unknown>>> = {
  "journeys with coverage": ({ workspaceId }) =>
    listJourneys({ workspaceId, state: "active", owner: null }),
  "journeys without owner": ({ workspaceId }) =>
    listJourneys({ workspaceId, state: "active", owner: "none" }),
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
  "touchpoints by feeling": ({ workspaceId }) =>
    listTouchpoints(
      { ...everything, workspaceId, owner: null, emotion: 0, q: null },
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
      { workspaceId, journeyId: null, isScored: null, owner: null },
      { ...start, sort: "priority", isDown: true },
    ),
  pains: ({ workspaceId }) =>
    listPains(
      { workspaceId, journeyId: null, decision: "undecided", owner: null },
      start,
    ),
  "opportunities without owner": ({ workspaceId }) =>
    listOpportunities(
      { workspaceId, journeyId: null, isScored: null, owner: "none" },
      { ...start, sort: "priority", isDown: true },
    ),
  "pains without owner": ({ workspaceId }) =>
    listPains(
      { workspaceId, journeyId: null, decision: "undecided", owner: "none" },
      start,
    ),
  decisions: ({ workspaceId }) =>
    listPains(
      { workspaceId, journeyId: null, decision: "decided", owner: null },
      start,
    ),
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
  "journey to compare, both sides": async (team) => {
    const { workspaceId, mapId: journeyId } = team;
    const of = { workspaceId, journeyId, personaId: null };
    await Promise.all([
      listJourneys({ workspaceId, state: "active", owner: null }),
      readMapCatalogue({ workspaceId }),
      readCurve(of),
      readCurve(of),
    ]);
  },
  "page of a map": (team) => {
    const { workspaceId, userId, mapId: journeyId } = team;
    const of = { workspaceId, journeyId };
    return Promise.all([
      journeySummary(of),
      readMapCatalogue({ workspaceId }),
      readStoredMap(journeyId),
      readEvidenceGroups(of),
      readFunnelCounts(of),
      readConversation({ ...of, userId }),
    ]);
  },
  "matrix of one map": ({ workspaceId, journeyId }) =>
    listResponsibilities({ workspaceId, journeyId }),
  "hand over": ({ workspaceId, stakeholderId }) =>
    handOverPreview({ workspaceId, stakeholderId }),
  "page behind a personal link": ({ workspaceId, stakeholderId }) =>
    findPersonalPage({
      linkId: "",
      workspaceId,
      stakeholderId,
      name: "",
      workspace: "",
      expiresAt: new Date(),
    }),
  "reviews of a map": ({ workspaceId, journeyId }) =>
    readReviews({ workspaceId, journeyId }),
  "marks of conversation": ({ workspaceId, journeyId, userId }) =>
    readConversation({ workspaceId, journeyId, userId }),
  "comments of a map": (team) =>
    listThreads(
      {
        actor: actorOf(team),
        journeyId: team.journeyId,
        state: "open",
        about: null,
        isMine: false,
      },
      { after: null, limit: 20 },
    ),
  "comments with my name": (team) =>
    listThreads(
      {
        actor: actorOf(team),
        journeyId: team.journeyId,
        state: "all",
        about: null,
        isMine: true,
      },
      { after: null, limit: 20 },
    ),
  "one conversation": (team) =>
    findThread({ actor: actorOf(team), threadId: team.threadId }),
  inbox: ({ workspaceId, userId }) =>
    listInbox(
      { workspaceId, userId, isUnreadOnly: false },
      { after: null, limit: 30 },
    ),
  "inbox, unread": ({ workspaceId, userId }) =>
    listInbox(
      { workspaceId, userId, isUnreadOnly: true },
      { after: null, limit: 30 },
    ),
  "count of the unread": ({ workspaceId, userId }) =>
    countUnread({ workspaceId, userId }),
  "activity of a workspace": (team) =>
    listActivity(
      {
        actor: actorOf(team),
        allowPublicLinks: true,
        journeyId: null,
        userId: null,
        topic: null,
      },
      { after: null, limit: 30 },
    ),
  "activity of one member": (team) =>
    listActivity(
      {
        actor: actorOf(team),
        allowPublicLinks: true,
        journeyId: null,
        userId: team.userId,
        topic: null,
      },
      { after: null, limit: 30 },
    ),
  "activity of a map": (team) =>
    listActivity(
      {
        actor: actorOf(team),
        allowPublicLinks: true,
        journeyId: team.journeyId,
        userId: null,
        topic: null,
      },
      { after: null, limit: 30 },
    ),
  "pulses of a map": (team) =>
    listPulses(
      {
        actor: actorOf(team),
        allowPublicLinks: true,
        journeyId: team.journeyId,
        touchpointId: null,
        standing: "live",
      },
      { after: null, limit: 20 },
    ),
  "words to a pulse": ({ workspaceId, pulseId }) =>
    readPulseComments(
      { workspaceId, pulseId, touchpointId: null },
      { after: null, limit: 20 },
    ),
  "imports of a map": ({ workspaceId, journeyId }) =>
    listImports({ workspaceId, journeyId }, { after: null, limit: 20 }),
  "flow of a map": ({ workspaceId, journeyId }) =>
    readJourneyFlow({ workspaceId, journeyId }),
  "news for one": ({ workspaceId, stakeholderId, journeyId }) =>
    readNews({
      workspaceId,
      stakeholderId,
      today: new Date().toISOString().slice(0, 10),
      news: [{ journeyId, kind: "task" as const, entityId: journeyId }],
    }),
  "digest of one": ({ workspaceId, stakeholderId }) =>
    readDigest({
      receiver: { workspaceId, stakeholderId, owned: [] } as Pick<
        DigestReceiver,
        "workspaceId" | "stakeholderId" | "owned"
      > as DigestReceiver,
      today: new Date().toISOString().slice(0, 10),
    }),
};

/** How long a page takes: at best, which is nearly what it costs, and for nineteen of twenty who ask. */
async function timesOf(
  ask: () => Promise<unknown>,
): Promise<{ readonly least: number; readonly p95: number }> {
  const took: number[] = [];
  for (let at = -3; at < runs; at += 1) {
    const began = performance.now();
    await ask();
    // The first ones fill caches and make connections.
    if (at >= 0) took.push(performance.now() - began);
  }
  const sorted = took.toSorted((a, b) => a - b);
  return {
    least: sorted[0] ?? 0,
    p95: sorted[Math.ceil(runs * 0.95) - 1] ?? 0,
  };
}

/** What the database does for every statement of a page. */
async function tellPlans(name: string, ask: () => Promise<unknown>) {
  const held = pool();
  const statements: (readonly [string, unknown[]])[] = [];
  const query = held.query.bind(held) as (...of: unknown[]) => unknown;
  const heard = (sql: string, values: unknown[]) => {
    statements.push([sql, values]);
    return query(sql, values);
  };
  Object.assign(held, { query: heard });
  await ask();
  Object.assign(held, { query });
  for (const [sql, values] of statements) {
    const { rows } = await held.query<{ "QUERY PLAN": string }>(
      `EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) ${sql}`,
      values,
    );
    say(`\n--- ${name}`);
    for (const row of rows) say(row["QUERY PLAN"]);
  }
}

const small = await teamOf(await fillManyRows(tenth), tenthOfAnswers);
const large = await teamOf(await fillManyRows(full), answers);
await pool().query("ANALYZE");
say(
  `| page | a tenth: least | p95 | whole: least | p95 | growth of the least | at most ${limitMs} ms |`,
);
say("| --- | ---: | ---: | ---: | ---: | ---: | --- |");
const asked = Object.entries(pages).filter(([name]) => name.includes(only));
const ms = (time: number) => `${time.toFixed(1)} ms`;
for (const [name, ask] of asked) {
  const few = await timesOf(() => ask(small));
  const many = await timesOf(() => ask(large));
  const isGood = many.p95 <= limitMs ? "yes" : "NO";
  say(
    `| ${name} | ${ms(few.least)} | ${ms(few.p95)} | ${ms(many.least)} | ${ms(many.p95)} | ${(many.least / few.least).toFixed(1)} × | ${isGood} |`,
  );
}
if (withPlans)
  for (const [name, ask] of asked) await tellPlans(name, () => ask(large));
await closePrisma();
await closePool();
