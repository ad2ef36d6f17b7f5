import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import * as Y from "yjs";
import type { SeatOffer } from "@/lib/api/seats";
import { setText } from "@/lib/journey/texts";
import { testContext } from "@/lib/journey/testing/context";
import {
  decodeAnswer,
  encodeFrames,
  type SeatAnswer,
} from "@/lib/protocol/batch";
import { CLOSE } from "@/lib/protocol/close-codes";
import { encodeMarker, readServerExtension } from "@/lib/protocol/extension";
import { MESSAGE, SYNC } from "@/lib/protocol/messages";
import { createDecoder, readVarUint } from "lib0/decoding";
import { sealSession } from "@/server/auth/session-token";
import { endSession } from "@/server/auth/sessions";
import { prisma } from "@/server/db/prisma";
import { announceAccessChange } from "@/server/access-changes";
import { startLiveServer, type LiveServer } from "@/test/live-server";
import type { Principal, PrincipalName } from "@/test/app";
import { step1Frame, updateFrame } from "./frames";
import { syncCore } from "./sync-core";
import { bodyOf, isSync } from "./testing/raw-socket";
import { stockClient, type StockClient } from "./testing/stock-client";
import { copyOf, updateBy } from "./testing/updates";

let live: LiveServer;
beforeAll(async () => {
  live = await startLiveServer({ env: { LIMIT_FRAMES_BURST: "50" } });
});
afterAll(() => live.stop());

const octets = { "content-type": "application/octet-stream" };
const title = { kind: "meta", field: "title" } as const;
const rename = (doc: Y.Doc, to: string) =>
  updateBy(doc, () => setText(testContext(doc), title, to));

/** A seat by plain requests, one step at a time. */
class Requests {
  id = "";
  heard: Uint8Array[] = [];
  sent = 0;

  constructor(
    readonly who: Principal,
    readonly journeyId: string,
  ) {}

  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(live.headersOf(this.who));
    for (const [name, value] of new Headers(init.headers))
      headers.set(name, value);
    return fetch(live.seatsOf(this.journeyId) + path, { ...init, headers });
  }

  async take(wish: object = {}): Promise<SeatOffer> {
    const response = await this.fetch("", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(wish),
    });
    const offer = (await response.json()) as SeatOffer;
    this.id = offer.id ?? "";
    this.heard = [];
    this.sent = 0;
    return offer;
  }

  read(after = this.heard.length, wait = "yes"): Promise<Response> {
    return this.fetch(`/${this.id}/frames?after=${after}&wait=${wait}`);
  }

  async hear(): Promise<SeatAnswer> {
    const response = await this.read();
    if (!response.ok) throw new Error(`no answer: ${response.status}`);
    const answer = decodeAnswer(new Uint8Array(await response.arrayBuffer()));
    this.heard.push(...answer.frames);
    return answer;
  }

  send(frames: Uint8Array[], first = this.sent): Promise<Response> {
    this.sent = Math.max(this.sent, first + frames.length);
    return this.fetch(`/${this.id}/frames?first=${first}`, {
      method: "POST",
      headers: octets,
      body: encodeFrames(frames).slice(),
    });
  }

  /** Listens until a frame comes that is looked for. */
  async until(is: (frame: Uint8Array) => boolean): Promise<Uint8Array> {
    for (;;) {
      const found = this.heard.find(is);
      if (found) return found;
      const { end } = await this.hear();
      if (end) throw new Error(`ended: ${end.code}`);
    }
  }

  async untilEnd(): Promise<SeatAnswer["end"]> {
    for (;;) {
      const { end } = await this.hear();
      if (end) return end;
    }
  }

  async join(): Promise<Y.Doc> {
    await this.take();
    await this.send([step1Frame(new Uint8Array([0]))]);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, bodyOf(await this.until(isSync(SYNC.step2))));
    return doc;
  }
}

const isAck = (marker: number) => (frame: Uint8Array) => {
  const decoder = createDecoder(frame);
  if (readVarUint(decoder) !== MESSAGE.extension) return false;
  const said = readServerExtension(decoder);
  return said?.kind === "ack" && said.marker === marker;
};

const by = (name: PrincipalName, journeyId: string) =>
  new Requests(live.app.people[name], journeyId);

async function stock(journeyId: string): Promise<StockClient> {
  const headers = live.headersOf(live.app.people.owner);
  const client = stockClient({ address: live.address, journeyId, headers });
  await client.synced();
  return client;
}

const logRows = (journeyId: string) =>
  prisma().documentUpdate.count({ where: { journeyId } });

describe("a seat by plain requests", () => {
  test("[A5] writes, is told when it is stored, and hears what others write", async () => {
    const journeyId = await live.newJourney();
    const grace = await stock(journeyId);
    const ada = by("editor", journeyId);
    const doc = await ada.join();
    await ada.send([updateFrame(rename(doc, "By request")), encodeMarker(7)]);
    await ada.until(isAck(7));
    await vi.waitFor(
      () =>
        expect(grace.doc.getMap("meta").get("title")?.toString()).toBe(
          "By request",
        ),
      { timeout: 30_000 },
    );
    const from = ada.heard.length;
    rename(grace.doc, "By socket");
    const isNew = (frame: Uint8Array) =>
      ada.heard.indexOf(frame) >= from && isSync(SYNC.update)(frame);
    Y.applyUpdate(doc, bodyOf(await ada.until(isNew)));
    expect(doc.getMap("meta").get("title")?.toString()).toBe("By socket");
    grace.destroy();
  });

  test("an answer that was lost is given again, and a request that was repeated does nothing", async () => {
    const journeyId = await live.newJourney();
    const ada = by("editor", journeyId);
    const doc = await ada.join();
    const before = await logRows(journeyId);
    const frames = [updateFrame(rename(doc, "Once")), encodeMarker(1)];
    const first = ada.sent;
    expect((await ada.send(frames, first)).status).toBe(204);
    expect((await ada.send(frames, first)).status).toBe(204);
    await ada.until(isAck(1));
    expect(await logRows(journeyId)).toBe(before + 1);
    const known = ada.heard.length;
    await ada.send([encodeMarker(2)]);
    await ada.until(isAck(2));
    expect(ada.heard.filter(isAck(1))).toHaveLength(1);
    const again = await ada.read(known);
    const answer = decodeAnswer(new Uint8Array(await again.arrayBuffer()));
    expect(answer.frames.some(isAck(2))).toBe(true);
    expect((await ada.send([encodeMarker(9)], ada.sent + 3)).status).toBe(409);
  });

  test("[WS-06] of a viewer nothing is taken, however it is sent", async () => {
    const journeyId = await live.newJourney();
    const eve = by("viewer", journeyId);
    const doc = await eve.join();
    const before = await logRows(journeyId);
    const edit = () => updateFrame(rename(doc, `Mine ${Math.random()}`));
    await eve.send([edit(), edit(), edit(), encodeMarker(1)]);
    expect((await eve.untilEnd())?.code).toBe(CLOSE.accessGone);
    expect(await logRows(journeyId)).toBe(before);
  });

  test("[WS-13] whose client id is another's is refused, and the audit says who tried", async () => {
    const journeyId = await live.newJourney();
    const grace = await stock(journeyId);
    rename(grace.doc, "Hers");
    const ada = by("editor", journeyId);
    const doc = await ada.join();
    await vi.waitFor(
      async () => {
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(grace.doc));
        expect(await logRows(journeyId)).toBeGreaterThan(1);
      },
      { timeout: 30_000 },
    );
    const forged = copyOf(doc, grace.doc.clientID);
    await ada.send([updateFrame(rename(forged, "In her name"))]);
    expect((await ada.untilEnd())?.code).toBe(CLOSE.refused);
    const event = await vi.waitFor(
      () =>
        prisma().auditEvent.findFirstOrThrow({
          where: { subjectId: journeyId, action: "room:update" },
        }),
      { timeout: 30_000 },
    );
    expect(event).toMatchObject({
      workspaceId: live.app.workspace.id,
      actorKind: "user",
      actorId: live.app.people.editor.userId,
      outcome: "denied",
      detail: { reason: "client_id_taken" },
    });
    expect(grace.closes).toEqual([]);
    grace.destroy();
  });

  test("is there for the session that took it and for nobody else", async () => {
    const journeyId = await live.newJourney();
    const ada = by("editor", journeyId);
    await ada.join();
    const second = await live.app.addToken(
      {
        userId: live.app.people.editor.userId,
        workspaceId: live.app.workspace.id,
      },
      "write",
    );
    const { editor } = live.app.people;
    const { userId } = editor;
    const { id: sessionId } = await prisma().session.create({
      data: { userId },
    });
    const sealed = await sealSession({ userId, sessionId });
    const elsewhereToo = {
      ...editor,
      headers: { cookie: `waymark-session=${sealed}` },
    };
    for (const who of [live.app.people.owner, second, elsewhereToo]) {
      const thief = new Requests(who, journeyId);
      thief.id = ada.id;
      expect((await thief.read(0, "no")).status).toBe(404);
      expect((await thief.send([encodeMarker(1)])).status).toBe(404);
      expect(
        (await thief.fetch(`/${ada.id}`, { method: "DELETE" })).status,
      ).toBe(404);
    }
    const elsewhere = by("editor", await live.newJourney());
    elsewhere.id = ada.id;
    expect((await elsewhere.read(0, "no")).status).toBe(404);
  });

  test("[WS-03] is not given to someone else than whose copy it is", async () => {
    const ada = by("editor", await live.newJourney());
    const { id, end } = await ada.take({
      userId: live.app.people.owner.userId,
    });
    expect({ id, end }).toEqual({
      id: null,
      end: { code: CLOSE.identityGone, reason: "other_person" },
    });
  });

  test("[C22] of another history is not given at all", async () => {
    const ada = by("editor", await live.newJourney());
    expect((await ada.take({ epoch: 2 })).end?.code).toBe(CLOSE.otherEpoch);
  });

  test("[WS-08] ends at once with what it rests on: a map that goes, a role, a session", async () => {
    const journeyId = await live.newJourney();
    const ada = by("editor", journeyId);
    await ada.join();
    const { userId } = live.app.people.editor;
    const role = (to: string) =>
      prisma().membership.updateMany({
        where: { userId, workspaceId: live.app.workspace.id },
        data: { role: to },
      });
    await role("viewer");
    announceAccessChange({ kind: "changed", filter: { userId } });
    expect((await ada.untilEnd())?.code).toBe(CLOSE.roleChanged);
    await role("editor");
    await ada.join();
    announceAccessChange({ kind: "ended", filter: { journeyId }, code: 4404 });
    expect((await ada.untilEnd())?.code).toBe(CLOSE.notFound);
    const visitor = await live.app.addPerson("passing");
    await live.app.addMember(live.app.workspace.id, visitor.userId, "editor");
    const seat = new Requests(visitor, journeyId);
    await seat.join();
    const session = await prisma().session.findFirstOrThrow({
      where: { userId: visitor.userId },
    });
    const room = syncCore().rooms.find(journeyId);
    expect(room?.seats.size).toBe(1);
    await endSession({ userId: visitor.userId, sessionId: session.id });
    for (const { isRevoked } of room?.seats ?? []) expect(isRevoked).toBe(true);
    expect((await seat.read(0, "no")).status).toBe(401);
  });

  test("[WS-10] too much is refused as to a socket: a large update, many frames, many requests", async () => {
    const journeyId = await live.newJourney();
    const large = by("editor", journeyId);
    await large.take();
    await large.send([updateFrame(new Uint8Array(257 * 1024))]);
    expect((await large.untilEnd())?.code).toBe(CLOSE.tooBig);
    const many = by("editor", journeyId);
    await many.take();
    await many.send(Array.from({ length: 60 }, () => encodeMarker(1)));
    expect((await many.untilEnd())?.code).toBe(CLOSE.tooFast);
    const busy = by("editor", journeyId);
    await busy.take();
    const codes = new Set<number | undefined>();
    const ask = async () => {
      const response = await busy.read(0, "no");
      if (!response.ok) return;
      const bytes = new Uint8Array(await response.arrayBuffer());
      codes.add(decodeAnswer(bytes).end?.code);
    };
    // A slow machine answers so slowly that one round of them is not too much.
    for (let round = 0; round < 10 && !codes.has(CLOSE.tooFast); round++)
      await Promise.all(Array.from({ length: 240 }, ask));
    expect(codes).toContain(CLOSE.tooFast);
  });

  test("[WS-11] garbage ends the seat, and other kinds of body are not looked at", async () => {
    const journeyId = await live.newJourney();
    const ada = by("editor", journeyId);
    await ada.take();
    const post = (body: Uint8Array, type = octets["content-type"]) =>
      ada.fetch(`/${ada.id}/frames?first=0`, {
        method: "POST",
        headers: { "content-type": type },
        body: body.slice(),
      });
    expect((await post(new Uint8Array([1, 2]), "text/plain")).status).toBe(415);
    const tooLong = new Uint8Array(16 * 1024 * 1024 + 1);
    expect((await post(tooLong)).status).toBe(413);
    expect((await post(new Uint8Array([200, 1, 2]))).status).toBe(400);
    expect((await ada.untilEnd())?.code).toBe(CLOSE.protocol);
  });

  test("[WS-01] is not taken from a page of another site", async () => {
    const ada = by("editor", await live.newJourney());
    const response = await ada.fetch("", {
      method: "POST",
      headers: {
        "content-type": "application/json",
        origin: "https://evil.example",
      },
      body: "{}",
    });
    expect(response.status).toBe(403);
  });

  test("is given back when it is left, and its person is not seen any more", async () => {
    const journeyId = await live.newJourney();
    const ada = by("editor", journeyId);
    await ada.join();
    const room = syncCore().rooms.find(journeyId);
    expect(room?.seats.size).toBe(1);
    const left = await ada.fetch(`/${ada.id}`, { method: "DELETE" });
    expect(left.status).toBe(204);
    expect(room?.seats.size).toBe(0);
    expect((await ada.read(0, "no")).status).toBe(404);
  });
});
