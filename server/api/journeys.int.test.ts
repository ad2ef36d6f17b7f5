import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { JourneySummary } from "@/lib/api/journeys";
import type { Mine } from "@/lib/api/tasks";
import { addAttachment } from "@/lib/journey/attachments";
import type { FileId, TouchpointId } from "@/lib/journey/ids";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { onAccessChange, type AccessChange } from "@/server/access-changes";
import { prisma } from "@/server/db/prisma";
import { disk } from "@/server/files/disk";
import { readDocument, withDocument } from "@/server/sync/door";
import type { Principal, TestApp } from "@/test/app";
import { askedRows } from "@/test/asked-rows";
import { startSampleApp } from "@/test/sample-app";

let app: TestApp;
let editor: Principal;
let sample: JourneySummary;
const journeys = "/workspaces/acme/journeys";

beforeAll(async () => {
  ({ app, sample } = await startSampleApp());
  ({ editor } = app.people);
});
afterAll(() => app.stop());

async function list(state = "active", who = editor): Promise<JourneySummary[]> {
  const response = await who.fetch(`${journeys}?state=${state}`);
  return ((await response.json()) as { journeys: JourneySummary[] }).journeys;
}

async function create(body: object, who = editor): Promise<JourneySummary> {
  const response = await who.send("POST", journeys, body);
  expect(response.status).toBe(201);
  return (await response.json()) as JourneySummary;
}

async function mapOf(journeyId: string): Promise<JourneyMap> {
  const response = await editor.fetch(`${journeys}/${journeyId}`);
  expect(response.status).toBe(200);
  return ((await response.json()) as { map: JourneyMap }).map;
}

const touchpointsOf = (map: JourneyMap) =>
  map.stages.flatMap((stage) => stage.touchpoints);

describe("making a journey", () => {
  test("[R13] [R20] from a template it has that template's stages, and a draft persona", async () => {
    const made = await create({
      source: { kind: "template", key: "service-canvas" },
      title: "Our shop",
      locale: "nl",
    });
    expect(made).toMatchObject({
      title: "Our shop",
      locale: "nl",
      createdById: editor.userId,
      keeper: { name: "editor" },
    });
    expect(made.preview.stages.map((stage) => stage.title)).toContain(
      "Bewustmaking",
    );
    expect(made.personas).toMatchObject([{ name: "Nieuwe persona" }]);
    const map = await mapOf(made.id);
    expect(map.personas).toEqual([made.personas[0]!.id]);
    expect(map.meta).toMatchObject({ title: "Our shop", locale: "nl" });
  });

  test("from nothing it has empty stages and the persona that was chosen", async () => {
    const persona = sample.personas[0]!;
    const made = await create({
      source: { kind: "blank" },
      personaId: persona.id,
    });
    expect(made.personas).toEqual([persona]);
    expect(made.touchpoints).toBe(0);
  });

  test("a template's channels are the workspace's own", async () => {
    const made = await create({
      source: { kind: "template", key: "checkout" },
    });
    const own = new Set(
      (
        await prisma().channel.findMany({
          where: { workspaceId: app.workspace.id },
        })
      ).map((row) => row.id),
    );
    const used = touchpointsOf(await mapOf(made.id)).flatMap(
      (touchpoint) => touchpoint.channels,
    );
    expect(used.length).toBeGreaterThan(0);
    for (const channel of used) expect(own.has(channel)).toBe(true);
  });

  test("what is refused leaves nothing behind, no draft persona either", async () => {
    const before = await askedRows(app);
    for (const body of [
      { source: { kind: "template", key: "none" } },
      { source: { kind: "blank" }, personaId: app.workspace.id },
      { source: { kind: "journey", journeyId: app.workspace.id } },
    ])
      expect((await editor.send("POST", journeys, body)).status).toBe(404);
    for (const body of [
      {},
      { source: { kind: "blank", key: "x" } },
      { source: { kind: "blank" }, workspaceId: app.other.id },
      { source: { kind: "blank" }, locale: "../en" },
    ])
      expect((await editor.send("POST", journeys, body)).status).toBe(422);
    expect(await askedRows(app)).toEqual(before);
  });
});

describe("copying a journey", () => {
  test("[R16] the copy has the same map under new ids, and its own name and state", async () => {
    const copy = await create({
      source: { kind: "journey", journeyId: sample.id },
      state: "future",
    });
    expect(copy).toMatchObject({
      title: `${sample.title} (copy)`,
      state: "future",
      touchpoints: sample.touchpoints,
      coverage: sample.coverage,
    });
    const [before, after] = [await mapOf(sample.id), await mapOf(copy.id)];
    expect(
      touchpointsOf(after).map(({ title, owners, channels, emotions }) => ({
        title,
        owners,
        channels,
        emotions,
      })),
    ).toEqual(
      touchpointsOf(before).map(({ title, owners, channels, emotions }) => ({
        title,
        owners,
        channels,
        emotions,
      })),
    );
    const ids = new Set(touchpointsOf(before).map(({ id }) => id));
    for (const { id } of touchpointsOf(after)) expect(ids.has(id)).toBe(false);
  });

  test("[AZ-22] files are copied, never shared: the copy's stay when the original's go", async () => {
    const png = await sharp({
      create: { width: 9, height: 9, channels: 3, background: "red" },
    })
      .png()
      .toBuffer();
    const uploaded = await editor.fetch(
      `${journeys}/${sample.id}/files?name=a.png`,
      { method: "POST", body: new Uint8Array(png) },
    );
    const file = (await uploaded.json()) as {
      fileId: FileId;
      name: string;
      mime: string;
    };
    const on = touchpointsOf(await mapOf(sample.id))[0]!.id as TouchpointId;
    const author = { kind: "user", id: editor.userId } as const;
    await withDocument(sample.id, author, null, (ctx) => {
      const { fileId, name, mime } = file;
      addAttachment(ctx, { on, kind: "file", name, fileId, mime });
      // A file that is another map's: whatever the document says, it is not copied.
      addAttachment(ctx, {
        on,
        kind: "file",
        name: "foreign",
        fileId: app.workspace.id as FileId,
      });
    });
    const copy = await create({
      source: { kind: "journey", journeyId: sample.id },
    });
    const attached = Object.values((await mapOf(copy.id)).attachments)
      .flat()
      .filter(({ kind }) => kind === "file");
    expect(attached).toHaveLength(1);
    const { fileId } = attached[0]!;
    expect(fileId).not.toBe(file.fileId);
    const [original, copied] = await Promise.all([
      prisma().fileObject.findUniqueOrThrow({ where: { id: file.fileId } }),
      prisma().fileObject.findUniqueOrThrow({ where: { id: fileId! } }),
    ]);
    expect(copied).toMatchObject({
      journeyId: copy.id,
      sha256: original.sha256,
      name: "a.png",
    });
    await (await disk()).delete(original.storageKey);
    expect(
      (await editor.fetch(`/workspaces/acme/files/${fileId}`)).status,
    ).toBe(200);
  });

  test("[AZ-02] a journey of another workspace cannot be copied", async () => {
    const outsider = app.people.outsider;
    const made = await outsider.send("POST", "/workspaces/other/journeys", {
      source: { kind: "blank" },
    });
    const { id } = (await made.json()) as { id: string };
    const before = await askedRows(app);
    expect(
      (
        await editor.send("POST", journeys, {
          source: { kind: "journey", journeyId: id },
        })
      ).status,
    ).toBe(404);
    expect(await askedRows(app)).toEqual(before);
  });
});

describe("the life of a journey", () => {
  test("it is archived and brought back, and given a keeper", async () => {
    const { id } = await create({ source: { kind: "blank" } });
    const change = (body: object) =>
      editor.send("PATCH", `${journeys}/${id}`, body);
    expect(await (await change({ archived: true })).json()).toMatchObject({
      archivedAt: expect.any(String),
    });
    expect((await list("archived")).map((journey) => journey.id)).toEqual([id]);
    expect(await (await change({ archived: false })).json()).toMatchObject({
      archivedAt: null,
    });
    expect(
      await (await change({ keeperId: app.people.viewer.userId })).json(),
    ).toMatchObject({ keeper: { name: "viewer" } });
    expect(await (await change({ keeperId: null })).json()).toMatchObject({
      keeper: null,
    });
    expect(
      (await change({ keeperId: app.people.outsider.userId })).status,
    ).toBe(404);
  });

  test("[AZ-08] the registry takes no key that is not the writer's", async () => {
    for (const key of [
      "id",
      "workspaceId",
      "createdById",
      "deletedAt",
      "title",
      "seq",
    ])
      expect(
        (
          await editor.send("PATCH", `${journeys}/${sample.id}`, {
            [key]: app.other.id,
          })
        ).status,
      ).toBe(422);
  });

  test("who made it may bin it and take it out again; another editor may not, an admin may", async () => {
    const another = await app.addPerson("another");
    await app.addMember(app.workspace.id, another.userId, "editor");
    const { id } = await create({ source: { kind: "blank" } });
    const bin = (who: Principal) =>
      who.fetch(`${journeys}/${id}`, { method: "DELETE" });
    const restore = (who: Principal) =>
      who.send("POST", `${journeys}/${id}/restore`);
    const heard: AccessChange[] = [];
    const stop = onAccessChange((change) => heard.push(change));
    expect((await bin(another)).status).toBe(403);
    expect(heard).toEqual([]);
    expect((await bin(editor)).status).toBe(204);
    expect(heard).toEqual([
      { kind: "ended", filter: { journeyId: id }, code: 4404 },
    ]);
    stop();
    expect((await bin(editor)).status).toBe(404);
    expect((await editor.fetch(`${journeys}/${id}`)).status).toBe(404);
    expect((await list("deleted")).map((journey) => journey.id)).toEqual([id]);
    expect((await restore(another)).status).toBe(403);
    expect((await restore(app.people.admin)).status).toBe(200);
    expect((await bin(app.people.tokW)).status).toBe(204);
    expect((await restore(editor)).status).toBe(200);
    expect((await restore(editor)).status).toBe(404);
    const audited = await prisma().auditEvent.findMany({
      where: { subjectId: id, outcome: "done" },
      orderBy: { at: "asc" },
    });
    expect(audited.map(({ action }) => action)).toEqual([
      "journey:delete",
      "journey:restore",
      "journey:delete",
      "journey:restore",
    ]);
  });

  test("[AZ-04] an outsider neither lists the bin nor takes anything out of it", async () => {
    const { outsider } = app.people;
    expect((await outsider.fetch(`${journeys}?state=deleted`)).status).toBe(
      404,
    );
    expect(
      (await outsider.send("POST", `${journeys}/${sample.id}/restore`)).status,
    ).toBe(404);
    expect(
      (
        await outsider.send(
          "POST",
          `/workspaces/other/journeys/${sample.id}/restore`,
        )
      ).status,
    ).toBe(404);
  });
});

describe("[R72] [R73] tasks", () => {
  const mineOf = async (who: Principal) =>
    (await (await who.fetch("/workspaces/acme/mine")).json()) as Mine;

  test("whoever is linked sees theirs, and says how far they are, on the map itself", async () => {
    const workspaceId = app.workspace.id;
    const task = await prisma().taskRow.findFirstOrThrow({
      where: {
        workspaceId,
        journeyId: sample.id,
        stakeholderId: { not: null },
        status: { not: "done" },
      },
    });
    await prisma().stakeholder.updateMany({
      where: { workspaceId, id: task.stakeholderId! },
      data: { kind: "person", userId: editor.userId },
    });
    const before = await mineOf(editor);
    expect(before.touchpoints.length).toBeGreaterThan(0);
    expect(before.tasks.map(({ cardId }) => cardId)).toContain(task.cardId);
    const path = `${journeys}/${sample.id}/cards/${task.cardId}/task`;
    const { seq: seqBefore } = await readDocument(sample.id);
    const once = (status: string) =>
      editor.fetch(path, {
        method: "PATCH",
        body: JSON.stringify({ status }),
        headers: {
          "content-type": "application/json",
          "idempotency-key": "tick-1",
        },
      });
    const first = (await (await once("done")).json()) as { seq: number };
    expect(first.seq).toBe(seqBefore + 1);
    expect(await (await once("open")).json()).toEqual(first);
    const map = await mapOf(sample.id);
    const card = Object.values(map.cells)
      .flat()
      .find(({ id }) => id === task.cardId);
    expect(card?.task).toMatchObject({
      status: "done",
      stakeholderId: task.stakeholderId,
    });
    await expect
      .poll(
        async () =>
          (await mineOf(editor)).tasks.find(
            ({ cardId }) => cardId === task.cardId,
          )?.status,
      )
      .toBe("done");
  });

  test("[AZ-03] a card that is no task, or another map's, is not there; a viewer may not", async () => {
    const other = await create({ source: { kind: "blank" } });
    const workspaceId = app.workspace.id;
    const task = await prisma().taskRow.findFirstOrThrow({
      where: { workspaceId, journeyId: sample.id },
    });
    const card = await prisma().cardRow.findFirstOrThrow({
      where: { workspaceId, journeyId: sample.id, kind: "text" },
    });
    const patch = (who: Principal, journeyId: string, cardId: string) =>
      who.send("PATCH", `${journeys}/${journeyId}/cards/${cardId}/task`, {
        status: "done",
      });
    const { seq } = await readDocument(sample.id);
    expect((await patch(editor, other.id, task.cardId)).status).toBe(404);
    expect((await patch(editor, sample.id, card.id)).status).toBe(404);
    expect(
      (await patch(app.people.viewer, sample.id, task.cardId)).status,
    ).toBe(403);
    expect(
      (await patch(app.people.outsider, sample.id, task.cardId)).status,
    ).toBe(404);
    expect((await readDocument(sample.id)).seq).toBe(seq);
  });
});
