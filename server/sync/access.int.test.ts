import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { randomUUID } from "node:crypto";
import WebSocket from "ws";
import { resolve } from "@/lib/journey/resolve";
import { textOf } from "@/lib/journey/texts";
import { announceAccessChange } from "@/server/access-changes";
import { tellRowsChanged } from "@/server/row-events";
import { prisma } from "@/server/db/prisma";
import type { Admit } from "./authenticate";
import { Guests } from "./testing/guests";
import { startLab, type Lab } from "./testing/lab";
import { untold } from "./testing/untold";
import { updateBy } from "./testing/updates";

let lab: Lab;
/** Stands in for a database that answers late. */
let beforeAdmission: () => Promise<void> = async () => undefined;
const slowly =
  (usual: Admit): Admit =>
  async (request) => {
    await beforeAdmission();
    return usual(request);
  };
let guests: Guests;
beforeAll(async () => {
  lab = await startLab({
    admit: slowly,
    settings: {
      recheckMs: 400,
      authenticationMs: 1_500,
      socketsPerUser: 5,
      socketsPerMap: 3,
      unjudgedMs: 1_500,
    },
  });
  guests = new Guests(lab);
});
afterEach(() => {
  beforeAdmission = async () => undefined;
  guests.leave();
});
afterAll(() => lab.stop());

test("[WS-01] a page of another origin gets no socket, whatever its cookie", async () => {
  const journeyId = await lab.newJourney();
  const { cookie = "" } = lab.app.people.editor.headers;
  const origins = [
    undefined,
    "null",
    "https://evil.example",
    `http://localhost:${lab.port}.evil.example`,
    `https://localhost:${lab.port}`,
    `http://localhost:${lab.port + 1}`,
  ];
  for (const origin of origins) {
    const socket = guests.raw(journeyId, {
      cookie,
      ...(origin !== undefined && { origin }),
    });
    expect(await socket.refusedWith).toBe(403);
  }
});

test("[WS-01] a program needs no origin, but a bearer token", async () => {
  const journeyId = await lab.newJourney();
  const socket = guests.rawAs("tokW", journeyId);
  expect(resolve(await socket.join()).meta.title).toBe("Buying running shoes");
});

test("[WS-20] an address that is not ours, and too many headers, are refused before anything else", async () => {
  const http = await import("node:http");
  const status = (path: string, headers: Record<string, string>) =>
    new Promise<number>((done) => {
      const request = http.request({ port: lab.port, path, headers });
      request.on("response", (response) => done(response.statusCode ?? 0));
      request.on("error", () => done(0));
      request.end();
    });
  const upgrade = {
    connection: "Upgrade",
    upgrade: "websocket",
    "sec-websocket-version": "13",
    "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
  };
  expect(await status("http://169.254.169.254/sync/x", upgrade)).toBe(400);
  expect(await status("/sync/x", { ...upgrade, host: "evil.example" })).toBe(
    421,
  );
  const many = Object.fromEntries(
    Array.from({ length: 2_000 }, (_, at) => [`x-h-${at}`, "value"]),
  );
  expect(await status("/sync/x", { ...upgrade, ...many })).toBe(431);
});

test("[WS-03] nobody, an ended session and a forged cookie are told to sign in", async () => {
  const journeyId = await lab.newJourney();
  const person = await guests.newMember("editor");
  await prisma().session.updateMany({
    where: { userId: person.userId },
    data: { revokedAt: new Date() },
  });
  const origin = `http://localhost:${lab.port}`;
  for (const headers of [
    { origin },
    { origin, cookie: "waymark-session=forged" },
    lab.headersOf(person),
    { authorization: "Bearer wm_nothing" },
  ]) {
    expect((await guests.raw(journeyId, headers).closed).code).toBe(4401);
  }
});

test("[SH-06] a visitor of a share link has a stream of their own and gets no socket", async () => {
  const journeyId = await lab.newJourney();
  const link = await prisma().shareLink.create({
    data: {
      workspaceId: lab.app.workspace.id,
      journeyId,
      tokenHash: randomUUID(),
      tokenSealed: "",
      createdById: lab.app.people.owner.userId,
    },
  });
  const visitor = lab.headersOf(lab.app.asVisitor(link.id));
  expect((await guests.raw(journeyId, visitor).closed).code).toBe(4403);
  expect((await guests.raw(await lab.newJourney(), visitor).closed).code).toBe(
    4404,
  );
});

test("[WS-05] a journey of others, an absent one and nonsense get the very same answer", async () => {
  const foreign = await lab.newJourney(undefined, lab.app.other.id);
  const paths = [
    foreign,
    randomUUID(),
    "..%2f..%2f",
    "x".repeat(10_000),
    "",
    "%00",
    `${foreign}/x`,
  ];
  for (const path of paths) {
    expect(await guests.rawAs("editor", path).closed).toEqual({
      code: 4404,
      reason: "",
    });
  }
  const own = await lab.newJourney();
  expect(await guests.rawAs("outsider", own).closed).toEqual({
    code: 4404,
    reason: "",
  });
  expect(await guests.rawAs("tokW", foreign).closed).toEqual({
    code: 4404,
    reason: "",
  });
});

test("[WS-02] who is not known in time has to come back, and what they sent is not applied", async () => {
  const journeyId = await lab.newJourney();
  const doc = await lab.stored(journeyId);
  beforeAdmission = () => new Promise(() => undefined);
  const socket = guests.rawAs("editor", journeyId);
  await socket.opened;
  socket.sendUpdate(
    updateBy(doc, (copy) => textOf(copy, title)?.insert(0, "x")),
  );
  expect((await socket.closed).code).toBe(4508);
  expect(await lab.logRows(journeyId)).toBe(1);
});

test("[WS-02] more than 64 KiB before it is known who sends them is too much", async () => {
  const journeyId = await lab.newJourney();
  beforeAdmission = () => new Promise(() => undefined);
  const socket = guests.rawAs("editor", journeyId);
  await socket.opened;
  socket.sendUpdate(new Uint8Array(65 * 1024));
  expect((await socket.closed).code).toBe(4413);
});

test("what an honest client sends while a slow database is asked is not lost", async () => {
  const journeyId = await lab.newJourney();
  const doc = await lab.stored(journeyId);
  let admit = () => undefined as void;
  beforeAdmission = () => new Promise((done) => (admit = done));
  const socket = guests.rawAs("editor", journeyId);
  await socket.opened;
  for (let at = 0; at < 40; at++) {
    socket.sendUpdate(
      updateBy(doc, (copy) => textOf(copy, title)?.insert(0, "x")),
    );
  }
  admit();
  await vi.waitFor(async () =>
    expect(resolve(await lab.stored(journeyId)).meta.title).toBe(
      `${"x".repeat(40)}Buying running shoes`,
    ),
  );
});

const title = { kind: "meta", field: "title" } as const;

test("[WS-08] a member who is removed loses the socket at once, and cannot come back", async () => {
  const journeyId = await lab.newJourney();
  const person = await guests.newMember("editor");
  const socket = guests.raw(journeyId, lab.headersOf(person));
  await socket.join();
  const { workspace } = lab.app;
  await prisma().membership.delete({
    where: {
      workspaceId_userId: { workspaceId: workspace.id, userId: person.userId },
    },
  });
  const filter = { workspaceId: workspace.id, userId: person.userId };
  // Whoever is looked up again would be found to be gone as well, a little later.
  let lookUp = () => undefined as void;
  const lookedUp = new Promise<void>((done) => (lookUp = done));
  beforeAdmission = () => lookedUp;
  announceAccessChange({ kind: "ended", filter, code: 4403 });
  expect((await socket.closed).code).toBe(4403);
  beforeAdmission = async () => undefined;
  lookUp();
  expect((await guests.raw(journeyId, lab.headersOf(person)).closed).code).toBe(
    4404,
  );
});

test("[WS-09] a removal that nobody told of ends the socket at the next check", async () => {
  const journeyId = await lab.newJourney();
  const person = await guests.newMember("editor");
  const socket = guests.raw(journeyId, lab.headersOf(person));
  await socket.join();
  await prisma().membership.deleteMany({ where: { userId: person.userId } });
  expect((await socket.closed).code).toBe(4403);
});

test("[WS-08] [WS-09] whatever takes a place away ends the socket at the next check, though nobody told of it", async () => {
  const ends = untold.map(async ({ what, code, change }) => {
    const journeyId = await lab.newJourney();
    const person = await guests.newMember("editor");
    const whose = { userId: person.userId, workspaceId: lab.app.workspace.id };
    const token = await lab.app.addToken(whose, "write");
    const who = what.includes("token") ? token : person;
    const socket = guests.raw(journeyId, lab.headersOf(who));
    await socket.join();
    await change({ journeyId, userId: person.userId });
    expect([what, (await socket.closed).code]).toEqual([what, code]);
  });
  await Promise.all(ends);
});

test("[WS-09] while nobody can look up who may write, older seats turn read-only; what they wrote is stored when somebody can", async () => {
  const journeyId = await lab.newJourney();
  const [ada, bob] = await Promise.all([
    guests.stock("editor", journeyId),
    guests.stock("admin", journeyId),
  ]);
  const states = () =>
    ada.heard.flatMap((said) => (said.kind === "state" ? [said.state] : []));
  beforeAdmission = async () => {
    throw new Error("the database is away");
  };
  await vi.waitFor(() => expect(states()).toEqual(["readonly"]), 10_000);
  textOf(ada.doc, title)?.insert(0, "Meanwhile ");
  const isSaved = vi.fn();
  const saved = ada.acknowledged().then(isSaved);
  // Nothing of it is taken, though this room goes on: what it does next it has done without.
  await lab.core.rooms.find(journeyId)!.flush();
  expect(isSaved).not.toHaveBeenCalled();
  expect(await lab.logRows(journeyId)).toBe(1);
  expect(resolve(bob.doc).meta.title).not.toContain("Meanwhile");
  beforeAdmission = async () => undefined;
  await saved;
  expect(states()).toEqual(["readonly", "ok"]);
  expect(resolve(await lab.stored(journeyId)).meta.title).toContain(
    "Meanwhile",
  );
  expect(ada.closes).toEqual([]);
});

test("[AN-15] a session that is ended by name ends its socket", async () => {
  const journeyId = await lab.newJourney();
  const person = await guests.newMember("editor");
  const socket = guests.raw(journeyId, lab.headersOf(person));
  await socket.join();
  const session = await prisma().session.findFirstOrThrow({
    where: { userId: person.userId },
  });
  await prisma().session.update({
    where: { id: session.id },
    data: { revokedAt: new Date() },
  });
  announceAccessChange({
    kind: "ended",
    filter: { sessionId: session.id },
    code: 4401,
  });
  expect((await socket.closed).code).toBe(4401);
});

test("[WS-10] more sockets than one person may have are refused for good, with the reason", async () => {
  const journeys = await Promise.all([1, 2].map(() => lab.newJourney()));
  const person = await guests.newMember("editor");
  const headers = lab.headersOf(person);
  const inUse = Array.from({ length: 5 }, (_, at) =>
    guests.raw(journeys[at % 2]!, headers),
  );
  await Promise.all(inUse.map((socket) => socket.join()));
  expect(await guests.raw(journeys[0]!, headers).closed).toEqual({
    code: 4403,
    reason: "too_many_sockets",
  });
});

test("[WS-10] who finds a map full sees it, is told that it is full, and edits once somebody left", async () => {
  const journeyId = await lab.newJourney();
  const editors = await Promise.all([
    guests.stock("editor", journeyId),
    guests.stock("admin", journeyId),
    guests.stock("owner", journeyId),
  ]);
  const late = await guests.stock("editor", journeyId);
  const hellos = () =>
    late.heard.flatMap((one) => (one.kind === "hello" ? [one.hello] : []));
  expect(hellos()).toMatchObject([
    { role: "editor", canEdit: false, isFull: true },
  ]);
  expect(late.heard).toContainEqual({ kind: "state", state: "readonly" });
  expect(resolve(late.doc)).toEqual(resolve(editors[0]!.doc));
  // What they bring from working offline is not taken, and not lost.
  const title = textOf(late.doc, { kind: "meta", field: "title" })!;
  for (const word of ["along. ", "it ", "Brought "]) title.insert(0, word);
  await late.acknowledged();
  expect(resolve(await lab.stored(journeyId)).meta.title).not.toContain("Bro");

  editors[2]!.destroy();
  await vi.waitFor(() => expect(hellos()).toHaveLength(2), { timeout: 30_000 });
  expect(late.closes).toEqual([4501]);
  expect(hellos()[1]).toMatchObject({ canEdit: true, isFull: false });
  await vi.waitFor(
    async () =>
      expect(resolve(await lab.stored(journeyId)).meta.title).toContain("Bro"),
    { timeout: 30_000 },
  );
});

test("[WS-19] text and frames of unknown kind are not our protocol", async () => {
  const journeyId = await lab.newJourney();
  for (const frame of [
    "hello",
    new Uint8Array([99]),
    new Uint8Array([0, 7, 0]),
    new Uint8Array([100, 3, 0]),
    new Uint8Array(),
  ]) {
    const socket = guests.rawAs("editor", journeyId);
    await socket.join();
    socket.send(frame);
    expect((await socket.closed).code).toBe(4400);
  }
});

test("[WS-18] compression is not negotiated", async () => {
  const journeyId = await lab.newJourney();
  const socket = new WebSocket(`${lab.address}/${journeyId}`, {
    headers: lab.headersOf(lab.app.people.editor),
    perMessageDeflate: true,
  });
  await new Promise((done) => socket.once("open", done));
  expect(socket.extensions).toBe("");
  socket.terminate();
});

test("another epoch than the document's is told to start clean", async () => {
  const journeyId = await lab.newJourney();
  expect(
    (await guests.rawAs("editor", `${journeyId}?epoch=2`).closed).code,
  ).toBe(4410);
  await guests.rawAs("editor", `${journeyId}?epoch=1`).join();
});

test("who has a map open hears that rows of its workspace changed, and nobody else does", async () => {
  const journeyId = await lab.newJourney();
  const ada = await guests.stock("editor", journeyId);
  const event = {
    kind: "rows-changed",
    noun: "persona",
    id: randomUUID(),
  } as const;
  tellRowsChanged(lab.app.other.id, "persona", null);
  tellRowsChanged(lab.app.workspace.id, event.noun, event.id);
  await vi.waitFor(() =>
    expect(ada.heard).toContainEqual({ kind: "event", event }),
  );
  expect(ada.heard.filter(({ kind }) => kind === "event")).toHaveLength(1);
});
