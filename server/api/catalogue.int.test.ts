import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { linkStakeholder } from "@/server/commands/link-stakeholder";
import { prisma } from "@/server/db/prisma";
import { startTestApp, type Principal, type TestApp } from "@/test/app";
import { change, make } from "./testing/rows";

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
