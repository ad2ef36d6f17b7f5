// Longer than most: all of it asks one server about one map; another file would start one more.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type {
  EvidenceItem,
  EvidenceList,
  EvidenceSummary,
} from "@/lib/api/evidence";
import { addTouchpoint, deleteTouchpoint } from "@/lib/journey/touchpoints";
import { sumPieces } from "@/lib/insight/evidence-sums";
import {
  FEELING_SCALES,
  FEELING_SCALE_NAMES,
} from "@/lib/insight/feeling-scales";
import type { StageId, TouchpointId } from "@/lib/journey/ids";
import { prisma } from "@/server/db/prisma";
import { onRowsChanged, type RowsChanged } from "@/server/row-events";
import { withDocument } from "@/server/sync/door";
import { startTestApp, type Principal, type TestApp } from "@/test/app";
import { evidence } from "@/test/matrix/evidence-rows";
import type { MapIds } from "@/test/matrix/map";
import { createWorld, type World } from "@/test/matrix/world";
import { change, make } from "./testing/rows";

let app: TestApp;
let world: World;
let map: MapIds;

beforeAll(async () => {
  app = await startTestApp({});
  world = await createWorld(app);
  map = await world.map();
});
afterAll(() => app.stop());

const base = () => `/workspaces/${app.workspace.slug}/evidence`;
const about = () => ({
  journeyId: map.journeyId,
  touchpointId: map.touchpointId,
});

async function bring(
  who: Principal,
  fields: object = {},
): Promise<EvidenceItem> {
  const body = { ...evidence, ...about(), ...fields };
  return (await make(who, base(), body)) as unknown as EvidenceItem;
}

async function read<T>(path: string): Promise<T> {
  const answer = await app.people.viewer.send("GET", path);
  expect(answer.status).toBe(200);
  return (await answer.json()) as T;
}

const sums = async (journeyId = map.journeyId) =>
  (
    await read<EvidenceSummary>(
      `/workspaces/${app.workspace.slug}/journeys/${journeyId}/evidence`,
    )
  ).groups;

/** Figures that stand in the same reports and count nobody. */
const noPeople = [
  { measure: "count", unit: "Event revenue" },
  { measure: "count", unit: "A % of users" },
  { measure: "perDay", unit: "Active users" },
  { measure: null, unit: "visits a day" },
  { measure: "count", unit: "tägliche Besucher" },
  { measure: "tickets", unit: "" },
  { measure: "reach", unit: "%" },
];

/** Another touchpoint of a map, once lists know it. */
async function secondTouchpoint(
  journeyId: string,
  stage: string,
): Promise<string> {
  const author = { kind: "user", id: app.people.owner.userId } as const;
  const stageId = stage as StageId;
  const { value } = await withDocument(journeyId, author, null, (ctx) => {
    const added = addTouchpoint(ctx, { stageId, title: "Second" });
    return added.ok ? added.touchpointId : "";
  });
  const id = value ?? "";
  await vi.waitFor(
    async () =>
      expect(
        await prisma().touchpointRow.count({ where: { journeyId, id } }),
      ).toBe(1),
    { timeout: 60_000 },
  );
  return id;
}

describe("evidence", () => {
  test("[R52] [R59] is kept with its source, sample, scale and day as it was told", async () => {
    const { editor } = app.people;
    const made = await bring(editor, {
      value: 74,
      scale: { low: 0, high: 100, isHighBad: false, isShare: true },
      n: 1004,
      source: "Consumer panel",
      heldFrom: "2026-09-01",
      quote: "Almost three in five",
      url: "https://example.org/report",
      personaId: map.personaId,
    });
    expect(made).toMatchObject({
      ...about(),
      value: 74,
      n: 1004,
      source: "Consumer panel",
      heldFrom: "2026-09-01",
      heldOn: "2026-10-31",
      persona: { id: map.personaId },
      by: { id: editor.userId },
      changeable: true,
      version: 1,
    });
    const list = await read<EvidenceList>(
      `${base()}?touchpoint=${map.touchpointId}`,
    );
    expect(list.evidence.map(({ id }) => id)).toContain(made.id);
  });

  test("[R57] may be a figure that is no feeling, and then moves no curve", async () => {
    const { journeyId, touchpointId } = await world.map();
    const body = {
      ...evidence,
      journeyId,
      touchpointId,
      scale: null,
      value: 46.1,
      unit: "%",
      note: "leave in payment",
    };
    await make(app.people.editor, base(), body);
    expect(await sums(journeyId)).toMatchObject([
      { touchpointId, personaId: null, hard: 1, valued: 0, newest: null },
    ]);
  });

  test("[N15] [R57] counts of one source and time make a funnel, the newest one", async () => {
    const { journeyId, touchpointId, stageId } = await world.map();
    const second = await secondTouchpoint(journeyId, stageId);
    const funnel = async () =>
      (
        await read<EvidenceSummary>(
          `/workspaces/${app.workspace.slug}/journeys/${journeyId}/evidence`,
        )
      ).funnel;
    const count = (at: string, value: number, more: object = {}) =>
      prisma().evidence.create({
        data: {
          workspaceId: app.workspace.id,
          journeyId,
          touchpointId: at,
          kind: "hard",
          origin: "analytics",
          value,
          unit: "Active users",
          source: "Shop",
          heldOn: new Date("2026-09-30"),
          ...more,
        },
      });
    await count(touchpointId, 900);
    expect(await funnel()).toBeNull();
    await count(second, 300);
    // Another source, another unit and what is about one persona cannot be compared with those.
    await count(second, 5, { source: "Till", heldOn: new Date("2026-10-31") });
    await count(touchpointId, 70, { unit: "minutes" });
    await count(second, 7, { personaId: map.personaId });
    expect(await funnel()).toEqual({
      unit: "active users",
      source: "Shop",
      heldFrom: null,
      heldOn: "2026-09-30",
      counts: expect.arrayContaining([
        { touchpointId, count: 900 },
        { touchpointId: second, count: 300 },
      ]),
    });
    const newer = { heldOn: new Date("2026-10-31") };
    await count(touchpointId, 500, newer);
    await count(second, 400, newer);
    expect(await funnel()).toMatchObject({
      heldOn: "2026-10-31",
      counts: expect.arrayContaining([{ touchpointId: second, count: 400 }]),
    });
    // Of what was said twice the later word counts, whatever its id.
    const ids = [
      "ffffffff-ffff-4fff-bfff-ffffffffffff",
      "00000000-0000-4000-8000-000000000001",
    ];
    for (const [n, id] of ids.entries())
      await count(second, 410 + n, {
        id,
        ...newer,
        createdAt: new Date(Date.now() + n * 60_000),
      });
    expect((await funnel())?.counts).toContainEqual({
      touchpointId: second,
      count: 411,
    });
    // What nobody finds on the map any more would be a step without a place.
    const gone = { heldOn: new Date("2026-11-01") };
    await count(touchpointId, 90, gone);
    await count(randomUUID(), 9, gone);
    expect((await funnel())?.heldOn).toBe("2026-10-31");
  });

  test.each([
    ["count", "Active users"],
    ["count", "nb_visits"],
    ["count", "Aktive Nutzer"],
    ["cases", ""],
  ])(
    "[N15] an import that says %s in %j makes a funnel",
    async (measure, unit) => {
      const { journeyId, touchpointId, stageId } = await world.map();
      const second = await secondTouchpoint(journeyId, stageId);
      const rows = [
        [touchpointId, 900],
        [second, 300],
      ] as const;
      // A share, a mean and other figures of the same file are no people.
      for (const other of [{ measure, unit }, ...noPeople])
        await prisma().evidence.createMany({
          data: rows.map(([at, value]) => ({
            workspaceId: app.workspace.id,
            journeyId,
            touchpointId: at,
            kind: "hard",
            origin: "analytics",
            value,
            source: "Shop",
            heldOn: new Date("2026-09-30"),
            ...other,
          })),
        });
      const { funnel } = await read<EvidenceSummary>(
        `/workspaces/${app.workspace.slug}/journeys/${journeyId}/evidence`,
      );
      expect(funnel).toMatchObject({
        unit: unit.toLowerCase(),
        counts: expect.arrayContaining([{ touchpointId: second, count: 300 }]),
      });
    },
  );

  test("[R55] what is known about a persona as a whole is summed up beside the touchpoints of its maps, and of no others", async () => {
    const whole = async () => {
      const path = `/workspaces/${app.workspace.slug}/journeys/${map.journeyId}/evidence`;
      return (await read<EvidenceSummary>(path)).personas;
    };
    const before = await whole();
    const { journeyId } = map;
    const { workspaceId } = await prisma().journey.findUniqueOrThrow({
      where: { id: journeyId },
    });
    const persona = (name: string) =>
      prisma().persona.create({ data: { workspaceId, name } });
    const [here, elsewhere] = [await persona("Here"), await persona("There")];
    await prisma().journeyPersona.create({
      data: {
        workspaceId,
        journeyId,
        personaId: here.id,
        ordinal: 9,
        asOfSeq: 1n,
      },
    });
    for (const { id: personaId } of [here, elsewhere])
      await bring(app.people.editor, {
        journeyId: null,
        touchpointId: null,
        personaId,
      });
    const groups = await sums();
    expect(groups.some(({ personaId }) => personaId === here.id)).toBe(false);
    const found = (await whole()).filter(
      ({ personaId }) => !before.some((one) => one.personaId === personaId),
    );
    expect(found).toMatchObject([{ personaId: here.id, valued: 1 }]);
    expect(found[0]).not.toHaveProperty("touchpointId");
  });

  test.each([
    ["nothing at all", { value: null, scale: null }],
    ["a value beyond its scale", { value: 6 }],
    ["a scale without length", { scale: { ...evidence.scale, high: 1 } }],
    [
      "a share of more than a hundred",
      { scale: { ...evidence.scale, isShare: true } },
    ],
    ["a spread without a scale", { scale: null, sd: 1 }],
    ["a spread wider than its scale", { sd: 5 }],
    ["a period that ends before it begins", { heldFrom: "2026-11-01" }],
    ["a day that no calendar has", { heldOn: "2026-02-30" }],
    ["a year that the database does not know", { heldOn: "0000-01-01" }],
    ["a spread too small to be squared", { n: 2, sd: 1e-200 }],
    [
      "a figure too small to be divided",
      { value: 5e-324, scale: { ...evidence.scale, low: 0, high: 100 } },
    ],
    [
      "a scale next to nothing long",
      { value: 1, scale: { ...evidence.scale, low: 1, high: 1 + 1e-9 } },
    ],
    ["an address that is a script", { url: "javascript:alert(1)" }],
    ["nobody asked", { n: 0 }],
    ["a field that nobody knows", { workspaceId: randomUUID() }],
    ["a touchpoint without its map", { journeyId: null }],
    ["nothing that it is about", { journeyId: null, touchpointId: null }],
  ])("%s is refused as invalid, and nothing is kept", async (_, fields) => {
    const before = await prisma().evidence.count();
    const body = { ...evidence, ...about(), ...fields };
    const answer = await app.people.editor.send("POST", base(), body);
    expect(answer.status).toBe(422);
    expect(await prisma().evidence.count()).toBe(before);
  });

  test("a change that would contradict what is there is refused with the field", async () => {
    const made = await bring(app.people.editor);
    const answer = await change(app.people.editor, `${base()}/${made.id}`, {
      body: { value: 9 },
      version: '"1"',
    });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ errors: [{ path: "value" }] });
  });

  test("of two who change the same version the second sees both, and nothing is lost", async () => {
    const { editor, admin } = app.people;
    const made = await bring(editor);
    const path = `${base()}/${made.id}`;
    const first = await change(editor, path, {
      body: { n: 40 },
      version: '"1"',
    });
    expect(first.status).toBe(200);
    const second = await change(admin, path, {
      body: { n: 50 },
      version: '"1"',
    });
    expect(second.status).toBe(409);
    expect(await second.json()).toMatchObject({
      current: { n: 40, version: 2 },
    });
    const blind = await editor.send("PATCH", path, { n: 60 });
    expect(blind.status).toBe(428);
  });

  test("[A1] that was deleted is in no list and no sum, and comes back as it was", async () => {
    const { editor } = app.people;
    const { journeyId, touchpointId } = await world.map();
    const made = await bring(editor, { journeyId, touchpointId });
    const path = `${base()}/${made.id}`;
    expect((await editor.send("DELETE", path)).status).toBe(204);
    expect(await sums(journeyId)).toEqual([]);
    const gone = await read<EvidenceList>(`${base()}?journey=${journeyId}`);
    expect(gone.evidence).toEqual([]);
    const late = await change(editor, path, { body: { n: 2 }, version: '"2"' });
    expect(late.status).toBe(404);
    expect((await editor.send("POST", `${path}/restore`)).status).toBe(200);
    const back = await read<EvidenceItem>(path);
    expect(back).toMatchObject({ value: 4, n: 12, deletedAt: null });
    expect(await sums(journeyId)).toMatchObject([{ touchpointId, hard: 1 }]);
  });

  test("pages through equal days without skipping or repeating a piece", async () => {
    const { journeyId, touchpointId } = await world.map();
    for (const [n, heldOn] of [1, 2, 3, 4, 5, 6, 7].map((at) => [
      at,
      at % 3 === 0 ? "2026-10-30" : "2026-10-31",
    ]))
      await bring(app.people.editor, { journeyId, touchpointId, n, heldOn });
    const seen: EvidenceItem[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const at: string = cursor && `&cursor=${cursor}`;
      const page: EvidenceList = await read<EvidenceList>(
        `${base()}?journey=${journeyId}&limit=2${at}`,
      );
      seen.push(...page.evidence);
      cursor = page.nextCursor;
    }
    expect(new Set(seen.map(({ n }) => n)).size).toBe(7);
    expect(seen).toHaveLength(7);
    const days = seen.map(({ heldOn }) => heldOn);
    expect(days).toEqual(days.toSorted().toReversed());
    for (const bad of [
      "x",
      "2026-02-30.0198c000-0000-7000-8000-000000000001",
      "0000-01-01.0198c000-0000-7000-8000-000000000001",
    ]) {
      const answer = await app.people.viewer.send(
        "GET",
        `${base()}?cursor=${bad}`,
      );
      expect(answer.status).toBe(422);
    }
  });

  test("[AZ-03] takes only a file that was given for the same map", async () => {
    const { editor } = app.people;
    const other = await world.map();
    const upload = async (journeyId: string) => {
      const at = `/workspaces/${app.workspace.slug}/journeys/${journeyId}/files?name=a.png`;
      const made = await editor.fetch(at, {
        method: "POST",
        body: world.png.slice(),
        headers: { "content-type": "image/png" },
      });
      return ((await made.json()) as { fileId: string }).fileId;
    };
    const foreign = await upload(other.journeyId);
    const refused = await editor.send("POST", base(), {
      ...evidence,
      ...about(),
      fileId: foreign,
    });
    expect(refused.status).toBe(404);
    const fileId = await upload(map.journeyId);
    const made = await bring(editor, { fileId });
    expect(made.file).toMatchObject({ id: fileId, mime: "image/png" });
    const files = `/workspaces/${app.workspace.slug}/files`;
    await editor.send("DELETE", `${files}/${fileId}`);
    expect(await read<EvidenceItem>(`${base()}/${made.id}`)).toMatchObject({
      fileId: null,
      file: null,
    });
  });

  test("[N03] is summed up by the database as lib/insight sums it up", async () => {
    const { journeyId, personaId } = await world.map();
    const some = <T>(of: readonly T[], at: number) => of[at % of.length] as T;
    const scales = FEELING_SCALE_NAMES.map((name) => FEELING_SCALES[name]);
    const touchpoints = [randomUUID(), randomUUID()];
    const pieces = Array.from({ length: 120 }, (_, at) => {
      const scale = some([...scales, null], at);
      const share = ((at * 37) % 101) / 100;
      return {
        touchpointId: some(touchpoints, at >> 2),
        personaId: some([null, personaId], at >> 4),
        kind: some(["hard", "soft", "soft"] as const, at),
        scale,
        isShare: scale?.isShare ?? false,
        value: scale ? scale.low + share * (scale.high - scale.low) : share,
        sd: scale && at % 5 > 0 ? 0.3 : null,
        n: some([null, 1, 2, 40, 7], at),
        heldOn: `2026-0${(at % 9) + 1}-15`,
      };
    });
    await prisma().evidence.createMany({
      data: pieces.map(({ scale, heldOn, ...piece }) => ({
        ...piece,
        workspaceId: app.workspace.id,
        journeyId,
        origin: "survey",
        scaleLow: scale?.low ?? null,
        scaleHigh: scale?.high ?? null,
        isHighBad: scale?.isHighBad ?? false,
        heldOn: new Date(heldOn),
      })),
    });
    const groups = await sums(journeyId);
    expect(groups).toHaveLength(4);
    for (const { touchpointId, personaId: who, ...found } of groups) {
      const own = pieces.filter(
        (piece) =>
          piece.touchpointId === touchpointId && piece.personaId === who,
      );
      const expected = sumPieces(own);
      for (const [name, value] of Object.entries(expected))
        if (typeof value === "number")
          expect(found[name as "total"], name).toBeCloseTo(value, 6);
        else expect(found[name as "newest"], name).toBe(value);
    }
  });

  test("is told to open maps of its journey, and only when something changed", async () => {
    const heard: RowsChanged[] = [];
    const stop = onRowsChanged((told) => heard.push(told));
    const made = await bring(app.people.editor);
    await app.people.editor.send("POST", `${base()}/${made.id}/restore`);
    await make(app.people.editor, base(), {
      ...evidence,
      personaId: map.personaId,
    });
    stop();
    expect(heard.map(({ event }) => event)).toEqual([
      { kind: "rows-changed", noun: "evidence", id: map.journeyId },
    ]);
  });

  test("about a touchpoint that leaves the map stays, and can be about another one", async () => {
    const { editor, commenter } = app.people;
    const { journeyId, touchpointId } = await world.map();
    const made = await bring(editor, { journeyId, touchpointId });
    const author = { kind: "user", id: editor.userId } as const;
    await withDocument(journeyId, author, null, (ctx) =>
      deleteTouchpoint(ctx, { touchpointId: touchpointId as TouchpointId }),
    );
    expect(await sums(journeyId)).toMatchObject([{ touchpointId }]);
    const source = { source: "Still to be corrected" };
    const kept = await change(editor, `${base()}/${made.id}`, {
      body: source,
      version: '"1"',
    });
    expect(kept.status).toBe(200);
    const move = `/workspaces/${app.workspace.slug}/journeys/${journeyId}/evidence/move`;
    const elsewhere = { from: touchpointId, to: map.touchpointId };
    expect((await editor.send("POST", move, elsewhere)).status).toBe(404);
    expect((await commenter.send("POST", move, elsewhere)).status).toBe(403);
    const stage = await make(
      editor,
      `/workspaces/${app.workspace.slug}/journeys/${journeyId}/stages`,
      { title: "Later" },
    );
    const next = await make(
      editor,
      `/workspaces/${app.workspace.slug}/journeys/${journeyId}/touchpoints`,
      { stageId: stage.id, title: "Its successor" },
    );
    const done = await editor.send("POST", move, {
      from: touchpointId,
      to: next.id,
    });
    expect(await done.json()).toEqual({ moved: 1 });
    expect(await sums(journeyId)).toMatchObject([{ touchpointId: next.id }]);
  });

  test("of who has left is told without their name", async () => {
    const person = await app.addPerson("witness");
    await app.addMember(app.workspace.id, person.userId, "commenter");
    const made = await bring(person);
    const members = `/workspaces/${app.workspace.slug}/members`;
    await app.people.owner.send("DELETE", `${members}/${person.userId}`);
    const left = await read<EvidenceItem>(`${base()}/${made.id}`);
    expect(left.by).toBeNull();
  });
});
