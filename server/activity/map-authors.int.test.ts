import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { ActivityList } from "@/lib/api/activity";
import { addAttachment } from "@/lib/journey/attachments";
import { addCard, deleteCard, setCard } from "@/lib/journey/cards";
import type { CommandContext } from "@/lib/journey/command";
import { entityOf } from "@/lib/journey/document";
import type { CardId, LaneId, StageId, TouchpointId } from "@/lib/journey/ids";
import { prisma } from "@/server/db/prisma";
import * as history from "@/server/log/history";
import { withDocument } from "@/server/sync/door";
import { stopSyncCore } from "@/server/sync/sync-core";
import { startTestApp, type TestApp } from "@/test/app";
import type { MapIds } from "@/test/matrix/map";
import { createWorld, type World } from "@/test/matrix/world";

let app: TestApp;
let world: World;
let map: MapIds;

beforeAll(async () => {
  app = await startTestApp();
  world = await createWorld(app);
});
beforeEach(async () => {
  map = await world.map();
  // What the map is made of is written down before somebody changes it.
  await stopSyncCore();
});
afterAll(() => app.stop());

type Name = "editor" | "admin";
const change = <T>(name: Name, work: (ctx: CommandContext) => T) => {
  const { userId: id } = app.people[name];
  return withDocument(map.journeyId, { kind: "user", id }, null, work);
};

/** A card beside that of the map. */
async function anotherCard(): Promise<CardId> {
  const laneId = map.laneId as LaneId;
  const columnId = map.stageId as StageId;
  await change("editor", (ctx) =>
    addCard(ctx, { laneId, columnId, text: "Another" }),
  );
  await stopSyncCore();
  const { id } = await prisma().cardRow.findFirstOrThrow({
    where: { journeyId: map.journeyId, text: "Another" },
  });
  return id as CardId;
}

/** Who is told of what, of everything that was stored since the last time. */
async function told(): Promise<string[]> {
  await stopSyncCore();
  const path = `/workspaces/acme/activity?journey=${map.journeyId}`;
  const answer = await app.people.viewer.fetch(path);
  const { items } = (await answer.json()) as ActivityList;
  return items.map(({ by, kind }) => `${by?.name} ${kind}`).toSorted();
}

/** As it comes from a replica that does not know of a deletion yet. */
const colourOf = (cardId: string) => (ctx: CommandContext) =>
  entityOf(ctx.doc, "cards", cardId)!.set("colour", "red");

test("what was deleted, decided or done is of whoever did that, and not of whoever wrote there last", async () => {
  const cardId = map.cardId as CardId;
  const gone = await anotherCard();
  const task = { stakeholderId: null, due: null };
  await change("editor", (ctx) =>
    setCard(ctx, { cardId, task: { ...task, status: "open" } }),
  );
  await stopSyncCore();
  await prisma().activity.deleteMany();
  await change("editor", (ctx) => {
    deleteCard(ctx, { cardId: gone });
    setCard(ctx, { cardId, task: { ...task, status: "done" } });
    setCard(ctx, { cardId, decision: { status: "accepted", reason: "" } });
  });
  await change("admin", colourOf(gone));
  await change("admin", colourOf(cardId));
  expect(await told()).toEqual([
    "admin card-changed",
    "editor card-removed",
    "editor decision-made",
    "editor task-done",
  ]);
});

test("what is attached is of whoever attached it, also where several wrote", async () => {
  await prisma().activity.deleteMany();
  const touchpointId = map.touchpointId as TouchpointId;
  await change("editor", (ctx) =>
    addAttachment(ctx, {
      on: touchpointId,
      kind: "link",
      name: "The shop",
      url: "https://shop.example",
    }),
  );
  await change("admin", colourOf(map.cardId));
  expect(await told()).toEqual([
    "admin card-changed",
    "editor touchpoint-changed",
  ]);
});

test("where nobody can find out who it was, the rows are written all the same, and nobody is named", async () => {
  await prisma().activity.deleteMany();
  const failing = vi.spyOn(history, "streamLog").mockImplementation(() => {
    throw new Error("an update that cannot be read");
  });
  await change("editor", (ctx) =>
    setCard(ctx, {
      cardId: map.cardId as CardId,
      decision: { status: "accepted", reason: "" },
    }),
  );
  await change("admin", colourOf(map.cardId));
  const lines = await told();
  expect(failing).toHaveBeenCalled();
  failing.mockRestore();
  expect(lines).toEqual(["undefined card-changed", "undefined decision-made"]);
  const card = await prisma().cardRow.findFirstOrThrow({
    where: { journeyId: map.journeyId, id: map.cardId },
  });
  expect(card.colour).toBe("red");
});

test("the same thing again within a minute writes nothing, another thing does", async () => {
  const another = await anotherCard();
  const hour = () => new Date().getUTCHours();
  let states: string[];
  let began: number;
  do {
    began = hour();
    states = [];
    await prisma().activity.deleteMany();
    for (const [cardId, colour] of [
      [map.cardId, "red"],
      [map.cardId, "blue"],
      [another, "red"],
      [another, "blue"],
    ] as const) {
      await change("editor", (ctx) =>
        entityOf(ctx.doc, "cards", cardId)!.set("colour", colour),
      );
      await stopSyncCore();
      const rows = await prisma().$queryRaw<{ state: string }[]>`
        SELECT xmin::text || ' ' || cardinality("entityIds") AS state FROM "Activity"`;
      states.push(...rows.map(({ state }) => state));
    }
    // Where an hour ended meanwhile it is another row, and all is done once more.
  } while (hour() !== began);
  const [one, again, both, bothAgain] = states;
  expect(states).toHaveLength(4);
  expect(again).toBe(one);
  expect(both).toMatch(/ 2$/);
  expect(bothAgain).toBe(both);
});
