import { randomUUID } from "node:crypto";
import { prisma } from "@/server/db/prisma";
import { atLength } from "./at-length";

/** How much a workspace holds. */
export interface ManyRows {
  readonly journeys: number;
  /** A multiple of five: each journey has five stages. */
  readonly touchpointsEach: number;
  /** Pieces at every touchpoint. */
  readonly evidenceEach: number;
}

/** What the rows point to. */
export interface ManyIds {
  readonly workspaceId: string;
  readonly personaId: string;
  readonly stakeholderId: string;
  readonly channelId: string;
}

/** Fills a new workspace with rows as the projector would leave them, by statements over whole tables. */
export async function fillManyRows(size: ManyRows): Promise<ManyIds> {
  const db = prisma();
  const { id: workspaceId } = await db.workspace.create({
    data: { slug: randomUUID(), name: "Many" },
  });
  const { id: personaId } = await db.persona.create({
    data: { workspaceId, name: "Mark" },
  });
  const { id: stakeholderId } = await db.stakeholder.create({
    data: { workspaceId, kind: "team", name: "Team" },
  });
  const { id: channelId } = await db.channel.create({
    data: { workspaceId, name: "Phone" },
  });
  const ids = { workspaceId, personaId, stakeholderId, channelId };
  await atLength((ask) =>
    fill(
      (sql) => ask(sql.replaceAll(":w", `'${workspaceId}'::uuid`)),
      ids,
      size,
    ),
  );
  return ids;
}

async function fill(
  ask: (sql: string) => Promise<unknown>,
  { personaId, stakeholderId, channelId }: ManyIds,
  { journeys, touchpointsEach, evidenceEach }: ManyRows,
): Promise<void> {
  await ask(
    `INSERT INTO "Journey" (id, "workspaceId", title) SELECT gen_random_uuid(), :w, 'Journey ' || n FROM generate_series(1, ${journeys}) n`,
  );
  const each = `FROM "Journey" j WHERE j."workspaceId" = :w`;
  await ask(
    `INSERT INTO "JourneyPersona" SELECT :w, j.id, '${personaId}', 0, 1 ${each}`,
  );
  await ask(
    `INSERT INTO "StageRow" SELECT :w, j.id, gen_random_uuid(), n, 'Stage ' || n, '', NULL, 1 FROM "Journey" j, generate_series(0, 4) n WHERE j."workspaceId" = :w`,
  );
  await ask(
    `INSERT INTO "TouchpointRow" ("workspaceId", "journeyId", id, "stageId", ordinal, title, message, "actualMessage", notes, "searchQueries", "asOfSeq")
     SELECT :w, s."journeyId", gen_random_uuid(), s.id, s.ordinal * 10 + n, 'Touchpoint ' || n, '', '', '', '', 1
     FROM "StageRow" s, generate_series(0, ${touchpointsEach / 5 - 1}) n WHERE s."workspaceId" = :w`,
  );
  const half = `FROM "TouchpointRow" t WHERE t."workspaceId" = :w AND t.ordinal % 2 = 0`;
  await ask(
    `INSERT INTO "EmotionRow" SELECT :w, t."journeyId", t.id, '${personaId}', 1, 1 ${half}`,
  );
  // Ten pieces at every touchpoint: one old, one a figure that is no feeling.
  await ask(
    `INSERT INTO "Evidence" (id, "workspaceId", "journeyId", "touchpointId", kind, origin, value, "scaleLow", "scaleHigh", n, "heldOn", "updatedAt")
     SELECT gen_random_uuid(), :w, t."journeyId", t.id, 'soft', 'survey', 1 + n % 5, CASE WHEN n > 0 THEN 1 END, CASE WHEN n > 0 THEN 5 END,
            n + 1, current_date - n * 40, now()
     FROM "TouchpointRow" t, generate_series(0, ${evidenceEach - 1}) n WHERE t."workspaceId" = :w`,
  );
  await ask(
    `INSERT INTO "TouchpointOwner" SELECT :w, t."journeyId", t.id, '${stakeholderId}', 'responsible', 1 ${half}`,
  );
  await ask(
    `INSERT INTO "TouchpointChannel" SELECT :w, t."journeyId", t.id, '${channelId}', 1 ${half}`,
  );
  // Pains and opportunities in each stage, and at each touchpoint a task, most of them made of a pain.
  const card = `INSERT INTO "CardRow" ("workspaceId", "journeyId", id, "laneId", "columnId", ordinal, kind, text, "decisionStatus",
      "decisionReason", "customerValue", "businessValue", effort, "originId", "asOfSeq")`;
  await ask(
    `${card} SELECT :w, s."journeyId", gen_random_uuid(), s.id, s.id, n, 'pain', 'Pain ' || n,
       CASE n WHEN 0 THEN NULL ELSE 'accepted' END, '', NULL, NULL, NULL, NULL, 1
     FROM "StageRow" s, generate_series(0, 1) n WHERE s."workspaceId" = :w`,
  );
  await ask(
    `${card} SELECT :w, s."journeyId", gen_random_uuid(), s.id, s.id, n, 'opportunity', 'Opportunity ' || n,
       NULL, NULL, s.ordinal * 10 + n, 50, n, NULL, 1
     FROM "StageRow" s, generate_series(0, 1) n WHERE s."workspaceId" = :w`,
  );
  await ask(
    `${card} SELECT :w, t."journeyId", gen_random_uuid(), t.id, t.id, 0, 'action', 'Task ' || t.ordinal, NULL, NULL, NULL, NULL, NULL,
       (SELECT c.id FROM "CardRow" c WHERE c."journeyId" = t."journeyId" AND c."columnId" = t."stageId" AND c.kind = 'pain' AND c.ordinal = 0), 1
     FROM "TouchpointRow" t WHERE t."workspaceId" = :w`,
  );
  await ask(
    `INSERT INTO "TaskRow" ("workspaceId", "journeyId", "cardId", "stakeholderId", status, due, text, "touchpointId", "asOfSeq")
     SELECT :w, c."journeyId", c.id, CASE WHEN t.ordinal % 2 = 0 THEN '${stakeholderId}'::uuid END,
       (ARRAY['open', 'doing', 'done', 'dropped'])[t.ordinal % 4 + 1], date '2026-01-01' + t.ordinal, c.text, t.id, 1
     FROM "CardRow" c JOIN "TouchpointRow" t ON t."journeyId" = c."journeyId" AND t.id = c."columnId"
     WHERE c."workspaceId" = :w AND c.kind = 'action'`,
  );
}
