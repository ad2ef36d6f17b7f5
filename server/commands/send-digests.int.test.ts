// Longer than most: each digest is told by what came before it, on one server with one outbox.
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  test,
  vi,
} from "vitest";
import { setCard } from "@/lib/journey/cards";
import type { CardId, StakeholderId } from "@/lib/journey/ids";
import { pool } from "@/server/db/pool";
import { prisma } from "@/server/db/prisma";
import { addressHeader } from "@/server/http/address";
import { createStopApp } from "@/server/person/stop-app";
import { withDocument } from "@/server/sync/door";
import { startTestApp, type Principal, type TestApp } from "@/test/app";
import type { MapIds } from "@/test/matrix/map";
import { createWorld, type World } from "@/test/matrix/world";
import { mailsTo, type KeptMail } from "@/test/outbox";
import { addPersonWithLink, type LinkedPerson } from "@/test/person";
import { forgetOld } from "./forget-old";
import { mailPersonNews } from "./mail-person-news";
import { sendDigests } from "./send-digests";

const weekMs = 7 * 86_400_000;
const monday = new Date();
const inWeeks = (weeks: number) => new Date(monday.getTime() + weeks * weekMs);
const stopApp = createStopApp();
let app: TestApp;
let world: World;
let owner: Principal;
let noor: LinkedPerson;
let ids: MapIds;

beforeAll(async () => {
  app = await startTestApp({ rowsFollowAtOnce: true });
  ({ owner } = app.people);
  world = await createWorld(app);
});
beforeEach(async () => {
  await prisma().outgoingMail.deleteMany();
  await prisma().stakeholder.deleteMany();
  noor = await addPersonWithLink(app, app.workspace.id);
  ids = await world.map();
});
afterAll(() => app.stop());

const base = "/workspaces/acme";

async function giveTo(stakeholderId: string, touchpoint = ids): Promise<void> {
  const { journeyId, touchpointId } = touchpoint;
  const role = "responsible";
  const changes = [{ journeyId, touchpointId, stakeholderId, role }];
  const body = { changes, replace: true };
  const response = await owner.send("POST", `${base}/owners`, body);
  if (!response.ok) throw new Error(await response.text());
}

const stopLinkIn = (mail: KeptMail | undefined) =>
  /http:\/\/localhost:3000(\/u\/\S+)/.exec(mail?.text ?? "")?.[1] ?? "";

const post = (target: string) =>
  stopApp.fetch(
    new Request(`http://localhost:3000${target}`, {
      method: "POST",
      headers: {
        [addressHeader]: "192.0.2.9",
        "content-type": "application/x-www-form-urlencoded",
      },
      body: "List-Unsubscribe=One-Click",
    }),
  );

describe("the weekly mail", () => {
  test("[N04] tells once a week what became theirs, and with which link", async () => {
    await giveTo(noor.stakeholderId);
    expect(await sendDigests(monday)).toBe(1);
    const [mail, ...others] = await mailsTo(app, noor.email);
    expect(others).toEqual([]);
    const folder = path.join(app.dataDir, "outbox");
    const whole = (await readdir(folder)).find((name) => name.endsWith(".eml"));
    expect(await readFile(path.join(folder, whole ?? ""), "utf8")).toContain(
      "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
    );
    expect(mail?.text).toContain("You are responsible for these now");
    expect(mail?.text).toContain(`http://localhost:3000/p/${noor.secret}`);
    // Nothing has changed since, and there is no task.
    expect(await sendDigests(inWeeks(1))).toBe(0);
  });

  test("[R71] [N04] names what went to somebody else, and nothing that left its map", async () => {
    const two = await world.map();
    await giveTo(noor.stakeholderId);
    await giveTo(noor.stakeholderId, two);
    await sendDigests(monday);
    const { id } = await prisma().stakeholder.create({
      data: { workspaceId: app.workspace.id, kind: "team", name: "Web shop" },
    });
    await giveTo(id);
    await owner.send("DELETE", `${base}/journeys/${two.journeyId}`);
    expect(await sendDigests(inWeeks(1))).toBe(1);
    const [, mail] = await mailsTo(app, noor.email);
    const [, given = ""] = mail?.text.split("any more\n") ?? [];
    expect(given.split("\n\n")[0]).toMatch(/^- .*: now Web shop$/);
  });

  test("[FT-24] goes out once, where several are at it and where it is done again", async () => {
    await giveTo(noor.stakeholderId);
    const counts = await Promise.all(
      Array.from({ length: 4 }, () => sendDigests(monday)),
    );
    expect(counts.toSorted((one, other) => one - other)).toEqual([0, 0, 0, 1]);
    expect(await sendDigests(monday)).toBe(0);
    expect(await mailsTo(app, noor.email)).toHaveLength(1);
  });

  test("[FT-24] cut short it goes on with whoever was left, and one who cannot be told holds up nobody", async () => {
    const later = await addPersonWithLink(app, app.workspace.id, "Ben");
    await giveTo(noor.stakeholderId);
    await giveTo(later.stakeholderId, await world.map());
    const key = { workspaceId: app.workspace.id };
    // The mail of one of them cannot be queued: something else holds its key.
    await prisma().$executeRaw`
      INSERT INTO "OutgoingMail" (id, key, kind, "messageId")
      SELECT gen_random_uuid(), 'digest:' || ${noor.stakeholderId} || ':' || to_char(${monday}::timestamptz AT TIME ZONE 'UTC', 'IYYY"-W"IW'), 'x', 'x'`;
    await expect(sendDigests(monday)).rejects.toThrow();
    expect(await mailsTo(app, later.email)).toHaveLength(1);
    await prisma().outgoingMail.deleteMany({ where: { kind: "x" } });
    expect(await sendDigests(monday)).toBe(1);
    expect(await prisma().digest.count({ where: key })).toBe(2);
    expect(await mailsTo(app, noor.email)).toHaveLength(1);
    expect(await mailsTo(app, later.email)).toHaveLength(1);
  });

  test("[N04] leads a member to their own work, in their language, without a secret of theirs", async () => {
    const { userId } = app.people.viewer;
    await prisma().user.update({
      where: { id: userId },
      data: { locale: "de" },
    });
    const { id } = await prisma().stakeholder.create({
      data: {
        workspaceId: app.workspace.id,
        kind: "person",
        name: "Vera",
        userId,
      },
    });
    await giveTo(id);
    await sendDigests(monday);
    const [mail] = await mailsTo(app, "viewer@people.example");
    expect(mail?.text).toContain("http://localhost:3000/w/acme/mine");
    expect(mail?.text).toContain("Dafür bist du jetzt verantwortlich");
    expect(mail?.text).not.toContain("/p/");
  });

  test("[AZ-21] is silent to who was removed, was put away, has no link any more, or is suspended", async () => {
    const gone = await app.addPerson("gone");
    await app.addMember(app.workspace.id, gone.userId, "viewer");
    const rows = await Promise.all(
      [
        { userId: gone.userId },
        { email: "no-link@stakeholders.example" },
        { userId: app.people.commenter.userId },
      ].map((data, at) =>
        prisma().stakeholder.create({
          data: {
            workspaceId: app.workspace.id,
            kind: "person",
            name: `Silent ${at}`,
            ...data,
          },
        }),
      ),
    );
    for (const { id } of rows) await giveTo(id, await world.map());
    await giveTo(noor.stakeholderId);
    await owner.send("DELETE", `${base}/members/${gone.userId}`);
    await owner.send("DELETE", `${base}/stakeholders/${noor.stakeholderId}`);
    const suspended = { id: app.people.commenter.userId };
    await prisma().user.update({
      where: suspended,
      data: { suspendedAt: new Date() },
    });
    expect(await sendDigests(monday)).toBe(0);
    await prisma().user.update({
      where: suspended,
      data: { suspendedAt: null },
    });
  });

  test("[AZ-21] that waits to go out does not, when its receiver was removed meanwhile", async () => {
    const leaver = await app.addPerson(`leaver`);
    await app.addMember(app.workspace.id, leaver.userId, "viewer");
    const { id } = await prisma().stakeholder.create({
      data: {
        workspaceId: app.workspace.id,
        kind: "person",
        name: "Leaver",
        userId: leaver.userId,
      },
    });
    await giveTo(id);
    expect(await sendDigests(monday)).toBe(1);
    await owner.send("DELETE", `${base}/members/${leaver.userId}`);
    expect(await mailsTo(app, "leaver@people.example")).toEqual([]);
  });

  test("[PR-09] rests and is logged without the address of its reader or their secret", async () => {
    const written = vi.spyOn(process.stdout, "write");
    await giveTo(noor.stakeholderId);
    await sendDigests(monday);
    const rest = JSON.stringify([
      await prisma().outgoingMail.findMany(),
      await prisma()
        .$queryRaw`SELECT payload::text FROM graphile_worker._private_jobs`,
      written.mock.calls,
    ]);
    written.mockRestore();
    expect(rest).not.toContain(noor.secret);
    expect(rest).not.toContain(noor.email);
  });
});

describe("stopping it", () => {
  async function firstMail(): Promise<string> {
    await giveTo(noor.stakeholderId);
    await sendDigests(monday);
    return stopLinkIn((await mailsTo(app, noor.email)).at(-1));
  }

  test("[PR-11] one click of a mail program stops it, without signing in, and is answered without being led away", async () => {
    const link = await firstMail();
    const response = await post(link);
    expect(response.status).toBe(200);
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    await giveTo(noor.stakeholderId, await world.map());
    expect(await sendDigests(inWeeks(1))).toBe(0);
    // The form of the page starts it again, and leads back to the page.
    const again = await post(`${link}?from=start`);
    expect(again.status).toBe(303);
    expect(again.headers.get("location")).toBe(link);
    expect(await sendDigests(inWeeks(1))).toBe(1);
  });

  test("[PR-11] with the address of another, an altered link or none, nothing is stopped", async () => {
    const link = await firstMail();
    const other = await addPersonWithLink(app, app.workspace.id);
    const mark = link.split(".").at(-1) ?? "";
    for (const wrong of [
      `/u/${other.stakeholderId}.${mark}`,
      `${link.slice(0, -1)}${link.endsWith("0") ? "1" : "0"}`,
      "/u/nothing",
      `/u/${"x".repeat(5_000)}`,
    ])
      expect((await post(wrong)).status).toBe(404);
    await prisma().stakeholder.update({
      where: { id: noor.stakeholderId },
      data: { email: "moved@stakeholders.example" },
    });
    expect((await post(link)).status).toBe(404);
    const where = { stoppedAt: { not: null } };
    expect(await prisma().digest.count({ where })).toBe(0);
  });

  test("[N04] on the personal page and on the account's page it is stopped and started", async () => {
    await noor.person.send("PUT", "/person/digest", { isStopped: true });
    const page = await noor.person.fetch("/person");
    expect(await page.json()).toMatchObject({ isDigestStopped: true });
    const { viewer } = app.people;
    const { workspaceId } = await world.ownStakeholder("viewer");
    const at = `/me/digests/${workspaceId}`;
    const list = async () => (await viewer.fetch("/me/digests")).json();
    expect(await list()).toMatchObject({ digests: [{ isStopped: false }] });
    await viewer.send("PUT", at, { isStopped: true });
    await viewer.send("PUT", at, { isStopped: true });
    expect(await list()).toMatchObject({ digests: [{ isStopped: true }] });
    const elsewhere = `/me/digests/${app.other.id}`;
    const refused = await viewer.send("PUT", elsewhere, { isStopped: true });
    expect(refused.status).toBe(404);
  });
});

describe("the mail about what became theirs", () => {
  /** What waits for its quarter of an hour goes out now. */
  async function afterTheWait(): Promise<readonly KeptMail[]> {
    await pool().query(
      "UPDATE graphile_worker._private_jobs SET run_at = now()",
    );
    return mailsTo(app, noor.email);
  }

  test("[N04] [R72] tells someone without an account, in one mail, of all that became theirs and with which link", async () => {
    const two = await world.map();
    await giveTo(noor.stakeholderId);
    await giveTo(noor.stakeholderId, two);
    const jobs = await pool().query<{ wait: number }>(
      `SELECT extract(epoch FROM run_at - now())::float8 AS wait FROM graphile_worker.jobs WHERE key = $1`,
      [`person-news:${noor.stakeholderId}`],
    );
    expect(jobs.rows).toHaveLength(1);
    expect(jobs.rows[0]?.wait).toBeGreaterThan(0);
    const [mail, ...others] = await afterTheWait();
    expect(others).toEqual([]);
    expect(mail?.subject).toBe("Something in acme is yours now");
    const [, list = ""] = mail?.text.split("these now\n") ?? [];
    expect(list.split("\n\n")[0]?.split("\n")).toHaveLength(2);
    expect(mail?.text).toContain(`http://localhost:3000/p/${noor.secret}`);
    expect(stopLinkIn(mail)).not.toBe("");
  });

  test("[N04] says nothing of what was taken back meanwhile, nor to whoever stopped such mails, has no link, or is a member", async () => {
    const { id: shop } = await prisma().stakeholder.create({
      data: { workspaceId: app.workspace.id, kind: "team", name: "Web shop" },
    });
    await giveTo(noor.stakeholderId);
    await giveTo(shop);
    expect(await afterTheWait()).toEqual([]);

    const { stakeholderId } = noor;
    const where = { workspaceId: app.workspace.id, stakeholderId };
    await prisma().digest.create({ data: { ...where, stoppedAt: new Date() } });
    await giveTo(noor.stakeholderId);
    await prisma().digest.deleteMany({ where });
    await giveTo(shop);
    await prisma().personalLink.updateMany({
      where,
      data: { revokedAt: new Date() },
    });
    await giveTo(noor.stakeholderId);
    expect(await afterTheWait()).toEqual([]);
  });

  /** As if all that was told so far had been told long ago. */
  async function monthsGoBy(): Promise<void> {
    const at = new Date(Date.now() - 100 * 86_400_000);
    await prisma().personTold.updateMany({ data: { at } });
    await forgetOld(new Date());
  }

  test("[N04] of what comes back with an undone deletion nobody is told again, however long it had been theirs", async () => {
    const touchpoint = `${base}/journeys/${ids.journeyId}/touchpoints/${ids.touchpointId}`;
    await giveTo(noor.stakeholderId);
    expect(await afterTheWait()).toHaveLength(1);
    await monthsGoBy();
    expect((await owner.send("DELETE", touchpoint)).ok).toBe(true);
    await giveTo(noor.stakeholderId, await world.map());
    expect((await owner.send("POST", `${touchpoint}/restore`)).ok).toBe(true);
    const [, mail, ...others] = await afterTheWait();
    expect(others).toEqual([]);
    const [, list = ""] = mail?.text.split("these now\n") ?? [];
    expect(list.split("\n\n")[0]?.split("\n")).toHaveLength(1);
  });

  test("[N04] what was taken from them and is given back after days is told, and within days it is not", async () => {
    const { id: shop } = await prisma().stakeholder.create({
      data: { workspaceId: app.workspace.id, kind: "team", name: "Web shop" },
    });
    await giveTo(noor.stakeholderId);
    expect(await afterTheWait()).toHaveLength(1);
    await giveTo(shop);
    await giveTo(noor.stakeholderId);
    expect(await afterTheWait()).toHaveLength(1);
    await giveTo(shop);
    await monthsGoBy();
    await giveTo(noor.stakeholderId);
    expect(await afterTheWait()).toHaveLength(2);
  });

  test("[N04] [R72] a task that the weekly mail named is no news when its deletion is undone", async () => {
    const { stakeholderId } = noor;
    const { journeyId, cardId } = ids;
    await withDocument(
      journeyId,
      { kind: "user", id: owner.userId },
      null,
      (ctx) =>
        setCard(ctx, {
          cardId: cardId as CardId,
          task: {
            stakeholderId: stakeholderId as StakeholderId,
            status: "open",
            due: null,
          },
        }),
    );
    await vi.waitFor(async () => {
      const where = { cardId, stakeholderId };
      expect(await prisma().taskRow.count({ where })).toBe(1);
    });
    // Nobody told them at once: they had no link then.
    await pool().query("DELETE FROM graphile_worker._private_jobs");
    expect(await sendDigests(monday)).toBe(1);
    expect(await mailsTo(app, noor.email)).toHaveLength(1);
    await monthsGoBy();
    const card = `${base}/journeys/${journeyId}/cards/${cardId}`;
    expect((await owner.send("DELETE", card)).ok).toBe(true);
    expect((await owner.send("POST", `${card}/restore`)).ok).toBe(true);
    await vi.waitFor(async () => {
      const where = { cardId, stakeholderId };
      expect(await prisma().taskRow.count({ where })).toBe(1);
    });
    expect(await afterTheWait()).toHaveLength(1);
  });

  test("[FT-24] done again after a crash it is the same mail", async () => {
    await giveTo(noor.stakeholderId);
    const news = [
      {
        stakeholderId: noor.stakeholderId,
        journeyId: ids.journeyId,
        kind: "touchpoint" as const,
        entityId: ids.touchpointId,
        seq: "7",
      },
    ];
    await pool().query("DELETE FROM graphile_worker._private_jobs");
    await mailPersonNews(news, new Date());
    await mailPersonNews(news, new Date());
    expect(await mailsTo(app, noor.email)).toHaveLength(1);
  });
});
