import { randomUUID } from "node:crypto";
import type { FileId } from "@/lib/journey/ids";
import type { JourneySeed } from "@/lib/journey/seed";
import type { FileObject } from "@/server/db/generated/client";
import { prisma } from "@/server/db/prisma";
import { disk, newStorageKey } from "@/server/files/disk";
import type pg from "pg";
import { fileIdsOf, mapAttachments } from "./map-attachments";

/** A file whose bytes have been copied and whose row is still to be written. */
interface FileCopy {
  readonly from: FileObject;
  readonly id: string;
  readonly storageKey: string;
  readonly thumbKey: string | null;
}

export interface CopiedFiles {
  /** The seed with every file replaced by its copy; what is not the source's own is left out. */
  readonly seed: JourneySeed;
  /** Writes the rows of the copies for the new journey, in its transaction. */
  writeRows(
    client: pg.PoolClient,
    to: { journeyId: string; userId: string },
  ): Promise<void>;
}

async function copyBytes(from: FileObject): Promise<FileCopy> {
  const store = await disk();
  const storageKey = newStorageKey();
  const thumbKey = from.thumbKey ? newStorageKey() : null;
  await store.copy(from.storageKey, storageKey);
  if (from.thumbKey && thumbKey) await store.copy(from.thumbKey, thumbKey);
  return { from, id: randomUUID(), storageKey, thumbKey };
}

const insertSql = `
INSERT INTO "FileObject" (id, "workspaceId", "journeyId", "storageKey", "thumbKey", name, mime, bytes, sha256, width, height, "uploadedById")
SELECT $1, "workspaceId", $2, $3, $4, name, mime, bytes, sha256, width, height, $5 FROM "FileObject" WHERE id = $6`;

/**
 * Copies the files that a map being duplicated shows. Each journey has files of its own: the copy
 * keeps working when the original goes, and a link to one never opens the other's.
 *
 * Bytes are copied before the rows, so that a failure leaves only bytes for the sweep.
 */
export async function copyFilesOf(
  source: { workspaceId: string; journeyId: string },
  seed: JourneySeed,
): Promise<CopiedFiles> {
  const rows = await prisma().fileObject.findMany({
    where: { ...source, deletedAt: null, id: { in: fileIdsOf(seed) } },
  });
  const copies = new Map<string, FileCopy>();
  for (const row of rows) copies.set(row.id, await copyBytes(row));
  return {
    seed: mapAttachments(seed, (attachment) => {
      if (!attachment.fileId) return attachment;
      const copy = copies.get(attachment.fileId);
      return copy ? { ...attachment, fileId: copy.id as FileId } : null;
    }),
    async writeRows(client, { journeyId, userId }) {
      for (const { from, id, storageKey, thumbKey } of copies.values())
        await client.query(insertSql, [
          id,
          journeyId,
          storageKey,
          thumbKey,
          userId,
          from.id,
        ]);
    },
  };
}
