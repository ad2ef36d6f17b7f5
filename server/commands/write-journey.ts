import { randomUUID } from "node:crypto";
import type pg from "pg";
import { encodeStateAsUpdate } from "yjs";
import {
  createDocumentWithIds,
  type CreatedDocument,
} from "@/lib/journey/create";
import { resolve } from "@/lib/journey/resolve";
import type { JourneySeed } from "@/lib/journey/seed";
import type { LogActor } from "@/server/log/contract";
import { createJourneyDocument } from "@/server/log/create-journey-document";
import { putVersion } from "@/server/versions/store";

export interface NewJourney {
  readonly journeyId: string;
  readonly workspaceId: string;
  readonly seed: JourneySeed;
  readonly author: LogActor;
  /** Who made it, and looks after it until someone else does. */
  readonly userId: string;
}

/**
 * Writes the row, the document and its first update of a new journey, in the transaction that is handed in.
 *
 * @returns which id each stage and touchpoint of the seed got, by its key there.
 */
export async function writeJourney(
  client: pg.PoolClient,
  { journeyId, workspaceId, seed, author, userId }: NewJourney,
): Promise<Pick<CreatedDocument, "columnIds">> {
  const { doc, columnIds } = createDocumentWithIds(
    { newId: randomUUID, random: Math.random },
    seed,
  );
  const seedUpdate = encodeStateAsUpdate(doc);
  const map = resolve(doc);
  doc.destroy();
  await createJourneyDocument(client, {
    journeyId,
    workspaceId,
    seedUpdate,
    actor: author,
  });
  await client.query(
    `UPDATE "Journey" SET "createdById" = $2, "keeperId" = $2 WHERE id = $1`,
    [journeyId, userId],
  );
  await putVersion(client, {
    journeyId,
    map,
    seq: 1,
    reason: "first",
    actor: author,
  });
  return { columnIds };
}
