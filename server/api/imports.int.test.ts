// Longer than most: every part asks one server about files by the same few ways of sending, and a server for each part
// would make all tests slower.
import { randomUUID } from "node:crypto";
import pg from "pg";
import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  test,
  vi,
} from "vitest";
import type {
  EvidenceItem,
  EvidenceList,
  EvidenceSummary,
} from "@/lib/api/evidence";
import type {
  ImportItem,
  ImportList,
  ImportReading,
  ImportUndone,
} from "@/lib/api/imports";
import type { JourneyFlow } from "@/lib/api/journey-flow";
import type { StageId } from "@/lib/journey/ids";
import { addTouchpoint } from "@/lib/journey/touchpoints";
import { pool } from "@/server/db/pool";
import { prisma } from "@/server/db/prisma";
import { withDocument } from "@/server/sync/door";
import { startTestApp, type Principal, type TestApp } from "@/test/app";
import { importBody, importOf } from "@/test/matrix/import-rows";
import type { MapIds } from "@/test/matrix/map";
import { createWorld, type World } from "@/test/matrix/world";
import { atOneMoment } from "@/test/still-clock";
import { change } from "./testing/rows";

let app: TestApp;
let world: World;
let map: MapIds;

beforeAll(async () => {
  app = await startTestApp({ env: { LIMIT_IMPORT_READS_PER_HOUR: "1000" } });
  world = await createWorld(app);
  map = await world.map();
});
// What one test decides for a file is proposed for the next one of its kind, on whatever map.
beforeEach(async () => {
  await prisma().importRun.deleteMany();
});
afterAll(() => app.stop());

const at = (journeyId: string = map.journeyId) =>
  `/workspaces/${app.workspace.slug}/journeys/${journeyId}`;

/** Each import by somebody new, so that the limit of one person is not in the way. */
async function editor(): Promise<Principal> {
  const person = await app.addPerson(`editor-${randomUUID()}`);
  await app.addMember(app.workspace.id, person.userId, "editor");
  return person;
}

interface Sending {
  readonly who?: Principal;
  readonly journeyId?: string;
  readonly file?: string | Uint8Array;
  readonly key?: string;
}

async function post(
  path: string,
  head: unknown,
  { who, journeyId, file, key }: Sending = {},
): Promise<Response> {
  const body = importBody(head, file);
  return (who ?? (await editor())).fetch(at(journeyId) + path, {
    method: "POST",
    body: body.slice() as BodyInit,
    headers: {
      "content-type": "application/octet-stream",
      ...(key !== undefined && { "idempotency-key": key }),
    },
  });
}

const importing = (head: unknown, sending?: Sending) =>
  post("/imports", head, sending);

async function read(head: object, sending?: Sending): Promise<ImportReading> {
  const answer = await post("/import-readings", head, sending);
  expect(answer.status).toBe(200);
  return (await answer.json()) as ImportReading;
}

async function imported(head: unknown, sending?: Sending): Promise<ImportItem> {
  const answer = await importing(head, sending);
  expect(answer.status, await answer.clone().text()).toBe(201);
  return (await answer.json()) as ImportItem;
}

async function get<T>(path: string): Promise<T> {
  const answer = await app.people.viewer.send("GET", path);
  expect(answer.status).toBe(200);
  return (await answer.json()) as T;
}

const piecesOf = (journeyId: string) =>
  prisma().evidence.findMany({
    where: { journeyId, deletedAt: null },
    orderBy: { createdAt: "asc" },
  });

/** A map with two touchpoints that have names. */
async function namedMap() {
  const made = await world.map();
  const author = { kind: "user", id: app.people.owner.userId } as const;
  const stageId = made.stageId as StageId;
  const { value } = await withDocument(made.journeyId, author, null, (ctx) =>
    ["Checkout", "Delivery"].map((title) => {
      const added = addTouchpoint(ctx, { stageId, title });
      return added.ok ? added.touchpointId : "";
    }),
  );
  const [checkout = "", delivery = ""] = value ?? [];
  return { journeyId: made.journeyId, checkout, delivery };
}

/** The settings of one who agrees to all that is proposed. */
function agreed({ settings }: ImportReading, change: object = {}) {
  return { fileName: "file.csv", settings: { ...settings, ...change } };
}

const survey = `Timestamp,Checkout: how satisfied were you?,Delivery: how satisfied were you?,Email,Anything else?
2026-10-01,4,2,a@people.example,Fast
2026-10-02,5,1,b@people.example,"Late, and wet"
2026-10-03,3,3,c@people.example,
2026-10-04,4,2,d@people.example,
2026-10-04,4,2,e@people.example,
`;

describe("[R58] [N03] a survey", () => {
  test("becomes a mean with its spread and n for each touchpoint, and moves the sums that curves rest on", async () => {
    const { journeyId, checkout, delivery } = await namedMap();
    const first = await read(
      { fileName: "survey.csv" },
      { journeyId, file: survey },
    );
    const roles = first.settings.mapping.columns.map(({ role }) => role);
    expect(roles.slice(0, 4)).toEqual(["date", "value", "value", "personal"]);
    expect(first.settings.touchpoints).toEqual(
      expect.arrayContaining([
        { key: "Checkout: how satisfied were you?", touchpointId: checkout },
        { key: "Delivery: how satisfied were you?", touchpointId: delivery },
      ]),
    );
    const item = await imported(agreed(first), { journeyId, file: survey });
    expect(item).toMatchObject({
      kind: "survey",
      result: { rows: 5, pieces: 2, touchpoints: 2, wrongCells: 0 },
      left: 2,
      undone: null,
    });
    const pieces = await piecesOf(journeyId);
    expect(pieces.find((one) => one.touchpointId === checkout)).toMatchObject({
      kind: "hard",
      origin: "survey",
      value: 4,
      n: 5,
      sd: Math.SQRT1_2,
      scaleLow: 1,
      scaleHigh: 5,
      importRunId: item.id,
    });
    const { groups } = await get<EvidenceSummary>(`${at(journeyId)}/evidence`);
    const low = groups.find((one) => one.touchpointId === delivery);
    expect(low).toMatchObject({ hard: 1, valued: 1, weight: 5, total: 10 });
  });

  test("words of customers are taken along only where somebody said so, as text whatever they hold", async () => {
    const { journeyId, checkout } = await namedMap();
    const hostile = [
      `=cmd|'/c calc'!A1`,
      `<img src=x onerror=alert(1)>`,
      "{{7*7}} $(id) ../../etc/passwd",
    ];
    const rows = hostile.map((text) => `5,"${text.replaceAll('"', '""')}"`);
    const file = `How satisfied were you?,Anything else that you want to tell us?\n${rows.join("\n")}\n`;
    const first = await read({ fileName: "s.csv" }, { journeyId, file });
    const settings = {
      ...first.settings,
      mapping: {
        ...first.settings.mapping,
        columns: first.settings.mapping.columns.map((column) =>
          column.column === 1
            ? {
                ...column,
                role: "text",
                scale: null,
                decimal: null,
                dates: null,
              }
            : column,
        ),
        touchpointFrom: "whole",
      },
      touchpoints: [{ key: "", touchpointId: checkout }],
    };
    const without = { fileName: "s.csv", settings };
    expect((await imported(without, { journeyId, file })).result.quotes).toBe(
      0,
    );
    const withQuotes = { ...settings, withQuotes: true };
    await imported(
      { fileName: "s.csv", settings: withQuotes },
      { journeyId, file },
    );
    const quotes = (await piecesOf(journeyId)).flatMap(({ quote }) =>
      quote ? [quote] : [],
    );
    expect(quotes.toSorted()).toEqual(hostile.toSorted());
  });
});

describe("the undo of an import", () => {
  test("takes away all that it brought, what somebody changed since too, and nothing else", async () => {
    const { journeyId, touchpointId } = await world.map();
    const order = importOf(touchpointId);
    const { id } = await imported(order, { journeyId });
    const other = await imported(
      { ...order, settings: { ...order.settings, source: "Another" } },
      { journeyId },
    );
    const piece = (await piecesOf(journeyId)).find(
      ({ importRunId }) => importRunId === id,
    )!;
    const path = `/workspaces/${app.workspace.slug}/evidence/${piece.id}`;
    await change(app.people.editor, path, {
      body: { note: "Looked at again" },
      version: '"1"',
    });
    const list = await get<ImportList>(`${at(journeyId)}/imports`);
    expect(list.imports.find((one) => one.id === id)).toMatchObject({
      left: 1,
      changed: 1,
    });
    const undo = () =>
      app.people.editor.send("POST", `${at(journeyId)}/imports/${id}/undo`);
    const undone = (await (await undo()).json()) as ImportUndone;
    expect(undone).toEqual({ removed: 1, changed: 1 });
    expect(
      (await piecesOf(journeyId)).map(({ importRunId }) => importRunId),
    ).toEqual([other.id]);
    const again = (await (await undo()).json()) as ImportUndone;
    expect(again).toEqual({ removed: 0, changed: 0 });
    const after = await get<ImportItem>(`${at(journeyId)}/imports/${id}`);
    expect(after).toMatchObject({
      left: 0,
      undone: { by: { id: app.people.editor.userId } },
    });
    const audited = await prisma().auditEvent.count({
      where: { subjectId: id, action: "journey:undo-import" },
    });
    expect(audited).toBe(1);
  });
});

describe("the imports of a journey", () => {
  test("[N03] are read a page at a time, the newest first", async () => {
    const { journeyId, touchpointId } = await world.map();
    const made: string[] = [];
    for (let nth = 0; nth < 3; nth += 1)
      made.push((await imported(importOf(touchpointId), { journeyId })).id);
    const list = `${at(journeyId)}/imports?limit=2`;
    const newest = await get<ImportList>(list);
    const rest = await get<ImportList>(`${list}&cursor=${newest.nextCursor}`);
    expect([...newest.imports, ...rest.imports].map(({ id }) => id)).toEqual(
      made.toReversed(),
    );
    expect([newest.imports.length, rest.nextCursor]).toEqual([2, null]);
  });
});

describe("what an import took along", () => {
  const evidence = (id: string) =>
    `/workspaces/${app.workspace.slug}/evidence/${id}`;

  test("keeps what it tells until somebody makes another figure of it", async () => {
    const { journeyId, checkout } = await namedMap();
    const file = `case,activity,timestamp\n1,Checkout,2026-10-01T10:00:00Z\n1,Delivery,2026-10-02T10:00:00Z\n2,Checkout,2026-10-03T10:00:00Z\n`;
    const first = await read({ fileName: "log.csv" }, { journeyId, file });
    expect(first.settings.touchpoints).toHaveLength(2);
    await imported(agreed(first), { journeyId, file });
    const { evidence: list } = await get<EvidenceList>(
      `/workspaces/${app.workspace.slug}/evidence?touchpoint=${checkout}`,
    );
    expect(new Set(list.map(({ measure }) => measure))).toEqual(
      new Set(["cases", "ends", "reach"]),
    );
    const cases = list.find(({ measure }) => measure === "cases")!;
    const put = async (body: object, version: string) =>
      (
        (await (
          await change(app.people.owner, evidence(cases.id), { body, version })
        ).json()) as EvidenceItem
      ).measure;
    expect(await put({ value: 3, unit: "" }, '"1"')).toBe("cases");
    expect(await put({ unit: "parcels" }, '"2"')).toBeNull();
  });

  test("does not come back piece by piece once the import was undone", async () => {
    const { journeyId, touchpointId } = await world.map();
    const { id } = await imported(importOf(touchpointId), { journeyId });
    const [piece] = await piecesOf(journeyId);
    const { owner } = app.people;
    const restore = () => owner.send("POST", `${evidence(piece!.id)}/restore`);
    await owner.send("DELETE", evidence(piece!.id));
    expect((await restore()).status).toBe(200);
    await owner.send("POST", `${at(journeyId)}/imports/${id}/undo`);
    expect((await restore()).status).toBe(404);
    expect(await piecesOf(journeyId)).toEqual([]);
  });
});

describe("the next file", () => {
  test("that is the same is known again until its import is undone", async () => {
    const { journeyId, touchpointId } = await world.map();
    const { id } = await imported(importOf(touchpointId), { journeyId });
    const same = await read({ fileName: "renamed.csv" }, { journeyId });
    expect(same.earlier?.id).toBe(id);
    const other = await read(
      { fileName: "survey.csv" },
      { journeyId, file: survey },
    );
    expect(other.earlier).toBeNull();
    await app.people.editor.send("POST", `${at(journeyId)}/imports/${id}/undo`);
    const free = await read({ fileName: "survey.csv" }, { journeyId });
    expect(free.earlier).toBeNull();
  });

  test("of the same tool is proposed what was decided for the last one", async () => {
    const { journeyId, delivery } = await namedMap();
    const first = await read(
      { fileName: "1.csv" },
      { journeyId, file: survey },
    );
    expect(first.isSaved).toBe(false);
    const columns = first.settings.mapping.columns.map((column) =>
      column.column === 1
        ? { ...column, role: "ignored" as const, scale: null, decimal: null }
        : column,
    );
    const mapping = { ...first.settings.mapping, columns };
    const key = "Delivery: how satisfied were you?";
    const touchpoints = [{ key, touchpointId: delivery }];
    await imported(agreed(first, { mapping, touchpoints }), {
      journeyId,
      file: survey,
    });
    const next = await read(
      { fileName: "2.csv" },
      { journeyId, file: survey.replace("2026-10-03,3,3", "2026-11-03,5,4") },
    );
    expect(next.isSaved).toBe(true);
    expect(next.settings.mapping.columns[1]?.role).toBe("ignored");
    expect(next.settings.touchpoints).toEqual(
      expect.arrayContaining([{ key, touchpointId: delivery }]),
    );
  });
});

describe("the same export for another map of the workspace", () => {
  test("[R58] finds the touchpoints that are called as on the first one, and the columns as they were set there", async () => {
    const [first, second] = [await namedMap(), await namedMap()];
    await vi.waitFor(
      async () =>
        expect(
          await prisma().touchpointRow.count({ where: { id: first.delivery } }),
        ).toBe(1),
      { timeout: 60_000 },
    );
    const there = await read(
      { fileName: "1.csv" },
      { journeyId: first.journeyId, file: survey },
    );
    // As somebody decides who knows better than the names.
    const touchpoints = [
      {
        key: "Checkout: how satisfied were you?",
        touchpointId: first.delivery,
      },
    ];
    await imported(agreed(there, { touchpoints }), {
      journeyId: first.journeyId,
      file: survey,
    });
    const here = await read(
      { fileName: "2.csv" },
      { journeyId: second.journeyId, file: survey },
    );
    expect(here).toMatchObject({ isSaved: true, isSavedElsewhere: true });
    expect(here.settings.touchpoints).toContainEqual({
      key: "Checkout: how satisfied were you?",
      touchpointId: second.delivery,
    });
    await app.people.owner.send("DELETE", at(first.journeyId));
    const later = await read(
      { fileName: "2.csv" },
      { journeyId: second.journeyId, file: survey },
    );
    expect(later.isSaved).toBe(false);
  });
});

/** The connection that waits to write into the audit. */
async function blocked(): Promise<{ pid: number }> {
  const { rows } = await pool().query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity WHERE datname = current_database()
     AND wait_event_type = 'Lock' AND query LIKE '%AuditEvent%'`,
  );
  const [held] = rows;
  if (!held) throw new Error("nobody is waiting yet");
  return held;
}

describe("one request is one import", () => {
  test("[IM-08] the same key twice, also at the same moment, imports once; with another file it is refused", async () => {
    const { journeyId, touchpointId } = await world.map();
    const who = await editor();
    const key = randomUUID();
    const order = importOf(touchpointId);
    const send = () => importing(order, { who, journeyId, key });
    const answers = await Promise.all([send(), send()]);
    const items = await Promise.all(
      answers.map(async (answer) => (await answer.json()) as ImportItem),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(items[0]?.id).toBe(items[1]?.id);
    expect(((await (await send()).json()) as ImportItem).id).toBe(items[0]?.id);
    expect(await piecesOf(journeyId)).toHaveLength(1);
    const other = await importing(order, { who, journeyId, key, file: survey });
    expect(other.status).toBe(422);
    expect(await other.json()).toMatchObject({ code: "idempotency_mismatch" });
  });

  test("[IM-08] [FT-24] killed between the pieces and the end of the transaction, nothing of it is there", async () => {
    const { journeyId, touchpointId } = await world.map();
    const client = new pg.Client(app.databaseUrl);
    await client.connect();
    try {
      await client.query(`BEGIN; LOCK TABLE "AuditEvent" IN SHARE MODE`);
      const answer = importing(importOf(touchpointId), { journeyId });
      // Written, and waiting for the last row: nobody sees anything yet.
      const { pid } = await vi.waitFor(blocked, { timeout: 60_000 });
      expect(await piecesOf(journeyId)).toEqual([]);
      await pool().query("SELECT pg_terminate_backend($1)", [pid]);
      expect((await answer).status).toBeGreaterThanOrEqual(500);
    } finally {
      await client.end();
    }
    expect(await piecesOf(journeyId)).toEqual([]);
    expect(await prisma().importRun.count({ where: { journeyId } })).toBe(0);
    await imported(importOf(touchpointId), { journeyId });
  });
});

describe("[IM-05] what a file or its settings point to", () => {
  test("elsewhere is told by its key, and nothing is written", async () => {
    const elsewhere = await world.map();
    const before = await prisma().evidence.count();
    const order = importOf(elsewhere.touchpointId);
    const answer = await importing(order);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      errors: [{ path: "settings.touchpoints.", code: "gone" }],
    });
    const persona = await prisma().persona.create({
      data: {
        workspaceId: app.other.id,
        name: "Theirs",
        updatedAt: new Date(),
      },
    });
    const ours = importOf(map.touchpointId);
    const personas = [{ segment: "a", personaId: persona.id }];
    const withTheirs = { ...ours, settings: { ...ours.settings, personas } };
    const refused = await importing(withTheirs);
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({
      errors: [{ path: "settings.personas.a", code: "gone" }],
    });
    expect(await prisma().evidence.count()).toBe(before);
  });
});

describe("a touchpoint or persona that somebody deleted meanwhile", () => {
  test("is a decision to be made again, and no end of the way", async () => {
    const { journeyId, checkout } = await namedMap();
    const gone = randomUUID();
    const { settings } = importOf(checkout);
    const asked = {
      fileName: "survey.csv",
      isProposing: false,
      settings: {
        ...settings,
        touchpoints: [{ key: "", touchpointId: gone }],
        personas: [{ segment: "a", personaId: gone }],
      },
    };
    const found = await read(asked, { journeyId });
    expect(found.gone).toBe(2);
    expect(found.settings).toMatchObject({ touchpoints: [], personas: [] });
    expect(found.plan.unmatched.keys).toEqual([{ key: "", count: 3 }]);
    expect(found.touchpoints).toContainEqual({
      id: checkout,
      title: "Checkout",
    });
  });
});

describe("limits", () => {
  test("[RL-01] the sixth import of a person within an hour has to wait", async () => {
    const { journeyId, touchpointId } = await world.map();
    const who = await editor();
    const refused = await atOneMoment(async () => {
      for (let done = 0; done < 5; done += 1)
        await imported(importOf(touchpointId), { who, journeyId });
      return importing(importOf(touchpointId), { who, journeyId });
    });
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("3600");
    expect(await piecesOf(journeyId)).toHaveLength(5);
  });

  test("[IM-01] ten megabytes and a byte are too much", async () => {
    const file = Buffer.alloc(10 * 1024 * 1024 + 1, "a");
    for (const path of ["/imports", "/import-readings"]) {
      const head =
        path === "/imports"
          ? importOf(map.touchpointId)
          : { fileName: "a.csv" };
      expect((await post(path, head, { file })).status).toBe(413);
    }
  });

  test.each([
    [
      "a key that changes every object",
      `{"__proto__":{"polluted":1},"fileName":"a"}`,
    ],
    [
      "the key of constructors",
      `{"constructor":{"polluted":1},"fileName":"a"}`,
    ],
    ["depth", `{"fileName":${"[".repeat(10_000)}${"]".repeat(10_000)}}`],
    ["an unknown key", `{"fileName":"a","workspaceId":"b"}`],
    ["no JSON", `fileName=a`],
  ])("[IM-01] %s before the file is refused", async (_, line) => {
    const body = Buffer.from(`${line}\na,b\n1,2\n`);
    const answer = await (
      await editor()
    ).fetch(`${at()}/import-readings`, {
      method: "POST",
      body,
      headers: { "content-type": "application/octet-stream" },
    });
    expect(answer.status).toBe(422);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });

  test("a page of another kind cannot send one", async () => {
    const answer = await (
      await editor()
    ).fetch(`${at()}/import-readings`, {
      method: "POST",
      body: "a=b",
      headers: { "content-type": "text/plain" },
    });
    expect(answer.status).toBe(415);
  });
});

const line = (n: number) => `2026-10-01,${1 + (n % 5)}`;
const lines = (count: number) =>
  Array.from({ length: count }, (_, n) => line(n));
const head = "Timestamp,How satisfied are you?";
const asFile = (rows: readonly string[], end = "\n") =>
  [head, ...rows].join(end) + end;

describe("what is wrong in a file", () => {
  test("[IM-02] a wrong cell in row 4,999 is named by row and column, and nothing is written until somebody agrees to go without it", async () => {
    const { journeyId, touchpointId } = await world.map();
    const rows = lines(5_000);
    rows[4_997] = "2026-10-01,often";
    const file = asFile(rows);
    const order = importOf(touchpointId);
    const refused = await importing(order, { journeyId, file });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({
      code: "import_wrong_cells",
      errors: [{ path: "rows.4999.columns.2", code: "notNumber" }],
    });
    expect(await piecesOf(journeyId)).toEqual([]);
    const partial = {
      ...order,
      settings: { ...order.settings, isPartial: true },
    };
    const item = await imported(partial, { journeyId, file });
    expect(item.result).toMatchObject({ rows: 5_000, wrongCells: 1 });
    expect(await piecesOf(journeyId)).toMatchObject([{ n: 4_999 }]);
  });

  const rows = lines(20);
  const utf16 = Buffer.from(`\uFEFF${asFile(rows)}`, "utf16le");
  const files: [string, string | Uint8Array][] = [
    ["a byte-order mark", `\uFEFF${asFile(rows)}`],
    ["UTF-16", utf16],
    [
      "Windows-1252",
      Buffer.from(asFile(rows).replace("How", "H\u00f6w"), "latin1"),
    ],
    ["semicolons", asFile(rows).replaceAll(",", ";")],
    ["tabs", asFile(rows).replaceAll(",", "\t")],
    ["CR alone", asFile(rows, "\r")],
    ["CRLF", asFile(rows, "\r\n")],
    ["a NUL", asFile(rows).replace("2026-10-01,1", "2026-10-01\0,1")],
  ];
  test.each(files)("[IM-03] with %s it is read right", async (_, file) => {
    const { touchpointId, journeyId } = map;
    const { settings } = importOf(touchpointId);
    const found = await read(
      { fileName: "survey.csv", settings },
      { journeyId, file },
    );
    expect(found.readRows).toBe(20);
    expect(found.plan.groups).toMatchObject([{ n: 20, value: 3 }]);
  });

  const unreadable: [string, string | Uint8Array, string][] = [
    ["50,001 rows", asFile(lines(50_001)), "tooManyRows"],
    [
      "a cell of a megabyte",
      `${head}\n${"a".repeat(1024 * 1024)},1\n`,
      "tooLongCell",
    ],
    [
      "an open quotation mark",
      `${head}\n"2026-10-01,1\n2026-10-02,2\n`,
      "openQuote",
    ],
    ["names of columns only", `${head}\n`, "headerOnly"],
    ["nothing but blanks", " \n \n", "empty"],
    [
      "a picture",
      Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"),
      "unreadable",
    ],
  ];
  test.each(unreadable)(
    "[IM-03] with %s it is refused with a reason, looked into or imported",
    async (_, file, code) => {
      const { journeyId, touchpointId } = map;
      const answers = [
        await post(
          "/import-readings",
          { fileName: "f.csv" },
          { journeyId, file },
        ),
        await importing(importOf(touchpointId), { journeyId, file }),
      ];
      for (const answer of answers) {
        expect(answer.status).toBe(422);
        expect(await answer.json()).toMatchObject({
          code: "import_unreadable",
          errors: [{ code }],
        });
      }
    },
  );
});

describe("[N15] an event log", () => {
  const log = `case,activity,time
1,Checkout,2026-10-01T10:00:00Z
1,Delivery,2026-10-03T10:00:00Z
2,Checkout,2026-10-01T11:00:00Z
3,Checkout,2026-10-02T10:00:00Z
3,Delivery,2026-10-06T10:00:00Z
3,Checkout,2026-10-07T10:00:00Z
4,Somewhere else,2026-10-07T10:00:00Z
`;

  test("tells of touchpoints how many come by, how long they wait, where they end and what comes next, until it is undone", async () => {
    const { journeyId, checkout, delivery } = await namedMap();
    const first = await read({ fileName: "log.csv" }, { journeyId, file: log });
    expect(first.settings.mapping.shape).toBe("events");
    const order = agreed(first);
    const { id, kind } = await imported(order, { journeyId, file: log });
    expect(kind).toBe("log");
    const { flow } = await get<JourneyFlow>(`${at(journeyId)}/flow`);
    const day = 86_400_000;
    expect(flow).toMatchObject({ importId: id, cases: 3, outside: 1 });
    const of = (touchpointId: string) =>
      flow?.touchpoints.find((one) => one.touchpointId === touchpointId);
    expect(of(checkout)).toMatchObject({
      visits: 4,
      reach: { n: 3, share: 1 },
      wait: { n: 1, median: day },
      next: { touchpointId: delivery },
    });
    expect(of(checkout)?.ends.share).toBeCloseTo(2 / 3);
    expect(of(delivery)).toMatchObject({
      visits: 2,
      wait: { n: 2, median: 3 * day },
    });
    // Behaviour is no feeling: no figure of it has a scale.
    const pieces = await piecesOf(journeyId);
    expect(pieces.filter(({ scaleLow }) => scaleLow !== null)).toEqual([]);
    await app.people.editor.send("POST", `${at(journeyId)}/imports/${id}/undo`);
    expect(await get(`${at(journeyId)}/flow`)).toEqual({ flow: null });
    expect(await piecesOf(journeyId)).toEqual([]);
  });
});
