import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { resolve } from "@/lib/journey/resolve";
import { prisma } from "@/server/db/prisma";
import { pool } from "@/server/db/pool";
import { PostgresLog } from "@/server/log/postgres";
import { listChannels } from "@/server/queries/channels";
import { readFunnelCounts } from "@/server/queries/funnel-counts";
import { listJourneys } from "@/server/queries/journeys";
import { listPersonas } from "@/server/queries/personas";
import { listStakeholders } from "@/server/queries/stakeholders";
import { startTestApp, type TestApp } from "@/test/app";
import { fillWorkspace } from "./fill-workspace";

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

async function filled(locale: string) {
  const workspace = await app.addWorkspace(`filled-${locale}`);
  const { userId } = app.people.owner;
  await app.addMember(workspace.id, userId, "owner");
  const actor = {
    kind: "member",
    role: "owner",
    userId,
    workspaceId: workspace.id,
  } as const;
  const fill = () =>
    fillWorkspace({ workspaceId: workspace.id, actor, locale });
  await fill();
  return { workspaceId: workspace.id, fill };
}

describe("a new workspace", () => {
  test.each([
    ["en", "Running shoes for a sore back", "Phone"],
    ["nl", "Hardloopschoenen bij rugpijn", "Telefoon"],
    ["de-AT", "Laufschuhe bei Rückenschmerzen", "Telefon"],
  ])(
    "[R14] [R25] [R35] has a sample map and channels in %s",
    async (locale, title, phone) => {
      const { workspaceId } = await filled(locale);
      const [journey] = await listJourneys({
        workspaceId,
        state: "active",
        owner: null,
      });
      expect(journey).toMatchObject({
        title,
        personas: [{ name: "Mark, 41" }],
        createdById: app.people.owner.userId,
        keeper: { name: "owner" },
      });
      expect(journey!.touchpoints).toBeGreaterThan(5);
      expect(journey!.coverage.known).toBeGreaterThan(0);
      expect(journey!.withoutOwner).toBeLessThan(journey!.touchpoints);
      const channels = await listChannels({ workspaceId });
      expect(channels.find((channel) => channel.key === "phone")?.name).toBe(
        phone,
      );
      expect(channels).toHaveLength(19);
      expect(channels.some((channel) => channel.touchpoints > 0)).toBe(true);
    },
  );

  test("[R52] [N03] [R57] its curve rests on evidence, says so, and its checkout was counted", async () => {
    const { workspaceId } = await filled("nl-NL");
    const [journey] = await listJourneys({
      workspaceId,
      state: "active",
      owner: null,
    });
    const { felt, grounded, stale } = journey!.evidence;
    expect(grounded).toBeGreaterThan(2);
    expect(felt).toBeGreaterThan(grounded);
    expect(stale).toBe(0);
    const counted = await readFunnelCounts({
      workspaceId,
      journeyId: journey!.id,
    });
    expect(counted?.unit).toBe("gebruikers");
    expect(counted?.counts.map(({ count }) => count).toSorted()).toEqual([
      1000, 217, 403, 626,
    ]);
  });

  test("[R20] its persona and stakeholders are those of the sample", async () => {
    const { workspaceId } = await filled("fr");
    const personas = await listPersonas({ workspaceId, archived: false });
    expect(personas).toMatchObject([
      { name: "Mark, 41", journeys: 1, sources: ["data", "experience"] },
    ]);
    expect(personas[0]!.favouriteChannels).toHaveLength(3);
    const stakeholders = await listStakeholders({
      workspaceId,
      archived: false,
      withEmail: true,
    });
    expect(stakeholders).toHaveLength(4);
    expect(
      stakeholders.some((stakeholder) => stakeholder.responsible > 0),
    ).toBe(true);
  });

  test("is filled once, also when asked twice at the same time", async () => {
    const { workspaceId, fill } = await filled("nl-BE");
    await Promise.all([fill(), fill()]);
    expect(await prisma().journey.count({ where: { workspaceId } })).toBe(1);
    expect(await prisma().channel.count({ where: { workspaceId } })).toBe(19);
  });

  test("the sample's rows are what its document says, and the document what the log holds", async () => {
    const { workspaceId } = await filled("de");
    const journey = await prisma().journey.findFirstOrThrow({
      where: { workspaceId },
    });
    const stored = await new PostgresLog(pool(), () => undefined).load(
      journey.id,
    );
    const doc = new Y.Doc();
    for (const { data } of stored!.tail) Y.applyUpdate(doc, data);
    const map = resolve(doc);
    expect(stored).toMatchObject({ headSeq: 1, projSeq: 1 });
    expect(map.issues).toEqual([]);
    expect(map.meta.title).toBe(journey.title);
    const rows = await prisma().touchpointRow.count({
      where: { journeyId: journey.id },
    });
    expect(rows).toBe(map.stages.flatMap((stage) => stage.touchpoints).length);
    const cards = await prisma().cardRow.count({
      where: { journeyId: journey.id },
    });
    expect(cards).toBe(Object.values(map.cells).flat().length);
  });
});
