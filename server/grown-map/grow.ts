import { randomUUID } from "node:crypto";
import * as Y from "yjs";
import { createDocument } from "@/lib/journey/create";
import type { ChannelId } from "@/lib/journey/ids";
import { grownSeed } from "@/lib/templates/grown";
import { inTransaction } from "@/server/db/in-transaction";
import { pool } from "@/server/db/pool";
import { prisma } from "@/server/db/prisma";
import { createJourneyDocument } from "@/server/log/create-journey-document";
import { PostgresLog } from "@/server/log/postgres";
import { logger } from "@/server/logger";
import { rebuildJourney } from "@/server/projection/rebuild";
import {
  addLeavers,
  addPersonas,
  addStakeholders,
  type GrownHome,
} from "./people";
import { liveThroughAYear, type PastEdit } from "./history";

/** Always the same numbers, so that two grown maps are alike. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

async function writeHistory(
  journeyId: string,
  edits: readonly PastEdit[],
): Promise<void> {
  const log = new PostgresLog(pool(), (err) =>
    logger().error({ err }, "history not written"),
  );
  const rows = edits.map(({ data, userId, clientId }) => ({
    data,
    actor: { kind: "user", id: userId } as const,
    connId: "grown-map",
    clientIds: [clientId],
    idemKey: null,
  }));
  await log.append({ journeyId, afterSeq: 1, rows });
  await pool().query(
    `UPDATE document_update SET at = given.at
     FROM unnest($2::bigint[], $3::timestamptz[]) AS given (seq, at)
     WHERE journey_id = $1 AND document_update.seq = given.seq`,
    [journeyId, edits.map((_, index) => index + 2), edits.map(({ at }) => at)],
  );
  await rebuildJourney({ pool: pool(), log }, journeyId);
  await log.close();
}

/**
 * Makes the map in a workspace, with edits of its owner and of two who have left, over a year.
 *
 * @returns the id of its journey.
 */
export async function grow(
  home: GrownHome,
  size: { readonly cards: number; readonly edits: number },
): Promise<string> {
  const random = seeded(20_261_122);
  const channels = await prisma().channel.findMany({
    where: { workspaceId: home.workspaceId },
    orderBy: { pos: "asc" },
  });
  const seed = grownSeed({
    personas: await addPersonas(home.workspaceId),
    stakeholders: await addStakeholders(home.workspaceId),
    channels: channels.map((channel) => channel.id as ChannelId),
    random,
    cards: size.cards,
  });
  const doc = createDocument({ newId: randomUUID, random }, seed);
  const journeyId = randomUUID();
  const actor = { kind: "user", id: home.ownerId } as const;
  await inTransaction(async (client) => {
    const seedUpdate = Y.encodeStateAsUpdate(doc);
    await createJourneyDocument(client, {
      journeyId,
      workspaceId: home.workspaceId,
      seedUpdate,
      actor,
    });
    await client.query(
      `UPDATE "Journey" SET "createdById" = $2, "keeperId" = $2, "createdAt" = now() - interval '1 year' WHERE id = $1`,
      [journeyId, home.ownerId],
    );
  });
  const userIds = [home.ownerId, ...(await addLeavers())];
  const past = {
    userIds,
    edits: size.edits,
    until: new Date(),
    random,
    newId: randomUUID,
  };
  await writeHistory(journeyId, liveThroughAYear(doc, past));
  return journeyId;
}
