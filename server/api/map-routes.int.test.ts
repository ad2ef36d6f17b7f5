// Longer than most: one map of one server is changed by every route there is, in turn.
import { randomUUID } from "node:crypto";
import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  test,
} from "vitest";
import { canonicalJson } from "@/lib/journey/resolve";
import { closePool } from "@/server/db/pool";
import { readDocument } from "@/server/sync/door";
import { stopSyncCore } from "@/server/sync/sync-core";
import { startTestApp, type Principal, type TestApp } from "@/test/app";
import type { MapIds } from "@/test/matrix/map";
import { createWorld, type World } from "@/test/matrix/world";
import { callMap, countUpdates, type Enclosed } from "./testing/map-caller";

let app: TestApp;
let world: World;
let theirs: World;
let ids: MapIds;
let editor: Principal;
let owner: Principal;

beforeAll(async () => {
  app = await startTestApp();
  ({ editor, owner } = app.people);
  world = await createWorld(app);
  const { other: workspace, people } = app;
  theirs = await createWorld(app, { workspace, owner: people.outsider });
});
beforeEach(async () => {
  ids = await world.map();
});
afterAll(() => app.stop());

const at = (path: string) =>
  `/workspaces/${app.workspace.slug}/journeys/${ids.journeyId}${path}`;
const call = (who: Principal, request: string, enclosed?: Enclosed) =>
  callMap({ who, journey: at("") }, request, enclosed);

const rows = () => countUpdates(ids.journeyId);
const mapNow = async () => (await readDocument(ids.journeyId)).map;

describe("one thing of a map", () => {
  test("is made, changed, moved, deleted and taken back, and every answer says what it is now", async () => {
    const { laneId, stageId } = ids;
    const made = await call(editor, "POST /cards", {
      body: { laneId, columnId: stageId, text: "Call back", colour: "red" },
    });
    expect(made).toMatchObject({
      status: 201,
      entity: { text: "Call back", colour: "red", kind: "action", laneId },
    });
    const one = `/cards/${made.id}`;
    const task = {
      stakeholderId: ids.stakeholderId,
      status: "doing",
      due: null,
    };
    const changed = await call(editor, `PATCH ${one}`, {
      body: { text: "Call back today", colour: null, task },
    });
    expect(changed).toMatchObject({
      status: 200,
      id: made.id,
      seq: made.seq + 1,
      entity: { text: "Call back today", colour: null, task },
    });
    const moved = await call(editor, `POST ${one}/move`, {
      body: { laneId, columnId: stageId, before: ids.cardId },
    });
    expect(moved.status).toBe(200);
    const cell = (await mapNow()).cells[`${laneId}:${stageId}`];
    expect(cell?.map(({ id }) => id)).toEqual([made.id, ids.cardId]);
    expect((await call(editor, `DELETE ${one}`)).status).toBe(200);
    expect((await call(editor, `PATCH ${one}`, { body: {} })).status).toBe(404);
    const back = await call(editor, `POST ${one}/restore`);
    expect(back).toMatchObject({ status: 200, entity: changed.entity });
  });

  test("[R36] [R41] takes every field of a touchpoint", async () => {
    const fields = {
      title: "Parcel",
      message: "Here it is",
      actualMessage: "Late",
      searchQueries: "parcel",
      inspiration: "Others",
      notes: "One\nTwo",
      messageStatus: "differs",
      medium: "offline",
      initiator: "organisation",
      receiver: "Customer",
      planned: "both",
      momentOfTruth: { kind: "first", reason: "Unboxing" },
      dependsOn: "Courier",
      responseTime: "PT4H",
      handledBy: "person",
      duration: "P1D",
      timing: { offset: "P2D", after: "the order" },
      dropOff: { share: 0.1, reasons: [{ text: "Slow", share: null }] },
    };
    const path = `/touchpoints/${ids.touchpointId}`;
    const changed = await call(editor, `PATCH ${path}`, { body: fields });
    expect(changed).toMatchObject({ status: 200, entity: fields });
    const cleared = await call(editor, `PATCH ${path}`, {
      body: { medium: null, dropOff: null },
    });
    expect(cleared.entity).toMatchObject({
      medium: null,
      dropOff: null,
      title: "Parcel",
    });
  });

  test("[R80] [R85] [J103] [J104] says where the journey breaks off, and gets what follows up on that", async () => {
    const { touchpointId } = ids;
    const body = { breaksOffAt: touchpointId };
    expect(await call(editor, "PATCH /map", { body })).toMatchObject({
      status: 200,
      entity: { breaksOffAt: touchpointId, outcome: "unsuccessful" },
    });
    const made = await call(
      editor,
      `POST /touchpoints/${touchpointId}/recoveries`,
      { body: { title: "Mail", timing: { offset: "PT3H", after: "leaving" } } },
    );
    expect(made).toMatchObject({
      status: 201,
      entity: {
        title: "Mail",
        initiator: "organisation",
        timing: { offset: "PT3H", after: "leaving" },
      },
    });
    expect((await mapNow()).links).toContainEqual({
      from: touchpointId,
      to: made.id,
      kind: "recovery",
    });
    const nowhere = { body: { breaksOffAt: randomUUID() } };
    expect((await call(editor, "PATCH /map", nowhere)).status).toBe(404);
    const cleared = { body: { breaksOffAt: null } };
    expect(await call(editor, "PATCH /map", cleared)).toMatchObject({
      entity: { breaksOffAt: null },
    });
  });

  test("[AZ-08] is not changed by keys that are not the writer's", async () => {
    const before = await rows();
    for (const key of [
      "id",
      "workspaceId",
      "createdAt",
      "deletedAt",
      "seq",
      "pos",
      "loc",
      "del",
    ]) {
      const answer = await call(editor, `PATCH /cards/${ids.cardId}`, {
        body: { [key]: randomUUID() },
      });
      expect([key, answer.status]).toEqual([key, 422]);
    }
    expect(await rows()).toBe(before);
  });

  test("[R76] is refused with a reason of a closed list", async () => {
    const { laneId, touchpointId, stageId } = ids;
    const lane = await call(editor, "POST /lanes", {
      body: { kind: "emotion", title: "Feelings" },
    });
    const codes = [
      await call(editor, "POST /cards", {
        body: { laneId, columnId: touchpointId },
      }),
      await call(editor, "POST /cards", {
        body: { laneId: lane.id, columnId: stageId },
      }),
      await call(editor, "POST /stages", { body: { id: stageId } }),
      await call(editor, `PATCH /cards/${ids.cardId}`, {
        body: { decision: { status: "wont-change", reason: " " } },
      }),
      await call(editor, "PATCH /map", { body: { structureLocked: true } }),
      await call(editor, "POST /stages", { body: {} }),
    ].map(({ status, code }) => [status, code]);
    expect(codes).toEqual([
      [422, "wrong_column"],
      [422, "lane_holds_no_cards"],
      [409, "conflict"],
      [422, "reason_missing"],
      [200, undefined],
      [409, "structure_locked"],
    ]);
  });

  test("[AZ-02] [AZ-03] takes nothing from another workspace", async () => {
    const foreign = await theirs.map();
    const { cardId, touchpointId } = ids;
    const before = canonicalJson(await mapNow());
    const answers = [
      await call(editor, `PUT /touchpoints/${touchpointId}/responsible`, {
        body: { stakeholderId: foreign.stakeholderId },
      }),
      await call(editor, `PATCH /cards/${cardId}`, {
        body: {
          task: {
            stakeholderId: foreign.stakeholderId,
            status: "open",
            due: null,
          },
        },
      }),
      await call(editor, "POST /links", {
        body: { from: cardId, to: foreign.journeyId, kind: "solves" },
      }),
      await call(editor, "POST /attachments", {
        body: { on: foreign.cardId, name: "x", url: "https://example.org" },
      }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(canonicalJson(await mapNow())).toBe(before);
    const own = await world.journey();
    const tied = await call(editor, "POST /links", {
      body: { from: cardId, to: own, kind: "continues" },
    });
    expect(tied.status).toBe(201);
  });

  test("[UP-10] nothing hangs on a touchpoint of another map, be it of the same workspace", async () => {
    const second = await world.map();
    const before = canonicalJson(await mapNow());
    for (const on of [second.touchpointId, second.cardId, second.stageId]) {
      const answer = await call(editor, "POST /attachments", {
        body: { on, name: "x", url: "https://example.org" },
      });
      expect(answer.status).toBe(404);
    }
    expect(canonicalJson(await mapNow())).toBe(before);
  });
});

describe("the same key", () => {
  const body = () => ({
    laneId: ids.laneId,
    columnId: ids.stageId,
    text: "Once",
  });

  test("[AP-11] [C24] and body make one thing and get one answer, also at once and after a restart", async () => {
    const before = await rows();
    const send = () => call(editor, "POST /cards", { body: body(), key: "k1" });
    const [first, ...others] = await Promise.all([send(), send(), send()]);
    await stopSyncCore();
    await closePool();
    expect([...others, await send()]).toEqual([first, first, first]);
    expect(first!.status).toBe(201);
    expect(await rows()).toBe(before + 1);
  });

  test("[AP-11] with another body is refused, and is another key to someone else", async () => {
    await call(editor, "POST /cards", { body: body(), key: "k2" });
    const before = await rows();
    const other = await call(editor, "POST /cards", {
      body: { ...body(), text: "Twice" },
      key: "k2",
    });
    expect([other.status, other.code]).toEqual([422, "idempotency_mismatch"]);
    const path = await call(editor, `PATCH /cards/${ids.cardId}`, {
      body: { text: "Once" },
      key: "k2",
    });
    expect(path.status).toBe(422);
    expect(await rows()).toBe(before);
    const someone = await call(owner, "POST /cards", {
      body: body(),
      key: "k2",
    });
    expect(someone.status).toBe(201);
    expect(await rows()).toBe(before + 1);
  });

  test("after what it made was deleted says so and makes nothing", async () => {
    const made = await call(editor, "POST /cards", { body: body(), key: "k3" });
    await call(editor, `DELETE /cards/${made.id}`);
    const again = await call(editor, "POST /cards", {
      body: body(),
      key: "k3",
    });
    expect([again.status, again.code]).toEqual([410, "gone"]);
  });
});

describe("ifSeq", () => {
  const patch = (who: Principal, ifSeq: number) =>
    call(who, `PATCH /cards/${ids.cardId}`, {
      body: { colour: "blue", ifSeq },
    });

  test("refuses when someone else has changed the same thing since, and says what the newest change is", async () => {
    const { seq } = await readDocument(ids.journeyId);
    const theirChange = await call(owner, `PATCH /cards/${ids.cardId}`, {
      body: { text: "By the owner" },
    });
    const late = await patch(editor, seq);
    expect(late).toMatchObject({
      status: 409,
      code: "version_conflict",
      current: { seq: theirChange.seq },
    });
    expect((await patch(editor, theirChange.seq)).status).toBe(200);
  });

  test("takes no notice of other things, nor of one's own changes", async () => {
    const { seq } = await readDocument(ids.journeyId);
    await call(owner, `PATCH /stages/${ids.stageId}`, {
      body: { title: "Other" },
    });
    expect((await patch(editor, seq)).status).toBe(200);
    expect((await patch(editor, seq)).status).toBe(200);
    expect((await patch(owner, seq)).status).toBe(409);
  });

  test("guards a touchpoint's sets and questions with it, and deletions", async () => {
    const { seq } = await readDocument(ids.journeyId);
    const path = `/touchpoints/${ids.touchpointId}`;
    await call(owner, `PUT ${path}/emotions/${ids.personaId}`, {
      body: { value: -2 },
    });
    const answers = [
      await call(editor, `PUT ${path}/channels/${ids.channelId}`, {
        body: { ifSeq: seq },
      }),
      await call(editor, `PATCH ${path}/checklist/${ids.itemId}`, {
        body: { done: true, ifSeq: seq },
      }),
      await call(editor, `DELETE ${path}?ifSeq=${seq}`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([409, 409, 409]);
  });

  test("of a list refuses all of it", async () => {
    const { seq } = await readDocument(ids.journeyId);
    await call(owner, `PATCH /cards/${ids.cardId}`, {
      body: { text: "By the owner" },
    });
    const before = await rows();
    const { status } = await call(editor, "POST /operations", {
      body: {
        operations: [
          { op: "stage.add", title: "New" },
          { op: "card.change", cardId: ids.cardId, text: "x", ifSeq: seq },
        ],
      },
    });
    expect(status).toBe(409);
    expect(await rows()).toBe(before);
  });
});

describe("a list of changes", () => {
  test("is one change in the log, and later ones build on earlier ones", async () => {
    const [stageId, touchpointId] = [randomUUID(), randomUUID()];
    const before = await rows();
    const done = await call(editor, "POST /operations", {
      body: {
        operations: [
          { op: "stage.add", id: stageId, title: "New" },
          { op: "touchpoint.add", id: touchpointId, stageId, title: "In it" },
          { op: "channel.put", touchpointId, channelId: ids.channelId },
          { op: "check.add", touchpointId, text: "Right?", done: true },
          { op: "stage.duplicate", stageId },
        ],
      },
    });
    expect(done.status).toBe(200);
    expect(done.results.slice(0, 3).map(({ id }) => id)).toEqual([
      stageId,
      touchpointId,
      ids.channelId,
    ]);
    expect(await rows()).toBe(before + 1);
    const { stages } = await mapNow();
    const [made, copy] = stages.slice(-2);
    expect(made?.touchpoints[0]?.checklist).toMatchObject([
      { text: "Right?", done: true },
    ]);
    expect(made?.touchpoints[0]?.checklist[0]?.id).toBe(done.results[3]?.id);
    expect(copy?.id).toBe(done.results[4]?.id);
  });

  test("[AZ-06] of nine that may be and one of another workspace changes nothing", async () => {
    const foreign = await theirs.map();
    const good = Array.from({ length: 9 }, (_, at) => ({
      op: "card.change",
      cardId: ids.cardId,
      text: `Text ${at}`,
    }));
    const before = canonicalJson(await mapNow());
    const logged = await rows();
    for (const bad of [
      { op: "card.change", cardId: foreign.cardId, text: "x" },
      {
        op: "channel.put",
        touchpointId: ids.touchpointId,
        channelId: foreign.channelId,
      },
      { op: "persona.put", personaId: foreign.personaId },
    ]) {
      const answer = await call(editor, "POST /operations", {
        body: { operations: [...good, bad] },
      });
      expect(answer.status).toBe(404);
    }
    expect(canonicalJson(await mapNow())).toBe(before);
    expect(await rows()).toBe(logged);
  });

  test("names the change that is refused, and holds at most 500", async () => {
    const add = { op: "stage.add", title: "x" };
    const lost = { op: "stage.delete", stageId: randomUUID() };
    const answer = await call(editor, "POST /operations", {
      body: { operations: [add, lost] },
    });
    expect(answer).toMatchObject({
      status: 404,
      errors: [{ path: "operations.1", code: "not_found" }],
    });
    for (const count of [0, 501])
      expect(
        (
          await call(editor, "POST /operations", {
            body: { operations: Array(count).fill(add) },
          })
        ).status,
      ).toBe(422);
  });
});
