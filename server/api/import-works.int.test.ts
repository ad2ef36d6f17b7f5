// Longer than most: all of it follows imports of one server, which a file for each part would start anew.
import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { ImportWork, ImportWorkList } from "@/lib/api/import-works";
import type { ImportItem, ImportOrder } from "@/lib/api/imports";
import { mailOfImport } from "@/server/commands/mail-of-import";
import { runImport } from "@/server/commands/run-import";
import { prisma } from "@/server/db/prisma";
import { stopWorks } from "@/server/imports/works";
import { startTestApp, type Principal, type TestApp } from "@/test/app";
import { importBody, importOf } from "@/test/matrix/import-rows";
import { createWorld, type World } from "@/test/matrix/world";
import { mailsTo } from "@/test/outbox";

let app: TestApp;
let world: World;
let editor: Principal;
let viewer: Principal;

beforeAll(async () => {
  app = await startTestApp({ env: { LIMIT_IMPORTS_PER_HOUR: "1000" } });
  world = await createWorld(app);
  ({ editor, viewer } = app.people);
});
afterAll(() => app.stop());

const at = (journeyId: string) =>
  `/workspaces/${app.workspace.slug}/journeys/${journeyId}`;

interface Sending {
  readonly journeyId: string;
  readonly head: unknown;
  readonly file?: string;
  readonly key?: string;
}

function begin({ journeyId, head, file, key }: Sending): Promise<Response> {
  return editor.fetch(`${at(journeyId)}/import-works`, {
    method: "POST",
    body: importBody(head, file).slice() as BodyInit,
    headers: {
      "content-type": "application/octet-stream",
      ...(key !== undefined && { "idempotency-key": key }),
    },
  });
}

async function begun(sending: Sending): Promise<ImportWork> {
  const answer = await begin(sending);
  expect(answer.status, await answer.clone().text()).toBe(202);
  return (await answer.json()) as ImportWork;
}

async function workOf(journeyId: string, id: string): Promise<ImportWork> {
  const path = `${at(journeyId)}/import-works/${id}`;
  return (await (await viewer.fetch(path)).json()) as ImportWork;
}

async function worksOf(journeyId: string): Promise<ImportWorkList["works"]> {
  const answer = await viewer.fetch(`${at(journeyId)}/import-works`);
  return ((await answer.json()) as ImportWorkList).works;
}

const cancel = async (journeyId: string, id: string): Promise<ImportWork> => {
  const path = `${at(journeyId)}/import-works/${id}/cancel`;
  return (await (await editor.send("POST", path)).json()) as ImportWork;
};

const ended = (journeyId: string, id: string) =>
  vi.waitFor(
    async () => {
      const work = await workOf(journeyId, id);
      expect(work.state).not.toBe("running");
      return work;
    },
    { timeout: 60_000 },
  );

const piecesIn = (journeyId: string) =>
  prisma().evidence.count({ where: { journeyId } });
const runsIn = (journeyId: string) =>
  prisma().importRun.count({ where: { journeyId } });

/** While this lasts an import comes as far as its last rows and waits there. */
async function held(during: () => Promise<void>): Promise<void> {
  const client = new pg.Client(app.databaseUrl);
  await client.connect();
  try {
    await client.query(`BEGIN; LOCK TABLE "AuditEvent" IN SHARE MODE`);
    await during();
  } finally {
    await client.end();
  }
}

const isStoring = (journeyId: string, id: string) =>
  vi.waitFor(
    async () =>
      expect(await workOf(journeyId, id)).toMatchObject({
        state: "running",
        step: "storing",
        done: 1,
      }),
    { timeout: 60_000 },
  );

describe("[R58] an import that goes on without whoever began it", () => {
  test("says how it ended, what came of it and whose it is, to whoever may see the evidence", async () => {
    const { journeyId, touchpointId } = await world.map();
    const head = importOf(touchpointId);
    const { id } = await begun({ journeyId, head });
    const work = await ended(journeyId, id);
    expect(work).toMatchObject({
      state: "done",
      fileName: "survey.csv",
      problem: null,
      by: { id: editor.userId },
    });
    const path = `${at(journeyId)}/imports/${work.importId}`;
    const item = (await (await viewer.fetch(path)).json()) as ImportItem;
    expect(item.result).toMatchObject({ rows: 3, pieces: 1 });
    expect(await piecesIn(journeyId)).toBe(1);
  });

  test("is seen by others while it goes on, and cancelled leaves nothing behind", async () => {
    const { journeyId, touchpointId } = await world.map();
    const head = importOf(touchpointId);
    let id = "";
    await held(async () => {
      ({ id } = await begun({ journeyId, head }));
      await isStoring(journeyId, id);
      expect(await worksOf(journeyId)).toMatchObject([
        { id, state: "running", done: 1, total: 1 },
      ]);
      expect((await cancel(journeyId, id)).state).toBe("cancelled");
    });
    // It waits for what goes on in this process.
    await stopWorks();
    expect(await workOf(journeyId, id)).toMatchObject({
      state: "cancelled",
      importId: null,
    });
    expect(await worksOf(journeyId)).toEqual([]);
    expect(await piecesIn(journeyId)).toBe(0);
    expect(await runsIn(journeyId)).toBe(0);
  });

  test("cancelled too late is done, and is undone instead", async () => {
    const { journeyId, touchpointId } = await world.map();
    const head = importOf(touchpointId);
    const { id } = await begun({ journeyId, head });
    await ended(journeyId, id);
    expect((await cancel(journeyId, id)).state).toBe("done");
    expect(await piecesIn(journeyId)).toBe(1);
  });

  test("that fails says why and where, until somebody puts it away", async () => {
    const { journeyId, touchpointId } = await world.map();
    const head = importOf(touchpointId);
    const file = `Timestamp,Answer\n2026-10-01,"4\n`;
    const { id } = await begun({ journeyId, head, file });
    expect(await ended(journeyId, id)).toMatchObject({
      state: "failed",
      problem: {
        code: "import_unreadable",
        errors: [{ path: "rows.2", code: "openQuote" }],
      },
    });
    expect(await worksOf(journeyId)).toHaveLength(1);
    await cancel(journeyId, id);
    expect(await worksOf(journeyId)).toEqual([]);
  });

  test("that names what is not there any more says so, and to others nothing that stands in the file", async () => {
    const { journeyId } = await world.map();
    const { settings, ...head } = importOf(randomUUID());
    const [place] = settings.touchpoints;
    const secret = { ...place!, key: "Anna Smith, 7 Mill Lane" };
    const personas = [
      { segment: "anna@people.example", personaId: randomUUID() },
    ];
    const { id } = await begun({
      journeyId,
      head: {
        ...head,
        settings: { ...settings, touchpoints: [secret], personas },
      },
    });
    const { problem } = await ended(journeyId, id);
    expect(problem).toEqual({
      code: "invalid",
      errors: [
        { path: "settings.touchpoints", code: "gone" },
        { path: "settings.personas", code: "gone" },
      ],
    });
    const row = await prisma().importWork.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(row)).not.toMatch(/anna/i);
  });

  test("[IM-08] is begun once under one key, while it goes on and after; with another file the key is refused", async () => {
    const { journeyId, touchpointId } = await world.map();
    const sending = {
      journeyId,
      head: importOf(touchpointId),
      key: randomUUID(),
    };
    let id = "";
    await held(async () => {
      ({ id } = await begun(sending));
      expect((await begun(sending)).id).toBe(id);
      const other = await begin({ ...sending, file: "Timestamp,Answer\n" });
      expect(await other.json()).toMatchObject({
        code: "idempotency_mismatch",
      });
    });
    const { importId } = await ended(journeyId, id);
    expect(await begun(sending)).toMatchObject({ state: "done", importId });
    expect(await piecesIn(journeyId)).toBe(1);
  });
});

describe("[R58] an import that takes over a minute", () => {
  /** Holds an import before its last rows, and lets it go on once more than a minute is over by the clock of its row. */
  async function longWork(
    seconds: number,
    during: (of: { journeyId: string; id: string }) => Promise<unknown> = () =>
      Promise.resolve(),
  ) {
    const { journeyId, touchpointId } = await world.map();
    const head = { ...importOf(touchpointId), fileName: "Umfrage.csv" };
    let id = "";
    await held(async () => {
      ({ id } = await begun({ journeyId, head }));
      await isStoring(journeyId, id);
      await prisma().$executeRaw`
        UPDATE "ImportWork" SET "createdAt" = now() - make_interval(secs => ${seconds}) WHERE id = ${id}::uuid`;
      await during({ journeyId, id });
    });
    const { state } = await ended(journeyId, id);
    return { journeyId, id, state };
  }
  const address = () => `${editor.name}@people.example`;
  const importMails = async () =>
    (await mailsTo(app, address())).filter(({ subject }) =>
      subject.includes("Umfrage.csv"),
    );

  test("mails whoever began it where it stands, once and in their language; a shorter one mails nothing", async () => {
    await prisma().user.update({
      where: { id: editor.userId },
      data: { locale: "de" },
    });
    expect((await longWork(30)).state).toBe("done");
    expect(await importMails()).toEqual([]);
    const { journeyId, id, state } = await longWork(61);
    expect(state).toBe("done");
    const [mail, ...others] = await importMails();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      subject: "Der Import von „Umfrage.csv“ ist fertig",
    });
    expect(mail!.text).toContain(
      `/w/${app.workspace.slug}/journeys/${journeyId}/imports`,
    );
    expect(mail!.text).toContain("Hinzugefügte Belege: 1");
    expect(
      await prisma().outgoingMail.count({ where: { key: `import:${id}` } }),
    ).toBe(1);
  });

  test("says nothing once somebody has cancelled it", async () => {
    const before = await prisma().outgoingMail.count();
    const { journeyId, state } = await longWork(61, (of) =>
      cancel(of.journeyId, of.id),
    );
    expect(state).toBe("cancelled");
    // It waits for what goes on in this process.
    await stopWorks();
    expect(await prisma().outgoingMail.count()).toBe(before);
    expect(await piecesIn(journeyId)).toBe(0);
  });

  test("tells of one that failed as well", async () => {
    const { workId } = await world.importWork();
    const row = { where: { id: workId } };
    await prisma().importWork.update({
      ...row,
      data: {
        createdById: editor.userId,
        fileName: "Umfrage.csv",
        createdAt: new Date(Date.now() - 90_000),
      },
    });
    const before = (await importMails()).length;
    await prisma().$transaction((tx) => mailOfImport({ workId }, tx));
    const mails = await importMails();
    expect(mails.length).toBe(before + 1);
    expect(mails.at(-1)!.subject).toContain("fehlgeschlagen");
  });
});

describe("[IM-08] whoever has gone before it began", () => {
  test("has it cancelled, and nothing of it is kept", async () => {
    const { journeyId, touchpointId } = await world.map();
    const caller = {
      actor: {
        kind: "member",
        userId: editor.userId,
        role: "editor",
        workspaceId: app.workspace.id,
      },
      ip: "203.0.113.7",
    } as const;
    const gone = new AbortController();
    gone.abort();
    const result = await runImport(caller, {
      ...(importOf(touchpointId) as ImportOrder),
      journeyId,
      bytes: new Uint8Array(Buffer.from("Timestamp,Answer\n2026-10-01,4\n")),
      signal: gone.signal,
      requestHash: "of a file",
      idemKey: null,
    });
    expect(result).toMatchObject({ ok: false, reason: "import_cancelled" });
    expect(await piecesIn(journeyId)).toBe(0);
    expect(
      await prisma().importWork.findFirst({ where: { journeyId } }),
    ).toMatchObject({ state: "cancelled" });
  });
});

describe("[FT-24] a server that ends in the middle of an import", () => {
  test("keeps nothing of it and says that it has stopped", async () => {
    const { journeyId, touchpointId } = await world.map();
    const head = importOf(touchpointId);
    let id = "";
    let stopping: Promise<void> | undefined;
    await held(async () => {
      ({ id } = await begun({ journeyId, head }));
      await isStoring(journeyId, id);
      stopping = stopWorks();
      expect((await ended(journeyId, id)).state).toBe("stopped");
    });
    await stopping;
    expect(await piecesIn(journeyId)).toBe(0);
    expect(await runsIn(journeyId)).toBe(0);
  });

  test("without a word has stopped as well, and the import can be started again under its key", async () => {
    const { journeyId, touchpointId } = await world.map();
    const key = randomUUID();
    const { id } = await prisma().importWork.create({
      data: {
        workspaceId: app.workspace.id,
        journeyId,
        createdById: editor.userId,
        kind: "import",
        fileName: "survey.csv",
        idemKey: key,
        requestHash: "of another file",
        seenAt: new Date(Date.now() - 60_000),
      },
    });
    expect((await workOf(journeyId, id)).state).toBe("stopped");
    const head = importOf(touchpointId);
    const again = await begun({ journeyId, head, key });
    expect(again.id).not.toBe(id);
    expect((await ended(journeyId, again.id)).state).toBe("done");
    // Were its process only slow, it could not end it any more.
    expect(
      await prisma().importWork.findUnique({ where: { id } }),
    ).toMatchObject({ state: "stopped" });
    expect(await piecesIn(journeyId)).toBe(1);
  });
});

describe("a file that is looked into", () => {
  test("shows how far it is to whoever sent it, and to nobody else", async () => {
    const { journeyId } = await world.map();
    const reading = {
      workspaceId: app.workspace.id,
      journeyId,
      kind: "reading",
      fileName: "survey.csv",
      createdById: editor.userId,
    };
    const { id } = await prisma().importWork.create({ data: reading });
    const path = `${at(journeyId)}/import-works/${id}`;
    expect((await editor.fetch(path)).status).toBe(200);
    expect((await viewer.fetch(path)).status).toBe(404);
    expect((await app.people.owner.fetch(path)).status).toBe(404);
    expect((await editor.send("POST", `${path}/cancel`)).status).toBe(404);
    expect(await worksOf(journeyId)).toEqual([]);
  });

  test("is read under an id of its own, of which nothing is left, and never under one that is taken", async () => {
    const { journeyId } = await world.map();
    const taken = await world.importWork();
    const read = (workId: string) =>
      editor.fetch(`${at(journeyId)}/import-readings`, {
        method: "POST",
        body: importBody({
          fileName: "survey.csv",
          workId,
        }).slice() as BodyInit,
        headers: { "content-type": "application/octet-stream" },
      });
    expect((await read(randomUUID())).status).toBe(200);
    expect(await prisma().importWork.count({ where: { journeyId } })).toBe(0);
    expect((await read(taken.workId)).status).toBe(200);
    expect((await workOf(taken.journeyId, taken.workId)).state).toBe("running");
  });
});
