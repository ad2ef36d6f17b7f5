import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PainFilter } from "@/lib/api/opportunities";
import { isDecided } from "@/lib/journey/decision";
import { priorityOf } from "@/lib/journey/score";
import { closePool } from "@/server/db/pool";
import { closePrisma, prisma } from "@/server/db/prisma";
import { forgetEnv } from "@/server/env";
import { createTestDatabase, type TestDatabase } from "@/test/postgres";
import { placeOf } from "./cursor";
import { listOpportunities, type OpportunitiesPage } from "./opportunities";
import { listPains } from "./pains";
import { listTasks, type TasksFilter, type TasksPage } from "./tasks";
import { addCardRow, addTaskRow } from "./testing/cards";

let database: TestDatabase;
let workspaceId: string;
let anna: string;
const journeys: Record<"a" | "b" | "archived" | "theirs", string> = {
  a: "",
  b: "",
  archived: "",
  theirs: "",
};
const of = (name: keyof typeof journeys) => ({
  workspaceId,
  journeyId: journeys[name],
});

async function makeJourney(title: string, archivedAt: Date | null = null) {
  const data = { workspaceId, title, archivedAt };
  return (await prisma().journey.create({ data })).id;
}
async function makeWorkspace(slug: string) {
  return (await prisma().workspace.create({ data: { slug, name: slug } })).id;
}

beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  forgetEnv();
  workspaceId = await makeWorkspace("theirs");
  journeys.theirs = await makeJourney("Theirs");
  await addTaskRow(of("theirs"));
  await addCardRow(of("theirs"), "opportunity", { score: [99, 99, 0] });
  await addCardRow(of("theirs"), "pain");
  workspaceId = await makeWorkspace("ours");
  journeys.a = await makeJourney("Alpha");
  journeys.b = await makeJourney("beta");
  journeys.archived = await makeJourney("Gone", new Date());
  const data = { workspaceId, kind: "person", name: "Anna" };
  anna = (await prisma().stakeholder.create({ data })).id;
});
afterAll(async () => {
  await closePrisma();
  await closePool();
  await database.drop();
});

const everyone: Omit<TasksFilter, "workspaceId"> = {
  journeyId: null,
  status: null,
  person: null,
  overdueOn: null,
};
const byDue: TasksPage = { sort: "due", isDown: false, after: null, limit: 50 };

describe("tasks over all journeys", () => {
  beforeAll(async () => {
    const pain = await addCardRow(of("a"), "pain", { text: "Too slow" });
    await addTaskRow(of("a"), { text: "no day" });
    await addTaskRow(of("a"), {
      text: "late",
      due: "2026-03-01",
      stakeholderId: anna,
      originId: pain,
    });
    await addTaskRow(of("b"), {
      text: "soon",
      due: "2026-04-01",
      status: "doing",
    });
    await addTaskRow(of("b"), {
      text: "over",
      due: "2026-01-01",
      status: "done",
      // Of nobody in this workspace.
      stakeholderId: crypto.randomUUID(),
    });
    await addTaskRow(of("archived"), { text: "archived" });
  });
  const textsOf = async (
    filter: Partial<TasksFilter> = {},
    page: Partial<TasksPage> = {},
  ) => {
    const { tasks } = await listTasks(
      { workspaceId, ...everyone, ...filter },
      { ...byDue, ...page },
    );
    return tasks.map(({ text }) => text);
  };

  test("[R05] [R72] come with person, day, place and what they were made of, the first due first and those without a day last", async () => {
    expect(await textsOf()).toEqual(["over", "late", "soon", "no day"]);
    const { tasks, counts } = await listTasks(
      { workspaceId, ...everyone },
      byDue,
    );
    expect(tasks[1]).toMatchObject({
      due: "2026-03-01",
      person: { id: anna, name: "Anna" },
      journey: { id: journeys.a, title: "Alpha" },
      origin: { kind: "pain", text: "Too slow" },
      seq: 7,
    });
    expect(counts).toEqual({ open: 2, doing: 1, done: 1, dropped: 0 });
  });

  test.each<[Partial<TasksFilter>, string[]]>([
    [{ status: "unfinished" }, ["late", "soon", "no day"]],
    [{ status: "done" }, ["over"]],
    [{ person: "none" }, ["over", "soon", "no day"]],
    [{ overdueOn: "2026-03-02" }, ["late"]],
    [{ overdueOn: "2026-03-01" }, []],
  ])("[R05] the filter %j leaves %j", async (filter, texts) => {
    expect(await textsOf(filter)).toEqual(texts);
  });

  test("[R05] of one person and one journey, an archived one where it is named, are by id", async () => {
    expect(await textsOf({ person: anna })).toEqual(["late"]);
    expect(await textsOf({ journeyId: journeys.b })).toEqual(["over", "soon"]);
    expect(await textsOf({ journeyId: journeys.archived })).toEqual([
      "archived",
    ]);
  });

  test.each(["due", "status", "person", "journey", "text"] as const)(
    "[R05] pages by %s follow each other in both directions without gap or repetition",
    async (sort) => {
      for (const isDown of [false, true]) {
        const all = await textsOf({}, { sort, isDown });
        const seen: string[] = [];
        let after: TasksPage["after"] = null;
        for (let page = 0; page < 5; page++) {
          const part = await listTasks(
            { workspaceId, ...everyone },
            { sort, isDown, after, limit: 1 },
          );
          seen.push(...part.tasks.map(({ text }) => text));
          if (part.nextCursor === null) break;
          after = placeOf(part.nextCursor);
        }
        expect(seen).toEqual(all);
        expect(new Set(seen).size).toBe(4);
      }
    },
  );

  test("[R05] what a column does not say stands last in either direction", async () => {
    const last = async (sort: "due" | "person", isDown: boolean) =>
      (await textsOf({ status: "unfinished" }, { sort, isDown })).at(-1);
    expect([await last("due", false), await last("due", true)]).toEqual([
      "no day",
      "no day",
    ]);
    expect(await textsOf({}, { sort: "person", isDown: true })).toEqual([
      "late",
      ...(await textsOf({}, { sort: "person", isDown: true })).slice(1),
    ]);
  });
});

const first: OpportunitiesPage = {
  sort: "priority",
  isDown: true,
  after: null,
  limit: 50,
};

describe("opportunities over all journeys", () => {
  const scores = {
    small: [60, 60, 1],
    twinForUs: [50, 70, 1],
    large: [100, 100, 5],
    free: [20, 20, 0],
  } as const;
  beforeAll(async () => {
    for (const [text, score] of Object.entries(scores))
      await addCardRow(of("a"), "opportunity", { text, score });
    const pain = await addCardRow(of("b"), "pain");
    const id = await addCardRow(of("b"), "opportunity", {
      text: "unscored",
      originId: pain,
    });
    await addTaskRow(of("b"), { originId: id, status: "done" });
    await addTaskRow(of("b"), { originId: id });
    await addCardRow(of("archived"), "opportunity", { score: [1, 1, 1] });
  });
  const list = (page: Partial<OpportunitiesPage> = {}) =>
    listOpportunities(
      { workspaceId, journeyId: null, isScored: null, owner: null },
      { ...first, ...page },
    );

  test("[R77] what is to be done first comes first; equals share a place and are ordered by what customers gain; unscored ones have none", async () => {
    const { opportunities, counts } = await list();
    expect(
      opportunities.map(({ text, rank, priority }) => [text, rank, priority]),
    ).toEqual([
      ["small", 1, 30],
      ["twinForUs", 1, 30],
      ["free", 3, 20],
      ["large", 4, 100 / 6],
      ["unscored", null, null],
    ]);
    expect(counts).toEqual({ scored: 4, unscored: 1, withoutOwner: 5 });
  });

  test("[R77] the database and the product reckon a priority alike", async () => {
    const { opportunities } = await list();
    for (const { score, priority } of opportunities)
      if (score) expect(priority).toBeCloseTo(priorityOf(score), 9);
  });

  test("[R77] [R78] one without a score stays last however the table is ordered, and tells what it was made of and what became of it", async () => {
    for (const sort of ["priority", "customer", "business", "effort"] as const)
      for (const isDown of [true, false]) {
        const { opportunities } = await list({ sort, isDown });
        expect([sort, opportunities.at(-1)?.text]).toEqual([sort, "unscored"]);
      }
    const { opportunities } = await list();
    expect(opportunities.at(-1)).toMatchObject({
      score: null,
      tasks: { all: 2, done: 1 },
      origin: { kind: "pain" },
    });
  });

  test("[R77] pages keep the places of the whole list", async () => {
    const seen: unknown[] = [];
    let after: OpportunitiesPage["after"] = null;
    for (let page = 0; page < 6; page++) {
      const part = await list({ after, limit: 2 });
      seen.push(...part.opportunities.map(({ text, rank }) => [text, rank]));
      if (part.nextCursor === null) break;
      after = placeOf(part.nextCursor);
    }
    const { opportunities } = await list();
    expect(seen).toEqual(opportunities.map(({ text, rank }) => [text, rank]));
  });

  test("[R78] only the scored, or only the others", async () => {
    const count = async (isScored: boolean) =>
      (
        await listOpportunities(
          { workspaceId, journeyId: null, isScored, owner: null },
          first,
        )
      ).opportunities.length;
    expect([await count(true), await count(false)]).toEqual([4, 1]);
  });
});

describe("pains and what was decided", () => {
  const decisions = [
    null,
    { status: "open", reason: "We look into it" },
    { status: "accepted", reason: "" },
    { status: "in-work", reason: "" },
    { status: "solved", reason: " \n\t" },
    { status: "solved", reason: "Since May" },
    { status: "wont-change", reason: "" },
    { status: "wont-change", reason: "The law" },
  ] as const;
  let journeyId: string;
  beforeAll(async () => {
    journeyId = await makeJourney("Pains");
    for (const decision of decisions)
      await addCardRow({ workspaceId, journeyId }, "pain", {
        text: JSON.stringify(decision),
        ...(decision && { decision }),
      });
  });
  const listed = async (decision: PainFilter | null) => {
    const filter = { workspaceId, journeyId, decision, owner: null };
    return listPains(filter, { after: null, limit: 50 });
  };

  test("[N17] [R76] [J102] what is open or lacks its reason is not decided, in the list as in the product", async () => {
    const expected = decisions.filter((decision) => isDecided(decision));
    const { pains, counts } = await listed("decided");
    expect(pains.map(({ decision }) => decision)).toEqual(
      expect.arrayContaining([...expected]),
    );
    expect(pains).toHaveLength(expected.length);
    expect(counts).toEqual({
      decided: expected.length,
      undecided: decisions.length - expected.length,
      withoutOwner: expected.length,
    });
    expect((await listed("undecided")).pains).toHaveLength(
      decisions.length - expected.length,
    );
  });

  test("[N17] the log is narrowed to one decision", async () => {
    const { pains } = await listed("wont-change");
    expect(new Set(pains.map(({ decision }) => decision?.reason))).toEqual(
      new Set(["", "The law"]),
    );
  });

  test("[N17] pages follow each other without gap or repetition", async () => {
    const seen = new Set<string>();
    let after: ReturnType<typeof placeOf> = null;
    for (let page = 0; page < 5; page++) {
      const part = await listPains(
        { workspaceId, journeyId, decision: null, owner: null },
        { after, limit: 3 },
      );
      for (const { cardId } of part.pains) seen.add(cardId);
      if (part.nextCursor === null) break;
      after = placeOf(part.nextCursor);
    }
    expect(seen.size).toBe(decisions.length);
  });

  test("[R71] pains and opportunities without owner are those at a touchpoint that nobody is responsible for, and those at none", async () => {
    const journeyId = await makeJourney("Owned in part");
    const at = { workspaceId, journeyId };
    const own = (touchpointId: string, stakeholderId: string, role: string) =>
      prisma().touchpointOwner.create({
        data: { ...at, touchpointId, stakeholderId, role, asOfSeq: 7n },
      });
    const columns = Array.from({ length: 3 }, () => crypto.randomUUID());
    const [owned, involved, nobodys] = columns as [string, string, string];
    await own(owned, anna, "responsible");
    await own(involved, anna, "involved");
    // Of nobody in this workspace.
    await own(nobodys, crypto.randomUUID(), "responsible");
    const places = { owned, involved, nobodys, "no touchpoint": undefined };
    for (const [text, columnId] of Object.entries(places)) {
      await addCardRow(at, "pain", { text, ...(columnId && { columnId }) });
      await addCardRow(at, "opportunity", {
        text,
        ...(columnId && { columnId }),
        ...(text !== "nobodys" && { score: [50, 50, 1] }),
      });
    }
    const without = ["involved", "no touchpoint", "nobodys"];
    const pains = await listPains(
      { ...at, decision: "undecided", owner: "none" },
      { after: null, limit: 50 },
    );
    expect(pains.pains.map(({ text }) => text).toSorted()).toEqual(without);
    expect(pains.counts).toEqual({ decided: 0, undecided: 3, withoutOwner: 3 });
    const scored = { ...at, isScored: true, owner: "none" } as const;
    const found = await listOpportunities(scored, first);
    expect(found.opportunities.map(({ text }) => text).toSorted()).toEqual(
      without.slice(0, 2),
    );
    expect(found.opportunities.map(({ rank }) => rank)).toEqual([1, 1]);
    expect(found.counts).toEqual({ scored: 2, unscored: 1, withoutOwner: 2 });
    const all = await listOpportunities({ ...scored, owner: null }, first);
    expect(all.counts).toEqual({ scored: 3, unscored: 1, withoutOwner: 2 });
  });

  test("[AZ-02] nothing of another workspace is in any list", async () => {
    const journey = journeys.theirs;
    const { tasks } = await listTasks(
      { workspaceId, ...everyone, journeyId: journey },
      byDue,
    );
    const { opportunities } = await listOpportunities(
      { workspaceId, journeyId: journey, isScored: null, owner: null },
      first,
    );
    const { pains } = await listPains(
      { workspaceId, journeyId: journey, decision: null, owner: null },
      { after: null, limit: 50 },
    );
    expect([tasks, opportunities, pains]).toEqual([[], [], []]);
  });
});
