// Longer than most: each mail is told by what came before it, on one server with one outbox; another file would start
// one more.
import { randomUUID } from "node:crypto";
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
import type { ThreadDetail } from "@/lib/api/comments";
import type { InboxList } from "@/lib/api/inbox";
import { PACE_MS } from "@/lib/conversation/wishes";
import { pool } from "@/server/db/pool";
import { prisma } from "@/server/db/prisma";
import { addressHeader } from "@/server/http/address";
import { createStopApp } from "@/server/person/stop-app";
import { startTestApp, type Principal, type TestApp } from "@/test/app";
import type { MapIds } from "@/test/matrix/map";
import { createWorld, type World } from "@/test/matrix/world";
import { mailsTo } from "@/test/outbox";
import { gatherNotices } from "./gather-notices";
import { mailNotices } from "./mail-notices";

const minuteMs = 60_000;
const W = "/workspaces/acme";
let app: TestApp;
let world: World;
let editor: Principal;
let admin: Principal;
let journeyId: string;

beforeAll(async () => {
  app = await startTestApp({
    rowsFollowAtOnce: true,
    env: { LIMIT_COMMENT_PER_MINUTE: "1000" },
  });
  ({ editor, admin } = app.people);
  world = await createWorld(app);
});
beforeEach(async () => {
  await prisma().notification.deleteMany();
  await prisma().noticeWish.deleteMany();
  await prisma().user.updateMany({
    where: {},
    data: { noticesMailedAt: null },
  });
  await pool().query("DELETE FROM graphile_worker._private_jobs");
  journeyId = await world.journey();
});
afterAll(() => app.stop());

/** A member with an address of their own. */
async function newMember(
  locale = "en",
): Promise<Principal & { email: string }> {
  const name = `member-${randomUUID()}`;
  const member = await app.addPerson(name);
  await app.addMember(app.workspace.id, member.userId, "commenter");
  await prisma().user.update({
    where: { id: member.userId },
    data: { locale, name: "Noor" },
  });
  return { ...member, email: `${name}@people.example` };
}

async function say(
  who: Principal,
  body: string,
  on = journeyId,
): Promise<ThreadDetail> {
  const made = await who.send("POST", `${W}/journeys/${on}/threads`, {
    anchor: { kind: "map" },
    body,
  });
  expect(made.status, await made.clone().text()).toBe(201);
  return (await made.json()) as ThreadDetail;
}

const mention = (who: Principal, words = "Look", by = editor, on = journeyId) =>
  say(by, `${words} <@${who.userId}>`, on);

const jobsOf = async ({ userId }: Principal) => {
  const { rows } = await pool().query<{ run_at: Date }>(
    "SELECT run_at FROM graphile_worker.jobs WHERE key = $1",
    [`notices:${userId}`],
  );
  return rows.map(({ run_at }) => run_at.getTime());
};

const soon = (minutes = 3) => new Date(Date.now() + minutes * minuteMs);

describe("a mail about what is new", () => {
  test("waits a little for company, comes in the reader's language and leads to the exact place", async () => {
    const noor = await newMember("de");
    const made = await mention(noor, "Erstens");
    const [first] = await jobsOf(noor);
    await mention(noor, "Zweitens");
    // One job for both, at the time of the first.
    expect(await jobsOf(noor)).toEqual([first]);
    expect(first).toBeGreaterThan(Date.now());
    expect(await mailsTo(app, noor.email)).toEqual([]);
    await mailNotices(noor.userId, soon());
    const [mail, ...others] = await mailsTo(app, noor.email);
    expect(others).toEqual([]);
    expect(mail?.subject).toBe("2 Neuigkeiten für dich in acme");
    expect(mail?.text).toContain("> Erstens @Noor");
    expect(mail?.text).toContain(
      `http://localhost:3000/w/acme/journeys/${journeyId}?thread=${made.id}`,
    );
  });

  test("[RT-06] one in five minutes at most, however much happens, and then what came meanwhile", async () => {
    const noor = await newMember();
    const now = soon(2);
    await mention(noor, "One");
    await mailNotices(noor.userId, now);
    for (const words of ["Two", "Three", "Four"]) {
      await mention(noor, words);
      await mailNotices(noor.userId, new Date(now.getTime() + PACE_MS - 1));
    }
    expect(await mailsTo(app, noor.email)).toHaveLength(1);
    expect(await jobsOf(noor)).toHaveLength(1);
    await mailNotices(noor.userId, new Date(now.getTime() + PACE_MS));
    const [, second, ...others] = await mailsTo(app, noor.email);
    expect(others).toEqual([]);
    expect(second?.subject).toBe("3 new things for you in acme");
  });

  test("[FT-24] goes out once, where several are at it and where it is done again", async () => {
    const noor = await newMember();
    await mention(noor);
    const now = soon();
    await Promise.all(
      Array.from({ length: 4 }, () => mailNotices(noor.userId, now)),
    );
    await mailNotices(noor.userId, soon(20));
    expect(await mailsTo(app, noor.email)).toHaveLength(1);
  });

  test("[FT-24] what cannot be queued is not marked, and goes with the next try", async () => {
    const noor = await newMember();
    await mention(noor);
    const { id } = await prisma().notification.findFirstOrThrow({
      where: { userId: noor.userId },
    });
    // Something else holds the key of the mail.
    const key = `notices:${noor.userId}:${id}`;
    await prisma().outgoingMail.create({
      data: { key, kind: "x", messageId: key },
    });
    await expect(mailNotices(noor.userId, soon())).rejects.toThrow();
    await prisma().outgoingMail.delete({ where: { key } });
    await mailNotices(noor.userId, soon());
    expect(await mailsTo(app, noor.email)).toHaveLength(1);
  });

  test("never is about what its reader has read already, or said themselves", async () => {
    const noor = await newMember();
    const made = await mention(noor);
    await noor.send("PUT", `${W}/threads/${made.id}/read`);
    await mention(noor, "To myself", noor);
    await mailNotices(noor.userId, soon());
    expect(await mailsTo(app, noor.email)).toEqual([]);
  });

  test("that waits to go out does not, when it was read or stopped meanwhile", async () => {
    const noor = await newMember();
    const made = await mention(noor);
    await mailNotices(noor.userId, soon());
    await noor.send("PUT", `${W}/threads/${made.id}/read`);
    expect(await mailsTo(app, noor.email)).toEqual([]);
  });

  test("[PR-09] that waits to go out does not with words that were deleted or changed, and the rest comes in another", async () => {
    const [noor, ben] = [await newMember(), await newMember()];
    const secret = await mention(noor, "The secret of the shop");
    await mention(noor, "The hours of the shop");
    await mailNotices(noor.userId, soon());
    const typo = await mention(ben, "The shoop");
    await mailNotices(ben.userId, soon());
    const at = ({ id, comments }: ThreadDetail) =>
      `${W}/threads/${id}/comments/${comments[0]!.id}`;
    expect((await editor.send("DELETE", at(secret))).status).toBe(204);
    // As if the mail had been made before, and not in what the test takes for the present.
    await prisma().notification.updateMany({
      where: { userId: ben.userId },
      data: { mailedAt: new Date(Date.now() - minuteMs) },
    });
    const body = `The shop <@${ben.userId}>`;
    const edited = await editor.send("PATCH", at(typo), { body });
    expect(edited.status).toBe(200);
    for (const { email } of [noor, ben])
      expect(await mailsTo(app, email)).toEqual([]);
    for (const [{ userId, email }, words] of [
      [noor, "The hours of the shop"],
      [ben, "The shop"],
    ] as const) {
      await mailNotices(userId, soon(20));
      const [mail, ...others] = await mailsTo(app, email);
      expect(others).toEqual([]);
      expect(mail?.text).toContain(`> ${words}`);
      expect(mail?.text).not.toMatch(/secret|shoop/);
    }
  });

  test("that waits to go out does not, when its reader wants none by now", async () => {
    const noor = await newMember();
    await mention(noor);
    await mailNotices(noor.userId, soon());
    const none = { direct: "none", others: "none" };
    await noor.send("PUT", `/me/notices/${app.workspace.id}`, none);
    expect(await mailsTo(app, noor.email)).toEqual([]);
  });

  test("[AZ-21] reaches nobody who was removed or suspended meanwhile, before or after it was made", async () => {
    const [early, late, suspended] = [
      await newMember(),
      await newMember(),
      await newMember(),
    ];
    for (const who of [early, late, suspended]) await mention(who);
    await app.people.owner.send("DELETE", `${W}/members/${early.userId}`);
    await mailNotices(early.userId, soon());
    await mailNotices(late.userId, soon());
    await app.people.owner.send("DELETE", `${W}/members/${late.userId}`);
    await prisma().user.update({
      where: { id: suspended.userId },
      data: { suspendedAt: new Date() },
    });
    await mailNotices(suspended.userId, soon());
    for (const { email } of [early, late, suspended])
      expect(await mailsTo(app, email)).toEqual([]);
  });

  test("is not made about a map that its reader muted, and what is said there stands in the inbox", async () => {
    const noor = await newMember();
    const mute = (isMuted: boolean) =>
      noor.send("PUT", `${W}/journeys/${journeyId}/mute`, { isMuted });
    await mute(true);
    await mute(true);
    await mention(noor);
    await mailNotices(noor.userId, soon());
    expect(await mailsTo(app, noor.email)).toEqual([]);
    const inbox = await noor.fetch(`${W}/inbox?unread=true`);
    expect(((await inbox.json()) as InboxList).items).toHaveLength(1);
    await mention(noor, "Elsewhere", editor, await world.journey());
    await mailNotices(noor.userId, soon());
    expect(await mailsTo(app, noor.email)).toHaveLength(1);
    await mute(false);
    await mailNotices(noor.userId, soon(20));
    expect(await mailsTo(app, noor.email)).toHaveLength(2);
  });

  test("[PR-09] rests and is logged without the address of its reader or what was said", async () => {
    const written = vi.spyOn(process.stdout, "write");
    const noor = await newMember();
    await mention(noor, "The secret of the shop");
    await mailNotices(noor.userId, soon());
    const rest = JSON.stringify([
      await prisma().outgoingMail.findMany(),
      await prisma()
        .$queryRaw`SELECT payload::text FROM graphile_worker._private_jobs`,
      written.mock.calls,
    ]);
    written.mockRestore();
    expect(rest).not.toContain("secret of the shop");
    expect(rest).not.toContain(noor.email);
  });
});

describe("the wishes of a person", () => {
  /** A moment far from any morning, whatever the clock says while this is tested. */
  const fixed = (days: number, minutes = 0) =>
    new Date(Date.UTC(2031, 2, 5 + days, 10, minutes));
  const happened = ({ userId }: Principal) =>
    prisma().notification.updateMany({
      where: { userId },
      data: { createdAt: fixed(0) },
    });
  const wish = (who: Principal, direct: string, others: string) =>
    who.send("PUT", `/me/notices/${app.workspace.id}`, { direct, others });

  test("what is not said to them alone comes with the morning, and what was read by then does not", async () => {
    const noor = await newMember();
    const made = await say(noor, "My question");
    await editor.send("POST", `${W}/threads/${made.id}/comments`, {
      body: "An answer",
    });
    await happened(noor);
    await mailNotices(noor.userId, fixed(0, 3));
    expect(await mailsTo(app, noor.email)).toEqual([]);
    const tomorrow = fixed(1);
    await gatherNotices(tomorrow);
    expect(await jobsOf(noor)).toHaveLength(1);
    await mailNotices(noor.userId, tomorrow);
    const [mail] = await mailsTo(app, noor.email);
    expect(mail?.subject).toContain("replied");
    await mailNotices(noor.userId, new Date(tomorrow.getTime() + 2 * PACE_MS));
    expect(await mailsTo(app, noor.email)).toHaveLength(1);
  });

  test("mentions come when they are wished: with the morning, on Monday or not at all", async () => {
    const [daily, weekly, none] = [
      await newMember(),
      await newMember(),
      await newMember(),
    ];
    await wish(daily, "daily", "daily");
    await wish(weekly, "weekly", "weekly");
    await wish(none, "none", "none");
    for (const who of [daily, weekly, none]) {
      await mention(who);
      await happened(who);
    }
    const count = async (days: number) => {
      const at = fixed(days);
      const counts: number[] = [];
      for (const { userId, email } of [daily, weekly, none]) {
        await mailNotices(userId, at);
        counts.push((await mailsTo(app, email)).length);
      }
      return counts;
    };
    expect(await count(0)).toEqual([0, 0, 0]);
    expect((await count(1))[0]).toBe(1);
    expect(await count(8)).toEqual([1, 1, 0]);
    expect(await count(13)).toEqual([1, 1, 0]);
  });

  test("are theirs alone, by workspace, and begin with at once and once a day", async () => {
    const noor = await newMember();
    const list = async () => (await noor.fetch("/me/notices")).json();
    expect(await list()).toEqual({
      workspaces: [
        {
          workspaceId: app.workspace.id,
          workspace: "acme",
          direct: "now",
          others: "daily",
          isStopped: false,
        },
      ],
    });
    expect((await wish(noor, "weekly", "none")).status).toBe(204);
    expect(await list()).toMatchObject({
      workspaces: [{ direct: "weekly", others: "none" }],
    });
    for (const [at, body, status] of [
      [app.other.id, { direct: "now", others: "daily" }, 404],
      [app.workspace.id, { direct: "hourly", others: "daily" }, 422],
      [app.workspace.id, { direct: "now", others: "now" }, 422],
    ] as const)
      expect((await noor.send("PUT", `/me/notices/${at}`, body)).status).toBe(
        status,
      );
  });
});

describe("stopping them", () => {
  const stopApp = createStopApp();
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

  test("[PR-11] one click of a mail program stops all of a workspace without signing in; with another address it stops nothing", async () => {
    const [noor, ben] = [await newMember(), await newMember()];
    await mention(noor);
    await mailNotices(noor.userId, soon());
    const [mail] = await mailsTo(app, noor.email);
    const link =
      /http:\/\/localhost:3000(\/u\/\S+)/.exec(mail?.text ?? "")?.[1] ?? "";
    const folder = path.join(app.dataDir, "outbox");
    const wholes = await Promise.all(
      (await readdir(folder))
        .filter((name) => name.endsWith(".eml"))
        .map((name) => readFile(path.join(folder, name), "utf8")),
    );
    expect(wholes.find((whole) => whole.includes(noor.email))).toContain(
      "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
    );
    const [, , mark = ""] = link.split(".");
    const wrong = `/u/${app.workspace.id}.${ben.userId}.${mark}`;
    expect((await post(wrong)).status).toBe(404);
    expect((await post(link)).status).toBe(200);
    await mention(noor, "Again");
    await mailNotices(noor.userId, soon(20));
    expect(await mailsTo(app, noor.email)).toHaveLength(1);
    const again = await post(`${link}?from=start`);
    expect(again.headers.get("location")).toBe(link);
    await mailNotices(noor.userId, soon(20));
    expect(await mailsTo(app, noor.email)).toHaveLength(2);
    await prisma().user.update({
      where: { id: noor.userId },
      data: { email: `moved-${randomUUID()}@people.example` },
    });
    expect((await post(link)).status).toBe(404);
  });
});

describe("[R71] [R72] what becomes somebody's", () => {
  let map: MapIds;
  beforeEach(async () => {
    map = await world.map();
  });

  async function stakeholderOf({ userId }: Principal): Promise<string> {
    const { id } = await prisma().stakeholder.create({
      data: {
        workspaceId: app.workspace.id,
        kind: "person",
        name: "Noor",
        userId,
      },
    });
    return id;
  }

  async function give(by: Principal, stakeholderId: string): Promise<void> {
    const { journeyId: on, touchpointId } = map;
    const place = { journeyId: on, touchpointId, stakeholderId };
    const changes = [{ ...place, role: "responsible" }];
    const done = await by.send("POST", `${W}/owners`, {
      changes,
      replace: true,
    });
    expect(done.status, await done.clone().text()).toBe(200);
  }

  const told = (who: Principal) =>
    prisma().notification.findMany({
      where: { userId: who.userId },
      orderBy: { createdAt: "asc" },
    });

  test("stands in their inbox and goes into a mail, once, with who gave it", async () => {
    const noor = await newMember();
    const stakeholderId = await stakeholderOf(noor);
    await give(editor, stakeholderId);
    await vi.waitFor(async () => expect(await told(noor)).toHaveLength(1));
    expect(await told(noor)).toMatchObject([
      {
        kind: "touchpoint",
        entityId: map.touchpointId,
        journeyId: map.journeyId,
        actorId: editor.userId,
      },
    ]);
    expect(await jobsOf(noor)).toHaveLength(1);
    // Said again it is the same.
    await give(admin, stakeholderId);
    await mailNotices(noor.userId, soon());
    const [mail, ...others] = await mailsTo(app, noor.email);
    expect(others).toEqual([]);
    expect(mail?.text).toContain(
      `/w/acme/journeys/${map.journeyId}?touchpoint=${map.touchpointId}`,
    );
  });

  test("is no news again when it was taken away and given back, as with a deletion that is undone", async () => {
    const [noor, other] = [await newMember(), await newMember()];
    const [mine, theirs] = [
      await stakeholderOf(noor),
      await stakeholderOf(other),
    ];
    const isOwned = (stakeholderId: string) =>
      vi.waitFor(async () =>
        expect(
          await prisma().touchpointOwner.findMany({
            where: {
              journeyId: map.journeyId,
              touchpointId: map.touchpointId,
              role: "responsible",
            },
          }),
        ).toMatchObject([{ stakeholderId }]),
      );
    for (const stakeholderId of [mine, theirs]) {
      await give(editor, stakeholderId);
      await isOwned(stakeholderId);
    }
    await prisma().notification.updateMany({
      where: { userId: noor.userId },
      data: { readAt: new Date() },
    });
    await give(editor, mine);
    // What tells them is stored together with the row.
    await isOwned(mine);
    expect(await told(noor)).toHaveLength(1);
  });

  test("is no news to whoever took it themselves", async () => {
    const noor = await newMember();
    await prisma().membership.updateMany({
      where: { userId: noor.userId },
      data: { role: "editor" },
    });
    const other = await newMember();
    await give(noor, await stakeholderOf(noor));
    await give(editor, await stakeholderOf(other));
    await vi.waitFor(async () => expect(await told(other)).toHaveLength(1));
    expect(await told(noor)).toEqual([]);
  });

  test("is a task too, and none that is taken back before the mail goes out", async () => {
    const noor = await newMember();
    const { journeyId: on, cardId } = await world.task();
    const path = `${W}/journeys/${on}/cards/${cardId}/task`;
    const stakeholderId = await stakeholderOf(noor);
    await editor.send("PATCH", path, { stakeholderId });
    await vi.waitFor(async () =>
      expect(await told(noor)).toMatchObject([
        { kind: "task", entityId: cardId },
      ]),
    );
    await editor.send("PATCH", path, { stakeholderId: null });
    await vi.waitFor(async () =>
      expect(
        await prisma().taskRow.count({ where: { cardId, stakeholderId } }),
      ).toBe(0),
    );
    await mailNotices(noor.userId, soon());
    expect(await mailsTo(app, noor.email)).toEqual([]);
  });

  test("is nothing where a map is made with it, or its rows are made anew", async () => {
    const noor = await newMember();
    await give(editor, await stakeholderOf(noor));
    await vi.waitFor(async () => expect(await told(noor)).toHaveLength(1));
    const made = await editor.send("POST", `${W}/journeys`, {
      source: { kind: "journey", journeyId: map.journeyId },
    });
    const { id: copy } = (await made.json()) as { id: string };
    await vi.waitFor(async () =>
      expect(
        await prisma().touchpointRow.count({ where: { journeyId: copy } }),
      ).toBeGreaterThan(0),
    );
    expect(await told(noor)).toHaveLength(1);
  });
});
