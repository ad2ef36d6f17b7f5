import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ViewItem, ViewList } from "@/lib/api/views";
import { prisma } from "@/server/db/prisma";
import { startTestApp, type Principal, type TestApp } from "@/test/app";
import { createWorld, type World } from "@/test/matrix/world";

let app: TestApp;
let world: World;
let journeyId: string;

beforeAll(async () => {
  app = await startTestApp({});
  world = await createWorld(app);
  journeyId = await world.journey();
});
afterAll(() => app.stop());

const at = (id = "") =>
  `/workspaces/${app.workspace.slug}/journeys/${journeyId}/views${id && `/${id}`}`;

async function save(who: Principal, body: object): Promise<ViewItem> {
  const made = await who.send("POST", at(), body);
  expect(made.status).toBe(201);
  return (await made.json()) as ViewItem;
}

async function seenBy(who: Principal): Promise<readonly ViewItem[]> {
  const answer = await who.send("GET", at());
  return ((await answer.json()) as ViewList).views;
}

describe("saved views", () => {
  test("[A4] one's own are one's own, shared ones are everybody's to use and not to change", async () => {
    const { viewer, editor } = app.people;
    const own = await save(viewer, {
      name: "Mine",
      sight: { withoutOwner: true },
    });
    const ours = await save(editor, { name: "Ours", shared: true, sight: {} });
    expect(own).toMatchObject({ mine: true, changeable: true, shared: false });
    expect(own.sight).toMatchObject({ withoutOwner: true, rest: "hide" });
    const seen = await seenBy(viewer);
    expect(seen.map(({ name }) => name)).toEqual(["Mine", "Ours"]);
    expect(seen[1]).toMatchObject({ id: ours.id, changeable: false });
    expect((await seenBy(editor)).map(({ name }) => name)).toEqual(["Ours"]);
    for (const method of ["PATCH", "DELETE"])
      expect(
        (await editor.send(method, at(own.id), { name: "x" })).status,
      ).toBe(404);
    const shared = await viewer.send("PATCH", at(own.id), { shared: true });
    expect(shared.status).toBe(403);
  });

  test("a condition that nobody knows is refused, and a name that is none", async () => {
    const { editor } = app.people;
    for (const body of [
      { name: "x", sight: { colour: "red" } },
      { name: "x", sight: { emotions: [3] } },
      { name: "x", sight: { owners: ["not an id"] } },
      { name: "   ", sight: {} },
    ])
      expect((await editor.send("POST", at(), body)).status).toBe(422);
  });

  test("who leaves takes along what was theirs alone and leaves what they shared", async () => {
    const person = await app.addPerson("leaver");
    await app.addMember(app.workspace.id, person.userId, "editor");
    await save(person, { name: "Own of the leaver", sight: {} });
    await save(person, { name: "Left behind", shared: true, sight: {} });
    const members = `/workspaces/${app.workspace.slug}/members`;
    const gone = await app.people.owner.send(
      "DELETE",
      `${members}/${person.userId}`,
    );
    expect(gone.status).toBeLessThan(300);
    const rows = await prisma().savedView.findMany({
      where: { ownerId: person.userId },
    });
    expect(rows.map(({ name }) => name)).toEqual(["Left behind"]);
    const left = (await seenBy(app.people.admin)).find(
      ({ name }) => name === "Left behind",
    );
    expect(left).toMatchObject({ owner: null, changeable: true });
  });
});
