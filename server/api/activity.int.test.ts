// Longer than most: every kind of deed is told by one server; another file would start one more.
import { randomUUID } from "node:crypto";
import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  test,
} from "vitest";
import type { ActivityItem, ActivityList } from "@/lib/api/activity";
import type { ThreadDetail } from "@/lib/api/comments";
import type { JourneySummary } from "@/lib/api/journeys";
import { addCard, setCard } from "@/lib/journey/cards";
import type { CommandContext } from "@/lib/journey/command";
import type { CardId, LaneId, StageId, TouchpointId } from "@/lib/journey/ids";
import {
  addTouchpoint,
  deleteTouchpoint,
  setTouchpoint,
} from "@/lib/journey/touchpoints";
import { prisma } from "@/server/db/prisma";
import { withDocument } from "@/server/sync/door";
import { stopSyncCore } from "@/server/sync/sync-core";
import { startTestApp, type Principal, type TestApp } from "@/test/app";
import type { MapIds } from "@/test/matrix/map";
import { createWorld, type World } from "@/test/matrix/world";
import { change as changeRow } from "./testing/rows";

let app: TestApp;
let world: World;
let map: MapIds;

beforeAll(async () => {
  app = await startTestApp();
  world = await createWorld(app);
});
beforeEach(async () => {
  await prisma().activity.deleteMany();
  map = await world.map();
  // What the map is made of is written down before somebody looks.
  await stopSyncCore();
  await prisma().activity.deleteMany();
});
afterAll(() => app.stop());

const W = "/workspaces/acme";
const touchpointOf = () => map.touchpointId as TouchpointId;
const change = (who: Principal, work: (ctx: CommandContext) => void) =>
  withDocument(map.journeyId, { kind: "user", id: who.userId }, null, work);

async function page(
  query = "",
  who = app.people.viewer,
): Promise<ActivityList> {
  const answer = await who.fetch(`${W}/activity${query}`);
  expect(answer.status, await answer.clone().text()).toBe(200);
  return (await answer.json()) as ActivityList;
}

/** What is told, once everything that was stored is in rows. */
async function told(
  query = "",
  who = app.people.viewer,
): Promise<ActivityItem[]> {
  await stopSyncCore();
  return (await page(query, who)).items;
}

const lines = (items: readonly ActivityItem[]) =>
  items.map(({ by, kind, ids }) => `${by?.name} ${kind} ${ids.length}`).sort();

async function send(
  who: Principal,
  method: string,
  path: string,
  body?: object,
) {
  const answer = await who.send(method, `${W}${path}`, body);
  expect(answer.ok, `${method} ${path} ${answer.status}`).toBe(true);
  return answer;
}

const created = async <T>(answer: Response) => (await answer.json()) as T;

describe("what people do on a map", () => {
  test("is told by person and kind, and what they do again within the hour joins it", async () => {
    const { editor } = app.people;
    const stageId = map.stageId as StageId;
    const hour = () => new Date().getUTCHours();
    let items: ActivityItem[] = [];
    let began: number;
    do {
      began = hour();
      await prisma().activity.deleteMany();
      for (const medium of ["online", "offline", "both"] as const) {
        const touchpointId = touchpointOf();
        await change(editor, (ctx) => {
          setTouchpoint(ctx, { touchpointId, patch: { medium } });
        });
        await stopSyncCore();
      }
      await change(editor, (ctx) => {
        addTouchpoint(ctx, { stageId, title: "Shop" });
      });
      items = await told();
      // Where an hour ended meanwhile it is another row, and all is done once more.
    } while (hour() !== began);
    expect(lines(items)).toEqual([
      "editor touchpoint-added 1",
      "editor touchpoint-changed 1",
    ]);
    const added = items.find(({ kind }) => kind === "touchpoint-added");
    expect(added).toMatchObject({
      who: "member",
      journey: { id: map.journeyId, isInBin: false },
      things: [{ kind: "touchpoint", label: "Shop" }],
    });
  });

  test("is each one's own, also where several wrote before it was told", async () => {
    const { editor, admin } = app.people;
    const columnId = map.stageId as StageId;
    const laneId = map.laneId as LaneId;
    await change(editor, (ctx) => {
      addCard(ctx, { laneId, columnId, text: "By the editor" });
    });
    await change(admin, (ctx) => {
      setTouchpoint(ctx, {
        touchpointId: touchpointOf(),
        patch: { medium: "offline" },
      });
    });
    await change(admin, (ctx) => {
      setCard(ctx, {
        cardId: map.cardId as CardId,
        task: { stakeholderId: null, status: "open", due: null },
      });
    });
    expect(lines(await told())).toEqual([
      "admin task-made 1",
      "admin touchpoint-changed 1",
      "editor card-added 1",
    ]);
  });

  test("is told of the person for whom a program does it, and of whoever has no account", async () => {
    const token = await prisma().apiToken.findFirstOrThrow({
      where: { userId: app.people.editor.userId, scope: "write" },
    });
    const by = (kind: "token" | "person", id: string, title: string) =>
      withDocument(map.journeyId, { kind, id }, null, (ctx) =>
        addTouchpoint(ctx, { stageId: map.stageId as StageId, title }),
      );
    await by("token", token.id, "By a program");
    await by("person", map.stakeholderId, "By a link");
    const items = await told();
    const whose = items.map(({ who, by: person }) => `${who} ${person?.id}`);
    expect(whose.toSorted()).toEqual([
      `member ${app.people.editor.userId}`,
      `person ${map.stakeholderId}`,
    ]);
  });

  test("names no thing that is gone, and no text of it is kept", async () => {
    const { editor } = app.people;
    const columnId = map.stageId as StageId;
    await change(editor, (ctx) => {
      addCard(ctx, {
        laneId: map.laneId as LaneId,
        columnId,
        text: "A secret",
      });
    });
    const [before] = await told();
    expect(before?.things).toMatchObject([{ label: "A secret" }]);
    const cardId = before!.things[0]!.id as CardId;
    await send(editor, "DELETE", `/journeys/${map.journeyId}/cards/${cardId}`);
    const after = await told();
    expect(after.map(({ kind }) => kind).sort()).toEqual([
      "card-added",
      "card-removed",
    ]);
    expect(after.flatMap(({ things }) => things)).toEqual([]);
    expect(JSON.stringify(await prisma().activity.findMany())).not.toContain(
      "secret",
    );
  });
});

describe("what people do beside a map", () => {
  test("is told with where it leads: comments, evidence, reviews, the journey itself", async () => {
    const { editor, commenter } = app.people;
    const journey = `/journeys/${map.journeyId}`;
    const anchor = { kind: "touchpoint", id: map.touchpointId };
    const thread = await created<ThreadDetail>(
      await send(commenter, "POST", `${journey}/threads`, {
        anchor,
        body: "Why?",
      }),
    );
    await send(editor, "PATCH", `/threads/${thread.id}`, { isResolved: true });
    await send(editor, "PATCH", `/threads/${thread.id}`, { isResolved: true });
    await send(commenter, "POST", "/evidence", {
      journeyId: map.journeyId,
      touchpointId: map.touchpointId,
      kind: "soft",
      origin: "interview",
      quote: "Never again",
      heldOn: "2026-11-01",
    });
    await send(editor, "POST", `${journey}/reviews`, { note: "Still true" });
    await send(editor, "PATCH", journey, { archived: true });
    await send(editor, "PATCH", journey, { archived: true });
    await send(editor, "PATCH", journey, { archived: false });
    const items = await told(`?journey=${map.journeyId}`);
    const of = (kind: string) => items.filter((item) => item.kind === kind);
    expect(items.map(({ kind }) => kind).sort()).toEqual([
      "comment-written",
      "evidence-added",
      "journey-archived",
      "journey-reviewed",
      "journey-unarchived",
      "thread-resolved",
    ]);
    expect(of("comment-written")).toMatchObject([
      { threadId: thread.id, excerpt: "Why?", by: { name: "commenter" } },
    ]);
    expect(of("evidence-added")).toMatchObject([{ ids: [map.touchpointId] }]);
    expect(of("journey-reviewed")).toMatchObject([{ excerpt: "Still true" }]);
    await change(editor, (ctx) => {
      deleteTouchpoint(ctx, { touchpointId: touchpointOf() });
    });
    await prisma().commentThread.updateMany({
      data: { anchorLabel: "What it was called" },
    });
    const said = (await told("?topic=talk")).map(({ label }) => label);
    expect(said).toEqual(["", ""]);
  });

  test("nothing is left of a comment or a piece of evidence that was deleted, or a review that was taken back", async () => {
    const { editor } = app.people;
    const journey = `/journeys/${map.journeyId}`;
    const thread = await created<ThreadDetail>(
      await send(editor, "POST", `${journey}/threads`, {
        anchor: { kind: "map" },
        body: "A secret",
      }),
    );
    const said = `/threads/${thread.id}/comments`;
    await send(editor, "POST", said, { body: "It stays" });
    await send(editor, "DELETE", `${said}/${thread.opening.id}`);
    const { evidenceId } = await world.evidence("editor");
    await prisma().activity.create({
      data: {
        workspaceId: app.workspace.id,
        kind: "evidence-added",
        topic: "evidence",
        subjectId: evidenceId,
      },
    });
    const kinds = async () => (await told()).map(({ kind }) => kind).sort();
    expect(await kinds()).toContain("evidence-added");
    await send(editor, "DELETE", `/evidence/${evidenceId}`);
    const reviewed = await created<{ reviews: { id: string }[] }>(
      await send(editor, "POST", `${journey}/reviews`, {}),
    );
    await send(
      editor,
      "DELETE",
      `${journey}/reviews/${reviewed.reviews[0]!.id}`,
    );
    expect(await kinds()).not.toContain("evidence-added");
    expect(await told(`?journey=${map.journeyId}`)).toMatchObject([
      { kind: "comment-written", excerpt: "It stays" },
    ]);
  });

  test("evidence that is changed, deleted and moved is told by the touchpoint that it is about, and what is brought back was never away", async () => {
    const { editor } = app.people;
    const written = await created<{ id: string }>(
      await send(editor, "POST", "/evidence", {
        journeyId: map.journeyId,
        touchpointId: map.touchpointId,
        kind: "soft",
        origin: "interview",
        quote: "Never again",
        heldOn: "2026-11-01",
      }),
    );
    const piece = `/evidence/${written.id}`;
    const changed = await changeRow(editor, W + piece, {
      body: { quote: "Once more" },
      version: '"1"',
    });
    expect(changed.status, await changed.clone().text()).toBe(200);
    const kinds = async () => {
      const items = await told(`?journey=${map.journeyId}&topic=evidence`);
      expect(JSON.stringify(items)).not.toMatch(/Never again|Once more/);
      return items.map(({ kind, ids }) => `${kind} ${ids.join()}`).toSorted();
    };
    const [added, edited] = ["added", "changed"].map(
      (did) => `evidence-${did} ${map.touchpointId}`,
    );
    expect(await kinds()).toEqual([added, edited]);
    await send(editor, "DELETE", piece);
    expect(await kinds()).toEqual([`evidence-deleted ${map.touchpointId}`]);
    await send(editor, "POST", `${piece}/restore`);
    expect(await kinds()).toEqual([added, edited]);
    const to = randomUUID() as TouchpointId;
    await change(editor, (ctx) => {
      addTouchpoint(ctx, { stageId: map.stageId as StageId, id: to });
    });
    await send(editor, "POST", `/journeys/${map.journeyId}/evidence/move`, {
      from: map.touchpointId,
      to,
    });
    expect(await kinds()).toContain(`evidence-moved ${to}`);
  });

  test("a pulse that is revoked is told as that, by its name", async () => {
    const { pulseId, journeyId } = await world.pulse();
    await prisma().pulse.update({
      where: { id: pulseId },
      data: { name: "After the visit" },
    });
    await send(app.people.editor, "DELETE", `/pulses/${pulseId}`);
    const items = await told(`?journey=${journeyId}&topic=evidence`);
    expect(items.map(({ kind, label }) => `${kind} ${label}`)).toContain(
      "pulse-revoked After the visit",
    );
  });

  test("[R71] who handed all to whom is told once, by their names of today", async () => {
    const { editor } = app.people;
    const [anna, ben] = [await world.stakeholder(), await world.stakeholder()];
    const name = (id: string, to: string) =>
      prisma().stakeholder.update({ where: { id }, data: { name: to } });
    await name(anna, "Anna");
    await name(ben, "Ben");
    const { journeyId, touchpointId } = map;
    const stakeholderId = anna;
    await send(editor, "POST", "/owners", {
      changes: [
        { journeyId, touchpointId, stakeholderId, role: "responsible" },
      ],
    });
    await send(editor, "POST", `/stakeholders/${anna}/hand-over`, { to: ben });
    await name(ben, "Benjamin");
    const items = await told("?topic=work");
    const handed = items.filter(({ kind }) => kind === "handed-over");
    expect(handed).toMatchObject([
      {
        label: "Anna → Benjamin",
        ids: [],
        by: { name: "editor" },
        journey: { id: journeyId },
      },
    ]);
  });

  test("[AZ-05] of a journey in the bin is told that it went there, and the rest when it comes back", async () => {
    const { owner } = app.people;
    const journey = `/journeys/${map.journeyId}`;
    await send(owner, "POST", `${journey}/reviews`, {});
    await send(owner, "DELETE", journey);
    expect(await told()).toMatchObject([
      { kind: "journey-deleted", journey: { isInBin: true } },
    ]);
    const query = `${W}/activity?journey=${map.journeyId}`;
    expect((await owner.fetch(query)).status).toBe(404);
    await send(owner, "POST", `${journey}/restore`);
    expect((await told()).map(({ kind }) => kind)).toEqual([
      "journey-restored",
      "journey-deleted",
      "journey-reviewed",
    ]);
  });

  test("a journey that is made, and one that is made of another, are told as that", async () => {
    const { editor } = app.people;
    const made = await created<JourneySummary>(
      await send(editor, "POST", "/journeys", { source: { kind: "blank" } }),
    );
    const source = { kind: "journey", journeyId: made.id };
    await send(editor, "POST", "/journeys", { source });
    expect((await told()).map(({ kind }) => kind)).toEqual([
      "journey-duplicated",
      "journey-made",
    ]);
  });
});

describe("who reads it", () => {
  test("[AZ-05] links are told of to those who may see them, and nothing to another workspace", async () => {
    const { editor, viewer, outsider, admin, tokR } = app.people;
    const path = `/journeys/${map.journeyId}/share-links`;
    await send(editor, "POST", path, { name: "For the board" });
    expect(await told("", editor)).toMatchObject([
      { kind: "share-made", label: "For the board" },
    ]);
    expect(await told("", viewer)).toEqual([]);
    expect(await told("", tokR)).toEqual([]);
    const data = { allowPublicLinks: false };
    const where = { id: app.workspace.id };
    await prisma().workspace.update({ where, data });
    expect(await told("", editor)).toEqual([]);
    expect(await told("", admin)).toHaveLength(1);
    await prisma().workspace.update({
      where,
      data: { allowPublicLinks: true },
    });
    expect((await outsider.fetch(`${W}/activity`)).status).toBe(404);
    const theirs = await outsider.fetch("/workspaces/other/activity");
    expect(await theirs.json()).toEqual({ items: [], nextCursor: null });
  });

  test("somebody who joins is told of, and without a name once they have left", async () => {
    const joiner = await app.addPerson(`joiner-${randomUUID()}`);
    const { token } = await world.invitation();
    const answer = await joiner.send("POST", `/invitations/${token}/accept`);
    expect(answer.ok, await answer.clone().text()).toBe(true);
    expect(await told()).toMatchObject([
      { kind: "member-joined", by: { id: joiner.userId }, journey: null },
    ]);
    await prisma().membership.deleteMany({ where: { userId: joiner.userId } });
    expect(await told()).toMatchObject([{ who: "former", by: null }]);
  });

  test("it is narrowed by journey, person and kind, and read on page by page without gaps, also among moments that are the same", async () => {
    const { editor, admin } = app.people;
    const { id: workspaceId } = app.workspace;
    const at = new Date("2026-11-29T10:00:00Z");
    const many = Array.from({ length: 7 }, (_, nth) => ({
      workspaceId,
      journeyId: nth % 2 ? map.journeyId : null,
      kind: "journey-made",
      topic: "journeys",
      userId: nth < 3 ? editor.userId : admin.userId,
      at,
    }));
    await prisma().activity.createMany({ data: many });
    const seen: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const query: string = cursor && `&cursor=${cursor}`;
      const read: ActivityList = await page(`?limit=3${query}`);
      seen.push(...read.items.map(({ id }) => id));
      cursor = read.nextCursor;
    }
    expect(new Set(seen).size).toBe(7);
    expect(seen).toHaveLength(7);
    expect(await told(`?journey=${map.journeyId}`)).toHaveLength(3);
    expect(await told(`?person=${editor.userId}`)).toHaveLength(3);
    expect(await told("?topic=talk")).toEqual([]);
    expect(await told("?topic=journeys&limit=5")).toHaveLength(5);
    for (const query of ["topic=all", "cursor=x", "limit=0", "journey=1"])
      expect((await editor.fetch(`${W}/activity?${query}`)).status).toBe(422);
  });
});
