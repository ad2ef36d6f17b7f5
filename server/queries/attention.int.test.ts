import { randomUUID } from "node:crypto";
import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  test,
} from "vitest";
import { prisma } from "@/server/db/prisma";
import { startTestApp, type TestApp } from "@/test/app";
import { listAttention } from "./attention";

let app: TestApp;
const now = new Date("2026-06-01T12:00:00Z");
const daysAgo = (days: number) =>
  new Date(now.getTime() - days * 24 * 60 * 60 * 1000);
const seen = { asOfSeq: 1n };

beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(() => prisma().journey.deleteMany());
afterAll(() => app.stop());

const list = () => listAttention({ workspaceId: app.workspace.id }, now);

/** A journey with a touchpoint for each of these, as its rows tell it. */
async function journey(
  title: string,
  touchpoints: readonly { dropOffShare?: number; feels?: number }[] = [],
  change: object = {},
) {
  const workspaceId = app.workspace.id;
  const { id: journeyId } = await prisma().journey.create({
    data: { workspaceId, title, createdAt: daysAgo(400), ...change },
  });
  const place = { workspaceId, journeyId, ...seen };
  const personaId = randomUUID();
  await prisma().journeyPersona.create({
    data: { ...place, personaId, ordinal: 0 },
  });
  const ids = touchpoints.map(() => randomUUID());
  for (const [ordinal, { dropOffShare, feels }] of touchpoints.entries()) {
    const id = ids[ordinal]!;
    await prisma().touchpointRow.create({
      data: {
        ...place,
        id,
        ordinal,
        stageId: randomUUID(),
        title: "",
        message: "",
        actualMessage: "",
        notes: "",
        searchQueries: "",
        dropOffShare: dropOffShare ?? null,
      },
    });
    if (feels !== undefined)
      await prisma().emotionRow.create({
        data: { ...place, touchpointId: id, personaId, value: feels },
      });
  }
  return { place, ids };
}

/** Somebody is responsible there. */
async function own({ place, ids }: Awaited<ReturnType<typeof journey>>) {
  const { workspaceId, journeyId } = place;
  const { id: stakeholderId } = await prisma().stakeholder.create({
    data: { workspaceId, name: "Anna", kind: "person" },
  });
  const of = { workspaceId, journeyId, stakeholderId, role: "responsible" };
  await prisma().touchpointOwner.createMany({
    data: ids.map((touchpointId) => ({ ...of, ...seen, touchpointId })),
  });
}

const card = (
  { place }: Awaited<ReturnType<typeof journey>>,
  fields: object = {},
) =>
  prisma().cardRow.create({
    data: {
      ...place,
      id: randomUUID(),
      laneId: randomUUID(),
      columnId: randomUUID(),
      ordinal: 0,
      kind: "pain",
      text: "Too dear",
      ...fields,
    },
  });

const task = (
  { place }: Awaited<ReturnType<typeof journey>>,
  status: string,
  due: Date,
) =>
  prisma().taskRow.create({
    data: { ...place, cardId: randomUUID(), status, due, text: "Do it" },
  });

describe("[R17] [R56] which journeys need somebody", () => {
  test("the one with the unhappiest customers and the greatest loss comes first, with its reasons", async () => {
    await own(await journey("Well", [{ feels: 1 }, { feels: 2 }]));
    await own(await journey("Sad", [{ feels: -2 }, { feels: -1 }]));
    await own(
      await journey("Losing", [
        { feels: 1, dropOffShare: 0.5 },
        { dropOffShare: 0.5 },
      ]),
    );
    const found = await list();
    expect(found.map(({ title, reasons }) => [title, reasons])).toEqual([
      ["Sad", ["unhappy", "assumed"]],
      ["Losing", ["lost", "assumed"]],
      ["Well", ["assumed"]],
    ]);
    expect(found[0]).toMatchObject({ unhappy: 2, veryUnhappy: 1 });
    expect(found[1]?.lost).toBeCloseTo(0.75);
    expect(found[1]?.lostBasis).toBe("said");
    expect(found[2]).toMatchObject({ score: 5, lost: null, lostBasis: null });
  });

  test("[R52] [N03] where there is enough evidence it counts instead of the team's own reading, and is counted apart", async () => {
    const made = await journey("Felt", [
      { feels: 2 },
      { feels: -2 },
      { feels: -1 },
      {},
    ]);
    const { place, ids } = made;
    const { workspaceId, journeyId } = place;
    const said = (at: number, value: number, more: object = {}) =>
      prisma().evidence.create({
        data: {
          workspaceId,
          journeyId,
          touchpointId: ids[at]!,
          kind: "soft",
          origin: "survey",
          value,
          scaleLow: 1,
          scaleHigh: 5,
          n: 40,
          heldOn: now,
          ...more,
        },
      });
    // They are angry where the team thought them happy, and content where it thought them very unhappy.
    await said(0, 1.2);
    await said(1, 4);
    // Two voices are not enough, and a figure without a scale is no feeling.
    await said(2, 5, { n: 2 });
    await said(3, 1, { scaleLow: null, scaleHigh: null, unit: "users" });
    expect(await list()).toMatchObject([
      { unhappy: 2, veryUnhappy: 1, unhappyProven: 1, assumed: 1, stale: 0 },
    ]);
    // A value just below neutral has the neutral face on the map as well.
    await said(3, 2.6);
    expect((await list())[0]).toMatchObject({ unhappy: 2 });
    // What nobody looked at again since the day that the workspace names is old; a younger piece makes it new.
    const reaches = (staleMonths: number) =>
      prisma().workspace.update({
        where: { id: workspaceId },
        data: { staleMonths },
      });
    await prisma().evidence.updateMany({
      where: { touchpointId: { in: [ids[0]!, ids[1]!] } },
      data: { heldOn: daysAgo(200) },
    });
    await said(1, 4);
    expect((await list())[0]).toMatchObject({ stale: 0 });
    await reaches(6);
    expect((await list())[0]).toMatchObject({
      stale: 1,
      reasons: expect.arrayContaining(["assumed", "stale"]),
    });
    await reaches(12);
  });

  test("a touchpoint that everybody leaves loses all", async () => {
    await journey("Closed", [{ dropOffShare: 1 }, { dropOffShare: 0.1 }]);
    expect((await list())[0]?.lost).toBe(1);
  });

  test("[R57] [N15] what was counted goes before what the team says, and its basis is told", async () => {
    const { place, ids } = await journey("Shop", [
      { dropOffShare: 0.01 },
      {},
      { dropOffShare: 0.5 },
    ]);
    const { workspaceId, journeyId } = place;
    const came = (at: number, value: number, more: object = {}) =>
      prisma().evidence.create({
        data: {
          workspaceId,
          journeyId,
          touchpointId: ids[at]!,
          kind: "hard",
          origin: "analytics",
          value,
          unit: "users",
          source: "Shop",
          heldOn: now,
          ...more,
        },
      });
    await came(0, 1000);
    // One count compares nothing.
    expect((await list())[0]).toMatchObject({ lostBasis: "said" });
    await came(1, 600);
    expect((await list())[0]).toMatchObject({
      lost: expect.closeTo(1 - 0.6 * 0.5),
      lostBasis: "both",
      reasons: expect.arrayContaining(["lost"]),
    });
    await came(2, 300);
    // Another source of an older day is not mixed in.
    await came(0, 5, { source: "Other", heldOn: daysAgo(90) });
    await came(1, 5, { source: "Other", heldOn: daysAgo(90) });
    expect((await list())[0]).toMatchObject({
      lost: expect.closeTo(1 - 0.6 * 0.5 * 0.5),
      lostBasis: "both",
    });
    await prisma().touchpointRow.updateMany({
      where: { journeyId },
      data: { dropOffShare: null },
    });
    expect((await list())[0]).toMatchObject({
      lost: expect.closeTo(0.7),
      lostBasis: "counted",
    });
  });

  test("losses that leave next to nobody are counted all the same", async () => {
    const nearlyAll = Array.from({ length: 30 }, () => ({
      dropOffShare: 0.9999999999999999,
    }));
    await journey("Empty", nearlyAll);
    expect((await list())[0]?.lost).toBeCloseTo(1);
  });

  test("touchpoints without an owner are counted, those in the tray are not", async () => {
    const made = await journey("Gaps", [{}, {}]);
    await prisma().touchpointRow.updateMany({
      where: { id: made.ids[1]! },
      data: { stageId: null },
    });
    expect(await list()).toMatchObject([{ touchpoints: 1, withoutOwner: 1 }]);
  });

  test("[N17] pains wait for a decision until they have one, empty ones and other cards do not count", async () => {
    const made = await journey("Pains");
    await card(made);
    await card(made, { decisionStatus: "open" });
    await card(made, { decisionStatus: "solved", decisionReason: " " });
    await card(made, { decisionStatus: "accepted", decisionReason: "why" });
    await card(made, { text: "" });
    await card(made, { kind: "gain" });
    await card(made, { laneId: null });
    expect((await list())[0]).toMatchObject({
      undecidedPains: 3,
      reasons: ["undecidedPains"],
    });
  });

  test("tasks are overdue from the day after they were due, until they are done", async () => {
    const made = await journey("Tasks");
    await task(made, "open", daysAgo(1));
    await task(made, "doing", daysAgo(9));
    await task(made, "open", now);
    await task(made, "done", daysAgo(9));
    expect((await list())[0]?.overdueTasks).toBe(2);
  });

  test("[R84] a review counts from the day that it is due", async () => {
    await journey("Stale", [], {
      reviewEveryDays: 90,
      reviewedAt: daysAgo(91),
    });
    await journey("Fresh", [], {
      reviewEveryDays: 90,
      reviewedAt: daysAgo(89),
    });
    const reasons = (await list()).map((one) => [one.title, one.reasons]);
    expect(reasons).toEqual([
      ["Stale", ["reviewOverdue"]],
      ["Fresh", []],
    ]);
  });

  test("what is archived, in the bin or another team's is not looked at", async () => {
    await journey("Archived", [{}], { archivedAt: now });
    await journey("Binned", [{}], { deletedAt: now });
    await prisma().journey.create({
      data: { workspaceId: app.other.id, title: "Theirs" },
    });
    expect(await list()).toEqual([]);
  });
});
