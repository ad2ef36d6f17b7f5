import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  test,
} from "vitest";
import type { OpportunityList, PainList } from "@/lib/api/opportunities";
import type { TaskList } from "@/lib/api/tasks";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { readDocument } from "@/server/sync/door";
import { startTestApp, type Principal, type TestApp } from "@/test/app";
import type { MapIds } from "@/test/matrix/map";
import { createWorld, type World } from "@/test/matrix/world";
import { callMap, type Enclosed } from "./testing/map-caller";

let app: TestApp;
let world: World;
let editor: Principal;
let ids: MapIds;

beforeAll(async () => {
  app = await startTestApp();
  ({ editor } = app.people);
  world = await createWorld(app);
});
beforeEach(async () => {
  ids = await world.map();
});
afterAll(() => app.stop());

const base = "/workspaces/acme";
const call = (request: string, enclosed?: Enclosed, who = editor) =>
  callMap(
    { who, journey: `${base}/journeys/${ids.journeyId}` },
    request,
    enclosed,
  );
const read = async <T>(path: string) =>
  (await (await editor.fetch(base + path)).json()) as T;
const cardIn = (map: JourneyMap, id: string) =>
  Object.values(map.cells)
    .flat()
    .find((card) => card.id === id);
const taskOf = async (id: string) =>
  cardIn((await readDocument(ids.journeyId)).map, id)?.task;

/** A pain on the map, under its stage. */
async function addPain(text: string): Promise<string> {
  const lane = await call("POST /lanes", {
    body: { kind: "pain", title: "Pains" },
  });
  const { stageId } = ids;
  const pain = await call("POST /cards", {
    body: { laneId: lane.id, columnId: stageId, text },
  });
  return pain.id;
}

describe("[R05] [R72] a task", () => {
  test("[R76] [N17] [J101] is made of a pain by a program as on the map, once under one key, and is in the list with where it came from", async () => {
    const pain = await addPain("Too slow");
    const body = { from: pain, kind: "action", laneTitle: "Actions" };
    const made = await call("POST /follow-ups", { body, key: "make-1" });
    expect(made).toMatchObject({
      status: 201,
      entity: {
        kind: "action",
        laneId: ids.laneId,
        columnId: ids.stageId,
        text: "Too slow",
        task: { stakeholderId: null, status: "open", due: null },
      },
    });
    const again = await call("POST /follow-ups", { body, key: "make-1" });
    expect(again.id).toBe(made.id);
    const found = () =>
      read<TaskList>(`/tasks?journey=${ids.journeyId}`).then(({ tasks }) =>
        tasks.map(({ cardId, origin }) => [cardId, origin?.text]),
      );
    await expect.poll(found).toEqual([[made.id, "Too slow"]]);
    const { pains } = await read<PainList>(`/pains?journey=${ids.journeyId}`);
    expect(pains).toMatchObject([
      { cardId: pain, decision: null, tasks: { all: 1, done: 0 } },
    ]);
    expect(pains[0]?.decided).toBeNull();
    const decision = { status: "accepted", reason: "Comes up often" };
    await call(`PATCH /cards/${pain}`, { body: { decision } });
    const decided = async () => {
      const now = await read<PainList>(`/pains?journey=${ids.journeyId}`);
      return now.pains[0]?.decided;
    };
    const { userId: id, name } = editor;
    await expect
      .poll(decided)
      .toEqual({ by: { id, name }, at: expect.stringMatching(/^20/) });
  });

  test("[2.5] is in the list of its journey right after a program wrote it, where it says which change it means", async () => {
    const journey = `journey=${ids.journeyId}`;
    const pain = await addPain("Too slow");
    const body = { from: pain, kind: "action", laneTitle: "Actions" };
    const made = await call("POST /follow-ups", { body });
    const now = `${journey}&minSeq=${made.seq}`;
    const { tasks } = await read<TaskList>(`/tasks?${now}`);
    expect(tasks.map(({ cardId }) => cardId)).toEqual([made.id]);
    const changed = await call(`PATCH /cards/${pain}`, {
      body: { decision: { status: "accepted", reason: "Often" } },
    });
    const later = `${journey}&minSeq=${changed.seq}`;
    const { pains } = await read<PainList>(`/pains?${later}`);
    expect(pains[0]?.decided?.by).toMatchObject({ name: editor.name });
    for (const list of ["opportunities", "responsibilities", "activity"])
      expect(
        (await editor.fetch(`${base}/${list}?${later}`)).status,
        list,
      ).toBe(200);
  });

  test("[2.5] nobody waits for a change that there never was, nor for one of no journey", async () => {
    for (const query of [
      `journey=${ids.journeyId}&minSeq=1000000`,
      "minSeq=1",
      `journey=${ids.journeyId}&minSeq=-1`,
    ])
      expect((await editor.fetch(`${base}/tasks?${query}`)).status).toBe(422);
    const foreign = `journey=${crypto.randomUUID()}&minSeq=1000000`;
    expect(await read<TaskList>(`/tasks?${foreign}`)).toMatchObject({
      tasks: [],
    });
  });

  test("of which two people change different parts at once keeps both", async () => {
    const { cardId } = ids;
    const task = { stakeholderId: null, status: "open", due: null };
    await call(`PATCH /cards/${cardId}`, { body: { task } });
    const stakeholderId = ids.stakeholderId;
    const answers = await Promise.all([
      call(`PATCH /cards/${cardId}/task`, { body: { due: "2026-12-24" } }),
      call(
        `PATCH /cards/${cardId}/task`,
        { body: { stakeholderId } },
        app.people.owner,
      ),
      call(
        `PATCH /cards/${cardId}/task`,
        { body: { status: "doing" } },
        app.people.admin,
      ),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await taskOf(cardId)).toEqual({
      stakeholderId,
      status: "doing",
      due: "2026-12-24",
    });
    await call(`PATCH /cards/${cardId}/task`, {
      body: { stakeholderId: null, due: null },
    });
    expect(await taskOf(cardId)).toEqual({
      stakeholderId: null,
      status: "doing",
      due: null,
    });
  });

  test("[AZ-08] is not changed by nothing, by nonsense or by keys that it does not have", async () => {
    const { cardId } = ids;
    const task = { stakeholderId: null, status: "open", due: null };
    await call(`PATCH /cards/${cardId}`, { body: { task } });
    for (const body of [
      {},
      { status: "late" },
      { due: "tomorrow" },
      { due: "2026-02-30" },
      { stakeholderId: "anna" },
      { status: "done", text: "x" },
    ]) {
      const { status } = await call(`PATCH /cards/${cardId}/task`, { body });
      expect([body, status]).toEqual([body, 422]);
    }
    expect(await taskOf(cardId)).toEqual(task);
  });

  test("[AP-09] lists take no cursor that is not ours and no order that they do not have", async () => {
    for (const query of [
      "tasks?cursor=x",
      "tasks?sort=priority",
      "tasks?status=late",
      "tasks?overdue=maybe",
      "opportunities?cursor=x",
      "opportunities?sort=due",
      "pains?decision=late",
      "pains?cursor=x",
    ]) {
      const { status } = await editor.fetch(`${base}/${query}`);
      expect([query, status]).toEqual([query, 422]);
    }
  });
});

test("[R79] an opportunity that is made of a touchpoint is scored unless somebody was faster, and then has its place", async () => {
  const { touchpointId } = ids;
  const made = await call("POST /follow-ups", {
    body: { from: touchpointId, kind: "opportunity", laneTitle: "Better" },
  });
  expect(made).toMatchObject({ status: 201, entity: { score: null } });
  const score = { customerValue: 80, businessValue: 40, effort: 2 };
  const one = `PATCH /cards/${made.id}`;
  const { seq } = await call(
    one,
    { body: { text: "Greet by name" } },
    app.people.owner,
  );
  const late = await call(one, { body: { score, ifSeq: made.seq } });
  expect(late).toMatchObject({ status: 409, code: "version_conflict" });
  expect(await call(one, { body: { score, ifSeq: seq } })).toMatchObject({
    status: 200,
    entity: { score },
  });
  const listed = () =>
    read<OpportunityList>(`/opportunities?journey=${ids.journeyId}`).then(
      ({ opportunities }) => opportunities,
    );
  await expect.poll(listed).toMatchObject([
    {
      cardId: made.id,
      score,
      priority: 20,
      rank: 1,
      origin: { id: touchpointId, kind: "touchpoint" },
    },
  ]);
});
