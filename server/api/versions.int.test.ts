import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type {
  VersionAuthors,
  VersionItem,
  VersionList,
} from "@/lib/api/versions";
import { addCard } from "@/lib/journey/cards";
import type { JourneyMap } from "@/lib/journey/journey-map";
import { addTouchpoint } from "@/lib/journey/touchpoints";
import { setText } from "@/lib/journey/texts";
import { pool } from "@/server/db/pool";
import { prisma } from "@/server/db/prisma";
import { readDocument, withDocument } from "@/server/sync/door";
import { stopSyncCore, syncCore } from "@/server/sync/sync-core";
import { createJourney as writeDocument } from "@/server/sync/testing/lab";
import { smallSeed } from "@/server/sync/testing/seed";
import { putVersion, thinVersions } from "@/server/versions/store";
import { startTestApp, type Principal, type TestApp } from "@/test/app";

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const base = () => `/workspaces/${app.workspace.slug}/journeys`;
const title = { kind: "meta", field: "title" } as const;

async function newJourney(): Promise<string> {
  const made = await app.people.editor.send("POST", base(), {
    source: { kind: "blank" },
    title: "Buying shoes",
  });
  return ((await made.json()) as { id: string }).id;
}

const rename = (journeyId: string, who: Principal, text: string) =>
  withDocument(journeyId, { kind: "user", id: who.userId }, null, (ctx) =>
    setText(ctx, title, text),
  );

async function ask<T>(path: string, who = app.people.viewer): Promise<T> {
  const answer = await who.fetch(`${base()}/${path}`);
  expect(answer.status, path).toBe(200);
  return (await answer.json()) as T;
}

const listOf = (journeyId: string) =>
  ask<VersionList>(`${journeyId}/versions`).then(({ versions }) => versions);

async function nameNow(journeyId: string, name?: string): Promise<VersionItem> {
  const made = await app.people.editor.send(
    "POST",
    `${base()}/${journeyId}/versions`,
    name === undefined ? {} : { name },
  );
  expect(made.status).toBe(201);
  return (await made.json()) as VersionItem;
}

const restore = (journeyId: string, seq: number, key?: string) =>
  app.people.editor.fetch(`${base()}/${journeyId}/versions/${seq}/restore`, {
    method: "POST",
    headers: key === undefined ? {} : { "idempotency-key": key },
  });

test("a new journey has its first version, made by whoever made it", async () => {
  const journeyId = await newJourney();
  expect(await listOf(journeyId)).toMatchObject([
    {
      seq: 1,
      beforeSeq: null,
      reason: "first",
      name: null,
      by: { kind: "user", name: "editor" },
      people: [{ name: "editor" }],
    },
  ]);
});

test("a journey from before there were versions gets its first when someone looks", async () => {
  const journeyId = await writeDocument(smallSeed, app.workspace.id);
  expect(await listOf(journeyId)).toMatchObject([
    { seq: 1, reason: "first", by: null },
  ]);
});

test("what a room held when it ended is a version, with the people who changed it", async () => {
  const journeyId = await newJourney();
  await rename(journeyId, app.people.editor, "By the editor");
  await rename(journeyId, app.people.admin, "By the admin");
  await stopSyncCore();
  const [newest, first] = await listOf(journeyId);
  expect(newest).toMatchObject({
    seq: 3,
    beforeSeq: 1,
    reason: "automatic",
    by: null,
    people: [{ name: "admin" }, { name: "editor" }],
  });
  expect(first).toMatchObject({ seq: 1 });
  const { map } = await ask<{ map: JourneyMap }>(`${journeyId}/versions/3`);
  expect(map).toEqual((await readDocument(journeyId)).map);
  await stopSyncCore();
  expect(await listOf(journeyId)).toHaveLength(2);
});

test("a version is named, renamed and found again; names are checked", async () => {
  const journeyId = await newJourney();
  await rename(journeyId, app.people.editor, "Two");
  const named = await nameNow(journeyId, "Before the workshop");
  expect(named).toMatchObject({ seq: 2, name: "Before the workshop" });
  const change = (body: unknown, who = app.people.editor) =>
    who.send("PATCH", `${base()}/${journeyId}/versions/2`, body);
  expect((await change({ name: "After all" })).status).toBe(200);
  expect((await listOf(journeyId))[0]).toMatchObject({ name: "After all" });
  expect((await change({ name: " " })).status).toBe(422);
  expect((await change({ name: "x", more: 1 })).status).toBe(422);
  expect((await change({ name: null }, app.people.viewer)).status).toBe(403);
  expect((await change({ name: null })).status).toBe(200);
  expect((await listOf(journeyId))[0]).toMatchObject({ name: null });
});

test("[N09] the difference of two versions, and since one, names what changed and who did", async () => {
  const journeyId = await newJourney();
  await rename(journeyId, app.people.editor, "Buying good shoes");
  const { seq } = await nameNow(journeyId);
  await rename(journeyId, app.people.admin, "Buying good boots");
  const between = `${journeyId}/difference?from=1&to=${seq}`;
  expect(await ask(between)).toMatchObject({
    from: 1,
    to: seq,
    changes: [
      { kind: "renamed", before: "Buying shoes", after: "Buying good shoes" },
    ],
  });
  expect(await ask(`${journeyId}/difference?from=${seq}`)).toMatchObject({
    to: seq + 1,
    changes: [{ after: "Buying good boots" }],
  });
  const { people, fields, isComplete } = await ask<VersionAuthors>(
    `${journeyId}/authors?from=1`,
  );
  expect(isComplete).toBe(true);
  expect(people.map(({ name, edits }) => [name, edits])).toEqual([
    ["admin", 1],
    ["editor", 1],
  ]);
  expect(fields).toMatchObject([
    { root: "meta", id: "", field: "title", by: 0 },
  ]);
});

test("[PR-03] who is gone has no name, and nothing stored ever held one", async () => {
  const journeyId = await newJourney();
  const gone = await app.addPerson("Gone Soon");
  await rename(journeyId, gone, "Xylophonkraft");
  await nameNow(journeyId);
  expect((await listOf(journeyId))[0]?.people[0]?.name).toBe("Gone Soon");
  const { email } = await prisma().user.findUniqueOrThrow({
    where: { id: gone.userId },
  });
  const stored = await syncCore().log.load(journeyId);
  const parts = stored!.tail.map(({ data }) => data);
  const held = Buffer.concat([stored!.snapshot ?? new Uint8Array(), ...parts]);
  expect(held.includes("Xylophonkraft")).toBe(true);
  for (const word of ["Gone Soon", email, email.split("@")[0]!])
    expect(held.includes(word), word).toBe(false);
  await prisma().user.delete({ where: { id: gone.userId } });
  expect((await listOf(journeyId))[0]?.people[0]).toEqual({
    kind: "user",
    id: gone.userId,
    name: null,
  });
});

test("[C24] [I10] a restore is one change by whoever asked, kept before and after, and restored back", async () => {
  const journeyId = await newJourney();
  const original = (await readDocument(journeyId)).map;
  await withDocument(
    journeyId,
    { kind: "user", id: app.people.admin.userId },
    null,
    (ctx) => {
      const stageId = original.stages[0]!.id;
      addTouchpoint(ctx, { stageId, title: "Asks in the chat" });
      const lane = original.lanes.find(({ span }) => span === "stage");
      if (lane) addCard(ctx, { laneId: lane.id, columnId: stageId });
      return setText(ctx, title, "Changed");
    },
  );
  const changed = (await readDocument(journeyId)).map;
  const answer = await restore(journeyId, 1, "once");
  expect(answer.status).toBe(200);
  const done = (await answer.json()) as { seq: number; beforeSeq: number };
  expect(done).toEqual({ seq: 3, beforeSeq: 2, isChanged: true });
  const restored = (await readDocument(journeyId)).map;
  const { trash, ...said } = restored;
  expect({ ...said, trash: [] }).toEqual(original);
  expect(trash.length).toBeGreaterThan(0);
  expect(await listOf(journeyId)).toMatchObject([
    { seq: 3, reason: "restored", restoredSeq: 1, by: { name: "editor" } },
    { seq: 2, reason: "before-restore" },
    { seq: 1, reason: "first" },
  ]);
  const again = await restore(journeyId, 1, "once");
  expect(await again.json()).toMatchObject({ seq: 3 });
  const unchanged = await restore(journeyId, 1);
  expect(await unchanged.json()).toMatchObject({ isChanged: false });
  expect(await listOf(journeyId)).toHaveLength(3);
  expect((await restore(journeyId, done.beforeSeq)).status).toBe(200);
  expect((await readDocument(journeyId)).map).toEqual(changed);
  const events = await prisma().auditEvent.findMany({
    where: { action: "history:restore", subjectId: journeyId },
  });
  expect(events.map(({ detail }) => detail)).toEqual([
    { version: 1 },
    { version: 2 },
  ]);
});

test("a version that is not there, or of a map elsewhere or in the bin, is not found", async () => {
  const journeyId = await newJourney();
  expect((await restore(journeyId, 7)).status).toBe(404);
  const elsewhere = await writeDocument(smallSeed, app.other.id);
  expect((await restore(elsewhere, 1)).status).toBe(404);
  for (const path of [
    "versions",
    "versions/1",
    "difference?from=1",
    "authors?from=1",
  ]) {
    const foreign = await app.people.editor.fetch(
      `${base()}/${elsewhere}/${path}`,
    );
    expect(foreign.status, path).toBe(404);
  }
  await app.people.owner.send("DELETE", `${base()}/${journeyId}`);
  expect((await restore(journeyId, 1)).status).toBe(404);
});

test("a version that was damaged is not shown and not restored", async () => {
  const journeyId = await newJourney();
  await pool().query(
    `UPDATE "JourneyVersion" SET data = set_byte(data, 9, get_byte(data, 9) # 1) WHERE "journeyId" = $1`,
    [journeyId],
  );
  expect((await restore(journeyId, 1)).status).toBe(500);
});

test("versions are listed in pages", async () => {
  const journeyId = await newJourney();
  for (const text of ["b", "c", "d"]) {
    await rename(journeyId, app.people.editor, text);
    await nameNow(journeyId, text);
  }
  const page = (cursor: string) =>
    ask<VersionList>(`${journeyId}/versions?limit=2${cursor}`);
  const first = await page("");
  expect(first.versions.map(({ name }) => name)).toEqual(["d", "c"]);
  const second = await page(`&cursor=${first.nextCursor}`);
  expect(second.versions.map(({ name }) => name)).toEqual(["b", null]);
  expect(second.nextCursor).toBeNull();
});

test("all versions of a day stay, then one an hour, then one a day; named ones and the first for ever", async () => {
  const journeyId = await newJourney();
  const { map } = await readDocument(journeyId);
  const now = new Date("2026-07-15T12:00:00Z");
  const hoursAgo = [2, 2.1, 30.1, 30.2, 30.4, 31.2, 800, 802, 803, 900];
  await pool().query(
    `UPDATE "JourneyVersion" SET at = '2020-01-01' WHERE "journeyId" = $1`,
    [journeyId],
  );
  for (const [index, hours] of [...hoursAgo].reverse().entries()) {
    const seq = index + 2;
    const name = hours === 803 ? randomUUID() : null;
    await putVersion(pool(), {
      journeyId,
      map,
      seq,
      reason: "automatic",
      name,
    });
    await pool().query(
      `UPDATE "JourneyVersion" SET at = $3 WHERE "journeyId" = $1 AND seq = $2`,
      [journeyId, seq, new Date(now.getTime() - hours * 3_600_000)],
    );
  }
  expect(await thinVersions(pool(), journeyId, now)).toBe(3);
  const left = (await listOf(journeyId)).map(({ at }) =>
    at < "2021" ? "first" : (now.getTime() - Date.parse(at)) / 3_600_000,
  );
  expect(left).toEqual([2, 2.1, 30.1, 31.2, 800, 803, 900, "first"]);
  expect(await thinVersions(pool(), journeyId, now)).toBe(0);
});
