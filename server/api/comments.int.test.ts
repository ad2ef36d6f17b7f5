// Longer than most: all of it is one conversation of the same people on one server; another file would start one more.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type {
  CommentItem,
  Conversation,
  ThreadDetail,
  ThreadList,
} from "@/lib/api/comments";
import type { InboxList } from "@/lib/api/inbox";
import type { StageId } from "@/lib/journey/ids";
import { addTouchpoint, deleteTouchpoint } from "@/lib/journey/touchpoints";
import { pool } from "@/server/db/pool";
import { prisma } from "@/server/db/prisma";
import { withDocument } from "@/server/sync/door";
import { Guests } from "@/server/sync/testing/guests";
import { startLab, type Lab } from "@/server/sync/testing/lab";
import type { Principal, PrincipalName } from "@/test/app";
import type { MapIds } from "@/test/matrix/map";
import { createWorld, type World } from "@/test/matrix/world";
import { stillClock } from "@/test/still-clock";

let lab: Lab;
let guests: Guests;
let world: World;
let people: Record<PrincipalName, Principal>;
let map: MapIds;

beforeAll(async () => {
  lab = await startLab();
  guests = new Guests(lab);
  ({ people } = lab.app);
  world = await createWorld(lab.app);
  map = await world.map();
});
afterAll(async () => {
  guests.leave();
  await lab.stop();
});

const W = "/workspaces/acme";
const about = (kind: string, id: string | null) => ({ kind, id });
const theTouchpoint = () => about("touchpoint", map.touchpointId);
const named = (who: Principal) => `<@${who.userId}>`;

function post(who: Principal, path: string, body: object, key?: string) {
  return who.fetch(path, {
    method: "POST",
    body: JSON.stringify(body),
    headers: {
      "content-type": "application/json",
      ...(key && { "idempotency-key": key }),
    },
  });
}

async function begin(
  who: Principal,
  body: string,
  anchor: object = theTouchpoint(),
  journeyId = map.journeyId,
): Promise<ThreadDetail> {
  const path = `${W}/journeys/${journeyId}/threads`;
  const answer = await post(who, path, { anchor, body });
  expect(answer.status, await answer.clone().text()).toBe(201);
  return (await answer.json()) as ThreadDetail;
}

const reply = (who: Principal, threadId: string, body: string, key?: string) =>
  post(who, `${W}/threads/${threadId}/comments`, { body }, key);

async function read<T>(path: string, who = people.viewer): Promise<T> {
  const answer = await who.fetch(path);
  expect(answer.status).toBe(200);
  return (await answer.json()) as T;
}

const threads = async (query: string, who?: Principal) =>
  (
    await read<ThreadList>(
      `${W}/journeys/${map.journeyId}/threads?${query}`,
      who,
    )
  ).threads;

const inboxOf = async (who: Principal, unread = true) =>
  (await read<InboxList>(`${W}/inbox?unread=${unread}`, who)).items;

const bodies = (comments: readonly CommentItem[]) =>
  comments.map(({ body }) => body);

describe("a conversation", () => {
  test.each(["map", "stage", "touchpoint", "card"] as const)(
    "is about a %s, and says what that is called",
    async (kind) => {
      const id = kind === "map" ? null : map[`${kind}Id`];
      const made = await begin(people.commenter, "Hello", about(kind, id!));
      expect(made).toMatchObject({
        anchor: { kind, id, isRemoved: false },
        opening: { body: "Hello", author: { name: "commenter" } },
        replies: 0,
        isUnread: false,
      });
      const [found] = await threads(`about=${id ?? "map"}`);
      expect(found?.id).toBe(made.id);
    },
  );

  test.each(["begins with", "has an answer with", "is changed to"] as const)(
    "%s a name: of somebody who is removed in that moment, it is as if they had not been there",
    async (how) => {
      const leaving = await lab.app.addPerson(`leaving-${randomUUID()}`);
      const { userId } = leaving;
      await lab.app.addMember(lab.app.workspace.id, userId, "viewer");
      const made = await begin(people.editor, "Hello");
      const body = `Hello ${named(leaving)}`;
      const of = `${W}/threads/${made.id}/comments`;
      const say = {
        "begins with": () =>
          post(people.editor, `${W}/journeys/${map.journeyId}/threads`, {
            anchor: theTouchpoint(),
            body,
          }),
        "has an answer with": () => reply(people.editor, made.id, body),
        "is changed to": () =>
          people.editor.send("PATCH", `${of}/${made.comments[0]!.id}`, {
            body,
          }),
      }[how];
      const said = await prisma().$transaction(
        async (tx) => {
          await tx.membership.deleteMany({ where: { userId } });
          const answer = say();
          // The words wait for what becomes of the member.
          await vi.waitFor(
            async () =>
              expect(
                await prisma().$queryRaw`
                  SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
              ).not.toEqual([]),
            { timeout: 20_000 },
          );
          return { answer };
        },
        { timeout: 30_000 },
      );
      expect((await said.answer).status).toBe(422);
    },
  );

  test("twenty people who write at once are all heard, each once", async () => {
    const { id } = await begin(people.commenter, "Who is coming?");
    const all = [people.commenter, people.editor, people.admin, people.owner];
    const words = Array.from({ length: 20 }, (_, at) => `I am number ${at}`);
    const answers = await Promise.all(
      words.map((body, at) => reply(all[at % 4]!, id, body)),
    );
    for (const { status } of answers) expect(status).toBe(201);
    const thread = await read<ThreadDetail>(`${W}/threads/${id}`);
    expect(bodies(thread.comments).slice(1).toSorted()).toEqual(
      words.toSorted(),
    );
    const moments = thread.comments.map(({ at }) => at);
    expect(moments).toEqual(moments.toSorted());
    expect(thread.saidAt).toBe(moments.at(-1));
  });

  test("[V3] the same sent again under its key is one comment, also where both arrive at once", async () => {
    const { id } = await begin(people.commenter, "Once");
    const key = randomUUID();
    const send = () => reply(people.commenter, id, "Only once", key);
    const answers = [...(await Promise.all([send(), send()])), await send()];
    for (const { status } of answers) expect(status).toBe(201);
    const { comments } = (await answers[2]!.json()) as ThreadDetail;
    expect(bodies(comments)).toEqual(["Once", "Only once"]);
    const other = await reply(people.commenter, id, "Other words", key);
    expect(other.status).toBe(422);
    // Another person may use the same key: it is theirs.
    const theirs = await reply(people.editor, id, "Mine", key);
    expect(theirs.status).toBe(201);
    const path = `${W}/journeys/${map.journeyId}/threads`;
    const body = { anchor: { kind: "map" }, body: "Begun once" };
    const begun = await Promise.all(
      [1, 2, 3].map(() => post(people.editor, path, body, "begin")),
    );
    const ids = await Promise.all(
      begun.map(async (answer) => ((await answer.json()) as ThreadDetail).id),
    );
    expect(new Set(ids).size).toBe(1);
  });

  test.each([
    ["no words", { body: "  " }],
    ["too many words", { body: "x".repeat(4_001) }],
    ["a map that has an id", { anchor: about("map", randomUUID()) }],
    ["a card that has none", { anchor: about("card", null) }],
    ["a thing of no kind", { anchor: about("lane", randomUUID()) }],
    ["a field that nobody knows", { authorId: randomUUID() }],
    ["a name of nobody here", { body: `<@${randomUUID()}>` }],
  ])(
    "[AZ-08] %s is refused as invalid, and nothing is kept",
    async (_, part) => {
      const before = await prisma().commentThread.count();
      const path = `${W}/journeys/${map.journeyId}/threads`;
      const body = { anchor: theTouchpoint(), body: "Words", ...part };
      expect((await post(people.editor, path, body)).status).toBe(422);
      expect(await prisma().commentThread.count()).toBe(before);
    },
  );

  test("[AZ-03] what is on another map, of ours or of strangers, cannot be talked about here", async () => {
    const other = await world.map();
    const path = `${W}/journeys/${map.journeyId}/threads`;
    for (const anchor of [
      about("touchpoint", other.touchpointId),
      about("card", other.cardId),
      about("stage", map.touchpointId),
      about("card", randomUUID()),
    ]) {
      const answer = await post(people.editor, path, { anchor, body: "x" });
      expect(answer.status).toBe(404);
    }
  });

  test("[RT-01] [RT-08] words come back as they were written, whatever they look like", async () => {
    const words = `<script>alert(1)</script> \u202Eright to left ${"\u0301".repeat(50)}`;
    const made = await begin(people.commenter, words);
    expect(made.opening.body).toBe(words);
    for (const bad of ["a\0b", "\ud800"]) {
      const answer = await reply(people.commenter, made.id, bad);
      expect(answer.status).toBe(422);
    }
  });

  test("is resolved, opened again, and found by how it stands and by whom it is with", async () => {
    const made = await begin(
      people.commenter,
      "Settle this",
      about("map", null),
    );
    const path = `${W}/threads/${made.id}`;
    const settle = async (isResolved: boolean) => {
      const answer = await people.editor.send("PATCH", path, { isResolved });
      return (await answer.json()) as ThreadDetail;
    };
    expect(await settle(true)).toMatchObject({
      resolvedBy: { name: "editor" },
    });
    await settle(true);
    const has = async (query: string, who?: Principal) =>
      (await threads(query, who)).some(({ id }) => id === made.id);
    expect(await has("state=open")).toBe(false);
    expect(await has("state=resolved")).toBe(true);
    expect(await has("state=all&mine=true", people.commenter)).toBe(true);
    expect(await has("state=all&mine=true", people.viewer)).toBe(false);
    expect(await settle(false)).toMatchObject({ resolvedAt: null });
    await reply(people.commenter, made.id, `Look, ${named(people.viewer)}`);
    expect(await has("state=open&mine=true", people.viewer)).toBe(true);
  });

  test("of a comment that is deleted the words are gone everywhere, and with the last one the thread", async () => {
    const made = await begin(people.commenter, "A secret slipped out");
    await reply(people.commenter, made.id, `Sorry, ${named(people.admin)}`);
    const path = `${W}/threads/${made.id}`;
    const first = `${path}/comments/${made.opening.id}`;
    expect((await people.admin.send("DELETE", first)).status).toBe(204);
    expect((await people.admin.send("DELETE", first)).status).toBe(404);
    const left = await read<ThreadDetail>(path);
    expect(left.comments.map(({ isDeleted }) => isDeleted)).toEqual([
      true,
      false,
    ]);
    const { rows } = await pool().query(
      `SELECT 1 FROM "Comment" WHERE body LIKE '%slipped%'`,
    );
    expect(rows).toEqual([]);
    const last = left.comments[1]!;
    await people.commenter.send("DELETE", `${path}/comments/${last.id}`);
    expect((await people.viewer.fetch(path)).status).toBe(404);
    const told = await inboxOf(people.admin);
    expect(told.filter(({ threadId }) => threadId === made.id)).toEqual([]);
  });

  test("about a touchpoint that left its map stays readable under its last name, and can be answered", async () => {
    const { journeyId, stageId } = await world.map();
    const author = { kind: "user", id: people.editor.userId } as const;
    const { value } = await withDocument(journeyId, author, null, (ctx) =>
      addTouchpoint(ctx, { stageId: stageId as StageId, title: "Checkout" }),
    );
    if (!value?.ok) throw new Error("not made");
    const { touchpointId } = value;
    const anchor = about("touchpoint", touchpointId);
    const made = await begin(people.editor, "Too slow", anchor, journeyId);
    expect(made.anchor).toMatchObject({ label: "Checkout", isRemoved: false });
    await withDocument(journeyId, author, null, (ctx) =>
      deleteTouchpoint(ctx, { touchpointId }),
    );
    await vi.waitFor(
      async () => {
        const thread = await read<ThreadDetail>(`${W}/threads/${made.id}`);
        expect(thread.anchor).toMatchObject({
          id: touchpointId,
          label: "Checkout",
          isRemoved: true,
        });
      },
      { timeout: 20_000 },
    );
    expect((await reply(people.commenter, made.id, "It was")).status).toBe(201);
    const path = `${W}/journeys/${journeyId}/threads`;
    const again = await post(people.editor, path, { anchor, body: "x" });
    expect(again.status).toBe(404);
  });

  test("[AZ-05] of a map in the bin is not there, and comes back with it; for good it goes with it", async () => {
    const journeyId = await world.journey();
    const made = await begin(
      people.editor,
      `Hi ${named(people.owner)}`,
      about("map", null),
      journeyId,
    );
    const path = `${W}/journeys/${journeyId}`;
    await people.owner.send("DELETE", path);
    const isTold = async () =>
      (await inboxOf(people.owner)).some(
        ({ threadId }) => threadId === made.id,
      );
    for (const gone of [
      `${W}/threads/${made.id}`,
      `${path}/threads`,
      `${path}/conversation`,
    ])
      expect((await people.editor.fetch(gone)).status).toBe(404);
    expect((await reply(people.editor, made.id, "x")).status).toBe(404);
    expect(await isTold()).toBe(false);
    await people.owner.send("POST", `${path}/restore`);
    expect(await isTold()).toBe(true);
    await prisma().journey.delete({ where: { id: journeyId } });
    expect(await prisma().comment.count({ where: { threadId: made.id } })).toBe(
      0,
    );
  });

  test("[PR-02] of somebody who left, the words stay without a name, and what they were told goes", async () => {
    const leaver = await lab.app.addPerson(`leaver-${randomUUID()}`);
    await lab.app.addMember(lab.app.workspace.id, leaver.userId, "commenter");
    const made = await begin(leaver, "I was here", about("map", null));
    await reply(people.editor, made.id, `Thanks ${named(leaver)}`);
    expect(await inboxOf(leaver)).toHaveLength(1);
    await people.owner.send("DELETE", `${W}/members/${leaver.userId}`);
    const { comments } = await read<ThreadDetail>(`${W}/threads/${made.id}`);
    expect(comments[0]).toMatchObject({ body: "I was here", author: null });
    expect(comments[1]!.mentions).toEqual([]);
    const where = { userId: leaver.userId };
    expect(await prisma().notification.count({ where })).toBe(0);
    expect((await leaver.fetch(`${W}/inbox`)).status).toBe(404);
  });

  test("pages through threads without skipping or repeating one, also those of one moment", async () => {
    const journeyId = await world.journey();
    const path = `${W}/journeys/${journeyId}/threads`;
    const made = await Promise.all(
      Array.from({ length: 7 }, (_, at) =>
        begin(people.editor, `Number ${at}`, about("map", null), journeyId),
      ),
    );
    await prisma().commentThread.updateMany({
      where: { id: { in: made.slice(0, 4).map(({ id }) => id) } },
      data: { saidAt: new Date("2026-01-01T00:00:00Z") },
    });
    const seen: string[] = [];
    for (let cursor: string | null = ""; cursor !== null;) {
      const at: string = cursor && `&cursor=${cursor}`;
      const page: ThreadList = await read(`${path}?limit=2${at}`);
      seen.push(...page.threads.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen.toSorted()).toEqual(made.map(({ id }) => id).toSorted());
    for (const bad of ["x", "2026-13-01T00:00:00.000Z_", "0000"])
      expect((await people.viewer.fetch(`${path}?cursor=${bad}`)).status).toBe(
        422,
      );
  });
});

describe("who is told", () => {
  test("those who are named, who took part and who answer for it, each once and nobody of their own words", async () => {
    const mine = await world.map();
    const { journeyId, touchpointId } = mine;
    await prisma().stakeholder.update({
      where: { id: mine.stakeholderId },
      data: { userId: people.admin.userId },
    });
    const { stakeholderId } = mine;
    const place = { journeyId, touchpointId, stakeholderId };
    const changes = [{ ...place, role: "responsible" }];
    await people.owner.send("POST", `${W}/owners`, { changes, replace: true });
    const anchor = about("touchpoint", touchpointId);
    const words = `${named(people.editor)}, ${named(people.commenter)}?`;
    const made = await begin(people.commenter, words, anchor, journeyId);
    const kinds = async (who: Principal) =>
      (await inboxOf(who))
        .filter(({ threadId }) => threadId === made.id)
        .map(({ kind }) => kind);
    expect(await kinds(people.editor)).toEqual(["mention"]);
    expect(await kinds(people.admin)).toEqual(["comment"]);
    expect(await kinds(people.commenter)).toEqual([]);
    expect(await kinds(people.viewer)).toEqual([]);
    await reply(people.editor, made.id, "I think so");
    expect(await kinds(people.commenter)).toEqual(["reply"]);
    expect(await kinds(people.editor)).toEqual(["mention"]);
    const [told] = await inboxOf(people.editor);
    expect(told).toMatchObject({
      by: { name: "commenter" },
      excerpt: "@editor, @commenter?",
      journey: { id: journeyId },
    });
  });

  test("[RT-06] twenty people at most are named in one comment, over all its changes, and each is told once", async () => {
    const crowd = await Promise.all(
      Array.from({ length: 21 }, () => world.member()),
    );
    const words = (ids: readonly string[]) =>
      ids.map((id) => `<@${id}>`).join(" ");
    const path = `${W}/journeys/${map.journeyId}/threads`;
    const anchor = { kind: "map" };
    const all = { anchor, body: words(crowd) };
    expect((await post(people.commenter, path, all)).status).toBe(422);
    const made = await begin(
      people.commenter,
      words(crowd.slice(0, 19)),
      anchor,
    );
    const comment = `${W}/threads/${made.id}/comments/${made.opening.id}`;
    const edit = (body: string) =>
      people.commenter.send("PATCH", comment, { body });
    expect((await edit(`${words(crowd.slice(0, 20))} !`)).status).toBe(200);
    expect((await edit(words(crowd.slice(19)))).status).toBe(422);
    for (let at = 0; at < 5; at += 1)
      expect((await edit(`${words(crowd.slice(0, 3))} ${at}`)).status).toBe(
        200,
      );
    const where = { threadId: made.id, kind: "mention" };
    expect(await prisma().notification.count({ where })).toBe(20);
  });

  test("[AZ-07] nobody of another workspace, and nobody who has left", async () => {
    const left = await world.member();
    await prisma().membership.delete({
      where: {
        workspaceId_userId: { workspaceId: lab.app.workspace.id, userId: left },
      },
    });
    const { id } = await begin(people.editor, "Hello");
    const before = await prisma().notification.count();
    for (const userId of [people.outsider.userId, left])
      expect((await reply(people.editor, id, `<@${userId}>`)).status).toBe(422);
    expect(await prisma().notification.count()).toBe(before);
  });

  test("what is read in the thread is read in the inbox and on the map; what comes after is not", async () => {
    const journeyId = await world.journey();
    const words = `See ${named(people.viewer)}`;
    const made = await begin(
      people.editor,
      words,
      about("map", null),
      journeyId,
    );
    const path = `${W}/journeys/${journeyId}/conversation`;
    const unread = async () =>
      (await read<Conversation>(path)).counts.map((count) => count.unread);
    const isTold = async () =>
      (await inboxOf(people.viewer)).some(
        ({ threadId }) => threadId === made.id,
      );
    expect([await unread(), await isTold()]).toEqual([[1], true]);
    await people.viewer.send("PUT", `${W}/threads/${made.id}/read`);
    expect([await unread(), await isTold()]).toEqual([[0], false]);
    await reply(people.editor, made.id, `Again ${named(people.viewer)}`);
    expect([await unread(), await isTold()]).toEqual([[1], true]);
  });

  test("is read up to what its reader saw, and what was said meanwhile stays new", async () => {
    const [reader, journeyId] = [people.viewer, await world.journey()];
    const words = `Look ${named(reader)}`;
    const made = await begin(
      people.editor,
      words,
      about("map", null),
      journeyId,
    );
    // Said while the list was on its way.
    await reply(people.editor, made.id, `And this ${named(reader)}`);
    const see = (upTo: string) =>
      reader.send("PUT", `${W}/threads/${made.id}/read`, { upTo });
    const state = async () => {
      const thread = await read<ThreadDetail>(`${W}/threads/${made.id}`);
      const told = (await inboxOf(reader)).filter(
        ({ threadId }) => threadId === made.id,
      );
      return [thread.isUnread, told.length, thread.saidAt] as const;
    };
    expect((await see(made.saidAt)).status).toBe(204);
    const [isUnread, told, saidAt] = await state();
    expect([isUnread, told]).toEqual([true, 1]);
    await see(saidAt);
    expect(await state()).toMatchObject([false, 0, saidAt]);
    // An older page says less and takes nothing back.
    await see(made.saidAt);
    expect(await state()).toMatchObject([false, 0, saidAt]);
    expect((await see("yesterday")).status).toBe(422);
  });

  test("an inbox is marked as read one by one or up to what was seen, and is nobody else's", async () => {
    const reader = await lab.app.addPerson(`reader-${randomUUID()}`);
    await lab.app.addMember(lab.app.workspace.id, reader.userId, "viewer");
    for (const words of ["one", "two", "three"])
      await begin(people.editor, `${words} ${named(reader)}`);
    const [newest, middle] = await inboxOf(reader);
    const one = `${W}/inbox/${newest!.id}`;
    expect(
      (await people.owner.send("PATCH", one, { isRead: true })).status,
    ).toBe(404);
    await reader.send("PATCH", one, { isRead: true });
    expect(await inboxOf(reader)).toHaveLength(2);
    await reader.send("PATCH", one, { isRead: false });
    expect(await inboxOf(reader)).toHaveLength(3);
    await reader.send("POST", `${W}/inbox/read`, { upTo: middle!.at });
    const left = await inboxOf(reader);
    expect(left.map(({ id }) => id)).toEqual([newest!.id]);
    expect(await read(`${W}/inbox/count`, reader)).toEqual({ unread: 1 });
    expect(await inboxOf(reader, false)).toHaveLength(3);
  });
});

describe("who has the map open", () => {
  test("hears at once that something was said or settled; nobody else does", async () => {
    const journeyId = await lab.newJourney();
    const elsewhere = await lab.newJourney();
    const ada = await guests.stock("editor", journeyId);
    const ben = await guests.stock("commenter", journeyId);
    const eva = await guests.stock("editor", elsewhere);
    const event = { kind: "rows-changed", noun: "comment", id: journeyId };
    const heard = (guest: typeof ada) =>
      guest.heard.filter(
        (one) => one.kind === "event" && one.event.noun === "comment",
      );
    const made = await begin(
      people.commenter,
      "Live",
      about("map", null),
      journeyId,
    );
    const patience = { timeout: 20_000 };
    await vi.waitFor(() => {
      expect(heard(ada)).toEqual([{ kind: "event", event }]);
      expect(heard(ben)).toEqual([{ kind: "event", event }]);
    }, patience);
    await people.editor.send("PATCH", `${W}/threads/${made.id}`, {
      isResolved: true,
    });
    await vi.waitFor(() => expect(heard(ben)).toHaveLength(2), patience);
    // Of another map they hear that, and have nothing to ask for.
    expect(
      heard(eva).every(
        (one) => one.kind === "event" && one.event.id === journeyId,
      ),
    ).toBe(true);
  });
});

describe("limits", () => {
  stillClock();

  test("[RL-01] sixty comments a minute, and the next one waits", async () => {
    const talker = await lab.app.addPerson(`talker-${randomUUID()}`);
    await lab.app.addMember(lab.app.workspace.id, talker.userId, "commenter");
    const { id } = await begin(talker, "Begin", about("map", null));
    for (let at = 1; at < 60; at += 1)
      expect((await reply(talker, id, `Word ${at}`)).status).toBe(201);
    const limited = await reply(talker, id, "Too much");
    expect(limited.status).toBe(429);
    expect(limited.headers.get("retry-after")).toBe("60");
    expect((await reply(people.editor, id, "I may")).status).toBe(201);
  });
});
