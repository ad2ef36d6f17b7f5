import type pg from "pg";
import { resolve } from "@/lib/journey/resolve";
import { writeProjections } from "@/server/projection/write-projection";
import * as Y from "yjs";
import { appendRows } from "./append-sql";
import { packBlob } from "./blob";
import type { LogActor } from "./contract";
import { documentOf } from "./document-of";

export interface NewDocument {
  readonly journeyId: string;
  readonly workspaceId: string;
  /** The whole content to begin with. */
  readonly seedUpdate: Uint8Array;
  readonly actor: LogActor;
}

/**
 * Writes the registry row of a journey, its log with the first update, and the rows of its content: all in
 * the caller's transaction, so that there is never a journey without a document or without its content.
 */
export async function createJourneyDocument(
  client: pg.PoolClient,
  { journeyId, workspaceId, seedUpdate, actor }: NewDocument,
): Promise<void> {
  await client.query(
    `INSERT INTO "Journey" (id, "workspaceId") VALUES ($1, $2)`,
    [journeyId, workspaceId],
  );
  await client.query(`INSERT INTO document_head (journey_id) VALUES ($1)`, [
    journeyId,
  ]);
  const doc = documentOf({ snapshot: seedUpdate, tail: [] });
  const blob = await packBlob(seedUpdate);
  const clientIds = [...Y.decodeStateVector(Y.encodeStateVector(doc)).keys()];
  await appendRows(client, [
    { journeyId, actor, connId: "create", clientIds, idemKey: null, blob },
  ]);
  const map = resolve(doc);
  doc.destroy();
  await writeProjections(client, [{ journeyId, map, seq: 1, before: null }]);
}
