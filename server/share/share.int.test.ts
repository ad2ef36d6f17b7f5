// Longer than most: one link of one server is followed, listened to and taken back; another file would start one more.
import sharp from "sharp";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { ShareLinkInfo } from "@/lib/api/share-links";
import { addAttachment } from "@/lib/journey/attachments";
import type { FileId } from "@/lib/journey/ids";
import { textOf } from "@/lib/journey/texts";
import { pool } from "@/server/db/pool";
import { prisma } from "@/server/db/prisma";
import { shareView } from "@/server/queries/share";
import { socketsHere } from "@/server/sync/testing/sockets-here";
import { withDocument } from "@/server/sync/door";
import { askedRows } from "@/test/asked-rows";
import { sayings, tablesWith } from "@/test/everywhere";
import { atOneMoment } from "@/test/still-clock";
import { findLinkByToken } from "./find-link";
import { isShareRequest } from "./is-share-request";
import { journeys, startSharing } from "./testing/sharing";

const {
  app,
  author,
  editor,
  firstTouchpoint,
  forgetLimits,
  get,
  makeLink,
  newJourney,
  opened,
  sample,
  stop,
  visit,
  watch,
} = await startSharing();
beforeEach(forgetLimits);
afterAll(stop);

describe("links", () => {
  test("[SH-01] a token has 256 bits, and nothing that rests can be used in its place", async () => {
    // One after the other: this is about what they are, not about how many can be made at once.
    const links = [];
    for (let count = 0; count < 40; count += 1)
      links.push(await makeLink({ name: "many" }));
    const tokens = new Set(links.map(({ token }) => token));
    expect(tokens.size).toBe(links.length);
    for (const token of tokens)
      expect(Buffer.from(token, "base64url")).toHaveLength(32);
    const rest = JSON.stringify([
      await prisma().shareLink.findMany(),
      await prisma().auditEvent.findMany(),
    ]);
    for (const token of tokens) expect(rest.includes(token)).toBe(false);
    // Jobs and what failed rest in tables as well; of the one link that is opened the log is written, too.
    const [opening = ""] = tokens;
    const said = sayings();
    await opened(opening);
    await get(`/s/${opening}/files/nothing`);
    await visit(`${opening}x`);
    expect(await tablesWith([...tokens])).toEqual([]);
    expect(said().filter((line) => line.includes(opening))).toEqual([]);
    for (const row of await prisma().shareLink.findMany()) {
      expect(await findLinkByToken(row.tokenHash)).toEqual({ state: "absent" });
      expect(await findLinkByToken(row.tokenSealed)).toEqual({
        state: "absent",
      });
    }
    await editor.fetch(`${journeys}/${sample.id}/share-links`, {
      method: "DELETE",
    });
  });

  test("[SH-17] [N08] several named links are listed with maker, use and address, and all can be ended", async () => {
    const journey = await newJourney();
    const path = `${journeys}/${journey.id}/share-links`;
    const first = await makeLink({ name: "Board" }, journey.id);
    await makeLink({ name: "Agency", showOwners: true }, journey.id);
    await opened(first.token);
    await opened(first.token);
    const list = async () =>
      (
        (await (await editor.fetch(path)).json()) as {
          shareLinks: ShareLinkInfo[];
        }
      ).shareLinks;
    expect(await list()).toMatchObject([
      { name: "Agency", state: "active", visitCount: 0, showOwners: true },
      {
        name: "Board",
        state: "active",
        visitCount: 2,
        url: first.url,
        createdBy: { name: "editor" },
        lastVisitAt: expect.any(String),
      },
    ]);
    expect(
      await (await editor.fetch(path, { method: "DELETE" })).json(),
    ).toEqual({ revoked: 2 });
    expect(await list()).toMatchObject([
      { state: "revoked", url: null },
      { state: "revoked", url: null },
    ]);
    const actions = await prisma().auditEvent.findMany({
      where: { subjectId: first.id },
      orderBy: { at: "asc" },
      select: { action: true, actorKind: true },
    });
    expect(actions).toEqual([
      { action: "link:create", actorKind: "user" },
      { action: "link:open", actorKind: "link" },
      { action: "link:revoke", actorKind: "user" },
    ]);
  });

  test("a link cannot end in the past, nor lead to what is not there", async () => {
    const past = { expiresAt: new Date(Date.now() - 1000).toISOString() };
    expect(
      (await editor.send("POST", `${journeys}/${sample.id}/share-links`, past))
        .status,
    ).toBe(422);
    expect(
      (await editor.send("POST", `${journeys}/${app.other.id}/share-links`, {}))
        .status,
    ).toBe(404);
    expect(
      (
        await editor.send("POST", `${journeys}/${sample.id}/share-links`, {
          tokenHash: "x",
        })
      ).status,
    ).toBe(422);
  });

  test("[AZ-03] a link is revoked through its own journey only", async () => {
    const journey = await newJourney();
    const link = await makeLink();
    expect(
      (
        await editor.fetch(`${journeys}/${journey.id}/share-links/${link.id}`, {
          method: "DELETE",
        })
      ).status,
    ).toBe(404);
    expect((await visit(link.token)).state).toBe("open");
    expect(
      (
        await editor.fetch(`${journeys}/${sample.id}/share-links/${link.id}`, {
          method: "DELETE",
        })
      ).status,
    ).toBe(204);
    expect((await visit(link.token)).state).toBe("absent");
  });
});

/** What is asked, without what for: an address and a moment are other ones each time. */
const textOfQuery = (asked: string | { text: string }) =>
  typeof asked === "string" ? asked : asked.text;

describe("what a visitor is answered", () => {
  test("[SH-02] unknown, revoked, binned and switched off look the same, to the byte, and cost the same questions", async () => {
    const revoked = await makeLink();
    await editor.fetch(`${journeys}/${sample.id}/share-links/${revoked.id}`, {
      method: "DELETE",
    });
    const journey = await newJourney();
    const binned = await makeLink({}, journey.id);
    await editor.fetch(`${journeys}/${journey.id}`, { method: "DELETE" });
    const off = await makeLink();
    const asked = vi.spyOn(pool(), "query");
    const look = async (token: string) => {
      asked.mockClear();
      const response = await get(`/s/${token}/live`);
      const { requestId: _, ...body } = (await response.json()) as {
        requestId: string;
      };
      const said = { status: response.status, body };
      expect(await visit(token)).toEqual({ state: "absent" });
      return {
        ...said,
        headers: [...response.headers],
        statements: asked.mock.calls.map(([asked]) => textOfQuery(asked)),
      };
    };
    // The first look of an address also writes down that it looks.
    await look("B".repeat(43));
    const unknown = await look("A".repeat(43));
    expect(unknown.status).toBe(404);
    expect(unknown.statements).not.toEqual([]);
    for (const { token } of [revoked, binned])
      expect(await look(token)).toEqual(unknown);
    const where = { id: app.workspace.id };
    const share = (allowPublicLinks: boolean) =>
      prisma().workspace.update({ where, data: { allowPublicLinks } });
    await share(false);
    const switchedOff = await look(off.token);
    await share(true);
    asked.mockRestore();
    expect(switchedOff).toEqual(unknown);
    expect((await visit(off.token)).state).toBe("open");
  });

  test("[SH-03] an expired link says so and nothing of what it led to", async () => {
    const link = await makeLink({
      expiresAt: new Date(Date.now() + 60_000).toISOString(),
    });
    await prisma().shareLink.update({
      where: { id: link.id },
      data: { expiresAt: new Date(Date.now() - 1) },
    });
    expect(await visit(link.token)).toEqual({ state: "expired" });
    const response = await get(`/s/${link.token}/live`);
    expect(response.status).toBe(410);
    const text = await response.text();
    expect(text).not.toContain(sample.title);
    expect(text).not.toContain("acme");
  });

  test("[SH-09] streams and files of a link are not stored, indexed or told on", async () => {
    const { response, leave } = await watch((await makeLink()).token);
    for (const { headers } of [
      response,
      await get(`/s/${"A".repeat(43)}/live`),
    ]) {
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("x-robots-tag")).toBe("noindex, nofollow, noarchive");
      expect(headers.get("cache-control")).toBe("private, no-store");
    }
    await leave();
  });

  test("[SH-06] nothing can be written through a link", async () => {
    const { token } = await makeLink();
    const before = await askedRows(app);
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      expect((await get(`/s/${token}/live`, { method })).status).toBe(405);
      expect(
        (await get(`/s/${token}/files/${sample.id}`, { method })).status,
      ).toBe(405);
    }
    expect(await askedRows(app)).toEqual(before);
  });

  test("[SH-16] a token of a link is no identity for the API", async () => {
    const { token } = await makeLink();
    const headers = { authorization: `Bearer ${token}` };
    for (const path of [
      `${journeys}/${sample.id}`,
      journeys,
      "/workspaces/acme/members",
    ])
      expect((await app.people.anon.fetch(path, { headers })).status).toBe(401);
  });

  test("[SH-14] the 61st guess of a minute waits, a visitor elsewhere does not", async () => {
    const { token } = await makeLink();
    const guesser = "198.51.100.9";
    const statuses: number[] = [];
    const held = await atOneMoment(async () => {
      for (let guess = 0; guess < 61; guess++)
        statuses.push(
          (await get(`/s/${String(guess).padStart(43, "A")}/live`, {}, guesser))
            .status,
        );
      return get(`/s/${token}/live`, {}, guesser);
    });
    expect(statuses).toEqual([...Array<number>(60).fill(404), 429]);
    expect(held.status).toBe(429);
    expect(held.headers.get("retry-after")).toBe("60");
    expect(await shareView({ token, ip: guesser })).toMatchObject({
      state: "limited",
    });
    expect((await visit(token)).state).toBe("open");
  });

  test("right tokens are not counted as guesses: a room full of people behind one address gets in", async () => {
    const { token } = await makeLink();
    for (let person = 0; person < 70; person++)
      expect((await get(`/s/${token}/files/${sample.id}`)).status).toBe(404);
    expect((await visit(token)).state).toBe("open");
  });

  test("[SH-15] only the stream and the files are ours; anything made to look like a style sheet is not", () => {
    for (const path of [
      "/s/a/x.css",
      "/s/a;.js",
      "/s/a",
      "/s/a/live/x",
      "/s/a/files/b/c",
      "/s/a/live.css",
    ])
      expect(isShareRequest(path), path).toBe(false);
    expect(isShareRequest("/s/a/live")).toBe(true);
    expect(isShareRequest("/s/a/files/b")).toBe(true);
  });
});

describe("what a visitor sees", () => {
  test("the map's stages and touchpoints with the names of its personas and channels", async () => {
    const shared = await opened((await makeLink()).token);
    expect(shared.view.map.meta.title).toBe(sample.title);
    expect(shared.personas).toMatchObject([{ name: "Mark, 41" }]);
    expect(shared.channels.map((channel) => channel.key)).toContain(
      "live-chat",
    );
  });

  test("[SH-08] [WS-21] nothing about people: no id, address or name of a member, no task, decision or trash", async () => {
    const { token } = await makeLink();
    const quast = await app.addPerson("Zebulon Quast");
    await app.addMember(app.workspace.id, quast.userId, "editor");
    const sockets = await socketsHere();
    const colleague = await sockets.join(sample.id, quast);
    colleague.provider.awareness.setLocalStateField("mood", "zq-presence");
    await colleague.acknowledged();
    const stream = await watch(token);
    const title = textOf(colleague.doc, { kind: "meta", field: "title" });
    const words = "Written meanwhile. ";
    title?.insert(0, words);
    await expect.poll(() => JSON.stringify(stream.said)).toContain(words);
    const received = JSON.stringify([await opened(token), stream.said]);
    title?.delete(0, words.length);
    await colleague.acknowledged();
    colleague.destroy();
    await sockets.stop();
    for (const word of ["Zebulon", "Quast", "zq-presence"])
      expect(received).not.toContain(word);
    const users = await prisma().user.findMany();
    for (const { id, email } of users) {
      expect(received.includes(id)).toBe(false);
      expect(received.includes(email)).toBe(false);
    }
    const stakeholders = await prisma().stakeholder.findMany({
      where: { workspaceId: app.workspace.id },
    });
    for (const { id, name } of stakeholders) {
      expect(received.includes(id)).toBe(false);
      expect(received.includes(name), name).toBe(false);
    }
    expect(received).not.toContain('"status":');
    await stream.leave();
  });

  test("owners are named only by a link that shows them, and never by id", async () => {
    const shared = await opened((await makeLink({ showOwners: true })).token);
    const stakeholders = await prisma().stakeholder.findMany({
      where: { workspaceId: app.workspace.id },
    });
    expect(shared.view.stakeholders.length).toBeGreaterThan(0);
    const text = JSON.stringify(shared);
    for (const { id } of stakeholders) expect(text.includes(id)).toBe(false);
    const names = stakeholders.map(({ name }) => name);
    for (const { name } of shared.view.stakeholders)
      expect(names).toContain(name);
  });

  test("[N08] a link of chosen lanes shows those and no others", async () => {
    const lane = await prisma().laneRow.findFirstOrThrow({
      where: { journeyId: sample.id },
      orderBy: { ordinal: "asc" },
    });
    const shared = await opened((await makeLink({ laneIds: [lane.id] })).token);
    expect(shared.view.map.lanes.map(({ id }) => id)).toEqual([lane.id]);
    const whole = await opened((await makeLink()).token);
    expect(whole.view.map.lanes.length).toBeGreaterThan(1);
    expect(
      whole.view.map.lanes.every(
        ({ visibility }) => visibility !== "backstage",
      ),
    ).toBe(true);
  });
});

describe("files of a link", () => {
  test("[SH-07] [UP-07] only those that the view shows, and only its own journey's", async () => {
    const journey = await newJourney();
    const png = new Uint8Array(
      await sharp({
        create: { width: 9, height: 9, channels: 3, background: "red" },
      })
        .png()
        .toBuffer(),
    );
    const upload = async (journeyId: string) => {
      const response = await editor.fetch(
        `${journeys}/${journeyId}/files?name=a.png`,
        { method: "POST", body: png },
      );
      return ((await response.json()) as { fileId: FileId }).fileId;
    };
    const [shown, unused, foreign] = [
      await upload(journey.id),
      await upload(journey.id),
      await upload(sample.id),
    ];
    const on = await firstTouchpoint(journey.id);
    await withDocument(journey.id, author, null, (ctx) => {
      addAttachment(ctx, { on, kind: "file", name: "a.png", fileId: shown });
      addAttachment(ctx, { on, kind: "file", name: "b.png", fileId: foreign });
    });
    const { token } = await makeLink({}, journey.id);
    const file = (fileId: string, query = "") =>
      get(`/s/${token}/files/${fileId}${query}`);
    const whole = await file(shown);
    expect(whole.status).toBe(200);
    expect(whole.headers.get("cache-control")).toBe("private, no-store");
    expect(whole.headers.get("content-security-policy")).toBe(
      "sandbox; default-src 'none'",
    );
    expect((await file(shown, "?size=thumb")).headers.get("content-type")).toBe(
      "image/webp",
    );
    for (const other of [unused, foreign, "not-an-id", app.workspace.id])
      expect((await file(other)).status, other).toBe(404);
  });
});
