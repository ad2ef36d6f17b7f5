import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { ROOTS, rootOf } from "@/lib/journey/document";
import { prisma } from "@/server/db/prisma";
import { awaitRows } from "@/server/commands/await-rows";
import { startLiveApp, type LiveApp } from "@/server/sync/testing/live-app";
import type { TestApp } from "@/test/app";
import { createWorld, type World } from "@/test/matrix/world";

let live: LiveApp;
let app: TestApp;
let world: World;

beforeAll(async () => {
  live = await startLiveApp();
  ({ app } = live);
  world = await createWorld(app);
});
afterAll(() => live.stop());

/** Everything about people and what they may, in the tables. */
const tables = async () => ({
  users: await prisma().user.findMany({ orderBy: { id: "asc" } }),
  members: await prisma().membership.findMany({ orderBy: { userId: "asc" } }),
  workspaces: await prisma().workspace.findMany({ orderBy: { id: "asc" } }),
  invitations: await prisma().invitation.findMany({ orderBy: { id: "asc" } }),
  links: await prisma().shareLink.findMany({ orderBy: { id: "asc" } }),
  tokens: await prisma().apiToken.findMany({ orderBy: { id: "asc" } }),
  personas: await prisma().persona.findMany({ orderBy: { id: "asc" } }),
  stakeholders: await prisma().stakeholder.findMany({ orderBy: { id: "asc" } }),
  files: await prisma().fileObject.findMany({ orderBy: { id: "asc" } }),
  threads: await prisma().commentThread.findMany({ orderBy: { id: "asc" } }),
  comments: await prisma().comment.findMany({ orderBy: { id: "asc" } }),
});

test("[WS-22] roles, names, comments and links that are written into a shared document change no table", async () => {
  const { journeyId } = await world.task();
  const { editor, viewer, outsider } = app.people;
  const claims = {
    role: "owner",
    ownerId: editor.userId,
    workspaceId: app.other.id,
    createdById: viewer.userId,
    keeperId: outsider.userId,
    allowPublicLinks: true,
    deletedAt: null,
    name: "Renamed",
    email: "taken@evil.example",
    members: [{ userId: outsider.userId, role: "owner" }],
    comments: [{ author: viewer.userId, text: "I agree" }],
    shareLinks: [{ token: "x".repeat(43) }],
  };
  const before = await tables();
  const journey = await prisma().journey.findUniqueOrThrow({
    where: { id: journeyId },
  });
  // As a browser with other scripts than ours sends it.
  const { doc, acknowledged, closes, destroy } = await live.join(journeyId);
  doc.transact(() => {
    for (const name of ROOTS) {
      const root = rootOf(doc, name);
      const entities = [...root.values()].filter(
        (held): held is Y.Map<unknown> => held instanceof Y.Map,
      );
      for (const held of name === "meta" ? [root] : entities)
        for (const [key, value] of Object.entries(claims)) held.set(key, value);
    }
  });
  const seq = await acknowledged();
  expect(closes).toEqual([]);
  destroy();
  // Whatever of it gets into rows is there by then.
  expect(await awaitRows(new Map([[journeyId, seq]]))).toBe(true);
  expect(await tables()).toEqual(before);
  const after = await prisma().journey.findUniqueOrThrow({
    where: { id: journeyId },
  });
  for (const key of [
    "workspaceId",
    "createdById",
    "keeperId",
    "deletedAt",
    "archivedAt",
  ] as const)
    expect([key, after[key]]).toEqual([key, journey[key]]);
  const base = `/workspaces/${app.workspace.slug}`;
  const mine = await editor.fetch(`${base}/journeys/${journeyId}`);
  expect(mine.status).toBe(200);
  expect(await mine.text()).not.toMatch(/evil\.example|I agree/);
  const theirs = `/workspaces/${app.other.slug}/journeys/${journeyId}`;
  expect((await outsider.fetch(theirs)).status).toBe(404);
  expect((await outsider.fetch(`${base}/journeys/${journeyId}`)).status).toBe(
    404,
  );
});
