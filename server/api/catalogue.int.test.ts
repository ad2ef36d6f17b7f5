import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { linkStakeholder } from "@/server/commands/link-stakeholder";
import { prisma } from "@/server/db/prisma";
import { onRowsChanged, type RowsChanged } from "@/server/row-events";
import { startTestApp, type Principal, type TestApp } from "@/test/app";

let app: TestApp;
let editor: Principal;
let outsider: Principal;
beforeAll(async () => {
  app = await startTestApp();
  ({ editor, outsider } = app.people);
});
afterAll(() => app.stop());

const ours = "/workspaces/acme";
const theirs = "/workspaces/other";

async function make(who: Principal, path: string, body: object) {
  const response = await who.send("POST", path, body);
  expect(response.status).toBe(201);
  return (await response.json()) as { id: string; version: number };
}

interface Change {
  readonly body: object;
  readonly version: string;
}

const change = (who: Principal, path: string, { body, version }: Change) =>
  who.fetch(path, {
    method: "PATCH",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", "if-match": version },
  });

describe("personas", () => {
  test("[R20] [R21] [R22] [R23] [R24] [R26] [R27] all that is known of a persona is kept and given back", async () => {
    const fields = {
      name: "Mark",
      form: "customer-type",
      colour: "green",
      summary: "Wants to run",
      household: "Two children",
      residence: "Utrecht",
      purchases: "Sports gear",
      shopping: "online",
      goals: "Run 5 km",
      wishes: "Support",
      pains: "Back pain",
      activities: "Sits at a desk",
      issuesSolved: "Shoes that spare his back",
      needsMet: "Advice",
      usefulInfo: "Which sole suits whom",
      whyUs: "An answer within a minute",
      sources: ["data", "interviews", "experience"],
      sourceNote: "Survey of 2026",
      attributes: [{ name: "Car", value: "none" }],
      draft: false,
    };
    const { id } = await make(editor, `${ours}/personas`, fields);
    const response = await editor.fetch(`${ours}/personas/${id}`);
    expect(response.headers.get("etag")).toBe('"1"');
    expect(await response.json()).toMatchObject({ id, ...fields, journeys: 0 });
  });

  test("of two who change the same version the second sees both", async () => {
    const { id } = await make(editor, `${ours}/personas`, { name: "Eva" });
    const path = `${ours}/personas/${id}`;
    expect(
      (await change(editor, path, { body: { goals: "first" }, version: '"1"' }))
        .status,
    ).toBe(200);
    const late = await change(editor, path, {
      body: { goals: "second" },
      version: '"1"',
    });
    expect(late.status).toBe(409);
    expect(late.headers.get("content-type")).toBe("application/problem+json");
    expect(await late.json()).toMatchObject({
      code: "version_conflict",
      current: { id, goals: "first", version: 2 },
    });
    expect(
      (
        await change(editor, path, {
          body: { goals: "second" },
          version: '"2"',
        })
      ).status,
    ).toBe(200);
  });

  test("a change that names no version is asked to", async () => {
    const { id } = await make(editor, `${ours}/personas`, { name: "Tom" });
    const path = `${ours}/personas/${id}`;
    expect((await editor.send("PATCH", path, { name: "T" })).status).toBe(428);
    for (const version of ["*", "x", '"0"', '"1", "2"'])
      expect(
        (await change(editor, path, { body: { name: "T" }, version: version }))
          .status,
      ).toBe(422);
  });

  test("an archived persona leaves the list, can still be read and comes back", async () => {
    const { id } = await make(editor, `${ours}/personas`, { name: "Away" });
    const names = async (query = "") => {
      const response = await editor.fetch(`${ours}/personas${query}`);
      const { personas } = (await response.json()) as {
        personas: { name: string }[];
      };
      return personas.map((persona) => persona.name);
    };
    expect(
      (await editor.fetch(`${ours}/personas/${id}`, { method: "DELETE" }))
        .status,
    ).toBe(204);
    expect(await names()).not.toContain("Away");
    expect(await names("?archived=true")).toEqual(["Away"]);
    expect((await editor.fetch(`${ours}/personas/${id}`)).status).toBe(200);
    expect(
      (await editor.send("POST", `${ours}/personas/${id}/restore`)).status,
    ).toBe(200);
    expect(await names()).toContain("Away");
  });

  test("[AZ-08] keys that are not the writer's are refused and nothing changes", async () => {
    const { id } = await make(editor, `${ours}/personas`, { name: "Strict" });
    for (const key of [
      "id",
      "workspaceId",
      "version",
      "createdAt",
      "archivedAt",
      "role",
    ]) {
      const response = await change(editor, `${ours}/personas/${id}`, {
        body: { [key]: app.other.id },
        version: "1",
      });
      expect(response.status).toBe(422);
    }
    const row = await prisma().persona.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ workspaceId: app.workspace.id, version: 1 });
  });

  test("[AZ-02] [AZ-03] ids of another workspace are not there, in path or body", async () => {
    const foreign = await make(outsider, `${theirs}/personas`, {
      name: "Foreign",
    });
    const channel = await make(outsider, `${theirs}/channels`, {
      name: "C",
      icon: "phone",
      medium: "online",
    });
    const mine = await make(editor, `${ours}/personas`, { name: "Mine" });
    const before = await app.countRows();
    const statuses = await Promise.all([
      editor.fetch(`${ours}/personas/${foreign.id}`),
      editor.fetch(`${theirs}/personas/${foreign.id}`),
      editor.fetch(`${ours}/personas/${foreign.id}`, { method: "DELETE" }),
      change(editor, `${ours}/personas/${foreign.id}`, {
        body: { name: "x" },
        version: "1",
      }),
      change(editor, `${ours}/personas/${mine.id}`, {
        body: { favouriteChannels: [channel.id] },
        version: "1",
      }),
      change(editor, `${ours}/personas/${mine.id}`, {
        body: { pictureId: foreign.id },
        version: "1",
      }),
      editor.send("POST", `${ours}/personas`, {
        name: "x",
        favouriteChannels: [channel.id],
      }),
      editor.fetch(`${ours}/personas/not-an-id`),
    ]);
    expect(statuses.map((response) => response.status)).toEqual(
      Array(8).fill(404),
    );
    expect(await app.countRows()).toEqual(before);
  });

  test("a change is told to whoever has a map open, once it is stored", async () => {
    const heard: RowsChanged[] = [];
    const stop = onRowsChanged((event) => heard.push(event));
    const { id } = await make(editor, `${ours}/personas`, { name: "Told" });
    stop();
    expect(heard).toEqual([
      {
        workspaceId: app.workspace.id,
        event: { kind: "rows-changed", noun: "persona", id },
      },
    ]);
  });
});

describe("stakeholders", () => {
  test("[R71] [N04] a person or a team needs no account", async () => {
    const { id } = await make(editor, `${ours}/stakeholders`, {
      kind: "team",
      name: "Web shop",
      jobTitle: "Checkout",
    });
    const response = await editor.fetch(`${ours}/stakeholders/${id}`);
    expect(await response.json()).toMatchObject({
      kind: "team",
      name: "Web shop",
      member: null,
      responsible: 0,
    });
  });

  test("a member becomes a stakeholder by their id alone, once", async () => {
    const { userId } = app.people.viewer;
    const made = await editor.send("POST", `${ours}/stakeholders`, { userId });
    expect(made.status).toBe(201);
    expect(await made.json()).toMatchObject({
      name: "viewer",
      kind: "person",
      member: { id: userId, name: "viewer" },
    });
    expect(
      (await editor.send("POST", `${ours}/stakeholders`, { userId })).status,
    ).toBe(409);
    const mine = await app.people.viewer.fetch(`${ours}/mine`);
    expect(await mine.json()).toMatchObject({
      stakeholder: { name: "viewer" },
    });
  });

  test("neither a name nor a member is invalid, and so is a team that is a member", async () => {
    expect(
      (await editor.send("POST", `${ours}/stakeholders`, { kind: "person" }))
        .status,
    ).toBe(422);
    const { userId } = app.people.admin;
    expect(
      (
        await editor.send("POST", `${ours}/stakeholders`, {
          userId,
          kind: "team",
        })
      ).status,
    ).toBe(422);
  });

  test("[AZ-03] whoever is no member cannot be linked", async () => {
    const { userId } = outsider;
    const { id } = await make(editor, `${ours}/stakeholders`, {
      name: "Nobody",
    });
    expect(
      (await editor.send("POST", `${ours}/stakeholders`, { userId })).status,
    ).toBe(404);
    expect(
      (
        await change(editor, `${ours}/stakeholders/${id}`, {
          body: { userId },
          version: "1",
        })
      ).status,
    ).toBe(404);
  });

  test("who joins with the address of a stakeholder is that stakeholder", async () => {
    const { id } = await make(editor, `${ours}/stakeholders`, {
      name: "Anna",
      email: "Anna@People.example",
    });
    const anna = await app.addPerson("anna");
    await app.addMember(app.workspace.id, anna.userId, "viewer");
    await linkStakeholder({
      workspaceId: app.workspace.id,
      userId: anna.userId,
    });
    expect(await (await anna.fetch(`${ours}/mine`)).json()).toMatchObject({
      stakeholder: { id, name: "Anna" },
    });
  });

  test("[AZ-12] addresses are for editors and above", async () => {
    await make(editor, `${ours}/stakeholders`, {
      name: "Addressed",
      email: "a@b.example",
    });
    for (const [who, sees] of [
      ["viewer", false],
      ["commenter", false],
      ["editor", true],
      ["tokR", true],
    ] as const) {
      const body = await (
        await app.people[who].fetch(`${ours}/stakeholders`)
      ).text();
      expect(body.includes("a@b.example"), who).toBe(sees);
    }
  });

  test("of two who change the same version the second sees both", async () => {
    const { id } = await make(editor, `${ours}/stakeholders`, { name: "S" });
    const path = `${ours}/stakeholders/${id}`;
    expect(
      (await change(editor, path, { body: { note: "first" }, version: "1" }))
        .status,
    ).toBe(200);
    const late = await change(editor, path, {
      body: { note: "second" },
      version: "1",
    });
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({
      current: { note: "first", version: 2 },
    });
  });
});

describe("channels", () => {
  test("[R86] a team adds channels of its own, orders them and puts them away", async () => {
    const first = await make(editor, `${ours}/channels`, {
      name: "Radio",
      icon: "radio",
      medium: "offline",
    });
    const second = await make(editor, `${ours}/channels`, {
      name: "Fair",
      icon: "store",
      medium: "offline",
    });
    const list = async () => {
      const response = await editor.fetch(`${ours}/channels`);
      const { channels } = (await response.json()) as {
        channels: { id: string; archived: boolean }[];
      };
      return channels.map(({ id, archived }) => [id, archived]);
    };
    expect(await list()).toEqual([
      [first.id, false],
      [second.id, false],
    ]);
    const moved = await editor.send("PATCH", `${ours}/channels/${second.id}`, {
      before: first.id,
    });
    expect(moved.status).toBe(200);
    expect(await list()).toEqual([
      [second.id, false],
      [first.id, false],
    ]);
    await editor.send("PATCH", `${ours}/channels/${second.id}`, {
      archived: true,
      name: "Trade fair",
    });
    expect(await list()).toEqual([
      [first.id, false],
      [second.id, true],
    ]);
    await editor.send("PATCH", `${ours}/channels/${second.id}`, {
      archived: false,
      before: null,
    });
    expect(await list()).toEqual([
      [first.id, false],
      [second.id, false],
    ]);
  });

  test("a built-in channel keeps its name, and can be put away", async () => {
    const { id } = await prisma().channel.create({
      data: {
        workspaceId: app.workspace.id,
        key: "phone",
        name: "Phone",
        icon: "phone",
        pos: 9,
      },
    });
    expect(
      (await editor.send("PATCH", `${ours}/channels/${id}`, { name: "Dog" }))
        .status,
    ).toBe(409);
    const away = await editor.send("PATCH", `${ours}/channels/${id}`, {
      archived: true,
    });
    expect(await away.json()).toMatchObject({
      key: "phone",
      name: "Phone",
      archived: true,
    });
  });

  test("[AZ-02] a channel of another workspace is neither changed nor a place to move to", async () => {
    const foreign = await make(outsider, `${theirs}/channels`, {
      name: "C",
      icon: "phone",
      medium: "online",
    });
    const own = await make(editor, `${ours}/channels`, {
      name: "D",
      icon: "phone",
      medium: "online",
    });
    expect(
      (
        await editor.send("PATCH", `${ours}/channels/${foreign.id}`, {
          name: "x",
        })
      ).status,
    ).toBe(404);
    expect(
      (
        await editor.send("PATCH", `${ours}/channels/${own.id}`, {
          before: foreign.id,
        })
      ).status,
    ).toBe(404);
  });
});

describe("touchpoints", () => {
  test.each([
    "limit=0",
    "limit=1000000000",
    "limit=-1",
    "cursor=abc",
    "emotion=3",
    "journey=x",
    "owner=x",
    "page=2",
    "limit=1&limit=2",
  ])("[AP-09] [AZ-08] ?%s is invalid", async (query) => {
    expect((await editor.fetch(`${ours}/touchpoints?${query}`)).status).toBe(
      422,
    );
  });

  test("filters that find nothing give an empty page", async () => {
    const response = await editor.fetch(
      `${ours}/touchpoints?owner=none&emotion=-2&stage=Awareness&q=a`,
    );
    expect(await response.json()).toEqual({
      touchpoints: [],
      total: 0,
      nextCursor: null,
    });
  });
});
