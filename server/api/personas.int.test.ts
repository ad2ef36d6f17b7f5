import { afterAll, beforeAll, expect, test } from "vitest";
import { prisma } from "@/server/db/prisma";
import { onRowsChanged, type RowsChanged } from "@/server/row-events";
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

test("[R20] [R21] [R22] [R23] [R24] [R26] [R27] [R62] all that is known of a persona is kept and given back", async () => {
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
    (await editor.fetch(`${ours}/personas/${id}`, { method: "DELETE" })).status,
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
