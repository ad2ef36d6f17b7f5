// Longer than most: what answers come to is asked of one server and one pulse after the other.
import { randomUUID } from "node:crypto";
import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  test,
} from "vitest";
import { readSums } from "@/lib/insight/evidence-sums";
import type { PulseComments } from "@/lib/api/pulses";
import type { Face } from "@/lib/pulse/terms";
import { storeAnswer } from "@/server/commands/answer-pulse";
import { prisma } from "@/server/db/prisma";
import { onRowsChanged, type RowsChanged } from "@/server/row-events";
import { startTestApp, type TestApp } from "@/test/app";
import { createWorld } from "@/test/matrix/world";
import { Pulsing, type Asking } from "./testing/pulsing";

let app: TestApp;
let pulsing: Pulsing;

beforeAll(async () => {
  app = await startTestApp({ rowsFollowAtOnce: true });
  pulsing = new Pulsing(app, await createWorld(app));
});
beforeEach(() => pulsing.forgetLimits());
afterAll(() => app.stop());

const base = "/workspaces/acme";
const today = "2026-11-29";
const ageing = { today, staleMonths: 12 };

describe("answers to a pulse", () => {
  test("[N06] [R60] are one piece of soft evidence: counted at once, with a score from the fifth on", async () => {
    const asking = await pulsing.ask();
    await pulsing.answers(asking, [1, 2, 3, 4]);
    const [before, ...others] = await pulsing.evidence(asking);
    expect(others).toEqual([]);
    expect(before).toMatchObject({
      kind: "soft",
      origin: "pulse",
      n: 4,
      value: null,
      scale: null,
      sd: null,
      changeable: false,
      pulse: { id: asking.pulse.id, audience: "customers", leastAnswers: 5 },
    });
    expect((await pulsing.info(asking)).results).toMatchObject([
      { answers: 4, score: null },
    ]);
    const [few] = await pulsing.groups(asking);
    expect(few).toMatchObject({ soft: 1, valued: 0, answers: 4, scored: 0 });
    expect(readSums(few!, ageing)).toBeNull();

    await pulsing.answers(asking, [5]);
    expect((await pulsing.evidence(asking))[0]).toMatchObject({
      id: before!.id,
      n: 5,
      value: 3,
      scale: { low: 1, high: 5, isHighBad: false, isShare: false },
    });
    expect((await pulsing.info(asking)).results).toMatchObject([
      { answers: 5, score: { mean: 3, faces: [1, 1, 1, 1, 1] } },
    ]);
    const [enough] = await pulsing.groups(asking);
    const reading = readSums(enough!, ageing);
    // 3 ± 2.776445 · 1.581139 / √5, on the scale of a map.
    expect(reading).toMatchObject({ mean: 0, n: 5, answers: 5, kind: "soft" });
    expect(reading?.interval?.high).toBeCloseTo(1.9633, 3);
  });

  test("[N06] are all counted when twenty come in the same moment", async () => {
    const asking = await pulsing.ask();
    const faces = Array.from({ length: 20 }, (_, at) => (at % 5) + 1);
    const sent = await Promise.all(
      faces.map((face) => pulsing.answer(asking, { face })),
    );
    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([204]));
    expect((await pulsing.info(asking)).results).toMatchObject([
      { answers: 20, score: { mean: 3, faces: [4, 4, 4, 4, 4] } },
    ]);
    expect(await pulsing.evidence(asking)).toMatchObject([{ n: 20, value: 3 }]);
  });

  test("[N06] are all counted where several servers take them at once: the row of the pulse is the lock", async () => {
    const asking = await pulsing.ask();
    const { touchpointId } = asking;
    const { id: pulseId } = asking.pulse;
    const faces = Array.from({ length: 20 }, (_, at) => ((at % 5) + 1) as Face);
    // As other servers do, without the turns that one server takes.
    await Promise.all(
      faces.map((face) => {
        const reply = { pulseId, touchpointId, key: randomUUID(), face };
        return storeAnswer(app.workspace.id, { ...reply, comment: "" });
      }),
    );
    expect(await pulsing.evidence(asking)).toMatchObject([{ n: 20, value: 3 }]);
  });

  test("[N06] have a limit that a team can raise when it asks, and nobody can lower", async () => {
    const asking = await pulsing.ask({ leastAnswers: 6 });
    await pulsing.answers(asking, [5, 5, 5, 5, 5]);
    expect((await pulsing.evidence(asking))[0]).toMatchObject({ value: null });
    await pulsing.answers(asking, [5]);
    // All say the same: a score, and no deviation to make an interval of.
    expect((await pulsing.evidence(asking))[0]).toMatchObject({
      value: 5,
      sd: 0,
    });
    const { editor } = app.people;
    for (const change of [{ leastAnswers: 5 }, { audience: "colleagues" }])
      expect((await editor.send("PATCH", asking.path, change)).status).toBe(
        422,
      );
    const path = `${base}/journeys/${asking.journeyId}/pulses`;
    const low = await editor.send("POST", path, {
      audience: "customers",
      touchpointIds: [asking.touchpointId],
      locale: "en",
      leastAnswers: 4,
    });
    expect(low.status).toBe(422);
  });

  test("[N06] have at least the limit that the settings of the workspace say when it is made", async () => {
    const limit = (leastAnswers: number) =>
      app.people.owner.send("PATCH", base, { leastAnswers });
    expect((await limit(10)).status).toBe(200);
    const asking = await pulsing.ask({ leastAnswers: 6 });
    expect((await limit(5)).status).toBe(200);
    expect(asking.pulse.leastAnswers).toBe(10);
    await pulsing.answers(asking, [5, 5, 5, 5, 5, 5]);
    expect((await pulsing.evidence(asking))[0]).toMatchObject({ value: null });
  });

  test("[N06] sent twice are one, and the last word counts", async () => {
    const asking = await pulsing.ask();
    const key = randomUUID();
    const twice = await Promise.all([
      pulsing.answer(asking, { key, face: 1, comment: "Bad" }),
      pulsing.answer(asking, { key, face: 1, comment: "Bad" }),
    ]);
    expect(twice.map(({ status }) => status)).toEqual([204, 204]);
    await pulsing.answer(asking, { key, face: 5, comment: "On reflection" });
    const where = { pulseId: asking.pulse.id };
    expect(await prisma().pulseAnswer.findMany({ where })).toMatchObject([
      { face: 5, comment: "On reflection", audience: "customers" },
    ]);
    expect(await pulsing.evidence(asking)).toMatchObject([{ n: 1 }]);
  });

  test("[N06] are said without anything of who it was", async () => {
    const asking = await pulsing.ask();
    await pulsing.answer(asking, { comment: "A remark" }, "203.0.113.77");
    const [row] = await prisma().pulseAnswer.findMany({
      where: { pulseId: asking.pulse.id },
    });
    expect(Object.keys(row!).sort()).toEqual([
      "answeredOn",
      "audience",
      "comment",
      "face",
      "id",
      "key",
      "pulseId",
      "touchpointId",
      "workspaceId",
    ]);
    expect(row!.answeredOn.toISOString()).toMatch(/T00:00:00\.000Z$/);
    const audit = await prisma().auditEvent.findMany({
      where: { ip: "203.0.113.77" },
    });
    expect(audit).toEqual([]);
  });

  test("[N06] are read in words from the limit on, apart from the faces, and one can be deleted", async () => {
    const asking = await pulsing.ask();
    const { viewer, editor } = app.people;
    const comments = async () => {
      const found = await viewer.fetch(`${asking.path}/comments`);
      return ((await found.json()) as PulseComments).touchpoints;
    };
    const words = [
      "<img src=x onerror=alert(1)>",
      "\u202eevil",
      "Mr Smith",
      "",
    ];
    for (const comment of words) await pulsing.answer(asking, { comment });
    expect(await comments()).toEqual([]);
    await pulsing.answer(asking, { comment: "The fifth" });
    const [about] = await comments();
    expect(about!.comments.map(({ text }) => text).sort()).toEqual(
      [...words.filter(Boolean), "The fifth"].sort(),
    );
    const named = about!.comments.find(({ text }) => text === "Mr Smith")!;
    expect(Object.keys(named).sort()).toEqual(["id", "text"]);
    const path = `${asking.path}/comments/${named.id}`;
    expect((await editor.send("DELETE", path)).status).toBe(204);
    expect((await editor.send("DELETE", path)).status).toBe(404);
    expect(JSON.stringify(await comments())).not.toContain("Mr Smith");
    expect((await pulsing.info(asking)).results[0]?.answers).toBe(5);
  });

  test("[N06] are read in words a page at a time, each once", async () => {
    const asking = await pulsing.ask();
    const words = ["one", "two", "three", "four", "five"];
    for (const comment of words) await pulsing.answer(asking, { comment });
    const { viewer } = app.people;
    const about = `${asking.path}/comments?touchpoint=${asking.touchpointId}&limit=2`;
    const read: string[] = [];
    let next = "";
    for (let page = 0; page < 3; page += 1) {
      const found = await viewer.fetch(about + next);
      const [said] = ((await found.json()) as PulseComments).touchpoints;
      read.push(...said!.comments.map(({ text }) => text));
      next = `&cursor=${said!.nextCursor}`;
    }
    expect(next).toBe("&cursor=null");
    expect(read.toSorted()).toEqual(words.toSorted());
    const without = `${asking.path}/comments?cursor=${asking.pulse.id}`;
    expect((await viewer.fetch(without)).status).toBe(422);
  });

  test("[N06] reach maps that are open: each is told that the evidence of its journey changed", async () => {
    const asking = await pulsing.ask();
    const heard: RowsChanged[] = [];
    const stop = onRowsChanged((change) => heard.push(change));
    await pulsing.answers(asking, [4]);
    stop();
    expect(heard.map(({ event }) => event)).toEqual([
      { kind: "rows-changed", noun: "evidence", id: asking.journeyId },
    ]);
  });

  test("[N06] cannot be corrected or deleted as evidence, by nobody", async () => {
    const asking = await pulsing.ask();
    await pulsing.answers(asking, [1]);
    const [item] = await pulsing.evidence(asking);
    const path = `${base}/evidence/${item!.id}`;
    for (const who of [app.people.editor, app.people.owner]) {
      const changed = await who.fetch(path, {
        method: "PATCH",
        body: JSON.stringify({ value: 5 }),
        headers: { "content-type": "application/json", "if-match": '"1"' },
      });
      expect(changed.status).toBe(403);
      expect((await who.send("DELETE", path)).status).toBe(403);
    }
    const written = await app.people.owner.send("POST", `${base}/evidence`, {
      journeyId: asking.journeyId,
      touchpointId: asking.touchpointId,
      kind: "soft",
      origin: "pulse",
      quote: "Made up",
      heldOn: today,
    });
    expect(written.status).toBe(422);
  });

  test.each([
    [{ face: 0 }],
    [{ face: 6 }],
    [{ face: 2.5 }],
    [{ face: "4" }],
    [{ comment: "x".repeat(1_001) }],
    [{ comment: "\0" }],
    [{ comment: "\ud800" }],
    [{ key: "no uuid" }],
    [{ stakeholderId: randomUUID() }],
  ])("[RT-08] [AZ-08] %j is refused and leaves nothing", async (said) => {
    const asking = await pulsing.ask();
    const response = await pulsing.answer(asking, said as never);
    expect(response.status).toBe(422);
    const { id: pulseId } = asking.pulse;
    expect(await prisma().pulseAnswer.count({ where: { pulseId } })).toBe(0);
  });
});

describe("answers and what becomes of their map", () => {
  const gone = async ({ pulse, journeyId }: Asking) => ({
    pulses: await prisma().pulse.count({ where: { journeyId } }),
    answers: await prisma().pulseAnswer.count({ where: { pulseId: pulse.id } }),
    evidence: await prisma().evidence.count({ where: { journeyId } }),
  });

  test("[PR-05] go with their journey", async () => {
    const asking = await pulsing.ask();
    await pulsing.answers(asking, [3]);
    expect(await gone(asking)).toEqual({ pulses: 1, answers: 1, evidence: 1 });
    await prisma().journey.delete({ where: { id: asking.journeyId } });
    expect(await gone(asking)).toEqual({ pulses: 0, answers: 0, evidence: 0 });
  });

  /** A pulse about two touchpoints of one map. */
  async function askAboutTwo() {
    const { journeyId, touchpointId: from } = await pulsing.ask();
    const path = `${base}/journeys/${journeyId}`;
    const found = await app.people.editor.fetch(path);
    const { map } = (await found.json()) as {
      map: { stages: { id: string; touchpoints: { id: string }[] }[] };
    };
    const to = randomUUID();
    const stageId = map.stages.find(({ touchpoints }) =>
      touchpoints.some(({ id }) => id === from),
    )!.id;
    const made = await app.people.editor.send("POST", `${path}/touchpoints`, {
      id: to,
      stageId,
      title: "Paying",
    });
    expect(made.status).toBe(201);
    const role = "responsible";
    const stakeholderId = await pulsing.world.stakeholder();
    await app.people.editor.send("POST", `${base}/owners`, {
      changes: [{ journeyId, touchpointId: to, stakeholderId, role }],
    });
    const both = await pulsing.askAbout(
      { journeyId, touchpointId: from },
      { touchpointIds: [from, to] },
    );
    const move = async () => {
      const where = `${path}/evidence/move`;
      const moved = await app.people.editor.send("POST", where, { from, to });
      return moved.json();
    };
    return { both, from, to, move };
  }

  test("[R60] move with the evidence of a touchpoint, and keep their limit together", async () => {
    const { both, from, to, move } = await askAboutTwo();
    await pulsing.answers(both, [1, 1, 1]);
    await pulsing.answers({ ...both, touchpointId: to }, [3, 3]);
    expect(await move()).toEqual({ moved: 1 });
    expect(await pulsing.evidence(both)).toEqual([]);
    expect(await pulsing.evidence({ ...both, touchpointId: to })).toMatchObject(
      [{ n: 5, value: 1.8 }],
    );
    expect((await pulsing.info(both)).results).toMatchObject([
      { touchpointId: from, answers: 0, score: null },
      { touchpointId: to, answers: 5, score: { mean: 1.8 } },
    ]);
  });

  test.each([
    [
      [5, 5, 5, 5, 5],
      [1, 2],
    ],
    [
      [1, 2],
      [5, 5, 5, 5, 5],
    ],
  ])(
    "[R60] %j stay beside %j: the sum would tell what fewer than the limit said",
    async (here, there) => {
      const { both, to, move } = await askAboutTwo();
      const before = async () => [
        await pulsing.evidence(both),
        await pulsing.evidence({ ...both, touchpointId: to }),
      ];
      await pulsing.answers(both, here);
      await pulsing.answers({ ...both, touchpointId: to }, there);
      const seen = await before();
      expect(await move()).toEqual({ moved: 0 });
      expect(await before()).toEqual(seen);
      expect(seen.flat().map(({ n }) => n)).toEqual([
        here.length,
        there.length,
      ]);
    },
  );

  test("[N06] whoever changes an answer that was moved meanwhile changes that one", async () => {
    const { both, from, move } = await askAboutTwo();
    const one = await pulsing.askAbout({
      journeyId: both.journeyId,
      touchpointId: from,
    });
    const key = randomUUID();
    expect((await pulsing.answer(one, { key, face: 1 })).status).toBe(204);
    await move();
    expect((await pulsing.answer(one, { key, face: 5 })).status).toBe(204);
    const where = { pulseId: one.pulse.id };
    expect(await prisma().pulseAnswer.findMany({ where })).toMatchObject([
      { face: 5 },
    ]);
  });

  test("[N06] tell the day they came and not the moment, nor how often somebody wrote", async () => {
    const asking = await pulsing.ask();
    const key = randomUUID();
    for (const face of [1, 5]) await pulsing.answer(asking, { key, face });
    const [seen] = await pulsing.evidence(asking);
    const start = `${seen?.heldOn}T00:00:00.000Z`;
    expect(seen).toMatchObject({
      createdAt: start,
      updatedAt: start,
      version: 1,
    });
    const where = { pulseId: asking.pulse.id };
    const kept = await prisma().evidence.findFirstOrThrow({ where });
    const at = new Date(start);
    expect(kept).toMatchObject({ createdAt: at, updatedAt: at, version: 1 });
  });
});
