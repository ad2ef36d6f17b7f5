// Longer than most: all of it asks one server about one map and its links; another file would start one more.
import { randomUUID } from "node:crypto";
import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  test,
} from "vitest";
import type { PersonalPage } from "@/lib/api/person";
import type { AskedPulse, PulseList } from "@/lib/api/pulses";
import { prisma } from "@/server/db/prisma";
import { addressHeader } from "@/server/http/address";
import { startTestApp, type TestApp } from "@/test/app";
import { createWorld } from "@/test/matrix/world";
import { addPersonWithLink } from "@/test/person";
import { stillClock } from "@/test/still-clock";
import { findPulse } from "./find-pulse";
import { knockAtPulse } from "./knock-pulse";
import { pulsePageLocale } from "./page-locale";
import { createPulseApp } from "./pulse-app";
import { Pulsing, type Asking } from "./testing/pulsing";
import { newPulseToken } from "./tokens";

let app: TestApp;
let pulsing: Pulsing;
const pages = createPulseApp();

beforeAll(async () => {
  app = await startTestApp({
    rowsFollowAtOnce: true,
    env: {
      LIMIT_PULSE_TRIES_PER_MINUTE: "5",
      LIMIT_PULSE_PER_ADDRESS: "7",
      LIMIT_PULSE_PER_HOUR: "9",
    },
  });
  pulsing = new Pulsing(app, await createWorld(app));
});
beforeEach(() => pulsing.forgetLimits());
afterAll(() => app.stop());

const base = "/workspaces/acme";
const stateOf = async ({ token }: Asking) => (await findPulse(token)).state;
const asked = (token: string) => app.asRespondent(token).fetch("/pulse");
const change = (asking: Asking, body: object) =>
  app.people.editor.send("PATCH", asking.path, body);
const yesterday = () => new Date(Date.now() - 86_400_000).toISOString();
const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();

describe("the pulses of a journey", () => {
  test("[N06] are read a page at a time, the newest first, by touchpoint, and apart from those that were revoked", async () => {
    const first = await pulsing.ask();
    const second = await pulsing.askAbout(first);
    const third = await pulsing.askAbout(first);
    await app.people.editor.send("DELETE", second.path);
    const at = `${base}/journeys/${first.journeyId}/pulses`;
    const list = async (query: string) => {
      const answer = await app.people.viewer.fetch(`${at}?${query}`);
      const { pulses, ...rest } = (await answer.json()) as PulseList;
      return { ids: pulses.map(({ id }) => id), ...rest };
    };
    const live = `standing=live&touchpoint=${first.touchpointId}`;
    const newest = await list(`${live}&limit=1`);
    expect(newest).toMatchObject({ ids: [third.pulse.id], revoked: 1 });
    expect(
      await list(`${live}&limit=1&cursor=${newest.nextCursor}`),
    ).toMatchObject({ ids: [first.pulse.id], nextCursor: null });
    expect((await list("standing=revoked")).ids).toEqual([second.pulse.id]);
    expect((await list("")).ids).toHaveLength(3);
    expect((await list(`touchpoint=${randomUUID()}`)).ids).toEqual([]);
    const wrong = await app.people.viewer.fetch(`${at}?cursor=last-week`);
    expect(wrong.status).toBe(422);
  });
});

describe("the link of a pulse", () => {
  test("[SH-01] [N06] has 256 bits, rests as a keyed hash and sealed, and is shown to editors again", async () => {
    const asking = await pulsing.ask();
    const { token } = asking;
    expect(token).toMatch(/^q-[\w-]{43}$/);
    await pulsing.answers(asking, [4]);
    const rest = JSON.stringify([
      await prisma().pulse.findMany(),
      await prisma().auditEvent.findMany(),
      await prisma().evidence.findMany(),
    ]);
    expect(rest).not.toContain(token);
    const { url } = asking.pulse;
    expect(
      await (await app.people.admin.fetch(asking.path)).json(),
    ).toMatchObject({ url });
    // Those who may not hand it on see what came of it and no address.
    expect(await pulsing.info(asking)).toMatchObject({ url: null });
    const { tokenHash } = newPulseToken();
    expect((await findPulse(tokenHash)).state).toBe("absent");
  });

  test("[N06] tells a respondent what is asked, and nothing else of the team", async () => {
    const asking = await pulsing.ask({ intro: "Think of your last visit." });
    const told = (await (await asked(asking.token)).json()) as AskedPulse;
    expect(told).toEqual({
      workspace: "acme",
      audience: "customers",
      intro: "Think of your last visit.",
      locale: "en",
      leastAnswers: 5,
      questions: [{ touchpointId: asking.touchpointId, title: "" }],
    });
  });

  test("[SH-04] [N06] is dead at once when it is revoked, and what was answered stays", async () => {
    const asking = await pulsing.ask();
    await pulsing.answers(asking, [2]);
    expect((await app.people.editor.send("DELETE", asking.path)).status).toBe(
      204,
    );
    expect((await asked(asking.token)).status).toBe(401);
    expect((await pulsing.answer(asking)).status).toBe(401);
    expect(await stateOf(asking)).toBe("absent");
    expect(await pulsing.info(asking)).toMatchObject({
      state: "revoked",
      url: null,
      results: [{ answers: 1 }],
    });
    // For good: it cannot be opened again.
    expect((await change(asking, { isClosed: false })).status).toBe(404);
    expect((await app.people.editor.fetch(`${asking.path}/code`)).status).toBe(
      404,
    );
  });

  test("[N06] can be closed and opened again, also after its last day", async () => {
    const asking = await pulsing.ask();
    await change(asking, { isClosed: true });
    expect(await stateOf(asking)).toBe("closed");
    expect((await asked(asking.token)).status).toBe(410);
    expect((await pulsing.answer(asking)).status).toBe(410);
    await change(asking, { isClosed: false });
    expect((await pulsing.answer(asking)).status).toBe(204);
    await change(asking, { closesAt: yesterday() });
    expect((await pulsing.answer(asking)).status).toBe(410);
    const reopened = await change(asking, { isClosed: false });
    expect(await reopened.json()).toMatchObject({
      state: "open",
      closesAt: null,
    });
    expect((await pulsing.answer(asking)).status).toBe(204);
  });

  test("[N06] opens on its day and not before", async () => {
    const asking = await pulsing.ask({ opensAt: tomorrow() });
    expect(await stateOf(asking)).toBe("scheduled");
    expect((await pulsing.answer(asking)).status).toBe(410);
    await change(asking, { opensAt: yesterday() });
    expect((await pulsing.answer(asking)).status).toBe(204);
    const backwards = { opensAt: tomorrow(), closesAt: yesterday() };
    expect((await change(asking, backwards)).status).toBe(422);
  });

  test("[SH-02] [SH-13] opens nothing while its map is in the bin or the workspace shares nothing", async () => {
    const asking = await pulsing.ask();
    const { admin, owner, editor } = app.people;
    const bin = { where: { id: asking.journeyId } };
    await prisma().journey.update({ ...bin, data: { deletedAt: new Date() } });
    expect((await pulsing.answer(asking)).status).toBe(401);
    expect((await owner.fetch(asking.path)).status).toBe(404);
    await prisma().journey.update({ ...bin, data: { deletedAt: null } });
    await prisma().workspace.update({
      where: { slug: "acme" },
      data: { allowPublicLinks: false },
    });
    expect((await pulsing.answer(asking)).status).toBe(401);
    const list = `${base}/journeys/${asking.journeyId}/pulses`;
    const more = {
      audience: "customers",
      touchpointIds: [asking.touchpointId],
      locale: "en",
    };
    expect(await (await owner.send("POST", list, more)).json()).toMatchObject({
      code: "public_links_off",
    });
    expect((await editor.send("DELETE", asking.path)).status).toBe(403);
    expect((await admin.send("DELETE", asking.path)).status).toBe(204);
    await prisma().workspace.update({
      where: { slug: "acme" },
      data: { allowPublicLinks: true },
    });
  });

  test("[AZ-03] asks only about touchpoints and personas of its own", async () => {
    const { journeyId, touchpointId } = await pulsing.ask();
    const elsewhere = await pulsing.ask();
    const path = `${base}/journeys/${journeyId}/pulses`;
    const body = { audience: "customers", locale: "en" };
    for (const wrong of [
      { touchpointIds: [touchpointId, elsewhere.touchpointId] },
      { touchpointIds: [touchpointId], personaId: randomUUID() },
    ]) {
      const made = await app.people.editor.send("POST", path, {
        ...body,
        ...wrong,
      });
      expect(made.status).toBe(404);
    }
    const other = { ...elsewhere, touchpointId };
    expect((await pulsing.answer(other)).status).toBe(404);
    const doubled = { touchpointIds: [touchpointId, touchpointId] };
    expect(
      (await app.people.editor.send("POST", path, { ...body, ...doubled }))
        .status,
    ).toBe(422);
  });

  test("[SH-09] names the sites that may frame it; what could be more than a site is refused", async () => {
    const asking = await pulsing.ask();
    const frameOrigins = ["https://shop.example", "http://localhost:8080"];
    const saved = await change(asking, { frameOrigins });
    expect(await saved.json()).toMatchObject({ frameOrigins });
    for (const wrong of [
      "*",
      "https://*.example",
      "https://a.example; script-src *",
      "https://a.example/x",
      "'self'",
    ])
      expect((await change(asking, { frameOrigins: [wrong] })).status).toBe(
        422,
      );
  });

  test("[N06] is a code to photograph, drawn by the server", async () => {
    const asking = await pulsing.ask();
    const code = await app.people.editor.fetch(`${asking.path}/code`);
    expect(code.headers.get("content-type")).toBe("image/svg+xml");
    expect(code.headers.get("cache-control")).toBe("private, no-store");
    expect(await code.text()).toMatch(
      /^<svg [^>]+><rect [^>]+><path d="(M\d+,\d+h1v1h-1z)+" fill="#000"\/><\/svg>$/,
    );
  });
});

describe("[RL-01] limits", () => {
  stillClock();

  test("[SH-14] the sixth wrong link from one address waits, also with a right one", async () => {
    const asking = await pulsing.ask();
    const knock = (token: string) => knockAtPulse(token, "198.51.100.9");
    for (let guess = 0; guess < 5; guess += 1)
      expect((await knock(newPulseToken().token)).state).toBe("absent");
    const limited = await knock(asking.token);
    expect(limited).toEqual({ state: "limited", retryAfterSeconds: 60 });
  });

  test("[N06] the eighth answer from one address in ten minutes waits, the tenth in an hour from wherever", async () => {
    const asking = await pulsing.ask();
    const from = (ip: string) => pulsing.answer(asking, {}, ip);
    for (let nth = 0; nth < 7; nth += 1)
      expect((await from("198.51.100.20")).status).toBe(204);
    const eighth = await from("198.51.100.20");
    expect(eighth.status).toBe(429);
    expect(eighth.headers.get("retry-after")).toBe("600");
    expect((await from("198.51.100.21")).status).toBe(204);
    expect((await from("198.51.100.22")).status).toBe(204);
    const tenth = await from("198.51.100.23");
    expect(tenth.status).toBe(429);
    expect(tenth.headers.get("retry-after")).toBe("3600");
    // Another pulse at the same till has a count of its own.
    const other = await pulsing.ask();
    expect((await pulsing.answer(other, {}, "198.51.100.20")).status).toBe(204);
  });
});

describe("the form, where no script runs", () => {
  const post = (token: string, form: Record<string, string>, type?: string) =>
    pages.fetch(
      new Request(`http://localhost:3000/q/${token}`, {
        method: "POST",
        body: new URLSearchParams(form).toString(),
        headers: {
          "content-type": type ?? "application/x-www-form-urlencoded",
          [addressHeader]: "198.51.100.30",
        },
      }),
    );
  const said = ({ touchpointId }: Asking, more: object = {}) => ({
    touchpointId,
    key: randomUUID(),
    face: "2",
    comment: "One\r\nTwo",
    at: "0",
    ...more,
  });

  test("[N06] takes an answer, leads to the next question and sets no cookie", async () => {
    const asking = await pulsing.ask();
    const sent = await post(asking.token, said(asking, { lang: "nl" }));
    expect(sent.status).toBe(303);
    expect(sent.headers.get("location")).toBe(
      `/q/${asking.token}?at=1&lang=nl`,
    );
    expect(sent.headers.get("set-cookie")).toBeNull();
    expect(sent.headers.get("referrer-policy")).toBe("no-referrer");
    const where = { pulseId: asking.pulse.id };
    expect(await prisma().pulseAnswer.findMany({ where })).toMatchObject([
      { face: 2, comment: "One\nTwo" },
    ]);
  });

  test("[N06] leads back to the question and says why an answer was not taken", async () => {
    const asking = await pulsing.ask();
    const why = async (form: Record<string, string>, type?: string) =>
      (await post(asking.token, form, type)).headers
        .get("location")
        ?.replace(asking.token, "TOKEN");
    expect(await why(said(asking, { face: "" }))).toBe(
      "/q/TOKEN?problem=invalid",
    );
    expect(await why(said(asking), "text/plain")).toBe(
      "/q/TOKEN?problem=invalid",
    );
    expect(await why(said(asking, { comment: "x".repeat(20_000) }))).toBe(
      "/q/TOKEN?problem=invalid",
    );
    expect(await why(said(asking, { touchpointId: randomUUID() }))).toBe(
      "/q/TOKEN?problem=gone",
    );
    for (let nth = 0; nth < 7; nth += 1) await post(asking.token, said(asking));
    expect(await why(said(asking))).toBe("/q/TOKEN?problem=rate_limited");
    await change(asking, { isClosed: true });
    expect(await why(said(asking))).toBe("/q/TOKEN");
    const { token } = newPulseToken();
    expect((await post(token, said(asking))).headers.get("location")).toBe(
      `/q/${token}`,
    );
  });
});

describe("the language of its page", () => {
  test("[N06] is the pulse's until the respondent chooses another", async () => {
    const { token } = await pulsing.ask({ locale: "de" });
    expect(await pulsePageLocale(`/q/${token}`)).toBe("de");
    expect(await pulsePageLocale(`/q/${token}?lang=nl&at=1`)).toBe("nl");
    expect(await pulsePageLocale(`/q/${token}?lang=fr`)).toBe("de");
    expect(await pulsePageLocale(`/q/${newPulseToken().token}`)).toBeNull();
    expect(await pulsePageLocale("/w/acme")).toBeNull();
  });
});

test("[N06] a pulse about a map in the archive is closed, and open again with the map", async () => {
  const asking = await pulsing.ask();
  const archive = (archivedAt: Date | null) =>
    prisma().journey.update({
      where: { id: asking.journeyId },
      data: { archivedAt },
    });
  await archive(new Date());
  expect((await pulsing.answer(asking)).status).toBe(410);
  await archive(null);
  expect((await pulsing.answer(asking)).status).toBe(204);
});

describe("whoever comes by a personal link", () => {
  async function withPerson(audience: string) {
    const asking = await pulsing.ask({ audience });
    const noor = await addPersonWithLink(app, app.workspace.id);
    const { journeyId, touchpointId } = asking;
    const role = "responsible";
    const { stakeholderId } = noor;
    await app.people.editor.send("POST", `${base}/owners`, {
      changes: [{ journeyId, touchpointId, stakeholderId, role }],
    });
    const path = `/person/pulses/${asking.pulse.id}/${touchpointId}`;
    const page = async () =>
      (await (await noor.person.fetch("/person")).json()) as PersonalPage;
    return { asking, noor, path, page };
  }

  test("[N04] [N06] answers pulses among colleagues about what is theirs, once, and for good", async () => {
    const { asking, noor, path, page } = await withPerson("colleagues");
    expect((await page()).pulses).toMatchObject([
      { pulseId: asking.pulse.id, isAnswered: false },
    ]);
    expect((await noor.person.send("PUT", path, { face: 2 })).status).toBe(204);
    // Whoever copied their link learns nothing by trying, not even with the same face.
    for (const face of [5, 2]) {
      const again = await noor.person.send("PUT", path, { face });
      expect(again.status).toBe(409);
      expect(await again.json()).toMatchObject({ code: "already_answered" });
    }
    expect((await page()).pulses).toMatchObject([{ isAnswered: true }]);
    const where = { pulseId: asking.pulse.id };
    const rows = await prisma().pulseAnswer.findMany({ where });
    expect(rows).toMatchObject([{ face: 2, audience: "colleagues" }]);
    // Nothing in the row is theirs.
    const { stakeholderId, linkId } = noor;
    for (const id of [stakeholderId, linkId])
      expect(JSON.stringify(rows)).not.toContain(id);
  });

  test("[N04] [N06] is not told of other pulses, and cannot answer them", async () => {
    const customers = await withPerson("customers");
    expect((await customers.page()).pulses).toEqual([]);
    const { noor, path } = customers;
    const put = (at: string) => noor.person.send("PUT", at, { face: 3 });
    expect((await put(path)).status).toBe(404);
    const other = await pulsing.ask({ audience: "colleagues" });
    expect(
      (await put(`/person/pulses/${other.pulse.id}/${other.touchpointId}`))
        .status,
    ).toBe(404);
    const { asking, noor: late, path: ofLate } = await withPerson("colleagues");
    await change(asking, { isClosed: true });
    expect((await late.person.send("PUT", ofLate, { face: 3 })).status).toBe(
      404,
    );
    const { id: pulseId } = asking.pulse;
    expect(await prisma().pulseAnswer.count({ where: { pulseId } })).toBe(0);
  });
});
