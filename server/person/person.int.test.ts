import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  test,
  vi,
} from "vitest";
import type { PersonalLinkInfo, PersonalPage } from "@/lib/api/person";
import { setCard } from "@/lib/journey/cards";
import type { CardId, StakeholderId } from "@/lib/journey/ids";
import { awaitRows } from "@/server/commands/await-rows";
import { linkStakeholder } from "@/server/commands/link-stakeholder";
import { prisma } from "@/server/db/prisma";
import { forgetEnv } from "@/server/env";
import { closeLimits } from "@/server/limits/stores";
import { findPersonalLink } from "@/server/queries/personal-link";
import { visitAsPerson } from "@/server/queries/person";
import { withDocument } from "@/server/sync/door";
import { startTestApp, type Principal, type TestApp } from "@/test/app";
import { settleJobs } from "@/test/jobs";
import type { MapIds } from "@/test/matrix/map";
import { createWorld, type World } from "@/test/matrix/world";
import { addPersonWithLink, type LinkedPerson } from "@/test/person";
import { atOneMoment } from "@/test/still-clock";
import { change } from "../api/testing/rows";

let app: TestApp;
let world: World;
let editor: Principal;
let noor: LinkedPerson;
let ids: MapIds;

beforeAll(async () => {
  app = await startTestApp({
    env: { LIMIT_PERSON_TRIES_PER_MINUTE: "5", LIMIT_PERSON_PER_MINUTE: "30" },
  });
  ({ editor } = app.people);
  world = await createWorld(app);
});
beforeEach(async () => {
  await prisma().rateLimit.deleteMany();
  closeLimits();
  noor = await addPersonWithLink(app, app.workspace.id);
});
afterAll(() => app.stop());

const base = "/workspaces/acme";
const linkPath = () =>
  `${base}/stakeholders/${noor.stakeholderId}/personal-link`;
const visit = (token: string) => visitAsPerson({ token, ip: "192.0.2.7" });
const stateOf = async (token: string) => (await visit(token)).state;

async function makeLink(body: object = {}) {
  const response = await editor.send("POST", linkPath(), body);
  if (response.status !== 201) throw new Error(await response.text());
  const link = (await response.json()) as PersonalLinkInfo;
  return { ...link, token: link.url!.split("/p/")[1]! };
}

async function own(who = noor): Promise<PersonalPage> {
  return (await (await who.person.fetch("/person")).json()) as PersonalPage;
}

const makeMap = async () => {
  ids = await world.map();
};

/** Makes the card of the map a task, and the touchpoint theirs. */
async function giveWork(of: LinkedPerson, at = ids, status = "open") {
  const stakeholderId = of.stakeholderId as StakeholderId;
  const cardId = at.cardId as CardId;
  const author = { kind: "user", id: editor.userId } as const;
  const { seq } = await withDocument(at.journeyId, author, null, (ctx) => {
    const task = { stakeholderId, status: status as "open", due: null };
    const done = setCard(ctx, { cardId, task });
    if (!done.ok) throw new Error(done.reason);
  });
  await awaitRows(new Map([[at.journeyId, seq]]));
  const role = "responsible";
  const touchpoint = { touchpointId: at.touchpointId, stakeholderId, role };
  const owned = { journeyId: at.journeyId, ...touchpoint };
  await editor.send("POST", `${base}/owners`, { changes: [owned] });
}

const tick = (status: string, { who = noor, at = ids } = {}) =>
  who.person.send("PUT", `/person/tasks/${at.journeyId}/${at.cardId}`, {
    status,
  });

describe("a personal link", () => {
  test("[SH-01] [N04] has 256 bits, rests as a keyed hash and sealed, and is shown to whoever made it and to nobody ever again", async () => {
    const { token } = await makeLink();
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    const rest = JSON.stringify([
      await prisma().personalLink.findMany(),
      await prisma().auditEvent.findMany(),
      await prisma().outgoingMail.findMany(),
    ]);
    expect(rest).not.toContain(token);
    const row = await prisma().personalLink.findFirstOrThrow({
      where: { stakeholderId: noor.stakeholderId, revokedAt: null },
    });
    expect(await stateOf(row.tokenHash)).toBe("absent");
    expect(await stateOf(row.tokenSealed)).toBe("absent");
    const again = await editor.fetch(linkPath());
    expect(await again.json()).toMatchObject({
      link: { url: null, isReadable: true, state: "active", lastUsedAt: null },
      canMail: false,
    });
  });

  test("[N04] is not shown to whoever made one that another has ended meanwhile", async () => {
    const place = {
      workspaceId: app.workspace.id,
      stakeholderId: noor.stakeholderId,
    };
    const { id: first } = (await (
      await editor.send("POST", linkPath(), {})
    ).json()) as { id: string };
    const { token } = await makeLink();
    const { link } = await findPersonalLink({ ...place, madeId: first });
    expect(link?.url).toBe(null);
    const mine = await findPersonalLink({ ...place, madeId: link!.id });
    expect(mine.link?.url).toContain(token);
  });

  test("[N06] [R72] goes to its stakeholder by mail alone where mail goes out, so that nobody of the team can answer as them", async () => {
    vi.stubEnv("SMTP_URL", "smtp://mail.example");
    forgetEnv();
    const made = await editor.send("POST", linkPath(), {});
    const told = [
      await made.json(),
      await (await editor.fetch(linkPath())).json(),
    ];
    vi.unstubAllEnvs();
    forgetEnv();
    expect(JSON.stringify(told)).not.toContain("/p/");
    expect(told).toMatchObject([
      { url: null, isReadable: true },
      { link: { url: null }, canMail: true },
    ]);
  });

  test("[N04] says when it was last used, and the audit names the stakeholder", async () => {
    expect(await stateOf(noor.secret)).toBe("open");
    expect(await stateOf(noor.secret)).toBe("open");
    const { link } = (await (await editor.fetch(linkPath())).json()) as {
      link: PersonalLinkInfo;
    };
    expect(link.lastUsedAt).not.toBeNull();
    const events = await app.people.admin.fetch(`${base}/audit`);
    const list = (await events.json()) as { events: { action: string }[] };
    expect(
      list.events.filter(({ action }) => action === "person-link:open"),
    ).toMatchObject([{ actorKind: "person", actorName: "Noor Jansen" }]);
  });

  test("[SH-02] [SH-04] ends with the next request when it is revoked, and when another is made", async () => {
    const second = await makeLink();
    expect(await stateOf(noor.secret)).toBe("absent");
    expect((await noor.person.fetch("/person")).status).toBe(401);
    expect(await stateOf(second.token)).toBe("open");
    const revoked = await editor.send("DELETE", linkPath());
    expect(revoked.status).toBe(204);
    expect(await stateOf(second.token)).toBe("absent");
    expect((await editor.send("DELETE", linkPath())).status).toBe(404);
  });

  test("[SH-03] ends with its day, and says so without a name", async () => {
    await prisma().personalLink.updateMany({
      where: { id: noor.linkId },
      data: { expiresAt: new Date(Date.now() - 1) },
    });
    expect(await visit(noor.secret)).toEqual({ state: "expired" });
    expect((await noor.person.fetch("/person")).status).toBe(401);
  });

  test("[N04] ends for good when the stakeholder is put away, also when they come back", async () => {
    const at = `${base}/stakeholders/${noor.stakeholderId}`;
    await editor.send("DELETE", at);
    expect(await stateOf(noor.secret)).toBe("absent");
    await editor.send("POST", `${at}/restore`);
    expect(await stateOf(noor.secret)).toBe("absent");
  });

  test("[N04] ends when the address becomes another, and when the stakeholder becomes a member", async () => {
    const at = `${base}/stakeholders/${noor.stakeholderId}`;
    const renamed = { name: "Noor de Wit", email: noor.email };
    await change(editor, at, { version: '"1"', body: renamed });
    expect(await stateOf(noor.secret)).toBe("open");
    const body = { email: "another@stakeholders.example" };
    await change(editor, at, { version: '"2"', body });
    expect(await stateOf(noor.secret)).toBe("absent");

    const joining = await addPersonWithLink(app, app.workspace.id);
    const member = await app.addPerson("joins", joining.email);
    const { userId } = member;
    await app.addMember(app.workspace.id, userId, "viewer");
    await linkStakeholder({ workspaceId: app.workspace.id, userId });
    expect(await stateOf(joining.secret)).toBe("absent");
    const path = `${base}/stakeholders/${joining.stakeholderId}/personal-link`;
    expect((await editor.send("POST", path, {})).status).toBe(409);
  });

  test("[N04] needs an address, and somebody who is not put away", async () => {
    const path = async (isArchived: boolean) =>
      `${base}/stakeholders/${await world.stakeholder(isArchived)}/personal-link`;
    const refused = await editor.send("POST", await path(false), {});
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ code: "address_missing" });
    expect((await editor.send("POST", await path(true), {})).status).toBe(409);
    for (const body of [{ days: 0 }, { days: 731 }, { locale: "fr" }])
      expect((await editor.send("POST", linkPath(), body)).status).toBe(422);
  });

  test("[N04] goes with its workspace", async () => {
    const { id } = await app.addWorkspace("short-lived");
    const person = await addPersonWithLink(app, id);
    await prisma().workspace.delete({ where: { id } });
    expect(await stateOf(person.secret)).toBe("absent");
  });

  test("[SH-14] is guessed a few times in a minute, then not even the right one opens", async () => {
    const wrong = (at: number) => String(at).padStart(43, "A");
    for (let at = 0; at < 5; at += 1)
      expect(await stateOf(wrong(at))).toBe("absent");
    expect(await stateOf(wrong(5))).toBe("limited");
    expect(await stateOf(noor.secret)).toBe("limited");
    expect(
      (await visitAsPerson({ token: noor.secret, ip: "192.0.2.8" })).state,
    ).toBe("open");
  });

  test("[RL-01] answers so often in a minute and then says when again", async () => {
    const refused = await atOneMoment(async () => {
      for (let count = 0; count < 30; count += 1)
        expect((await noor.person.fetch("/person")).status).toBe(200);
      return noor.person.fetch("/person");
    });
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("60");
  });
});

describe("what it shows", () => {
  beforeEach(makeMap);

  test("[R73] [N04] [SH-08] their touchpoints and tasks over all journeys, and nothing of anybody else's", async () => {
    await giveWork(noor);
    const other = await addPersonWithLink(app, app.workspace.id, "Ben Bakker");
    const two = await world.map();
    await giveWork(other, two);
    const gone = await world.map();
    await giveWork(noor, gone);
    await app.people.owner.send("DELETE", `${base}/journeys/${gone.journeyId}`);
    const page = await own();
    expect(page.touchpoints.map(({ journey }) => journey.id)).toEqual([
      ids.journeyId,
    ]);
    expect(page.tasks).toMatchObject([{ cardId: ids.cardId, status: "open" }]);
    const said = JSON.stringify([page, await visit(noor.secret)]);
    for (const secret of ["Ben Bakker", editor.userId, "@", two.journeyId])
      expect(said).not.toContain(secret);
    expect(said).not.toMatch(/owners|emotions|persona|email|userId/);
  });

  test("[N04] what was archived or dropped is not shown", async () => {
    await giveWork(noor, ids, "dropped");
    expect((await own()).tasks).toEqual([]);
    expect((await tick("open")).status).toBe(404);
    const at = `${base}/journeys/${ids.journeyId}`;
    await editor.send("PATCH", at, { archived: true });
    expect((await own()).touchpoints).toEqual([]);
  });
});

describe("a task of theirs", () => {
  beforeEach(makeMap);

  test("[R72] [N04] is ticked off and taken up again through the map, under their name", async () => {
    await giveWork(noor);
    expect((await tick("done")).status).toBe(204);
    expect((await own()).tasks).toMatchObject([{ status: "done" }]);
    expect((await tick("open")).status).toBe(204);
    expect((await own()).tasks).toMatchObject([{ status: "open" }]);
    const newest = await prisma().documentUpdate.findFirst({
      where: { journeyId: ids.journeyId },
      orderBy: { seq: "desc" },
    });
    expect(newest).toMatchObject({
      actorKind: "person",
      actorId: noor.stakeholderId,
    });
    const audited = await prisma().auditEvent.findMany({
      where: { action: "task:change", actorId: noor.stakeholderId },
    });
    expect(audited).toHaveLength(2);
    expect(audited[0]).toMatchObject({ actorKind: "person" });
  });

  test("[N04] ticked off twice is ticked off once", async () => {
    await giveWork(noor);
    await tick("done");
    const where = { journeyId: ids.journeyId };
    const before = await prisma().documentUpdate.count({ where });
    const again = await Promise.all([tick("done"), tick("done")]);
    expect(again.map(({ status }) => status)).toEqual([204, 204]);
    expect(await prisma().documentUpdate.count({ where })).toBe(before);
  });

  test("[N04] is nobody else's to tick, nor of a map that was put away", async () => {
    await giveWork(noor);
    const other = await addPersonWithLink(app, app.workspace.id);
    expect((await tick("done", { who: other })).status).toBe(404);
    const foreign = await addPersonWithLink(app, app.other.id);
    expect((await tick("done", { who: foreign })).status).toBe(404);
    for (const status of ["doing", "dropped", "", "DONE"])
      expect((await tick(status)).status).toBe(422);
    const at = `${base}/journeys/${ids.journeyId}`;
    await app.people.owner.send("DELETE", at);
    expect((await tick("done")).status).toBe(404);
    await app.people.owner.send("POST", `${at}/restore`);
    expect((await own()).tasks).toMatchObject([{ status: "open" }]);
  });
});

describe("its mail", () => {
  test("[N04] goes out once, however often it is pressed, in the language of the link", async () => {
    await makeLink({ locale: "nl" });
    const path = `${linkPath()}/mail`;
    const sent = await Promise.all(
      [1, 2, 3].map(() => editor.send("POST", path)),
    );
    expect(sent.map(({ status }) => status)).toEqual([204, 204, 204]);
    const mails = await prisma().outgoingMail.findMany({
      where: { kind: "personalLink" },
    });
    expect(mails).toHaveLength(1);
    await settleJobs();
    const after = await prisma().outgoingMail.findFirstOrThrow({
      where: { kind: "personalLink" },
    });
    expect(after.sentAt).not.toBeNull();
    expect(after.sealed).toBeNull();
  });

  test("[AZ-21] is not sent when the link was revoked before it went out", async () => {
    await makeLink();
    await editor.send("POST", `${linkPath()}/mail`);
    await editor.send("DELETE", linkPath());
    await settleJobs();
    const newest = await prisma().outgoingMail.findFirstOrThrow({
      orderBy: { createdAt: "desc" },
    });
    expect(newest).toMatchObject({ sealed: null, sentAt: null });
  });
});
