import { randomUUID } from "node:crypto";
import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  test,
} from "vitest";
import type {
  HandedOver,
  OwnerChange,
  OwnersChanged,
  Responsibilities,
  StakeholderDuties,
} from "@/lib/api/ownership";
import { addTouchpoint } from "@/lib/journey/touchpoints";
import type { StageId } from "@/lib/journey/ids";
import { prisma } from "@/server/db/prisma";
import { readDocument, withDocument } from "@/server/sync/door";
import { startTestApp, type Principal, type TestApp } from "@/test/app";
import type { MapIds } from "@/test/matrix/map";
import { createWorld, type World } from "@/test/matrix/world";
import { countUpdates } from "./testing/map-caller";

let app: TestApp;
let world: World;
let theirs: World;
let editor: Principal;
let one: MapIds;
let two: MapIds;
/** Two more people of the workspace. */
let anna: string;
let ben: string;

beforeAll(async () => {
  app = await startTestApp();
  ({ editor } = app.people);
  world = await createWorld(app);
  const { other: workspace, people } = app;
  theirs = await createWorld(app, { workspace, owner: people.outsider });
});
beforeEach(async () => {
  [one, two] = [await world.map(), await world.map()];
  [anna, ben] = [await world.stakeholder(), await world.stakeholder()];
});
afterAll(() => app.stop());

const base = "/workspaces/acme";
const read = async <T>(path: string, who = editor) =>
  (await (await who.fetch(base + path)).json()) as T;

async function assign(changes: Partial<OwnerChange>[], replace = false) {
  const response = await editor.send("POST", `${base}/owners`, {
    changes,
    replace,
  });
  return {
    status: response.status,
    ...((await response.json()) as OwnersChanged),
  };
}

const change = (
  { journeyId, touchpointId }: MapIds,
  stakeholderId: string,
  role: OwnerChange["role"] = "responsible",
) =>
  ({ journeyId, touchpointId, stakeholderId, role }) as unknown as OwnerChange;

/** Who has which role at the touchpoint of a map, as the document says. */
async function ownersOf({ journeyId, touchpointId }: MapIds) {
  const { map } = await readDocument(journeyId);
  const found = map.stages
    .flatMap(({ touchpoints }) => touchpoints)
    .find(({ id }) => id === touchpointId);
  return Object.fromEntries(
    (found?.owners ?? []).map(({ stakeholderId, role }) => [
      stakeholderId,
      role,
    ]),
  );
}

describe("owners of many touchpoints", () => {
  test("[R71] [R73] are changed across journeys in one request, each map in one step, and put back the same way", async () => {
    const before = [await ownersOf(one), await ownersOf(two)];
    await assign([change(one, ben)]);
    const rows = await countUpdates(one.journeyId);
    const done = await assign([change(one, anna), change(two, anna)], true);
    expect(done.status).toBe(200);
    expect(done.refused).toEqual([]);
    expect(await ownersOf(one)).toEqual({
      ...before[0],
      [anna]: "responsible",
    });
    expect(await ownersOf(two)).toEqual({
      ...before[1],
      [anna]: "responsible",
    });
    expect(await countUpdates(one.journeyId)).toBe(rows + 1);
    const back = await assign(
      done.changed.map(({ role, was, ...place }) => ({
        ...(place as object),
        role: was,
        was: role,
      })),
    );
    expect(back.refused).toEqual([]);
    expect(await ownersOf(one)).toEqual({ ...before[0], [ben]: "responsible" });
    expect(await ownersOf(two)).toEqual(before[1]);
  });

  test("[R73] are what pages say once it is answered, and the log names who did it", async () => {
    await assign([change(one, anna), change(two, anna, "involved")]);
    const duties = await read<StakeholderDuties>(
      `/stakeholders/${anna}/duties`,
    );
    expect(
      duties.touchpoints.map(({ journey, myRole }) => [journey.id, myRole]),
    ).toEqual(
      expect.arrayContaining([
        [one.journeyId, "responsible"],
        [two.journeyId, "involved"],
      ]),
    );
    const newest = await prisma().documentUpdate.findFirst({
      where: { journeyId: one.journeyId },
      orderBy: { seq: "desc" },
    });
    expect(newest).toMatchObject({
      actorKind: "user",
      actorId: editor.userId,
    });
  });

  test("[R71] what was deleted meanwhile is named, and the rest is changed", async () => {
    const gone = await world.map("touchpoint");
    const binned = await world.map();
    await app.people.owner.send(
      "DELETE",
      `${base}/journeys/${binned.journeyId}`,
    );
    const done = await assign([
      change(gone, anna),
      change(binned, anna),
      change(one, anna),
    ]);
    expect(done.refused).toEqual(
      [gone, binned].map(({ journeyId, touchpointId }) => ({
        journeyId,
        touchpointId,
        reason: "not_found",
      })),
    );
    expect(done.changed).toHaveLength(1);
    expect(await ownersOf(one)).toMatchObject({ [anna]: "responsible" });
  });

  test("a role that is another by now is left alone", async () => {
    await assign([change(one, anna, "involved")]);
    const late = await assign([
      { ...change(one, anna, null), was: "responsible" },
    ]);
    expect(late).toMatchObject({
      changed: [],
      refused: [{ reason: "conflict" }],
    });
    expect(await ownersOf(one)).toMatchObject({ [anna]: "involved" });
  });

  test("[AZ-06] [AZ-02] of nine that may be changed and one of another workspace none is", async () => {
    const foreign = await theirs.map();
    const good = Array.from({ length: 9 }, () => change(one, anna));
    const rows = await countUpdates(one.journeyId);
    for (const bad of [
      change(foreign, anna),
      change(one, foreign.stakeholderId),
      { ...change(one, anna), journeyId: randomUUID() },
    ])
      expect((await assign([...good, bad])).status).toBe(404);
    expect(await countUpdates(one.journeyId)).toBe(rows);
    expect(await ownersOf(one)).not.toHaveProperty(anna);
  });

  test("[AZ-08] [AP-09] keys, roles and ids that are none are turned down, and so is too much", async () => {
    const good = change(one, anna);
    for (const changes of [
      [],
      [{ ...good, role: "owner" }],
      [{ ...good, seq: 1 }],
      [{ ...good, touchpointId: "x:y" }],
      Array.from({ length: 501 }, () => good),
    ])
      expect((await assign(changes as OwnerChange[])).status).toBe(422);
  });
});

describe("handing over", () => {
  const handOver = async (body: object, from = anna) => {
    const response = await editor.send(
      "POST",
      `${base}/stakeholders/${from}/hand-over`,
      body,
    );
    const said = (await response.json()) as HandedOver & { code?: string };
    return { status: response.status, ...said };
  };
  const entries = () =>
    prisma().auditEvent.findMany({
      where: { action: "stakeholder:hand-over", subjectId: anna },
    });

  test("[R71] [R72] gives all of it to one other, says first and after how much, and writes it down once", async () => {
    await assign([change(one, anna), change(two, anna, "involved")]);
    const { journeys } = await read<HandedOver>(
      `/stakeholders/${anna}/hand-over`,
    );
    expect(journeys).toHaveLength(2);
    const done = await handOver({ to: ben });
    expect(done.journeys).toEqual(journeys);
    expect(await ownersOf(one)).toMatchObject({ [ben]: "responsible" });
    expect(await ownersOf(two)).toMatchObject({ [ben]: "involved" });
    expect(await ownersOf(one)).not.toHaveProperty(anna);
    expect(await entries()).toMatchObject([
      { detail: { to: ben, journeys: 2, responsible: 1, involved: 1 } },
    ]);
  });

  test("[R71] done again after it was broken off it does what is left, and then nothing", async () => {
    await assign([change(one, anna), change(two, anna)]);
    const first = await handOver({ to: ben, journeys: [one.journeyId] });
    expect(first.journeys.map(({ id }) => id)).toEqual([one.journeyId]);
    const rows = await countUpdates(one.journeyId);
    const second = await handOver({ to: ben });
    expect(second.journeys.map(({ id }) => id)).toEqual([two.journeyId]);
    expect(await handOver({ to: ben })).toMatchObject({
      status: 200,
      journeys: [],
      refused: [],
    });
    expect(await countUpdates(one.journeyId)).toBe(rows);
    expect(await entries()).toHaveLength(2);
  });

  test("[R71] [N05] gives on who is reminded of reviews as well, to whoever has an account; what another one is reminded of stays", async () => {
    const { admin, viewer } = app.people;
    const person = async (userId: string | null) => {
      const id = await world.stakeholder();
      await prisma().stakeholder.updateMany({
        where: { userId },
        data: { userId: null },
      });
      await prisma().stakeholder.update({ where: { id }, data: { userId } });
      return id;
    };
    const keepers = async () =>
      (
        await prisma().journey.findMany({
          where: { id: { in: [one.journeyId, two.journeyId] } },
          select: { id: true, keeperId: true },
        })
      ).map(
        ({ id, keeperId }) =>
          [id === one.journeyId ? "one" : "two", keeperId] as const,
      );
    const [giver, taker] = [
      await person(admin.userId),
      await person(viewer.userId),
    ];
    const keep = (journeyId: string, data: object) =>
      prisma().journey.update({ where: { id: journeyId }, data });
    await keep(one.journeyId, { keeperId: null, createdById: admin.userId });
    await keep(two.journeyId, { keeperId: editor.userId });
    const preview = (await read<HandedOver>(`/stakeholders/${giver}/hand-over`))
      .journeys;
    expect(preview.find(({ id }) => id === one.journeyId)).toMatchObject({
      responsible: 0,
      reviews: 1,
    });
    expect(preview.find(({ id }) => id === two.journeyId)).toBeUndefined();
    const journeys = [one.journeyId, two.journeyId];
    // Without an account nobody can be reminded.
    expect(await handOver({ to: ben, journeys }, giver)).toMatchObject({
      status: 200,
      journeys: [],
    });
    const done = await handOver({ to: taker, journeys }, giver);
    expect(done.journeys).toMatchObject([{ id: one.journeyId, reviews: 1 }]);
    expect(new Map(await keepers())).toEqual(
      new Map([
        ["one", viewer.userId],
        ["two", editor.userId],
      ]),
    );
    expect((await handOver({ to: taker, journeys }, giver)).journeys).toEqual(
      [],
    );
  });

  test("[AZ-02] takes nobody and no journey of another workspace, and nobody who is put away", async () => {
    await assign([change(one, anna)]);
    const foreign = await theirs.map();
    const archived = await world.stakeholder(true);
    const statuses = [
      (await handOver({ to: foreign.stakeholderId })).status,
      (await handOver({ to: ben, journeys: [foreign.journeyId] })).status,
      (await handOver({ to: ben }, foreign.stakeholderId)).status,
      (await handOver({ to: archived })).status,
      (await handOver({ to: anna })).status,
    ];
    expect(statuses).toEqual([404, 404, 404, 422, 422]);
    expect(await ownersOf(one)).toMatchObject({ [anna]: "responsible" });
    expect(await entries()).toEqual([]);
  });

  test("[N04] what an archived stakeholder still owns is counted and can be handed over", async () => {
    await assign([change(one, anna)]);
    await editor.send("DELETE", `${base}/stakeholders/${anna}`);
    const { journeys } = await read<HandedOver>(
      `/stakeholders/${anna}/hand-over`,
    );
    expect(journeys).toMatchObject([{ id: one.journeyId, responsible: 1 }]);
    expect((await handOver({ to: ben })).journeys).toHaveLength(1);
  });
});

describe("who answers for what", () => {
  test("[R73] is told stage by stage, with what nobody answers for", async () => {
    const { journeyId, stageId } = one;
    const author = { kind: "user", id: editor.userId } as const;
    await withDocument(journeyId, author, null, (ctx) =>
      addTouchpoint(ctx, { stageId: stageId as StageId }),
    );
    await assign([change(one, anna)]);
    const { journeys } = await read<Responsibilities>(
      `/responsibilities?journey=${journeyId}`,
    );
    expect(journeys).toHaveLength(1);
    const stage = journeys[0]!.stages.find(({ id }) => id === stageId)!;
    expect(stage).toMatchObject({ touchpoints: 2, withoutOwner: 1 });
    const parts = stage.stakeholders.map(({ id, responsible, involved }) => [
      id,
      responsible,
      involved,
    ]);
    expect(parts).toHaveLength(2);
    expect(parts).toEqual(
      expect.arrayContaining([
        [anna, 1, 0],
        [one.stakeholderId, 0, 1],
      ]),
    );
    const all = await read<Responsibilities>("/responsibilities");
    const same = all.journeys.find(({ id }) => id === journeyId)!;
    expect(same).toMatchObject({ touchpoints: 2, withoutOwner: 1 });
    expect(same.stages.flatMap(({ stakeholders }) => stakeholders)).toEqual([]);
  });

  test("[AZ-02] of another workspace is not told", async () => {
    const { journeyId } = await theirs.map();
    expect(await read(`/responsibilities?journey=${journeyId}`)).toEqual({
      journeys: [],
    });
  });
});
